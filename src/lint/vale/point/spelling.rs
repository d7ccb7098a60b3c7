//! `spelling`: flags words that no dictionary has.

use super::{Setup, compile};
use crate::lint::vale::action::Action;
use crate::lint::vale::exceptions::{own_exceptions, phrases_pattern};
use crate::lint::vale::fields::Fields;
use crate::lint::vale::pattern::{Effort, Pattern};
use crate::lint::vale::rule::{Block, Files, Hit, Rule};
use crate::lint::vale::spelling::Speller;
use crate::lint::vale::words::words;

/// The point's data.
#[derive(Debug)]
pub struct Spelling {
    speller: Speller,
    /// A word that one of them is found in is not looked up.
    filters: Vec<Pattern>,
    /// Names, abbreviations and whatever is not made of letters are not looked up either.
    default_filters: bool,
    /// Words that the project accepts.
    accepted: Option<Pattern>,
    /// Phrases that it accepts: their words are wrong elsewhere.
    phrases: Option<Pattern>,
}

/// Where a project keeps dictionaries and lists of words.
const DICTIONARIES: &str = "config/dictionaries";
const IGNORE: &str = "config/ignore";

impl Spelling {
    pub(super) fn read(fields: &mut Fields, setup: &Setup) -> Option<Spelling> {
        let filters = fields.list("filters");
        let filters = filters.iter().filter_map(|filter| compile(fields, filter, "")).collect();
        let default_filters = !fields.flag("custom", false);
        let accept = setup.vocabulary.good();
        let own = own_exceptions(fields);
        let bounded: Vec<String> = own.iter().chain(accept).map(|word| format!(r"\b(?:{word})\b")).collect();
        let accepted =
            (!bounded.is_empty()).then(|| Pattern::new(&format!("(?i){}", bounded.join("|"))).ok()).flatten();
        let phrases = phrases_pattern(accept, false);
        let mut speller = Speller::default();
        dictionaries(fields, setup, &mut speller);
        let lists = fields.list("ignore");
        if setup.built_in {
            for path in setup.files.below(IGNORE).iter().filter(|path| path.ends_with(".txt")) {
                speller.ignore(setup.files.text(path).unwrap_or(""));
            }
        }
        for list in &lists {
            // A list that is not there ignores nothing: packages name lists that only some projects have.
            for path in [list.text.clone(), format!("{IGNORE}/{}", list.text)] {
                speller.ignore(setup.files.text(&path).unwrap_or(""));
            }
        }
        // Vale reads none of these here.
        for ignored in ["threshold", "vocab"] {
            fields.get(ignored);
        }
        Some(Spelling { speller, filters, default_filters, accepted, phrases })
    }

    pub(super) fn run(&self, rule: &Rule, block: &Block, effort: &mut Effort) -> Vec<Hit> {
        let masked = self.mask(block.text, effort);
        let text = masked.as_deref().unwrap_or(block.text);
        let mut hits = Vec::new();
        for word in words(text) {
            if (self.default_filters && is_special(&word.text))
                || self.filters.iter().any(|filter| filter.is_match(&word.text, effort))
                || self.speller.knows(&word.text)
                || self.accepted.as_ref().is_some_and(|accepted| accepted.is_match(&word.text, effort))
            {
                continue;
            }
            let action = rule.action.as_ref().map(|action| Action {
                name: action.name.clone(),
                params: action.params.clone(),
                replacements: Vec::new(),
            });
            hits.push(Hit { action, ..rule.say(word.range, &word.text, &[&word.text]) });
        }
        hits
    }

    /// Spellings for a word.
    pub fn suggest(&self, word: &str) -> Vec<String> {
        self.speller.suggest(word)
    }

    /// The text with spaces in the place of accepted phrases.
    fn mask(&self, text: &str, effort: &mut Effort) -> Option<String> {
        let found = self.phrases.as_ref()?.ranges(text, effort);
        if found.is_empty() {
            return None;
        }
        let mut masked = String::with_capacity(text.len());
        for range in found {
            masked.push_str(&text[masked.len()..range.start]);
            masked.extend(std::iter::repeat_n(' ', range.len()));
        }
        masked.push_str(&text[masked.len()..]);
        Some(masked)
    }
}

fn dictionaries(fields: &mut Fields, setup: &Setup, speller: &mut Speller) {
    let files = setup.files;
    let append = fields.flag("append", false);
    let (aff, dic) = (fields.text("aff"), fields.text("dic"));
    let folder = fields.text("dicpath").map(|item| item.text);
    let names = fields.list("dictionaries");
    if let (Some(aff), Some(dic)) = (aff, dic)
        && let (Some(aff_text), Some(dic_text)) = (asset(files, &aff.text), asset(files, &dic.text))
    {
        if let Err(message) = speller.add(aff_text, dic_text) {
            fields.error(dic.span, format!("`{}` cannot be read: {message}", dic.text));
        }
        return;
    }
    let folder = folder.as_deref().map_or(DICTIONARIES, |folder| folder.trim_start_matches("./").trim_end_matches('/'));
    for name in names {
        let path = |ending: &str| format!("{folder}/{}.{ending}", name.text);
        let (Some(aff), Some(dic)) = (files.text(&path("aff")), files.text(&path("dic"))) else {
            let message = format!("the dictionary `{}` was not found in `{folder}`", name.text);
            fields.error(name.span, message);
            continue;
        };
        if let Err(message) = speller.add(aff, dic) {
            fields.error(name.span, format!("the dictionary `{}` cannot be read: {message}", name.text));
        }
    }
    if append || speller.is_empty() {
        speller.add_bundled();
    }
    if setup.built_in {
        for path in files.below(DICTIONARIES) {
            let aff = path.strip_suffix(".dic").map(|stem| format!("{stem}.aff"));
            if let (Some(aff), Some(dic)) = (aff.and_then(|aff| files.text(&aff)), files.text(&path)) {
                // One that cannot be read knows no words; nothing else depends on it.
                let _ = speller.add(aff, dic);
            }
        }
    }
}

/// A file that a rule names: by its path, or in the folder for dictionaries.
fn asset<'f>(files: &'f dyn Files, path: &str) -> Option<&'f str> {
    files.text(path).or_else(|| files.text(&format!("{DICTIONARIES}/{path}")))
}

/// Not made of letters alone, or written like a name or an abbreviation: `x86`, `HTML`, `CamelCase`.
fn is_special(word: &str) -> bool {
    let bytes = word.as_bytes();
    if !bytes.iter().all(|byte| byte.is_ascii_alphabetic() || matches!(byte, b'_' | b'\'')) {
        return true;
    }
    if bytes.last().is_some_and(u8::is_ascii_uppercase) {
        return true;
    }
    // An upper case letter, lower case ones, an upper case one, and at least one more.
    let mut humps = bytes
        .iter()
        .enumerate()
        .filter(|(at, byte)| byte.is_ascii_uppercase() && *at > 0 && bytes[at - 1].is_ascii_lowercase());
    humps.any(|(at, _)| {
        let lower = bytes[..at].iter().rev().take_while(|byte| byte.is_ascii_lowercase()).count();
        let begins = at.checked_sub(lower + 1).is_some_and(|first| bytes[first].is_ascii_uppercase());
        begins && bytes.get(at + 1).is_some_and(|next| *next != b'\'')
    })
}
