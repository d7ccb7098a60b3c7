//! `misleading-nav-title`: a page is called one thing in navigation, and another on itself.

use super::super::in_page;
use super::{Uses, authored};
use crate::diagnostic::{Diagnostic, Severity};
use crate::site::Site;

pub(super) fn check(site: &Site, _: &Uses, diagnostics: &mut Vec<Diagnostic>) {
    for (_, page, summary) in authored(site) {
        let Some(label) = &summary.front.nav_title else { continue };
        if is_like(label, &page.title) {
            continue;
        }
        let message = format!("navigation says `{label}`, the page `{}`", page.title);
        diagnostics.push(
            in_page("misleading-nav-title", Severity::Suggestion, &summary.path, "nav_title", message)
                .help("shorten the title rather than find another, so that readers know where they are"),
        );
    }
}

/// They share the beginning of a word, or one holds the initials of the other.
fn is_like(label: &str, title: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        words.map(str::to_lowercase).collect()
    };
    let (label, title) = (words(label), words(title));
    let stem = |word: &str| word.chars().take(4).collect::<String>();
    let shared = label.iter().any(|word| title.iter().any(|other| stem(word) == stem(other)));
    let initials = |words: &[String]| words.iter().filter_map(|word| word.chars().next()).collect::<String>();
    shared || title.contains(&initials(&label)) || label.contains(&initials(&title)) || label.is_empty()
}

#[cfg(test)]
mod tests {
    use super::is_like;

    #[test]
    fn a_label_may_be_shorter_and_an_abbreviation_but_not_another_thing() {
        for (label, title) in [
            ("GPUs", "Use GPUs"),
            ("Installing", "How to install the server"),
            ("CI", "Continuous integration"),
            ("安装", "安装"),
        ] {
            assert!(is_like(label, title), "{label} – {title}");
        }
        assert!(!is_like("First steps", "Getting started"));
    }
}
