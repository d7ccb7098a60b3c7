//! Bytes for URLs: a document and its view go in, files come out. Entry point: [`render`].
//!
//! Owns [`Output`], the [`Theme`] and the [`Highlighter`]. The doors to `tera`, `syntect` and `merman` are here. It must not know
//! the site beyond the view, nor lint rules, nor the disk.

mod arial;
mod community;
mod components;
mod diagram;
mod escape;
mod highlight;
mod html;
mod known_lines;
mod smart;
mod text;
pub mod theme;
mod twin;

use std::path::PathBuf;

use serde::Serialize;

use crate::community::Data;
use crate::diagnostic::Diagnostic;
use crate::document::Document;
use crate::inventory;
use crate::site::{FileView, View};
pub use diagram::LANGUAGE as DIAGRAM;
pub use escape::escaped;
pub use highlight::{Highlighted, Highlighter};
pub use known_lines::KnownLines;
pub use theme::Theme;

/// One file of the site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Output {
    /// From the output folder, with `/` between names.
    pub path: String,
    /// What it holds.
    pub body: Body,
}

/// What a file holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Body {
    /// These bytes.
    Bytes(Vec<u8>),
    /// The bytes of a file on the disk.
    Copy(PathBuf),
}

/// What came of one page.
#[derive(Debug, Clone)]
pub struct Rendered {
    /// Its files: the page, and its Markdown twin.
    pub outputs: Vec<Output>,
    /// What went wrong. The page is there all the same.
    pub diagnostics: Vec<Diagnostic>,
}

/// An entry of a page's contents list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TocEntry {
    /// The heading's id.
    pub id: String,
    /// Its text.
    pub title: String,
    /// 1 to 6.
    pub level: u8,
    /// The headings below it.
    pub children: Vec<TocEntry>,
}

/// Renders one page. Generated pages have no document. `highlighted` has the document's code blocks, in its order.
pub fn render(document: Option<&Document>, view: &View, theme: &Theme, highlighted: &[Highlighted]) -> Rendered {
    let mut outputs = Vec::new();
    let mut diagnostics = Vec::new();
    let ready = match &view.file {
        Some(FileView::Json(data)) => Some(json(data).into_bytes()),
        Some(FileView::Text(text)) => Some(text.clone().into_bytes()),
        Some(FileView::Inventory(text)) => Some(inventory::compressed(text)),
        Some(FileView::Feed(_)) | None => None,
    };
    if let Some(bytes) = ready {
        let body = Body::Bytes(bytes);
        return Rendered { outputs: vec![Output { path: view.output.clone(), body }], diagnostics };
    }
    let page = document.map(|document| html::body(document, view, theme, highlighted, &mut diagnostics));
    let page = page.unwrap_or_default();
    let page = community::around(page, document.is_some(), view, theme, &mut diagnostics);
    let (html, problem) = theme.page(view, &page);
    outputs.push(Output { path: view.output.clone(), body: Body::Bytes(html.into_bytes()) });
    diagnostics.extend(problem);
    if let Some((document, path)) = document.zip(view.twin_output.as_ref()) {
        let body = Body::Bytes(twin::markdown(document, view).into_bytes());
        outputs.push(Output { path: path.clone(), body });
    }
    Rendered { outputs, diagnostics }
}

/// The text of a page as HTML, without what stands around it, for what searches it: blocks of code as they are written, or
/// not at all.
pub fn text(document: Option<&Document>, view: &View, theme: &Theme, with_code: bool) -> String {
    let plain = |document: &Document| -> Vec<Highlighted> {
        let blocks = document.code_blocks.iter().filter(|_| with_code);
        blocks.map(|block| Highlighted { html: escaped(&block.shown).into() }).collect()
    };
    // What goes wrong is told when the page is rendered.
    let mut diagnostics = Vec::new();
    let page = document.map(|document| html::body(document, view, theme, &plain(document), &mut diagnostics));
    community::around(page.unwrap_or_default(), document.is_some(), view, theme, &mut diagnostics).html
}

/// Data as JSON that people can read too.
fn json(data: &Data) -> String {
    format!("{data:#}\n")
}
