//! Numbers before items, and how to make bullets of them.

use super::sections::Numbered;
use crate::diagnostic::Edit;
use crate::document::{Document, NodeKind};
use crate::source::Span;

/// Where an item's number stands: `1.`
pub(super) fn number(document: &Document, item: u32) -> Option<Span> {
    let start = document.nodes[item as usize].span.start as usize;
    let text = document.text.get(start..)?;
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let has_mark = digits > 0 && text[digits..].starts_with(['.', ')']);
    has_mark.then(|| Span::new(start, start + digits + 1))
}

/// Bullets in place of the numbers of a list that stands among these nodes. Nothing where it stands beside a list with
/// bullets: the two would become one.
pub(super) fn bullets(document: &Document, list: &Numbered, siblings: &[u32]) -> Option<Vec<Edit>> {
    let place = siblings.iter().position(|node| *node == list.node)?;
    let is_bullets =
        |at: Option<&u32>| at.is_some_and(|node| document.nodes[*node as usize].kind == NodeKind::BulletList);
    if is_bullets(place.checked_sub(1).and_then(|before| siblings.get(before))) || is_bullets(siblings.get(place + 1)) {
        return None;
    }
    list.items.iter().map(|item| bullet(document, *item)).collect()
}

/// What stands below the first line keeps its place in the item, because the bullet takes the room of the number where
/// there are such lines.
fn bullet(document: &Document, item: u32) -> Option<Edit> {
    let number = number(document, item)?;
    let is_one_line = !document.nodes[item as usize].span.of(&document.text).trim_end().contains('\n');
    let room = if is_one_line { 0 } else { number.range().len() - 1 };
    let after = &document.text[number.range().end..];
    // Behind five spaces, the text would be code.
    let spaces = room + after.len() - after.trim_start_matches(' ').len();
    (spaces <= 4).then(|| Edit { span: number, text: format!("-{}", " ".repeat(room)) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Dialect;
    use crate::document::include::NoFiles;
    use crate::lint::rules::kinds::sections;
    use crate::source::Source;

    fn with_bullets(text: &str) -> Option<String> {
        let source = Source::from_text("a.md", "a.md", text);
        let document = crate::document::parse(&source, &Dialect::default(), &NoFiles);
        let all = 0..document.nodes.len() as u32;
        let siblings: Vec<u32> = sections::siblings(&document, all.clone()).collect();
        let edits = bullets(&document, &sections::numbered(&document, all)[0], &siblings)?;
        let mut changed = text.to_owned();
        for edit in edits.iter().rev() {
            changed.replace_range(edit.span.range(), &edit.text);
        }
        Some(changed)
    }

    #[test]
    fn what_belongs_to_an_item_stays_in_it() {
        assert_eq!(with_bullets("1. a\n2. b\n").as_deref(), Some("- a\n- b\n"));
        assert_eq!(
            with_bullets("10. a\n\n    ```sh\n    b\n    ```\n").as_deref(),
            Some("-   a\n\n    ```sh\n    b\n    ```\n")
        );
    }

    #[test]
    fn a_list_that_would_change_otherwise_is_left_alone() {
        assert_eq!(with_bullets("1.    a\n\n      b\n"), None);
        assert_eq!(with_bullets("- a\n\n1. b\n"), None);
    }
}
