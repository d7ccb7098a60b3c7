//! `[inventories]`: other projects' documentation that pages link to by name.

use serde::Deserialize;

use crate::data::Spanned;

/// One entry of `[inventories]`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Deserialize)]
pub struct InventorySettings {
    /// A copy of the project's `objects.inv` or `myst.xref.json`, from the site's folder.
    pub file: Spanned<String>,
    /// The absolute URL of the project's documentation.
    pub url: Spanned<String>,
}

/// What no inventory can be called: prefixes that mean something else.
const TAKEN: &[&str] = &["data", "file", "ftp", "http", "https", "inv", "javascript", "mailto", "sms", "tel", "xref"];

/// Links can begin with this name.
pub(super) fn can_be_called(name: &str) -> bool {
    let is_word = name.len() > 1 && name.starts_with(|c: char| c.is_ascii_alphabetic());
    let is_prefix = name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | '+'));
    is_word && is_prefix && !TAKEN.contains(&name.to_ascii_lowercase().as_str())
}
