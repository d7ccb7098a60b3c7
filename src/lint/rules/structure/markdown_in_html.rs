//! `markdown-in-html`

use super::tree::line_before;
use crate::diagnostic::{Diagnostic, Edit, Fix, Safety, Severity};
use crate::document::NodeKind;
use crate::lint::{Check, Group, Origin, Page, Precision, Rule};
use crate::source::Span;

pub(in crate::lint) const RULE: Rule = Rule {
    id: "markdown-in-html",
    group: Group::Structure,
    severity: Severity::Warning,
    summary: "Markdown right below a tag of HTML is not read as such",
    why: "A block of HTML goes on to the next blank line, and everything in it is shown as it is written: asterisks, brackets, \
          backticks. A blank line after the tag ends the block, and what follows is Markdown again.",
    bad: "# Install\n\n<details>\n<summary>On Linux</summary>\n- Take the **archive**.\n</details>\n",
    good: "# Install\n\n<details>\n<summary>On Linux</summary>\n\n- Take the **archive**.\n\n</details>\n",
    fix: Some(Safety::Unsafe),
    precision: Some(Precision {
        right: 9,
        of: 9,
        on: "the documentation of Electron, the Rust Forge, Vitess, Jenkins X and PaddlePaddle",
    }),
    sources: &[Origin { name: "CommonMark, HTML blocks", url: "https://spec.commonmark.org/0.31.2/#html-blocks" }],
    check: Check::Page(check),
    ..Rule::PLAIN
};

/// Elements whose content is not Markdown in any case.
const OPAQUE: &[&str] = &["<pre", "<script", "<style", "<textarea", "<svg", "<code"];

fn check(page: &Page, diagnostics: &mut Vec<Diagnostic>) {
    let text = &page.document.text;
    for node in page.document.nodes.iter().filter(|node| node.kind == NodeKind::HtmlBlock) {
        let html = node.span.of(text);
        let lower = html.to_ascii_lowercase();
        // A component of another generator shows nothing here in any case, and is reported.
        let is_component = html.get(1..).unwrap_or("").starts_with(|c: char| c.is_ascii_uppercase());
        if is_component
            || html.starts_with("<!")
            || html.starts_with("<?")
            || OPAQUE.iter().any(|tag| lower.contains(tag))
        {
            continue;
        }
        let mut at = node.span.start;
        let mut in_comment = false;
        for (number, line) in html.split_inclusive('\n').enumerate() {
            let start = at;
            at += line.len() as u32;
            let was_comment = in_comment || line.contains("<!--");
            in_comment = was_comment && !line.contains("-->");
            let content = line.trim_start_matches([' ', '\t', '>']);
            if was_comment || number == 0 || !is_markdown(content.trim_end()) {
                continue;
            }
            let span =
                Span { start: start + (line.len() - content.len()) as u32, end: start + line.trim_end().len() as u32 };
            let finding = page.at(span, "this line is HTML, so its Markdown is shown as it is written");
            if content.starts_with('<') {
                diagnostics.push(finding.help("write HTML inside the tag: `<code>`, `<strong>`, `<a>`"));
                break;
            }
            let finding = finding.help("put a blank line before it");
            // Behind an indentation of four the line would become code, and in a quote the blank line needs a mark.
            let is_plain = span.start - start < 4 && line_before(text, span.start).trim().is_empty();
            diagnostics.push(match is_plain {
                true => {
                    let edits = vec![Edit { span: Span { start, end: start }, text: "\n".to_owned() }];
                    finding.fix(Fix { title: "put a blank line before it".to_owned(), edits, safety: Safety::Unsafe })
                }
                false => finding,
            });
            break;
        }
    }
}

/// A line with marks that no writer of HTML would write.
fn is_markdown(line: &str) -> bool {
    let is_block =
        ["- ", "* ", "+ ", "```", "~~~", "# ", "## ", "### ", "#### "].iter().any(|mark| line.starts_with(mark));
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let is_step = digits > 0 && line[digits..].starts_with(". ");
    let is_link = line.split_once("](").is_some_and(|(text, rest)| {
        let open = text.rfind('[').filter(|open| *open + 1 < text.len());
        let is_apart = open.is_some_and(|open| !text[..open].ends_with(char::is_alphanumeric));
        is_apart && rest.split(')').next().is_some_and(|to| !to.is_empty() && to.len() < rest.len())
    });
    let is_strong = line.split("**").count() > 2;
    let is_code = line.split('`').count() > 2;
    is_block || is_step || is_link || is_strong || is_code
}
