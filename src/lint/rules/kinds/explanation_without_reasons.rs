//! `explanation-without-reasons`

use super::{phrases, sections, title};
use crate::config::Kind;
use crate::diagnostic::{Diagnostic, Severity};
use crate::lint::{Check, Group, Page, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "explanation-without-reasons",
    group: Group::Kinds,
    severity: Severity::Suggestion,
    on: false,
    kinds: &[Kind::Explanation],
    summary: "an explanation gives no reason, compares nothing, and names no consequence",
    why: "An explanation says why: what something is good for, what it costs, what else could have been done. A page that \
          only lists what there is belongs to reference; one that only says what to do is a how-to. The rule is off because an account of \
          how something works explains too.",
    bad: "---\nkind: explanation\n---\n\n# Tides\n\nA tide has a height. The height is given in metres. A station has a name, and a \
          name has at most thirty letters.\n",
    good: "---\nkind: explanation\n---\n\n# Tides\n\nThe height is given in metres, because all charts of the coast are. Feet would \
           spare sailors a calculation, but cost us two tables.\n",
    precision: super::measured(7, 10),
    sources: &[super::EXPLANATION],
    check: Check::Page(check),
    ..Rule::PLAIN
};

/// Words of those who give reasons, compare, and name consequences.
const REASONS: &[&str] = &[
    "because",
    "since",
    "therefore",
    "thus",
    "hence",
    "so that",
    "so",
    "as a result",
    "consequently",
    "due to",
    "why",
    "reason",
    "reasons",
    "reasoning",
    "instead",
    "rather than",
    "rather",
    "trade-off",
    "trade-offs",
    "tradeoff",
    "tradeoffs",
    "advantage",
    "advantages",
    "disadvantage",
    "disadvantages",
    "drawback",
    "drawbacks",
    "benefit",
    "benefits",
    "however",
    "although",
    "though",
    "whereas",
    "while",
    "but",
    "compared",
    "comparison",
    "contrast",
    "unlike",
    "historically",
    "originally",
    "alternative",
    "alternatives",
    "this means",
    "which means",
    "means that",
    "otherwise",
    "in order to",
    "to avoid",
    "to prevent",
    "to ensure",
    "purpose",
    "goal",
    "goals",
    "problem",
    "problems",
    "useful",
    "better",
    "difference",
    "differences",
    "differ",
    "differs",
];

fn check(page: &Page, diagnostics: &mut Vec<Diagnostic>) {
    if !super::is_english(page) || page.prose.is_empty() || sections::is_landing(page) {
        return;
    }
    if page.prose.iter().any(|block| phrases::has(&block.prose.text, REASONS)) {
        return;
    }
    let Some(title) = title::title(page) else { return };
    diagnostics.push(
        page.at(title.span, "this explanation gives no reason and compares nothing")
            .help("say why it is so; a page that only says what there is is `reference`"),
    );
}
