//! How a site writes Markdown: what its settings switch on, and which components its directives may name.

use std::collections::BTreeMap;

use super::component::Components;
use crate::config::MarkdownSettings;

/// Everything that understanding a text depends on, beside the text.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Dialect {
    /// `[markdown]`
    pub markdown: MarkdownSettings,
    /// Those of the theme.
    pub components: Components,
    /// `vars.name` → what it says. None where texts have no variables.
    pub variables: BTreeMap<String, String>,
}
