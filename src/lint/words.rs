//! Words and phrases that rules have lists of, found in one pass over a page's prose.
//!
//! Entry points: [`Lists::new`] makes all lists of all rules ready, [`Lists::find`] looks at a page, [`Page::found`] gives
//! a rule what is its own.

use std::cmp::Reverse;
use std::ops::Range;

use aho_corasick::AhoCorasick;

use super::rules::style::{alienating_word, latin_abbreviation, please, wordy_phrase};
use super::rules::words::inclusive_language;
use super::rules::words::wrong_term::{self, WrongTerm};
use super::text::{Around, is_code_like, is_one_of, token_at};
use super::{Facts, Page};
use crate::config::LintSettings;
use crate::diagnostic::{Fix, Safety};
use crate::document::prose::{Block, BlockKind};
use crate::document::{Document, NodeKind};
use crate::source::Span;

/// Whose list it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::lint) enum List {
    /// Right as it is written, whatever a list says of a part of it: the terms, and the words of the settings.
    Right,
    /// Wrong ways of writing a term.
    Terms,
    /// The words of `alienating-word`.
    Alienating,
    /// The phrases of `wordy-phrase`.
    Wordy,
    /// The abbreviations of `latin-abbreviation`.
    Latin,
    /// The one word of `please`.
    Please,
    /// The words of `inclusive-language`.
    Inclusive,
}

/// All lists, made ready.
#[derive(Default)]
pub(in crate::lint) struct Lists {
    automaton: Option<AhoCorasick>,
    keys: Vec<(List, usize)>,
    right: Vec<String>,
    /// Wrong ways of writing terms.
    pub terms: Vec<WrongTerm>,
}

/// A word of a list in a block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::lint) struct Hit {
    list: List,
    entry: usize,
    block: usize,
    range: Range<usize>,
}

impl Lists {
    /// The rules' own lists, the terms, and the words of the settings.
    pub fn new(settings: &LintSettings, facts: &Facts) -> Lists {
        let right: Vec<String> = facts.terms.iter().map(|term| &term.right).chain(&settings.words).cloned().collect();
        let terms = wrong_term::forms(&facts.terms);
        let own: [(List, Vec<&str>); 7] = [
            (List::Right, right.iter().map(String::as_str).collect()),
            (List::Terms, terms.iter().map(|term| &*term.form).collect()),
            (List::Alienating, alienating_word::WORDS.iter().map(|word| word.0).collect()),
            (List::Wordy, wordy_phrase::PHRASES.iter().map(|phrase| phrase.wordy).collect()),
            (List::Latin, latin_abbreviation::ABBREVIATIONS.iter().map(|one| one.0).collect()),
            (List::Please, please::WORDS.to_vec()),
            (List::Inclusive, inclusive_language::WORDS.iter().map(|word| word.word).collect()),
        ];
        let all = own.iter().flat_map(|(list, words)| {
            words.iter().enumerate().map(|(entry, word)| ((*list, entry), *word)).filter(|(_, word)| !word.is_empty())
        });
        let (keys, words): (Vec<_>, Vec<&str>) = all.unzip();
        // It fails for lists of gigabytes alone.
        let automaton = AhoCorasick::builder().ascii_case_insensitive(true).build(words).ok();
        Lists { automaton, keys, right, terms }
    }

    /// The words of all lists on a page, in reading order. The rules' own lists are English.
    pub fn find(&self, prose: &[Block], is_english: bool) -> Vec<Hit> {
        let mut hits = Vec::new();
        let Some(automaton) = &self.automaton else { return hits };
        for (block, of) in prose.iter().enumerate() {
            // Phrases go on over line ends.
            let text = of.prose.text.replace('\n', " ");
            let found = automaton.find_overlapping_iter(&text).filter_map(|found| {
                let (list, entry) = self.keys[found.pattern().as_usize()];
                let hit = Hit { list, entry, block, range: found.range() };
                let speaks = is_english || matches!(list, List::Right | List::Terms);
                (speaks && self.stands(&hit, &text)).then_some(hit)
            });
            hits.extend(without_covered(found.collect()));
        }
        hits
    }

    /// The hit is a whole word, written as the list has it, and no piece of a name of code.
    fn stands(&self, hit: &Hit, text: &str) -> bool {
        let itself = &text[hit.range.clone()];
        let before = text[..hit.range.start].chars().next_back();
        let after = text[hit.range.end..].chars().next();
        let goes_on = |beside: Option<char>| beside.is_some_and(|c| c.is_alphanumeric() || c == '_');
        let is_part = goes_on(before) || goes_on(after);
        let is_joined = before == Some('-') || after == Some('-');
        match hit.list {
            _ if is_part => false,
            List::Right => is_form(itself, &self.right[hit.entry]),
            List::Terms => {
                // `.github` and `owner/github` are names of files.
                let is_in_path = matches!(before, Some('/' | '.')) || after == Some('/');
                self.terms[hit.entry].is_in(itself, is_joined) && !is_in_path && !is_in_code(hit, text)
            }
            List::Alienating | List::Wordy | List::Please => !is_joined && !is_in_code(hit, text),
            List::Latin => before != Some('.') && !is_in_code(hit, text),
            List::Inclusive => !is_in_code(hit, text),
        }
    }
}

/// A text is a form, or the form with a capital at its start.
pub(in crate::lint) fn is_form(text: &str, form: &str) -> bool {
    let mut letters = text.chars();
    let first = letters.next();
    let mut form = form.chars();
    let capital = form.next().map(|c| (c, c.to_ascii_uppercase()));
    capital.is_some_and(|(small, capital)| first == Some(small) || first == Some(capital)) && letters.eq(form)
}

fn is_in_code(hit: &Hit, text: &str) -> bool {
    let token = token_at(text, hit.range.clone());
    let itself = &text[hit.range.clone()];
    if !is_code_like(itself) {
        return is_code_like(token);
    }
    // `e.g.` looks like a file itself.
    token.split(itself).any(|beside| is_code_like(beside) || beside.contains(['/', '@', '_']))
}

/// Of hits of one list the first and longest at a place; nothing in what is right, and of other lists nothing in what the
/// terms say.
fn without_covered(mut hits: Vec<Hit>) -> Vec<Hit> {
    hits.sort_by_key(|hit| (hit.range.start, Reverse(hit.range.end), hit.list as usize));
    // How far the hits of each list reach that are kept.
    let mut reach = [0; 7];
    hits.retain(|hit| {
        let is_within = |list: List| reach[list as usize] >= hit.range.end;
        let overlaps = reach[hit.list as usize] > hit.range.start;
        if is_within(List::Right) || is_within(List::Terms) || overlaps {
            return false;
        }
        reach[hit.list as usize] = hit.range.end;
        hit.list != List::Right
    });
    hits
}

/// A word of a list, as a rule sees it.
pub(in crate::lint) struct Found<'a> {
    /// Its place in the list.
    pub entry: usize,
    /// The block that it stands in.
    pub block: &'a Block,
    /// Its place in the block's text.
    pub range: Range<usize>,
}

impl<'a> Page<'a> {
    /// The words of a list on the page. Those that are spoken of, in quotation marks or alone in emphasis, are left out.
    pub(in crate::lint) fn found(&self, list: List) -> impl Iterator<Item = Found<'a>> {
        let (hits, prose, document) = (self.hits, self.prose, self.document);
        let found = hits.iter().filter(move |hit| hit.list == list).map(move |hit| Found {
            entry: hit.entry,
            block: &prose[hit.block],
            range: hit.range.clone(),
        });
        found.filter(move |found| !found.around().is_quoted() && !is_emphasised(document, found.span()))
    }
}

/// All that some emphasis holds.
fn is_emphasised(document: &Document, span: Span) -> bool {
    let behind = document.nodes.partition_point(|node| node.span.start <= span.start);
    let (Some(text), Some(around)) = (behind.checked_sub(1), behind.checked_sub(2)) else { return false };
    let is_emphasis = matches!(document.nodes[around].kind, NodeKind::Emphasis | NodeKind::Strong);
    is_emphasis && document.nodes[text].span == span && document.nodes[around].end as usize == behind
}

impl<'a> Found<'a> {
    /// The word as it is written.
    pub fn text(&self) -> &'a str {
        &self.block.prose.text[self.range.clone()]
    }

    /// Where it stands.
    pub fn span(&self) -> Span {
        self.block.prose.span(self.range.clone())
    }

    /// What stands beside it.
    pub fn around(&self) -> Around<'a> {
        Around { text: &self.block.prose.text, range: self.range.clone() }
    }

    /// Another text in its place, with capitals as this one has them, and the article that goes with it.
    pub fn fix(&self, with: &str, safety: Safety) -> Option<Fix> {
        self.fix_as_written(&in_case_of(self.text(), with), safety)
    }

    /// Another text in its place, and the article that goes with it.
    pub fn fix_as_written(&self, new: &str, safety: Safety) -> Option<Fix> {
        let prose = &self.block.prose;
        if !prose.is_verbatim(self.range.clone()) {
            return None;
        }
        // Links lead to the words of a heading.
        let is_anchor = matches!(self.block.kind, BlockKind::Heading(_)) && !new.eq_ignore_ascii_case(self.text());
        let safety = if is_anchor { safety.max(Safety::Unsafe) } else { safety };
        let article = self.around().previous();
        let start = self.range.start.checked_sub(article.len() + 1);
        let with_article = start.map(|start| start..self.range.end).filter(|range| {
            let fits = is_one_of(article, if takes_an(self.text()) { &["an"] } else { &["a"] });
            fits && takes_an(self.text()) != takes_an(new) && prose.is_verbatim(range.clone())
        });
        Some(match with_article {
            Some(range) => {
                let article = in_case_of(article, if takes_an(new) { "an" } else { "a" });
                Fix::replace(prose.span(range), format!("{article} {new}"), safety)
            }
            None => Fix::replace(self.span(), new, safety),
        })
    }

    /// Nothing in its place: the next word takes its capital.
    pub fn removal(&self, safety: Safety) -> Option<Fix> {
        let prose = &self.block.prose;
        let rest = &prose.text[self.range.end..];
        let behind = rest.strip_prefix(',').unwrap_or(rest);
        let next = behind.strip_prefix(' ')?.chars().next()?;
        let end = prose.text.len() - behind.len() + 1 + next.len_utf8();
        let is_capital = self.text().starts_with(char::is_uppercase);
        let next: String = if is_capital { next.to_uppercase().collect() } else { next.to_string() };
        let range = self.range.start..end;
        let is_anchor = matches!(self.block.kind, BlockKind::Heading(_));
        let safety = if is_anchor { safety.max(Safety::Unsafe) } else { safety };
        let fix = || Fix::replace(prose.span(range.clone()), next, safety).titled("leave it out");
        prose.is_verbatim(range.clone()).then(fix)
    }
}

/// `new` with the capitals of `old`.
fn in_case_of(old: &str, new: &str) -> String {
    let mut letters = old.chars().filter(|c| c.is_alphabetic());
    let first_is_capital = letters.next().is_some_and(char::is_uppercase);
    let mut others = letters.peekable();
    if first_is_capital && others.peek().is_some() && others.all(char::is_uppercase) {
        return new.to_uppercase();
    }
    let mut chars = new.chars();
    match chars.next() {
        Some(first) if first_is_capital => first.to_uppercase().chain(chars).collect(),
        _ => new.to_owned(),
    }
}

/// "an" stands before it.
fn takes_an(word: &str) -> bool {
    // Acronyms are spelled out: "an RFD", "a URL".
    if word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_uppercase()) {
        return word.starts_with(['A', 'E', 'F', 'H', 'I', 'L', 'M', 'N', 'O', 'R', 'S', 'X']);
    }
    let word = word.to_lowercase();
    word.starts_with(['a', 'e', 'i', 'o', 'u'])
        && !["us", "uni", "eu", "one"].iter().any(|start| word.starts_with(start))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::apply;
    use crate::document::Dialect;
    use crate::document::include::NoFiles;
    use crate::document::{parse, prose};
    use crate::lint::Term;
    use crate::source::Source;

    fn lists() -> Lists {
        let term = |right: &str, wrong: &[&str]| Term {
            right: right.to_owned(),
            wrong: wrong.iter().map(|wrong| wrong.to_string()).collect(),
            expansion: None,
        };
        let terms = vec![term("GitHub", &[]), term("allow list", &["whitelist"]), term("Easy Install", &[])];
        let settings = LintSettings { words: vec!["utilize".to_owned()], ..LintSettings::default() };
        Lists::new(&settings, &Facts { terms, ..Facts::default() })
    }

    fn found(text: &str) -> Vec<String> {
        let document = parse(&Source::from_text("a.md", "a.md", text), &Dialect::default(), &NoFiles);
        let prose = prose::blocks(&document);
        let hits = lists().find(&prose, true);
        hits.iter().map(|hit| format!("{:?} {}", hit.list, &prose[hit.block].prose.text[hit.range.clone()])).collect()
    }

    #[test]
    fn the_longest_whole_word_is_found_and_what_is_right_hides_it() {
        assert_eq!(found("In order to\nobviously, `in order to`."), ["Wordy In order to", "Alienating obviously"]);
        assert_eq!(found("Use Easy Install; utilize it or Utilizes it."), ["Wordy Utilizes"]);
        assert_eq!(found("simply-typed unobviously simply_"), [""; 0]);
    }

    #[test]
    fn terms_have_the_last_word() {
        assert_eq!(found("A Whitelist, a blacklist"), ["Terms Whitelist", "Inclusive blacklist"]);
        assert_eq!(
            found("Github github-actions Github-hosted .github a/github github.com GitHub https://github.com"),
            ["Terms Github", "Terms Github"]
        );
    }

    #[test]
    fn abbreviations_are_no_files() {
        assert_eq!(found("a tool, e.g. Vale (i.e. a linter), etc."), ["Latin e.g.", "Latin i.e.", "Latin etc."]);
        assert_eq!(found("in /etc/hosts or node.e.g.x"), [""; 0]);
    }

    /// The text with a word of it written in another way.
    fn fixed(text: &str, word: &str, change: impl Fn(&Found) -> Option<Fix>) -> Option<String> {
        let document = parse(&Source::from_text("a.md", "a.md", text), &Dialect::default(), &NoFiles);
        let prose = prose::blocks(&document);
        let at = prose[0].prose.text.find(word)?;
        let found = Found { entry: 0, block: &prose[0], range: at..at + word.len() };
        let finding = crate::diagnostic::Diagnostic::new(
            "x",
            crate::diagnostic::Severity::Error,
            &document.path,
            found.span(),
            "",
        );
        let finding = finding.fix(change(&found)?);
        apply(text, &[&finding], Safety::Safe).map(|(text, _)| text)
    }

    #[test]
    fn a_fix_keeps_capitals_and_mends_the_article() {
        let with = |word: &'static str| move |found: &Found| found.fix(word, Safety::Safe);
        assert_eq!(fixed("A whitelist is.", "whitelist", with("allowlist")).as_deref(), Some("An allowlist is."));
        assert_eq!(fixed("Utilize *it*.", "Utilize", with("use")).as_deref(), Some("Use *it*."));
        assert_eq!(fixed("the SLAVE is", "SLAVE", with("replica")).as_deref(), Some("the REPLICA is"));
        assert_eq!(fixed("wh*ite*list", "whitelist", with("allowlist")), None);
        // Of a heading the anchor would change, which is no safe fix.
        assert_eq!(fixed("# A whitelist", "whitelist", with("allowlist")), None);
    }

    #[test]
    fn what_is_left_out_hands_its_capital_on() {
        let out = |found: &Found| found.removal(Safety::Safe);
        assert_eq!(fixed("Simply run it.", "Simply", out).as_deref(), Some("Run it."));
        assert_eq!(fixed("You can simply run it.", "simply", out).as_deref(), Some("You can run it."));
        assert_eq!(fixed("Obviously, it runs.", "Obviously", out).as_deref(), Some("It runs."));
        assert_eq!(fixed("Run it, obviously.", "obviously", out), None);
        assert_eq!(fixed("Simply *run* it.", "Simply", out), None);
    }
}
