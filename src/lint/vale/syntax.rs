//! What a file is, by its extension.

use std::collections::BTreeMap;

/// How a file is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Syntax {
    /// CommonMark with GitHub's extensions.
    Markdown,
    /// Markdown with JSX.
    Mdx,
    /// Plain text, in paragraphs.
    Text,
    /// Plain text in one block: what is left when syntax is to be ignored.
    Lines,
}

/// The syntax of a path, with the `[formats]` of the settings. Nothing for what is not read.
pub fn of(path: &str, formats: &BTreeMap<String, String>) -> Option<Syntax> {
    let extension = extension(path).trim_start_matches('.');
    let known = formats.get(extension).map_or(extension, String::as_str);
    match known {
        "md" | "mdown" | "markdown" | "markdn" => Some(Syntax::Markdown),
        "mdx" => Some(Syntax::Mdx),
        "txt" => Some(Syntax::Text),
        _ => None,
    }
}

/// The extension with its dot, as it ends the name of a scope: `.md`.
pub fn extension(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rfind('.').map_or("", |dot| &name[dot..])
}

/// The path with the extension that `[formats]` puts in place of its own.
pub fn normalized(path: &str, formats: &BTreeMap<String, String>) -> String {
    let old = extension(path);
    match formats.get(old.trim_start_matches('.')) {
        Some(new) => format!("{}.{new}", &path[..path.len() - old.len()]),
        None => path.to_owned(),
    }
}
