//! The form of a page's title: a command, a name, a question.

use super::verbs;
use super::{imperative, phrases};
use crate::document::prose::BlockKind;
use crate::lint::Page;
use crate::source::Span;

/// A page's title and where it is written.
pub(super) struct Title {
    /// Code is masked with `*`.
    pub(super) text: String,
    pub(super) span: Span,
    pub(super) form: Form,
}

impl Title {
    /// As the writer has it, for messages: without the quotation marks and backticks around and in it.
    pub(super) fn shown(&self, page: &Page) -> String {
        self.span.of(&page.document.text).trim_matches(['"', '\'', ' ']).replace('`', "")
    }
}

/// What a title looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// `How to install it`
    HowTo,
    /// `Install it`
    Command,
    /// `Installing it`
    Gerund,
    /// `What is it?`, `How it works`
    Question,
    /// `Installation`
    Name,
    /// `Access control`: it begins with a word that may be a verb.
    Unclear,
}

/// The page's title, that of the front matter before that of the text. Nothing where the file's name gives it.
pub(super) fn title(page: &Page) -> Option<Title> {
    let document = page.document;
    let (text, span) = match (&document.front.title, document.front_place("title")) {
        (Some(title), Some(span)) => (title.replace('`', "*"), span),
        _ => {
            let heading = document.title_heading()?;
            let is_it = |kind: BlockKind| matches!(kind, BlockKind::Heading(index) if std::ptr::eq(&document.headings[index as usize], heading));
            let block = page.prose.iter().find(|block| is_it(block.kind))?;
            (block.prose.text.clone(), block.prose.span(0..block.prose.text.len()))
        }
    };
    let form = form(&text);
    Some(Title { text, span, form })
}

/// The form of a title's text.
pub(super) fn form(title: &str) -> Form {
    let text = title.trim();
    let text = ["how-to:", "tutorial:", "guide:"]
        .iter()
        .find_map(|label| phrases::length(text, label))
        .map_or(text, |taken| text[taken..].trim_start());
    let begins = |words: &[&str]| words.iter().any(|word| phrases::length(text, word).is_some());
    if begins(&["how to"]) {
        return Form::HowTo;
    }
    if begins(&["how-to", "how-tos"]) {
        return Form::Name;
    }
    if text.ends_with('?') || begins(&["what", "why", "when", "where", "which", "who", "how"]) {
        return Form::Question;
    }
    let (word, rest) = imperative::first_word(text);
    if verbs::base(word).is_some() {
        // `Logging` alone is the name of a thing.
        return if rest.trim().is_empty() { Form::Name } else { Form::Gerund };
    }
    // `Accounts: switch providers`
    let after_colon = text.split_once(": ").map_or("", |(_, rest)| rest);
    if after_colon.starts_with(char::is_lowercase) && imperative::may_be_command(after_colon) {
        return Form::Command;
    }
    match (imperative::is_surely_command(text), imperative::may_be_command(text)) {
        (true, _) => Form::Command,
        (false, true) => Form::Unclear,
        (false, false) => Form::Name,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_is_known() {
        for (title, expected) in [
            ("How to install Harbor", Form::HowTo),
            ("How Harbor works", Form::Question),
            ("Is it safe?", Form::Question),
            ("Install Harbor", Form::Command),
            ("How-to: Install Harbor", Form::Command),
            ("Installing Harbor", Form::Gerund),
            ("Logging", Form::Name),
            ("Installation", Form::Name),
            ("Access control", Form::Unclear),
        ] {
            assert_eq!(form(title), expected, "{title}");
        }
    }
}
