//! Objects of other projects' documentation: `numpy:numpy.ndarray`. Entry point: [`resolve`].

use super::Site;
use super::resolve::{Broken, BrokenKind, Target};
use super::urls::{decode, encode_foreign};
use crate::diagnostic::nearest;

/// What a destination leads to whose prefix is an inventory of the site; nothing where it is any other.
pub(super) fn resolve(site: &Site, destination: &str) -> Option<Target> {
    let wanted = Wanted::of(site, destination)?;
    let Some(settings) = site.config.inventories.get(wanted.inventory) else {
        let near = nearest(wanted.inventory, site.config.inventories.keys().map(String::as_str));
        let message = format!("there is no inventory `{}`", wanted.inventory);
        let near = near.map(|near| destination.replacen(wanted.inventory, near, 1));
        let otherwise = "name one under `[inventories]` in `waypost.toml`";
        return Some(broken(message, near, otherwise));
    };
    // That it cannot be read is said in the settings, once.
    let Some(inventory) = site.inventories.get(wanted.inventory) else { return Some(Target::External) };
    let found = |name: &str| match wanted.role {
        Some(role) => inventory.find_as(Some(role), name),
        None => inventory.find(name),
    };
    let decoded = decode(wanted.name);
    if let Some(object) = found(wanted.name).or_else(|| found(&decoded)) {
        let href = format!("{}/{}", settings.url.value.trim_end_matches('/'), object.uri);
        return Some(Target::Page { href: encode_foreign(&href), title: object.title().to_owned() });
    }
    let near = match wanted.role {
        Some(role) => inventory.nearest_as(Some(role), &decoded).map(str::to_owned),
        None => inventory.nearest(&decoded),
    };
    let message = format!("`{}` has no object `{decoded}`", wanted.inventory);
    let start = &destination[..destination.len() - wanted.name.len()];
    let near = near.map(|near| format!("{start}{near}"));
    let help = format!("its names stand in `{}`; fetch it again if the name is new", settings.file.value);
    Some(broken(message, near, &help))
}

fn broken(message: String, near: Option<String>, otherwise: &str) -> Target {
    let help = near.as_ref().map_or_else(|| otherwise.to_owned(), |near| format!("did you mean `{near}`?"));
    Target::Broken(Broken { kind: BrokenKind::Object(message), help: Some(help), near, href: None })
}

/// What a destination asks for.
struct Wanted<'a> {
    inventory: &'a str,
    role: Option<&'a str>,
    name: &'a str,
}

impl Wanted<'_> {
    /// `numpy:py:class:numpy.ndarray`, `inv:numpy:py:class#numpy.ndarray`, `xref:guide#setup` or `xref:guide/install#setup`.
    fn of<'a>(site: &Site, destination: &'a str) -> Option<Wanted<'a>> {
        let inventories = &site.config.inventories;
        let (prefix, rest) = destination.split_once(':')?;
        if inventories.contains_key(prefix) {
            return Some(Wanted { inventory: prefix, role: None, name: rest });
        }
        // Without any inventory, these are words like any other.
        if inventories.is_empty() {
            return None;
        }
        match prefix {
            "inv" => {
                let (start, name) = rest.split_once('#')?;
                let (inventory, role) = start.split_once(':').map_or((start, None), |(name, role)| (name, Some(role)));
                Some(Wanted { inventory, role, name })
            }
            "xref" => {
                let end = rest.find(['#', '/']).unwrap_or(rest.len());
                let (inventory, name) = (&rest[..end], rest.get(end + 1..).unwrap_or(""));
                Some(Wanted { inventory, role: None, name: if name.is_empty() { "index" } else { name } })
            }
            _ => None,
        }
    }
}
