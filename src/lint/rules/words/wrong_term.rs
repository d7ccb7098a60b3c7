//! `wrong-term`

use crate::diagnostic::{Diagnostic, Safety, Severity};
use crate::lint::words::{List, is_form};
use crate::lint::{Check, Group, Origin, Page, Precision, Rule, Term, capitalized, spelling};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "wrong-term",
    aliases: &["MD044"],
    group: Group::Words,
    severity: Severity::Warning,
    summary: "a word or name is written otherwise than the project writes it",
    why: "One thing has one name: a reader who meets two looks for the difference. `data/terms.toml` says how the project writes its \
          words, and which ways of writing them are wrong.\n\n\
          Names with capitals are looked for with other capitals too: `Github` where the term is `GitHub`. A term that is an \
          ordinary word, such as `Service`, is flagged only where `not` lists the wrong way. Code, addresses, and names of files are \
          left alone.",
    bad: "=== content/page.md\n# Sign in\n\nSign in with Github, or ask for the whitelist.\n\
          === data/terms.toml\n[github]\nterm = \"GitHub\"\n\n[allow-list]\nterm = \"allow list\"\nnot = [\"whitelist\"]\n",
    good: "=== content/page.md\n# Sign in\n\nSign in with GitHub (`github.com`), or ask for the allow list.\n\
           === data/terms.toml\n[github]\nterm = \"GitHub\"\n\n[allow-list]\nterm = \"allow list\"\nnot = [\"whitelist\"]\n",
    fix: Some(Safety::Safe),
    precision: Some(Precision {
        right: 58,
        of: 60,
        on: "280 pages of Electron's documentation, 145 of the Rust Forge and 156 of rustc's development guide, with fifteen terms of ours",
    }),
    sources: &[
        Origin { name: "markdownlint MD044", url: "https://github.com/DavidAnson/markdownlint/blob/main/doc/md044.md" },
        Origin { name: "Vale: substitution", url: "https://vale.sh/docs/checks/substitution" },
    ],
    check: Check::Page(check),
    ..Rule::PLAIN
};

fn check(page: &Page, diagnostics: &mut Vec<Diagnostic>) {
    for found in page.found(List::Terms) {
        let term = &page.linter.lists.terms[found.entry];
        let finding = page
            .at(found.span(), format!("`{}` is written `{}` here", found.text().replace('\n', " "), term.right))
            .help(format!("write `{}`", term.right));
        let fix = found.fix_as_written(&term.instead(found.text()), term.safety);
        diagnostics.push(Diagnostic { fixes: fix.into_iter().collect(), ..finding });
    }
}

/// A wrong way of writing a term.
pub(in crate::lint) struct WrongTerm {
    /// What is looked for, in any case.
    pub form: String,
    right: String,
    how: How,
    safety: Safety,
}

enum How {
    /// It must stand as it is listed, or with a capital at its start.
    AsListed,
    /// It must differ from the right way in capitals.
    InCapitals,
}

impl WrongTerm {
    /// The right way for a text that is the wrong one. Where it has a capital that the list does not ask for, a sentence
    /// begins, and the right way takes it over.
    fn instead(&self, text: &str) -> String {
        match text.starts_with(char::is_uppercase) && self.form.starts_with(char::is_lowercase) {
            true => capitalized(&self.right),
            false => self.right.clone(),
        }
    }

    /// A text that is the form in some case is the wrong way. `is_joined`: a hyphen joins it to something.
    pub fn is_in(&self, text: &str, is_joined: bool) -> bool {
        match self.how {
            How::AsListed => is_form(text, &self.form),
            // `github-actions` is the name of a package.
            How::InCapitals => text != self.right && (!is_joined || text.contains(char::is_uppercase)),
        }
    }
}

/// All wrong ways of writing some terms.
pub(in crate::lint) fn forms(terms: &[Term]) -> Vec<WrongTerm> {
    let mut forms = Vec::new();
    for term in terms {
        let right = &term.right;
        for wrong in &term.wrong {
            let mut add = |end: &str, safety| {
                let (form, right) = (format!("{wrong}{end}"), format!("{right}{end}"));
                forms.push(WrongTerm { form, right, how: How::AsListed, safety });
            };
            add("", Safety::Safe);
            // More than one of it, or a verb.
            if wrong.ends_with(char::is_lowercase) && !wrong.ends_with('s') {
                add("s", Safety::Unsafe);
            }
        }
        if is_surely_a_name(right) {
            let (form, right) = (right.clone(), right.clone());
            forms.push(WrongTerm { form, right, how: How::InCapitals, safety: Safety::Safe });
        }
    }
    forms
}

/// `GitHub` and `Kubernetes` are names; `Service` and `REST` have capitals, and are words without them.
fn is_surely_a_name(term: &str) -> bool {
    let is_mixed = |word: &str| word.chars().skip(1).any(char::is_uppercase) && word.contains(char::is_lowercase);
    let mut words = term.split_whitespace().filter(|word| word.contains(char::is_uppercase)).peekable();
    words.peek().is_some() && words.all(|word| is_mixed(word) || !spelling::is_english(&word.to_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals_matter_in_names_alone() {
        let names = ["GitHub", "Kubernetes", "JupyterLab", "npm", "Service", "REST", "IT", "Pull Request", "Windows"];
        let found: Vec<&str> = names.into_iter().filter(|name| is_surely_a_name(name)).collect();
        assert_eq!(found, ["GitHub", "Kubernetes", "JupyterLab"]);
    }

    #[test]
    fn a_wrong_form_is_taken_as_it_is_listed() {
        let terms = [Term { right: "Git".into(), wrong: vec!["GIT".into(), "white list".into()], expansion: None }];
        let is_wrong = |text: &str| {
            forms(&terms).iter().any(|form| form.form.eq_ignore_ascii_case(text) && form.is_in(text, false))
        };
        assert!(is_wrong("GIT") && is_wrong("white list") && is_wrong("White list") && is_wrong("white lists"));
        assert!(!is_wrong("Git") && !is_wrong("WHITE LIST"));
    }
}
