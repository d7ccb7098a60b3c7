//! Parts of other files in a page: which part is meant, and what it says. Entry points: [`Wanted`], [`path_from`],
//! [`Files`].
//!
//! It reads no file: who understands a page is told how to get one.

use std::sync::Arc;

/// The files that a text may take parts from.
pub trait Files: Sync {
    /// The text of a file, by its path from the site's folder. The error is a sentence without the path.
    fn read(&self, path: &str) -> Result<Arc<str>, String>;
}

/// There are none.
pub struct NoFiles;

impl Files for NoFiles {
    fn read(&self, _: &str) -> Result<Arc<str>, String> {
        Err("files are included in a site only".to_owned())
    }
}

/// Which part of a file is meant.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Wanted {
    /// Ranges of lines, counted from 1; without an end, up to the last.
    pub(super) lines: Vec<(usize, Option<usize>)>,
    /// What stands between the comments that bear this name.
    pub(super) marker: Option<String>,
    /// What stands behind the first line that has these words.
    pub(super) after: Option<String>,
    /// What stands before the next line that has these words.
    pub(super) before: Option<String>,
}

/// The path from the site's folder of a file that a page names: from the page's own folder, or with `/` in front from the
/// site's. Nothing where it leads out of the site.
pub(super) fn path_from(page: &str, written: &str) -> Option<String> {
    let folder = match written.starts_with('/') {
        true => "",
        false => page.rsplit_once('/').map_or("", |(folder, _)| folder),
    };
    let mut names: Vec<&str> = Vec::new();
    for name in folder.split('/').chain(written.split('/')) {
        match name {
            "" | "." => {}
            ".." => drop(names.pop()?),
            name => names.push(name),
        }
    }
    Some(names.join("/"))
}

impl Wanted {
    /// `3`, `3-10`, `3:10`, `3-`, `-10`, with commas between several. Nothing where that is no list of lines.
    pub(super) fn lines(words: &str) -> Option<Vec<(usize, Option<usize>)>> {
        let range = |range: &str| {
            let number = |word: &str| word.trim().parse::<usize>().ok().filter(|number| *number > 0);
            match range.split_once(['-', ':']) {
                None => number(range).map(|line| (line, Some(line))),
                Some((from, to)) => {
                    let from = if from.trim().is_empty() { 1 } else { number(from)? };
                    let to = if to.trim().is_empty() { None } else { Some(number(to)?) };
                    Some((from, to))
                }
            }
        };
        words.split(',').map(range).collect()
    }

    /// mdBook's notation: `path`, `path:3`, `path:3:10`, `path::10`, `path:name`. The path, and the part.
    pub(super) fn of_mdbook(written: &str) -> (&str, Wanted) {
        let Some((path, part)) = written.split_once(':') else { return (written, Wanted::default()) };
        match Wanted::lines(part) {
            Some(lines) => (path, Wanted { lines, ..Wanted::default() }),
            None => (path, Wanted { marker: Some(part.to_owned()), ..Wanted::default() }),
        }
    }

    /// All of a file is meant.
    pub(super) fn is_all(&self) -> bool {
        *self == Wanted::default()
    }

    /// The part of a text. The error is a sentence.
    pub(super) fn cut(&self, text: &str) -> Result<String, String> {
        let mut lines: Vec<&str> = text.lines().collect();
        if let Some(name) = &self.marker {
            lines = between(&lines, name)?;
        }
        if let Some(words) = &self.after {
            let at = lines.iter().position(|line| line.contains(words.as_str()));
            lines.drain(..=at.ok_or_else(|| format!("no line has `{words}`"))?);
        }
        if let Some(words) = &self.before {
            let at = lines.iter().position(|line| line.contains(words.as_str()));
            lines.truncate(at.ok_or_else(|| format!("no line has `{words}`"))?);
        }
        if !self.lines.is_empty() {
            let last = lines.len();
            if let Some((from, _)) = self.lines.iter().find(|(from, _)| *from > last) {
                return Err(format!("there is no line {from}: the file has {last}"));
            }
            let of = |(from, to): &(usize, Option<usize>)| (*from - 1)..to.unwrap_or(last).min(last).max(*from - 1);
            lines = self.lines.iter().flat_map(|range| lines[of(range)].iter().copied()).collect();
        }
        Ok(lines.iter().map(|line| format!("{line}\n")).collect())
    }
}

/// The lines between `ANCHOR: name` and `ANCHOR_END: name`, or `[start:name]` and `[end:name]`, without other such lines.
fn between<'a>(lines: &[&'a str], name: &str) -> Result<Vec<&'a str>, String> {
    let has = |line: &str, words: [&str; 2]| {
        let [anchor, bracket] = words;
        let named = line.split_once(anchor).is_some_and(|(_, rest)| {
            let rest = rest.trim_start();
            rest.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with(char::is_whitespace))
        });
        named || line.contains(&format!("[{bracket}:{name}]"))
    };
    let begin = lines.iter().position(|line| has(line, ["ANCHOR:", "start"]));
    let begin = begin.ok_or_else(|| format!("no comment in it says `ANCHOR: {name}`"))? + 1;
    let length = lines[begin..].iter().position(|line| has(line, ["ANCHOR_END:", "end"]));
    let length = length.unwrap_or(lines.len() - begin);
    Ok(lines[begin..begin + length].iter().copied().filter(|line| !is_marker(line)).collect())
}

fn is_marker(line: &str) -> bool {
    ["ANCHOR:", "ANCHOR_END:"].iter().any(|word| line.contains(word))
        || line.contains("--8<--") && (line.contains("[start:") || line.contains("[end:"))
}

/// Lines without the indentation that they share.
pub(super) fn dedented(text: &str) -> String {
    let indent = |line: &str| line.len() - line.trim_start_matches([' ', '\t']).len();
    let least = text.lines().filter(|line| !line.trim().is_empty()).map(indent).min().unwrap_or(0);
    text.lines().map(|line| format!("{}\n", line.get(least..).unwrap_or(""))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_starts_at_the_page_or_at_the_site_and_stays_inside() {
        assert_eq!(path_from("content/a/b.md", "c.md").as_deref(), Some("content/a/c.md"));
        assert_eq!(path_from("content/a/b.md", "../../src/./main.rs").as_deref(), Some("src/main.rs"));
        assert_eq!(path_from("content/a/b.md", "/src/main.rs").as_deref(), Some("src/main.rs"));
        assert_eq!(path_from("content/b.md", "../../etc/passwd"), None);
    }

    #[test]
    fn a_part_is_lines_or_what_stands_between_comments() {
        let text = "// ANCHOR: all\nfn main() {\n    // ANCHOR: body\n    run();\n    // ANCHOR_END: body\n}\n// ANCHOR_END: all\n";
        let cut = |wanted: &str| Wanted::of_mdbook(wanted).1.cut(text);
        assert_eq!(cut("a.rs:body").unwrap(), "    run();\n");
        assert_eq!(cut("a.rs:all").unwrap(), "fn main() {\n    run();\n}\n");
        assert_eq!(cut("a.rs:4").unwrap(), "    run();\n");
        assert_eq!(cut("a.rs:4:5").unwrap(), "    run();\n    // ANCHOR_END: body\n");
        assert_eq!(cut("a.rs:6:").unwrap(), "}\n// ANCHOR_END: all\n");
        assert_eq!(cut("a.rs::1").unwrap(), "// ANCHOR: all\n");
        assert_eq!(cut("a.rs").unwrap(), text);
        assert_eq!(cut("a.rs:9").unwrap_err(), "there is no line 9: the file has 7");
        assert_eq!(cut("a.rs:gone").unwrap_err(), "no comment in it says `ANCHOR: gone`");
        assert_eq!(dedented("    a\n\n      b\n"), "a\n\n  b\n");
    }
}
