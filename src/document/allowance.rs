//! What a writer allows: `<!-- waypost: allow RULE: reason -->`. Entry point: [`read`].

use super::{Document, Node, NodeKind};
use crate::diagnostic::{Diagnostic, Severity};
use crate::source::Span;

/// A rule that the writer sets aside somewhere, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Allowance {
    /// The rule's name.
    pub rule: Box<str>,
    /// Why; empty where the writer does not say.
    pub reason: Box<str>,
    /// Where it is said.
    pub span: Span,
    /// Where it holds.
    pub covers: Covers,
}

/// Where an allowance holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Covers {
    /// In these bytes: the next block, or a line.
    Span(Span),
    /// On the whole page.
    Page,
}

/// Reads the allowances of a page: its comments, and `lint.allow` in its front matter.
pub(super) fn read(document: &mut Document) {
    let mut found = Vec::new();
    let mut problems = Vec::new();
    for (rule, reason) in document.front.lint.iter().flat_map(|lint| &lint.allow) {
        let span = document.front_place("lint").unwrap_or_default();
        found.push(Allowance { rule: rule.as_str().into(), reason: reason.trim().into(), span, covers: Covers::Page });
    }
    for (index, node) in document.nodes.iter().enumerate() {
        if !matches!(node.kind, NodeKind::Html(_)) {
            continue;
        }
        for comment in comments(&document.text, node.span) {
            let inner = comment.of(&document.text).trim_start_matches("<!--").trim_end_matches("-->").trim();
            let Some(said) = inner.strip_prefix("waypost:") else { continue };
            match instruction(said) {
                Some((how, rule, reason)) => {
                    let covers = match how {
                        How::Block => Covers::Span(next_block(document, index, comment)),
                        How::Line => Covers::Span(line(&document.text, comment)),
                        How::Page => Covers::Page,
                    };
                    found.push(Allowance { rule: rule.into(), reason: reason.into(), span: comment, covers });
                }
                None => problems.push(comment),
            }
        }
    }
    document.allowances = found;
    let invalid = problems.into_iter().map(|span| {
        let message = "this comment is no instruction";
        Diagnostic::new("invalid-suppression", Severity::Warning, &document.path, span, message)
            .help("write `<!-- waypost: allow RULE: reason -->`, `allow-line` or `allow-page`")
    });
    let invalid: Vec<Diagnostic> = invalid.collect();
    document.diagnostics.extend(invalid);
}

enum How {
    Block,
    Line,
    Page,
}

/// `allow-line RULE: reason`
fn instruction(said: &str) -> Option<(How, &str, &str)> {
    let (word, rest) = said.trim().split_once(char::is_whitespace)?;
    let how = match word {
        "allow" => How::Block,
        "allow-line" => How::Line,
        "allow-page" => How::Page,
        _ => return None,
    };
    let (rule, reason) = rest.split_once(':').unwrap_or((rest, ""));
    let rule = rule.trim();
    (!rule.is_empty() && !rule.contains(char::is_whitespace)).then_some((how, rule, reason.trim()))
}

fn comments(text: &str, span: Span) -> Vec<Span> {
    let html = span.of(text);
    let mut comments = Vec::new();
    let mut at = 0;
    while let Some(start) = html[at..].find("<!--").map(|start| at + start) {
        let Some(end) = html[start..].find("-->").map(|end| start + end + 3) else { break };
        let from = span.start as usize;
        comments.push(Span::new(from + start, from + end));
        at = end;
    }
    comments
}

/// The block behind the comment's own; where the comment stands within a text, that text.
fn next_block(document: &Document, html: usize, comment: Span) -> Span {
    let nodes = &document.nodes;
    let holds = |node: &Node| node.span.start <= comment.start && comment.end <= node.span.end;
    let is_text = |node: &&Node| {
        matches!(node.kind, NodeKind::Paragraph | NodeKind::Heading(_) | NodeKind::TableCell | NodeKind::DefinitionTerm)
            && holds(node)
    };
    if let Some(text) = nodes[..html].iter().rev().take(1000).find(is_text).filter(|node| node.end as usize > html) {
        return text.span;
    }
    // A comment of several lines is several pieces of one block.
    let block = nodes[..html].iter().rposition(|node| node.kind == NodeKind::HtmlBlock && node.end as usize > html);
    let mut next = nodes[block.unwrap_or(html)].end as usize;
    // Comments one after the other all mean the block behind them.
    while nodes.get(next).is_some_and(|node| node.kind == NodeKind::HtmlBlock && is_comment(document, node)) {
        next = nodes[next].end as usize;
    }
    nodes.get(next).map_or(comment, |node| node.span)
}

fn is_comment(document: &Document, node: &Node) -> bool {
    let html = node.span.of(&document.text).trim();
    html.starts_with("<!--") && html.ends_with("-->")
}

/// The line that the comment stands in, or the next one where it stands alone.
fn line(text: &str, comment: Span) -> Span {
    let start = text[..comment.start as usize].rfind('\n').map_or(0, |at| at + 1);
    let end_of = |from: usize| text[from..].find('\n').map_or(text.len(), |at| from + at);
    let end = end_of(comment.end as usize);
    let alone =
        text[start..comment.start as usize].trim().is_empty() && text[comment.end as usize..end].trim().is_empty();
    if alone && end < text.len() { Span::new(end + 1, end_of(end + 1)) } else { Span::new(start, end) }
}
