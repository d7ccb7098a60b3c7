//! Pages tell when they were written, and by whom, as the repository knows it.

#[cfg(unix)]
use std::io::{BufRead, BufReader};
#[cfg(unix)]
use std::process::{Command, Stdio};

use crate::support::{Run, Site, files_below};

/// Shows nothing but what the history tells.
const FOOT: &str = "{{ page.updated }} {% for who in page.contributors %}{{ who.title }};{% endfor %}";

const PEOPLE: &str = "[ana]
name = 'Ana'
listed = true
handles = { github = 'ana-sails' }
[bo]
name = 'Bo'
listed = false
email = 'bo@example.org'
[cy]
name = 'Cy'
listed = true
email = 'cy@example.org'
";

const ANA: &str = "A <123+Ana-Sails@users.noreply.github.com>";
const BO: &str = "Bo <bo@example.org>";
const CY: &str = "C <cy@example.org>";

fn repository(files: &[(&str, &str)]) -> Site {
    let site = Site::of(files);
    site.git(&["init", "--quiet", "--initial-branch", "main"]);
    site.write(
        "waypost.toml",
        "[site]\ntitle = 'Kelp'\nbase_url = 'https://example.org/'\n[search]\nenabled = false\n",
    );
    site.write("theme/templates/page.html", FOOT);
    site.write("data/people.toml", PEOPLE);
    site.write(".gitignore", "/site/\n");
    site
}

fn text(number: usize) -> String {
    format!("# Page {number}\n\n{}", "One line of a text that is long enough to be known again.\n".repeat(9))
}

fn build(site: &Site) -> Run {
    site.run(&["build", "--as-of", "2026-11-20"])
}

fn page(site: &Site, path: &str) -> String {
    std::fs::read_to_string(site.path(&format!("site/{path}/index.html"))).unwrap()
}

#[test]
fn a_page_shows_the_day_of_its_last_commit_and_the_listed_people_who_wrote_it() {
    let site = repository(&[
        ("content/index.md", "# Kelp\n"),
        ("content/a.md", &text(1)),
        ("content/b.md", &text(2)),
        ("content/c.md", "+++\nupdated = 2020-02-02\n+++\n\n# C\n"),
    ]);
    site.commit(ANA, "2026-01-01", "All");
    site.write("content/b.md", text(2) + "\nMore.\n");
    site.commit("Ana <someone@else.example>", "2026-02-01", "More\n\nCo-authored-by: Cy <CY@example.org>");
    site.commit(BO, "2026-02-02", "Nothing of the site");
    // Somebody who is not listed changes a page: the day is told, the name is not.
    site.write("content/a.md", text(1) + "\nBo was here.\n");
    site.commit(BO, "2026-03-01", "By Bo");
    // What is not committed does not count yet.
    site.write("content/b.md", text(2) + "\nMore, and more.\n");
    site.write("content/new.md", "# New\n");
    assert_eq!(build(&site).code, 0);
    assert_eq!(page(&site, "a"), "2026-03-01 Ana;");
    assert_eq!(page(&site, "b"), "2026-02-01 Ana;Cy;");
    assert_eq!(page(&site, "c"), "2020-02-02 Ana;");
    assert_eq!(page(&site, "new"), " ");
    let sitemap = std::fs::read_to_string(site.path("site/sitemap.xml")).unwrap();
    assert!(sitemap.contains("<loc>https://example.org/a/</loc><lastmod>2026-03-01</lastmod>"), "{sitemap}");
    // An address that is not public stands nowhere.
    for (path, bytes) in files_below(&site.path("site")) {
        assert!(!String::from_utf8_lossy(&bytes).contains("cy@example.org"), "{path} shows an address");
    }
    site.write("waypost.toml", "[git]\nupdated = false\n");
    build(&site);
    assert_eq!(page(&site, "a"), " Ana;");
    site.write("waypost.toml", "[git]\nupdated = false\ncontributors = false\n");
    build(&site);
    assert_eq!(page(&site, "a"), " ");
}

#[test]
fn a_page_that_moved_keeps_its_history_and_the_one_in_its_place_has_its_own() {
    let site = repository(&[("content/index.md", &text(1)), ("content/old.md", &text(2))]);
    site.commit(ANA, "2026-01-01", "All");
    site.git(&["mv", "content/old.md", "content/moved.md"]);
    site.commit(CY, "2026-02-01", "A move, and no change");
    site.git(&["mv", "content/moved.md", "content/deep.md"]);
    site.write("content/deep.md", text(2) + "\nOne line more.\n");
    site.commit(CY, "2026-03-01", "A move, and a change");
    site.write("content/old.md", "# Another\n");
    site.commit(BO, "2026-04-01", "Another page in the old place");
    build(&site);
    assert_eq!(page(&site, "deep"), "2026-03-01 Ana;Cy;");
    // A name belongs to whatever stood there: no commit is lost, and none is passed on to the page that left.
    assert_eq!(page(&site, "old"), "2026-04-01 Ana;");
}

/// Builds with and without what earlier builds left, and compares all files.
fn warm_is_cold(site: &Site, what: &str) -> usize {
    let warm = build(site);
    assert_eq!(warm.code, 0, "{}", warm.stderr);
    let out = tempfile::tempdir().unwrap();
    let cold = out.path().join("site");
    site.run(&["build", "--no-cache", "--as-of", "2026-11-20", "--out", cold.to_str().unwrap()]);
    let (warm, cold) = (files_below(&site.path("site")), files_below(&cold));
    assert!(warm == cold, "{what}: a warm build differs from a cold one");
    warm.len()
}

#[test]
fn newer_commits_are_added_to_those_that_were_read_before() {
    let site = repository(&[("content/index.md", &text(1)), ("content/a.md", &text(2)), ("content/b.md", &text(3))]);
    site.commit(ANA, "2026-01-01", "All");
    warm_is_cold(&site, "the first commit");
    site.git(&["checkout", "--quiet", "-b", "side"]);
    site.write("content/a.md", text(2) + "\nSide.\n");
    site.commit(CY, "2026-01-10", "On the side");
    site.git(&["checkout", "--quiet", "main"]);
    site.git(&["mv", "content/a.md", "content/c.md"]);
    site.commit(ANA, "2026-01-05", "Moved in between");
    warm_is_cold(&site, "a move");
    site.git(&["merge", "--quiet", "side", "-m", "Both"]);
    warm_is_cold(&site, "a merge of what is older and newer than what was read");
    site.write(".mailmap", "Cy <cy@example.org> <bo@example.org>\n");
    site.write("content/b.md", text(3) + "\nMore.\n");
    site.commit(BO, "2026-02-01", "Bo is Cy now");
    warm_is_cold(&site, "other names");
    assert_eq!(page(&site, "b"), "2026-02-01 Ana;Cy;");
    site.git(&["reset", "--quiet", "--hard", "HEAD~1"]);
    warm_is_cold(&site, "a history that was written anew");
    assert_eq!(page(&site, "b"), "2026-01-01 Ana;");
    site.write(".waypost/history", "nonsense");
    warm_is_cold(&site, "a broken cache");
    let other = std::fs::read(site.path("content/b.md")).unwrap();
    site.write("content/b.md", other);
    assert!(build(&site).stderr.ends_with("nothing changed\n"));
}

#[test]
fn a_shallow_clone_says_so_and_guesses_nothing() {
    let site = repository(&[("content/index.md", &text(1))]);
    site.commit(ANA, "2026-01-01", "All");
    site.write("content/index.md", text(1) + "\nMore.\n");
    site.commit(ANA, "2026-02-01", "More");
    let from = format!("file://{}", site.folder.path().display());
    let clone = Site::new();
    clone.git(&["clone", "--quiet", "--depth", "1", &from, "docs"]);
    let run = clone.run(&["build", "docs"]);
    let note = "note: the repository is a shallow clone, so pages show no day and no contributors from it\n  = help: fetch \
                all commits: `fetch-depth: 0` for `actions/checkout`, `git fetch --unshallow` elsewhere\n";
    assert!(run.stderr.starts_with(note), "{}", run.stderr);
    assert_eq!(std::fs::read_to_string(clone.path("docs/site/index.html")).unwrap(), " ");
    // Without the objects of old commits, what they changed is known all the same.
    clone.git(&["clone", "--quiet", "--filter=blob:none", &from, "partial"]);
    assert_eq!(clone.run(&["build", "partial"]).code, 0);
    assert_eq!(std::fs::read_to_string(clone.path("partial/site/index.html")).unwrap(), "2026-02-01 Ana;");
}

/// A `git` that writes down what it is asked for.
#[cfg(unix)]
#[test]
fn the_preview_reads_the_history_once_and_not_for_each_save() {
    use std::os::unix::fs::PermissionsExt;
    let site = repository(&[("content/index.md", &text(1))]);
    site.commit(ANA, "2026-01-01", "All");
    let tools = tempfile::tempdir().unwrap();
    let (asked, git) = (tools.path().join("asked"), tools.path().join("git"));
    let path = std::env::var("PATH").unwrap();
    let script = format!("#!/bin/sh\necho \"$@\" >> '{}'\nPATH='{path}' exec git \"$@\"\n", asked.display());
    std::fs::write(&git, script).unwrap();
    std::fs::set_permissions(&git, std::fs::Permissions::from_mode(0o755)).unwrap();
    let mut preview = Command::new(env!("CARGO_BIN_EXE_waypost"))
        .args(["serve", "--port", "0"])
        .current_dir(site.folder.path())
        .env("PATH", format!("{}:{path}", tools.path().display()))
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut news = BufReader::new(preview.stderr.take().unwrap()).lines().map(Result::unwrap);
    news.find(|line| line.ends_with(" ready")).unwrap();
    for number in 0..3 {
        site.write("content/index.md", format!("{}\nMore {number}.\n", text(1)));
        news.find(|line| line.contains("content/index.md")).unwrap();
    }
    preview.kill().unwrap();
    preview.wait().unwrap();
    let asked = std::fs::read_to_string(asked).unwrap();
    assert_eq!(asked.lines().filter(|line| line.contains(" log ")).count(), 1, "{asked}");
    assert!(asked.lines().count() < 4, "{asked}");
}
