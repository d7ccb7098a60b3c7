//! Real documentation, as it was written for other tools. `WAYPOST_CORPORA` names the folder that holds it.

use std::path::PathBuf;
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
    let mut rules = std::collections::BTreeMap::new();
    for finding in report["findings"].as_array().unwrap() {
        *rules.entry(finding["rule"].as_str().unwrap().to_owned()).or_insert(0) += 1;
    }
    rules.into_iter().collect()
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
