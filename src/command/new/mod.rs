//! `waypost new`: pages and records to begin with.

mod edit;
mod page;
mod record;

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::Args;

use super::ask::{Dialog, on_terminal};
use super::{CLEAN, FAILED, fail, prefix, today};
use crate::community::ENTITIES;
use crate::config::Kind;
use crate::diagnostic::nearest;
use crate::workspace::{Options, Workspace};

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// What to begin: tutorial, how-to, reference, explanation, or a sort of record such as persona, pathway, roadmap,
    /// decision or note (`waypost schema` lists them). Without it, two questions find the kind of the page
    what: Option<String>,
    /// What it is called
    title: Option<String>,
    /// Whom the page serves: the id of a persona. Can be given several times
    #[arg(long, value_name = "ID")]
    persona: Vec<String>,
    /// The folder of the page, below the content folder [default: the first section of its kind]
    #[arg(long, value_name = "FOLDER")]
    section: Option<String>,
    /// Open the file in your editor
    #[arg(long)]
    edit: bool,
    /// The site's folder
    #[arg(long, value_name = "DIR", default_value = ".")]
    dir: PathBuf,
}

/// A file to begin with.
struct Draft {
    /// From the site's folder.
    path: String,
    text: String,
}

/// Why there is nothing to begin with: what is wrong, and what to do.
type Refusal = (String, String);

/// What is begun.
enum What {
    Page(Kind),
    Record(&'static crate::community::EntitySchema),
}

const COMPASS: &str = "pass tutorial (to learn by doing), how-to (to get work done), reference (to look facts up) or \
                       explanation (to understand), as in `waypost new how-to \"Use GPUs\"`";

pub(super) fn run(arguments: &Arguments) -> u8 {
    begin(arguments).unwrap_or_else(|(message, help)| fail(&message, &help))
}

fn begin(arguments: &Arguments) -> Result<u8, Refusal> {
    let what = match &arguments.what {
        Some(word) => what(word)?,
        None => on_terminal(compass).map(What::Page).ok_or_else(|| refusal("nothing says what to begin", COMPASS))?,
    };
    if let (What::Record(entity), false) = (&what, arguments.persona.is_empty() && arguments.section.is_none()) {
        let message = format!("`--persona` and `--section` are for pages, and a {} is a record", entity.name);
        return Err((message, "leave them out".to_owned()));
    }
    let wants_title = match &what {
        What::Page(_) => true,
        What::Record(entity) => !entity.single && entity.name != "note",
    };
    let asked = || on_terminal(|dialog| dialog.text("What is it called?", None));
    let title = arguments.title.clone().or_else(|| if wants_title { asked() } else { None });
    let open = Workspace::open(&arguments.dir, Options::default(), false);
    let (workspace, snapshot) = open
        .and_then(|workspace| workspace.snapshot().map(|snapshot| (workspace, snapshot)))
        .map_err(|unusable| (unusable.message, unusable.help))?;
    let draft = match what {
        What::Page(kind) => {
            let title = title.ok_or_else(|| refusal("the page has no title", &usage(kind.word())))?;
            let asked = page::Asked { kind, title: &title, personas: &arguments.persona, section: &arguments.section };
            page::begin(&snapshot.site, workspace.folders(), &asked)?
        }
        What::Record(entity) => {
            let day = today().ok_or_else(|| refusal("the clock tells no day", "set the clock of this machine"))?;
            record::begin(&snapshot.site, workspace.folders(), entity, title.as_deref(), day)?
        }
    };
    let root = &workspace.folders().root;
    write_new(root, &draft)?;
    println!("{}{}", prefix(&arguments.dir), draft.path);
    if arguments.edit
        && let Err(why) = edit::open(&root.join(&draft.path), &snapshot.editor_link(&draft.path, None, None))
    {
        eprintln!("error: {why}");
        return Ok(FAILED);
    }
    Ok(CLEAN)
}

fn refusal(message: &str, help: &str) -> Refusal {
    (message.to_owned(), help.to_owned())
}

fn usage(word: &str) -> String {
    format!("give it one: `waypost new {word} \"…\"`")
}

fn what(word: &str) -> Result<What, Refusal> {
    let kind =
        Kind::ALL.into_iter().find(|kind| kind.word() == word || *kind == Kind::Explanation && word == "concept");
    let entity = || ENTITIES.iter().find(|entity| entity.name == word || entity.files == word).map(What::Record);
    kind.map(What::Page).or_else(entity).ok_or_else(|| {
        let known = Kind::ALL.iter().map(|kind| kind.word()).chain(ENTITIES.iter().map(|entity| entity.name));
        let near = nearest(word, known).map(|near| format!("did you mean `{near}`? "));
        (format!("`{word}` is no kind of page and no sort of record"), near.unwrap_or_default() + COMPASS)
    })
}

/// The compass of Diátaxis: what a text is about and what its reader does tell its kind.
fn compass(dialog: &mut Dialog) -> Option<Kind> {
    let about = "What is the page about?";
    let acts = dialog.first_of(about, "what to do (action)", "what there is to know (cognition)")?;
    let reader = "What does its reader want?";
    let learns = dialog.first_of(reader, "to learn (acquisition)", "to get work done (application)")?;
    Some(match (acts, learns) {
        (true, true) => Kind::Tutorial,
        (true, false) => Kind::HowTo,
        (false, false) => Kind::Reference,
        (false, true) => Kind::Explanation,
    })
}

/// Writes a file that is not there yet.
fn write_new(root: &Path, draft: &Draft) -> Result<(), Refusal> {
    let file = root.join(&draft.path);
    let write = || -> io::Result<()> {
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder)?;
        }
        OpenOptions::new().write(true).create_new(true).open(&file)?.write_all(draft.text.as_bytes())
    };
    write().map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => {
            (format!("`{}` is there already", file.display()), "choose another title, or edit that file".to_owned())
        }
        _ => (format!("`{}` cannot be written: {error}", file.display()), "make its folder writable".to_owned()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_questions_find_the_kind() {
        let kind = |answers: &str| compass(&mut Dialog::new(&mut answers.as_bytes(), &mut io::sink()));
        assert_eq!(kind("1\n1\n"), Some(Kind::Tutorial));
        assert_eq!(kind("1\n2\n"), Some(Kind::HowTo));
        assert_eq!(kind("2\n2\n"), Some(Kind::Reference));
        assert_eq!(kind("2\n1\n"), Some(Kind::Explanation));
        assert_eq!(kind("2\n"), None);
    }
}
