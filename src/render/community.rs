//! Community data as HTML: blocks inside authored pages, pages that were made for a block, and pages of records.

use std::sync::Arc;

use super::html::{PageHtml, outline_of};
use super::theme::Theme;
use crate::community::Data;
use crate::diagnostic::{Diagnostic, Severity};
use crate::site::View;

/// What a page shows when it was made for a block or a record: their template around the record's own text. An authored
/// page stays as it is.
pub(super) fn around(
    page: PageHtml,
    has_document: bool,
    view: &View,
    theme: &Theme,
    diagnostics: &mut Vec<Diagnostic>,
) -> PageHtml {
    let html = match &view.record {
        Some(record) => {
            let template = format!("records/{}.html", record.entity);
            part(&template, view, &record.data, &page.html, theme, diagnostics)
        }
        None if has_document || view.blocks.is_empty() => return page,
        None => view.blocks.iter().map(|data| block(view, data, theme, diagnostics)).collect(),
    };
    let toc = outline_of(&html);
    PageHtml { html, toc, ..page }
}

/// One block.
pub(super) fn block(view: &View, data: &Data, theme: &Theme, diagnostics: &mut Vec<Diagnostic>) -> String {
    let template = format!("blocks/{}.html", data["name"].as_str().unwrap_or(""));
    part(&template, view, data, "", theme, diagnostics)
}

/// A template of the site's own can fail; the rest of the page still stands.
fn part(
    template: &str,
    view: &View,
    data: &Data,
    text: &str,
    theme: &Theme,
    diagnostics: &mut Vec<Diagnostic>,
) -> String {
    theme.community(template, view, data, text).unwrap_or_else(|error| {
        let path: Arc<str> = format!("{}/templates/{template}", super::theme::FOLDER).into();
        let message = format!("a part of the page `{}` cannot be rendered with this template", view.page.url);
        diagnostics.push(Diagnostic::of_file("template-error", Severity::Error, &path, message).help(error));
        text.to_owned()
    })
}
