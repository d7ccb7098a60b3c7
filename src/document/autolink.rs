//! Bare URLs and email addresses in text, as GitHub links them. The door to `linkify`.

use linkify::{LinkFinder, LinkKind};

/// A piece of text that reads as a link.
pub(super) struct Autolink {
    /// The bytes of the text.
    pub(super) range: std::ops::Range<usize>,
    /// Where it leads.
    pub(super) destination: String,
    /// It is an email address.
    pub(super) email: bool,
}

/// Finds them. Only `http`, `https`, `ftp` and `www.` count: `std::io` and `example.com` are words.
pub(super) fn find(text: &str) -> Vec<Autolink> {
    if !(text.contains("://") || text.contains("www.") || text.contains('@')) {
        return Vec::new();
    }
    let mut finder = LinkFinder::new();
    finder.url_must_have_scheme(false);
    let links = finder.links(text).filter_map(|link| {
        let range = link.start()..link.end();
        let found = link.as_str();
        match link.kind() {
            LinkKind::Email => Some(Autolink { range, destination: format!("mailto:{found}"), email: true }),
            _ if ["http://", "https://", "ftp://"].iter().any(|scheme| found.starts_with(scheme)) => {
                Some(Autolink { range, destination: found.to_owned(), email: false })
            }
            _ if found.starts_with("www.") => {
                Some(Autolink { range, destination: format!("http://{found}"), email: false })
            }
            _ => None,
        }
    });
    links.collect()
}
