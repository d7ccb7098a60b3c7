//! What is added to a page on its way to the browser, and by what a browser knows that it is another page.

use crate::render::{Body, Output};
use crate::source::{Fingerprint, fingerprint_of};
use crate::workspace::Snapshot;

/// A page as the browser gets it: with the script at its end. `path` is its file from the root of the site.
pub(super) fn serve(html: Vec<u8>, path: &str, snapshot: &Snapshot) -> Vec<u8> {
    let fingerprint = fingerprint(&html, path, snapshot).to_string();
    let styles = styles(&html, path, snapshot).join(" ");
    with(html, &script(path, &fingerprint, &styles))
}

/// The site's own page for what is not there. It is not the page that the browser asked for, so it goes by no fingerprint.
pub(super) fn missing(html: Vec<u8>, path: &str) -> Vec<u8> {
    with(html, &script(path, "", ""))
}

/// A page that says why there is none, and gives way to it as soon as it can be shown.
pub(super) fn instead(title: &str, message: &str, help: &str, path: &str) -> Vec<u8> {
    let [title, message, help] = [title, message, help].map(escaped);
    let page = format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n\
         <body>\n<main>\n<h1>{title}</h1>\n<p>{message}</p>\n<p>{help}</p>\n</main>\n</body>\n</html>\n"
    );
    missing(page.into_bytes(), path)
}

const STYLE: &str = ":root{color-scheme:light dark}body{font:1.125rem/1.6 system-ui,sans-serif;margin:10vh auto;\
                     max-width:40rem;padding:0 1.25rem}h1{font-size:1.5rem}p{overflow-wrap:anywhere}";

fn script(path: &str, fingerprint: &str, styles: &str) -> String {
    let (path, styles) = (escaped(path), escaped(styles));
    format!(
        "<script type=\"module\" src=\"/-/waypost/live.js\" data-path=\"{path}\" data-page=\"{fingerprint}\" \
         data-styles=\"{styles}\"></script>\n"
    )
}

fn with(mut html: Vec<u8>, script: &str) -> Vec<u8> {
    let end = html.windows(7).rposition(|window| window.eq_ignore_ascii_case(b"</body>")).unwrap_or(html.len());
    html.splice(end..end, script.bytes());
    html
}

/// Of all that a page shows but for its styles: of its bytes without their names, and of the files in it.
pub(super) fn fingerprint(html: &[u8], path: &str, snapshot: &Snapshot) -> Fingerprint {
    let text = String::from_utf8_lossy(html);
    let plain = text.replace(&*snapshot.style().path, "");
    let shown: Vec<Option<Fingerprint>> = text
        .split(" src=\"")
        .skip(1)
        .filter_map(|rest| super::address::beside(path, rest.split('"').next()?))
        .map(|file| snapshot.asset(&file).map(|asset| asset.fingerprint))
        .collect();
    fingerprint_of(&(plain, shown))
}

/// The style sheets of the site that a page links to, each with a mark of what is in it.
pub(super) fn styles(html: &[u8], path: &str, snapshot: &Snapshot) -> Vec<String> {
    let text = String::from_utf8_lossy(html);
    let links = text.split("<link ").skip(1).filter_map(|rest| rest.split('>').next());
    let sheets = links.filter(|link| link.contains("rel=\"stylesheet\""));
    let files =
        sheets.filter_map(|link| super::address::beside(path, link.split("href=\"").nth(1)?.split('"').next()?));
    files
        .map(|file| match snapshot.asset(&file) {
            Some(asset) => format!("/{file}?v={}", asset.fingerprint.short()),
            None => format!("/{file}"),
        })
        .collect()
}

/// The bytes of a page of the site, if it is one.
pub(super) fn html(output: Output) -> Option<Vec<u8>> {
    match output.body {
        Body::Bytes(bytes) if output.path.ends_with(".html") => Some(bytes),
        _ => None,
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
