//! What a site calls its things: words that are right here, whatever a dictionary says. Entry point: [`names`].

use std::collections::BTreeSet;

use crate::document::{Document, NodeKind};
use crate::site::Site;

/// The words, in small letters, of headings, titles and code, and of the names of everything in the community's data.
pub(super) fn names<'a>(documents: impl Iterator<Item = &'a Document>, site: &Site) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for document in documents {
        for heading in &document.headings {
            add(&heading.text, &mut names);
        }
        for block in &document.code_blocks {
            add(&block.code, &mut names);
        }
        for node in &document.nodes {
            if let NodeKind::Code(string) = node.kind {
                add(&document.strings[string as usize], &mut names);
            }
        }
    }
    for page in &site.pages {
        add(&page.title, &mut names);
    }
    for record in &site.community.index.all {
        add(&record.title, &mut names);
        add(&record.id, &mut names);
    }
    names
}

fn add(text: &str, names: &mut BTreeSet<String>) {
    for word in text.split(|c: char| !c.is_alphabetic() && c != '\'').map(|word| word.trim_matches('\'')) {
        // One letter is no name, and most words are there already.
        if word.len() > 1 && !names.contains(word) {
            names.insert(word.to_lowercase());
        }
    }
}
