//! Order, landing pages, and navigation that stays small in a large site.

use crate::support::{NAV_PAGE, Site, outline};

#[test]
fn order_is_nav_then_weight_then_names_as_people_count() {
    let site = Site::of(&[
        ("waypost.toml", "[nav]\n\"reference\" = [\"zeta\", \"folder\"]\n"),
        ("content/index.md", "# Home\n"),
        ("content/reference/step-10.md", "# Ten\n"),
        ("content/reference/step-2.md", "# Two\n"),
        ("content/reference/heavy.md", "+++\nweight = 9\n+++\n# Heavy\n"),
        ("content/reference/light.md", "+++\nweight = 1.5\n+++\n# Light\n"),
        ("content/reference/zeta.md", "+++\nnav_title = \"Z\"\n+++\n# Zeta\n"),
        ("content/reference/folder/inner.md", "# Inner\n"),
        ("content/reference/secret.md", "+++\nunlisted = true\n+++\n# Secret\n"),
        ("content/tutorials/start.md", "# Start\n"),
        ("content/about.md", "# About\n"),
        ("theme/templates/page.html", NAV_PAGE),
    ]);
    let built = site.build();
    assert_eq!(built.text, "");
    assert_eq!(
        outline(built.file("reference/step-2/index.html")),
        "\
Tutorials
  Start
Reference
  Z
  Folder
    Inner
  Light
  Heavy
  Two *
  Ten
About
prev: Heavy, next: Ten
"
    );
    // Reading order ends with the section.
    assert!(built.file("reference/step-10/index.html").contains("next: -"));
    // A page in no list is there for those who have its address.
    assert!(built.files.contains_key("reference/secret/index.html"));
    assert!(!built.file("llms.txt").contains("Secret"));
}

#[test]
fn a_folder_without_a_page_lists_its_pages() {
    let site = Site::of(&[
        ("content/index.md", "# Home\n"),
        ("content/how-tos/use-gpus.md", "+++\ntitle = \"Use GPUs\"\ndescription = \"Faster training.\"\n+++\n"),
        ("content/how-tos/admin/back-up.md", "# Back up\n"),
    ]);
    let built = site.build();
    let landing = built.file("how-tos/index.html");
    for text in ["<h1", "How-tos", "Use GPUs", "Faster training.", "href=\"use-gpus/\"", "href=\"admin/\"", "How-to"] {
        assert!(landing.contains(text), "the landing page lacks `{text}`");
    }
    assert!(!built.files.contains_key("how-tos/index.md"), "a generated page has no Markdown twin");
}

#[test]
fn long_lists_are_split_and_navigation_shows_a_window() {
    let site = Site::of(&[("content/index.md", "# Home\n"), ("theme/templates/page.html", NAV_PAGE)]);
    for number in 0..250 {
        site.write(&format!("content/reference/page-{number}.md"), format!("# Page {number}\n"));
    }
    let built = site.build();
    let shown = outline(built.file("reference/page-125/index.html"));
    assert!(shown.lines().count() < 40, "{shown}");
    assert!(
        shown.contains("  Page 113\n") && shown.contains("  Page 125 *\n") && shown.contains("  Page 136\n"),
        "{shown}"
    );
    assert!(!shown.contains("Page 112\n") && !shown.contains("Page 137\n"), "{shown}");
    assert!(shown.contains("  … 250 at ../\n"), "{shown}");
    assert!(shown.ends_with("prev: Page 124, next: Page 126\n"), "{shown}");
    // `reference/page-2/` is a page of the writer's own, so the parts of the list stand elsewhere.
    let listed = |file: &str, up: &str| {
        (0..250).filter(|number| built.file(file).contains(&format!("href=\"{up}page-{number}/\""))).count()
    };
    let first = listed("reference/index.html", "");
    assert!((100..130).contains(&first), "the first part lists {first}, navigation included");
    let last = listed("reference/page-3-list/index.html", "../");
    assert!((50..80).contains(&last), "the last part lists {last}, navigation included");
}

#[test]
fn a_long_top_level_leads_to_its_list() {
    let site = Site::of(&[("content/index.md", "# Home\n")]);
    for number in 0..30 {
        site.write(&format!("content/page-{number:02}.md"), format!("# Page {number:02}\n"));
    }
    let built = site.build();
    assert!(built.file("page-00/index.html").contains("<a class=\"more\" href=\"../all/\">All 30 pages</a>"));
    assert!(built.file("all/index.html").contains("href=\"../page-29/\""));
}

#[test]
fn what_a_page_carries_does_not_grow_with_the_site() {
    let size = |pages: usize| {
        let site = Site::of(&[("content/index.md", "# Home\n")]);
        for number in 0..pages {
            site.write(
                &format!("content/section-{:02}/page-{number:04}.md", number % 10),
                format!("# Page {number:04}\n"),
            );
        }
        site.build().file("section-01/page-0051/index.html").len()
    };
    let (small, large) = (size(200), size(1000));
    assert!(large < small + 2_000, "{small} bytes among 200 pages, {large} among 1,000");
    assert!(large < 20_000, "a page carries {large} bytes besides its own text");
}

#[test]
fn files_beside_the_pages_know_the_site_s_own_url() {
    let site = Site::of(&[
        (
            "waypost.toml",
            "[site]\ntitle = \"Harbor\"\ndescription = \"A <place>.\"\nbase_url = \"https://example.org/docs\"\n",
        ),
        ("content/index.md", "# Welcome\n"),
        ("content/how-tos/a b.md", "+++\ntitle = \"A & B\"\ndescription = \"Both.\"\nupdated = 2026-11-01\n+++\n"),
    ]);
    let built = site.build();
    assert_eq!(
        built.file("sitemap.xml"),
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n\
         <url><loc>https://example.org/docs/</loc></url>\n\
         <url><loc>https://example.org/docs/how-tos/</loc></url>\n\
         <url><loc>https://example.org/docs/how-tos/a%20b/</loc><lastmod>2026-11-01</lastmod></url>\n\
         </urlset>\n"
    );
    assert_eq!(built.file("robots.txt"), "User-agent: *\nAllow: /\n\nSitemap: https://example.org/docs/sitemap.xml\n");
    assert_eq!(
        built.file("llms.txt"),
        "# Harbor\n\n> A <place>.\n\n- [Welcome](https://example.org/docs/index.md)\n\n## How-tos\n\n\
         - [A & B](https://example.org/docs/how-tos/a%20b/index.md): Both.\n"
    );
    let not_found = built.file("404.html");
    assert!(
        not_found.contains("href=\"/docs/how-tos/\""),
        "a missing page is served at any depth: its links are absolute"
    );
    assert!(not_found.contains("href=\"/docs/waypost-assets/theme."));
    let page = built.file("how-tos/a b/index.html");
    assert!(page.contains("<link rel=\"canonical\" href=\"https://example.org/docs/how-tos/a%20b/\">"));
    assert!(page.contains("<meta property=\"og:title\" content=\"A &amp; B\">"));
}

#[test]
fn nav_hangs_pages_where_it_names_them() {
    let site = Site::of(&[
        (
            "waypost.toml",
            r#"section = []
[nav]
"" = [
  { page = "index", title = "Start" },
  "guide/second",
  { title = "More to read", items = [
    { page = "guide/first", title = "One", items = ["guide/second", "deep/only"] },
    { title = "Chat", url = "https://chat.example.org/" },
    { title = "To come" },
  ] },
]
"#,
        ),
        ("content/index.md", "# Home\n\n[one](guide/first.md) [only](deep/only.md)\n"),
        ("content/guide/first.md", "# First\n"),
        ("content/guide/second.md", "# Second\n"),
        ("content/guide/third.md", "# Third\n"),
        ("content/deep/only.md", "# Only\n"),
        ("theme/templates/page.html", NAV_PAGE),
    ]);
    let built = site.build();
    assert_eq!(built.text, "");
    // A page stands once, at its first place. A folder in which nothing is left has no page of its own.
    assert_eq!(
        outline(built.file("deep/only/index.html")),
        "Second
More to read
  One
    Only *
  Chat
  To come
Guide
  Third
prev: One, next: Guide
"
    );
    assert!(!built.files.contains_key("deep/index.html"));
    let listed = built.file("more-to-read/index.html");
    assert!(listed.contains("href=\"https://chat.example.org/\"") && listed.contains("<span class=\"to-come\">"));
}

#[test]
fn nav_tells_what_it_cannot_find_and_never_goes_round_in_a_circle() {
    let site = Site::of(&[
        (
            "waypost.toml",
            "section = []\n[nav]\n\"a\" = [{ page = \"../b\", items = [\"../a/one\"] }, { title = \"T\", url = \"/nowhere/\" }]\n\"b\" = [{ page = \"../a\" }, { page = \"tow\" }, { url = \"/\" }, { title = \"X\", pages = [] }]\n",
        ),
        ("content/index.md", "# Home\n"),
        ("content/a/one.md", "# One\n"),
        ("content/b/two.md", "# Two\n"),
    ]);
    let findings: Vec<String> =
        site.build().diagnostics.iter().map(|finding| format!("{}: {}", finding.rule, finding.message)).collect();
    assert_eq!(
        findings,
        [
            "broken-setting-link: `/nowhere/` leads to no page or file of the site",
            "unknown-nav-entry: there is no page or folder `tow` in `b`",
            "invalid-settings: an entry has a `page` or a `title`",
            "invalid-settings: unknown field `pages`, expected one of `page`, `title`, `url`, `path`, `items`",
        ]
    );
}

#[test]
fn content_comes_from_several_folders_each_at_its_place() {
    let site = Site::of(&[
        (
            "waypost.toml",
            "section = []\n[build]\nstatic = [\"files\", \"more\"]\n[build.content]\n\"\" = [\"pages\", \"extra\"]\n\"docs\" = \"manual\"\n\"docs/old\" = \"archive\"\n",
        ),
        ("pages/index.md", "# Home\n\n[docs](docs/start.md) [more](more.md)\n"),
        ("extra/more.md", "# More\n"),
        ("extra/index.md", "# Another home\n"),
        ("manual/start.md", "# Start\n\n[old](old/start.md) [file](/b.txt)\n"),
        ("manual/moved.md", "+++\nslug = \"/top\"\n+++\n# Moved\n"),
        ("archive/start.md", "# Old start\n"),
        ("files/a.txt", "a"),
        ("more/b.txt", "b"),
    ]);
    let built = site.build();
    assert_eq!(
        built.findings(),
        ["error duplicate-url extra/index.md: `pages/index.md` and `extra/index.md` both become `index.md`"]
    );
    for page in [
        "index.html",
        "more/index.html",
        "docs/start/index.html",
        "docs/old/start/index.html",
        "docs/top/index.html",
        "a.txt",
        "b.txt",
    ] {
        built.file(page);
    }
}
