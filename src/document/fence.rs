//! The line that opens a code block: language, title, marked lines, line numbers, in the grammars in use.

use super::listing::Mark;

/// What an info string asks for.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct FenceOptions {
    /// The language, as written, or nothing.
    pub language: String,
    /// The title of the frame, or nothing.
    pub title: String,
    /// Lines to mark, counted from 1 as they are shown.
    pub marked: Vec<(u32, u32)>,
    /// Lines to show as put in.
    pub inserted: Vec<(u32, u32)>,
    /// Lines to show as taken out.
    pub deleted: Vec<(u32, u32)>,
    /// Lines to look at.
    pub focused: Vec<(u32, u32)>,
    /// What lines that are hidden begin with, or nothing.
    pub hidden: String,
    /// The number of the first line, when lines are numbered.
    pub first_number: Option<u32>,
}

impl FenceOptions {
    /// How a line, counted from 1, is to be marked.
    pub(super) fn mark(&self, line: u32) -> Option<Mark> {
        let marks = [(&self.deleted, Mark::Deleted), (&self.inserted, Mark::Inserted), (&self.marked, Mark::Marked)];
        marks.into_iter().find(|(ranges, _)| holds(ranges, line)).map(|(_, mark)| mark)
    }

    /// Is this line, counted from 1, one to look at?
    pub(super) fn is_focused(&self, line: u32) -> bool {
        holds(&self.focused, line)
    }

    /// Something is asked for that needs the block line by line.
    pub(super) fn is_by_line(&self) -> bool {
        let ranges = [&self.marked, &self.inserted, &self.deleted, &self.focused];
        self.first_number.is_some() || ranges.iter().any(|ranges| !ranges.is_empty())
    }
}

fn holds(ranges: &[(u32, u32)], line: u32) -> bool {
    ranges.iter().any(|(from, to)| (*from..=*to).contains(&line))
}

/// Reads an info string. Words that mean nothing here (`ignore`, `editable` …) are passed over.
///
/// Understood are `rust,ignore`, `{1,3-5}`, `hl_lines="1 3-5"`, `ins={2}`, `del={3}`, `hidelines=!!!`, `title="…"`, `name=…`, `linenos`, `linenos=10`,
/// `linenostart=10`, `linenums="10"`, `showLineNumbers`, `showLineNumbers=10`, `startLineNumber=10`, `:line-numbers=10` and
/// `{.python}`.
pub(super) fn read(info: &str) -> FenceOptions {
    let mut options = FenceOptions::default();
    for (number, word) in words(info).into_iter().enumerate() {
        let (key, value) = word.split_once('=').map_or((word.as_str(), None), |(key, value)| (key, Some(value)));
        let value = value.map(|value| value.trim_matches(['"', '\'', '{', '}']));
        let number_from = |value: Option<&str>| value.and_then(|value| value.parse().ok()).unwrap_or(1);
        match key {
            "title" | "name" | "filename" if value.is_some() => options.title = value.unwrap_or("").to_owned(),
            "hl_lines" | "highlight" | "emphasize-lines" | "mark" => options.marked = line_ranges(value.unwrap_or("")),
            "ins" => options.inserted = line_ranges(value.unwrap_or("")),
            "del" => options.deleted = line_ranges(value.unwrap_or("")),
            "focus" => options.focused = line_ranges(value.unwrap_or("")),
            "hidelines" => options.hidden = value.unwrap_or("").to_owned(),
            "linenos" if matches!(value, Some("false" | "none")) => {}
            "linenos" | "linenums" | "linenostart" | "lineno-start" | "showLineNumbers" | "startLineNumber"
            | "line-numbers" | ":line-numbers" => options.first_number = Some(number_from(value)),
            _ if word.starts_with('{') => {
                let inner = word.trim_matches(['{', '}']);
                match inner.strip_prefix('.') {
                    Some(classes) => {
                        let class = classes.split([' ', '.']).next().unwrap_or("");
                        options.language = class.to_owned();
                    }
                    None if number == 0 && inner.starts_with(char::is_alphabetic) => {
                        options.language = inner.split([' ', ',']).next().unwrap_or("").to_owned();
                    }
                    None => options.marked = line_ranges(inner),
                }
            }
            _ if number == 0 => match word.split_once(':') {
                Some((language, rest)) if rest.starts_with("line-numbers") || rest.starts_with("no-line-numbers") => {
                    options.language = language.to_owned();
                    if rest.starts_with("line-numbers") {
                        options.first_number = Some(number_from(rest.split_once('=').map(|(_, first)| first)));
                    }
                }
                _ => options.language = word,
            },
            _ => {}
        }
    }
    options
}

/// Splits at spaces and commas, but not inside quotes and braces: `{1, 3}` is one word.
fn words(info: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut closing = None;
    for c in info.chars() {
        let current = words.last_mut().expect("there is always a word");
        match c {
            _ if closing == Some(c) => {
                closing = None;
                current.push(c);
            }
            _ if closing.is_some() => current.push(c),
            '"' | '\'' if current.ends_with('=') => {
                closing = Some(c);
                current.push(c);
            }
            '{' => {
                closing = Some('}');
                if !current.is_empty() && !current.ends_with('=') {
                    words.push(String::new());
                }
                words.last_mut().expect("there is always a word").push(c);
            }
            ' ' | '\t' | ',' => {
                if !current.is_empty() {
                    words.push(String::new());
                }
            }
            _ => current.push(c),
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

fn line_ranges(text: &str) -> Vec<(u32, u32)> {
    let ranges = text.split([',', ' ']).filter_map(|range| {
        let (from, to) = range.split_once('-').unwrap_or((range, range));
        Some((from.trim().parse().ok()?, to.trim().parse().ok()?))
    });
    ranges.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_spelling_in_use_gives_the_same_options() {
        let options = |language: &str, title: &str, marked: &[(u32, u32)], first_number| FenceOptions {
            language: language.to_owned(),
            title: title.to_owned(),
            marked: marked.to_vec(),
            first_number,
            ..FenceOptions::default()
        };
        assert_eq!(read(""), options("", "", &[], None));
        assert_eq!(read("rust,ignore,should_panic"), options("rust", "", &[], None));
        assert_eq!(
            read(r#"python title="my train.py" {1,3-5}"#),
            options("python", "my train.py", &[(1, 1), (3, 5)], None)
        );
        assert_eq!(read(r#"py hl_lines="2 4-6" linenums="10""#), options("py", "", &[(2, 2), (4, 6)], Some(10)));
        assert_eq!(read("toml, linenos, hl_lines=2-3, name=a.toml"), options("toml", "a.toml", &[(2, 3)], Some(1)));
        assert_eq!(read("js{1, 3} showLineNumbers"), options("js", "", &[(1, 1), (3, 3)], Some(1)));
        assert_eq!(read("ts:line-numbers=5 {2}"), options("ts", "", &[(2, 2)], Some(5)));
        assert_eq!(read("{.python .numbered}"), options("python", "", &[], None));
        assert_eq!(read("{python}"), options("python", "", &[], None));
        assert_eq!(read("text title='a=b'"), options("text", "a=b", &[], None));
    }

    #[test]
    fn lines_can_be_put_in_taken_out_looked_at_and_hidden() {
        let options = read("rust,hidelines=!!! ins={1,3-4} del={2} focus={3} mark={5}");
        assert_eq!((options.inserted, options.deleted), (vec![(1, 1), (3, 4)], vec![(2, 2)]));
        assert_eq!((options.focused, options.marked), (vec![(3, 3)], vec![(5, 5)]));
        assert_eq!((&*options.language, &*options.hidden), ("rust", "!!!"));
    }
}
