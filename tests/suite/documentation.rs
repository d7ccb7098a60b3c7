//! The example and the manual build without a finding, and the manual names everything there is.

use std::collections::BTreeSet;
use std::process::Command;

use waypost::lint::{Check, RULES};

use crate::support::{files_below, package};

/// Builds with warnings as errors, and checks with every default rule.
fn builds_strictly(folder: &str) {
    let out = tempfile::tempdir().unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_waypost"))
        .args(["build", folder, "--strict", "--as-of", "2026-11-20", "--out"])
        .arg(out.path().join("site"))
        .current_dir(package())
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let output = Command::new(env!("CARGO_BIN_EXE_waypost"))
        .args(["lint", folder, "--fail-on", "suggestion", "--as-of", "2026-11-20"])
        .current_dir(package())
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
}

#[test]
fn the_example_builds_without_a_finding() {
    builds_strictly("content-example");
    let pages =
        files_below(&package().join("content-example/content")).into_keys().filter(|path| path.ends_with(".md"));
    let pages: Vec<String> = pages.collect();
    assert!(pages.len() >= 30, "the example has {} pages", pages.len());
    for section in ["tutorials", "how-tos", "reference", "concepts", "community", "maintainers"] {
        assert!(pages.iter().any(|path| path.starts_with(section)), "the example has nothing in {section}");
    }
}

#[test]
fn the_manual_builds_without_a_finding() {
    builds_strictly("book");
}

#[test]
fn the_first_tutorial_works() {
    assert_eq!(follow("tutorials/first-site.md"), 5, "the version and four builds");
}

#[test]
fn the_tutorial_about_the_community_works_in_under_a_hundred_lines_of_data() {
    assert_eq!(follow("tutorials/describe-your-community.md"), 9, "eight builds and an audit");
    let text = book("tutorials/describe-your-community.md");
    let blocks = text.split("```toml title=\"data/").skip(1).map(|block| block.split("```").next().unwrap());
    let lines: usize = blocks.map(|block| block.lines().count() - 1).sum();
    assert!(lines < 100, "{lines} lines of data");
}

/// Does what a tutorial says, step by step, and compares what its reader sees. Returns how often it ran the tool.
fn follow(tutorial: &str) -> usize {
    let text = book(tutorial);
    let folder = tempfile::tempdir().unwrap();
    let mut here = folder.path().to_owned();
    let mut builds = 0;
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        if line.starts_with("Change `how-tos/unit.md` to `how-tos/units.md`") {
            let home = here.join("content/index.md");
            let mended = std::fs::read_to_string(&home).unwrap().replace("how-tos/unit.md", "how-tos/units.md");
            std::fs::write(home, mended).unwrap();
        }
        if line.starts_with("Change `anna` to `ana` in `data/pathways.toml`") {
            let file = here.join("data/pathways.toml");
            let mended = std::fs::read_to_string(&file).unwrap().replace("anna", "ana");
            std::fs::write(file, mended).unwrap();
        }
        let fence = line.len() - line.trim_start_matches('`').len();
        if fence < 3 {
            continue;
        }
        let block: Vec<&str> = lines.by_ref().take_while(|line| *line != "`".repeat(fence)).collect();
        if let Some(path) = line.split("title=\"").nth(1).map(|rest| rest.trim_end_matches('"')) {
            let file = here.join(path);
            // A file that is there already is added to, as the tutorial says.
            let before = std::fs::read_to_string(&file).unwrap_or_default();
            std::fs::write(file, before + &block.join("\n") + "\n").unwrap();
        } else if let Some(command) = block.first().and_then(|line| line.strip_prefix("$ waypost ")) {
            let output = Command::new(env!("CARGO_BIN_EXE_waypost"))
                .args(command.split(' '))
                .current_dir(&here)
                .output()
                .unwrap();
            let printed = String::from_utf8(output.stdout).unwrap() + &String::from_utf8(output.stderr).unwrap();
            let shown = block[1..].join("\n") + "\n";
            // `…` on a line of its own stands for what the tutorial leaves out.
            let mut rest = without_times(&printed);
            for (number, part) in without_times(&shown).split("…\n").enumerate() {
                let at =
                    rest.find(part).unwrap_or_else(|| panic!("$ waypost {command}\nprints {printed}\nand not {part}"));
                assert!(number > 0 || at == 0, "$ waypost {command} prints {printed}");
                rest.drain(..at + part.len());
            }
            assert_eq!(rest, "", "$ waypost {command}");
            builds += 1;
        } else {
            for command in block.iter().filter_map(|line| line.strip_prefix("$ ")) {
                match command.split_once(' ') {
                    Some(("mkdir", folders)) => {
                        folders.split(' ').for_each(|name| std::fs::create_dir(here.join(name)).unwrap())
                    }
                    Some(("cd", name)) => here.push(name),
                    _ => {}
                }
            }
        }
    }
    builds
}

/// `0.01 s` differs from run to run.
fn without_times(text: &str) -> String {
    let is_time =
        |word: &str| word.split_once('.').is_some_and(|(_, end)| end.len() == 2) && word.parse::<f64>().is_ok();
    let words = text.split(' ').map(|word| if is_time(word) { "0.00" } else { word });
    words.collect::<Vec<_>>().join(" ")
}

fn book(page: &str) -> String {
    let file = package().join("book/content").join(page);
    std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

/// The public fields of the structs in a source file that users can see.
fn fields(source: &str) -> BTreeSet<String> {
    let text = std::fs::read_to_string(package().join(source)).unwrap();
    let mut fields = BTreeSet::new();
    let mut skipped = false;
    for line in text.split("#[cfg(test)]").next().unwrap().lines() {
        let line = line.trim();
        if line == "#[serde(skip)]" {
            skipped = true;
        } else if let Some((name, _)) = line.strip_prefix("pub ").and_then(|rest| rest.split_once(": ")) {
            if !skipped && name.chars().all(|c| c.is_alphanumeric() || c == '_' || c == '#') {
                fields.insert(name.trim_start_matches("r#").to_owned());
            }
            skipped = false;
        }
    }
    fields
}

fn names_all(page: &str, names: impl IntoIterator<Item = String>) {
    let text = book(page);
    let missing: Vec<String> = names
        .into_iter()
        .filter(|name| !text.contains(&format!("`{name}`")) && !text.contains(&format!(".{name}`")))
        .collect();
    assert!(missing.is_empty(), "book/content/{page} does not name {missing:?}");
}

#[test]
fn the_manual_names_every_setting() {
    names_all("reference/settings.md", fields("src/config/mod.rs"));
    names_all("reference/settings.md", fields("src/config/lint.rs"));
    names_all("reference/settings.md", fields("src/config/git.rs"));
    names_all("reference/settings.md", fields("src/config/inventory.rs"));
}

#[test]
fn the_manual_names_every_front_matter_key() {
    names_all("reference/front-matter.md", fields("src/document/front_matter.rs"));
}

#[test]
fn the_manual_names_every_field_of_the_template_context() {
    // These two are joined with the theme's own files into `styles` and `scripts`.
    let own = ["extra_styles", "extra_scripts"].map(str::to_owned);
    let fields = fields("src/site/view/mod.rs").into_iter().filter(|field| !own.contains(field));
    names_all(
        "reference/templates.md",
        fields.chain(["styles", "scripts", "content", "toc", "excerpt"].map(str::to_owned)),
    );
}

/// Whatever a stage reports, there is a rule for it, so that it is explained, set and allowed like any other; and its page
/// follows from the rule.
#[test]
fn the_manual_names_every_rule() {
    let mut found = BTreeSet::new();
    for (path, bytes) in files_below(&package().join("src")) {
        let text = String::from_utf8(bytes).unwrap();
        if !path.ends_with(".rs") || path.starts_with("lint/rules/") {
            continue;
        }
        let text = text.split("#[cfg(test)]").next().unwrap_or("");
        for opening in [
            "Diagnostic::new(",
            "Diagnostic::of_file(",
            "in_settings(",
            "in_page(",
            "in_list(",
            "report(",
            "error(",
            "error_at(",
            "warning_at(",
            "finding(",
            "finding(site, redirect, ",
            "at(",
            "=> (",
        ] {
            for (at, _) in text.match_indices(opening) {
                let rest = text[at + opening.len()..].trim_start_matches([' ', '\n', '(']);
                let rule = rest.strip_prefix('"').and_then(|rest| rest.split('"').next()).unwrap_or("");
                let is_name = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
                if !rule.is_empty()
                    && (opening.starts_with("Diagnostic") || rule.contains('-'))
                    && rule.chars().all(is_name)
                {
                    found.insert(rule.to_owned());
                }
            }
        }
    }
    let unexplained: Vec<&String> = found.iter().filter(|id| RULES.iter().all(|rule| rule.id != **id)).collect();
    assert!(unexplained.is_empty(), "no rule says what {unexplained:?} mean");
    let elsewhere = RULES.iter().filter(|rule| matches!(rule.check, Check::Elsewhere)).map(|rule| rule.id);
    let never: Vec<&str> = elsewhere.filter(|id| !found.contains(*id)).collect();
    assert!(never.is_empty(), "nothing reports {never:?}");
}

/// What is said to be the whole of a file is that file.
#[test]
fn the_manual_quotes_the_code_as_it_is() {
    let mut quoted = 0;
    for (page, bytes) in files_below(&package().join("book/content/maintainers")) {
        let text = String::from_utf8(bytes).unwrap();
        for (at, opening) in text.match_indices("```rust title=\"") {
            if !text[..at].lines().rev().find(|line| !line.trim().is_empty()).unwrap_or("").contains("the whole of `") {
                continue;
            }
            let (path, rest) = text[at + opening.len()..].split_once("\"\n").unwrap();
            let lines = rest.split("```").next().unwrap().lines().map(|line| line.strip_prefix("   ").unwrap_or(line));
            let listing = lines.collect::<Vec<_>>().join("\n");
            let file = std::fs::read_to_string(package().join(path)).unwrap();
            assert_eq!(listing.trim_end(), file.trim_end(), "{page} quotes {path} otherwise than it is");
            quoted += 1;
        }
    }
    assert!(quoted >= 3, "only {quoted} files are quoted");
}

#[test]
fn the_manual_names_every_option() {
    let text = book("reference/command-line.md");
    for command in ["init", "build", "new", "mv", "audit", "schema"] {
        let help = Command::new(env!("CARGO_BIN_EXE_waypost")).args([command, "--help"]).output().unwrap();
        let help = String::from_utf8(help.stdout).unwrap();
        let (_, part) = text.split_once(&format!("\n## waypost {command}\n")).expect("a part for each command");
        let part = part.split("\n## ").next().unwrap();
        let options: BTreeSet<&str> = help.split([' ', ',', '\n']).filter(|word| word.starts_with("--")).collect();
        assert!(!options.is_empty(), "{help}");
        for option in options {
            assert!(part.contains(option), "the manual does not name `{option}` of {command}");
        }
    }
}
