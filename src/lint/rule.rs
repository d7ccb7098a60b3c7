//! What a rule is, and what it says about itself: `waypost explain` and the book show the same.

use super::page::Page;
use crate::config::Kind;
use crate::diagnostic::{Diagnostic, Safety, Severity};

/// One rule. Everything that is said of it stands in its file.
pub struct Rule {
    /// Its name, in kebab case, for what it flags, so that "allow long-sentence" reads well.
    pub id: &'static str,
    /// Names that it has elsewhere: `MD045`.
    pub aliases: &'static [&'static str],
    /// What it is about.
    pub group: Group,
    /// How bad a finding of it is, where the settings say nothing.
    pub severity: Severity,
    /// It is applied where the settings say nothing.
    pub on: bool,
    /// `build` reports it too: a reader would meet the fault.
    pub build: bool,
    /// `audit` reports it, whether it is on or off: a measure to think about, not a fault to mend.
    pub audit: bool,
    /// The kinds of pages that it looks at; none for all.
    pub kinds: &'static [Kind],
    /// What it flags, in one sentence without a final stop.
    pub summary: &'static str,
    /// Why that matters and what to do, in Markdown.
    pub why: &'static str,
    /// A page that it flags, or several: see [`Example`].
    pub bad: Example,
    /// The same without the fault.
    pub good: Example,
    /// What its first fix is worth, where it has one.
    pub fix: Option<Safety>,
    /// How often it was right on real pages. Purely structural rules need no such figure.
    pub precision: Option<Precision>,
    /// Where it comes from.
    pub sources: &'static [Origin],
    /// The version that brought it.
    pub since: &'static str,
    /// How it is found.
    pub check: Check,
}

/// A page of an example as it is written. `=== content/how-tos/page.md` on a line of its own begins a file; what stands
/// before the first such line is `content/page.md`.
pub type Example = &'static str;

/// How a rule finds what it flags.
pub enum Check {
    /// It looks at a page.
    Page(fn(&Page, &mut Vec<Diagnostic>)),
    /// Another stage finds it on the way: the parser, the reader of the data, the audit of the whole site.
    Elsewhere,
}

/// What rules are about. The name of a group stands for all of its rules in the settings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// Settings, front matter and files.
    Files,
    /// Links, anchors and images.
    Links,
    /// The community's data.
    Community,
    /// The site as a whole: how its pages hang together.
    Whole,
    /// Markdown that means or shows something else than the writer thought.
    Structure,
    /// What a tutorial, a how-to, a reference and an explanation are made of.
    Kinds,
    /// The house style.
    Style,
    /// Words and names.
    Words,
    /// The linter's own business: rules that are set, and suppressions.
    Lint,
}

impl Group {
    /// All, in the order of the book.
    pub const ALL: &'static [Group] = &[
        Group::Files,
        Group::Links,
        Group::Community,
        Group::Whole,
        Group::Structure,
        Group::Kinds,
        Group::Style,
        Group::Words,
        Group::Lint,
    ];

    /// Its rules say nothing where there is no site around a file.
    pub fn needs_a_site(self) -> bool {
        matches!(self, Group::Links | Group::Files | Group::Community | Group::Whole)
    }

    /// Its name in settings.
    pub fn word(self) -> &'static str {
        match self {
            Group::Files => "files",
            Group::Links => "links",
            Group::Community => "community",
            Group::Whole => "site",
            Group::Structure => "structure",
            Group::Kinds => "kinds",
            Group::Style => "style",
            Group::Words => "words",
            Group::Lint => "lint",
        }
    }

    /// What its rules are about, as a title.
    pub fn title(self) -> &'static str {
        match self {
            Group::Files => "Files and settings",
            Group::Links => "Links and images",
            Group::Community => "The community's data",
            Group::Whole => "The site as a whole",
            Group::Structure => "Structure",
            Group::Kinds => "Kinds of pages",
            Group::Style => "Style",
            Group::Words => "Words",
            Group::Lint => "Rules and suppressions",
        }
    }
}

/// A measurement by hand: of so many findings on real pages, so many were right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Precision {
    /// Findings that a maintainer would act on.
    pub right: u32,
    /// Findings that were read.
    pub of: u32,
    /// The pages that they are from.
    pub on: &'static str,
}

/// A guide or a tool that has the same rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Origin {
    /// Its name, and the rule's there.
    pub name: &'static str,
    /// Where it is described.
    pub url: &'static str,
}

impl Rule {
    /// A rule with nothing said yet but its name: rules fill in what differs.
    pub const PLAIN: Rule = Rule {
        id: "",
        aliases: &[],
        group: Group::Structure,
        severity: Severity::Warning,
        on: true,
        build: false,
        audit: false,
        kinds: &[],
        summary: "",
        why: "",
        bad: "",
        good: "",
        fix: None,
        precision: None,
        sources: &[],
        since: "0.1",
        check: Check::Elsewhere,
    };

    /// A name means this rule: its own, or one that it has elsewhere, in any case.
    pub fn is_called(&self, name: &str) -> bool {
        self.id == name || self.aliases.iter().any(|alias| alias.eq_ignore_ascii_case(name))
    }
}
