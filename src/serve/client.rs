//! The preview's own files, which run in the browser.

/// A file of the preview: its media type and its text.
pub(super) fn file(name: &str) -> Option<(&'static str, &'static str)> {
    let (name, text) = FILES.iter().find(|(file, _)| *file == name)?;
    let is_style = name.ends_with(".css");
    Some((if is_style { "text/css; charset=utf-8" } else { "text/javascript; charset=utf-8" }, text))
}

/// A header that has the scripts fetched while the page is still read: the first would name the others too late to put the
/// reader back in place before the page is seen.
pub(super) fn preload() -> String {
    let scripts = FILES.iter().filter(|(name, _)| name.ends_with(".js"));
    let links: Vec<String> = scripts.map(|(name, _)| format!("</-/waypost/{name}>; rel=modulepreload")).collect();
    links.join(", ")
}

const FILES: &[(&str, &str)] = &[
    ("counts.js", include_str!("client/counts.js")),
    ("elements.js", include_str!("client/elements.js")),
    ("findings.js", include_str!("client/findings.js")),
    ("jump.js", include_str!("client/jump.js")),
    ("live.css", include_str!("client/live.css")),
    ("live.js", include_str!("client/live.js")),
    ("memory.js", include_str!("client/memory.js")),
    ("overlay.js", include_str!("client/overlay.js")),
    ("page.js", include_str!("client/page.js")),
    ("place.js", include_str!("client/place.js")),
    ("styles.js", include_str!("client/styles.js")),
];
