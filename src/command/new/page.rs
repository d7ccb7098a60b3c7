//! A page to begin with: where it belongs, and what stands in it. Entry point: [`begin`].

use super::{Draft, Refusal};
use crate::config::Kind;
use crate::data::quoted;
use crate::diagnostic::nearest;
use crate::document::slug;
use crate::render::theme;
use crate::site::Site;
use crate::workspace::Folders;

/// What a writer asks for.
pub(super) struct Asked<'a> {
    pub(super) kind: Kind,
    pub(super) title: &'a str,
    pub(super) personas: &'a [String],
    /// A folder below the content folder.
    pub(super) section: &'a Option<String>,
}

/// Where the first lines of the front matter go.
const FRONT: &str = "{{ front }}";

pub(super) fn begin(site: &Site, folders: &Folders, asked: &Asked) -> Result<Draft, Refusal> {
    let name = slug(asked.title);
    if !asked.title.contains(char::is_alphanumeric) {
        let message = format!("no file can be named after `{}`", asked.title);
        return Err((message, "give the page a title with a letter in it".to_owned()));
    }
    known_personas(site, asked.personas)?;
    let folder = folder(site, asked)?;
    let file = format!("{name}.md");
    let path: Vec<&str> = [&*folder, &*file].into_iter().filter(|part| !part.is_empty()).collect();
    let path = path.join("/");
    let path = if folders.bare { path } else { site.config.build.content.folder_of(&path) };
    let own = folders.root.join(theme::FOLDER).join("new").join(format!("{}.md", asked.kind.word()));
    let template = match own.is_file() && !folders.bare {
        true => std::fs::read_to_string(&own).map_err(|error| {
            (format!("`{}` cannot be read: {error}", own.display()), "mend it, or remove it".to_owned())
        })?,
        false => built_in(asked.kind).to_owned(),
    };
    if !template.contains(FRONT) {
        let message = format!("`{}` has no line `{FRONT}`", own.display());
        return Err((message, "write it between the two lines of `+++`: the title goes there".to_owned()));
    }
    let text = template.replacen(FRONT, &front(site, asked, &folder), 1);
    Ok(Draft { path, text })
}

fn built_in(kind: Kind) -> &'static str {
    match kind {
        Kind::Tutorial => include_str!("pages/tutorial.md"),
        Kind::HowTo => include_str!("pages/how-to.md"),
        Kind::Reference => include_str!("pages/reference.md"),
        Kind::Explanation => include_str!("pages/explanation.md"),
    }
}

/// From the content folder: the one that was asked for, or the first section of the kind.
fn folder(site: &Site, asked: &Asked) -> Result<String, Refusal> {
    let Some(folder) = asked.section else {
        let section = site.config.section.iter().find(|section| section.kind == Some(asked.kind));
        return Ok(section.map_or(String::new(), |section| section.path.clone()));
    };
    let content = site.config.build.content.main();
    let folder = folder.replace('\\', "/");
    let folder = folder.trim_start_matches("./").trim_matches('/');
    // Shells complete the path from the site's folder.
    let folder = folder.strip_prefix(content).and_then(|rest| rest.strip_prefix('/')).unwrap_or(folder);
    let is_hidden = |name: &str| name.is_empty() || name.starts_with(['.', '_']);
    if !folder.is_empty() && folder.split('/').any(is_hidden) {
        let message = format!("`{folder}` is no folder that pages are read from");
        return Err((message, format!("name one below `{content}`, without `..`, and without `.` or `_` in front")));
    }
    Ok(folder.to_owned())
}

fn known_personas(site: &Site, personas: &[String]) -> Result<(), Refusal> {
    let index = &site.community.index;
    let Some(id) = personas.iter().find(|id| index.find("persona", id).is_none()) else { return Ok(()) };
    let known: Vec<&str> = index.ids("persona").collect();
    let help = match nearest(id, known.iter().copied()) {
        Some(near) => format!("did you mean `{near}`?"),
        None if known.is_empty() => format!("describe it first: `waypost new persona \"{id}\"`"),
        None => format!("the personas are: {}", known.join(", ")),
    };
    Err((format!("there is no persona `{id}`"), help))
}

/// The title, and what the place of the page does not say of it.
fn front(site: &Site, asked: &Asked, folder: &str) -> String {
    let mut lines = vec![format!("title = {}", quoted(asked.title))];
    let above = |path: &str| folder == path || folder.strip_prefix(path).is_some_and(|rest| rest.starts_with('/'));
    let section =
        site.config.section.iter().filter(|section| above(&section.path)).max_by_key(|section| section.path.len());
    if section.and_then(|section| section.kind) != Some(asked.kind) {
        lines.push(format!("kind = {}", quoted(asked.kind.word())));
    }
    if !asked.personas.is_empty() {
        let personas: Vec<String> = asked.personas.iter().map(|id| quoted(id)).collect();
        lines.push(format!("personas = [{}]", personas.join(", ")));
    }
    lines.join("\n")
}
