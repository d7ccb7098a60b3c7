//! Vale's own scenarios and those of two published styles, run through `waypost vale`: every line it prints on Markdown,
//! MDX and plain text is compared with Vale's. `WAYPOST_CORPORA` names the folder that holds them.
//!
//! Where ours differ, `vale_differences.txt` says so and why; the list may not grow unnoticed, nor keep what is mended.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::support::package;

const SETS: &[&str] = &["engine", "Google", "write-good"];

/// One scenario of a feature file.
struct Scenario {
    /// Which set and feature: `engine/checks`.
    feature: String,
    name: String,
    folder: PathBuf,
    arguments: Vec<String>,
    expected: Vec<String>,
    /// More may be printed than what is expected.
    open: bool,
}

#[test]
fn every_scenario_prints_what_vale_prints() {
    let Some(corpora) = std::env::var_os("WAYPOST_CORPORA") else {
        println!("skipped: WAYPOST_CORPORA does not name a folder");
        return;
    };
    let root = PathBuf::from(corpora).join("vale");
    let scenarios: Vec<Scenario> = SETS.iter().flat_map(|set| scenarios(&root.join(set), set)).collect();
    assert!(scenarios.len() > 40, "only {} scenarios were found", scenarios.len());
    let list = std::fs::read_to_string(package().join("tests/suite/vale_differences.txt")).unwrap();
    let known: BTreeSet<&str> = list
        .lines()
        .filter(|line| !line.trim().is_empty() && !line.starts_with('#'))
        .map(|line| line.rsplit_once(" :: ").unwrap_or_else(|| panic!("`{line}` gives no reason")).0)
        .collect();
    let mut seen = BTreeSet::new();
    let (mut passed, mut all) = (0, 0);
    for scenario in &scenarios {
        let printed = run(scenario);
        let expected: BTreeSet<&str> = scenario.expected.iter().map(String::as_str).collect();
        let printed: BTreeSet<&str> = printed.iter().map(String::as_str).collect();
        all += expected.len();
        passed += expected.intersection(&printed).count();
        let missing = expected.difference(&printed).map(|line| format!("- {line}"));
        let more = printed.difference(&expected).filter(|_| !scenario.open).map(|line| format!("+ {line}"));
        seen.extend(missing.chain(more).map(|line| format!("{} | {} | {line}", scenario.feature, scenario.name)));
    }
    println!("{passed} of {all} lines");
    let new: Vec<&String> = seen.iter().filter(|difference| !known.contains(difference.as_str())).collect();
    let gone: Vec<&&str> = known.iter().filter(|difference| !seen.contains(**difference)).collect();
    assert!(new.is_empty(), "{passed} of {all} lines; not as Vale prints it:\n{}", join(&new));
    assert!(gone.is_empty(), "these pass now: take them off the list:\n{}", join(&gone));
}

fn join(lines: &[impl std::fmt::Display]) -> String {
    lines.iter().map(|line| format!("{line}\n")).collect()
}

/// What is printed for the files that we read.
fn run(scenario: &Scenario) -> Vec<String> {
    let output = Command::new(env!("CARGO_BIN_EXE_waypost"))
        .arg("vale")
        .args(["--output=line", "--sort", "--normalize", "--relative", "--no-global"])
        .args(&scenario.arguments)
        .current_dir(&scenario.folder)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(matches!(output.status.code(), Some(0 | 1)), "{}, {}: {said}", scenario.feature, scenario.name);
    String::from_utf8(output.stdout).unwrap().lines().map(str::to_owned).collect()
}

/// The scenarios of a set that run in folders of their own.
fn scenarios(set: &Path, name: &str) -> Vec<Scenario> {
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(set.join("features")).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files.iter().flat_map(|file| read(file, set, name)).collect()
}

fn read(file: &Path, set: &Path, set_name: &str) -> Vec<Scenario> {
    let text = std::fs::read_to_string(file).unwrap();
    let feature = format!("{set_name}/{}", file.file_stem().unwrap().to_string_lossy());
    let mut scenarios: Vec<Scenario> = Vec::new();
    let mut quoted = false;
    for line in text.lines().map(str::trim) {
        if let Some(name) = line.strip_prefix("Scenario: ").filter(|_| !quoted) {
            scenarios.push(Scenario {
                feature: feature.clone(),
                name: name.to_owned(),
                folder: PathBuf::new(),
                arguments: vec![".".to_owned()],
                expected: Vec::new(),
                open: false,
            });
            continue;
        }
        let Some(scenario) = scenarios.last_mut() else { continue };
        if line == "\"\"\"" {
            quoted = !quoted;
        } else if quoted {
            scenario.expected.extend(is_read(line).then(|| line.to_owned()));
        } else if let Some(step) = line.strip_prefix("When ") {
            let (verb, rest) = step.split_once('"').unwrap();
            let target = rest.trim_end_matches('"');
            let (below, file) = match verb.trim() {
                "I test" => (target.to_owned(), None),
                "I test scope" => (format!("scopes/{target}"), None),
                "I apply style" => (format!("styles/{target}"), None),
                "I test comments for" => ("comments".to_owned(), Some(target)),
                other => panic!("`{other}` is no step that is known"),
            };
            scenario.folder = set.join("fixtures").join(below);
            scenario.arguments = file.map_or(vec![".".to_owned()], |file| vec![file.to_owned()]);
        } else if line.starts_with("Then ") {
            scenario.open = line.ends_with("should contain:");
        }
    }
    // A scenario about another markup has nothing for us to read.
    let reads = |scenario: &Scenario| scenario.arguments[0] == "." || is_read(&format!("{}:", scenario.arguments[0]));
    scenarios.into_iter().filter(reads).collect()
}

/// The line speaks of a file that we read.
fn is_read(line: &str) -> bool {
    let path = line.split(':').next().unwrap_or("");
    [".md", ".mdx", ".txt"].iter().any(|extension| path.ends_with(extension))
}
