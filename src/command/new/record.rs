//! A record to begin with, in a file of its own. Entry point: [`begin`].

use super::{Draft, Refusal, usage};
use crate::community::{EntitySchema, Missing, Sample};
use crate::data::Date;
use crate::site::Site;
use crate::workspace::Folders;

pub(super) fn begin(
    site: &Site,
    folders: &Folders,
    entity: &EntitySchema,
    title: Option<&str>,
    today: Date,
) -> Result<Draft, Refusal> {
    if folders.bare {
        let message = format!("`{}` holds pages alone, and no site with data", folders.root.display());
        return Err((
            message,
            "name the folder of a site: one with `waypost.toml`, or with a `content` folder".to_owned(),
        ));
    }
    let Sample { id, is_text, fields } =
        entity.sample(title, today, &site.community).map_err(|missing| match missing {
            Missing::Title => (format!("the {} has no name", entity.name), usage(entity.name)),
            Missing::Record(sort) => {
                let message = format!("a {} refers to a {sort}, and there is none yet", entity.name);
                (message, format!("begin with that: `waypost new {sort} \"…\"`"))
            }
        })?;
    let known =
        site.community.index.all.iter().find(|entry| entry.entity == entity.name && (entity.single || entry.id == id));
    if let Some(known) = known {
        let message = format!("`{}` describes this {} already", known.path, entity.name);
        return Err((message, "edit that file, or choose another name".to_owned()));
    }
    let data = site.config.build.data.trim_matches('/');
    let stem = if entity.single { id } else { format!("{}/{id}", entity.files) };
    let (ending, text) = match is_text {
        true => ("md", format!("+++\n{fields}+++\n\n<!-- Write the text here. -->\n")),
        false => ("toml", fields),
    };
    Ok(Draft { path: format!("{data}/{stem}.{ending}"), text })
}
