//! `waypost import mdbook`: books of different make, what is written for them, and what their sites are.

use crate::support::{Site, outline};

/// A book with everything that a summary can hold.
fn harbor() -> Site {
    Site::of(&[
        (
            "book.toml",
            r#"[book]
title = "Harbor"
authors = ["A"]
language = "en"

[output.html]
git-repository-url = "https://git.example.org/harbor"
edit-url-template = "https://git.example.org/harbor/edit/main/{path}"
additional-css = ["wide.css"]
cname = "harbor.example.org"
site-url = "/docs/"

[output.html.redirect]
"start.html" = "/guide/install.html"
"/old/charts.html" = "../guide/charts.html"
"guide/charts.html#tides" = "/guide/install.html"

[preprocessor.toc]
"#,
        ),
        (
            "src/SUMMARY.md",
            r"# Summary

[Foreword](README.md)

# User guide

- [Install](guide/install.md)
  - [On a *small* boat](guide/small.md)
- [Charts](./guide/charts.md)
- [Sails]()

---

- [Reference](reference/reference.md)

[Thanks](thanks.md)
",
        ),
        ("src/README.md", "# Harbor\n\n[Install](guide/install.md) [Charts](guide/charts.html)\n"),
        ("src/guide/install.md", "# Installing\n"),
        ("src/guide/small.md", "# Small boats\n"),
        ("src/guide/charts.md", "# Charts\n\n![A chart](chart.svg)\n"),
        ("src/guide/chart.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\" height=\"1\"/>"),
        ("src/guide/notes.md", "# Not for readers\n"),
        ("src/reference/reference.md", "# Reference\n"),
        ("src/thanks.md", "# Thanks\n"),
        ("data/tides.toml", "height = 3\n"),
    ])
}

#[test]
fn a_book_gets_settings_and_a_list_of_what_did_not_come_along() {
    let site = harbor();
    let run = site.run(&["import", "mdbook"]);
    assert_eq!(
        run.stdout,
        "\
wrote `./waypost.toml`: 6 pages, 3 redirects

did not come along:

book.toml:3:1: `authors` have no place in the settings
  = help: describe them in `data/people.toml`, or name them in `footer` under `[theme]`
book.toml:9:1: the style sheets `wide.css` are made for the theme of mdBook
  = help: to use them, move them to `static/` and name them in `css` under `[theme]`
book.toml:16:1: `guide/charts.html#tides` leads from a part of a page
  = help: a redirect leads from a page: put an anchor such as `<a id=\"old\"></a>` at the new place
book.toml:18:15: the preprocessor `toc` is a program
  = help: Waypost runs no programs: look for what it did in the pages, and write it as Markdown or as a directive

next: waypost serve .
"
    );
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    assert_eq!(
        std::fs::read_to_string(site.path("waypost.toml")).unwrap(),
        r##"# Made by `waypost import mdbook`. It is yours: change what you like.

# The folders have no kinds of documentation of their own.
section = []

[site]
title = "Harbor"
base_url = "https://harbor.example.org/docs/"
language = "en"
repository = "https://git.example.org/harbor"
edit_url = "https://git.example.org/harbor/edit/main/{path}"

[build]
content = "src"
data = ""
url_style = "html"
ignore = [
  "SUMMARY.md",
  "guide/notes.md",
]

[markdown]
includes = true
hidden_lines = { "rust" = "#" }

[nav]
"" = [
  { page = "README", title = "Foreword" },
  { title = "User guide", items = [
    { page = "guide/install", title = "Install", items = [
      { page = "guide/small", title = "On a small boat" },
    ] },
    { page = "guide/charts", title = "Charts" },
    { title = "Sails" },
    { page = "reference/reference", title = "Reference" },
  ] },
  { page = "thanks", title = "Thanks" },
]

[redirects]
"/old/charts.html" = "/guide/charts.html"
"/reference/reference.html" = "/reference/"
"/start.html" = "/guide/install.html"
"##
    );
}

#[test]
fn its_site_has_the_addresses_the_order_and_the_redirects_of_the_book() {
    let site = harbor();
    site.run(&["import", "mdbook"]);
    site.write("theme/templates/page.html", crate::support::NAV_PAGE);
    let built = site.build();
    assert_eq!(built.text, "");
    assert_eq!(
        outline(built.file("guide/small.html")),
        "User guide
  Install
    On a small boat *
  Charts
  Sails
  Reference
Thanks
prev: Install, next: Charts
"
    );
    for page in ["index.html", "guide/install.html", "guide/charts.html", "reference/index.html", "thanks.html"] {
        built.file(page);
    }
    assert!(built.file("start.html").contains("url=guide/install.html"), "{}", built.file("start.html"));
    assert!(built.file("reference/reference.html").contains("url=./"));
    assert!(!built.files.contains_key("guide/notes.html"));
    assert_eq!(built.file("guide/chart.svg"), "(copied)");
}

#[test]
fn a_book_in_the_folder_itself_and_without_settings() {
    let site = Site::of(&[
        ("book.toml", "[book]\nsrc = \".\"\n\n[output.html]\nsite-url = \"/book/\"\n"),
        ("SUMMARY.md", "- [One](one.md)\n\n# Zweiter Teil\n\n* [Zwei](zwei.md)\n  1. [Drei](teil/drei%20vier.md)\n"),
        ("one.md", "# One\n"),
        ("zwei.md", "# Zwei\n"),
        ("teil/drei vier.md", "# Drei\n"),
        ("book/one.html", "<p>as mdBook made it</p>"),
        ("static/left.txt", "not of the book"),
    ]);
    let run = site.run(&["import", "mdbook", "."]);
    let told = "book.toml:5:12: `/book/` has no host";
    assert!(run.stdout.contains(told), "{}", run.stdout);
    let built = site.build();
    assert_eq!(built.text, "");
    let pages: Vec<&String> = built.files.keys().filter(|path| path.ends_with(".html")).collect();
    assert_eq!(
        pages,
        [
            "404.html",
            "all-pages/index.html",
            "index.html",
            "one.html",
            "teil/drei vier.html",
            "zwei.html",
            "zweiter-teil/index.html"
        ]
    );
    let settings = std::fs::read_to_string(site.path("waypost.toml")).unwrap();
    assert!(settings.contains("content = \"\"\nstatic = []\n"), "{settings}");
    assert!(
        settings.contains("\"book.toml\",\n  \"waypost.toml\",\n  \"book/**\",\n  \"SUMMARY.md\",\n]"),
        "{settings}"
    );

    // Without `book.toml`, the folders are those that mdBook looks into.
    let plain = Site::of(&[("src/SUMMARY.md", "[One](one.md)\n"), ("src/one.md", "# One\n")]);
    assert_eq!(
        plain.run(&["import", "mdbook"]).stdout,
        "wrote `./waypost.toml`: 1 page, 0 redirects\n\nnext: waypost serve .\n"
    );
    assert_eq!(plain.build().text, "");
}

#[test]
fn a_broken_book_is_told_where_and_still_renders() {
    let site = Site::of(&[
        (
            "book.toml",
            "[book]\ntitle = \"Broken\n[output.html.redirect]\n\"/a.html\" = \"/b.html\"\n\"/b.html\" = \"/a.html\"\n\"/up.html\" = \"../../x.html\"\n",
        ),
        (
            "src/SUMMARY.md",
            "# Summary\n\nSome words.\n\n- [Here](here.md)\n- [Gone](gone.md)\n  - [Below](below.md)\n- no link\n- [Again](./here.md)\n- [Out](../out.md)\n- [Hidden](_hidden.md)\n- [Image](chart.svg)\n\n> A quote\n",
        ),
        ("src/here.md", "# Here\n"),
        ("src/below.md", "# Below\n"),
        ("src/_hidden.md", "# Hidden\n"),
        ("src/chart.svg", "<svg/>"),
        ("out.md", "# Out\n"),
    ]);
    let run = site.run(&["import", "mdbook"]);
    assert_eq!(
        run.stdout,
        "\
wrote `./waypost.toml`: 2 pages, 2 redirects

did not come along:

book.toml:2:16: invalid basic string, expected `\"`
  = help: mend `book.toml`, and import again
book.toml:6:1: `../../x.html` leads out of the site
  = help: write a path of the site or an address
src/SUMMARY.md:3:1: this is no chapter and no part of the summary
  = help: write it as `- [Title](file.md)`, or take it out
src/SUMMARY.md:6:3: there is no file `gone.md`
  = help: write the file, or take the chapter out of the summary
src/SUMMARY.md:8:1: this is no chapter and no part of the summary
  = help: write it as `- [Title](file.md)`, or take it out
src/SUMMARY.md:9:3: the chapter `here.md` is listed twice
  = help: it stands at its first place; take the other out
src/SUMMARY.md:10:3: there is no file `../out.md`
  = help: move the file into the source folder of the book
src/SUMMARY.md:11:3: the chapter `_hidden.md` is not read
  = help: names that begin with `_` or `.` are not read: rename the file
src/SUMMARY.md:12:3: `chart.svg` is no Markdown file
  = help: rename it so that it ends in `.md`
src/SUMMARY.md:14:1: this is no chapter and no part of the summary
  = help: write it as `- [Title](file.md)`, or take it out

next: waypost serve .
"
    );
    let built = site.build();
    let rules: Vec<&str> = built.diagnostics.iter().map(|finding| &*finding.rule).collect();
    assert_eq!(rules, ["redirect-conflict", "redirect-conflict"]);
    built.file("here.html");
    built.file("below.html");
}

#[test]
fn an_import_is_the_same_twice_and_writes_over_nothing_of_yours() {
    let site = harbor();
    site.run(&["import", "mdbook"]);
    let first = std::fs::read(site.path("waypost.toml")).unwrap();
    assert_eq!(site.run(&["import", "mdbook"]).code, 0, "nothing changed");
    assert_eq!(std::fs::read(site.path("waypost.toml")).unwrap(), first);

    site.write("waypost.toml", "[site]\ntitle = \"Mine\"\n");
    let run = site.run(&["import", "mdbook"]);
    assert_eq!(
        (run.code, run.stderr.as_str()),
        (
            2,
            "error: there is a `./waypost.toml` already\n  = help: `--force` writes over it; rename it first if you want to keep it\n"
        )
    );
    assert_eq!(std::fs::read(site.path("waypost.toml")).unwrap(), b"[site]\ntitle = \"Mine\"\n");
    assert_eq!(site.run(&["import", "mdbook", "--force"]).code, 0);
    assert_eq!(std::fs::read(site.path("waypost.toml")).unwrap(), first);
}

#[test]
fn the_settings_can_stand_around_the_book() {
    let inner = harbor();
    let site = Site::of(&[(
        "docs/book.toml",
        "[output.html]\nedit-url-template = \"https://git.example.org/edit/docs/{path}\"\n",
    )]);
    site.write("docs/src/SUMMARY.md", "[One](one.md)\n");
    site.write("docs/src/one.md", "# One\n");
    let run = site.run(&["import", "mdbook", "docs", "--out", "."]);
    assert_eq!(run.stdout, "wrote `./waypost.toml`: 1 page, 0 redirects\n\nnext: waypost serve .\n");
    let settings = std::fs::read_to_string(site.path("waypost.toml")).unwrap();
    assert!(settings.contains("content = \"docs/src\""), "{settings}");
    assert!(settings.contains("edit_url = \"https://git.example.org/edit/{path}\""), "{settings}");
    assert_eq!(site.build().text, "");

    let elsewhere = site.run(&["import", "mdbook", inner.folder.path().to_str().unwrap(), "--out", "."]);
    assert_eq!(elsewhere.code, 2);
    assert!(elsewhere.stderr.contains("settings name folders below their own"), "{}", elsewhere.stderr);
    let nothing = site.run(&["import", "mdbook"]);
    assert!(nothing.stderr.starts_with("error: there is no `src/SUMMARY.md` in `.`"), "{}", nothing.stderr);
}
