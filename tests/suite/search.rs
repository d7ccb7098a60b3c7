//! What a reader's search is made of: which pages it knows, and what a change makes again. That it finds them is tested in a
//! browser.

use std::collections::BTreeMap;

use serde_json::Value;
use waypost::output::Writer;
use waypost::workspace::{Options, Work, Workspace};

use crate::support::{Site, files_below};

/// Builds with the cache, and says how much work it was and what lies in the folder of the search.
fn build(site: &Site) -> (Work, BTreeMap<String, Vec<u8>>) {
    let mut workspace = Workspace::open(site.folder.path(), Options::default(), false).unwrap();
    let cache = workspace.cache().unwrap();
    workspace.remember(&cache);
    let inputs = workspace.load().unwrap_or_else(|unusable| panic!("{}", unusable.message));
    let writer = Writer::open(&site.path("site"), &[], Some(&cache)).unwrap();
    let snapshot = workspace.assemble(&inputs);
    snapshot.render(&writer, &|| {});
    writer.finish().unwrap();
    workspace.keep(&snapshot, &cache).unwrap();
    let folder = site.path("site/waypost-assets/search");
    (workspace.work(), if folder.exists() { files_below(&folder) } else { BTreeMap::new() })
}

/// How many pages each index knows, by its folder.
fn indexes(files: &BTreeMap<String, Vec<u8>>) -> BTreeMap<String, u64> {
    let entries = files.iter().filter_map(|(path, bytes)| {
        let folder = path.strip_suffix("pagefind-entry.json")?;
        let entry: Value = serde_json::from_slice(bytes).unwrap();
        Some((folder.to_owned(), entry["languages"]["en"]["page_count"].as_u64().unwrap_or(0)))
    });
    entries.collect()
}

#[test]
fn the_search_knows_what_is_listed_and_nothing_else() {
    let site = Site::of(&[
        ("waypost.toml", "[redirects]\n\"/old/\" = \"/kelp/\"\n"),
        ("content/index.md", "# Home\n"),
        ("content/kelp.md", "# Kelp\n\nGrows fast.\n"),
        ("content/how-tos/dry.md", "# Dry kelp\n"),
        ("content/hidden.md", "+++\nunlisted = true\n+++\n# Hidden\n"),
        ("content/draft.md", "+++\ndraft = true\n+++\n# Draft\n"),
        ("data/values.toml", "[open]\nname = 'Openness'\nstatement = 'We say why.'\n"),
    ]);
    let (_, files) = build(&site);
    // Home, Kelp, the list of how-tos, Dry kelp, and the community with its values.
    assert_eq!(indexes(&files), BTreeMap::from([(String::new(), 6)]));
    // The engine comes with it, and no interface of its own.
    let engine: Vec<&str> = files.keys().map(String::as_str).filter(|path| !path.contains(".pf_")).collect();
    assert_eq!(
        engine,
        ["pagefind-entry.json", "pagefind-worker.js", "pagefind.js", "wasm.en.pagefind", "wasm.unknown.pagefind"]
    );
    let list = std::fs::read_to_string(site.path("site/all-pages/index.html")).unwrap();
    for part in ["<a href=\"../kelp/\">Kelp</a>", "<h2>How-tos</h2>", "<a href=\"../how-tos/dry/\">Dry kelp</a>"] {
        assert!(list.contains(part), "the list of all pages lacks {part}");
    }
    assert!(!list.contains("Hidden") && !list.contains("Draft"));
}

#[test]
fn a_site_without_a_search_has_nothing_of_it() {
    let site = Site::of(&[("waypost.toml", "[search]\nenabled = false\n"), ("content/index.md", "# Home\n")]);
    let (work, files) = build(&site);
    assert_eq!((work.read, work.indexed, files), (0, 0, BTreeMap::new()));
    let page = std::fs::read_to_string(site.path("site/index.html")).unwrap();
    assert!(!page.contains("search") && !site.path("site/all-pages").exists());
}

#[test]
fn code_is_searched_where_the_settings_ask_for_it() {
    let site = Site::of(&[("waypost.toml", ""), ("content/index.md", "# Home\n\n```rust\nfn kelp() {}\n```\n")]);
    let (_, without) = build(&site);
    site.write("waypost.toml", "[search]\ncode = true\n");
    let (work, with) = build(&site);
    assert_eq!((work.read, work.indexed), (1, 1));
    let sizes = |files: &BTreeMap<String, Vec<u8>>| -> Vec<(String, usize)> {
        let fragments = files.iter().filter(|(path, _)| path.starts_with("fragment/"));
        fragments.map(|(path, bytes)| (path.clone(), bytes.len())).collect()
    };
    assert_ne!(sizes(&without), sizes(&with));
}

#[test]
fn a_large_site_has_several_indexes_of_which_an_edit_makes_one_again() {
    let site = Site::of(&[("waypost.toml", ""), ("content/index.md", "# Home\n")]);
    for number in 0..1_050 {
        site.write(&format!("content/log/d{number}.md"), format!("# Day {number}\n\nThe tide was {number}.\n"));
    }
    let (first, before) = build(&site);
    assert_eq!((first.indexed, indexes(&before).len()), (2, 2));
    assert_eq!(indexes(&before).values().sum::<u64>(), 1_052, "home, its list of days, and the days");
    site.write("content/log/d7.md", "# Day 7\n\nThere was no tide.\n");
    let (edit, after) = build(&site);
    assert_eq!((edit.rendered, edit.indexed), (1, 1));
    // A new page goes where its address leads it, and moves no other.
    site.write("content/log/e.md", "# Another day\n");
    let (new, _) = build(&site);
    assert_eq!(new.indexed, 1);
    let of_part = |files: &BTreeMap<String, Vec<u8>>, part: &str| -> BTreeMap<String, Vec<u8>> {
        files
            .iter()
            .filter(|(path, _)| path.starts_with("1/") == (part == "1"))
            .map(|(a, b)| (a.clone(), b.clone()))
            .collect()
    };
    assert!((of_part(&before, "0") == of_part(&after, "0")) != (of_part(&before, "1") == of_part(&after, "1")));
    // What an earlier build left is what a build would write that knows nothing.
    let cold = tempfile::tempdir().unwrap();
    let out = cold.path().join("site");
    site.run(&["build", "--no-cache", "--out", out.to_str().unwrap()]);
    assert!(files_below(&out) == files_below(&site.path("site")));
}
