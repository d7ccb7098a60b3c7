//! `[nav]`: the order of a folder's pages, and their tree where the folders are not it.

use serde::de::value::MapAccessDeserializer;
use serde::de::{Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

use crate::data::Spanned;

/// One entry of a list in `[nav]`: a name alone, or a table.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum NavItem {
    /// A page or folder, as a name or path from the folder that the list is of.
    Name(String),
    /// An entry that says more.
    Entry(NavEntry),
}

/// An entry with a title, with entries below it, or without a page.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct NavEntry {
    /// A page or folder, as a name or path from the folder that the list is of.
    pub page: Option<String>,
    /// What navigation calls it. Default: the title of the page.
    pub title: Option<String>,
    /// Where an entry leads that is no page: a path of the site, which is checked, or an absolute URL.
    pub url: Option<Spanned<String>>,
    /// The address of the page that is made for a group: a path from the root of the site. Default: made from the title,
    /// below the folder.
    pub path: Option<String>,
    /// What stands below it.
    pub items: Vec<Spanned<NavItem>>,
}

impl NavItem {
    /// The page or folder that it names.
    pub fn page(&self) -> Option<&str> {
        match self {
            NavItem::Name(name) => Some(name),
            NavItem::Entry(entry) => entry.page.as_deref(),
        }
    }

    /// What stands below it.
    pub fn items(&self) -> &[Spanned<NavItem>] {
        match self {
            NavItem::Name(_) => &[],
            NavItem::Entry(entry) => &entry.items,
        }
    }
}

impl<'de> Deserialize<'de> for NavItem {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<NavItem, D::Error> {
        struct Either;
        impl<'de> Visitor<'de> for Either {
            type Value = NavItem;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("the name of a page, or a table such as `{ title = \"Guides\", items = […] }`")
            }

            fn visit_str<E: Error>(self, name: &str) -> Result<NavItem, E> {
                Ok(NavItem::Name(name.to_owned()))
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<NavItem, A::Error> {
                let entry = NavEntry::deserialize(MapAccessDeserializer::new(map))?;
                if entry.page.is_none() && entry.title.is_none() {
                    return Err(A::Error::custom("an entry has a `page` or a `title`"));
                }
                if entry.url.is_some() && (entry.page.is_some() || !entry.items.is_empty()) {
                    return Err(A::Error::custom("an entry with a `url` has neither a `page` nor `items`"));
                }
                Ok(NavItem::Entry(entry))
            }
        }
        deserializer.deserialize_any(Either)
    }
}
