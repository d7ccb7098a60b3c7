//! What a writer writes, and what a reader gets. Each page is shown as its template gets it.

use crate::support::{BARE_PAGE, Site, page};

#[test]
fn prose_has_typographic_punctuation_and_working_links() {
    assert_eq!(
        page(
            "# Hello\n\nIt's \"easy\" -- or *so* `they say`... See <https://a.example/?q=\"x\"> & www.b.example, or mail to me@c.example.\n"
        ),
        "<h1 id=\"hello\">Hello</h1>\n\
         <p>It’s “easy” – or <em>so</em> <code>they say</code>… See <a href=\"https://a.example/?q=%22x%22\">https://a.example/?q=&quot;x&quot;</a> &amp; \
         <a href=\"http://www.b.example\">www.b.example</a>, or mail to <a href=\"mailto:me@c.example\">me@c.example</a>.</p>\n"
    );
}

#[test]
fn punctuation_stays_as_typed_when_the_settings_say_so() {
    let site = Site::of(&[
        ("waypost.toml", "[markdown]\nsmart_punctuation = false\nsuperscript = true\nsubscript = true\n"),
        ("content/index.md", "\"a\" -- b... x ^2^ ~2~ ~~gone~~\n"),
        ("theme/templates/page.html", BARE_PAGE),
    ]);
    assert_eq!(
        site.build().file("index.html"),
        "<p>&quot;a&quot; -- b... x <sup>2</sup> <sub>2</sub> <del>gone</del></p>\n"
    );
}

#[test]
fn headings_have_anchors_as_on_github_and_may_set_their_own() {
    assert_eq!(
        page("## Use GPUs & more\n\n## Use GPUs & more\n\n### Ours {#own}\n"),
        "<h2 id=\"use-gpus--more\">Use GPUs &amp; more <a class=\"anchor\" href=\"#use-gpus--more\" aria-label=\"Link to “Use GPUs &amp; more”\"></a></h2>\n\
         <h2 id=\"use-gpus--more-1\">Use GPUs &amp; more <a class=\"anchor\" href=\"#use-gpus--more-1\" aria-label=\"Link to “Use GPUs &amp; more”\"></a></h2>\n\
         <h3 id=\"own\">Ours <a class=\"anchor\" href=\"#own\" aria-label=\"Link to “Ours”\"></a></h3>\n"
    );
}

#[test]
fn lists_tasks_and_definitions() {
    assert_eq!(
        page("3. three\n4. four\n\n- [x] done\n- [ ] open\n\nTerm\n: What it means.\n"),
        "<ol start=\"3\">\n<li>three</li>\n<li>four</li>\n</ol>\n\
         <ul>\n<li class=\"task\"><span class=\"box\" role=\"img\" aria-label=\"Done\" data-done></span> done</li>\n\
         <li class=\"task\"><span class=\"box\" role=\"img\" aria-label=\"Not done\"></span> open</li>\n</ul>\n\
         <dl>\n<dt>Term</dt>\n<dd>What it means.</dd>\n</dl>\n"
    );
}

#[test]
fn tables_scroll_by_themselves_and_align_their_cells() {
    assert_eq!(
        page("| a | b |   |\n|---|--:|:-:|\n| 1 | 2 | 3 |\n"),
        "<div class=\"table\" role=\"group\" tabindex=\"0\" aria-label=\"Table\"><table>\n\
         <thead><tr><th scope=\"col\">a</th><th scope=\"col\" class=\"right\">b</th><td class=\"center\"></td></tr></thead>\n\
         <tbody>\n<tr><td>1</td><td class=\"right\">2</td><td class=\"center\">3</td></tr>\n</tbody>\n</table></div>\n"
    );
}

#[test]
fn footnotes_are_numbered_by_mention_and_lead_back() {
    assert_eq!(
        page("One[^b], two[^a], again[^b].\n\n[^a]: Second.\n[^b]: First[^a].\n"),
        "<p>One<sup class=\"footnote\"><a id=\"wp-fnref-1\" href=\"#wp-fn-1\" aria-label=\"Footnote 1\">1</a></sup>, \
         two<sup class=\"footnote\"><a id=\"wp-fnref-2\" href=\"#wp-fn-2\" aria-label=\"Footnote 2\">2</a></sup>, \
         again<sup class=\"footnote\"><a id=\"wp-fnref-1-2\" href=\"#wp-fn-1\" aria-label=\"Footnote 1\">1</a></sup>.</p>\n\
         <section class=\"footnotes\" aria-label=\"Footnotes\">\n<ol>\n\
         <li id=\"wp-fn-1\"><p>First<sup class=\"footnote\"><a id=\"wp-fnref-2-2\" href=\"#wp-fn-2\" aria-label=\"Footnote 2\">2</a></sup>. \
         <a class=\"back\" href=\"#wp-fnref-1\" aria-label=\"Back to the text\">↩</a></p>\n</li>\n\
         <li id=\"wp-fn-2\"><p>Second. <a class=\"back\" href=\"#wp-fnref-2\" aria-label=\"Back to the text\">↩</a></p>\n</li>\n\
         </ol>\n</section>\n"
    );
}

#[test]
fn code_has_a_frame_a_title_marked_lines_and_numbers() {
    assert_eq!(
        page("```python title=\"train.py\" {2} linenos=9\nx = 1\nprint(x)\n```\n"),
        "<figure class=\"code\" data-language=\"python\">\n\
         <figcaption>train.py</figcaption>\n\
         <button class=\"copy\" type=\"button\" aria-label=\"Copy\" data-copied=\"Copied\" hidden></button>\n\
         <pre tabindex=\"0\"><code class=\"language-python numbered\" style=\"--start: 8\">\
         <span class=\"line\">x <span class=\"o\">= </span><span class=\"n\">1</span>\n</span>\
         <span class=\"line mark\"><span class=\"f\">print</span>(x)\n</span></code></pre>\n</figure>\n"
    );
}

/// The spellings of one admonition that writers bring from other tools.
#[test]
fn every_spelling_of_an_admonition_gives_the_same_box() {
    let spellings = [
        "> [!TIP]\n> Save *often*.\n",
        ":::tip\nSave *often*.\n:::\n",
        "::: tip\nSave *often*.\n:::\n",
        ":::{tip}\nSave *often*.\n:::\n",
        "::::TIP\nSave *often*.\n::::\n",
        "```{tip}\nSave *often*.\n```\n",
        ":::{tip}\n:icon: star\n\nSave *often*.\n:::\n",
    ];
    for spelling in spellings {
        let html = page(spelling);
        assert!(
            html.starts_with("<div class=\"admonition\" data-look=\"tip\" data-kind=\"tip\" role=\"note\">"),
            "{spelling}: {html}"
        );
        assert!(html.contains("<span>Tip</span>"), "{spelling}: {html}");
        assert!(html.contains("\n<p>Save <em>often</em>.</p>\n"), "{spelling}: {html}");
    }
}

#[test]
fn titles_of_admonitions_are_inline_markdown_in_every_spelling() {
    for opening in [
        ":::warning[Mind *the* gap]",
        ":::warning Mind *the* gap",
        ":::{warning} Mind *the* gap",
        "::: warning Mind *the* gap",
    ] {
        let html = page(&format!("{opening}\nText.\n:::\n"));
        let expected = "<span><span class=\"word\">Warning</span> Mind <em>the</em> gap</span>";
        assert!(html.contains(expected), "{opening}: {html}");
    }
}

#[test]
fn directives_nest_and_live_in_lists_and_quotes() {
    let html = page(
        "- item\n\n  ::::note\n  Outer.\n\n  :::tip\n  Inner.\n  :::\n\n  Outer again.\n  ::::\n\n> :::danger\n> Quoted.\n> :::\n\nText right above\n:::info\nText.\n:::\nand right below.\n",
    );
    let looks: Vec<&str> = html
        .match_indices("data-kind=\"")
        .map(|(at, found)| html[at + found.len()..].split('"').next().unwrap())
        .collect();
    assert_eq!(looks, ["note", "tip", "danger", "info"]);
    let outer = html.find("Outer again.").unwrap();
    assert!(html.find("Inner.").unwrap() < outer && outer < html.find("</li>").unwrap(), "{html}");
    assert!(html.contains("<blockquote>\n<div class=\"admonition\" data-look=\"danger\""), "{html}");
    assert!(html.contains("<p>Text right above</p>\n<div"), "{html}");
    assert!(html.ends_with("<p>and right below.</p>\n"), "{html}");
}

#[test]
fn what_looks_like_a_directive_in_code_is_code() {
    let html = page("```text\n:::note\nno\n:::\n```\n\n    :::tip\n\n`:::` stays, and std::io too.\n");
    assert!(!html.contains("admonition"), "{html}");
    assert!(html.contains(":::note\nno\n:::\n"), "{html}");
}

#[test]
fn details_fold_and_can_stand_open() {
    let html = page(":::details[More *here*]{open}\nText.\n:::\n\n:::details\nText.\n:::\n");
    assert!(html.contains("<details class=\"details\" open>\n<summary>More <em>here</em></summary>"), "{html}");
    assert!(html.contains("<details class=\"details\">\n<summary>Details</summary>"), "{html}");
}

#[test]
fn tabs_stand_below_each_other_until_a_script_makes_tabs_of_them_and_can_be_linked_to() {
    let text = "[](#tab-linux) [m](#mac)\n\n::::tabs{sync=os}\n:::tab[Linux *here*]\nA\n:::\n:::tab{label=\"M & m\" #mac}\nB\n:::\n:::tab[Linux here]\nC\n:::\n::::\n";
    let site = Site::of(&[("content/index.md", text), ("theme/templates/page.html", BARE_PAGE)]);
    let built = site.build();
    assert_eq!(
        built.findings(),
        ["error broken-anchor content/index.md: this page has no anchor `#tab-linux`"],
        "the anchor is made of all words: `tab-linux-here`"
    );
    let html = built.file("index.html");
    for part in [
        "<div class=\"tabs\" data-sync=\"os\">",
        "<p class=\"tab-title\">Linux <em>here</em></p>\n<div class=\"tab-panel\" id=\"tab-linux-here\">\n<p>A</p>",
        "<p class=\"tab-title\">M &amp; m</p>\n<div class=\"tab-panel\" id=\"mac\">\n<p>B</p>",
        "id=\"tab-linux-here-1\"",
    ] {
        assert!(html.contains(part), "lacks {part} in {html}");
    }
}

#[test]
fn images_have_their_size_and_the_later_ones_load_late() {
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40\" height=\"20\"/>";
    let site = Site::of(&[
        (
            "content/guide/index.md",
            "![One](a.svg)\n\n![Two](/b.svg \"A caption\")\n\n![](a.svg){decorative}\n\n<img src=\"a.svg\" alt=\"\">\n",
        ),
        ("content/guide/a.svg", svg),
        ("static/b.svg", svg),
        ("theme/templates/page.html", BARE_PAGE),
    ]);
    let built = site.build();
    assert_eq!(built.text, "");
    assert_eq!(
        built.file("guide/index.html"),
        "<p><img src=\"a.svg\" alt=\"One\" width=\"40\" height=\"20\" decoding=\"async\"></p>\n\
         <figure class=\"image\"><img src=\"../b.svg\" alt=\"Two\" width=\"40\" height=\"20\" loading=\"lazy\" decoding=\"async\"><figcaption>A caption</figcaption></figure>\n\
         <p><img src=\"a.svg\" alt=\"\" width=\"40\" height=\"20\" loading=\"lazy\" decoding=\"async\"></p>\n\
         <img src=\"a.svg\" alt=\"\">\n"
    );
    assert_eq!(built.file("guide/a.svg"), "(copied)");
    assert_eq!(built.file("b.svg"), "(copied)");
}

#[test]
fn braces_and_angle_brackets_in_text_are_text() {
    assert_eq!(
        page("Use {x} and a < b, {{ site.title }} and {% if %}.\n"),
        "<p>Use {x} and a &lt; b, {{ site.title }} and {% if %}.</p>\n"
    );
}

#[test]
fn front_matter_may_be_toml_or_yaml_and_says_the_same() {
    let toml = "+++\ntitle = \"Use GPUs\"\nkind = \"how-to\"\ntags = [\"gpu\"]\nupdated = 2026-11-01\ntoc = false\n+++\nText.\n";
    let yaml = "---\ntitle: Use GPUs\nkind: how-to\ntags: [gpu]\nupdated: 2026-11-01\ntoc: false\n---\nText.\n";
    let build = |text: &str| Site::of(&[("content/index.md", text)]).build().files;
    let page = build(toml);
    assert!(page["index.html"].contains("Use GPUs"));
    assert_eq!(page["index.html"], build(yaml)["index.html"]);
    assert_eq!(
        page["index.html"],
        build(&format!("\u{feff}{}", toml.replace('\n', "\r\n")))["index.html"].replace("\r\n", "\n")
    );
}

#[test]
fn a_page_shows_one_heading_of_level_one() {
    let site = Site::of(&[
        ("content/index.md", "# Home\n"),
        ("content/own.md", "+++\ntitle = \"In lists\"\n+++\n# On the page\n"),
        ("content/from-front.md", "+++\ntitle = \"From front matter\"\n+++\nText.\n"),
        ("content/from-the-file-name.md", "Text.\n"),
    ]);
    let built = site.build();
    for (file, heading) in
        [("own", "On the page"), ("from-front", "From front matter"), ("from-the-file-name", "From the file name")]
    {
        let html = built.file(&format!("{file}/index.html"));
        assert_eq!(html.matches("<h1").count(), 1, "{file}");
        let shown = html.split("<h1").nth(1).unwrap().split("</h1>").next().unwrap();
        assert!(shown.contains(heading), "{file}: {shown}");
    }
    assert!(built.file("index.html").contains("In lists"));
}

#[test]
fn every_page_has_a_markdown_twin_with_working_links() {
    let site = Site::of(&[
        ("content/index.md", "# Home\n"),
        (
            "content/how-tos/use-gpus.md",
            "+++\ntitle = \"Use GPUs\"\ndescription = \"Faster.\"\n+++\nSee [the CLI](../reference/cli.md#run), [home][h] and `code`.\n\n:::note\nKept.\n:::\n\n[h]: ../index.md\n",
        ),
        ("content/reference/cli.md", "# CLI\n\n## Run\n"),
    ]);
    let built = site.build();
    assert_eq!(built.text, "");
    assert_eq!(
        built.file("how-tos/use-gpus/index.md"),
        "# Use GPUs\n\n> Faster.\n\nSee [the CLI](../../reference/cli/#run), [home][h] and `code`.\n\n:::note\nKept.\n:::\n\n[h]: ../../\n"
    );
    assert_eq!(built.file("index.md"), "# Home\n");
}

#[test]
fn braces_at_the_end_of_a_heading_are_text_unless_they_set_an_id() {
    let html = page(
        "# A\n\n## GET /users/{id}\n\n## fn foo() {}\n\n## Own {#own .wide}\n\n## {#alone}\n\n## **Bold {#c}**\n\n## Kept \\{#k}\n\nText.\n",
    );
    for part in [
        "<strong>Bold {#c}</strong> <a",
        ">Kept {#k} <a",
        "<p>Text.</p>",
        ">GET /users/{id} <a",
        ">fn foo() {} <a",
        "<h2 id=\"own\">Own <a",
        "<h2 id=\"alone\"> <a",
    ] {
        assert!(html.contains(part), "{part}: {html}");
    }
}

#[test]
fn text_that_looks_like_an_option_of_a_directive_is_text() {
    let html = page(":::note\n:rocket: We ship today\nsecond line\n:::\n\n```{details} More\n:open:\n\nText.\n```\n");
    assert!(html.contains("🚀 We ship today"), "{html}");
    assert!(html.contains("<details class=\"details\" open>"), "{html}");
}

#[test]
fn directives_may_begin_an_item_a_definition_or_a_note() {
    let html = page(
        "* :::note\n  In an item.\n  :::\n\nTerm\n: :::tip\n  In a definition.\n  :::\n\nText[^1].\n\n[^1]: :::info\n    In a note.\n    :::\n",
    );
    assert_eq!(html.matches("class=\"admonition\"").count(), 3, "{html}");
    assert!(html.contains("<li><div class=\"admonition\""), "{html}");
}

#[test]
fn a_title_that_looks_like_a_block_is_a_title() {
    let html = page(
        ":::note[1. First step]\nx\n:::\n\n:::tip[# 42 things]\nx\n:::\n\n:::info[See [it][home]]\nx\n:::\n\n:::danger[T] and more\nx\n:::\n\n[home]: index.md\n",
    );
    for part in ["1. First step", "# 42 things", "See <a href=\"./\">it</a>", "[T] and more"] {
        assert!(html.contains(part), "{part}: {html}");
    }
}

#[test]
fn raw_html_in_lists_and_quotes_is_put_together_again() {
    let site = Site::of(&[
        (
            "content/index.md",
            "> <a\n> href=\"page.md\">x</a>\n\n- <picture>\n  <source\n    srcset=\"page.md 2x, gone.png\">\n  <img\n    src=\"gone.png\" alt=\"\">\n  </picture>\n\n- <!--\n  <a href=\"no.md\">\n  -->\n\n<a href=\"https://x.example\">https://x.example</a> <span>\"hi\"</span>\n",
        ),
        ("content/page.md", "# Page\n"),
        ("theme/templates/page.html", BARE_PAGE),
    ]);
    let built = site.build();
    assert_eq!(
        built.findings(),
        [
            "error broken-image content/index.md: `page.md` is a page, not an image",
            "error broken-image content/index.md: there is no image `gone.png`",
            "error broken-image content/index.md: there is no image `gone.png`",
        ]
    );
    assert!(built.text.contains("--> content/index.md:8:10\n"), "{}", built.text);
    let html = built.file("index.html");
    assert!(html.contains("<a\nhref=\"page/\">x</a>"), "{html}");
    assert!(html.contains("<a href=\"https://x.example\">https://x.example</a> <span>“hi”</span>"), "{html}");
}

#[test]
fn a_heading_is_the_title_only_at_the_top_level() {
    let site = Site::of(&[
        ("content/index.md", "+++\ntitle = \"Title\"\noutcome = \"BOX\"\n+++\n> # Quoted\n\nText.\n"),
        ("content/own.md", "+++\noutcome = \"BOX\"\n+++\nBefore.\n\n# Own\n\n# Second\n\n## Main\n"),
    ]);
    let built = site.build();
    assert_eq!(built.findings(), ["suggestion second-title content/own.md: this page has a title already"]);
    let order = |file: &str, parts: &[&str]| {
        let html = built.file(file);
        let places: Vec<usize> =
            parts.iter().map(|part| html.find(part).unwrap_or_else(|| panic!("no {part}"))).collect();
        assert!(places.is_sorted(), "{parts:?} stand at {places:?}");
    };
    order("index.html", &["<h1>Title</h1>", "BOX", "<blockquote>"]);
    order("own/index.html", &["Before.", "<h1 id=\"own\">", "BOX", "<h1 id=\"second\">"]);
    assert_eq!(
        built.file("own/index.html").matches("id=\"main\"").count(),
        1,
        "the theme's own ids are out of the way"
    );
}

#[test]
fn footnote_labels_are_the_same_in_any_case_and_must_be_defined() {
    let site = Site::of(&[("content/index.md", "# A\n\nOne[^A], two[^nope].\n\n[^a]: First.\n[^a]: Second.\n")]);
    let built = site.build();
    assert_eq!(built.findings(), ["warning broken-footnote content/index.md: no footnote is defined for `[^nope]`"]);
    assert!(built.file("index.html").contains("First."));
}

#[test]
fn lines_below_a_marker_that_is_text_are_text() {
    let html = page("para\n    :::{note}\n    :class: lost words here\n    more\n\n:::tip\nok\n:::\n");
    assert!(html.contains(":class: lost words here\nmore"), "{html}");
}

#[test]
fn a_title_in_raw_html_is_a_title() {
    let site = Site::of(&[(
        "content/index.md",
        "+++\noutcome = \"BOX\"\n+++\n<h1 align=\"center\">Raw</h1>\n\nfoo<br>\"bar\"\n",
    )]);
    let built = site.build();
    let html = built.file("index.html");
    assert_eq!(html.matches("<h1").count(), 1);
    assert!(html.find("Raw</h1>").unwrap() < html.find("BOX").unwrap(), "{html}");
    assert!(html.contains("foo<br>“bar”"));
}

const WITH_MATH: &str = "[markdown]\nmath = true\n";

#[test]
fn formulas_become_mathml_and_keep_their_source() {
    let site = Site::of(&[
        ("waypost.toml", WITH_MATH),
        ("content/index.md", "# It is $x^2$\n\nSo $`a`$:\n\n$$\\frac{1}{2}$$\n\n```math\ny\n```\n"),
        ("theme/templates/page.html", BARE_PAGE),
    ]);
    let built = site.build();
    assert_eq!(built.text, "");
    let html = built.file("index.html");
    let formula = |display: &str, mathml: &str, source: &str| {
        format!(
            "<math display=\"{display}\"><semantics><mrow>{mathml}</mrow>\
             <annotation encoding=\"application/x-tex\">{source}</annotation></semantics></math>"
        )
    };
    let frame = |element: &str, formula: &str| {
        format!(
            "<{element} class=\"formula\" role=\"group\" tabindex=\"0\" aria-label=\"Formula\">{formula}</{element}>"
        )
    };
    let half = formula("block", "<mfrac><mrow><mn>1</mn></mrow><mrow><mn>2</mn></mrow></mfrac>", "\\frac{1}{2}");
    assert_eq!(
        html,
        format!(
            "<h1 id=\"it-is-x2\">It is {}</h1>\n<p>So {}:</p>\n<p>{}</p>\n{}\n",
            formula("inline", "<msup><mi>x</mi><mn>2</mn></msup>", "x^2"),
            formula("inline", "<mi>a</mi>", "a"),
            frame("span", &half),
            frame("div", &formula("block", "<mi>y</mi>", "y")),
        )
    );
    assert!(
        built.file("index.md").contains("$$\\frac{1}{2}$$\n\n```math\ny\n```\n"),
        "the twin keeps what was written"
    );
}

#[test]
fn money_and_variables_are_no_formulas() {
    let text = "It costs $5 and $10, $5-$10, US$3/US$4, $HOME/$USER, `$x$`, \\$x$, and 5$ or 6$.";
    let site =
        Site::of(&[("waypost.toml", WITH_MATH), ("content/index.md", text), ("theme/templates/page.html", BARE_PAGE)]);
    let without = page(text);
    assert_eq!(site.build().file("index.html"), without);
    assert!(!without.contains("<math"), "{without}");
    assert!(page("Dollars stay dollars: $x$.\n").contains("stay dollars: $x$."), "unless the settings say so");
}

#[test]
fn a_formula_that_cannot_be_read_is_shown_as_it_is_written() {
    let site = Site::of(&[
        ("waypost.toml", WITH_MATH),
        ("content/index.md", "# A\n\nIt is $a + \\nope{b}$.\n\n> ```math\n> \\frac{1}{2\n> ```\n"),
        ("theme/templates/page.html", BARE_PAGE),
    ]);
    let built = site.build();
    assert_eq!(
        built.findings(),
        [
            "warning broken-formula content/index.md: this formula cannot be read: there is no command `\\nope`",
            "warning broken-formula content/index.md: this formula cannot be read: unbalanced group found, expected it to be closed with `}`",
        ]
    );
    assert!(built.text.contains("--> content/index.md:3:12\n"), "{}", built.text);
    assert!(built.text.contains("--> content/index.md:5:3\n"), "{}", built.text);
    let html = built.file("index.html");
    assert!(html.contains("<p>It is <code>a + \\nope{b}</code>.</p>"), "{html}");
    assert!(html.contains("<code class=\"language-math\">"), "{html}");
}

#[test]
fn names_between_colons_are_emoji_but_not_in_code_or_addresses() {
    assert_eq!(
        page("## :rocket: Start\n\n[](#rocket-start) `:rocket:` https://a.example/:rocket:/x 10:30:45 :nothing:\n"),
        "<h2 id=\"rocket-start\">🚀 Start <a class=\"anchor\" href=\"#rocket-start\" aria-label=\"Link to “🚀 Start”\"></a></h2>\n\
         <p><a href=\"#rocket-start\">🚀 Start</a> <code>:rocket:</code> \
         <a href=\"https://a.example/:rocket:/x\">https://a.example/:rocket:/x</a> 10:30:45 :nothing:</p>\n"
    );
    let site = Site::of(&[
        ("waypost.toml", "[markdown]\nemoji = false\n"),
        ("content/index.md", "Stay :rocket:\n"),
        ("theme/templates/page.html", BARE_PAGE),
    ]);
    assert_eq!(site.build().file("index.html"), "<p>Stay :rocket:</p>\n");
}

#[test]
fn a_term_is_told_where_a_page_uses_it_first_and_nowhere_else() {
    let site = Site::of(&[
        (
            "content/guide/index.md",
            "# The cluster\n\nA [cluster](../index.md), `cluster`, and *Cluster* now; the cluster again.\n\nAn API is no api.\n",
        ),
        ("content/index.md", "# Home\n"),
        (
            "data/terms.toml",
            "[cluster]\nterm = \"cluster\"\ndefinition = \"Several *machines* that work as one.\"\n\
             [api]\nterm = \"API\"\nexpansion = \"application programming interface\"\n[bare]\nterm = \"now\"\n",
        ),
        ("theme/templates/page.html", BARE_PAGE),
    ]);
    let built = site.build();
    assert_eq!(built.text, "");
    assert_eq!(
        built.file("guide/index.html"),
        "<h1 id=\"the-cluster\">The cluster</h1>\n\
         <p>A <a href=\"../\">cluster</a>, <code>cluster</code>, and <em><a class=\"term\" href=\"../reference/glossary/#term-cluster\" \
         title=\"Several machines that work as one.\">Cluster</a></em> now; the cluster again.</p>\n\
         <p>An <a class=\"term\" href=\"../reference/glossary/#term-api\" title=\"application programming interface\">API</a> is no api.</p>\n"
    );
    assert!(built.file("reference/glossary/index.html").contains("id=\"term-cluster\""));
    site.write("waypost.toml", "[markdown]\nterms = false\n");
    assert!(!site.build().file("guide/index.html").contains("class=\"term\""));
}

#[test]
fn variables_of_the_settings_are_text_wherever_text_is_and_code_stays() {
    let text = "# Kelp {{ vars.release }}\n\nGet *{{vars.release}}* of {{ site.title }} [here](https://kelp.example/{{vars.release}}/a), `{{ vars.release }}`, {{ other }}, {{ vars.relase }}.\n";
    let site = Site::of(&[("content/index.md", text), ("theme/templates/page.html", BARE_PAGE)]);
    assert!(site.build().file("index.html").contains("Kelp {{ vars.release }}"));
    site.write("waypost.toml", "[site]\ntitle = \"Kelp\"\n[vars]\nrelease = \"2 < 3\"\n");
    let built = site.build();
    assert_eq!(
        built.file("index.html"),
        "<h1 id=\"kelp-2--3\">Kelp 2 &lt; 3</h1>\n<p>Get <em>2 &lt; 3</em> of Kelp \
         <a href=\"https://kelp.example/2%20%3C%203/a\">here</a>, <code>{{ vars.release }}</code>, {{ other }}, {{ vars.relase }}.</p>\n"
    );
    assert_eq!(
        built.text,
        "warning[unknown-variable]: there is no `vars.relase`\n --> content/index.md:3:128\n  |\n\
         3 | ...{{vars.release}}/a), `{{ vars.release }}`, {{ other }}, {{ vars.relase }}.\n  \
         |                                                            ^^^^^^^^^^^^^^^^^\n  |\n  = help: did you mean `vars.release`?\n\n"
    );
}

/// A line that a program wrote may hold thousands of them.
#[test]
fn thousands_of_variables_in_a_line_are_a_line() {
    let text = format!("{}\n", "{{ vars.a }}, :tada: ".repeat(20_000));
    let site = Site::of(&[
        ("content/index.md", &*text),
        ("theme/templates/page.html", BARE_PAGE),
        ("waypost.toml", "[vars]\na = \"x\"\n"),
    ]);
    assert_eq!(site.build().file("index.html").matches("x, 🎉").count(), 20_000);
}
