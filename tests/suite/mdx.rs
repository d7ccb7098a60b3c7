//! Pages with JSX: read as data, with nothing run.

use crate::support::{BARE_PAGE, Site};

fn site(mdx: &str, files: &[(&str, &str)]) -> Site {
    let site = Site::of(&[
        ("content/index.mdx", mdx),
        ("theme/templates/page.html", BARE_PAGE),
        (
            "components/badge.html",
            "{% component badge(level: integer = 0) %}<b>{{ level }} {{ body | safe }}</b>{% endcomponent badge %}",
        ),
        (
            "components/list.html",
            "{% component list(items: array, options: map = {}) %}<p>{{ items | join(sep=\" + \") }} {{ options.a }}</p>{% endcomponent list %}",
        ),
    ]);
    for (path, text) in files {
        site.write(path, text);
    }
    site
}

/// Without the lines that hold nothing.
fn shown(mdx: &str) -> String {
    let built = site(mdx, &[]).build();
    assert_eq!(built.text, "", "{mdx}");
    built.file("index.html").lines().filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

#[test]
fn imports_comments_and_literals_leave_nothing_but_text() {
    assert_eq!(
        shown(
            "import A from 'a';\nimport B from 'b';\n\n{/* nobody\nsees this */}\n\n# Kelp {/* #top */}\n\nIt is {\"2 * 1\"} times {42} {true}{null}as good.{' '}\n\n[Up](#top)\n"
        ),
        "<h1 id=\"top\">Kelp</h1>\n<p>It is 2 * 1 times 42 as good.</p>\n<p><a href=\"#top\">Up</a></p>"
    );
    // In code, everything is code.
    assert_eq!(shown("`{x}` and `<A>`\n"), "<p><code>{x}</code> and <code>&lt;A&gt;</code></p>");
    assert!(shown("```js\nimport a from 'a';\n{x} <A>\n```\n").contains("{x} <span"));
}

#[test]
fn tags_are_directives_on_lines_of_their_own_and_within_a_line() {
    assert_eq!(
        shown("<Badge level={3}>\n\n**Kelp**\n\n</Badge>\n\nA <Badge>new *one*</Badge> here.\n\n<Badge />\n"),
        "<b>3 <p><strong>Kelp</strong></p>\n</b>\n<p>A <b>0 new <em>one</em></b> here.</p>\n<b>0 </b>"
    );
    assert_eq!(shown("<List items={['a', `b`, 3]} options={{a: \"x\", 'b': [1]}} />\n"), "<p>a + b + 3 x</p>");
}

#[test]
fn tabs_of_docusaurus_are_tabs_whatever_their_indentation() {
    let tabs = shown(
        "<Tabs groupId=\"os\" values={[{label: 'macOS', value: 'mac'}]}>\n    <TabItem value=\"mac\" default>\n\n    Use brew:\n\n    ```text\n    brew\n      kelp\n    ```\n\n    </TabItem>\n    <TabItem value=\"apt\">Use apt.</TabItem>\n</Tabs>\n",
    );
    for part in [
        "<div class=\"tabs\" data-sync=\"os\">",
        "<p class=\"tab-title\">macOS</p>\n<div class=\"tab-panel\" id=\"tab-macos\">\n<p>Use brew:</p>",
        "<code class=\"language-text\">brew\n  kelp\n</code>",
        "<p class=\"tab-title\">apt</p>\n<div class=\"tab-panel\" id=\"tab-apt\">\n<p>Use apt.</p>",
    ] {
        assert!(tabs.contains(part), "{part} is not in {tabs}");
    }
}

#[test]
fn admonitions_details_and_code_of_docusaurus_are_what_they_are_elsewhere() {
    assert!(
        shown("1. One\n\n   <Admonition type=\"tip\" title=\"Kelp\">\n\n   Text.\n\n   </Admonition>\n")
            .starts_with("<ol>\n<li><p>One</p>\n<div class=\"admonition\" data-look=\"tip\"")
    );
    assert_eq!(
        shown(
            "<details className=\"wide\" style={{marginTop: 4, color: 'red'}}>\n<summary>More</summary>\n\nText.\n\n</details>\n"
        ),
        "<details class=\"wide\" style=\"margin-top: 4px; color: red\">\n<summary>More</summary>\n<p>Text.</p>\n</details>"
    );
    let code = shown("<CodeBlock language=\"text\" title=\"kelp.txt\">{`one\n  two`}</CodeBlock>\n");
    assert!(code.contains("<figcaption>kelp.txt</figcaption>") && code.contains(">one\n  two\n</code>"), "{code}");
}

#[test]
fn what_is_imported_from_beside_the_page_is_included() {
    let text = "import Part from './_part.mdx';\nimport code from '!!raw-loader!@site/src/a.txt';\n\n<Part />\n\n<CodeBlock language=\"text\">{code}</CodeBlock>\n";
    let built = site(text, &[("content/_part.mdx", "The <Badge>part</Badge>.\n"), ("src/a.txt", "a\n")]).build();
    assert_eq!(built.text, "");
    let html = built.file("index.html");
    assert!(html.starts_with("<p>The <b>0 part</b>.</p>\n"), "{html}");
    assert!(html.contains("<code class=\"language-text\">a\n</code>"), "{html}");
}

#[test]
fn what_only_a_program_could_tell_is_an_error_with_its_place_and_the_page_is_shown() {
    let built =
        site("# Kelp\n\nVersion {props.version}.\n\n<Badge level={two()}>\n\nText.\n\n</Chart>\n\nSet {a\n", &[])
            .build();
    assert_eq!(
        built.file("index.html"),
        "<h1 id=\"kelp\">Kelp</h1>\n<p>Version {props.version}.</p>\n<b>0 <p>Text.</p>\n<p>Set {a</p>\n</b>\n"
    );
    assert_eq!(
        built.text,
        "\
error[mdx-syntax]: the value of `{props.version}` is not known: nothing is run
 --> content/index.mdx:3:9
  |
3 | Version {props.version}.
  |         ^^^^^^^^^^^^^^^
  |
  = help: write what it stands for

error[mdx-syntax]: `<Badge>` is not closed
 --> content/index.mdx:5:1
  |
5 | <Badge level={two()}>
  | ^^^^^^^^^^^^^^^^^^^^^
  |
  = help: add its closing tag, or write `<Name />`

error[mdx-syntax]: `two()` is no literal
 --> content/index.mdx:5:15
  |
5 | <Badge level={two()}>
  |               ^^^^^
  |
  = help: write a text, a number, a list, or a table: nothing is run

error[mdx-syntax]: `</Chart>` closes nothing
 --> content/index.mdx:9:1
  |
9 | </Chart>
  | ^^^^^^^^
  |
  = help: remove it, or open the tag before it

error[mdx-syntax]: this brace is not closed
  --> content/index.mdx:11:5
   |
11 | Set {a
   |     ^
   |
   = help: close it, or write `\\{` for a brace

"
    );
}

#[test]
fn files_in_markdown_hold_jsx_when_the_settings_say_so() {
    let site = Site::of(&[
        ("content/index.md", "import A from 'a';\n\n{/* hidden */}\n\nText {\"here\"}.\n"),
        ("theme/templates/page.html", BARE_PAGE),
    ]);
    assert!(site.build().file("index.html").contains("import A from"));
    site.write("waypost.toml", "[markdown]\nmdx = true\n");
    assert_eq!(site.build().file("index.html"), "<p>Text here.</p>\n");
}

#[test]
fn places_of_findings_are_those_in_the_file() {
    let built = site("import A from 'a';\n\n<Badge>\n\n    See [it](gone.md).\n\n</Badge>\n\n:::note{colour=red}\n[b](lost.md)\n:::\n", &[]).build();
    assert!(
        built.text.contains(" --> content/index.mdx:5:14\n  |\n5 |     See [it](gone.md).\n  |              ^^^^^^^\n"),
        "{}",
        built.text
    );
    assert!(built.text.contains(" --> content/index.mdx:10:5\n"), "{}", built.text);
}

/// Whatever stands in a page, it is read to its end.
#[test]
fn no_text_stops_the_reader() {
    let pieces = [
        "<", "</", "<A", "<A b={", "{", "}", "`", "```", "\n", "\n\n", "{/*", "*/}", "'", "\"", "<A>", "</A>",
        ":::note", ":::", "import x", "é", "\\", "<!--", "$", "<a b=", "/>", "  - ",
    ];
    let mut seed = 7_u32;
    for _ in 0..400 {
        let mut text = String::new();
        for _ in 0..24 {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            text.push_str(pieces[(seed >> 16) as usize % pieces.len()]);
        }
        let source = waypost::source::Source::from_text("a.mdx", "a.mdx", &text);
        waypost::document::parse(&source, &waypost::document::Dialect::default(), &waypost::document::include::NoFiles);
    }
}
