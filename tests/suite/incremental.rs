//! What did not change is not computed again, and what is computed is what a cold build gives.

use waypost::workspace::{Options, Work, Workspace};

use crate::support::{Site, built};

fn site() -> Site {
    Site::of(&[
        ("content/index.md", "# Home\n\n[](@how-tos/one)\n"),
        ("content/how-tos/one.md", "# One\n\n```rust\nfn main() {}\n```\n"),
        ("content/how-tos/two.md", "# Two\n\n```rust\nfn main() {}\n```\n"),
        ("content/reference/three.md", "# Three\n"),
    ])
}

fn work_since(workspace: &Workspace, before: Work) -> Work {
    let now = workspace.work();
    Work {
        parsed: now.parsed - before.parsed,
        linked: now.linked - before.linked,
        highlighted: now.highlighted - before.highlighted,
        rendered: now.rendered - before.rendered,
        read: now.read - before.read,
        indexed: now.indexed - before.indexed,
    }
}

#[test]
fn an_edit_of_prose_parses_and_renders_one_page() {
    let site = site();
    let workspace = Workspace::open(site.folder.path(), Options::default(), true).unwrap();
    built(&workspace);
    let before = workspace.work();
    // Equal blocks of code are highlighted once.
    assert_eq!((before.parsed, before.highlighted), (4, 1));
    built(&workspace);
    assert_eq!(work_since(&workspace, before), Work::default());

    site.write("content/how-tos/two.md", "# Two\n\nMore.\n\n```rust\nfn main() {}\n```\n");
    let warm = built(&workspace);
    assert_eq!(work_since(&workspace, before), Work { parsed: 1, rendered: 1, read: 1, indexed: 1, ..Work::default() });
    assert!(warm.files == site.build().files, "warm and cold differ");
}

#[test]
fn a_new_title_renders_the_pages_that_show_it() {
    let site = site();
    let workspace = Workspace::open(site.folder.path(), Options::default(), true).unwrap();
    built(&workspace);
    let before = workspace.work();
    site.write("content/how-tos/one.md", "# First\n\n```rust\nfn main() {}\n```\n");
    let warm = built(&workspace);
    assert_eq!(work_since(&workspace, before).parsed, 1);
    assert!(warm.file("index.html").contains(">First</a>"), "a link without text takes the new title");
    assert!(warm.files == site.build().files, "warm and cold differ");
}

#[test]
fn an_edit_of_a_record_renders_the_pages_that_show_it() {
    let site = site();
    let item = |summary: &str| format!("[a]\ntitle = 'A'\nsummary = '{summary}'\n[b]\ntitle = 'B'\nsummary = 'b'\n");
    site.write("data/roadmap.toml", item("First."));
    site.write("data/values.toml", "[open]\nname = 'Open'\nstatement = 's'\n");
    let workspace = Workspace::open(site.folder.path(), Options::default(), true).unwrap();
    let all = built(&workspace).files.len();
    let before = workspace.work();
    site.write("data/roadmap.toml", item("Second."));
    let warm = built(&workspace);
    // The roadmap, the item's page, the list of the folder that shows what it is about, and the JSON of all of it.
    let work = work_since(&workspace, before);
    assert_eq!((work.parsed, work.highlighted), (0, 0));
    assert!(work.rendered <= 4 && all > 20, "{} of {all}", work.rendered);
    assert!(warm.file("community/roadmap/a/index.html").contains("Second."));
    assert!(warm.files == site.build().files, "warm and cold differ");
}
