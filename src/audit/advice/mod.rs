//! What could be better about a site as a whole: one check a file, one line in [`ADVICE`]. Entry point: [`advise`].
//!
//! A reader meets no fault here, so `build` does not look.

mod crowded_list;
mod distant_tutorial;
mod duplicate_description;
mod duplicate_title;
mod large_image;
mod misleading_nav_title;
mod section_without_introduction;
mod unbalanced_kinds;
mod unlinked_page;
mod unreachable_page;
mod unsized_image;
mod unused_image;
mod uses;

use std::sync::Arc;

use self::uses::Uses;
use crate::diagnostic::Diagnostic;
use crate::site::{Content, File, Page, PageId, Site, Summary};

/// Looks at a whole site.
pub fn advise(site: &Site) -> Vec<Diagnostic> {
    let uses = Uses::of(site);
    let mut diagnostics = Vec::new();
    for advice in ADVICE {
        advice(site, &uses, &mut diagnostics);
    }
    diagnostics
}

type Advice = fn(&Site, &Uses, &mut Vec<Diagnostic>);

const ADVICE: &[Advice] = &[
    crowded_list::check,
    distant_tutorial::check,
    duplicate_description::check,
    duplicate_title::check,
    large_image::check,
    misleading_nav_title::check,
    section_without_introduction::check,
    unbalanced_kinds::check,
    unlinked_page::check,
    unreachable_page::check,
    unsized_image::check,
    unused_image::check,
];

/// The authored pages that are published, with what they declare.
fn authored(site: &Site) -> impl Iterator<Item = (PageId, &Page, &Summary)> {
    let pages = site.summaries[..site.authored].iter().enumerate();
    let pages = pages.map(|(number, summary)| (PageId(number as u32), summary));
    let pages = pages.map(|(id, summary)| (id, site.page(id), &**summary));
    pages.filter(|(_, page, _)| page.content == Content::Authored && !page.shadowed)
}

/// The images among the files that are copied: where they land, and what they are.
fn images(site: &Site) -> impl Iterator<Item = (&str, &File)> {
    let files = site.assets.iter().map(|(path, file)| (path.as_str(), file));
    files.filter(|(path, _)| is_image(path))
}

/// Its name is that of an image which browsers show.
fn is_image(path: &str) -> bool {
    let extension = path.rsplit_once('.').map(|(_, extension)| extension.to_ascii_lowercase());
    matches!(extension.as_deref(), Some("png" | "jpg" | "jpeg" | "gif" | "webp" | "avif" | "svg"))
}

/// The file in which a folder's page is written, or could be.
fn file_of_folder(site: &Site, id: PageId, folder: &str) -> Arc<str> {
    // A folder without settings is its own content folder.
    let is_bare = site.summaries.first().is_some_and(|first| *first.path == *first.content_path);
    let place = if is_bare { folder.to_owned() } else { site.config.build.content.folder_of(folder) };
    let written = site.summary(id).filter(|_| (id.0 as usize) < site.authored);
    written.map_or_else(|| format!("{place}/index.md").trim_start_matches('/').into(), |summary| summary.path.clone())
}
