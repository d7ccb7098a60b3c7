//! What a project's documentation holds, by name, so that others can link to it. Entry points: [`read`],
//! [`Inventory::find`], and [`write()`] for the site's own. The door to `flate2` is in `sphinx`.
//!
//! It must not know where inventories lie, nor which links ask for them.

mod myst;
mod sphinx;

use std::collections::BTreeSet;

use crate::diagnostic::nearest;

pub use sphinx::{compressed, write};

/// One thing that has a place in the documentation: a class, a page, a heading.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Object {
    /// What it is called: `numpy.ndarray`.
    pub name: Box<str>,
    /// Of objects with one name, the one with the lowest is meant.
    rank: u8,
    /// What it is: `py:class`, `std:doc`, or MyST's `heading`.
    pub role: Box<str>,
    /// Where it is, from the address of the documentation.
    pub uri: Box<str>,
    /// How it is shown, where that is not its name.
    pub title: Option<Box<str>>,
}

/// All objects of one project.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Inventory {
    /// By name, then by rank and role.
    objects: Vec<Object>,
    roles: BTreeSet<Box<str>>,
}

/// Reads an inventory, `objects.inv` or `myst.xref.json`. The error is the second half of a sentence that begins with the
/// file.
pub fn read(bytes: &[u8]) -> Result<Inventory, String> {
    let objects = match bytes {
        [b'#', ..] => sphinx::read(bytes),
        _ if bytes.trim_ascii_start().starts_with(b"{") => myst::read(bytes),
        _ => Err(format!("is no inventory: it begins with `{}`", beginning(bytes))),
    };
    Ok(Inventory::of(objects?))
}

/// The first few letters of a file, on one line.
fn beginning(bytes: &[u8]) -> String {
    let text = String::from_utf8_lossy(&bytes[..bytes.len().min(80)]);
    text.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(20).collect()
}

impl Object {
    /// An object. A title that is empty or the name itself is none.
    pub fn new(name: &str, role: &str, uri: &str, title: Option<&str>) -> Object {
        // The words of a standard domain name pages, headings and terms: next to them, a name of code is meant.
        let rank = u8::from(role.starts_with("std:"));
        Object {
            name: name.into(),
            rank,
            role: role.into(),
            uri: uri.into(),
            title: title.filter(|title| !title.is_empty() && *title != name).map(Box::from),
        }
    }

    /// How it is shown.
    pub fn title(&self) -> &str {
        self.title.as_deref().unwrap_or(&self.name)
    }

    /// It is of a role, given in full (`py:class`), by its last part (`class`), or with `*` for any part.
    fn is_a(&self, role: &str) -> bool {
        is_role(&self.role, role)
    }
}

fn is_role(role: &str, wanted: &str) -> bool {
    let (mut parts, mut asked) = (role.rsplit(':'), wanted.rsplit(':'));
    asked.all(|asked| parts.next().is_some_and(|part| asked == "*" || part == asked))
}

impl Inventory {
    fn of(mut objects: Vec<Object>) -> Inventory {
        objects.sort();
        objects.dedup();
        let roles = objects.iter().map(|object| object.role.clone()).collect();
        Inventory { objects, roles }
    }

    /// The object that is meant by a name, or by a role and a name: `numpy.ndarray`, `py:class:numpy.ndarray`,
    /// `class:numpy.ndarray`.
    pub fn find(&self, wanted: &str) -> Option<&Object> {
        let (role, name) = self.divided(wanted);
        self.find_as(role, name)
    }

    /// The object of a name, and of a role where one is given.
    pub fn find_as(&self, role: Option<&str>, name: &str) -> Option<&Object> {
        let of_role = |object: &&Object| role.is_none_or(|role| object.is_a(role));
        self.named(name).iter().find(of_role).or_else(|| {
            // Sphinx writes its labels in lower case, and reads them in any.
            let is_label = |object: &&Object| matches!(&*object.role, "std:label" | "std:term");
            self.named(&name.to_lowercase()).iter().filter(is_label).find(of_role)
        })
    }

    /// The name that was probably meant, with the role that was given.
    pub fn nearest(&self, wanted: &str) -> Option<String> {
        let (role, name) = self.divided(wanted);
        let near = self.nearest_as(role, name)?;
        Some(role.map_or_else(|| near.to_owned(), |role| format!("{role}:{near}")))
    }

    /// The name of an object of a role that was probably meant.
    pub fn nearest_as(&self, role: Option<&str>, name: &str) -> Option<&str> {
        let of_role = self.objects.iter().filter(|object| role.is_none_or(|role| object.is_a(role)));
        let names = || of_role.clone().map(|object| &*object.name);
        let last = last_part(name);
        // `ndarray` and `np.ndarray` are `numpy.ndarray`.
        let same: Vec<&str> = names().filter(|other| !last.is_empty() && last_part(other) == last).take(20).collect();
        let near = nearest(name, same.iter().copied()).or_else(|| same.first().copied());
        // A look at all names of a large project takes a while for each broken link; nobody mistypes the first letter.
        let first = name.chars().next().map(|first| first.to_ascii_lowercase());
        let begins_so = |other: &&str| other.chars().next().map(|other| other.to_ascii_lowercase()) == first;
        near.or_else(|| nearest(name, names().filter(begins_so)))
    }

    /// A role and a name, as far as the inventory knows such a role.
    fn divided<'a>(&self, wanted: &'a str) -> (Option<&'a str>, &'a str) {
        if !self.named(wanted).is_empty() {
            return (None, wanted);
        }
        let colons: Vec<usize> = wanted.match_indices(':').map(|(at, _)| at).take(2).collect();
        let divided = colons.into_iter().rev().map(|at| (&wanted[..at], &wanted[at + 1..]));
        let mut known = divided.filter(|(role, _)| self.roles.iter().any(|known| is_role(known, role)));
        known.next().map_or((None, wanted), |(role, name)| (Some(role), name))
    }

    /// All objects of a name.
    fn named(&self, name: &str) -> &[Object] {
        let start = self.objects.partition_point(|object| *object.name < *name);
        let rest = &self.objects[start..];
        &rest[..rest.partition_point(|object| *object.name == *name)]
    }
}

/// `numpy.ndarray` → `ndarray`
fn last_part(name: &str) -> &str {
    name.rsplit(['.', '/', ':', '#']).next().unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::{Object, compressed, read, write};

    /// As Sphinx writes it, but for what it compresses.
    const NUMPY: &str = "# Sphinx inventory version 2\n\
        # Project: NumPy\n\
        # Version: 2.1\n\
        # The remainder of this file is compressed using zlib.\n\
        numpy.ndarray py:class 1 reference/generated/numpy.ndarray.html#$ -\n\
        numpy.ndarray.shape py:attribute 1 reference/generated/numpy.ndarray.shape.html#$ -\n\
        absolute py:method 1 reference/absolute.html#numpy.absolute -\n\
        absolute std:label -1 user/absolute.html#absolute Absolute beginners\n\
        operator new[] cpp:function 1 c-api.html#_new -\n\
        std:: cpp:namespace 1 c-api.html#std -\n\
        no line at all\n";

    #[test]
    fn a_name_finds_its_object_with_its_address_and_its_title() {
        let numpy = read(&compressed(NUMPY)).unwrap();
        let find = |wanted: &str| {
            let object = numpy.find(wanted)?;
            Some(format!("{} {} {}", object.role, object.uri, object.title()))
        };
        let array = "py:class reference/generated/numpy.ndarray.html#numpy.ndarray numpy.ndarray";
        assert_eq!(find("numpy.ndarray").as_deref(), Some(array));
        assert_eq!(find("py:class:numpy.ndarray").as_deref(), Some(array));
        assert_eq!(find("class:numpy.ndarray").as_deref(), Some(array));
        assert_eq!(find("py:*:numpy.ndarray").as_deref(), Some(array));
        assert_eq!(find("py:function:numpy.ndarray"), None);
        // A name of code comes before a heading of that name; its role tells which is meant.
        assert_eq!(find("absolute").as_deref(), Some("py:method reference/absolute.html#numpy.absolute absolute"));
        let label = "std:label user/absolute.html#absolute Absolute beginners";
        assert_eq!(find("std:label:Absolute").as_deref(), Some(label));
        assert_eq!(find("operator new[]").as_deref(), Some("cpp:function c-api.html#_new operator new[]"));
        assert_eq!(find("std::").as_deref(), Some("cpp:namespace c-api.html#std std::"));
        assert_eq!(numpy.nearest("numpy.ndaray").as_deref(), Some("numpy.ndarray"));
        assert_eq!(numpy.nearest("py:class:np.ndarray").as_deref(), Some("py:class:numpy.ndarray"));
        assert_eq!(numpy.nearest("torch.device"), None);
    }

    #[test]
    fn the_references_of_myst_are_found_by_name_and_by_page() {
        let guide = read(
            br#"{"version": "1", "myst": "1.2.0", "references": [
                {"kind": "page", "data": "/index.json", "url": "/"},
                {"kind": "page", "identifier": "setup", "data": "/install.json", "url": "/install"},
                {"identifier": "fig-a", "html_id": "figure-a", "kind": "figure", "data": "/install.json", "url": "/install"},
                {"identifier": "next", "kind": "heading", "data": "/a.json", "url": "/a", "implicit": true},
                {"identifier": "next", "kind": "heading", "data": "/b.json", "url": "/b", "implicit": true},
                {"kind": "heading"}
            ]}"#,
        );
        let guide = guide.unwrap();
        let find = |wanted: &str| guide.find(wanted).map(|object| (&*object.uri, object.title()));
        assert_eq!(find("index"), Some(("", "index")));
        assert_eq!(find("install"), Some(("install", "install")));
        assert_eq!(find("setup"), Some(("install", "setup")));
        assert_eq!(find("fig-a"), Some(("install#figure-a", "fig-a")));
        // What several pages have is found with its page alone.
        assert_eq!(find("next"), None);
        assert_eq!(find("b#next"), Some(("b#next", "next")));
        assert_eq!(guide.nearest("a#nexd").as_deref(), Some("a#next"));
    }

    #[test]
    fn what_is_no_inventory_says_what_it_is() {
        let why = |bytes: &[u8]| read(bytes).unwrap_err();
        assert_eq!(why(b"<!DOCTYPE html>\n<title>404"), "is no inventory: it begins with `<!DOCTYPE html> <tit`");
        assert_eq!(
            why(b"# Sphinx inventory version 1\n# Project: x\n"),
            "has version 1 of Sphinx's form, not version 2"
        );
        assert_eq!(why(b"# Kelp\n"), "is no inventory: it begins with `# Kelp`");
        let whole = compressed(NUMPY);
        assert!(why(&whole[..whole.len() - 30]).starts_with("is cut off or damaged: "));
        assert_eq!(why(b"{\"pages\": []}"), "has no list of `references`");
        assert!(why(b"{\"references\": [").starts_with("is no JSON: "));
    }

    #[test]
    fn what_is_written_is_read_again() {
        let objects = [
            Object::new("index", "std:doc", "index.html", Some("Kelp")),
            Object::new("cost", "std:label", "cost/#in-$", Some("  In\n $ ")),
        ];
        let text = write("Kelp\nforest", "2", &objects);
        assert_eq!(
            text,
            "# Sphinx inventory version 2\n# Project: Kelp forest\n# Version: 2\n\
             # The remainder of this file is compressed using zlib.\n\
             index std:doc -1 index.html Kelp\n\
             cost std:label -1 cost/#in-%24 In $\n"
        );
        let read = read(&compressed(&text)).unwrap();
        assert_eq!(&*read.find("cost").unwrap().uri, "cost/#in-%24");
        assert_eq!(read.find("index").unwrap().title(), "Kelp");
    }
}
