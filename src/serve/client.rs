//! The preview's own files, which run in the browser.

/// A file of the preview: its media type and its text.
pub(super) fn file(name: &str) -> Option<(&'static str, &'static str)> {
    match name {
        "live.js" => Some(("text/javascript; charset=utf-8", include_str!("client/live.js"))),
        "live.css" => Some(("text/css; charset=utf-8", include_str!("client/live.css"))),
        _ => None,
    }
}
