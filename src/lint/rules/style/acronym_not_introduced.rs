//! `acronym-not-introduced`

use std::collections::BTreeSet;

use crate::diagnostic::{Diagnostic, Severity};
use crate::document::NodeKind;
use crate::document::prose::BlockKind;
use crate::lint::text::{Around, words};
use crate::lint::{Check, Group, Origin, Page, Precision, Rule};
use crate::source::Span;

pub(in crate::lint) const RULE: Rule = Rule {
    id: "acronym-not-introduced",
    group: Group::Style,
    severity: Severity::Suggestion,
    on: false,
    summary: "an acronym is used that nothing explains",
    why: "Newcomers do not know the letters that everybody else uses, and searching for three letters finds everything but their \
          meaning. Write the words at the first use, with the letters in brackets, or put the acronym with its `expansion` into \
          `data/terms.toml`.\n\n\
          Acronyms that most readers of software documentation know, such as HTML and API, need no words.",
    bad: "# Decisions\n\nLarge changes begin with an RFD.\n",
    good: "# Decisions\n\nLarge changes begin with a request for discussion (RFD). An RFD is a page of HTML.\n",
    precision: Some(Precision {
        right: 14,
        of: 40,
        on: "280 pages of Electron's documentation and 145 of the Rust Forge",
    }),
    sources: &[
        Origin {
            name: "Google developer documentation style guide: Abbreviations",
            url: "https://developers.google.com/style/abbreviations",
        },
        Origin {
            name: "Microsoft Writing Style Guide: Acronyms",
            url: "https://learn.microsoft.com/en-us/style-guide/acronyms",
        },
    ],
    check: Check::Page(check),
    ..Rule::PLAIN
};

fn check(page: &Page, diagnostics: &mut Vec<Diagnostic>) {
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    for block in page.prose.iter().filter(|block| block.kind == BlockKind::Paragraph) {
        let text = &block.prose.text;
        for word in words(text) {
            let acronym = &text[word.clone()];
            let is_acronym = (2..=6).contains(&acronym.len()) && acronym.bytes().all(|byte| byte.is_ascii_uppercase());
            if !is_acronym || is_known(page, acronym) || !seen.insert(acronym) {
                continue;
            }
            let around = Around { text, range: word.clone() };
            let span = block.prose.span(word);
            if !is_shouted(&around) && !is_introduced(page, acronym) && !is_linked(page, span) {
                let message = format!("`{acronym}` is not explained on this page");
                let help = format!("write the words, then `({acronym})`, at its first use");
                diagnostics.push(page.at(span, message).help(help));
            }
        }
    }
}

fn is_known(page: &Page, acronym: &str) -> bool {
    let linter = page.linter;
    let is_term = linter.facts.terms.iter().any(|term| term.right == acronym && term.expansion.is_some());
    KNOWN.binary_search(&acronym).is_ok() || is_term || linter.config.lint.words.iter().any(|word| word == acronym)
}

/// "DO NOT", "MUST": words that are written large.
fn is_shouted(around: &Around) -> bool {
    let is_large = |word: &str| word.len() > 1 && word.chars().all(char::is_uppercase);
    is_large(around.previous()) || is_large(around.next()) || SHOUTED.contains(&around.itself())
}

/// "request for discussion (RFD)" or "RFD (request for discussion)", anywhere on the page.
fn is_introduced(page: &Page, acronym: &str) -> bool {
    page.prose.iter().any(|block| {
        let text = &block.prose.text;
        text.contains(&format!("({acronym})"))
            || text.contains(&format!("({acronym}s)"))
            || text.contains(&format!("{acronym} ("))
            || text.contains(&format!("{acronym}: "))
            || text.contains(&format!("{acronym} stands for "))
    })
}

/// Its text is a link to where it is explained, or so we hope.
fn is_linked(page: &Page, span: Span) -> bool {
    let nodes = &page.document.nodes;
    let behind = nodes.partition_point(|node| node.span.start <= span.start);
    nodes[..behind].iter().rev().take(4).any(|node| matches!(node.kind, NodeKind::Link(_)) && node.span.end >= span.end)
}

/// Words of requirements, and what else is written large to be loud.
const SHOUTED: &[&str] = &[
    "ALL", "ALWAYS", "AND", "ANY", "BEFORE", "MAY", "MUST", "NEVER", "NO", "NOT", "NOTE", "ONLY", "OR", "SHALL",
    "SHOULD", "TIP", "TODO", "VERY", "WIP", "YES",
];

/// Acronyms that most readers know, in order.
const KNOWN: &[&str] = &[
    "AI", "AM", "AMD", "API", "ARGB", "ARM", "ASCII", "AST", "AWS", "BIOS", "BSD", "CD", "CDN", "CI", "CLI", "COM",
    "CPU", "CSS", "CSV", "CVE", "DLL", "DNS", "DOM", "DOS", "DPI", "DVD", "EOF", "EU", "EULA", "EXE", "FAQ", "FTP",
    "GB", "GCC", "GDB", "GIF", "GIT", "GMT", "GNOME", "GNU", "GPL", "GPU", "GTK", "GUI", "GUID", "HD", "HDR", "HSL",
    "HTML", "HTTP", "HTTPS", "ICO", "ID", "IDE", "IE", "IEEE", "IO", "IP", "IPC", "IRC", "ISO", "IT", "JPEG", "JPG",
    "JS", "JSON", "JSX", "JVM", "KB", "KDE", "LAN", "LLVM", "LTS", "MB", "MDN", "MIDI", "MIME", "MIT", "NASA", "NPM",
    "OK", "OS", "OSS", "PC", "PDF", "PGP", "PHP", "PID", "PIN", "PM", "PNG", "PR", "QA", "RAM", "README", "REST",
    "RFC", "RGB", "RGBA", "RSS", "SDK", "SHA", "SMS", "SQL", "SSD", "SSH", "SSL", "SSR", "STD", "SVG", "TB", "TCP",
    "TLS", "TOML", "TTY", "TV", "TXT", "UDP", "UI", "UK", "UNIX", "URI", "URL", "US", "USA", "USB", "UTC", "UTF",
    "UUID", "UX", "VM", "VNC", "VPN", "VS", "WWW", "XHTML", "XML", "YAML", "ZIP",
];

#[cfg(test)]
mod tests {
    #[test]
    fn known_acronyms_are_in_order() {
        assert!(super::KNOWN.is_sorted());
    }
}
