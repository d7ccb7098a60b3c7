//! `[git]`: what pages tell of their history.

use serde::Deserialize;

/// `[git]`
#[derive(Debug, Clone, PartialEq, Eq, Hash, Deserialize)]
#[serde(default)]
pub struct GitSettings {
    /// A page without a day of its own shows the day of its last commit.
    pub updated: bool,
    /// A page names the people who wrote it, those who are listed in the community's data.
    pub contributors: bool,
}

impl Default for GitSettings {
    fn default() -> GitSettings {
        GitSettings { updated: true, contributors: true }
    }
}
