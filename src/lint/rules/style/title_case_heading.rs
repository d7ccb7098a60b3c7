//! `title-case-heading`

use std::collections::BTreeSet;
use std::ops::Range;

use crate::diagnostic::{Diagnostic, Edit, Fix, Safety, Severity};
use crate::document::prose::{Block, BlockKind};
use crate::lint::text::{Around, is_one_of, words};
use crate::lint::{Check, Group, Origin, Page, Precision, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "title-case-heading",
    group: Group::Style,
    severity: Severity::Suggestion,
    on: false,
    summary: "a heading has capitals as a book's title has",
    why: "In sentence case, a capital says that a word is a name. In title case it says nothing, and every heading needs a decision \
          about which words are small.\n\n\
          Words that have a capital within a sentence of the same page are taken for names, as are terms, acronyms, and the \
          title of the site.",
    bad: "# Getting Started With Builds\n\nRun the command.\n",
    good: "# Getting started with Jenkins\n\nRun the command. Then open Jenkins.\n",
    fix: Some(Safety::Choice),
    precision: Some(Precision {
        right: 40,
        of: 42,
        on: "280 pages of Electron's documentation and 145 of the Rust Forge",
    }),
    sources: &[
        Origin {
            name: "Google developer documentation style guide: Capitalization",
            url: "https://developers.google.com/style/capitalization",
        },
        Origin {
            name: "Microsoft Writing Style Guide: Capitalization",
            url: "https://learn.microsoft.com/en-us/style-guide/capitalization",
        },
    ],
    check: Check::Page(check),
    ..Rule::PLAIN
};

fn check(page: &Page, diagnostics: &mut Vec<Diagnostic>) {
    if !page.is_english {
        return;
    }
    let headings = page.prose.iter().filter(|block| matches!(block.kind, BlockKind::Heading(_)));
    let capitals: Vec<(&Block, Vec<Range<usize>>)> =
        headings.map(|block| (block, later_words(&block.prose.text))).filter(|(_, words)| !words.is_empty()).collect();
    // Most pages have no such heading, and their prose need not be read.
    if capitals.iter().all(|(block, words)| words.iter().all(|word| !is_capitalized(&block.prose.text[word.clone()]))) {
        return;
    }
    let seen = Seen::on(page);
    for (block, words) in capitals {
        let text = &block.prose.text;
        let written = |word: &Range<usize>| &text[word.clone()];
        let long = words.iter().filter(|word| !is_small(written(word)) && seen.is_ordinary(written(word)));
        let long: Vec<&Range<usize>> = long.collect();
        if long.is_empty() || !long.iter().all(|word| is_capitalized(written(word))) {
            continue;
        }
        let is_wrong = |word: &&Range<usize>| {
            is_capitalized(written(word)) && (is_small(written(word)) || seen.is_ordinary(written(word)))
        };
        let wrong: Vec<&Range<usize>> = words.iter().filter(is_wrong).collect();
        let mut instead = text.clone();
        let mut edits = Vec::new();
        for word in wrong.iter().copied().filter(|word| block.prose.is_verbatim((*word).clone())) {
            instead.replace_range(word.clone(), &written(word).to_lowercase());
            edits.push(Edit { span: block.prose.span(word.clone()), text: written(word).to_lowercase() });
        }
        let finding = page.at(block.prose.span(0..text.len()), "this heading has capitals as a book's title has");
        if edits.len() < wrong.len() {
            diagnostics.push(finding.help("write it as a sentence, with capitals for names alone"));
            continue;
        }
        let instead = instead.replace('*', "…");
        let fix = Fix { title: format!("write `{instead}`"), edits, safety: Safety::Choice };
        diagnostics.push(finding.help(format!("write it as a sentence: `{instead}`")).fix(fix));
    }
}

/// The words of a heading that need no capital for their place.
fn later_words(text: &str) -> Vec<Range<usize>> {
    // A heading that begins with code is the name of something, and what follows says what of.
    if text.starts_with('*') {
        return Vec::new();
    }
    let later = words(text).skip(1).filter(|word| {
        let is_joined = text[..word.start].ends_with('-') || text[word.end..].starts_with('-');
        !is_joined && !(Around { text, range: word.clone() }).begins()
    });
    later.collect()
}

/// Words that some write small in titles too, so that they prove nothing.
const SMALL: &[&str] = &[
    "a", "about", "add", "all", "an", "and", "any", "are", "as", "at", "be", "between", "but", "by", "can", "do",
    "for", "from", "get", "how", "if", "in", "into", "is", "it", "its", "new", "no", "not", "of", "off", "old", "on",
    "one", "onto", "or", "our", "out", "over", "per", "run", "set", "so", "than", "that", "the", "this", "to", "two",
    "up", "upon", "use", "via", "when", "who", "why", "with", "you", "your",
];

fn is_small(word: &str) -> bool {
    is_one_of(word, SMALL)
}

fn is_capitalized(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase) && letters.all(|c| c.is_lowercase() || c == '\'' || c == '’')
}

/// How words are written in the sentences of a page.
struct Seen {
    names: BTreeSet<String>,
    small: BTreeSet<String>,
}

impl Seen {
    fn on(page: &Page) -> Seen {
        let mut seen = Seen { names: BTreeSet::new(), small: BTreeSet::new() };
        let known = page.linter.facts.terms.iter().map(|term| &term.right).chain(&page.linter.config.lint.words);
        for name in known.chain([&page.view.site.title]) {
            seen.names
                .extend(words(name).map(|word| &name[word]).filter(|word| is_capitalized(word)).map(str::to_owned));
        }
        for block in page.prose.iter().filter(|block| block.kind == BlockKind::Paragraph) {
            let text = &block.prose.text;
            for word in words(text) {
                let itself = &text[word.clone()];
                if itself.starts_with(char::is_lowercase) {
                    seen.small.insert(itself.to_owned());
                } else if is_capitalized(itself) && !(Around { text, range: word }).begins() {
                    seen.names.insert(itself.to_owned());
                }
            }
        }
        seen
    }

    /// No name, as far as the page tells.
    fn is_ordinary(&self, word: &str) -> bool {
        let small = word.to_lowercase();
        !self.names.contains(word) && (self.small.contains(&small) || COMMON.binary_search(&&*small).is_ok())
    }
}

/// Words of headings that are names nowhere, in order.
const COMMON: &[&str] = &[
    "about",
    "access",
    "adding",
    "additional",
    "administration",
    "advanced",
    "after",
    "applications",
    "architecture",
    "asking",
    "authentication",
    "background",
    "basic",
    "basics",
    "before",
    "begin",
    "benefits",
    "best",
    "breaking",
    "bugs",
    "building",
    "builds",
    "changes",
    "changing",
    "checking",
    "choosing",
    "cleaning",
    "common",
    "compiling",
    "components",
    "concepts",
    "configuration",
    "configure",
    "configuring",
    "considerations",
    "contributing",
    "contributors",
    "conventions",
    "create",
    "creating",
    "custom",
    "customization",
    "customizing",
    "debugging",
    "default",
    "defining",
    "dependencies",
    "deploying",
    "deployment",
    "development",
    "different",
    "downloading",
    "enabling",
    "environments",
    "errors",
    "example",
    "examples",
    "existing",
    "explained",
    "fixing",
    "following",
    "formatting",
    "frequently",
    "further",
    "general",
    "getting",
    "guidelines",
    "handling",
    "help",
    "history",
    "important",
    "improving",
    "install",
    "installation",
    "installing",
    "instructions",
    "introduction",
    "issues",
    "items",
    "known",
    "learn",
    "learning",
    "limitations",
    "locally",
    "maintaining",
    "making",
    "managing",
    "messages",
    "methods",
    "migrating",
    "modes",
    "more",
    "multiple",
    "naming",
    "needed",
    "next",
    "notes",
    "options",
    "other",
    "overview",
    "parameters",
    "performance",
    "planning",
    "practices",
    "preparing",
    "prerequisites",
    "procedures",
    "process",
    "properties",
    "publishing",
    "questions",
    "quick",
    "reading",
    "recommended",
    "releases",
    "releasing",
    "removing",
    "reporting",
    "requirements",
    "resources",
    "responsibilities",
    "review",
    "reviewing",
    "running",
    "scripts",
    "setting",
    "settings",
    "setup",
    "simple",
    "started",
    "starting",
    "steps",
    "structure",
    "submitting",
    "supported",
    "techniques",
    "testing",
    "tests",
    "tips",
    "topics",
    "troubleshooting",
    "tutorial",
    "tutorials",
    "types",
    "understanding",
    "updating",
    "upgrading",
    "usage",
    "using",
    "values",
    "what",
    "where",
    "without",
    "working",
    "writing",
    "yourself",
];

#[cfg(test)]
mod tests {
    #[test]
    fn common_words_are_in_order() {
        assert!(super::COMMON.is_sorted());
    }
}
