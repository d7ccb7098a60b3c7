//! What the browser is told of findings. Entry point: [`data`].

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::diagnostic::{Counts, Diagnostic, Report, Style};
use crate::document::prose;
use crate::source::Span;
use crate::workspace::Snapshot;

/// Findings on other pages that are sent; the rest is a number.
const MOST: usize = 50;

/// The findings of the page at a path, and of the rest of the site: `all` of them, where somebody has looked already.
pub(super) fn data(snapshot: &Snapshot, path: &str, all: Option<&[Diagnostic]>) -> Value {
    let own = snapshot.source_of(path);
    let known;
    let found = match all {
        Some(all) => all,
        None => {
            known = snapshot.check_one(path);
            &known
        }
    };
    let (here, mut elsewhere): (Vec<&Diagnostic>, Vec<&Diagnostic>) =
        found.iter().partition(|found| own.is_some_and(|own| *found.path == *own));
    // Of those that are left out, none may be worse than one that is not.
    elsewhere.sort_by_key(|found| found.severity);
    let more = elsewhere.len().saturating_sub(MOST);
    let shown: Vec<Diagnostic> = here.into_iter().cloned().collect();
    let others: Vec<Diagnostic> = elsewhere.into_iter().take(MOST).cloned().collect();
    json!({
        "counts": Counts::of(found),
        "here": entries(snapshot, &shown),
        "elsewhere": entries(snapshot, &others),
        "more": more,
    })
}

fn entries(snapshot: &Snapshot, found: &[Diagnostic]) -> Vec<Value> {
    let texts = snapshot.texts(found);
    let about = BTreeMap::new();
    let report =
        Report { diagnostics: found, texts: &texts, prefix: "", style: Style::default(), pages: 0, about: &about };
    let data = crate::diagnostic::findings(&report);
    let places = data.as_array().into_iter().flatten();
    let entries = found.iter().zip(places).map(|(found, data)| {
        let (line, column) = (&data["start"]["line"], &data["start"]["column"]);
        json!({
            "rule": found.rule,
            "severity": found.severity,
            "message": found.message,
            "help": found.help,
            "path": &*found.path,
            "line": line,
            "column": column,
            "editor": snapshot.editor_link(&found.path, line.as_u64(), column.as_u64()),
            "url": snapshot.url_of(&found.path),
            "near": found.span().and_then(|span| near(snapshot, &found.path, span)),
        })
    });
    entries.collect()
}

/// Where on its page a reader meets what a finding marks: below which heading, in which block, which words.
fn near(snapshot: &Snapshot, path: &str, span: Span) -> Option<Value> {
    let document = snapshot.document(path)?;
    let mut headings =
        document.headings.iter().filter(|heading| document.nodes[heading.node as usize].span.start <= span.start);
    let anchor = headings.next_back().map(|heading| &heading.anchor);
    let blocks = prose::blocks(document);
    let block = blocks.iter().rev().find(|block| document.nodes[block.node as usize].span.start <= span.start)?;
    let text: String = block.prose.text.chars().take(LONGEST).collect();
    // What is not written as it reads, a link's destination say, nobody finds on the page.
    let word = Some(span.of(&document.text)).filter(|word| word.len() <= LONGEST && block.prose.text.contains(word));
    Some(json!({
        "anchor": anchor,
        "text": text.split('*').next().unwrap_or("").trim(),
        "word": word.filter(|word| !word.is_empty()),
    }))
}

/// Letters of a block that are enough to know it by.
const LONGEST: usize = 80;
