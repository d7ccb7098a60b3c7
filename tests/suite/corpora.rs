//! Real documentation, as it was written for other tools. `WAYPOST_CORPORA` names the folder that holds it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::support::files_below;

fn corpus(path: &str) -> Option<PathBuf> {
    let Some(folder) = std::env::var_os("WAYPOST_CORPORA") else {
        println!("skipped: WAYPOST_CORPORA does not name a folder");
        return None;
    };
    Some(PathBuf::from(folder).join(path))
}

/// Builds a folder of Markdown and returns its findings by rule, after checking that every page is there.
fn build(content: PathBuf) -> Vec<(String, usize)> {
    let out = tempfile::tempdir().unwrap();
    let site = out.path().join("site");
    let output = Command::new(env!("CARGO_BIN_EXE_waypost"))
        .arg("build")
        .arg(&content)
        .args(["--format", "json", "--as-of", "2026-11-20", "--out"])
        .arg(&site)
        .output()
        .unwrap();
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).expect("the report is JSON");
    let markdown = files_below(&content).into_keys().filter(|path| path.ends_with(".md")).count();
    let pages = files_below(&site).into_keys().filter(|path| path.ends_with("/index.md") || path == "index.md").count();
    assert_eq!(pages, markdown, "every page has its Markdown twin beside it");
    let mut rules = BTreeMap::new();
    for finding in report["findings"].as_array().unwrap() {
        *rules.entry(finding["rule"].as_str().unwrap().to_owned()).or_insert(0) += 1;
    }
    rules.into_iter().collect()
}

/// What no page may show of a source: calls of other generators, JSX, imports and comments. Code may show all of it.
fn leaks(site: &Path, marks: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for (path, bytes) in files_below(site).into_iter().filter(|(path, _)| path.ends_with(".html")) {
        let html = String::from_utf8(bytes).unwrap();
        let mut prose = String::new();
        for part in html.split("<code").enumerate() {
            prose += match part {
                (0, first) => first,
                (_, code) => code.split_once("</code>").map_or("", |(_, rest)| rest),
            };
        }
        found.extend(marks.iter().filter(|mark| prose.contains(**mark)).map(|mark| format!("{path}: {mark}")));
    }
    found
}

/// A copy of a corpus with settings as `waypost import` writes them, and the site that is built of it.
fn imported(source: &Path, generator: &str) -> (tempfile::TempDir, String, BTreeMap<String, usize>) {
    let folder = tempfile::tempdir().unwrap();
    for (path, bytes) in files_below(source) {
        let file = folder.path().join(path);
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(file, bytes).unwrap();
    }
    let run = |arguments: &[&str]| {
        Command::new(env!("CARGO_BIN_EXE_waypost")).args(arguments).current_dir(folder.path()).output().unwrap()
    };
    let import = run(&["import", generator, "."]);
    assert!(import.status.success(), "{}", String::from_utf8_lossy(&import.stderr));
    let report = String::from_utf8(import.stdout).unwrap();
    let build = run(&["build", "--format", "json", "--as-of", "2026-11-20"]);
    let json: serde_json::Value = serde_json::from_slice(&build.stdout).expect("the report is JSON");
    let mut rules = BTreeMap::new();
    for finding in json["findings"].as_array().unwrap() {
        *rules.entry(finding["rule"].as_str().unwrap().to_owned()).or_insert(0) += 1;
    }
    (folder, report, rules)
}

#[test]
fn an_mdbook_is_imported_with_every_chapter_at_its_address() {
    let Some(source) = corpus("mdbook-rust-forge") else { return };
    let (folder, report, rules) = imported(&source, "mdbook");
    let told: Vec<&str> =
        report.lines().filter(|line| line.starts_with("book.toml") || line.starts_with("src/")).collect();
    assert_eq!(
        told,
        [
            "book.toml:2:1: `authors` have no place in the settings",
            "book.toml:8:15: the preprocessor `blacksmith` is a program",
            "book.toml:23:1: the scripts `js/moment.min.js`, `js/index.js` are made for the pages of mdBook",
            "book.toml:24:1: the style sheets `css/style.css` are made for the theme of mdBook",
        ]
    );
    let summary = std::fs::read_to_string(source.join("src/SUMMARY.md")).unwrap();
    let chapters = summary.split("](").skip(1).filter_map(|rest| rest.split(')').next());
    let site = folder.path().join("site");
    let mut count = 0;
    for chapter in chapters {
        let page = chapter.trim_start_matches("./").replace(".md", ".html");
        assert!(site.join(&page).is_file(), "{chapter} has no page {page}");
        count += 1;
    }
    assert!(report.contains(&format!(": {count} pages, 46 redirects")), "{report}");
    assert!(site.join("beta-backporting.html").is_file(), "old addresses lead on");
    // Two anchors are gone from the book itself; what is unsupported are calls of its preprocessor, and includes.
    let expected = [("broken-anchor", 2), ("second-title", 15), ("unknown-language", 2), ("unsupported", 4)];
    assert_eq!(rules.into_iter().collect::<Vec<_>>(), expected.map(|(rule, count)| (rule.to_owned(), count)));
    // To be added once they are understood: "{{#".
    assert_eq!(leaks(&site, &["&lt;!--", "TRIAGEBOT_SUMMARY", "{{#title", "{{#rustdoc_include"]), Vec::<String>::new());
}

/// The findings were checked by hand: each is true of these files as they stand, without the rest of their repository.
#[test]
fn an_mdbook_builds_as_a_bare_folder() {
    let Some(content) = corpus("mdbook-rust-forge/src") else { return };
    let found = build(content);
    let expected =
        [("broken-anchor", 2), ("broken-link", 1), ("second-title", 15), ("unknown-language", 2), ("unsupported", 4)];
    assert_eq!(found, expected.map(|(rule, count)| (rule.to_owned(), count)));
}

#[test]
fn a_docusaurus_site_builds_as_a_bare_folder() {
    let Some(content) = corpus("docusaurus-electron/docs/latest") else { return };
    let found = build(content);
    let expected =
        [("broken-image", 34), ("broken-link", 16), ("second-title", 1), ("unknown-language", 24), ("unsupported", 5)];
    assert_eq!(found, expected.map(|(rule, count)| (rule.to_owned(), count)));
}
