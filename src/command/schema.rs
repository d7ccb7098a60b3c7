//! `waypost schema`

use std::io::Write;

use clap::Args;

use super::{CLEAN, fail};
use crate::community::ENTITIES;
use crate::diagnostic::nearest;

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// What the records are: `persona` gives the schema of one record, `personas` that of a file of many. Without it, all
    /// of them are listed
    entity: Option<String>,
    /// The schema of a file of many records, also where the file is called as the record
    #[arg(long, requires = "entity")]
    file: bool,
}

pub(super) fn run(arguments: &Arguments) -> u8 {
    let Some(wanted) = &arguments.entity else {
        print(&list());
        return CLEAN;
    };
    let found = ENTITIES.iter().find_map(|entity| match wanted {
        name if arguments.file && [entity.name, entity.files].contains(&name.as_str()) => Some(entity.of_file()),
        name if *name == entity.name => Some(entity.of_record()),
        name if *name == entity.files => Some(entity.of_file()),
        _ => None,
    });
    match found {
        Some(schema) => {
            print(&format!("{schema:#}\n"));
            CLEAN
        }
        None => {
            let names = ENTITIES.iter().flat_map(|entity| [entity.name, entity.files]);
            let near = nearest(wanted, names);
            let help =
                near.map_or("run `waypost schema` for a list".to_owned(), |near| format!("did you mean `{near}`?"));
            fail(&format!("there are no records of the sort `{wanted}`"), &help)
        }
    }
}

/// Every sort of record with the files that it is read from.
fn list() -> String {
    let widest = ENTITIES.iter().map(|entity| entity.name.len()).max().unwrap_or(0);
    let lines = ENTITIES.iter().map(|entity| {
        let files = match entity.single {
            true => format!("data/{}.toml", entity.files),
            false => format!("data/{0}.toml, data/{0}/ID.md, data/{0}/ID.toml", entity.files),
        };
        format!("{:widest$}  {files}\n", entity.name)
    });
    lines.collect()
}

/// A reader that goes away (`waypost schema persona | head`) is no failure.
fn print(text: &str) {
    let _ = std::io::stdout().lock().write_all(text.as_bytes());
}
