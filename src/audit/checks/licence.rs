//! Licence, brand, architecture, style, and the age of pages.

use super::{Check, Outcome, Problem, absent, covered, covering, missing, nothing, of_record, outcome};
use crate::diagnostic::Severity;
use crate::site::{Page, Site, Summary};

pub(super) const CHECKS: &[Check] = &[
    Check { id: "L01", title: "The licence is stated, and its file is there", severity: Severity::Error, run: licence },
    Check {
        id: "L02",
        title: "The licence of the documentation is stated",
        severity: Severity::Warning,
        run: docs_licence,
    },
    Check { id: "L04", title: "The values and the vision are stated", severity: Severity::Warning, run: values },
    Check {
        id: "L05",
        title: "It is said how the project looks, and what may be done with its marks",
        severity: Severity::Suggestion,
        run: brand,
    },
    Check {
        id: "L06",
        title: "A page shows how the project is built",
        severity: Severity::Warning,
        run: |site| outcome(covered(site, "architecture", "how the project is built").into_iter().collect()),
    },
    Check {
        id: "L07",
        title: "A page says how texts are written",
        severity: Severity::Suggestion,
        run: |site| outcome(covered(site, "style", "how texts are written").into_iter().collect()),
    },
    Check { id: "L10", title: "No page or record is past its review", severity: Severity::Suggestion, run: reviews },
    Check { id: "L11", title: "No page is a title alone", severity: Severity::Warning, run: placeholders },
    Check { id: "L12", title: "Everything that is described is shown", severity: Severity::Warning, run: unseen },
];

fn licence(site: &Site) -> Outcome {
    let Some(project) = &site.community.project else {
        let help = "add `name`, `one_liner`, `repo` and `license`";
        return absent(site, "licence", missing(site, "project.toml", "the project is not described", help));
    };
    let mut problems: Vec<Problem> = Vec::new();
    if !is_expression(&project.fields.license) {
        let message = format!("`{}` is no SPDX expression", project.fields.license);
        problems.push(of_record(project, message, "write it as `MIT`, `BSD-3-Clause`, `Apache-2.0 OR MIT`"));
    }
    // Outside a repository there is nothing to look at.
    let names = &site.repository_files;
    let has_file = names.iter().any(|name| {
        let name = name.to_ascii_lowercase();
        ["license", "licence", "copying", "licenses"].iter().any(|word| name.starts_with(word))
    });
    if !names.is_empty() && !has_file {
        problems.push(Problem {
            message: "there is no `LICENSE` file".to_owned(),
            path: "LICENSE".into(),
            help: "add the text of the licence to the repository".to_owned(),
        });
    }
    outcome(problems)
}

/// The form of an SPDX expression: names and `+`, joined by `AND`, `OR`, `WITH`, in brackets.
fn is_expression(text: &str) -> bool {
    let words: Vec<&str> = text.split([' ', '(', ')']).filter(|word| !word.is_empty()).collect();
    let is_name = |word: &&str| word.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '+' | ':'));
    let alternate = words.iter().enumerate().all(|(at, word)| (at % 2 == 1) == matches!(*word, "AND" | "OR" | "WITH"));
    words.len() % 2 == 1 && words.iter().all(is_name) && alternate
}

fn docs_licence(site: &Site) -> Outcome {
    let Some(project) = &site.community.project else { return nothing("the project is not described") };
    let problem = || {
        of_record(
            project,
            "the licence of the documentation is not stated",
            "add `docs_license`, for example `CC-BY-4.0`",
        )
    };
    outcome(if project.fields.docs_license.is_some() { Vec::new() } else { vec![problem()] })
}

fn values(site: &Site) -> Outcome {
    let mut problems = Vec::new();
    if site.community.values.is_empty() && covering(site, "values").is_empty() {
        problems.push(missing(site, "values.toml", "the values are not stated", "add a few, each with what it costs"));
    }
    if site.community.vision.is_none() && covering(site, "vision").is_empty() {
        problems.push(missing(
            site,
            "vision.toml",
            "the vision is not stated",
            "add `statement`, and the rest of the board",
        ));
    }
    outcome(problems)
}

fn brand(site: &Site) -> Outcome {
    let described = site.community.project.as_ref().is_some_and(|project| {
        project.fields.brand.as_ref().is_some_and(|brand| !brand.logos.is_empty() && brand.usage_license.is_some())
    });
    let said = described || !covering(site, "brand").is_empty();
    let help = "add `[brand]` with `logos` and `usage_license` to `project.toml`, or `covers = [\"brand\"]` to a page";
    outcome(if said {
        Vec::new()
    } else {
        vec![missing(site, "project.toml", "nothing says what may be done with the logo", help)]
    })
}

fn reviews(site: &Site) -> Outcome {
    let Some(today) = site.as_of else { return nothing("no day counts as today") };
    let mut problems = Vec::new();
    for summary in &site.summaries[..site.authored] {
        if let Some(due) = summary.review_due().filter(|due| *due < today) {
            let message = format!("this page was due for review on {due}");
            problems.push(Problem {
                message,
                path: summary.path.clone(),
                help: "read it, and set `updated`".to_owned(),
            });
        }
    }
    for entry in &site.community.index.all {
        let read = |name: &str| entry.data[name].as_str();
        let due = read("updated").and_then(|updated| updated.parse::<crate::data::Date>().ok());
        let due = due
            .zip(read("review_every").and_then(|period| period.parse().ok()))
            .and_then(|(updated, period)| updated.plus(&period));
        if let Some(due) = due.filter(|due| *due < today) {
            let message = format!("the {} `{}` was due for review on {due}", entry.entity, entry.id);
            problems.push(Problem {
                message,
                path: entry.path.clone(),
                help: "look at it, and set `updated`".to_owned(),
            });
        }
    }
    outcome(problems)
}

/// An empty page keeps nobody's place: it sends readers away twice.
fn placeholders(site: &Site) -> Outcome {
    let pages = site.ids().take(site.authored).filter_map(|id| Some((site.page(id), site.summary(id)?)));
    let empty = pages.filter(|(page, summary)| !summary.has_text && page.children.is_empty() && page.listed);
    let problem = |(_, summary): (&Page, &Summary)| Problem {
        message: "this page has a title and nothing below it".to_owned(),
        path: summary.path.clone(),
        help: "write it, make it a `draft`, or take it out".to_owned(),
    };
    outcome(empty.map(problem).collect())
}

fn unseen(site: &Site) -> Outcome {
    if site.community.is_empty() {
        return nothing("nothing is described");
    }
    let hidden = site.hidden_blocks().map(|(block, page)| {
        let path =
            site.summary(page).map_or_else(|| site.page(page).output.as_str().into(), |summary| summary.path.clone());
        let message = format!("the records of the block `{block}` are shown nowhere: this page has their address");
        Problem { message, path, help: format!("put `:::{block}` on it, or move the page") }
    });
    outcome(hidden.collect())
}

#[cfg(test)]
mod tests {
    use super::is_expression;

    #[test]
    fn licences_are_written_as_expressions() {
        for good in
            ["MIT", "BSD-3-Clause", "Apache-2.0 OR MIT", "(MIT AND CC-BY-4.0) OR GPL-2.0+ WITH Classpath-exception-2.0"]
        {
            assert!(is_expression(good), "{good}");
        }
        for bad in ["", "BSD 3-Clause License", "MIT/Apache-2.0", "MIT OR"] {
            assert!(!is_expression(bad), "{bad}");
        }
    }
}
