//! A build that remembers gives what a build gives that does not, and does no more than it must.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use waypost::output::Writer;
use waypost::workspace::{Options, Work, Workspace};

use crate::support::{PICTURE, Run, Site, files_below};

fn site() -> Site {
    let site = Site::of(&[
        ("waypost.toml", "[site]\ntitle = 'Kelp'\nbase_url = 'https://example.org/'\n"),
        ("content/index.md", "# Home\n\n[](@how-tos/p3)\n"),
        ("content/dot.gif", PICTURE),
        ("data/values.toml", "[open]\nname = 'Openness'\nstatement = 'We say why.'\n"),
        ("data/personas.toml", "[ana]\nname = 'Ana'\noccupation = 'Sailor'\n"),
        ("static/robots.css", "a { color: red }\n"),
    ]);
    for number in 0..12 {
        let section = ["how-tos", "reference", "concepts"][number % 3];
        site.write(&format!("content/{section}/p{number}.md"), page(number, "first"));
    }
    site
}

fn page(number: usize, word: &str) -> String {
    format!(
        "---\npersonas: [ana]\ntags: [t{}]\nweight: {number}.5\ntoc: [2, 4]\nupdated: 2026-05-01\nreview_every: 90d\n---\n\n# Page {number}\n\nThe {word} text.\n\n```rust\nfn f{number}() {{}}\n```\n",
        number % 4
    )
}

/// Builds as the command does, in process, and says how much work it was.
fn build(site: &Site) -> Work {
    let options = Options { as_of: "2026-06-01".parse().ok(), ..Options::default() };
    let mut workspace = Workspace::open(site.folder.path(), options, false).unwrap();
    let cache = workspace.cache().unwrap();
    workspace.remember(&cache);
    let inputs = workspace.load().unwrap_or_else(|unusable| panic!("{}", unusable.message));
    let writer = Writer::open(&site.path("site"), &[], Some(&cache)).unwrap();
    let fingerprint = workspace.fingerprint(&inputs);
    if writer.whole(fingerprint).is_some() {
        writer.leave();
        return workspace.work();
    }
    let snapshot = workspace.assemble(&inputs);
    if snapshot.render(&writer, &|| {}).is_empty() {
        writer.note_whole(fingerprint, snapshot.pages());
    }
    writer.finish().unwrap();
    workspace.keep(&snapshot, &cache).unwrap();
    workspace.work()
}

fn cold(site: &Site) -> BTreeMap<String, Vec<u8>> {
    let out = tempfile::tempdir().unwrap();
    let to = out.path().join("site");
    site.run(&["build", "--no-cache", "--as-of", "2026-06-01", "--out", to.to_str().unwrap()]);
    files_below(&to)
}

fn warm(site: &Site) -> (Run, BTreeMap<String, Vec<u8>>) {
    let run = site.run(&["build", "--as-of", "2026-06-01"]);
    (run, files_below(&site.path("site")))
}

#[test]
fn what_did_not_change_is_not_made_again() {
    let site = site();
    let first = build(&site);
    assert_eq!((first.parsed, first.linked, first.highlighted), (13, 1, 12));
    assert_eq!(build(&site), Work::default());
    // Prose: the page, and the code in it is known.
    site.write("content/how-tos/p3.md", page(3, "second"));
    assert_eq!(build(&site), Work { parsed: 13, linked: 1, rendered: 1, read: 21, indexed: 1, ..Work::default() });
    // Without a search nobody reads the other pages.
    let searching = "[site]\ntitle = 'Kelp'\nbase_url = 'https://example.org/'\n";
    site.write("waypost.toml", format!("{searching}[search]\nenabled = false\n"));
    build(&site);
    site.write("content/how-tos/p3.md", page(3, "third"));
    assert_eq!(build(&site), Work { parsed: 1, linked: 1, rendered: 1, ..Work::default() });
    site.write("waypost.toml", searching);
    build(&site);
    // Another theme: every page, and no code.
    site.write("theme/i18n/en.toml", "on_this_page = \"What is here\"\n");
    let theme = build(&site);
    assert_eq!((theme.highlighted, theme.rendered), (0, first.rendered));
    // A file of the site that somebody changed or removed is made again, alone.
    site.write("site/how-tos/p3/index.html", "mine");
    site.write("content/reference/p1.md", page(1, "second"));
    assert_eq!(build(&site).rendered, 2);
    std::fs::remove_dir_all(site.path("site")).unwrap();
    assert_eq!(build(&site).rendered, first.rendered);
    assert!(files_below(&site.path("site")) == cold(&site));
    // The cache keeps itself out of the repository.
    assert_eq!(std::fs::read_to_string(site.path(".waypost/.gitignore")).unwrap(), "*\n");
}

/// A generator of numbers that is the same everywhere.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % end
    }
}

/// One edit among all that writers do. Says what it was.
fn edit(site: &Site, dice: &mut Dice) -> String {
    let mut pages: Vec<String> =
        files_below(&site.path("content")).into_keys().filter(|path| path.ends_with(".md")).collect();
    pages.retain(|path| path != "index.md");
    let number = dice.below(1_000);
    let old = if pages.is_empty() { "index.md".to_owned() } else { pages[dice.below(pages.len())].clone() };
    let section = ["how-tos", "reference", "concepts", "community", "new/deep"][dice.below(5)];
    let new = format!("{section}/p{number}.md");
    let path = |page: &str| format!("content/{page}");
    let text = std::fs::read_to_string(site.path(&path(&old))).unwrap();
    match dice.below(14) {
        0 => site.write(&path(&old), format!("{text}\nMore {number}.\n")),
        1 => site.write(&path(&old), text.replace("# ", &format!("# Re {number} "))),
        2 => site.write(&path(&old), text.replace("tags: [", &format!("tags: [u{}, ", number % 3))),
        3 => site.write(&path(&new), page(number, "new")),
        4 if pages.len() > 3 => std::fs::remove_file(site.path(&path(&old))).unwrap(),
        5 if pages.len() > 3 => {
            std::fs::create_dir_all(site.path(&path(&new)).parent().unwrap()).unwrap();
            std::fs::rename(site.path(&path(&old)), site.path(&path(&new))).unwrap();
        }
        6 => site.write("data/values.toml", format!("[open]\nname = 'Openness {number}'\nstatement = 'We say why.'\n")),
        7 => site.write("data/personas.toml", format!("[ana]\nname = 'Ana {}'\noccupation = 'Sailor'\n", number % 5)),
        8 => site.write("theme/i18n/en.toml", format!("on_this_page = \"Here {}\"\n", number % 3)),
        9 => site.write("waypost.toml", format!("[site]\ntitle = 'Kelp {}'\n", number % 3)),
        10 => site.write("content/dot.gif", PICTURE.replace(';', &format!("{number};"))),
        11 => site.write(&path(&old), format!("{text}\n[a](@nowhere{number}) [b](@{})\n", new.trim_end_matches(".md"))),
        12 => site.write(&path(&old), text.replacen("---\n", &format!("---\naliases: [/old{number}/]\n"), 1)),
        _ => site.write(&format!("static/{}.txt", number % 3), format!("{number}")),
    }
    format!("{old} {new} {number}")
}

#[test]
fn whatever_writers_do_warm_is_cold() {
    let rounds = std::env::var("WAYPOST_ROUNDS").ok().and_then(|rounds| rounds.parse().ok()).unwrap_or(40);
    let site = site();
    let mut dice = Dice(7);
    let mut edits = Vec::new();
    for round in 0..rounds {
        for _ in 0..=dice.below(3) {
            edits.push(edit(&site, &mut dice));
        }
        let (run, warm) = warm(&site);
        let cold = cold(&site);
        let differ: Vec<&String> =
            warm.keys().chain(cold.keys()).filter(|path| warm.get(*path) != cold.get(*path)).collect();
        assert!(differ.is_empty(), "round {round}: {differ:?} differ after {edits:?}\n{}", run.stderr);
    }
}

#[test]
fn findings_are_told_again_though_nothing_changed() {
    let site = site();
    site.write("content/how-tos/p3.md", "# Page\n\n[a](nowhere.md)\n");
    let (first, _) = warm(&site);
    let (again, _) = warm(&site);
    let findings = |run: &Run| run.stderr.split("built ").next().unwrap().to_owned();
    assert_eq!((first.code, again.code), (1, 1));
    assert!(findings(&first).contains("broken-link"));
    assert_eq!(findings(&first), findings(&again));
}

#[test]
fn a_cache_that_cannot_be_used_is_a_cold_build() {
    let site = site();
    let whole = cold(&site);
    warm(&site);
    let files = ["written", "highlights"];
    for file in files {
        let place = site.path(&format!(".waypost/{file}"));
        let good = std::fs::read(&place).unwrap();
        let end = good.iter().position(|byte| *byte == b'\n').unwrap() + 1;
        for bad in [
            &b""[..],
            b"another version\n\x07",
            &good[..good.len() / 2],
            &good[..end],
            &[&good[..end], &[0xff; 99]].concat(),
        ] {
            std::fs::write(&place, bad).unwrap();
            std::fs::remove_file(site.path("site/how-tos/p3/index.html")).unwrap();
            let (run, files) = warm(&site);
            assert_eq!(run.code, 0, "{}", run.stderr);
            assert!(files == whole, "{file}: {}", run.stderr);
        }
    }
    // A folder stands where a file should be: the build says so, and goes on.
    std::fs::remove_file(site.path(".waypost/written")).unwrap();
    std::fs::create_dir(site.path(".waypost/written")).unwrap();
    let (run, files) = warm(&site);
    assert!(run.stderr.contains("warning: the cache `") && run.code == 0, "{}", run.stderr);
    assert!(files == whole);
}

#[test]
fn a_file_of_somebody_else_in_the_output_is_looked_at_each_time() {
    let site = site();
    warm(&site);
    site.write("static/note.txt", "same\n");
    site.write("site/note.txt", "same\n");
    assert_eq!(warm(&site).0.code, 0);
    std::fs::remove_file(site.path("site/note.txt")).unwrap();
    let (_, files) = warm(&site);
    assert!(files == cold(&site), "the file was not made again");
}

#[test]
fn a_folder_without_settings_has_no_cache() {
    let site = Site::of(&[("content/index.md", "# Home\n")]);
    assert_eq!(site.run(&["build"]).code, 0);
    assert!(!site.path(".waypost").exists());
}

#[test]
fn a_build_that_is_killed_leaves_a_whole_site_and_the_next_one_is_right() {
    let site = site();
    for number in 100..250 {
        site.write(&format!("content/concepts/p{number}.md"), page(number, "first"));
    }
    let mut dice = Dice(11);
    for round in 0..12 {
        let word = format!("round {round}");
        for number in 100..250 {
            site.write(&format!("content/concepts/p{number}.md"), page(number, &word));
        }
        let mut build = Command::new(env!("CARGO_BIN_EXE_waypost"))
            .args(["build", "--as-of", "2026-06-01"])
            .current_dir(site.folder.path())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        std::thread::sleep(Duration::from_millis(dice.below(400) as u64));
        // On Unix that is `kill -9`.
        build.kill().unwrap();
        build.wait().unwrap();
        assert_whole(&site.path("site"));
    }
    let (run, files) = warm(&site);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(files == cold(&site));
}

/// No page is cut off.
fn assert_whole(folder: &Path) {
    for (path, bytes) in files_below(folder) {
        if path.ends_with(".html") && !path.starts_with(".waypost-staging") {
            assert!(bytes.ends_with(b"</html>\n"), "{path} is cut off");
        }
    }
}
