//! Blocks of code: what of them is shown, marked, explained and copied. Copying takes the text of `code` without `samp`,
//! `del`, `.prompt` and `.callout`; the tests in a browser press the button.

use crate::support::{BARE_PAGE, Site, page};

/// What stands between the tags of the first block of code.
fn code(markdown: &str) -> String {
    let html = page(markdown);
    html.split("<pre tabindex=\"0\">").nth(1).unwrap().split("</pre>").next().unwrap().to_owned()
}

#[test]
fn lines_are_put_in_and_taken_out_with_an_element_that_says_so() {
    assert_eq!(
        code("```text ins={2} del={1}\nold\nnew\n```\n"),
        "<code class=\"language-text\"><del class=\"line taken-out\">old\n</del><ins class=\"line put-in\">new\n</ins></code>"
    );
}

#[test]
fn comments_that_speak_to_other_tools_mark_lines_and_are_gone() {
    let html = code(
        "```text\na\n// highlight-next-line\nb\n<!-- highlight-start -->\nc\nd\n<!-- highlight-end -->\ne // [!code ++]\nf # [!code --]\n# [!code focus:2]\ng\nh\n```\n",
    );
    assert_eq!(
        html,
        "<code class=\"language-text focused\"><span class=\"line\">a\n</span><span class=\"line mark\">b\n</span>\
         <span class=\"line mark\">c\n</span><span class=\"line mark\">d\n</span><ins class=\"line put-in\">e\n</ins>\
         <del class=\"line taken-out\">f\n</del><span class=\"line focus\">g\n</span><span class=\"line focus\">h\n</span></code>"
    );
    assert!(code("```text\n[!code ++] // and more\n```\n").contains("[!code ++] // and more"));
}

#[test]
fn hidden_lines_are_there_for_whoever_copies() {
    let site = Site::of(&[
        ("waypost.toml", "[markdown]\nhidden_lines = { rust = \"#\", python = \"~\" }\n"),
        (
            "content/index.md",
            "```rust {1}\n# fn main() {\n#[test]\n## not hidden\n# }\n```\n\n```python,hidelines=!!!\n!!!import sea\nsea.tide()\n~x\n```\n\n```c\n# define A\n```\n",
        ),
        ("theme/templates/page.html", BARE_PAGE),
    ]);
    let built = site.build();
    let plain = without_colours(built.file("index.html"));
    for part in [
        "<span class=\"line\" hidden>fn main() {\n</span><span class=\"line mark\">#[test]\n</span><span class=\"line\"># not hidden\n</span><span class=\"line\" hidden>}\n</span>",
        "<span class=\"line\" hidden>import sea\n</span><span class=\"line\">sea.tide()\n</span><span class=\"line\">~x\n</span>",
        "# define A\n</code>",
    ] {
        assert!(plain.contains(part), "{part}\nis not in\n{plain}");
    }
}

#[test]
fn prompts_and_answers_are_not_code() {
    assert_eq!(
        without_colours(&code(
            "```console {2}\n$ harbor tide \\\n  --place Ostend\nhigh water <b> 14:20\n$ cat <<END\n> a\nEND\n```\n"
        )),
        "<code class=\"language-console\"><span class=\"line\"><span class=\"prompt\">$ </span>harbor tide \\\n</span>\
         <span class=\"line mark\">  --place Ostend\n</span><samp class=\"line\">high water &lt;b&gt; 14:20\n</samp>\
         <span class=\"line\"><span class=\"prompt\">$ </span>cat &lt;&lt;END\n</span>\
         <span class=\"line\"><span class=\"prompt\">&gt; </span>a\n</span><span class=\"line\">END\n</span></code>"
    );
    assert!(!code("```sh\n$ make\n```\n").contains("prompt"), "a script has no prompts");
}

#[test]
fn numbers_in_comments_are_explained_by_the_list_right_below() {
    let markdown = "```yaml\nport: 8080 # (1)!\nhost: a # (2)\n```\n\n1. The *port*.\n2. The host.\n\nText.\n";
    let html = without_colours(&page(markdown));
    let number = |number| {
        format!(
            "<a class=\"callout\" href=\"#wp-callout-0-{number}\" aria-label=\"Note {number}\" data-number=\"{number}\"></a>"
        )
    };
    let (one, two) = (number(1), number(2));
    for part in [
        &*format!("<span class=\"line\">port: 8080{one}\n</span><span class=\"line\">host: a{two}\n</span></code>"),
        "<ol class=\"callouts\">\n<li id=\"wp-callout-0-1\">The <em>port</em>.</li>\n<li id=\"wp-callout-0-2\">The host.</li>\n</ol>",
    ] {
        assert!(html.contains(part), "{part}\nis not in\n{html}");
    }
    // A list that is too short, somewhere else, or not numbered explains nothing, and the comment is a comment.
    for below in ["1. The port.\n", "Text.\n\n1. The port.\n2. The host.\n", "- The port.\n- The host.\n"] {
        let html = without_colours(&page(&format!("```yaml\nport: 8080 # (1)\nhost: a # (2)\n```\n\n{below}")));
        assert!(html.contains("port: 8080 # (1)\nhost: a # (2)\n</code>"), "{below}: {html}");
        assert!(!html.contains("callout"), "{below}: {html}");
    }
    let in_quote = page("> ```yaml\n> port: 8080 # (1)\n> ```\n\n1. Not about it.\n");
    assert!(!in_quote.contains("callout"), "{in_quote}");
}

fn without_colours(html: &str) -> String {
    let mut plain = html.to_owned();
    let is_colour = |tag: &str| tag.len() == "<span class=\"k\">".len() && tag.starts_with("<span class=\"");
    while let Some((at, _)) = plain
        .match_indices("<span class=\"")
        .find(|(at, _)| plain.get(*at..at + 16).is_some_and(is_colour) && plain.as_bytes()[at + 14] == b'"')
    {
        let end = at + plain[at..].find("</span>").unwrap();
        plain.replace_range(end..end + "</span>".len(), "");
        plain.replace_range(at..at + 16, "");
    }
    plain
}

#[test]
fn a_diagram_is_drawn_with_a_name_and_its_source() {
    let html = page(
        "```mermaid title=\"Ways\"\nflowchart LR\n  A[Ebb] --> B[Flood <x>]\n```\n\n```mermaid\npie\n  accTitle: Where\n  \"Here\" : 2\n  \"There\" : 1\n```\n",
    );
    for part in [
        "<figure class=\"diagram\">\n<figcaption>Ways</figcaption>\n<div class=\"picture\" role=\"group\" tabindex=\"0\" aria-label=\"Ways\"><svg id=\"wp-diagram-0\"",
        " role=\"img\" aria-label=\"Ways\" style=\"--width: ",
        "<summary>The diagram as text</summary>\n<pre tabindex=\"0\"><code class=\"language-mermaid\">flowchart LR\n  A[Ebb] --&gt; B[Flood &lt;x&gt;]\n</code></pre>",
        "<svg id=\"wp-diagram-1\"",
        "aria-labelledby=\"chart-title-wp-diagram-1\"",
        "<title id=\"chart-title-wp-diagram-1\">Where</title>",
        "var(--text)",
    ] {
        assert!(html.contains(part), "{part}\nis not in\n{html}");
    }
    for part in ["<script", "wp-diagram_", "#18211f", "roledescription", "<p>"] {
        assert!(!html.contains(part), "{part} is in\n{html}");
    }
}

#[test]
fn a_diagram_that_cannot_be_drawn_is_shown_as_it_is_written() {
    let text = "# A\n\n```mermaid\nflowchart LR\n  A[Ebb --> B\n```\n\n```mermaid\nsankey-beta\na,b,1\n```\n\n```mermaid\nno diagram\n```\n";
    let site = Site::of(&[("content/index.md", text), ("theme/templates/page.html", BARE_PAGE)]);
    let built = site.build();
    let findings = built.findings();
    assert_eq!(findings.len(), 3, "{findings:?}");
    for finding in &findings {
        assert!(
            finding.starts_with("warning broken-diagram content/index.md: this diagram cannot be drawn: "),
            "{finding}"
        );
    }
    assert!(built.text.contains("--> content/index.md:3:4\n"), "{}", built.text);
    assert!(
        findings.iter().any(|finding| finding.contains("diagrams of the kind `sankey` are not drawn yet")),
        "{findings:?}"
    );
    assert_eq!(built.file("index.html").matches("<code class=\"language-mermaid\">").count(), 3);
    assert!(!built.file("index.html").contains("<svg"));
    // Whether or not the page is rendered.
    let bare = Site::of(&[("content/index.md", text)]);
    let run = bare.run(&["lint"]);
    assert_eq!(
        run.stdout.matches("warning[broken-diagram]").count() + run.stderr.matches("warning[broken-diagram]").count(),
        3
    );
}
