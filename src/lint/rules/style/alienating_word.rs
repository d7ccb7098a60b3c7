//! `alienating-word`

use crate::diagnostic::{Diagnostic, Safety, Severity};
use crate::lint::text::{Around, is_one_of, sentences};
use crate::lint::words::List;
use crate::lint::{Check, Group, Origin, Page, Precision, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "alienating-word",
    group: Group::Style,
    severity: Severity::Suggestion,
    summary: "a word says that something is easy",
    why: "What is easy for the writer may be hard for the reader. Those who are stuck read that the fault is theirs, and those \
          who are not did not need the word. Leave it out, or say what makes the step short: one command, no settings.\n\n\
          Words such as *just* and *easy* have other senses too. Those are not flagged.",
    bad: "# Install\n\nSimply run the script, and you are done.\n",
    good: "# Install\n\nRun the script, and you are done. It works just as well on a phone.\n",
    fix: Some(Safety::Unsafe),
    precision: Some(Precision {
        right: 36,
        of: 38,
        on: "280 pages of Electron's documentation, 145 of the Rust Forge and 156 of rustc's development guide",
    }),
    sources: &[
        Origin {
            name: "Google developer documentation style guide: Voice and tone",
            url: "https://developers.google.com/style/tone",
        },
        Origin {
            name: "GitLab documentation: recommended word list",
            url: "https://docs.gitlab.com/development/documentation/styleguide/word_list/",
        },
        Origin {
            name: "Kubernetes documentation style guide: Avoid words that assume a specific level of understanding",
            url: "https://kubernetes.io/docs/contribute/style/style-guide/#avoid-words-that-assume-a-specific-level-of-understanding",
        },
    ],
    check: Check::Page(check),
    ..Rule::PLAIN
};

/// A word, the places where it has the sense that is meant, and whether the sentence stands without it.
pub(in crate::lint) struct Word(pub &'static str, fn(&Around) -> bool, bool);

pub(in crate::lint) const WORDS: &[Word] = &[
    Word("simply", is_mere_step, true),
    Word("just", is_just_step, true),
    Word("obviously", is_aside, true),
    Word("needless to say", always, true),
    Word("as you know", is_parenthesis, true),
    Word("as everyone knows", always, true),
    Word("as we all know", always, true),
    Word("everyone knows", is_of_all, false),
    Word("everybody knows", is_of_all, false),
    Word("easily", is_for_reader, true),
    Word("effortlessly", always, true),
    Word("painlessly", always, true),
    Word("it's easy to", is_boast, false),
    Word("it is easy to", is_boast, false),
    Word("it's very easy to", is_boast, false),
    Word("it is very easy to", is_boast, false),
    Word("it's simple to", always, false),
    Word("it is simple to", always, false),
    Word("it's trivial to", always, false),
    Word("it is trivial to", always, false),
    Word("it's straightforward to", always, false),
    Word("it is straightforward to", always, false),
    Word("as easy as", is_claimed, false),
    Word("as simple as", is_claimed, false),
    Word("is easy", is_said_of_task, false),
    Word("is very easy", is_said_of_task, false),
    Word("is quite easy", is_said_of_task, false),
    Word("is simple", is_said_of_task, false),
    Word("is very simple", is_said_of_task, false),
    Word("is quite simple", is_said_of_task, false),
    Word("is trivial", is_said_of_task, false),
    Word("is straightforward", is_said_of_task, false),
    Word("is fairly straightforward", is_said_of_task, false),
    Word("is pretty straightforward", is_said_of_task, false),
    Word("is relatively straightforward", is_said_of_task, false),
    Word("is quite straightforward", is_said_of_task, false),
    Word("a piece of cake", always, false),
    Word("child's play", always, false),
    Word("all you have to do is", always, false),
    Word("all you need to do is", always, false),
];

fn always(_: &Around) -> bool {
    true
}

/// As below, but "to just check it" means to check it only.
fn is_just_step(around: &Around) -> bool {
    !around.is_after(&["to"]) && is_mere_step(around)
}

/// "Just run it" and "you can simply run it"; neither "just as well" nor "it simply calls the other".
fn is_mere_step(around: &Around) -> bool {
    let before = around.text[..around.range.start].trim_end();
    let mut words = before.split_whitespace().rev();
    let (last, one_before) = (words.next().unwrap_or(""), words.next().unwrap_or(""));
    let is_told = match last.to_ascii_lowercase().as_str() {
        // "If you just need one" means that one is enough.
        "you" => !is_one_of(one_before, &["and", "can", "could", "if", "unless", "when", "where", "would"]),
        "to" | "then" | "please" => true,
        "can" => one_before.eq_ignore_ascii_case("you"),
        _ => around.begins() && !before.ends_with(';') || before.ends_with(','),
    };
    is_told && around.is_before(STEPS)
}

/// What readers are told to do.
const STEPS: &[&str] = &[
    "add",
    "append",
    "apply",
    "ask",
    "assign",
    "build",
    "call",
    "change",
    "check",
    "choose",
    "click",
    "clone",
    "close",
    "comment",
    "commit",
    "compile",
    "configure",
    "connect",
    "copy",
    "create",
    "declare",
    "define",
    "delete",
    "deploy",
    "disable",
    "download",
    "drag",
    "drop",
    "edit",
    "enable",
    "enter",
    "execute",
    "extend",
    "extract",
    "fill",
    "follow",
    "fork",
    "give",
    "go",
    "hit",
    "ignore",
    "implement",
    "import",
    "include",
    "insert",
    "install",
    "invoke",
    "join",
    "launch",
    "leave",
    "link",
    "look",
    "merge",
    "modify",
    "move",
    "name",
    "navigate",
    "need",
    "omit",
    "open",
    "override",
    "pass",
    "paste",
    "pick",
    "place",
    "point",
    "post",
    "press",
    "provide",
    "pull",
    "push",
    "put",
    "read",
    "remove",
    "rename",
    "replace",
    "report",
    "restart",
    "return",
    "run",
    "save",
    "say",
    "select",
    "send",
    "set",
    "skip",
    "specify",
    "start",
    "stop",
    "submit",
    "swap",
    "switch",
    "tag",
    "take",
    "talk",
    "tell",
    "try",
    "turn",
    "type",
    "unzip",
    "update",
    "upload",
    "use",
    "visit",
    "wait",
    "wrap",
    "write",
];

/// "Obviously, this works", and not "an obviously wrong value".
fn is_aside(around: &Around) -> bool {
    around.begins() && around.text[around.range.end..].starts_with(',')
}

/// "The file, as you know, is new", and not "as much as you know".
fn is_parenthesis(around: &Around) -> bool {
    let before = around.text[..around.range.start].trim_end();
    around.text[around.range.end..].starts_with(',') && (before.ends_with(',') || around.begins())
}

/// "Everyone knows that", and not "not everyone knows" or "so that everyone knows".
fn is_of_all(around: &Around) -> bool {
    around.begins()
}

fn is_for_reader(around: &Around) -> bool {
    let mut words = around.text[..around.range.start].split_whitespace().rev();
    let (verb, subject) = (words.next().unwrap_or(""), words.next().unwrap_or(""));
    is_one_of(verb, &["can", "could", "may"]) && is_one_of(subject, &["you", "users", "developers", "everyone"])
}

/// "It's easy to install it", and neither "it's easy to forget" nor "sort them, so that it's easy to find one".
fn is_boast(around: &Around) -> bool {
    let is_warning = around.is_before(&[
        "accidentally",
        "assume",
        "be",
        "become",
        "believe",
        "break",
        "confuse",
        "end",
        "fall",
        "forget",
        "get",
        "go",
        "hit",
        "imagine",
        "inadvertently",
        "introduce",
        "leave",
        "lose",
        "make",
        "misread",
        "miss",
        "mistake",
        "misunderstand",
        "mix",
        "overlook",
        "run",
        "slip",
        "think",
        "underestimate",
        "write",
    ]);
    around.begins() && !is_warning
}

/// "It is as easy as that", and neither "something as simple as a number" nor "it should be as easy as it was".
fn is_claimed(around: &Around) -> bool {
    around.is_after(&["is", "it's", "that's"])
}

/// "Installing it is easy.": neither "is easy to read" nor "the mapping is trivial".
fn is_said_of_task(around: &Around) -> bool {
    let rest = &around.text[around.range.end..];
    let ends = rest.is_empty() || rest.starts_with(['.', ',', '!', ':', ';', ')']);
    let sentence = sentences(around.text).into_iter().find(|sentence| around.range.start < sentence.end);
    let first = sentence.and_then(|sentence| around.text[sentence].split_whitespace().next()).unwrap_or("");
    ends && (first.ends_with("ing") || around.is_after(&["this", "that", "it", "process"]))
}

fn check(page: &Page, diagnostics: &mut Vec<Diagnostic>) {
    for found in page.found(List::Alienating) {
        let Word(_, has_sense, can_go) = WORDS[found.entry];
        if !has_sense(&found.around()) {
            continue;
        }
        let mut finding = page
            .at(found.span(), format!("`{}` says that this is easy, which it may not be for the reader", found.text()))
            .help(match can_go {
                true => "leave it out",
                false => "say what makes it short or quick, or leave it out",
            });
        finding.fixes.extend(found.removal(Safety::Unsafe).filter(|_| can_go));
        diagnostics.push(finding);
    }
}
