//! `[serve]`: the live preview.

use serde::{Deserialize, Deserializer, de};

/// `[serve]`
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Deserialize)]
#[serde(default)]
pub struct ServeSettings {
    /// The editor in which findings can be opened: `vscode`, `vscodium`, `cursor`, `windsurf`, `zed`, `idea`, `sublime`,
    /// `textmate`, or a URL with `{path}`, and perhaps `{line}` and `{column}`.
    pub editor: Option<Editor>,
}

/// How an editor is asked to open a file: a URL with `{path}`, `{line}` and `{column}`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Editor(String);

/// Editors that answer to URLs on the desktop.
const EDITORS: &[(&str, &str)] = &[
    ("vscode", "vscode://file{path}:{line}:{column}"),
    ("vscodium", "vscodium://file{path}:{line}:{column}"),
    ("cursor", "cursor://file{path}:{line}:{column}"),
    ("windsurf", "windsurf://file{path}:{line}:{column}"),
    ("zed", "zed://file{path}:{line}:{column}"),
    ("idea", "idea://open?file={path}&line={line}&column={column}"),
    ("sublime", "subl://open?url=file://{path}&line={line}&column={column}"),
    ("textmate", "txmt://open?url=file://{path}&line={line}&column={column}"),
];

impl Editor {
    /// The URL, with its places to fill in.
    pub fn template(&self) -> &str {
        &self.0
    }
}

impl<'de> Deserialize<'de> for Editor {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Editor, D::Error> {
        let written = String::deserialize(deserializer)?;
        let known = EDITORS.iter().find(|(name, _)| *name == written);
        match known {
            Some((_, template)) => Ok(Editor((*template).to_owned())),
            None if is_template(&written) => Ok(Editor(written)),
            None => {
                let names: Vec<String> = EDITORS.iter().map(|(name, _)| format!("`{name}`")).collect();
                let names = names.join(", ");
                Err(de::Error::custom(format!(
                    "`{written}` is none of {names}, and no URL such as `edit://{{path}}:{{line}}`"
                )))
            }
        }
    }
}

/// It names a scheme, and not one that runs a script in the browser.
fn is_template(text: &str) -> bool {
    let scheme = text.split_once(':').map_or("", |(scheme, _)| scheme);
    let is_scheme =
        !scheme.is_empty() && scheme.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'));
    is_scheme
        && text.contains("{path}")
        && !scheme.eq_ignore_ascii_case("javascript")
        && !scheme.eq_ignore_ascii_case("data")
}
