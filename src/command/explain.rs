//! `waypost explain`

use std::io::Write;

use clap::Args;

use super::{CLEAN, fail};
use crate::diagnostic::nearest;
use crate::lint::{self, RULES};

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The rule's name, as findings show it
    rule: String,
}

pub(super) fn run(arguments: &Arguments) -> u8 {
    let name = arguments.rule.trim();
    let Some(rule) = lint::find(name) else {
        let names = RULES.iter().flat_map(|rule| [rule.id].into_iter().chain(rule.aliases.iter().copied()));
        let help = match nearest(name, names) {
            Some(near) => format!("did you mean `{near}`? `waypost rules` lists them all"),
            None if name.contains('.') => "rules of Vale styles are explained by their style".to_owned(),
            None => "`waypost rules` lists them".to_owned(),
        };
        return fail(&format!("there is no rule `{name}`"), &help);
    };
    // A reader that goes away is no failure.
    let _ = std::io::stdout().lock().write_all(lint::explain(rule).as_bytes());
    CLEAN
}
