//! Lines of MDX: fences, empty lines, columns, and what modules' lines import.

/// A fence that is open.
pub(super) struct Fence {
    mark: char,
    length: usize,
}

impl Fence {
    pub(super) fn is_closed_by(&self, line: &str) -> bool {
        let line = line.trim();
        line.chars().count() >= self.length && line.chars().all(|c| c == self.mark)
    }
}

/// The fence that a line opens, wherever it begins: MDX knows no indented code.
pub(super) fn fence_of(line: &str) -> Option<Fence> {
    let line = line.trim_start_matches([' ', '\t', '>']);
    // An item of a list may begin with one.
    let line = line.strip_prefix("- ").or_else(|| line.strip_prefix("* ")).unwrap_or(line).trim_start();
    let mark = line.chars().next().filter(|c| matches!(c, '`' | '~'))?;
    let length = line.chars().take_while(|c| *c == mark).count();
    let info = &line[length..];
    (length >= 3 && !(mark == '`' && info.contains('`'))).then_some(Fence { mark, length })
}

/// Where the next empty line begins, or the text ends.
pub(super) fn blank_line_after(text: &str, start: usize) -> usize {
    let mut at = start;
    for line in text[start..].split_inclusive('\n') {
        if line.trim().is_empty() {
            return at;
        }
        at += line.len();
    }
    at
}

/// How many columns white space takes.
pub(super) fn column(space: &str) -> usize {
    let space = space.chars().take_while(|c| c.is_whitespace());
    space.fold(0, |column, c| if c == '\t' { (column / 4 + 1) * 4 } else { column + 1 })
}

/// `import Name from './file.mdx'`: names with their modules.
pub(super) fn imports_of(lines: &str) -> Vec<(String, String)> {
    let imports = lines.lines().filter_map(|line| {
        let (names, module) = line.strip_prefix("import ")?.split_once(" from ")?;
        let name = names.split([',', ' ']).next().filter(|name| name.starts_with(char::is_alphabetic))?;
        let module = module.trim().trim_end_matches(';').trim_matches(['"', '\'']);
        Some((name.to_owned(), module.to_owned()))
    });
    imports.collect()
}
