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
fn imported(
    source: &Path,
    generator: &str,
    around: &[(&str, &str)],
) -> (tempfile::TempDir, String, BTreeMap<String, usize>) {
    let folder = tempfile::tempdir().unwrap();
    for (path, bytes) in files_below(source) {
        let file = folder.path().join(path);
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(file, bytes).unwrap();
    }
    for (path, text) in around {
        std::fs::write(folder.path().join(path), text).unwrap();
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
    let (folder, report, rules) = imported(&source, "mdbook", &[]);
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
    // Two anchors are gone from the book itself; what is unsupported are calls of its preprocessor.
    let expected = [("broken-anchor", 2), ("second-title", 15), ("unknown-language", 2), ("unsupported", 3)];
    assert_eq!(rules.into_iter().collect::<Vec<_>>(), expected.map(|(rule, count)| (rule.to_owned(), count)));
    assert_eq!(leaks(&site, &["&lt;!--", "TRIAGEBOT_SUMMARY", "{{#", ":::", "___"]), Vec::<String>::new());
}

#[test]
fn a_docusaurus_site_is_imported_with_every_page_at_its_address() {
    let Some(source) = corpus("docusaurus-electron") else { return };
    let config = r#"// @ts-check
const npm2yarn = require('@docusaurus/remark-plugin-npm2yarn');
const repository = 'https://github.com/electron/electron';

/** @type {import('@docusaurus/types').Config} */
module.exports = {
  title: 'Electron',
  url: 'https://docs.example.org',
  baseUrl: '/',
  presets: [
    ['@docusaurus/preset-classic', {
      docs: {
        sidebarPath: require.resolve('./sidebars.js'),
        editUrl: ({ docPath }) => `${repository}/edit/main/docs/${docPath}`,
        remarkPlugins: [npm2yarn],
      },
      blog: false,
    }],
  ],
  themeConfig: {
    navbar: {
      items: [
        { type: 'doc', docId: 'latest/tutorial/introduction', label: 'Docs' },
        { to: 'docs/latest/api/app', label: 'API' },
      ],
    },
  },
};
"#;
    let sidebars = r#"module.exports = {
  docs: [
    {
      type: 'category',
      label: 'Get started',
      items: ['latest/tutorial/introduction', { type: 'doc', id: 'latest/why-electron', label: 'Why' }],
    },
    { type: 'category', label: 'Tutorial', items: [{ type: 'autogenerated', dirName: 'latest/tutorial' }] },
  ],
  api: [{ type: 'autogenerated', dirName: 'latest/api' }],
};
"#;
    let around = [("docusaurus.config.js", config), ("sidebars.js", sidebars)];
    let (folder, report, rules) = imported(&source, "docusaurus", &around);
    let told: Vec<&str> = report.lines().filter(|line| line.starts_with("docusaurus.config.js")).collect();
    assert_eq!(
        told,
        [
            "docusaurus.config.js:14:18: `({ docPath }) => `${repository}/edit/mai …` is not a literal",
            "docusaurus.config.js:15:9: `remarkPlugins` does not come along: `@docusaurus/remark-plugin-npm2yarn`",
        ]
    );
    let site = folder.path().join("site");
    let mut count = 0;
    for (path, bytes) in files_below(&source.join("docs")).into_iter().filter(|(path, _)| path.ends_with(".md")) {
        let text = String::from_utf8(bytes).unwrap();
        let front = text.strip_prefix("---\n").and_then(|text| text.split("\n---").next()).unwrap_or("");
        let given = |key: &str| {
            front.lines().find_map(|line| line.strip_prefix(key)).map(|value| value.trim().trim_matches('"'))
        };
        let (folder, file) = path.rsplit_once('/').unwrap();
        // As Docusaurus has it: `slug` says the last part of the address, else `id`, else the name of the file.
        let name = given("slug:").or(given("id:")).unwrap_or(file.trim_end_matches(".md"));
        // One that begins with a slash starts at the docs.
        let whole = name.strip_prefix('/').map_or_else(|| format!("{folder}/{name}"), str::to_owned);
        let page = site.join("docs").join(whole).join("index.html");
        assert!(page.is_file(), "{path} has no page {}", page.display());
        count += 1;
    }
    assert!(report.starts_with(&format!("wrote `./waypost.toml`: {count} pages, 0 redirects")), "{report}");
    // As in the test of the bare folder: images and files that are not in the corpus.
    // One page has a line of its module for a description.
    let expected = [
        ("broken-image", 34),
        ("broken-link", 16),
        ("mdx-syntax", 1),
        ("second-title", 1),
        ("unknown-language", 24),
        ("unsupported", 3),
    ];
    assert_eq!(rules.into_iter().collect::<Vec<_>>(), expected.map(|(rule, count)| (rule.to_owned(), count)));
    let marks = [
        "&lt;!--",
        "{@inject",
        ":::",
        "import Tabs",
        "import TabItem",
        "import DocCardList",
        "<Tabs",
        "<TabItem",
        "<wp-",
        "{/*",
    ];
    assert_eq!(leaks(&site, &marks), Vec::<String>::new());
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
