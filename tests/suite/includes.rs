//! Parts of other files in a page.

use waypost::render::Body;
use waypost::workspace::{Again, Inputs, Options, Workspace};

use crate::support::{BARE_PAGE, Site};

fn site(markdown: &str, files: &[(&str, &str)]) -> Site {
    let site = Site::of(&[("content/guide/index.md", markdown), ("theme/templates/page.html", BARE_PAGE)]);
    for (path, text) in files {
        site.write(path, text);
    }
    site
}

/// Without the frame around it.
fn code(html: &str) -> &str {
    let start = html.find("<code").unwrap();
    &html[start..html.find("</code>").unwrap()]
}

const MAIN: (&str, &str) =
    ("src/main.kelp", "start\n// ANCHOR: body\n    one\n      two\n// ANCHOR_END: body\nthree\n");

#[test]
fn a_file_is_included_as_code_whole_or_in_part() {
    let html = |text: &str| {
        let built = site(text, &[MAIN]).build();
        assert!(built.findings().iter().all(|found| found.contains("unknown-language")), "{}", built.text);
        code(built.file("guide/index.html")).to_owned()
    };
    let whole =
        "<code class=\"language-kelp\">start\n// ANCHOR: body\n    one\n      two\n// ANCHOR_END: body\nthree\n";
    assert_eq!(html(":::include ../../src/main.kelp\n"), whole);
    assert_eq!(html(":::include{file=/src/main.kelp}\n:::\n"), whole);
    assert_eq!(html("```{literalinclude} /src/main.kelp\n```\n"), whole);
    let body = "<code class=\"language-kelp\">one\n  two\n";
    assert_eq!(html(":::include /src/main.kelp:body\n"), body);
    assert_eq!(html(":::include{file=/src/main.kelp marker=body}\n"), body);
    assert_eq!(html(":::include{file=/src/main.kelp lines=3-4}\n"), body);
    assert_eq!(html(":::{include} /src/main.kelp\n:start-after: \"ANCHOR: body\"\n:end-before: END\n"), body);
    assert_eq!(
        html(":::include{file=/src/main.kelp:body language=text mark=2}\n"),
        "<code class=\"language-text\"><span class=\"line\">one\n</span><span class=\"line mark\">  two\n</span>"
    );
}

#[test]
fn markdown_that_is_included_becomes_a_part_of_the_page_with_its_links_where_they_lead() {
    let parts = [
        (
            "content/parts/_intro.md",
            "---\ntitle: Not shown\n---\n## Install\n\nRead [more](../more.md) and *note* this[^1].\n\n:::include deep/_leaf.md\n\n[^1]: A note.\n",
        ),
        ("content/parts/deep/_leaf.md", "![Boat](boat.gif)\n"),
        ("content/parts/deep/boat.gif", crate::support::PICTURE),
        ("content/more.md", "# More\n"),
    ];
    let built = site("# Guide\n\n## Install\n\n:::include ../parts/_intro.md\n\n[Back](#install-1)\n", &parts).build();
    assert_eq!(built.text, "");
    let html = built.file("guide/index.html");
    for part in [
        "<h2 id=\"install-1\">Install",
        "<a href=\"../more/\">more</a> and <em>note</em> this<sup",
        "<img src=\"../parts/deep/boat.gif\" alt=\"Boat\"",
        "A note.",
    ] {
        assert!(html.contains(part), "{part} is not in {html}");
    }
}

#[test]
fn what_cannot_be_included_is_said_with_its_place_and_the_rest_of_the_page_stands() {
    let site = site(
        ":::include gone.md\n\n:::include ../../../secret\n\n:::include _loop.md\n\n:::include{file=/src/main.kelp lines=9}\n\n:::include{file=/src/main.kelp lines=x}\n\nStill here.\n",
        &[MAIN, ("content/guide/_loop.md", "Round.\n\n:::include _loop.md\n")],
    );
    let built = site.build();
    assert_eq!(built.file("guide/index.html"), "<p>Round.</p>\n<p>Still here.</p>\n");
    assert_eq!(
        built.findings(),
        [
            "error broken-include content/guide/_loop.md: `content/guide/_loop.md` includes itself",
            "error broken-include content/guide/index.md: `content/guide/gone.md` cannot be included: there is no such file",
            "error broken-include content/guide/index.md: `../../../secret` lies outside of the site's folder",
            "error broken-include content/guide/index.md: `src/main.kelp` has no such part: there is no line 9: the file has 6",
            "error broken-include content/guide/index.md: `x` is no list of lines",
        ]
    );
    assert!(built.text.contains(" --> content/guide/_loop.md:3:1\n  |\n3 | :::include _loop.md\n"), "{}", built.text);
}

/// Three files in three files in three files, and so on, are more than anybody waits for.
#[test]
fn includes_that_multiply_come_to_an_end() {
    let site = Site::of(&[("content/index.md", ":::include _0.md\n\nStill here.\n"), ("content/_14.md", "Leaf.\n")]);
    for depth in 0..14 {
        let next = format!(":::include _{}.md\n\n", depth + 1);
        site.write(&format!("content/_{depth}.md"), next.repeat(3));
    }
    let built = site.build();
    assert!(built.file("index.html").contains("<p>Still here.</p>"));
    assert!(built.text.contains("is one part too many: a page takes 1000 at most"), "{}", &built.text[..400]);
}

/// A watcher is told of a file: a page that takes a part of it is understood anew, and what the file is to the site besides
/// still counts.
#[test]
fn a_file_that_is_included_stays_what_it_is_to_the_site() {
    let text = "# A\n\n:::include /notes.txt\n\n:::include /waypost.toml\n\n:::include part.md\n";
    let site = Site::of(&[("content/index.md", text), ("waypost.toml", ""), ("notes.txt", "One.\n")]);
    let workspace = Workspace::open(site.folder.path(), Options::default(), true).unwrap();
    let mut inputs = workspace.load().unwrap();
    let shown = |inputs: &Inputs| match workspace.assemble(inputs).output("index.html").unwrap().body {
        Body::Bytes(bytes) => String::from_utf8(bytes).unwrap(),
        Body::Copy(_) => unreachable!("a page is made"),
    };
    assert!(shown(&inputs).contains("One."));
    site.write("notes.txt", "Two.\n");
    assert_eq!(workspace.read_again(&mut inputs, &site.path("notes.txt")), Again::Read);
    assert!(shown(&inputs).contains("Two."));
    std::fs::remove_file(site.path("notes.txt")).unwrap();
    assert_eq!(workspace.read_again(&mut inputs, &site.path("notes.txt")), Again::Read);
    assert!(!shown(&inputs).contains("Two."));
    site.write("waypost.toml", "[site]\ntitle = \"New\"\n");
    assert_eq!(workspace.read_again(&mut inputs, &site.path("waypost.toml")), Again::Everything);
    site.write("content/part.md", "# Now a page\n");
    assert_eq!(workspace.read_again(&mut inputs, &site.path("content/part.md")), Again::Everything);
}

#[cfg(unix)]
#[test]
fn a_link_that_leads_out_of_the_site_is_not_followed() {
    let elsewhere = Site::of(&[("secret.txt", "secret")]);
    let site = site(":::include secret.txt\n", &[]);
    std::os::unix::fs::symlink(elsewhere.path("secret.txt"), site.path("content/guide/secret.txt")).unwrap();
    let built = site.build();
    assert!(!built.file("guide/index.html").contains("secret"));
    assert!(built.text.contains("it lies outside of the site's folder"), "{}", built.text);
}

#[test]
fn the_calls_of_mdbook_work_in_text_and_code_when_the_settings_say_so() {
    let text =
        "Before.\n{{#include _part.md}}\n\n```kelp\n{{#include ../../src/main.kelp:body}}\n\\{{#include as is}}\n```\n";
    let site = site(text, &[MAIN, ("content/guide/_part.md", "The *part*.\n")]);
    let before = site.build();
    assert!(before.file("guide/index.html").contains("{{#include _part.md}}"));
    site.write("waypost.toml", "[markdown]\nincludes = true\n");
    let built = site.build();
    let html = built.file("guide/index.html");
    assert!(html.starts_with("<p>Before.</p>\n<p>The <em>part</em>.</p>\n"), "{html}");
    assert_eq!(code(html), "<code class=\"language-kelp\">    one\n      two\n{{#include as is}}\n");
}

/// A page is built again when a file that it takes a part from is another.
#[test]
fn a_change_of_an_included_file_reaches_the_page_in_every_later_build() {
    let site = site("# A\n\n:::include /notes.txt\n", &[("notes.txt", "First.\n"), ("waypost.toml", "")]);
    for (text, pages) in [("First.", 1), ("Second.", 1), ("First.", 1), ("First.", 1)] {
        site.write("notes.txt", format!("{text}\n"));
        let run = site.run(&["build", "--out", "out"]);
        assert_eq!(run.code, 0, "{}", run.stderr);
        let html = std::fs::read_to_string(site.path("out/guide/index.html")).unwrap();
        assert_eq!(code(&html), format!("<code class=\"language-txt\">{text}\n"), "{pages}");
    }
}
