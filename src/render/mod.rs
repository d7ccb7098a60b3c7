//! Bytes for URLs: a document and its view go in, files come out. Entry point: [`render`].
//!
//! Owns [`Output`], the [`Theme`] and the [`Highlighter`]. The doors to `tera` and `syntect` are here. It must not know
//! the site beyond the view, nor lint rules, nor the disk.

mod components;
mod escape;
mod highlight;
mod html;
mod smart;
pub mod theme;
mod twin;

use std::path::PathBuf;

use serde::Serialize;

use crate::diagnostic::Diagnostic;
use crate::document::Document;
use crate::site::View;
pub use highlight::{Highlighted, Highlighter};
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
    let page = document.map(|document| html::body(document, view, theme, highlighted, &mut diagnostics));
    let page = page.unwrap_or_default();
    let (html, problem) = theme.page(view, &page);
    outputs.push(Output { path: view.output.clone(), body: Body::Bytes(html.into_bytes()) });
    diagnostics.extend(problem);
    if let Some((document, path)) = document.zip(view.twin_output.as_ref()) {
        let body = Body::Bytes(twin::markdown(document, view).into_bytes());
        outputs.push(Output { path: path.clone(), body });
    }
    Rendered { outputs, diagnostics }
}
