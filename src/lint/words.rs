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
        let goes_on = |beside: Option<char>, edge: Option<char>| {
            edge.is_some_and(char::is_alphanumeric) && beside.is_some_and(|c| c.is_alphanumeric() || c == '_')
        };
        let is_part = goes_on(before, itself.chars().next()) || goes_on(after, itself.chars().next_back());
        let is_joined = before == Some('-') || after == Some('-');
        match hit.list {
            _ if is_part => false,
            List::Right => is_form(itself, &self.right[hit.entry]),
            List::Terms => {
                let beside_slash = before == Some('/') || after == Some('/');
                self.terms[hit.entry].is_in(itself, is_joined) && !beside_slash && !is_in_code(hit, text)
            }
            List::Alienating | List::Wordy | List::Please => !is_joined && !is_in_code(hit, text),
            List::Latin | List::Inclusive => !is_in_code(hit, text),
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

/// Of hits of one list the longest at a place; nothing in what is right, and of other lists nothing in what the terms say.
fn without_covered(mut hits: Vec<Hit>) -> Vec<Hit> {
    hits.sort_by_key(|hit| (hit.range.start, Reverse(hit.range.end), hit.list as usize));
    // How far the hits of each list reach: what ends before that began within one of them.
    let mut reach = [0; 7];
    hits.retain(|hit| {
        let over = |list: List| reach[list as usize] >= hit.range.end;
        let is_covered = over(List::Right) || over(List::Terms) || over(hit.list);
        reach[hit.list as usize] = reach[hit.list as usize].max(hit.range.end);
        !is_covered && hit.list != List::Right
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

    /// Another text in its place, with a capital where it has one, and the article that goes with it.
    pub fn fix(&self, with: &str, safety: Safety) -> Option<Fix> {
        let prose = &self.block.prose;
        if !prose.is_verbatim(self.range.clone()) {
            return None;
        }
        let new = in_case_of(self.text(), with);
        // Links lead to the words of a heading.
        let is_anchor = matches!(self.block.kind, BlockKind::Heading(_)) && !new.eq_ignore_ascii_case(self.text());
        let safety = if is_anchor { safety.max(Safety::Unsafe) } else { safety };
        let before = &prose.text[..self.range.start];
        let article = self.around().previous();
        let with_article = before.len().checked_sub(article.len() + 1).map(|start| start..self.range.end);
        let with_article =
            with_article.filter(|range| is_one_of(article, &["a", "an"]) && prose.is_verbatim(range.clone()));
        Some(match with_article {
            Some(range) if takes_an(&new) != (article.len() == 2) => {
                let right = in_case_of(article, if takes_an(&new) { "an" } else { "a" });
                Fix::replace(prose.span(range), format!("{right} {new}"), safety)
            }
            _ => Fix::replace(self.span(), new, safety),
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
    let word = word.to_lowercase();
    word.starts_with(['a', 'e', 'i', 'o', 'u'])
        && !["us", "uni", "eu", "one"].iter().any(|start| word.starts_with(start))
}
