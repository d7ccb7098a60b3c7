//! Ways into the project, step by step.

use serde_json::{Value, json};

use super::{Block, Fields, Show, by_title};
use crate::community::{IndexEntry, Pathway};

/// `:::pathways`
pub(super) const BLOCK: Block = Block {
    name: "pathways",
    entity: "pathway",
    at: "community/pathways",
    list: |community| by_title(&community.pathways),
    facets: &["code", "time", "for_personas", "skills_used"],
    more,
    pages: Some(page),
};

fn more(show: &Show, fields: &mut Fields) {
    for block in ["ladder", "contributions", "readings", "channels"] {
        fields.insert(block.to_owned(), json!(show.home(block)));
    }
}

fn page(show: &Show, entry: &IndexEntry, fields: &mut Fields) {
    let Some(pathway) = show.community().get::<Pathway>(&entry.id) else { return };
    let before = pathway.fields.before();
    let drawing = Drawing::of(&before);
    if let Some(steps) = fields.get_mut("steps").and_then(Value::as_array_mut) {
        for (number, step) in steps.iter_mut().enumerate() {
            // A reader is told what comes before only where it is not simply the step above.
            let needs: Vec<Value> = match &pathway.fields.steps[number].needs {
                Some(_) => before[number]
                    .iter()
                    .map(|at| json!({"number": at + 1, "title": pathway.fields.steps[*at].title}))
                    .collect(),
                None => Vec::new(),
            };
            step["number"] = json!(number + 1);
            step["needs"] = json!(needs);
        }
    }
    fields.insert("drawing".to_owned(), drawing.data());
    // What comes next: what the pathway says, and the pathways that come after it.
    let mut next = fields.get("next").and_then(Value::as_array).cloned().unwrap_or_default();
    for after in show.referring(entry, "pathway", "after", &[]) {
        if !next.iter().any(|known| known["id"] == after["id"]) {
            next.push(after);
        }
    }
    fields.insert("next".to_owned(), json!(next));
    fields.insert("ladder".to_owned(), json!(show.home("ladder")));
}

/// The steps as numbered discs: what can be done at the same time stands side by side.
struct Drawing {
    /// Of each disc: how far down, how far along, and how many stand beside it.
    places: Vec<(usize, usize)>,
    widest: usize,
    deepest: usize,
    lines: Vec<(usize, usize)>,
}

impl Drawing {
    fn of(before: &[Vec<usize>]) -> Drawing {
        // The row of a step is one below the lowest that it waits for. As many rounds as there are steps settle it; what
        // waits for itself stops there too.
        let mut rows = vec![0; before.len()];
        for _ in 0..before.len() {
            for (step, earlier) in before.iter().enumerate() {
                rows[step] = earlier.iter().map(|at| rows[*at] + 1).max().unwrap_or(0).min(before.len());
            }
        }
        let mut filled = vec![0; before.len() + 1];
        let places: Vec<(usize, usize)> = rows
            .iter()
            .map(|row| {
                filled[*row] += 1;
                (*row, filled[*row] - 1)
            })
            .collect();
        let lines = before.iter().enumerate().flat_map(|(to, earlier)| earlier.iter().map(move |from| (*from, to)));
        Drawing {
            widest: filled.iter().copied().max().unwrap_or(0),
            deepest: rows.iter().copied().max().map_or(0, |row| row + 1),
            lines: lines.collect(),
            places,
        }
    }

    /// On a grid of 72 by 48, along the text: rows of the steps become columns of the drawing.
    fn data(&self) -> Value {
        let at = |(row, place): (usize, usize)| (36 + 72 * row, 24 + 48 * place);
        let discs = self.places.iter().enumerate().map(|(number, place)| {
            let (x, y) = at(*place);
            json!({"number": number + 1, "x": x, "y": y})
        });
        let lines = self.lines.iter().map(|(from, to)| {
            let ((x1, y1), (x2, y2)) = (at(self.places[*from]), at(self.places[*to]));
            json!({"from": from + 1, "to": to + 1, "x1": x1, "y1": y1, "x2": x2, "y2": y2})
        });
        json!({
            "width": 72 * self.deepest,
            "height": 48 * self.widest,
            "discs": discs.collect::<Vec<_>>(),
            "lines": lines.collect::<Vec<_>>(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_that_wait_for_the_same_one_stand_side_by_side() {
        let drawing = Drawing::of(&[vec![], vec![0], vec![0], vec![1, 2]]);
        assert_eq!(drawing.places, [(0, 0), (1, 0), (1, 1), (2, 0)]);
        assert_eq!((drawing.deepest, drawing.widest), (3, 2));
        assert_eq!(drawing.lines, [(0, 1), (0, 2), (1, 3), (2, 3)]);
    }

    #[test]
    fn steps_in_a_circle_are_drawn_all_the_same() {
        assert_eq!(Drawing::of(&[vec![1], vec![0]]).places.len(), 2);
    }
}
