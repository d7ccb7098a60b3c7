//! `unknown-tag`

use super::html::{closed, opening_tags};
use super::tree::line_before;
use crate::diagnostic::{Diagnostic, Fix, Safety, Severity};
use crate::lint::{Check, Group, Origin, Page, Precision, Rule};
use crate::source::Span;

pub(in crate::lint) const RULE: Rule = Rule {
    id: "unknown-tag",
    group: Group::Structure,
    severity: Severity::Warning,
    summary: "words between `<` and `>` vanish, for they are read as a tag of HTML",
    why: "A browser shows nothing for a tag that it does not know, so a placeholder such as `<name>` is not there for the \
          reader, who then copies a command with a hole. Write such words as code, or put a backslash before the `<`. \
          Elements that are closed somewhere on the page are taken for components.",
    bad: "# Install\n\nOpen the folder <project> and look.\n",
    good: "# Install\n\nOpen the folder `<project>` and look, \\<name>. Press <kbd>Enter</kbd>. <my-chart></my-chart>\n",
    fix: Some(Safety::Unsafe),
    precision: Some(Precision {
        right: 20,
        of: 20,
        on: "the documentation of Vitess, Jenkins X, PaddlePaddle and Dapr",
    }),
    sources: &[Origin { name: "CommonMark, raw HTML", url: "https://spec.commonmark.org/0.31.2/#raw-html" }],
    check: Check::Page(check),
    ..Rule::PLAIN
};

/// The elements of HTML, those of old included, and the roots of SVG and MathML.
const ELEMENTS: &[&str] = &[
    "a",
    "abbr",
    "acronym",
    "address",
    "area",
    "article",
    "aside",
    "audio",
    "b",
    "base",
    "bdi",
    "bdo",
    "big",
    "blockquote",
    "body",
    "br",
    "button",
    "canvas",
    "caption",
    "center",
    "cite",
    "code",
    "col",
    "colgroup",
    "data",
    "datalist",
    "dd",
    "del",
    "details",
    "dfn",
    "dialog",
    "dir",
    "div",
    "dl",
    "dt",
    "em",
    "embed",
    "fieldset",
    "figcaption",
    "figure",
    "font",
    "footer",
    "form",
    "frame",
    "frameset",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "header",
    "hgroup",
    "hr",
    "html",
    "i",
    "iframe",
    "img",
    "input",
    "ins",
    "kbd",
    "label",
    "legend",
    "li",
    "link",
    "main",
    "map",
    "mark",
    "marquee",
    "math",
    "menu",
    "menuitem",
    "meta",
    "meter",
    "nav",
    "nobr",
    "noframes",
    "noscript",
    "object",
    "ol",
    "optgroup",
    "option",
    "output",
    "p",
    "param",
    "picture",
    "pre",
    "progress",
    "q",
    "rp",
    "rt",
    "ruby",
    "s",
    "samp",
    "script",
    "search",
    "section",
    "select",
    "slot",
    "small",
    "source",
    "span",
    "strike",
    "strong",
    "style",
    "sub",
    "summary",
    "sup",
    "svg",
    "table",
    "tbody",
    "td",
    "template",
    "textarea",
    "tfoot",
    "th",
    "thead",
    "time",
    "title",
    "tr",
    "track",
    "tt",
    "u",
    "ul",
    "var",
    "video",
    "wbr",
];

fn check(page: &Page, diagnostics: &mut Vec<Diagnostic>) {
    let document = page.document;
    let tags = opening_tags(document);
    let is_known = |name: &str| ELEMENTS.contains(&name.to_ascii_lowercase().as_str());
    if tags.iter().all(|tag| is_known(tag.name)) {
        return;
    }
    let closed = closed(document);
    for tag in tags {
        // A name with capitals and small letters is a component of another generator, which another rule reports.
        let is_component = tag.name.starts_with(|c: char| c.is_ascii_uppercase())
            && tag.name.contains(|c: char| c.is_ascii_lowercase());
        if is_known(tag.name) || is_component || closed.contains(&tag.name.to_ascii_lowercase()) {
            continue;
        }
        let node = document.nodes[tag.node as usize];
        // What stands inside of an element that is known, such as a path of SVG, belongs to that.
        let is_own = node.span.start == tag.span.start;
        let html = node.span.of(&document.text).trim_end();
        // `{{<ref page>}}` is a call of another generator, and reported as such.
        let is_call = line_before(&document.text, tag.span.start).ends_with("{{");
        if !is_own || is_call || html.ends_with("/>") || html.contains("://") {
            continue;
        }
        let whole = Span { end: node.span.start + html.find('>').map_or(html.len(), |at| at + 1) as u32, ..node.span };
        let message = format!("`{}` is read as a tag, so the reader does not see it", whole.of(&document.text));
        let before = Span { end: node.span.start, ..node.span };
        let fix = Fix::replace(before, "\\", Safety::Unsafe).titled("write `\\<`");
        diagnostics.push(page.at(whole, message).help("write it as code, or `\\<`").fix(fix));
    }
}
