//! Code in colour. The door to `syntect`, with the grammars of `two-face`.
//!
//! Scopes become a dozen classes of one letter, merged where neighbours share one: syntect's own nested spans make a page
//! of 8 KB weigh 38 KB. No span crosses a line end, so lines can be numbered and marked afterwards.

use std::sync::Arc;

use syntect::parsing::{Scope, ScopeStack, SyntaxReference, SyntaxSet};

use super::diagram::{self, Artist};
use super::escape::escape;
use super::known_lines::{Classes, KnownLines, State};

/// The grammars, loaded once for a build.
pub struct Highlighter {
    syntaxes: SyntaxSet,
    rules: Vec<(Scope, Option<char>)>,
    artist: Artist,
}

/// A block of code as HTML.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Highlighted {
    /// The lines, escaped, with spans; or the drawing of a diagram.
    pub html: Arc<str>,
}

impl Highlighted {
    /// It is a drawing.
    pub(super) fn is_drawing(&self) -> bool {
        self.html.starts_with("<svg")
    }
}

/// Blocks longer than this are data, not examples, and stay plain. In bytes.
const LONGEST_BLOCK: usize = 256 * 1024;
/// Lines longer than this are not written by hand, and a grammar can take seconds over one. In bytes.
const LONGEST_LINE: usize = 4 * 1024;

/// Some grammars take cubic time over a run of blanks. A line with a longer one stays plain. In bytes.
const LONGEST_BLANK: usize = 100;

/// What writers call languages, where the grammars call them otherwise. An empty name is plain text.
const ALIASES: &[(&str, &str)] = &[
    ("text", ""),
    ("txt", ""),
    ("plain", ""),
    ("plaintext", ""),
    ("none", ""),
    ("output", ""),
    ("ascii", ""),
    ("log", ""),
    ("stdout", ""),
    ("stderr", ""),
    ("mermaid", ""),
    ("math", "latex"),
    ("shell", "bash"),
    ("console", "bash"),
    ("shell-session", "bash"),
    ("shellsession", "bash"),
    ("sh-session", "bash"),
    ("bash-session", "bash"),
    ("terminal", "bash"),
    ("zsh", "bash"),
    ("ksh", "bash"),
    ("pwsh", "powershell"),
    ("ps1", "powershell"),
    ("batch", "bat"),
    ("cmd", "bat"),
    ("golang", "go"),
    ("jsonc", "json"),
    ("json5", "json"),
    ("jsonl", "json"),
    ("ndjson", "json"),
    ("node", "js"),
    ("mjs", "js"),
    ("cjs", "js"),
    ("jsx", "tsx"),
    ("mdx", "md"),
    ("py3", "python"),
    ("python3", "python"),
    ("pycon", "python"),
    ("ipython", "python"),
    ("python-console", "python"),
    ("python-repl", "python"),
    ("doctest", "python"),
    ("julia-repl", "julia"),
    ("jlcon", "julia"),
    ("iex", "elixir"),
    ("irb", "ruby"),
    ("docker", "dockerfile"),
    ("containerfile", "dockerfile"),
    ("make", "makefile"),
    ("objective-c", "m"),
    ("objc", "m"),
    ("objectivec", "m"),
    ("c++", "cpp"),
    ("csharp", "cs"),
    ("c#", "cs"),
    ("fsharp", "fs"),
    ("f#", "fs"),
    ("viml", "vim"),
    ("hcl", "tf"),
    ("terraform", "tf"),
    ("postgresql", "sql"),
    ("mysql", "sql"),
    ("plpgsql", "sql"),
    ("psql", "sql"),
    ("ssh-config", "ssh_config"),
    ("sshconfig", "ssh_config"),
    ("udiff", "diff"),
    ("patch", "diff"),
    ("xhtml", "html"),
    ("svg", "xml"),
    ("plist", "xml"),
    ("env", "dotenv"),
    ("dot", "graphviz (dot)"),
    ("graphviz", "graphviz (dot)"),
    ("gitignore", "git ignore"),
    ("cfg", "ini"),
    ("conf", "ini"),
    ("editorconfig", "ini"),
];

/// Scope → class, the more particular first. The classes are the theme's contract; the book lists them.
const CLASSES: &[(&str, Option<char>)] = &[
    ("comment", Some('c')),
    ("punctuation.definition.comment", Some('c')),
    ("meta.interpolation", None),
    ("constant.character.escape", Some('n')),
    ("punctuation.definition.string", Some('s')),
    ("string", Some('s')),
    ("keyword.operator.word", Some('k')),
    ("keyword.operator.logical.python", Some('k')),
    ("keyword.operator", Some('o')),
    ("keyword.other.unit", Some('n')),
    ("keyword", Some('k')),
    ("storage", Some('k')),
    ("variable.language", Some('k')),
    ("constant", Some('n')),
    ("variable.other.constant", Some('n')),
    ("support.constant", Some('n')),
    ("entity.name.function", Some('f')),
    ("support.function", Some('f')),
    ("variable.function", Some('f')),
    ("entity.name.tag", Some('g')),
    ("punctuation.definition.tag", Some('g')),
    ("entity.other.attribute-name", Some('a')),
    ("support.type.property-name", Some('a')),
    ("variable.other.member", Some('a')),
    ("variable.annotation", Some('a')),
    ("meta.annotation", Some('a')),
    ("entity.name.section", Some('m')),
    ("markup.heading", Some('m')),
    ("markup.bold", Some('m')),
    ("markup.italic", Some('m')),
    ("markup.inserted", Some('i')),
    ("markup.deleted", Some('d')),
    ("entity.name", Some('t')),
    ("entity.other.inherited-class", Some('t')),
    ("support.type", Some('t')),
    ("support.class", Some('t')),
    ("variable.parameter", Some('v')),
];

impl Highlighter {
    /// Loads the grammars.
    pub fn new() -> Highlighter {
        let rules = CLASSES.iter().map(|(scope, class)| (Scope::new(scope).expect("a scope of ours is one"), *class));
        Highlighter { syntaxes: two_face::syntax::extra_newlines(), rules: rules.collect(), artist: Artist::new() }
    }

    /// Highlights a block. `known` only saves time: with and without what is in it, the result is the same.
    pub fn highlight(&self, language: &str, code: &str, known: &mut KnownLines) -> Highlighted {
        if language == diagram::LANGUAGE
            && let Ok(html) = self.artist.draw(code)
        {
            return Highlighted { html };
        }
        let syntax = self.syntax(language).filter(|_| code.len() <= LONGEST_BLOCK);
        match syntax.and_then(|syntax| self.lines(syntax, code, known)) {
            Some(html) => Highlighted { html: html.into() },
            None => plain(code),
        }
    }

    /// Why a block is not the drawing that it should be.
    pub fn problem(&self, language: &str, code: &str, highlighted: &Highlighted) -> Option<String> {
        let should_be = language == diagram::LANGUAGE && !highlighted.is_drawing();
        should_be.then(|| self.artist.draw(code).err()).flatten()
    }

    /// For a language that has no grammar: the nearest that has one, if any is near.
    pub fn unknown(&self, language: &str) -> Option<Option<String>> {
        let name = language.to_lowercase();
        let is_plain = name.is_empty() || ALIASES.contains(&(&*name, ""));
        (!is_plain && self.syntax(language).is_none()).then(|| self.nearest(&name))
    }

    fn syntax(&self, language: &str) -> Option<&SyntaxReference> {
        let name = language.to_lowercase();
        let alias = ALIASES.iter().find(|(alias, _)| *alias == name).map(|(_, name)| *name);
        let name = alias.unwrap_or(&name);
        if name.is_empty() { None } else { self.syntaxes.find_syntax_by_token(name) }
    }

    fn nearest(&self, name: &str) -> Option<String> {
        let names =
            self.syntaxes.syntaxes().iter().flat_map(|syntax| syntax.file_extensions.iter().chain([&syntax.name]));
        let known: Vec<String> = names.filter(|name| !name.contains(' ')).map(|name| name.to_lowercase()).collect();
        crate::diagnostic::nearest(name, known.iter().map(String::as_str)).map(str::to_owned)
    }

    /// Nothing when the grammar gives up.
    fn lines(&self, syntax: &SyntaxReference, code: &str, known: &mut KnownLines) -> Option<String> {
        let mut state = State::of(syntax);
        let mut number = known.number(&state);
        // A line that is known moves the number alone.
        let mut is_behind = false;
        let mut html = String::with_capacity(code.len() * 2);
        for line in code.split_inclusive('\n') {
            let text = line.strip_suffix('\n').unwrap_or(line);
            if line.len() > LONGEST_LINE || has_long_blank(text) {
                escape(&mut html, text);
            } else if let Some((same, next)) = number.and_then(|number| known.line(number, line)) {
                html.push_str(same);
                (number, is_behind) = (Some(next), true);
            } else {
                if let Some(number) = number.filter(|_| is_behind) {
                    state = known.state(number).clone();
                }
                let start = html.len();
                self.line(line, text, &mut state, &mut known.classes, &mut html)?;
                let next = known.number(&state);
                if let Some((number, next)) = number.zip(next) {
                    known.add(number, line, &html[start..], next);
                }
                (number, is_behind) = (next, false);
            }
            if line.len() > text.len() {
                html.push('\n');
            }
        }
        Some(html)
    }

    fn line(&self, line: &str, text: &str, state: &mut State, classes: &mut Classes, html: &mut String) -> Option<()> {
        let mut spans = Spans { html, class: None };
        let mut at = 0;
        for (offset, operation) in state.parser.parse_line(line, &self.syntaxes).ok()? {
            let offset = offset.min(text.len());
            if offset > at {
                spans.push(&text[at..offset], self.class(&state.scopes, classes));
                at = offset;
            }
            state.scopes.apply(&operation).ok()?;
        }
        spans.push(&text[at..], self.class(&state.scopes, classes));
        spans.close();
        Some(())
    }

    /// The class of the innermost scope that has one.
    fn class(&self, scopes: &ScopeStack, known: &mut Classes) -> Option<char> {
        let classes = scopes.scopes.iter().rev().find_map(|scope| {
            *known.entry(*scope).or_insert_with(|| {
                self.rules.iter().find(|(prefix, _)| prefix.is_prefix_of(*scope)).map(|(_, class)| *class)
            })
        });
        classes.flatten()
    }
}

impl Default for Highlighter {
    fn default() -> Highlighter {
        Highlighter::new()
    }
}

fn has_long_blank(line: &str) -> bool {
    line.len() > LONGEST_BLANK && line.split(|c: char| !c.is_whitespace()).any(|blank| blank.len() > LONGEST_BLANK)
}

fn plain(code: &str) -> Highlighted {
    let mut html = String::with_capacity(code.len());
    escape(&mut html, code);
    Highlighted { html: html.into() }
}

/// Writes text in spans, merging neighbours. Blanks carry no colour, so they end no span and begin none.
struct Spans<'a> {
    html: &'a mut String,
    class: Option<char>,
}

impl Spans<'_> {
    fn push(&mut self, text: &str, class: Option<char>) {
        if text.is_empty() {
            return;
        }
        let is_blank = text.trim().is_empty();
        if class != self.class && !is_blank {
            self.close();
            if let Some(class) = class {
                self.html.push_str("<span class=\"");
                self.html.push(class);
                self.html.push_str("\">");
                self.class = Some(class);
            }
        }
        escape(self.html, text);
    }

    fn close(&mut self) {
        if self.class.take().is_some() {
            self.html.push_str("</span>");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_are_few_and_merged_and_end_with_their_line() {
        let highlighted =
            Highlighter::new().highlight("rust", "/* a\nb */ let s = \"<x>\";\n", &mut KnownLines::default());
        assert_eq!(
            &*highlighted.html,
            "<span class=\"c\">/* a</span>\n<span class=\"c\">b */ </span><span class=\"k\">let</span> s <span class=\"o\">= </span><span class=\"s\">&quot;&lt;x&gt;&quot;</span>;\n"
        );
    }

    #[test]
    fn a_line_that_is_known_is_what_it_would_be() {
        let highlighter = Highlighter::new();
        let mut known = KnownLines::default();
        let blocks = [
            ("rust", "/* a\nlet b = 1;\n*/\nlet b = 1;\n"),
            ("rust", "let b = 1;\nlet c = \"\nlet b = 1;\n\";\n"),
            ("bash", "cat <<END\nlet b = 1;\nEND\necho $b\ncat <<OF\nEND\nOF\necho $b\n"),
            ("bash", "cat <<OF\nEND\necho $b\nOF\n"),
            ("yaml", "a:\n  - b: 1\n    c: |\n      a:\n  - b: 1\na:\n"),
            ("python", "def f():\n    \"\"\"\n    def f():\n    \"\"\"\n    return 1"),
            ("html", "<script>\nlet b = 1;\n</script>\n<p>\nlet b = 1;\n"),
        ];
        for _ in 0..2 {
            for (language, code) in blocks {
                let fresh = highlighter.highlight(language, code, &mut KnownLines::default());
                assert_eq!(highlighter.highlight(language, code, &mut known), fresh, "{language}");
            }
        }
    }

    #[test]
    fn every_alias_leads_to_a_grammar() {
        let highlighter = Highlighter::new();
        for (alias, name) in ALIASES {
            assert!(name.is_empty() || highlighter.syntaxes.find_syntax_by_token(name).is_some(), "{alias} → {name}");
        }
        assert_eq!(highlighter.unknown("pyton"), Some(Some("python".to_owned())));
    }
}
