//! `ambiguous-date`

use std::ops::Range;

use crate::diagnostic::{Diagnostic, Fix, Safety, Severity};
use crate::lint::text::tokens;
use crate::lint::{Check, Group, Origin, Page, Precision, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "ambiguous-date",
    group: Group::Style,
    severity: Severity::Warning,
    summary: "a date in figures means two days",
    why: "`03/04/2025` is the fourth of March to some readers and the third of April to others. Write `2025-03-04`, or the month's \
          name. A date that can be one day only, such as `13/04/2025`, is not flagged.",
    bad: "# Releases\n\nSupport ends on 03/04/2025.\n",
    good: "# Releases\n\nSupport ends on 2025-04-03, a Thursday.\n",
    fix: Some(Safety::Choice),
    precision: Some(Precision { right: 5, of: 5, on: "833 pages of the Kubernetes community's repository" }),
    sources: &[
        Origin {
            name: "Google developer documentation style guide: Dates and times",
            url: "https://developers.google.com/style/dates-times",
        },
        Origin { name: "ISO 8601", url: "https://www.iso.org/iso-8601-date-and-time-format.html" },
    ],
    check: Check::Page(check),
    ..Rule::PLAIN
};

fn check(page: &Page, diagnostics: &mut Vec<Diagnostic>) {
    for block in page.prose {
        for (range, [first, second, year]) in dates(&block.prose.text) {
            let written = &block.prose.text[range.clone()];
            let span = block.prose.span(range.clone());
            let days = [format!("{year:04}-{second:02}-{first:02}"), format!("{year:04}-{first:02}-{second:02}")];
            let mut finding = page
                .at(span, format!("`{written}` is one day for some readers and another for others"))
                .help(format!("write `{}` or `{}`, whichever is meant", days[0], days[1]));
            if block.prose.is_verbatim(range) {
                finding.fixes = days.map(|day| Fix::replace(span, day, Safety::Choice)).into();
            }
            diagnostics.push(finding);
        }
    }
}

/// Dates in figures whose first two figures can both be a day and a month.
fn dates(text: &str) -> Vec<(Range<usize>, [u32; 3])> {
    let mut dates = Vec::new();
    let is_mark = |c: char| "()[]\"'“”‘’,;:!?.".contains(c);
    for token in tokens(text) {
        let inner = text[token.clone()].trim_start_matches(is_mark);
        let start = token.end - inner.len();
        let inner = inner.trim_end_matches(is_mark);
        let range = start..start + inner.len();
        let parts: Vec<&str> = inner.split(['/', '-']).collect();
        let &[first, second, year] = parts.as_slice() else { continue };
        let is_figure = |part: &str, lengths: &[usize]| {
            lengths.contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
        };
        let is_one_mark = inner.contains('/') != inner.contains('-');
        if !is_one_mark || !is_figure(first, &[1, 2]) || !is_figure(second, &[1, 2]) || !is_figure(year, &[4]) {
            continue;
        }
        let figures = [first, second, year].map(|figure| figure.parse().unwrap_or(0));
        let can_be_month = |figure: u32| (1..=12).contains(&figure);
        let is_year = (1900..2200).contains(&figures[2]);
        if can_be_month(figures[0]) && can_be_month(figures[1]) && figures[0] != figures[1] && is_year {
            dates.push((range, figures));
        }
    }
    dates
}

#[cfg(test)]
mod tests {
    use super::dates;

    #[test]
    fn a_date_is_ambiguous_where_both_figures_can_be_months() {
        let text =
            "On 03/04/2025, (3-4-2025) or “1/12/2024”; not 13/04/2025, 04/04/2025, 2025-03-04, 3/4, 1/2/3 or a/b/2025.";
        let found: Vec<&str> = dates(text).into_iter().map(|(range, _)| &text[range]).collect();
        assert_eq!(found, ["03/04/2025", "3-4-2025", "1/12/2024"]);
    }
}
