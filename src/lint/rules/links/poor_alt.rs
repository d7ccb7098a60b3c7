//! `poor-alt`

use crate::diagnostic::{Diagnostic, Severity};
use crate::document::{LinkRole, NodeKind};
use crate::lint::{Check, Group, Origin, Page, Precision, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "poor-alt",
    group: Group::Links,
    severity: Severity::Suggestion,
    summary: "the text for an image is a file name, a placeholder, or says that it is an image",
    why: "Those who do not see an image get its alternative text instead. The name of the file tells them nothing, and that it \
          is an image they hear anyway. Say what the image shows. One that only decorates is marked `{decorative}`.",
    bad: "# Install\n\n![setup-window.png](https://example.org/setup-window.png)\n",
    good: "# Install\n\n![The setup window with the button **Next**](https://example.org/setup-window.png)\n",
    precision: Some(Precision { right: 25, of: 25, on: "the documentation of Vitess, Jenkins X and PaddlePaddle" }),
    sources: &[
        Origin { name: "W3C, Images tutorial", url: "https://www.w3.org/WAI/tutorials/images/tips/" },
        Origin { name: "WCAG 2.2, 1.1.1", url: "https://www.w3.org/TR/WCAG22/#non-text-content" },
    ],
    check: Check::Page(check),
    ..Rule::PLAIN
};

/// Texts that stand for the text that was never written.
const PLACEHOLDERS: &[&str] = &[
    "alt",
    "alt text",
    "alternative text",
    "banner",
    "caption",
    "diagram",
    "figure",
    "gif",
    "graphic",
    "icon",
    "image",
    "image alt text",
    "img",
    "photo",
    "pic",
    "picture",
    "placeholder",
    "screen shot",
    "screenshot",
    "text",
    "todo",
];

/// Words that say what those who listen hear anyway.
const ANNOUNCED: &[&str] =
    &["a picture of ", "an image of ", "graphic of ", "image of ", "image showing ", "picture of "];

/// What the name of an image's file ends in.
const ENDINGS: &[&str] = &[".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".avif", ".bmp"];

fn check(page: &Page, diagnostics: &mut Vec<Diagnostic>) {
    let document = page.document;
    for (node, index) in document.nodes.iter().zip(0..) {
        let NodeKind::Image(number) = node.kind else { continue };
        let link = &document.links[number as usize];
        if !matches!(link.role, LinkRole::Image { decorative: false, has_alt: true }) {
            continue;
        }
        let text = document.plain_text(index);
        let alt = text.trim().to_lowercase();
        let destination = document.destinations[link.destination as usize].to_lowercase();
        let message = match &*alt {
            "" => continue,
            alt if is_file_name(alt, &destination) => {
                format!("`{}` is the name of a file, and says nothing", text.trim())
            }
            alt if PLACEHOLDERS.contains(&alt) => format!("`{}` does not say what the image shows", text.trim()),
            alt => match ANNOUNCED.iter().find(|start| alt.starts_with(**start)) {
                Some(start) => format!("`{}` goes without saying", start.trim()),
                None => continue,
            },
        };
        diagnostics.push(page.at(node.span, message).help("say what the image shows"));
    }
}

/// The name of the file, with or without its ending. A name of plain words may well be the right text.
fn is_file_name(alt: &str, destination: &str) -> bool {
    let is_one_word = !alt.contains(char::is_whitespace);
    if is_one_word && ENDINGS.iter().any(|end| alt.len() > end.len() && alt.ends_with(end)) {
        return true;
    }
    let file = destination.split(['?', '#']).next().and_then(|path| path.rsplit('/').next()).unwrap_or("");
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    is_one_word && alt == stem && alt.contains(['-', '_', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9'])
}
