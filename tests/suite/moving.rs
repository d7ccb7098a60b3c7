//! Pages, folders and images move, and no link breaks.

use std::collections::BTreeMap;

use waypost::workspace::moving;
use waypost::workspace::{Options, Workspace};

use crate::support::{PICTURE, Site, files_below, package};

fn read(site: &Site, path: &str) -> String {
    std::fs::read_to_string(site.path(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Every way of writing a link to `how-tos/units.md`.
fn site() -> Site {
    Site::of(&[
        (
            "waypost.toml",
            "[site]\ntitle = 'Kelp'\nbase_url = 'https://example.org/docs/'\n\n[nav]\n\"how-tos\" = [\n  \"units\", # first\n  \
             \"print\",\n]\n\n[redirects]\n\"/feet/\" = \"/how-tos/units/\"\n\n[theme]\nlinks = [{ label = 'Units', url = \
             '@how-tos/units' }]\n",
        ),
        (
            "content/index.md",
            "# Kelp\n\n[a](how-tos/units.md#feet) [b](@how-tos/units) [c](/how-tos/units/) [d](/docs/how-tos/units/?x#feet) \
             [](how-tos/units) [e][u] <a href=\"how-tos/units/\">f</a> ![chart](how-tos/chart.gif)\n\n`[no](how-tos/units.md)`\n\n\
             [u]: ./how-tos/units.md \"Units\"\n[unused]: <how-tos/units.md>\n",
        ),
        (
            "content/how-tos/units.md",
            "+++\ntitle = \"Units\"\n+++\n\n## Feet\n\n[Print](print.md) ![chart](chart.gif) [home](../index.md) [here](#feet) \
             [root](reference/keys.md)\n",
        ),
        (
            "content/how-tos/print.md",
            "---\nprerequisites: [units.md, '@how-tos/units']\n---\n\n# Print\n\n[u](units.md)\n",
        ),
        ("content/how-tos/chart.gif", PICTURE),
        ("content/reference/keys.md", "# Keys\n\n[u](../how-tos/units.md)\n"),
        (
            "data/terms.toml",
            "[foot]\nterm = 'foot'\ndefinition = 'See [units](@how-tos/units#feet).'\npage = '@how-tos/units'\n",
        ),
    ])
}

#[test]
fn a_page_moves_and_every_link_is_written_as_it_was() {
    let site = site();
    let clean = site.run(&["build", "--strict"]);
    assert_eq!(clean.code, 0, "{}", clean.stderr);
    let run = site.run(&["mv", "content/how-tos/units.md", "content/reference/measures"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert_eq!(run.stderr, "moved content/how-tos/units.md → content/reference/measures.md\n");
    assert_eq!(
        read(&site, "content/index.md"),
        "# Kelp\n\n[a](reference/measures.md#feet) [b](@reference/measures) [c](/reference/measures/) \
         [d](/docs/reference/measures/?x#feet) [](reference/measures) [e][u] <a href=\"reference/measures/\">f</a> \
         ![chart](how-tos/chart.gif)\n\n`[no](how-tos/units.md)`\n\n[u]: ./reference/measures.md \"Units\"\n[unused]: <reference/measures.md>\n"
    );
    assert_eq!(
        read(&site, "content/reference/measures.md"),
        "+++\naliases = [\"/how-tos/units/\"]\ntitle = \"Units\"\n+++\n\n## Feet\n\n[Print](../how-tos/print.md) \
         ![chart](../how-tos/chart.gif) [home](../index.md) [here](#feet) [root](reference/keys.md)\n"
    );
    assert_eq!(
        read(&site, "content/how-tos/print.md"),
        "---\nprerequisites: [\"../reference/measures.md\", '@reference/measures']\n---\n\n# Print\n\n[u](../reference/measures.md)\n"
    );
    assert_eq!(read(&site, "content/reference/keys.md"), "# Keys\n\n[u](measures.md)\n");
    assert_eq!(
        read(&site, "data/terms.toml"),
        "[foot]\nterm = 'foot'\ndefinition = 'See [units](@reference/measures#feet).'\npage = '@reference/measures'\n"
    );
    assert_eq!(
        read(&site, "waypost.toml"),
        "[site]\ntitle = 'Kelp'\nbase_url = 'https://example.org/docs/'\n\n[nav]\n\"how-tos\" = [\n  # first\n  \
         \"print\",\n]\n\n[redirects]\n\"/feet/\" = \"/reference/measures/\"\n\n[theme]\nlinks = [{ label = 'Units', url = \
         '@reference/measures' }]\n"
    );
    let built = site.run(&["build", "--strict"]);
    assert!(built.code == 0 && built.stderr.ends_with("no findings\n"), "{}", built.stderr);
    assert!(read(&site, "site/how-tos/units/index.html").contains("../../reference/measures/"));
    // And back: the address of before is no old one any more.
    assert_eq!(site.run(&["mv", "content/reference/measures.md", "content/how-tos/units.md"]).code, 0);
    assert!(read(&site, "content/how-tos/units.md").starts_with("+++\naliases = [\"/reference/measures/\"]\n"));
    let built = site.run(&["build", "--strict"]);
    assert!(built.stderr.ends_with("no findings\n"), "{}", built.stderr);
}

#[test]
fn a_folder_moves_with_all_that_is_in_it() {
    let site = site();
    let run = site.run(&["mv", "content/how-tos", "content/recipes"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(read(&site, "content/index.md").starts_with("# Kelp\n\n[a](recipes/units.md#feet) [b](@recipes/units) "));
    // What is moved together stays as it is.
    assert!(
        read(&site, "content/recipes/units.md").contains("[Print](print.md) ![chart](chart.gif) [home](../index.md)")
    );
    let settings = read(&site, "waypost.toml");
    assert!(settings.contains("[nav]\n\"recipes\" = [\n  \"units\", # first\n"), "{settings}");
    assert!(
        settings.contains("[redirects]\n\"/how-tos/\" = \"/recipes/\"\n\"/feet/\" = \"/recipes/units/\"\n"),
        "{settings}"
    );
    let built = site.run(&["build", "--strict"]);
    assert!(built.stderr.ends_with("no findings\n"), "{}", built.stderr);
    // An image.
    let run = site.run(&["mv", "content/recipes/chart.gif", "content/chart of kelp.gif"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(read(&site, "content/recipes/units.md").contains("![chart](../chart%20of%20kelp.gif)"));
    let built = site.run(&["build", "--strict"]);
    assert!(built.stderr.ends_with("no findings\n"), "{}", built.stderr);
}

#[test]
fn a_dry_run_shows_what_would_change_and_changes_nothing() {
    let site = Site::of(&[("content/index.md", "# Home\r\n\r\n[a](a.md)\r\n"), ("content/a.md", "# A\n")]);
    let before = files_below(site.folder.path());
    let run = site.run(&["mv", "--dry-run", "content/a.md", "content/b.md"]);
    assert_eq!(
        run.stdout,
        "--- a/content/b.md\n+++ b/content/b.md\n@@ -1 +1,5 @@\n++++\n+aliases = [\"/a/\"]\n++++\n+\n # A\n\
         --- a/content/index.md\n+++ b/content/index.md\n@@ -1,3 +1,3 @@\n # Home\r\n \r\n-[a](a.md)\r\n+[a](b.md)\r\n"
    );
    assert_eq!(run.stderr, "would move content/a.md → content/b.md and change 2 files\n");
    assert!(files_below(site.folder.path()) == before);
    assert_eq!(site.run(&["mv", "--no-redirect", "content/a.md", "content/deep/"]).code, 0);
    assert_eq!(read(&site, "content/deep/a.md"), "# A\n");
}

#[test]
fn what_cannot_be_moved_is_left_as_it_is() {
    let site = site();
    site.write("content/private/notes.txt", "x");
    let before = files_below(site.folder.path());
    let refused = |from: &str, to: &str| {
        let run = site.run(&["mv", from, to]);
        assert_eq!(run.code, 2, "{}", run.stderr);
        run.stderr.lines().next().unwrap().to_owned()
    };
    assert_eq!(
        refused("content/nowhere.md", "content/b.md"),
        "error: there is no page, folder or file `content/nowhere.md` that the site reads"
    );
    assert_eq!(
        refused("data/terms.toml", "data/t.toml"),
        "error: `data/terms.toml` is not below the content folder `content/`"
    );
    assert_eq!(
        refused("content/how-tos/print.md", "content/how-tos/units.md"),
        "error: `content/how-tos/units.md` is there already"
    );
    assert_eq!(
        refused("content/how-tos", "content/how-tos/deep"),
        "error: `content/how-tos` cannot be moved to `content/how-tos/how-tos`"
            .replace("/how-tos/how-tos`", "/how-tos/deep`")
    );
    assert_eq!(
        refused("content/how-tos/units.md", "content/_units.md"),
        "error: `content/_units.md` would not be read: a name in it is empty, or begins with `.` or `_`"
    );
    // Its address would be that of another page.
    site.write("content/reference/taken.md", "---\nslug: /how-tos/free/\n---\n\n# Taken\n");
    assert!(
        refused("content/how-tos/units.md", "content/how-tos/free.md")
            .starts_with("error: after this move something would be wrong that is not now: ")
    );
    std::fs::remove_file(site.path("content/reference/taken.md")).unwrap();
    assert!(files_below(site.folder.path()) == before);
}

/// The old address is added in the way in which the others are written.
#[test]
fn old_addresses_stand_where_the_page_has_its_others() {
    let moved = |before: &str| {
        let site = Site::of(&[("content/index.md", "# Home\n"), ("content/a.md", before)]);
        let run = site.run(&["mv", "content/a.md", "content/b.md"]);
        assert_eq!(run.code, 0, "{}", run.stderr);
        read(&site, "content/b.md")
    };
    let text = "\n# A\n";
    for (before, after) in [
        ("", "+++\naliases = [\"/a/\"]\n+++\n\n"),
        ("---\ntitle: A\n---\n", "---\naliases: [\"/a/\"]\ntitle: A\n---\n"),
        ("---\naliases: [/x/]\n---\n", "---\naliases: [/x/, \"/a/\"]\n---\n"),
        ("---\naliases: []\n---\n", "---\naliases: [\"/a/\"]\n---\n"),
        ("---\naliases:\n  - /x/\n  - '/y/'\n---\n", "---\naliases:\n  - /x/\n  - '/y/'\n  - \"/a/\"\n---\n"),
        ("+++\naliases = [\n  '/x/',\n]\n+++\n", "+++\naliases = [\n  '/x/', \"/a/\",\n]\n+++\n"),
        ("---\naliases: [/x/, /b/]\n---\n", "---\naliases: [/x/, \"/a/\"]\n---\n"),
    ] {
        assert_eq!(moved(&format!("{before}{text}")), format!("{after}{text}"));
    }
}

/// What is made of the data has its own address, whatever lies beside it.
#[test]
fn the_order_of_pages_that_do_not_move_stays() {
    let site = Site::of(&[
        ("waypost.toml", "[nav]\ncommunity = ['people', 'rules', 'values']\n"),
        ("content/index.md", "# Home\n"),
        ("content/community/rules.md", "# Rules\n"),
        ("data/values.toml", "[open]\nname = 'Openness'\nstatement = 'We say why.'\n"),
        ("data/people.toml", "[ana]\nname = 'Ana'\nlisted = true\n"),
    ]);
    let run = site.run(&["mv", "--no-redirect", "content/community", "content/us"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert_eq!(read(&site, "waypost.toml"), "[nav]\ncommunity = [\"people\", \"values\"]\nus = ['rules']\n");
    assert_eq!(site.run(&["build", "--strict"]).code, 0);
}

/// Wherever a page of the example goes, no link breaks.
#[test]
fn any_page_of_the_example_can_be_moved() {
    let example = package().join("content-example");
    let workspace = Workspace::open(&example, Options::default(), true).unwrap();
    let pages: BTreeMap<_, _> = files_below(&example.join("content"));
    let pages: Vec<&String> = pages.keys().filter(|path| path.ends_with(".md") && *path != "index.md").collect();
    let some =
        pages.iter().step_by(9).map(|path| (format!("content/{path}"), "content/concepts/deep/moved.md".to_owned()));
    let folders = ["how-tos/administration", "community", "tutorials"];
    let folders = folders.map(|folder| (format!("content/{folder}"), "content/elsewhere/moved".to_owned()));
    for (from, to) in some.chain(folders) {
        if let Err(why) = moving::plan(&workspace, &from, &to, true) {
            panic!("{from}: {}", why.message);
        }
    }
}
