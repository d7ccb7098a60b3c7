//! The notation of `.vale.ini`, as the library that Vale uses reads it: sections, keys that may repeat, comments, quotes,
//! lines that go on below.
//!
//! Owns [`Ini`] (sections and keys with the places of their values). Entry points: [`read`], [`Ini::merge`]. It must not
//! know which keys mean something.

use std::ops::Range;
use std::sync::Arc;

use crate::data::SyntaxError;
use crate::source::Span;

/// One file, or several merged.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ini {
    /// In the order in which they first appear; the keys above any section stand in one without a name.
    pub sections: Vec<Section>,
}

/// What stands below one `[name]`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// Between the brackets, as written.
    pub name: String,
    /// Where the name stands.
    pub place: Place,
    /// In the order in which they first appear.
    pub keys: Vec<Key>,
}

/// A key and everything that it is set to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    /// As written.
    pub name: String,
    /// Where it first stands.
    pub place: Place,
    /// Its values, first to last, each once. Most keys use the first alone.
    pub values: Vec<Setting>,
}

/// One value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Setting {
    /// Without quotes and comments.
    pub text: String,
    /// Where it stands.
    pub place: Place,
    /// The folder of its file: what relative paths start from.
    pub folder: Arc<str>,
}

/// A place in one of several files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The file, as findings show it.
    pub path: Arc<str>,
    /// Where in it.
    pub span: Span,
}

impl Ini {
    /// The section of a name.
    pub fn section(&self, name: &str) -> Option<&Section> {
        self.sections.iter().find(|section| section.name == name)
    }

    /// Takes in another file. What both say stands behind what was said first.
    pub fn merge(&mut self, other: Ini) {
        for section in other.sections {
            let index = self.open(&section.name, &section.place);
            for key in section.keys {
                for value in key.values {
                    self.sections[index].add(&key.name, &key.place, value);
                }
            }
        }
    }

    fn open(&mut self, name: &str, place: &Place) -> usize {
        self.sections.iter().position(|section| section.name == name).unwrap_or_else(|| {
            self.sections.push(Section { name: name.to_owned(), place: place.clone(), keys: Vec::new() });
            self.sections.len() - 1
        })
    }
}

impl Section {
    /// The key of a name.
    pub fn key(&self, name: &str) -> Option<&Key> {
        self.keys.iter().find(|key| key.name == name)
    }

    fn add(&mut self, name: &str, place: &Place, value: Setting) {
        match self.keys.iter_mut().find(|key| key.name == name) {
            Some(key) if key.values.iter().any(|known| known.text == value.text) => {}
            Some(key) => key.values.push(value),
            None => self.keys.push(Key { name: name.to_owned(), place: place.clone(), values: vec![value] }),
        }
    }
}

impl Key {
    /// The parts of all values, cut at commas, each once. A comma cuts a pattern too, `{1,6}` for one: Vale does so.
    pub fn parts(&self) -> Vec<Setting> {
        let mut parts: Vec<Setting> = Vec::new();
        for value in &self.values {
            // A value over several lines is not its source byte by byte: then a part has the place of all of it.
            let whole = value.place.span;
            let exact = whole.start as usize + value.text.len() == whole.end as usize;
            let mut at = whole.start as usize;
            for part in value.text.split(',') {
                let text = part.trim();
                let start = at + part.len() - part.trim_start().len();
                at += part.len() + 1;
                if text.is_empty() || parts.iter().any(|known| known.text == text) {
                    continue;
                }
                let span = if exact { Span::new(start, start + text.len()) } else { whole };
                let place = Place { span, ..value.place.clone() };
                parts.push(Setting { text: text.to_owned(), place, folder: value.folder.clone() });
            }
        }
        parts
    }
}

/// Reads one file. A line that is neither a section nor a key is reported and passed over.
pub fn read(path: &Arc<str>, folder: &Arc<str>, text: &str) -> (Ini, Vec<SyntaxError>) {
    let mut reader = Reader { text, at: text.strip_prefix('\u{feff}').map_or(0, |rest| text.len() - rest.len()) };
    let place = |range: Range<usize>| Place { path: path.clone(), span: range.into() };
    let mut ini = Ini::default();
    let mut current = ini.open("", &place(0..0));
    let mut errors = Vec::new();
    while let Some(line) = reader.line() {
        let content = trimmed(text, line.clone());
        let written = &text[content.clone()];
        if written.is_empty() || written.starts_with(['#', ';']) {
            continue;
        }
        if written.starts_with('[') {
            match written.rfind(']') {
                Some(end) => current = ini.open(&written[1..end], &place(content.start + 1..content.start + end)),
                None => errors.push(SyntaxError {
                    message: format!("the section `{written}` is not closed: put a `]` behind its name"),
                    span: content.into(),
                    meant: None,
                }),
            }
            continue;
        }
        let Some((name, after)) = key_name(text, content.clone()) else {
            let message = format!("`{written}` is no setting: write `Key = value`");
            errors.push(SyntaxError { message, span: content.into(), meant: None });
            continue;
        };
        match reader.value(after..line.end) {
            Ok((value, range)) => {
                let value = Setting { text: value, place: place(range), folder: folder.clone() };
                ini.sections[current].add(text[name.clone()].trim(), &place(name), value);
            }
            Err(message) => errors.push(SyntaxError { message, span: content.into(), meant: None }),
        }
    }
    (ini, errors)
}

/// The name of a key and where its value begins. A name may stand in quotes; `:` separates as well as `=`.
fn key_name(text: &str, line: Range<usize>) -> Option<(Range<usize>, usize)> {
    let written = &text[line.clone()];
    let quote = ["\"\"\"", "\"", "`"].into_iter().find(|quote| written.starts_with(quote));
    let (name, rest) = match quote {
        Some(quote) => {
            let length = written[quote.len()..].find(quote)?;
            (quote.len()..quote.len() + length, 2 * quote.len() + length)
        }
        None => (0..written.find(['=', ':'])?, 0),
    };
    let separator = rest + written[rest..].find(['=', ':'])?;
    let name = trimmed(text, line.start + name.start..line.start + name.end);
    (!name.is_empty()).then_some((name, line.start + separator + 1))
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
}

impl Reader<'_> {
    /// The next line, without its end.
    fn line(&mut self) -> Option<Range<usize>> {
        let rest = self.text.get(self.at..).filter(|rest| !rest.is_empty())?;
        let start = self.at;
        let length = rest.find('\n').map_or(rest.len(), |end| end + 1);
        self.at += length;
        Some(start..start + rest[..length].trim_end_matches(['\r', '\n']).len())
    }

    /// A value, with the place of its first line.
    fn value(&mut self, range: Range<usize>) -> Result<(String, Range<usize>), String> {
        let text = self.text;
        let place = trimmed(text, range);
        let written = &text[place.clone()];
        for quote in ["\"\"\"", "`"] {
            let Some(inner) = written.strip_prefix(quote) else { continue };
            return match inner.rfind(quote) {
                Some(end) => Ok((inner[..end].to_owned(), place)),
                None => self.quoted(inner, quote).map(|value| (value, place)),
            };
        }
        if let Some(first) = written.strip_suffix('\\') {
            return Ok((self.continued(first), place));
        }
        // A comment needs a space before it: `#` and `;` may be part of a pattern.
        let comment = written.find(" #").or_else(|| written.find(" ;")).unwrap_or(written.len());
        let mut place = trimmed(text, place.start..place.start + comment);
        let value = &text[place.clone()];
        for quote in ['\'', '"'] {
            if let Some(inner) = value.strip_prefix(quote).and_then(|inner| inner.strip_suffix(quote))
                && !inner.contains(quote)
            {
                place = place.start + 1..place.end - 1;
            }
        }
        Ok((text[place.clone()].to_owned(), place))
    }

    /// A value in quotes that goes on until the closing one.
    fn quoted(&mut self, first: &str, quote: &str) -> Result<String, String> {
        let mut value = format!("{first}\n");
        while let Some(line) = self.line() {
            let line = &self.text[line];
            if let Some(end) = line.rfind(quote) {
                return Ok(value + &line[..end]);
            }
            value.push_str(line);
            value.push('\n');
        }
        Err(format!("the value that begins with `{quote}` does not end: put {quote} behind it"))
    }

    /// A value whose line ends with a backslash goes on in the next line; a blank line ends it.
    fn continued(&mut self, first: &str) -> String {
        let mut value = first.to_owned();
        while let Some(line) = self.line() {
            let next = self.text[line].trim();
            match next.strip_suffix('\\') {
                Some(more) => value.push_str(more),
                None => {
                    value.push_str(next);
                    break;
                }
            }
        }
        value
    }
}

fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let written = &text[range.clone()];
    let start = range.start + written.len() - written.trim_start().len();
    start..start + written.trim().len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(text: &str) -> Vec<(String, String, Vec<String>)> {
        let (ini, errors) = read(&"a.ini".into(), &"".into(), text);
        assert_eq!(errors, []);
        let keys = ini.sections.iter().flat_map(|section| {
            section.keys.iter().map(|key| {
                let values = key.values.iter().map(|value| value.text.clone()).collect();
                (section.name.clone(), key.name.clone(), values)
            })
        });
        keys.collect()
    }

    #[test]
    fn comments_quotes_and_lines_that_go_on_are_read_as_vale_reads_them() {
        let text = "\u{feff}StylesPath = \"a b\" # where\n; no\n[*.{md,mdx}] # x\nA.B = NO;\nA.B: YES\nA.B = NO;\n\
                    Long = one, \\\n  two, \\\n\nC = `x # y`\r\nD = (a;b)#c\n";
        let one = |section: &str, key: &str, values: &[&str]| {
            (section.to_owned(), key.to_owned(), values.iter().map(|value| (*value).to_owned()).collect::<Vec<_>>())
        };
        let expected = [
            one("", "StylesPath", &["a b"]),
            one("*.{md,mdx}", "A.B", &["NO;", "YES"]),
            one("*.{md,mdx}", "Long", &["one, two, "]),
            one("*.{md,mdx}", "C", &["x # y"]),
            one("*.{md,mdx}", "D", &["(a;b)#c"]),
        ];
        assert_eq!(values(text), expected);
    }

    #[test]
    fn what_is_no_setting_is_named_where_it_stands() {
        let text = "[*.md\nwords\nA = `x\n";
        let (_, errors) = read(&"a.ini".into(), &"".into(), text);
        let places: Vec<&str> = errors.iter().map(|error| error.span.of(text)).collect();
        assert_eq!(places, ["[*.md", "words", "A = `x"]);
    }
}
