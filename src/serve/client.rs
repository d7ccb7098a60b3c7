//! The preview's own files, which run in the browser.

/// A file of the preview: its media type and its text.
pub(super) fn file(name: &str) -> Option<(&'static str, &'static str)> {
    let (name, text) = FILES.iter().find(|(file, _)| *file == name)?;
    let is_style = name.ends_with(".css");
    Some((if is_style { "text/css; charset=utf-8" } else { "text/javascript; charset=utf-8" }, text))
}

const FILES: &[(&str, &str)] =
    &[("live.css", include_str!("client/live.css")), ("live.js", include_str!("client/live.js"))];
