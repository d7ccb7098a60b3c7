//! Components: what the theme and the site draw for directives, and what is said of properties.

use crate::support::{BARE_PAGE, Site, page};

/// A site with one page and some more files, shown as the text alone.
fn site(markdown: &str, files: &[(&str, &str)]) -> Site {
    let site = Site::of(&[("content/index.md", markdown), ("theme/templates/page.html", BARE_PAGE)]);
    for (path, text) in files {
        site.write(path, text);
    }
    site
}

const BADGE: (&str, &str) = (
    "components/badge.html",
    "{% component badge(level: integer, title: string = \"\", names: array = [], footer: string = \"\") %}\
     <b>{{ level + 1 }} {{ title }} {{ names | join(sep=\"+\") }}</b>{{ body | safe }}<i>{{ footer }}</i>{% endcomponent badge %}",
);

#[test]
fn a_component_of_the_site_gets_typed_properties_a_title_and_slots() {
    let text = "::::badge[A *title*]{level=2 names=\"ada, grace\"}\nThe text.\n:::slot{name=footer}\nThe **foot**.\n:::\n::::\n";
    assert_eq!(
        site(text, &[BADGE]).build().file("index.html"),
        "<b>3 A <em>title</em> ada+grace</b><p>The text.</p>\n<i><p>The <strong>foot</strong>.</p>\n</i>\n"
    );
    // A title that is a property is text, and so is every other property.
    let text = ":::badge{level=2 title=\"A *<b>*\" names=[\"<x>\"]}\n:::\n";
    assert_eq!(site(text, &[BADGE]).build().file("index.html"), "<b>3 A *&lt;b&gt;* &lt;x&gt;</b><i></i>\n");
}

#[test]
fn what_a_property_cannot_be_is_said_with_its_place_and_the_content_is_shown() {
    let text = ":::badge{level=high}\nOne.\n:::\n\n:::badge\nTwo.\n:::\n\n:::badge{level=1 nmes=x}\nThree.\n:::\n";
    let built = site(text, &[BADGE]).build();
    assert_eq!(built.file("index.html"), "<p>One.</p>\n<p>Two.</p>\n<b>2  </b><p>Three.</p>\n<i></i>\n");
    assert_eq!(
        built.text,
        "\
warning[component-property]: `high` is not what `level` of `badge` can be
 --> content/index.md:1:16
  |
1 | :::badge{level=high}
  |                ^^^^
  |
  = help: write a number without a fraction

warning[component-property]: `badge` has no `level`
 --> content/index.md:5:1
  |
5 | :::badge
  | ^^^^^^^^
  |
  = help: add it in braces: `:::badge{level=…}`

warning[component-property]: `nmes` is no property of `badge`
 --> content/index.md:9:18
  |
9 | :::badge{level=1 nmes=x}
  |                  ^^^^
  |
  = help: did you mean `names`?

"
    );
}

#[test]
fn a_component_that_cannot_be_drawn_is_reported_and_the_content_is_shown() {
    let broken = ("components/broken.html", "{% component broken() %}{{ nothing.at.all }}{% endcomponent broken %}");
    let built = site(":::broken\nStill *here*.\n:::\n", &[broken]).build();
    assert_eq!(built.file("index.html"), "<p>Still <em>here</em>.</p>\n");
    assert!(built.text.starts_with("error[template-error]: a component of the theme cannot be rendered on this page"));
}

#[test]
fn cards_lead_where_links_lead_and_are_checked_as_links_are() {
    let text =
        "::::cards\n:::card[To *other*]{href=other.md}\nText.\n:::\n:::LinkCard{title=Gone href=gone.md}\n:::\n::::\n";
    let built = site(text, &[("content/other.md", "# Other\n")]).build();
    assert_eq!(
        built.file("index.html").lines().filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n"),
        "<div class=\"card-grid\">\n<div class=\"link-card\">\n\
         <p class=\"link-card-title\"><a href=\"other/\">To <em>other</em></a></p>\n<p>Text.</p>\n</div>\n\
         <div class=\"link-card\">\n<p class=\"link-card-title\"><a href=\"gone.md\">Gone</a></p>\n</div>\n</div>"
    );
    assert_eq!(built.findings(), ["error broken-link content/index.md: there is no page or file `gone.md`"]);
}

#[test]
fn a_figure_in_every_spelling_has_its_size_and_a_caption() {
    let picture = ("content/boat.gif", crate::support::PICTURE);
    let expected = "<figure class=\"image\">\n\
                    <img src=\"boat.gif\" alt=\"A boat\" width=\"20\" height=\"20\" loading=\"lazy\" decoding=\"async\">\n\
                    <figcaption><p>At sea.</p>\n</figcaption>\n</figure>\n";
    for text in [
        ":::figure{src=boat.gif alt=\"A boat\" width=20}\nAt sea.\n:::\n",
        "```{figure} boat.gif\n:alt: A boat\n:width: 20\n\nAt sea.\n```\n",
        ":::{image} boat.gif\n:alt: A boat\n:width: 20\n\nAt sea.\n:::\n",
    ] {
        let built = site(text, &[picture]).build();
        assert_eq!((built.file("index.html"), &*built.text), (expected, ""), "{text}");
    }
}

#[test]
fn steps_are_the_list_inside_and_any_directive_takes_an_anchor_and_classes() {
    assert_eq!(
        page(":::steps{#setup .wide}\n1. One\n2. Two\n:::\n\n[Set up](#setup)\n"),
        "<div id=\"setup\" class=\"wide\">\n<div class=\"steps\">\n<ol>\n<li>One</li>\n<li>Two</li>\n</ol>\n\n</div>\n</div>\n\
         <p><a href=\"#setup\">Set up</a></p>\n"
    );
}

#[test]
fn text_for_some_personas_names_them_and_an_unknown_persona_is_an_error() {
    let personas = "[enzo]\nname = \"Enzo\"\noccupation = \"Operator\"\nsummary = \"Runs Kelp.\"\n";
    let built = site(
        ":::for enzo\nYour part.\n:::\n\n:::for{personas=enso}\nOther.\n:::\n",
        &[("data/personas.toml", personas)],
    )
    .build();
    let html = built.file("index.html");
    assert!(html.starts_with("<section class=\"audience\" data-personas=\"enzo\" aria-label=\"For\">\n<p class=\"audience-word\">For <a href=\"personas/enzo/\">Enzo</a></p>\n<p>Your part.</p>"), "{html}");
    let findings: Vec<String> =
        built.findings().into_iter().filter(|found| found.contains("unknown-persona")).collect();
    assert_eq!(findings, ["error unknown-persona content/index.md: there is no persona `enso`"]);
}

#[test]
fn a_quote_that_nothing_closes_is_read_to_the_end() {
    let built = site(
        ":::card[A]{href=\"\u{e9}}\nText.\n:::\n\n:::card[B]{href=\"}\nText.\n:::\n\n:::card[C]{href='}\n:::\n",
        &[],
    )
    .build();
    assert_eq!(built.file("index.html").matches("Text.").count(), 2);
    assert!(built.text.contains("there is no page or file `\u{e9}`"), "{}", built.text);
}
