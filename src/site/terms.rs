//! Terms in the texts of pages: where each is used first, and what a reader is told there. Owns [`Terms`].

use std::collections::BTreeSet;
use std::hash::{Hash, Hasher};
use std::ops::Range;
use std::sync::Arc;

use aho_corasick::{AhoCorasick, MatchKind};

use super::urls::{Linker, encode};
use super::{PageId, Site};
use crate::source::{Fingerprint, fingerprint_of};

/// The terms that the data explains. All pages share them.
#[derive(Debug, Clone, Default)]
pub struct Terms {
    known: Option<Arc<Known>>,
}

#[derive(Debug)]
struct Known {
    terms: Vec<Term>,
    matcher: AhoCorasick,
    fingerprint: Fingerprint,
}

/// A term.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Term {
    /// As it is written.
    pub words: String,
    /// What it means, as plain text.
    pub about: String,
    /// Where it is explained, from the root of the site.
    pub path: String,
}

impl Hash for Terms {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.known.as_ref().map(|known| known.fingerprint).hash(state);
    }
}

impl Terms {
    /// Where terms stand in a text that were not met before. Those that are found are met.
    pub fn first_uses(&self, text: &str, met: &mut BTreeSet<usize>) -> Vec<(Range<usize>, &Term)> {
        let Some(known) = &self.known else { return Vec::new() };
        let mut found = Vec::new();
        for place in known.matcher.find_iter(text) {
            let number = place.pattern().as_usize();
            let term = &known.terms[number];
            if is_word(text, place.range()) && is_same(&text[place.range()], &term.words) && met.insert(number) {
                found.push((place.range(), term));
            }
        }
        found
    }
}

/// No letter or digit goes on at either end. `cluster-wide` and `cluster's` are no uses of `cluster`.
fn is_word(text: &str, range: Range<usize>) -> bool {
    let goes_on = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '\'' | '’');
    let before = text[..range.start].chars().next_back();
    let after = text[range.end..].chars().next();
    !before.is_some_and(goes_on) && !after.is_some_and(goes_on)
}

/// A term is written as it is; only at the beginning of a sentence it may be a capital letter that a small one became.
fn is_same(found: &str, term: &str) -> bool {
    let mut rest = found.chars();
    let mut wanted = term.chars();
    match (rest.next(), wanted.next()) {
        (Some(a), Some(b)) => (a == b || a.to_lowercase().eq(b.to_lowercase()) && b.is_lowercase()) && rest.eq(wanted),
        _ => false,
    }
}

/// The terms that are told: those with a meaning, as the page that lists them has them.
pub(super) fn terms(site: &Site) -> Terms {
    if !site.config.markdown.terms {
        return Terms::default();
    }
    let from_root = Linker::Relative("/".to_owned(), site.config.build.offline);
    let terms = site.community.terms.iter().filter_map(|record| {
        let word = &record.fields;
        let parts: Vec<&str> = [&word.expansion, &word.definition].into_iter().flatten().map(String::as_str).collect();
        let (page, anchor) = site.places.anchor_of(&("term", record.id.clone()))?;
        let about = crate::document::inline::plain(&parts.join(": "));
        let path = format!("{}#{}", from_root.href(&site.page(page).url), encode(anchor));
        (!about.is_empty()).then(|| Term { words: word.term.clone(), about, path })
    });
    let terms: Vec<Term> = terms.collect();
    let matcher = AhoCorasick::builder()
        .match_kind(MatchKind::LeftmostLongest)
        .ascii_case_insensitive(true)
        .build(terms.iter().map(|term| &term.words));
    let fingerprint = fingerprint_of(&terms);
    match matcher {
        Ok(matcher) if !terms.is_empty() => Terms { known: Some(Arc::new(Known { terms, matcher, fingerprint })) },
        // There are more words than the library counts.
        _ => Terms::default(),
    }
}

/// What a page tells of the terms in its text: nothing where they are listed.
pub(super) fn terms_on(site: &Site, id: PageId) -> Terms {
    let lists_them = site.places.anchors_on(id).next().is_some_and(|_| site.shows_block(id, "glossary"));
    if lists_them { Terms::default() } else { site.terms.clone() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_the_term_and_no_part_of_another() {
        assert!(is_same("Cluster", "cluster") && is_same("cluster", "cluster") && is_same("Über", "über"));
        assert!(!is_same("CLUSTER", "cluster") && !is_same("api", "API") && !is_same("Api", "API"));
        let text = "A cluster, my-cluster, clusters, a cluster-wide cluster's end.";
        let words: Vec<bool> = text.match_indices("cluster").map(|(at, _)| is_word(text, at..at + 7)).collect();
        assert_eq!(words, [true, false, false, false, false]);
    }
}
