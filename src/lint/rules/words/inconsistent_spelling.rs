//! `inconsistent-spelling`

use std::collections::BTreeMap;
use std::ops::Range;

use crate::diagnostic::{Diagnostic, Severity};
use crate::document::prose::Block;
use crate::lint::text::words;
use crate::lint::{Check, Group, Origin, Page, Precision, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "inconsistent-spelling",
    group: Group::Words,
    severity: Severity::Suggestion,
    summary: "a page spells a word in two ways",
    why: "Both ways are right, and together they look like two words, or like two writers who did not read each other. Searching for \
          one does not find the other. The way that the page uses less often is flagged.",
    bad: "# Colours\n\nChoose a colour. The color of links is another setting.\n",
    good: "# Colours\n\nChoose a colour. The colour of links is another setting, `link-color`.\n",
    precision: Some(Precision {
        right: 9,
        of: 9,
        on: "280 pages of Electron's documentation and 145 of the Rust Forge",
    }),
    sources: &[
        Origin { name: "Vale: consistency", url: "https://vale.sh/docs/checks/consistency" },
        Origin { name: "proselint: consistency.spelling", url: "https://github.com/amperser/proselint" },
    ],
    check: Check::Page(check),
    ..Rule::PLAIN
};

/// Beginnings of words that are spelled in two ways, in order. Those on `is` and `iz` go on with a vowel: an `optimist` has
/// no other way.
const PAIRS: &[(&str, &str)] = &[
    ("analysed", "analyzed"),
    ("analysing", "analyzing"),
    ("apologise", "apologize"),
    ("artefact", "artifact"),
    ("authoris", "authoriz"),
    ("behaviour", "behavior"),
    ("cancelled", "canceled"),
    ("cancelling", "canceling"),
    ("categoris", "categoriz"),
    ("centralis", "centraliz"),
    ("colour", "color"),
    ("customis", "customiz"),
    ("emphasise", "emphasize"),
    ("emphasising", "emphasizing"),
    ("favour", "favor"),
    ("finalis", "finaliz"),
    ("honour", "honor"),
    ("initialis", "initializ"),
    ("labelled", "labeled"),
    ("labelling", "labeling"),
    ("localis", "localiz"),
    ("maximis", "maximiz"),
    ("minimis", "minimiz"),
    ("modelled", "modeled"),
    ("modelling", "modeling"),
    ("neighbour", "neighbor"),
    ("normalis", "normaliz"),
    ("optimis", "optimiz"),
    ("organis", "organiz"),
    ("prioritis", "prioritiz"),
    ("recognis", "recogniz"),
    ("serialis", "serializ"),
    ("signalled", "signaled"),
    ("standardis", "standardiz"),
    ("summaris", "summariz"),
    ("synchronis", "synchroniz"),
    ("travelling", "traveling"),
    ("visualis", "visualiz"),
];

/// The pair of "e-mail", which is two words.
const EMAIL: usize = PAIRS.len();

/// One way of spelling a word on a page.
#[derive(Default)]
struct Uses<'a> {
    count: usize,
    first: Option<(&'a Block, Range<usize>)>,
}

fn check(page: &Page, diagnostics: &mut Vec<Diagnostic>) {
    if !page.is_english {
        return;
    }
    let mut uses: BTreeMap<usize, [Uses; 2]> = BTreeMap::new();
    for block in page.prose {
        let text = &block.prose.text;
        for word in words(text) {
            let (word, found) = match &text[word.start..] {
                rest if rest.starts_with("e-mail") => (word.start..word.end + "-mail".len(), Some((EMAIL, 0))),
                rest if rest.starts_with("email") => (word, Some((EMAIL, 1))),
                _ => (word.clone(), way(&text[word])),
            };
            let Some((pair, way)) = found else { continue };
            let uses = &mut uses.entry(pair).or_default()[way];
            uses.count += 1;
            uses.first.get_or_insert((block, word));
        }
    }
    for [one, other] in uses.into_values() {
        let (rare, usual) = if one.count <= other.count { (one, other) } else { (other, one) };
        let (Some((block, at)), Some((there, usual))) = (rare.first, usual.first) else { continue };
        let (word, usual) = (&block.prose.text[at.clone()], &there.prose.text[usual]);
        let message = format!("this page has both `{word}` and `{usual}`");
        diagnostics.push(page.at(block.prose.span(at), message).help("choose one way and keep to it"));
    }
}

/// The pair that a word belongs to, and which of its ways it takes. Names may be spelled as they like.
fn way(word: &str) -> Option<(usize, usize)> {
    let start = word.get(..2).filter(|start| start.bytes().all(|byte| byte.is_ascii_lowercase()))?;
    // Both ways begin with the same two letters.
    let first = PAIRS.partition_point(|(one, _)| &one[..2] < start);
    let pairs = PAIRS[first..].iter().take_while(|(one, _)| one.starts_with(start)).enumerate();
    let mut ways = pairs.flat_map(|(at, (one, other))| [(first + at, 0, one), (first + at, 1, other)]);
    let (pair, way, _) = ways.find(|(.., way)| {
        let goes_on = |rest: &str| !way.ends_with("is") && !way.ends_with("iz") || rest.starts_with(['a', 'e', 'i']);
        word.strip_prefix(**way).is_some_and(goes_on)
    })?;
    Some((pair, way))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_belongs_to_a_pair() {
        assert!(PAIRS.is_sorted() && PAIRS.iter().all(|(one, other)| one[..2] == other[..2]));
        let other = |word| way(word).map(|(pair, way)| [PAIRS[pair].1, PAIRS[pair].0][way]);
        assert_eq!(other("colours"), Some("color"));
        assert_eq!(other("organizing"), Some("organis"));
        assert_eq!(["optimist", "organism", "Color", "co", "größe"].map(other), [None; 5]);
    }
}
