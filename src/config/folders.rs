//! The folders that a site is read from: one each, or several.

use serde::de::{Error, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};

/// One folder or several, from the site's folder.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Folders(pub Vec<String>);

/// The folders of the pages, each with its place in the site.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct ContentFolders(pub Vec<ContentFolder>);

/// A folder of pages.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct ContentFolder {
    /// Where in the site its pages begin, without slashes around it: nothing for the root.
    pub at: String,
    /// The folder, from the site's folder.
    pub folder: String,
}

impl ContentFolders {
    /// A single folder, whose pages begin at the root.
    pub fn one(folder: &str) -> ContentFolders {
        ContentFolders(vec![ContentFolder { at: String::new(), folder: trimmed(folder) }])
    }

    /// The folder at the root, else the first one.
    pub fn main(&self) -> &str {
        let at_root = self.0.iter().find(|content| content.at.is_empty());
        at_root.or(self.0.first()).map_or("", |content| &content.folder)
    }

    /// Where in the site the folder begins that holds a content path.
    pub fn place_of(&self, content_path: &str) -> &str {
        self.holding(content_path).map_or("", |content| &content.at)
    }

    /// Where a folder of the site lies, from the site's folder.
    pub fn folder_of(&self, path: &str) -> String {
        let Some(content) = self.holding(path) else { return path.to_owned() };
        let rest = path[content.at.len()..].trim_start_matches('/');
        [&*content.folder, rest].iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join("/")
    }

    /// Where a file stands in the site that lies here, from the site's folder. Nothing where it is in none of them.
    pub fn path_in_site(&self, file: &str) -> Option<String> {
        let inside = |content: &&ContentFolder| match &*content.folder {
            "" => true,
            folder => file.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/')),
        };
        let content = self.0.iter().filter(inside).max_by_key(|content| content.folder.len())?;
        let rest = file[content.folder.len()..].trim_start_matches('/');
        Some([&*content.at, rest].iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join("/"))
    }

    /// The innermost one.
    fn holding(&self, path: &str) -> Option<&ContentFolder> {
        let holds = |content: &&ContentFolder| {
            let rest = path.strip_prefix(&content.at);
            content.at.is_empty() || rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        self.0.iter().filter(holds).max_by_key(|content| content.at.len())
    }
}

fn trimmed(folder: &str) -> String {
    let folder = folder.trim_start_matches("./").trim_matches('/');
    if folder == "." { String::new() } else { folder.to_owned() }
}

impl<'de> Deserialize<'de> for Folders {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Folders, D::Error> {
        struct OneOrMany;
        impl<'de> Visitor<'de> for OneOrMany {
            type Value = Folders;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a folder or a list of folders")
            }

            fn visit_str<E: Error>(self, folder: &str) -> Result<Folders, E> {
                Ok(Folders(vec![trimmed(folder)]))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Folders, A::Error> {
                let mut folders = Vec::new();
                while let Some(folder) = items.next_element::<String>()? {
                    folders.push(trimmed(&folder));
                }
                Ok(Folders(folders))
            }
        }
        deserializer.deserialize_any(OneOrMany)
    }
}

impl<'de> Deserialize<'de> for ContentFolders {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<ContentFolders, D::Error> {
        struct OneOrPlaced;
        impl<'de> Visitor<'de> for OneOrPlaced {
            type Value = ContentFolders;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a folder, or a table of places in the site and their folders")
            }

            fn visit_str<E: Error>(self, folder: &str) -> Result<ContentFolders, E> {
                Ok(ContentFolders::one(folder))
            }

            fn visit_map<A: MapAccess<'de>>(self, mut places: A) -> Result<ContentFolders, A::Error> {
                let mut content = Vec::new();
                while let Some((at, folders)) = places.next_entry::<String, Folders>()? {
                    let at = trimmed(&at);
                    content.extend(folders.0.into_iter().map(|folder| ContentFolder { at: at.clone(), folder }));
                }
                Ok(ContentFolders(content))
            }
        }
        deserializer.deserialize_any(OneOrPlaced)
    }
}
