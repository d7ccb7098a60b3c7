//! `crowded-list`: a folder lists many pages side by side.

use super::{Uses, file_of_folder};
use crate::diagnostic::{Diagnostic, Severity};
use crate::site::Site;

/// "Seven items seems to be a comfortable general limit", says Diátaxis of lists in contents.
const MOST: usize = 7;

pub(super) fn check(site: &Site, _: &Uses, diagnostics: &mut Vec<Diagnostic>) {
    for (folder, id) in site.folders() {
        let children = site.page(id).children.iter().map(|child| (child, site.page(*child)));
        let alone = children
            .filter(|(child, page)| page.listed && page.children.is_empty() && (child.0 as usize) < site.authored);
        let alone = alone.count();
        if alone <= MOST {
            continue;
        }
        let path = file_of_folder(site, id, folder);
        let message = format!("this folder lists {alone} pages side by side");
        diagnostics.push(
            Diagnostic::of_file("crowded-list", Severity::Suggestion, &path, message)
                .help("put pages that belong together into a folder of their own"),
        );
    }
}
