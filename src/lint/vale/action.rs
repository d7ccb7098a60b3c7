//! What may be done about a hit.
//!
//! Entry points: [`Spec`] (an action as a rule states it) and [`Spec::replacements`]. It must not know where the hit is.

use super::fields::{Fields, texts};
use super::pattern::{Effort, Pattern};
use crate::diagnostic::nearest;

/// An action for one hit.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Action {
    /// `replace`, `remove`, `edit`, `convert` or `suggest`.
    pub name: String,
    /// As Vale's output gives them.
    pub params: Vec<String>,
    /// What a fix would put in the place of the hit, the best first; none where only a person can know.
    pub replacements: Vec<String>,
}

/// An action as a rule's file states it.
#[derive(Debug)]
pub struct Spec {
    /// Its name.
    pub name: String,
    /// What follows the name.
    pub params: Vec<String>,
    kind: Kind,
}

#[derive(Debug)]
enum Kind {
    Replace,
    Remove,
    Edit(Edit),
    Convert { simple: bool },
    Suggest,
}

#[derive(Debug)]
enum Edit {
    Regex {
        from: Pattern,
        to: String,
    },
    Trim {
        chars: Vec<char>,
        left: bool,
        right: bool,
    },
    Split {
        separator: String,
        index: usize,
    },
    /// Something that Vale does not know, and leaves the text alone for.
    Nothing,
}

const NAMES: &[&str] = &["replace", "remove", "edit", "convert", "suggest"];

impl Spec {
    /// Reads `action:`.
    pub fn read(fields: &mut Fields) -> Option<Spec> {
        let located = fields.get("action")?;
        let mut inner = Fields::new(located);
        let name = inner.text("name");
        let params = inner.list("params");
        let Some(name) = name.filter(|name| !name.text.is_empty()) else {
            fields.errors.extend(inner.finish(true));
            return None;
        };
        let kind = Kind::new(&name.text, &texts(&params)).map_err(|message| {
            let span = params.first().map_or(name.span, |param| param.span);
            inner.error(if NAMES.contains(&name.text.as_str()) { span } else { name.span }, message);
        });
        fields.errors.extend(inner.finish(true));
        Some(Spec { name: name.text, params: texts(&params), kind: kind.ok()? })
    }

    /// An action that a rule of ours has.
    pub fn new(name: &str, params: &[&str]) -> Option<Spec> {
        let params: Vec<String> = params.iter().map(|param| (*param).to_owned()).collect();
        let kind = Kind::new(name, &params).ok()?;
        Some(Spec { name: name.to_owned(), params, kind })
    }

    /// The point itself knows what to put there: `replace` without words.
    pub fn is_open_replace(&self) -> bool {
        matches!(self.kind, Kind::Replace) && self.params.is_empty()
    }

    /// The params are words to put in place of a hit.
    pub fn is_replace(&self) -> bool {
        matches!(self.kind, Kind::Replace)
    }

    /// What a fix would put in the place of a matched text. Spellings are not looked up here: that takes long, and few
    /// hits are ever fixed.
    pub fn replacements(&self, matched: &str) -> Vec<String> {
        match &self.kind {
            Kind::Replace => self.params.clone(),
            Kind::Remove => vec![String::new()],
            Kind::Convert { simple: true } => vec![simple_case(matched)],
            Kind::Edit(edit) => edit.apply(matched).map(|text| text.trim().to_owned()).into_iter().collect(),
            Kind::Convert { simple: false } | Kind::Suggest => Vec::new(),
        }
    }

    /// The action for one hit.
    pub fn of(&self, matched: &str) -> Action {
        Action { name: self.name.clone(), params: self.params.clone(), replacements: self.replacements(matched) }
    }
}

impl Kind {
    fn new(name: &str, params: &[String]) -> Result<Kind, String> {
        Ok(match name {
            "replace" => Kind::Replace,
            "remove" => Kind::Remove,
            "suggest" => Kind::Suggest,
            "convert" => match params.first() {
                Some(case) => Kind::Convert { simple: case == "simple" },
                None => return Err("`convert` needs a case, such as `simple`".to_owned()),
            },
            "edit" => Kind::Edit(Edit::new(params)?),
            _ => {
                let meant = nearest(name, NAMES.iter().copied());
                let meant = meant.map_or(String::new(), |name| format!("; did you mean `{name}`?"));
                return Err(format!("`{name}` is no action{meant}"));
            }
        })
    }
}

impl Edit {
    fn new(params: &[String]) -> Result<Edit, String> {
        let params: Vec<&str> = params.iter().map(String::as_str).collect();
        let wrong = |needs: &str| Err(format!("`edit: {}` needs {needs}", params[0]));
        Ok(match params.as_slice() {
            [] => return Err("`edit` does not say how".to_owned()),
            ["regex", from, to] => match Pattern::new(from) {
                Ok(from) => Edit::Regex { from, to: (*to).to_owned() },
                Err(_) => return Err(format!("`{from}` is no pattern")),
            },
            ["regex", ..] => return wrong("a pattern and what to put in its place"),
            [name @ ("trim" | "trim_left" | "trim_right"), chars] => {
                Edit::Trim { chars: chars.chars().collect(), left: *name != "trim_right", right: *name != "trim_left" }
            }
            ["truncate", separator] => Edit::Split { separator: (*separator).to_owned(), index: 0 },
            ["split", separator, index] => match index.parse() {
                Ok(index) => Edit::Split { separator: (*separator).to_owned(), index },
                Err(_) => return wrong("a separator and the number of a part"),
            },
            ["trim" | "trim_left" | "trim_right", ..] => return wrong("the characters to take away"),
            ["truncate", ..] => return wrong("where to cut"),
            ["split", ..] => return wrong("a separator and the number of a part"),
            _ => Edit::Nothing,
        })
    }

    fn apply(&self, text: &str) -> Option<String> {
        match self {
            Edit::Regex { from, to } => Some(from.replace_all(text, to, &mut Effort::default())),
            Edit::Trim { chars, left, right } => {
                let text = if *left { text.trim_start_matches(chars.as_slice()) } else { text };
                let text = if *right { text.trim_end_matches(chars.as_slice()) } else { text };
                Some(text.to_owned())
            }
            // Nothing separates every character from the next.
            Edit::Split { separator, index } if separator.is_empty() => text.chars().nth(*index).map(String::from),
            Edit::Split { separator, index } => text.split(separator.as_str()).nth(*index).map(str::to_owned),
            Edit::Nothing => None,
        }
    }
}

/// `OAuthToken` as `oauth token`: words in lower case with a space between.
fn simple_case(text: &str) -> String {
    let mut out = String::new();
    let mut last = ' ';
    for (at, c) in text.trim().char_indices() {
        let word = c.is_alphanumeric();
        let starts = at > 1 && last.is_lowercase() && c.is_uppercase();
        if starts || !word {
            out.push(' ');
        }
        if word {
            out.extend(c.to_lowercase());
        }
        last = c;
    }
    out.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(params: &[&str], matched: &str, expected: &[&str]) {
        let spec = Spec::new(params[0], &params[1..]).unwrap();
        assert_eq!(spec.of(matched).replacements, expected, "{params:?}");
    }

    #[test]
    fn actions_say_what_to_put_there() {
        check(&["replace", "a", "b"], "x", &["a", "b"]);
        check(&["remove"], "x", &[""]);
        check(&["edit", "trim", " "], " — ", &["—"]);
        check(&["edit", "trim_right", "!"], "wow!!", &["wow"]);
        check(&["edit", "trim_right", "(s)"], "key(s)", &["key"]);
        check(&["edit", "trim_left", "."], "..apk.", &["apk."]);
        check(&["edit", "regex", "(\\w+)-", "${1} "], "publicly-available", &["publicly available"]);
        check(&["edit", "truncate", " "], "the the", &["the"]);
        check(&["edit", "split", " ", "1"], "so very", &["very"]);
        check(&["edit", "split", " ", "7"], "so very", &[]);
        check(&["edit", "remove"], "x", &[]);
        check(&["convert", "simple"], "myOAuth_token X", &["my oauth token x"]);
        check(&["suggest", "spellings"], "teh", &[]);
    }

    #[test]
    fn an_action_that_cannot_work_is_refused() {
        let message = |params: &[&str]| {
            let owned: Vec<String> = params[1..].iter().map(|param| (*param).to_owned()).collect();
            Kind::new(params[0], &owned).unwrap_err()
        };
        assert_eq!(message(&["replcae"]), "`replcae` is no action; did you mean `replace`?");
        assert_eq!(message(&["edit"]), "`edit` does not say how");
        assert_eq!(message(&["edit", "regex", "a"]), "`edit: regex` needs a pattern and what to put in its place");
        assert_eq!(message(&["edit", "regex", "(", ""]), "`(` is no pattern");
        assert_eq!(message(&["edit", "split", " ", "x"]), "`edit: split` needs a separator and the number of a part");
    }
}
