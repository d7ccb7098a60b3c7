//! `broken-link` in the data folder: a record leads to a page or file that is not there.

use crate::community::{Data, IndexEntry, LINK, REFERENCE};
use crate::diagnostic::{Diagnostic, Severity};
use crate::site::community::is_unsafe;
use crate::site::{Broken, BrokenKind, Site, Target};
use crate::source::Span;

pub(super) fn check(site: &Site, diagnostics: &mut Vec<Diagnostic>) {
    for entry in &site.community.index.all {
        for (destination, span) in &entry.links {
            // In the middle of a text nobody knows how a word is written: there is nothing to offer.
            diagnostics.extend(look_up(site, entry, destination, *span).map(|finding| finding.meant(None)));
        }
        fields(site, entry, &entry.data, diagnostics);
    }
}

fn fields(site: &Site, entry: &IndexEntry, data: &Data, diagnostics: &mut Vec<Diagnostic>) {
    match data {
        Data::Array(items) => items.iter().for_each(|item| fields(site, entry, item, diagnostics)),
        Data::Object(values) if values.get(REFERENCE).and_then(Data::as_str) == Some(LINK) => {
            let place = |key: &str| values.get(key).and_then(Data::as_u64).unwrap_or(0) as u32;
            let destination = values.get("to").and_then(Data::as_str).unwrap_or("");
            let span = Span { start: place("start"), end: place("end") };
            diagnostics.extend(look_up(site, entry, destination, span));
        }
        Data::Object(values) => values.values().for_each(|value| fields(site, entry, value, diagnostics)),
        _ => {}
    }
}

fn look_up(site: &Site, entry: &IndexEntry, destination: &str, span: Span) -> Option<Diagnostic> {
    if is_unsafe(destination) {
        let message = format!("`{destination}` would run a script");
        let finding = Diagnostic::new("unsafe-link", Severity::Error, &entry.path, span, message);
        return Some(finding.help("link to a page; the link is left out"));
    }
    let Target::Broken(broken) = site.resolve_from_root(destination) else { return None };
    let meant = broken.instead(destination);
    let Broken { kind, help, .. } = broken;
    let (rule, message) = match kind {
        BrokenKind::Anchor(anchor, page) => ("broken-anchor", format!("`{page}` has no anchor `#{anchor}`")),
        BrokenKind::Draft => ("broken-link", format!("`{destination}` is a draft and not published")),
        BrokenKind::Empty => ("broken-link", "this link has no destination".to_owned()),
        BrokenKind::Object(message) => ("unknown-object", message),
        BrokenKind::Missing | BrokenKind::Outside => {
            ("broken-link", format!("there is no page or file `{destination}`"))
        }
    };
    let finding = Diagnostic::new(rule, Severity::Error, &entry.path, span, message);
    Some(finding.maybe_help(help).meant(meant.as_deref()))
}
