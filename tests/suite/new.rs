//! Writers begin pages and records, and what they begin with builds and lints.

use waypost::community::ENTITIES;

use crate::support::{Run, Site, files_below};

fn site() -> Site {
    Site::of(&[
        ("waypost.toml", "[site]\ntitle = 'Kelp'\n"),
        ("content/index.md", "# Kelp\n\nKelp maps kelp.\n"),
        ("data/personas.toml", "[ana]\nname = 'Ana'\noccupation = 'Sailor'\n"),
    ])
}

fn read(site: &Site, path: &str) -> String {
    std::fs::read_to_string(site.path(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn said(run: &Run) -> (i32, &str) {
    (run.code, &run.stderr)
}

#[test]
fn a_page_of_each_kind_begins_in_its_section_with_the_guidance_of_its_kind() {
    let site = site();
    for folder in ["tutorials", "how-tos", "reference", "concepts"] {
        site.write(&format!("content/{folder}/index.md"), "# Pages\n\nThey are about kelp.\n");
    }
    let begun = [
        ("tutorial", "Your first map", "content/tutorials/your-first-map.md"),
        ("how-to", "Print a map", "content/how-tos/print-a-map.md"),
        ("reference", "Map symbols", "content/reference/map-symbols.md"),
        ("explanation", "Why kelp moves", "content/concepts/why-kelp-moves.md"),
    ];
    for (kind, title, path) in begun {
        let run = site.run(&["new", kind, title]);
        assert_eq!((run.code, &*run.stdout), (0, &*format!("{path}\n")), "{}", run.stderr);
        let text = read(&site, path);
        assert!(text.starts_with(&format!("+++\ntitle = \"{title}\"\n")), "{text}");
        assert!(text.contains("After Diátaxis, https://diataxis.fr."), "{text}");
    }
    let built = site.run(&["build", "--strict"]);
    assert!(built.code == 0 && built.stderr.ends_with("no findings\n"), "{}", built.stderr);
    let lint = site.run(&["lint", "--fail-on", "suggestion"]);
    assert_eq!(lint.code, 0, "{}", lint.stdout);
}

#[test]
fn a_page_begins_where_and_for_whom_the_writer_says() {
    let site = site();
    let run = site.run(&["new", "reference", "Who \"owns\" what", "--persona", "ana", "--section", "community/rules"]);
    assert_eq!(run.stdout, "content/community/rules/who-owns-what.md\n", "{}", run.stderr);
    let front = "+++\ntitle = \"Who \\\"owns\\\" what\"\nkind = \"reference\"\npersonas = [\"ana\"]\ndescription = ";
    assert!(read(&site, "content/community/rules/who-owns-what.md").starts_with(front));
    // Never over what is there.
    site.write("content/how-tos/print-a-map.md", "# Print a map\n");
    let again = site.run(&["new", "how-to", "Print a map!"]);
    let there = "error: `./content/how-tos/print-a-map.md` is there already\n  = help: choose another title, or edit that file\n";
    assert_eq!(said(&again), (2, there));
    assert_eq!(read(&site, "content/how-tos/print-a-map.md"), "# Print a map\n");
    let nobody = site.run(&["new", "how-to", "Sail", "--persona", "anna"]);
    assert_eq!(said(&nobody), (2, "error: there is no persona `anna`\n  = help: did you mean `ana`?\n"));
    let outside = site.run(&["new", "how-to", "Sail", "--section", "../elsewhere"]);
    assert_eq!(
        said(&outside),
        (
            2,
            "error: `../elsewhere` is no folder that pages are read from\n  = help: name one below `content`, without \
             `..`, and without `.` or `_` in front\n"
        )
    );
}

#[test]
fn a_site_has_templates_of_its_own() {
    let site = site();
    site.write("waypost.toml", "[[section]]\npath = 'recipes'\nkind = 'how-to'\n");
    site.write("theme/new/how-to.md", "+++\n{{ front }}\n+++\n\nTake a pot.\n");
    assert_eq!(site.run(&["new", "how-to", "Cook kelp"]).stdout, "content/recipes/cook-kelp.md\n");
    assert_eq!(read(&site, "content/recipes/cook-kelp.md"), "+++\ntitle = \"Cook kelp\"\n+++\n\nTake a pot.\n");
    site.write("theme/new/how-to.md", "Take a pot.\n");
    assert_eq!(
        said(&site.run(&["new", "how-to", "Boil kelp"])),
        (
            2,
            "error: `./theme/new/how-to.md` has no line `{{ front }}`\n  = help: write it between the two lines of \
             `+++`: the title goes there\n"
        )
    );
}

#[test]
fn without_a_kind_or_a_title_and_without_a_terminal_it_says_what_to_pass() {
    let site = site();
    assert_eq!(
        said(&site.run(&["new"])),
        (
            2,
            "error: nothing says what to begin\n  = help: pass tutorial (to learn by doing), how-to (to get work done), \
             reference (to look facts up) or explanation (to understand), as in `waypost new how-to \"Use GPUs\"`\n"
        )
    );
    let unknown = site.run(&["new", "howto", "Sail"]);
    assert!(unknown.stderr.starts_with(
        "error: `howto` is no kind of page and no sort of record\n  = help: did you mean `how-to`? pass tutorial "
    ));
    assert_eq!(
        said(&site.run(&["new", "how-to"])),
        (2, "error: the page has no title\n  = help: give it one: `waypost new how-to \"…\"`\n")
    );
}

#[test]
fn a_record_begins_with_every_required_field_and_what_it_is() {
    let site = site();
    assert_eq!(site.run(&["new", "persona", "Bo the \"boss\""]).stdout, "data/personas/bo-the-boss.toml\n");
    let begun = read(&site, "data/personas/bo-the-boss.toml");
    let lines: Vec<&str> = begun.lines().collect();
    assert_eq!(
        lines[..4],
        [
            "# First name, or a name that tells the role.",
            "name = \"Bo the \\\"boss\\\"\"",
            "# What they do for a living.",
            "occupation = \"REPLACE: What they do for a living.\"",
        ]
    );
    assert!(lines[4].starts_with("# It can have: summary, pronouns, "), "{begun}");
    assert_eq!(
        said(&site.run(&["new", "note"])),
        (
            2,
            "error: a note refers to a meeting, and there is none yet\n  = help: begin with that: `waypost new meeting \"…\"`\n"
        )
    );
    site.write(
        "data/decisions.toml",
        "[7]\nnumber = 7\ntitle = 'A'\nstatus = 'draft'\nauthors = []\ncreated = 2026-01-01\nsummary = 'A.'\n",
    );
    assert_eq!(site.run(&["new", "decision", "Use kelp"]).stdout, "data/decisions/0008-use-kelp.md\n");
    assert!(read(&site, "data/decisions/0008-use-kelp.md").contains("\nnumber = 8\n"));
    let again = site.run(&["new", "persona", "Ana"]);
    assert_eq!(
        said(&again),
        (
            2,
            "error: `data/personas.toml` describes this persona already\n  = help: edit that file, or choose another name\n"
        )
    );
}

#[test]
fn every_sort_of_record_that_is_begun_builds_and_lints() {
    let site = site();
    let mut waiting: Vec<&str> = ENTITIES.iter().map(|entity| entity.name).collect();
    // What refers to others is begun after them.
    while !waiting.is_empty() {
        let before = waiting.len();
        waiting.retain(|name| {
            let run = site.run(&["new", name, "needs: work"]);
            assert!(run.code == 0 || run.stderr.contains("there is none yet"), "{name}: {}", run.stderr);
            run.code != 0
        });
        assert!(waiting.len() < before, "{waiting:?} wait for each other");
    }
    let lint = site.run(&["lint"]);
    let files = files_below(&site.path("data"));
    assert_eq!(files.len(), ENTITIES.len() + 1);
    assert_eq!((lint.code, &*lint.stdout), (0, ""), "{}", lint.stderr);
    let built = site.run(&["build", "--strict"]);
    assert_eq!(built.code, 0, "{}", built.stderr);
}

/// An editor that says what it was asked to open.
#[cfg(unix)]
#[test]
fn the_file_opens_in_the_writers_editor() {
    let site = site();
    let run = std::process::Command::new(env!("CARGO_BIN_EXE_waypost"))
        .args(["new", "how-to", "Sail home", "--edit"])
        .current_dir(site.folder.path())
        .env_remove("VISUAL")
        .env("EDITOR", "echo open")
        .output()
        .unwrap();
    let printed = String::from_utf8(run.stdout).unwrap();
    assert_eq!(printed, "content/how-tos/sail-home.md\nopen ./content/how-tos/sail-home.md\n");
}
