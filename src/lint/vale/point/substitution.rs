//! `substitution`: flags what has a better form, and says which.

use std::sync::OnceLock;

use super::Setup;
use crate::lint::capitalized;
use crate::lint::vale::action::Action;
use crate::lint::vale::alternation::{Alternation, Around, NO_WORDS, WORDS};
use crate::lint::vale::dialect::{translate, without_captures};
use crate::lint::vale::exceptions::Exceptions;
use crate::lint::vale::fields::Fields;
use crate::lint::vale::message::{Message, alternatives};
use crate::lint::vale::pattern::{Effort, Pattern};
use crate::lint::vale::rule::{Block, Hit, Rule};

/// The point's data.
#[derive(Debug)]
pub struct Substitution {
    swaps: Vec<Swap>,
    pattern: Option<Alternation>,
    exceptions: Exceptions,
    ignore_case: bool,
    capitalize: bool,
    /// The message for a list of alternatives, which brings its own quotes.
    unquoted: Option<Message>,
}

/// A key and what should stand in its place.
#[derive(Debug)]
struct Swap {
    key: String,
    value: String,
    /// The value refers to groups of the key.
    refers: bool,
    /// The key with its groups.
    groups: OnceLock<Option<Pattern>>,
    /// The value as a description of the accepted forms.
    accepted: OnceLock<Option<Pattern>>,
}

impl Substitution {
    pub(super) fn read(fields: &mut Fields, setup: &Setup) -> Option<Substitution> {
        let ignore_case = fields.flag("ignorecase", false);
        let nonword = fields.flag("nonword", false);
        let capitalize = fields.flag("capitalize", false);
        let exceptions = Exceptions::read(fields, setup.vocabulary, true);
        // Vale reads it, and does nothing with it.
        fields.get("pos");
        let mut pairs = fields.pairs("swap");
        // The longest key is the most exact one.
        pairs.sort_by_key(|(key, _)| std::cmp::Reverse(key.text.len()));
        let keys: Vec<String> = pairs.iter().map(|(key, _)| keyed(&key.text)).collect();
        let template = if nonword { NO_WORDS } else { setup.vocabulary.template.as_deref().unwrap_or(WORDS) };
        let pattern = match Alternation::new(&Around::template(template, ignore_case), &keys, true) {
            Ok(pattern) => pattern,
            Err(bad) => {
                let (key, _) = pairs.get(bad.key.unwrap_or(0))?;
                fields.error(key.span, format!("`{}` is no pattern: {}", key.text, bad.message));
                return None;
            }
        };
        let swaps = pairs.into_iter().map(|(key, value)| Swap {
            refers: refers(&value.text),
            key: key.text,
            value: value.text,
            groups: OnceLock::new(),
            accepted: OnceLock::new(),
        });
        let swaps: Vec<Swap> = swaps.collect();
        Some(Substitution {
            pattern: (!swaps.is_empty()).then_some(pattern),
            swaps,
            exceptions,
            ignore_case,
            capitalize,
            unquoted: unquoted(setup.message),
        })
    }

    pub(super) fn run(&self, rule: &Rule, block: &Block, effort: &mut Effort) -> Vec<Hit> {
        let Some(pattern) = &self.pattern else { return Vec::new() };
        let mut hits = Vec::new();
        let replaces = rule.action.as_ref().is_some_and(|action| action.is_replace());
        for found in pattern.matches(block.text, effort) {
            let observed = &block.text[found.range.clone()];
            let Some(swap) = self.swaps.get(found.key).filter(|_| !observed.is_empty()) else { continue };
            let capital = self.capitalize && starts_upper(observed);
            let mut expected = if capital { capitalized(&swap.value) } else { swap.value.clone() };
            if swap.refers {
                expected = self.expand(swap, &expected, observed, effort);
            }
            let right = match replaces {
                true => options(&expected).iter().any(|option| option == observed),
                false => swap.accepts(&expected, observed, effort),
            };
            if right || self.exceptions.allow(block.text, &found.range, observed, effort) {
                continue;
            }
            hits.push(self.hit(rule, found.range.clone(), observed, expected, capital));
        }
        hits
    }

    fn hit(&self, rule: &Rule, range: std::ops::Range<usize>, observed: &str, expected: String, capital: bool) -> Hit {
        let Some(action) = &rule.action else {
            return rule.say(range, observed, &[&recased(&expected, observed), observed]);
        };
        if !action.is_open_replace() {
            let expected = if action.is_replace() { expected } else { recased(&expected, observed) };
            let hit = rule.say(range, observed, &[&expected, observed]);
            return Hit { action: Some(action.of(observed)), ..hit };
        }
        let options = options(&expected);
        let options = if capital { options.iter().map(|option| capitalized(option)).collect() } else { options };
        let arguments = [&*alternatives(&options), observed];
        let mut hit = rule.say(range, observed, &arguments);
        if let Some(message) = &self.unquoted {
            hit.message = message.format(&arguments);
        }
        let action = Action { name: action.name.clone(), replacements: options.clone(), params: options };
        Hit { action: Some(action), ..hit }
    }

    /// Puts the groups of the key into the value.
    fn expand(&self, swap: &Swap, value: &str, observed: &str, effort: &mut Effort) -> String {
        let flag = if self.ignore_case { "(?i)" } else { "" };
        let groups = swap.groups.get_or_init(|| Pattern::new(&format!("{flag}{}", swap.key)).ok());
        let Some(groups) = groups else { return value.to_owned() };
        groups.replace_all(observed, value, effort)
    }
}

impl Swap {
    /// The observed text is already as it should be. A value that is more than a phrase describes what is accepted.
    fn accepts(&self, expected: &str, observed: &str, effort: &mut Effort) -> bool {
        if is_phrase(expected) {
            return expected == observed;
        }
        let compile = |expected: &str| Pattern::new(&format!("^(?:{expected})$")).ok();
        let made;
        let pattern = if expected == self.value {
            self.accepted.get_or_init(|| compile(expected)).as_ref()
        } else {
            made = compile(expected);
            made.as_ref()
        };
        pattern.map_or(expected == observed, |pattern| pattern.is_match(observed, effort))
    }
}

/// The key as a part of a list. One that refers back to its own group keeps it.
fn keyed(key: &str) -> String {
    let refers = translate(key).is_ok_and(|translated| translated.refers);
    if refers { key.to_owned() } else { without_captures(key) }
}

/// With two equal pairs of quotes in a message, the first goes: the alternatives are quoted themselves.
fn unquoted(message: &str) -> Option<Message> {
    let mut changed = message.to_owned();
    for quoted in ["'%s'", "\"%s\""] {
        if changed.matches(quoted).count() == 2 {
            changed = changed.replacen(quoted, "%s", 1);
        }
    }
    (changed != message).then(|| Message::new(&changed))
}

/// Letters, digits, spaces and hyphens.
fn is_phrase(text: &str) -> bool {
    text.chars().all(|c| c.is_alphanumeric() || matches!(c, ' ' | '-'))
}

fn starts_upper(text: &str) -> bool {
    text == capitalized(text)
}

/// The alternatives of a value: `a|b` is two, `a\|b` is one.
fn options(value: &str) -> Vec<String> {
    let mut options = vec![String::new()];
    let mut chars = value.chars().peekable();
    while let Some(c) = chars.next() {
        let last = options.last_mut().expect("there is always one");
        match c {
            '\\' if chars.peek() == Some(&'|') => last.extend(chars.next()),
            '|' => options.push(String::new()),
            c => last.push(c),
        }
    }
    options.retain(|option| !option.is_empty());
    options
}

/// A value that describes one spelling, in that spelling: `OAuth2?` for an `oauth2` reads `OAuth2`.
fn recased(value: &str, observed: &str) -> String {
    let mut spelling = String::new();
    let mut chars = value.chars();
    while let Some(c) = chars.next() {
        match c {
            '\\' => match chars.next() {
                Some(escaped) => spelling.push(escaped),
                None => return value.to_owned(),
            },
            '?' => {}
            '[' | ']' | '(' | ')' | '{' | '}' | '|' | '.' | '*' | '+' | '^' | '$' => return value.to_owned(),
            c => spelling.push(c),
        }
    }
    let same = !spelling.is_empty() && spelling.to_lowercase() == observed.to_lowercase();
    if same { spelling } else { value.to_owned() }
}

/// `$1` stands somewhere in it.
fn refers(value: &str) -> bool {
    value.match_indices('$').any(|(at, _)| value[at + 1..].starts_with(|c: char| c.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_parts_alternatives_unless_it_is_escaped() {
        for (value, expected) in [
            ("foo|bar|baz", vec!["foo", "bar", "baz"]),
            ("|foo|", vec!["foo"]),
            (r"\|foo\||bar", vec!["|foo|", "bar"]),
            (r"\|", vec!["|"]),
            ("|", vec![]),
        ] {
            assert_eq!(options(value), expected, "{value}");
        }
    }

    #[test]
    fn a_term_that_is_one_spelling_is_shown_as_it() {
        for (value, observed, expected) in [
            ("OAuth2?", "oauth2", "OAuth2"),
            ("OpenAPI", "openapi", "OpenAPI"),
            (r"Wi\-?Fi", "wi-fi", "Wi-Fi"),
            ("Wi-?Fi", "wifi", "Wi-?Fi"),
            ("[Pp]ython", "python", "[Pp]ython"),
        ] {
            assert_eq!(recased(value, observed), expected);
        }
    }
}
