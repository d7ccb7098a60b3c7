//! The invariants of the book's architecture page, held.

use std::collections::BTreeMap;

use crate::support::{files_below, package};

/// Each group may use those before it, and no other of its own group.
const ORDER: &[&[&str]] = &[
    &["source"],
    &["diagnostic"],
    &["data"],
    &["config"],
    &["document"],
    &["inventory"],
    &["community"],
    &["site"],
    &["audit", "lint", "render"],
    &["search"],
    &["workspace"],
    &["output", "serve", "import"],
    &["command"],
    &["main", "lib", "build"],
];

/// Modules that compute and do nothing else.
const PURE: &[&str] =
    &["data", "config", "document", "inventory", "community", "site", "audit", "lint", "render", "diagnostic"];

/// One library, one door.
const DOORS: &[(&str, &[&str])] = &[
    ("aho_corasick", &["src/lint/", "src/site/terms.rs"]),
    ("alphanumeric_sort", &["src/site/link.rs"]),
    ("annotate_snippets", &["src/diagnostic/text.rs"]),
    ("blake3", &["src/source/fingerprint.rs"]),
    ("clap", &["src/command/"]),
    ("emojis", &["src/document/emoji.rs"]),
    ("fancy_regex", &["src/lint/vale/pattern.rs"]),
    ("flate2", &["src/inventory/sphinx.rs"]),
    ("globset", &["src/config/", "src/lint/levels.rs", "src/lint/vale/glob.rs"]),
    ("icu_locale_core", &["src/render/theme/plural.rs"]),
    ("icu_plurals", &["src/render/theme/plural.rs"]),
    ("imagesize", &["src/source/asset.rs"]),
    ("indicatif", &["src/command/"]),
    (
        "jiff",
        &[
            "src/data/date.rs",
            "src/community/calendar.rs",
            "src/community/clock.rs",
            "src/community/ics.rs",
            "src/community/zone.rs",
        ],
    ),
    ("linkify", &["src/document/autolink.rs"]),
    ("lol_html", &["src/document/html.rs"]),
    ("merman", &["src/render/diagram.rs"]),
    ("mimalloc", &["src/main.rs"]),
    ("mime_guess", &["src/serve/answer.rs"]),
    ("notify", &["src/serve/watch.rs"]),
    ("open", &["src/command/new/edit.rs", "src/command/serve.rs"]),
    ("pagefind", &["src/search/"]),
    ("percent_encoding", &["src/site/urls.rs"]),
    ("postcard", &["src/source/cache.rs"]),
    ("pulldown_cmark", &["src/document/"]),
    ("pulldown_latex", &["src/document/math.rs"]),
    ("rayon", &["src/workspace/"]),
    ("regex", &["src/lint/vale/pattern.rs"]),
    ("saphyr", &["src/data/yaml.rs"]),
    ("schemars", &["src/community/", "src/data/schema.rs", "src/config/kind.rs"]),
    (
        "serde_json",
        &[
            "src/audit/checks/mod.rs",
            "src/audit/unknown_property.rs",
            "src/community/",
            "src/command/lint/baseline.rs",
            "src/command/rules.rs",
            "src/diagnostic/json.rs",
            "src/diagnostic/sarif.rs",
            "src/diagnostic/vale_json.rs",
            "src/document/component.rs",
            "src/document/mdx/",
            "src/inventory/myst.rs",
            "src/output/manifest.rs",
            "src/render/diagram.rs",
            "src/serve/events.rs",
            "src/serve/findings.rs",
            "src/site/community/",
            "src/site/files.rs",
        ],
    ),
    ("similar", &["src/command/mod.rs"]),
    ("spellbook", &["src/lint/spelling/", "src/lint/vale/spelling.rs"]),
    ("strsim", &["src/diagnostic/nearest.rs"]),
    ("syntect", &["src/render/highlight.rs", "src/render/known_lines.rs"]),
    ("tera", &["src/render/theme/mod.rs", "src/render/components.rs"]),
    ("tiny_http", &["src/serve/http.rs"]),
    ("tokio", &["src/search/"]),
    ("toml", &["src/data/toml.rs"]),
    ("tree_sitter", &["src/data/javascript/"]),
    ("tree_sitter_typescript", &["src/data/javascript/"]),
    ("two_face", &["src/render/highlight.rs"]),
    ("unicode_normalization", &["src/community/label.rs"]),
    ("unicode_properties", &["src/document/anchor.rs"]),
    ("walkdir", &["src/source/walk.rs"]),
    ("zip", &["src/workspace/styles.rs"]),
];

/// The project's own code, without comments and tests: path → text.
fn code() -> BTreeMap<String, String> {
    let files = files_below(&package().join("src"))
        .into_iter()
        .filter(|(path, _)| path.ends_with(".rs") && !path.ends_with("/tests.rs") && !path.contains("/tests/"));
    let stripped = files.map(|(path, bytes)| {
        let text = String::from_utf8(bytes).unwrap();
        let code = text.split("#[cfg(test)]").next().unwrap_or("");
        let lines = code.lines().map(|line| if line.trim_start().starts_with("//") { "" } else { line });
        (format!("src/{path}"), lines.collect::<Vec<_>>().join("\n"))
    });
    stripped.collect()
}

fn module_of(path: &str) -> &str {
    let path = path.strip_prefix("src/").unwrap();
    path.split(['/', '.']).next().unwrap()
}

fn names_after<'a>(text: &'a str, prefix: &str) -> impl Iterator<Item = &'a str> {
    text.match_indices(prefix).filter_map(move |(at, found)| {
        let before = text[..at].chars().next_back();
        let rest = &text[at + found.len()..];
        let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
        before.is_none_or(|c| !c.is_alphanumeric() && c != '_').then_some(&rest[..end])
    })
}

#[test]
fn each_module_uses_only_those_before_it() {
    let rank = |module: &str| ORDER.iter().position(|group| group.contains(&module));
    for (path, text) in code() {
        let own = module_of(&path);
        let own_rank =
            rank(own).unwrap_or_else(|| panic!("`{own}` has no place in the order: add it to the test and the book"));
        // `use crate::{audit, lint}` names several at once.
        let grouped = text.match_indices("crate::{").flat_map(|(at, _)| {
            text[at + 8..]
                .split('}')
                .next()
                .unwrap_or("")
                .split(',')
                .map(|name| name.trim().split("::").next().unwrap_or(""))
        });
        for used in names_after(&text, "crate::").chain(grouped).filter(|used| !used.is_empty() && *used != own) {
            let used_rank =
                rank(used).unwrap_or_else(|| panic!("{path} uses `crate::{used}`, which has no place in the order"));
            assert!(used_rank < own_rank, "{path} uses `{used}`, which does not come before `{own}`");
        }
    }
}

#[test]
fn stages_do_nothing_but_compute() {
    let forbidden = [
        "std::fs",
        "std::net",
        "std::env",
        "std::process",
        "std::time",
        "std::thread",
        "SystemTime",
        "Instant::",
        "println!",
        "print!(",
        "dbg!",
        "thread_local",
        "LazyLock",
        "Mutex",
        "File::",
    ];
    for (path, text) in code().into_iter().filter(|(path, _)| PURE.contains(&module_of(path))) {
        // A rule compiles a pattern, or reads a dictionary, when it is first asked for: that is late, and no state.
        let lazy = path.starts_with("src/lint/vale/").then_some("OnceLock");
        let is_static = |line: &str| {
            ["static ", "pub static ", "pub(super) static ", "pub(crate) static "]
                .iter()
                .any(|word| line.trim_start().starts_with(word))
        };
        assert!(!text.lines().any(is_static), "{path} keeps something between calls");
        for word in forbidden.into_iter().filter(|word| Some(*word) != lazy) {
            // `CommunityFile::` is no `File::`.
            let uses = |line: &str| {
                let mut places = line.match_indices(word).map(|(at, _)| line[..at].chars().next_back());
                places.any(|before| !before.is_some_and(char::is_alphanumeric))
            };
            let found = text.lines().find(|line| uses(line) && !line.contains("&'static"));
            assert!(found.is_none(), "{path} does more than compute: `{word}` in {found:?}");
        }
    }
}

#[test]
fn pages_are_rendered_and_checked_without_the_site() {
    for (path, text) in code().into_iter().filter(|(path, _)| ["lint", "render"].contains(&module_of(path))) {
        let names = text.match_indices("Site").filter(|(at, _)| {
            let before = text[..*at].chars().next_back();
            let after = text[at + 4..].chars().next();
            !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
        });
        assert_eq!(names.count(), 0, "{path} names the whole site; it gets a view");
    }
}

#[test]
fn each_library_has_one_door() {
    let manifest = std::fs::read_to_string(package().join("Cargo.toml")).unwrap();
    let dependencies = manifest.split("[dependencies]").nth(1).unwrap().split("\n[").next().unwrap();
    let names = dependencies.lines().filter_map(|line| line.split_once(" = ")).map(|(name, _)| name.replace('-', "_"));
    let doors: BTreeMap<&str, &[&str]> = DOORS.iter().copied().collect();
    for library in names.filter(|name| name != "serde") {
        let doors =
            doors.get(library.as_str()).unwrap_or_else(|| panic!("`{library}` has no door: add it to the test"));
        for (path, text) in code() {
            let used = names_after(&text, "").any(|name| name == library)
                && [format!("{library}::"), format!("use {library}")].iter().any(|use_of| {
                    text.match_indices(use_of.as_str()).any(|(at, _)| {
                        let before = &text[..at];
                        !before.ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == ':')
                            || before.ends_with("::") && !before.trim_end_matches("::").ends_with(char::is_alphanumeric)
                    })
                });
            let own_module = text.contains(&format!("mod {library};"));
            assert!(
                !used || own_module || doors.iter().any(|door| path.starts_with(door)),
                "{path} uses `{library}`, whose door is {doors:?}"
            );
        }
    }
}

#[test]
fn each_file_says_what_it_owns() {
    for (path, bytes) in files_below(&package().join("src")) {
        if path.ends_with(".rs") {
            let text = String::from_utf8(bytes).unwrap();
            assert!(text.starts_with("//! "), "src/{path} does not open with what it owns");
        }
    }
}

#[test]
fn the_top_level_holds_what_it_should() {
    let allowed = [
        "Cargo.toml",
        "Cargo.lock",
        "src",
        "themes",
        "content-example",
        "tests",
        "book",
        "README.md",
        "CHANGELOG.md",
        "LICENSE-MIT",
        "LICENSE-APACHE",
        "target",
        "site",
    ];
    for entry in std::fs::read_dir(package()).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        assert!(name.starts_with('.') || allowed.contains(&name.as_str()), "`{name}` does not belong at the top");
    }
}
