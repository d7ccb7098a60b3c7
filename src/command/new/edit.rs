//! Opens a file in the writer's editor. Entry point: [`open`].

use std::path::Path;
use std::process::Command;

/// Opens a file in the editor of `$VISUAL` or `$EDITOR`, and waits for it; else in the one of the settings, by its link.
/// The error is a sentence.
pub(super) fn open(file: &Path, link: &Option<String>) -> Result<(), String> {
    let named =
        ["VISUAL", "EDITOR"].iter().find_map(|name| std::env::var(name).ok().filter(|value| !value.trim().is_empty()));
    match (named, link) {
        (Some(editor), _) => {
            // `code --wait` is a program and its options.
            let mut words = editor.split_whitespace();
            let program = words.next().unwrap_or_default();
            let status = Command::new(program).args(words).arg(file).status();
            match status {
                Ok(status) if status.success() => Ok(()),
                Ok(status) => Err(format!("the editor `{editor}` ended with {status}")),
                Err(error) => Err(format!("the editor `{editor}` cannot be run: {error}")),
            }
        }
        (None, Some(link)) => open::that(link).map_err(|error| format!("`{link}` cannot be opened: {error}")),
        (None, None) => Err("no editor is named: set `$VISUAL` or `$EDITOR`, or `editor` under `[serve]`".to_owned()),
    }
}
