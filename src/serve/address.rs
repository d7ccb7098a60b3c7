//! From the target of a request to the path of a file of the site. No path is ever joined to a folder: what is not the
//! name of a file that the site has is not found.

use crate::site::decode_strictly;

/// What a request asks for.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Wanted {
    /// A file of the site, from its root: `how-tos/index.html` for `/how-tos/`.
    File(String),
    /// Something of the preview itself: `live.js`.
    Own(String),
    /// No file can have that name.
    Nothing,
}

/// Before the names of the preview's own files. No page can be there: the first name begins with a hyphen alone.
const OWN: &str = "/-/waypost/";

/// Reads the target of a request: a path with a query, perhaps encoded.
pub(super) fn wanted(target: &str) -> Wanted {
    let path = target.split(['?', '#']).next().unwrap_or("");
    if let Some(own) = path.strip_prefix(OWN) {
        return Wanted::Own(own.to_owned());
    }
    let Some(path) = decode_strictly(path) else { return Wanted::Nothing };
    let Some(inside) = path.strip_prefix('/') else { return Wanted::Nothing };
    let names = inside.strip_suffix('/').unwrap_or(inside);
    let is_name = |name: &str| !matches!(name, "" | "." | "..") && !name.contains(['\\', '\0']);
    if !names.is_empty() && !names.split('/').all(is_name) {
        return Wanted::Nothing;
    }
    Wanted::File(if inside.is_empty() || inside.ends_with('/') {
        format!("{inside}index.html")
    } else {
        inside.to_owned()
    })
}

/// A value of the query, decoded.
pub(super) fn value(target: &str, name: &str) -> Option<String> {
    let query = target.split_once('?')?.1.split('#').next()?;
    let mut pairs = query.split('&').filter_map(|pair| pair.split_once('='));
    pairs.find(|(key, _)| *key == name).and_then(|(_, value)| decode_strictly(value))
}

/// The file of the site that a link on a page leads to; nothing for links to elsewhere. `page` is the page's own file.
pub(super) fn beside(page: &str, link: &str) -> Option<String> {
    let path = decode_strictly(link.split(['?', '#']).next()?)?;
    if path.is_empty() || path.starts_with("//") || link.split('/').next()?.contains(':') {
        return None;
    }
    let mut names: Vec<&str> = if path.starts_with('/') { Vec::new() } else { page.split('/').collect() };
    names.pop();
    for name in path.split('/') {
        match name {
            "" | "." => {}
            ".." => drop(names.pop()),
            name => names.push(name),
        }
    }
    Some(names.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_its_index_and_a_name_is_decoded_once() {
        let file = |path: &str| Wanted::File(path.to_owned());
        assert_eq!(wanted("/"), file("index.html"));
        assert_eq!(wanted("/how-tos/?a=/../b#c"), file("how-tos/index.html"));
        assert_eq!(wanted("/how-tos/use%20gpus.html"), file("how-tos/use gpus.html"));
        assert_eq!(wanted("/50%2525.html"), file("50%25.html"));
        assert_eq!(wanted("/-/waypost/live.js?v=1"), Wanted::Own("live.js".to_owned()));
        assert_eq!(value("/-/waypost/events?path=a%20b%26c&page=1", "path").as_deref(), Some("a b&c"));
    }

    #[test]
    fn a_link_is_a_file_beside_the_page() {
        let beside = |link| beside("how-tos/gpus/index.html", link);
        assert_eq!(beside("../../a%20b.png?v=1").as_deref(), Some("a b.png"));
        assert_eq!(beside("pic.png").as_deref(), Some("how-tos/gpus/pic.png"));
        assert_eq!(beside("/pic.png").as_deref(), Some("pic.png"));
        for elsewhere in ["https://example.org/a.png", "//example.org/a.png", "data:image/png;base64,AA", ""] {
            assert_eq!(beside(elsewhere), None, "{elsewhere}");
        }
    }

    #[test]
    fn a_path_that_climbs_is_nothing() {
        for path in [
            "/../a",
            "/a/../../b",
            "/%2e%2e/a",
            "/a%2f..%2fb",
            "/a//b",
            "//a",
            "/a\\b",
            "/a%5cb",
            "/a%00",
            "a",
            "",
            "/a/./b",
            "/%ff",
        ] {
            assert_eq!(wanted(path), Wanted::Nothing, "{path}");
        }
    }
}
