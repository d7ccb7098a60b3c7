//! Labels of issues and pull requests.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;

use super::Community;
use super::record::{Entity, Record};

/// A label. Its key in `labels.toml` is its name: `["needs: triage"]`.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
pub struct Label {
    /// What it means.
    pub description: String,
    /// Its colour in hexadecimal: `#d93f0b`.
    pub color: String,
    /// Its name, where the key is an id.
    #[serde(default)]
    pub name: String,
    /// The group that it belongs to: `needs`, for labels that begin so.
    pub group: Option<String>,
    /// What it is put on.
    #[serde(default)]
    pub target: LabelTarget,
    /// Everything must have one label of its group.
    #[serde(default)]
    pub required_group: bool,
    /// Nothing may have two labels of its group.
    #[serde(default)]
    pub exclusive_group: bool,
    /// Who puts it on.
    pub added_by: Option<String>,
    /// It marks work for people who are new.
    #[serde(default)]
    pub newcomer: bool,
    /// It marks work where help is wanted.
    #[serde(default)]
    pub help_wanted: bool,
    /// It marks work that takes no code.
    #[serde(default)]
    pub no_code: bool,
    /// What one should know.
    pub skill: Option<String>,
    /// Names that it had before.
    #[serde(default)]
    pub previously: Vec<String>,
}

/// What a label is put on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum LabelTarget {
    /// Issues.
    Issue,
    /// Pull requests.
    Pr,
    /// Both.
    #[default]
    Both,
}

impl Label {
    /// What stands before the colon in its name: `needs`.
    pub fn prefix(&self) -> Option<String> {
        self.name.split_once(':').map(|(prefix, _)| prefix.to_owned())
    }
}

impl Entity for Label {
    const NAME: &'static str = "label";
    const FILES: &'static str = "labels";

    fn records(community: &Community) -> &[Record<Label>] {
        &community.labels
    }

    fn title(&self) -> &str {
        &self.name
    }

    fn settle(&mut self, name: &str) {
        if self.name.is_empty() {
            self.name = name.to_owned();
        }
    }

    /// Emoji come with and without a variation selector, and letters with and without a composed accent: tools put in one
    /// and people type the other.
    fn key(name: &str) -> String {
        let composed = name.nfc().filter(|c| !matches!(c, '\u{fe00}'..='\u{fe0f}'));
        composed.collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
    }

    fn other_names(&self) -> Vec<&str> {
        let name = Some(self.name.as_str()).filter(|name| !name.is_empty());
        name.into_iter().chain(self.previously.iter().map(String::as_str)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_is_the_same_with_and_without_what_nobody_sees() {
        assert_eq!(Label::key("status: being voted 🗳\u{fe0f}"), Label::key("status: being voted 🗳"));
        assert_eq!(Label::key("größe: klein"), Label::key("gro\u{308}ße:  klein"));
        assert_ne!(Label::key("needs: triage 🚦"), Label::key("needs: triage"));
    }
}
