//! What somebody typed into a terminal or an interpreter, and what came back. Entry point: [`prompts`].
//!
//! Only languages that are made for it are read so: in a script, `#` begins a comment and `>` writes into a file.

/// How a program asks for the next command.
enum Style {
    /// `$ `, `# `, `% `, `> `, `user@host:~$ `, `PS C:\> `
    Shell,
    /// `>>> ` and `... `, or `In [1]: ` and `...: `
    Python,
    /// A name, then more, up to `> `: `irb(main):001> `
    Named(&'static str),
}

/// The length of the prompt in each line, or nothing for a line that was not typed. Nothing at all where nobody is asked.
pub(super) fn prompts(language: &str, lines: &[&str]) -> Option<Vec<Option<usize>>> {
    let found = match style(language, lines)? {
        Style::Shell => shell(lines),
        Style::Python => python(lines),
        Style::Named(name) => lines.iter().map(|line| named(line, name)).collect(),
    };
    found.iter().any(Option::is_some).then_some(found)
}

fn style(language: &str, lines: &[&str]) -> Option<Style> {
    Some(match &*language.to_lowercase() {
        "console" | "terminal" | "shell-session" | "shellsession" | "sh-session" | "bash-session" => Style::Shell,
        "pycon" | "python-console" | "python-repl" | "doctest" | "ipython" => Style::Python,
        // No program begins like this.
        "python" | "python3" | "py" if lines.first()?.starts_with(">>> ") => Style::Python,
        "julia-repl" | "jlcon" => Style::Named("julia"),
        "iex" => Style::Named("iex"),
        "irb" => Style::Named("irb"),
        _ => return None,
    })
}

fn named(line: &str, name: &str) -> Option<usize> {
    let end = line.find('>')? + 1;
    let is_it = line.starts_with(name) && !line[..end].contains(' ') && line[end..].starts_with([' ']);
    if is_it { Some(end + 1) } else { (line.starts_with(name) && line.len() == end).then_some(end) }
}

fn python(lines: &[&str]) -> Vec<Option<usize>> {
    let mut goes_on = false;
    let prompts = lines.iter().map(|line| {
        let is_further = goes_on && line.trim_start().starts_with("...");
        let length = match line {
            _ if line.starts_with(">>>") => 3,
            _ if is_further => line.find("...").map_or(0, |at| at + 3),
            _ if line.starts_with("In [") => line.find("]:").map_or(0, |at| at + 2),
            _ => 0,
        };
        // IPython writes `...:`.
        let length = if is_further && line[length..].starts_with(':') { length + 1 } else { length };
        let rest = &line[length..];
        goes_on = length > 0 && (rest.is_empty() || rest.starts_with(' '));
        goes_on.then_some(length + rest.len().min(1))
    });
    prompts.collect()
}

fn shell(lines: &[&str]) -> Vec<Option<usize>> {
    let found: Vec<Option<Prompt>> = lines.iter().map(|line| prompt(line)).collect();
    let sign = bare_sign(lines, &found);
    let asked: Vec<Option<usize>> = found
        .iter()
        .map(|prompt| match prompt {
            Some(prompt) if !prompt.is_bare || Some(prompt.sign) == sign => Some(prompt.length),
            // A comment, most of the time. As code it does no harm, whatever it is.
            Some(Prompt { sign: '#', .. }) if sign.is_some() => Some(0),
            _ => None,
        })
        .collect();
    let mut prompts = asked.clone();
    for start in (0..lines.len()).filter(|at| asked[*at].is_some()) {
        let next = (start + 1..lines.len()).find(|at| asked[*at].is_some()).unwrap_or(lines.len());
        let first = &lines[start][asked[start].unwrap_or(0)..];
        let further = further_lines(first, &lines[start + 1..next]);
        for at in start + 1..start + 1 + further {
            prompts[at] = Some(if is_continued(lines[at]) { 2.min(lines[at].len()) } else { 0 });
        }
    }
    prompts
}

/// The sign that asks without anything before it. `$` and `%` begin nothing else. `#` begins comments too, unless each line
/// has it; and `>` answers, unless it comes first.
fn bare_sign(lines: &[&str], found: &[Option<Prompt>]) -> Option<char> {
    let is_bare = |prompt: &Option<Prompt>, sign| prompt.as_ref().is_some_and(|it| it.is_bare && it.sign == sign);
    let mut written = lines.iter().zip(found).filter(|(line, _)| !line.trim().is_empty()).map(|(_, prompt)| prompt);
    let first = written.clone().next()?;
    ['$', '%', '#', '>'].into_iter().find(|sign| match sign {
        '#' => written.all(|prompt| is_bare(prompt, '#')),
        '>' => is_bare(first, '>'),
        sign => found.iter().any(|prompt| is_bare(prompt, *sign)),
    })
}

struct Prompt {
    length: usize,
    sign: char,
    /// Nothing stands before the sign.
    is_bare: bool,
}

fn prompt(line: &str) -> Option<Prompt> {
    let (at, sign) = line.char_indices().find(|(at, c)| {
        matches!(c, '$' | '%' | '#' | '>') && line[at + 1..].chars().next().is_none_or(|after| after == ' ')
    })?;
    let head = &line[..at];
    if head.starts_with(char::is_whitespace) {
        return None;
    }
    // `(venv) $`
    let head = head.strip_prefix('(').and_then(|head| head.split_once(") ")).map_or(head, |(_, head)| head).trim_end();
    let is_drive = head.get(1..3) == Some(":\\");
    let is_place = !head.contains(' ') && (head.contains('@') || head.starts_with('~'));
    let is_boxed = head.starts_with('[') && head.ends_with(']') && head.contains('@');
    let is_powershell = sign == '>' && (head == "PS" || head.starts_with("PS "));
    let is_known = head.is_empty() || is_drive || is_place || is_boxed || is_powershell;
    is_known.then_some(Prompt { length: (at + 2).min(line.len()), sign, is_bare: head.is_empty() })
}

fn is_continued(line: &str) -> bool {
    line == ">" || line.starts_with("> ")
}

/// How many of the lines below a command belong to it: after `\`, in a here-document, in quotes that are still open.
fn further_lines(command: &str, below: &[&str]) -> usize {
    let text = |line: &'_ str| if is_continued(line) { line[1..].trim().to_owned() } else { line.trim().to_owned() };
    let mut count = 0;
    let mut last = command.trim().to_owned();
    while let Some(line) = below.get(count) {
        if ["\\", "|", "&&", "||"].iter().any(|end| last.ends_with(end)) {
            last = text(line);
            count += 1;
            continue;
        }
        let end = match last.split_once("<<") {
            Some((_, word)) => {
                let word: String = word
                    .trim_start_matches(['-', ' ', '\'', '"', '\\'])
                    .chars()
                    .take_while(|c| c.is_alphanumeric() || *c == '_')
                    .collect();
                below[count..].iter().position(|line| !word.is_empty() && text(line) == word)
            }
            None => {
                let is_open = |quote: &&char| last.matches(**quote).count() % 2 == 1;
                let quote = ['"', '\''].iter().find(is_open).copied();
                quote.and_then(|quote| below[count..].iter().position(|line| line.matches(quote).count() % 2 == 1))
            }
        };
        return end.map_or(count, |end| count + end + 1);
    }
    count
}

#[cfg(test)]
mod tests {
    use super::prompts;

    /// Prompts as they stand, `=` for lines that were typed without one, and `-` for answers.
    fn read<'a>(language: &str, code: &'a str) -> Vec<&'a str> {
        let lines: Vec<&str> = code.lines().collect();
        let prompts = prompts(language, &lines).unwrap_or_default();
        let shown = prompts.iter().zip(lines).map(|(prompt, line)| match prompt {
            None => "-",
            Some(0) => "=",
            Some(length) => &line[..*length],
        });
        shown.collect()
    }

    #[test]
    fn what_was_typed_is_told_from_what_came_back() {
        assert_eq!(
            read("console", "$ make\nok\n# a comment\n> a@1 build\n\n$ make test\n"),
            ["$ ", "-", "=", "-", "-", "$ "]
        );
        assert_eq!(read("console", "$ a \\\n>   b\n$ a |\n  b\nout\n"), ["$ ", "> ", "$ ", "=", "-"]);
        assert_eq!(read("console", "$ cat <<'END' > f\n> a\nb\nEND\nout\n"), ["$ ", "> ", "=", "=", "-"]);
        assert_eq!(read("console", "$ git commit -m \"One\n\ntwo\"\nout\n"), ["$ ", "=", "=", "-"]);
        assert_eq!(read("console", "$ it's fine\nout\n"), ["$ ", "-"]);
        assert_eq!(read("terminal", "# apt update\n\n# apt upgrade\n"), ["# ", "-", "# "]);
        assert_eq!(
            read("console", "ana@sea:~/x$ ls\nout\n[ana@sea ~]# ls\n(venv) $ ls\n"),
            ["ana@sea:~/x$ ", "-", "[ana@sea ~]# ", "(venv) $ "]
        );
        assert_eq!(read("console", "PS C:\\Sea> dir\nout\nC:\\Sea> dir\n"), ["PS C:\\Sea> ", "-", "C:\\Sea> "]);
        assert_eq!(read("pycon", ">>> for x in y:\n...     x\n...\n1\n...\n"), [">>> ", "... ", "...", "-", "-"]);
        assert_eq!(read("ipython", "In [1]: x\n   ...: y\nOut[1]: 2\n"), ["In [1]: ", "   ...: ", "-"]);
        assert_eq!(read("irb", "irb(main):001> 1\n=> 1\n"), ["irb(main):001> ", "-"]);
        for (language, code) in [
            ("sh", "$ make\n"),
            ("python", "x = 1\n>>> x\n"),
            ("console", "make\n"),
            ("console", "make\n# make it\n"),
            ("console", "# make it\nmake\n"),
            ("console", "a {\n  # b\n}\n"),
        ] {
            assert_eq!(read(language, code), [""; 0], "{language}");
        }
    }
}
