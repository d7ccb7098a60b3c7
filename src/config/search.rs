//! `[search]`: what a reader's search finds.

use serde::Deserialize;

/// `[search]`
#[derive(Debug, Clone, PartialEq, Eq, Hash, Deserialize)]
#[serde(default)]
pub struct SearchSettings {
    /// The site has a search.
    pub enabled: bool,
    /// Blocks of code are searched too. The index of a site with much code is several times larger then.
    pub code: bool,
}

impl Default for SearchSettings {
    fn default() -> SearchSettings {
        SearchSettings { enabled: true, code: false }
    }
}
