//! `wordy-phrase`

use crate::diagnostic::{Diagnostic, Safety, Severity};
use crate::lint::words::List;
use crate::lint::{Check, Group, Origin, Page, Precision, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "wordy-phrase",
    group: Group::Style,
    severity: Severity::Suggestion,
    summary: "a phrase has a shorter one that says the same",
    why: "Short words are read faster, by those who read in a second language above all. The shorter phrase says all that the longer \
          one says.",
    bad: "# Install\n\nIn order to utilize the tool, sign in prior to the first run.\n",
    good: "# Install\n\nTo use the tool, sign in before the first run.\n",
    fix: Some(Safety::Safe),
    precision: Some(Precision {
        right: 39,
        of: 40,
        on: "280 pages of Electron's documentation and 145 of the Rust Forge",
    }),
    sources: &[
        Origin {
            name: "Plain language guide of Digital.gov: Short and simple",
            url: "https://digital.gov/guides/plain-language/principles/short-simple",
        },
        Origin {
            name: "Google developer documentation style guide: Word list",
            url: "https://developers.google.com/style/word-list",
        },
        Origin {
            name: "Microsoft Writing Style Guide: Use simple words, concise sentences",
            url: "https://learn.microsoft.com/en-us/style-guide/word-choice/use-simple-words-concise-sentences",
        },
    ],
    check: Check::Page(check),
    ..Rule::PLAIN
};

/// A phrase and what to write for it. With nothing to write, it goes.
pub(in crate::lint) struct Phrase {
    pub wordy: &'static str,
    pub short: &'static [&'static str],
    pub safety: Safety,
}

const fn safe(wordy: &'static str, short: &'static [&'static str]) -> Phrase {
    Phrase { wordy, short, safety: Safety::Safe }
}

/// The sentence may need another touch.
const fn loose(wordy: &'static str, short: &'static [&'static str]) -> Phrase {
    Phrase { wordy, short, safety: Safety::Unsafe }
}

const fn choice(wordy: &'static str, short: &'static [&'static str]) -> Phrase {
    Phrase { wordy, short, safety: Safety::Choice }
}

pub(in crate::lint) const PHRASES: &[Phrase] = &[
    safe("in order to", &["to"]),
    loose("so as to", &["to"]),
    loose("in an effort to", &["to"]),
    safe("due to the fact that", &["because"]),
    safe("owing to the fact that", &["because"]),
    safe("in light of the fact that", &["because"]),
    safe("on the grounds that", &["because"]),
    safe("for the reason that", &["because"]),
    safe("because of the fact that", &["because"]),
    safe("in spite of the fact that", &["although"]),
    safe("despite the fact that", &["although"]),
    safe("regardless of the fact that", &["although"]),
    safe("in the event that", &["if"]),
    safe("on the condition that", &["if"]),
    safe("under circumstances in which", &["when"]),
    safe("until such time as", &["until"]),
    safe("at this point in time", &["now"]),
    safe("at the present time", &["now"]),
    loose("at that point in time", &["then"]),
    loose("in the near future", &["soon"]),
    loose("in a timely manner", &["promptly", "in time"]),
    safe("on a regular basis", &["regularly"]),
    safe("on a daily basis", &["daily"]),
    safe("on a weekly basis", &["weekly"]),
    safe("on a monthly basis", &["monthly"]),
    safe("on a case-by-case basis", &["case by case"]),
    safe("on a case by case basis", &["case by case"]),
    safe("in close proximity to", &["near"]),
    safe("with the exception of", &["except for"]),
    safe("in the absence of", &["without"]),
    loose("in excess of", &["more than"]),
    safe("prior to", &["before"]),
    loose("subsequent to", &["after"]),
    choice("for the purpose of", &["for", "to"]),
    choice("by means of", &["by", "with"]),
    loose("with regard to", &["about"]),
    loose("with regards to", &["about"]),
    loose("in regard to", &["about"]),
    loose("in regards to", &["about"]),
    loose("pertaining to", &["about"]),
    safe("a large number of", &["many"]),
    safe("a great number of", &["many"]),
    loose("a small number of", &["a few", "few"]),
    safe("a significant number of", &["many"]),
    choice("numerous", &["many"]),
    safe("each and every", &["each", "every"]),
    safe("first and foremost", &["first"]),
    loose("end result", &["result"]),
    safe("as of yet", &["yet"]),
    choice("is able to", &["can"]),
    choice("are able to", &["can"]),
    safe("is not able to", &["cannot"]),
    safe("are not able to", &["cannot"]),
    safe("is unable to", &["cannot"]),
    safe("are unable to", &["cannot"]),
    choice("has the ability to", &["can"]),
    choice("have the ability to", &["can"]),
    choice("has the capability to", &["can"]),
    choice("have the capability to", &["can"]),
    choice("provides the ability to", &["lets you"]),
    choice("gives you the ability to", &["lets you"]),
    safe("is dependent on", &["depends on"]),
    safe("are dependent on", &["depend on"]),
    safe("is dependent upon", &["depends on"]),
    safe("are dependent upon", &["depend on"]),
    safe("is indicative of", &["indicates"]),
    safe("is in need of", &["needs"]),
    safe("make use of", &["use"]),
    safe("makes use of", &["uses"]),
    safe("made use of", &["used"]),
    safe("making use of", &["using"]),
    safe("take into consideration", &["consider"]),
    safe("takes into consideration", &["considers"]),
    safe("taking into consideration", &["considering"]),
    safe("conduct an investigation of", &["investigate"]),
    safe("come to the conclusion that", &["conclude that"]),
    choice("make a decision", &["decide"]),
    choice("makes a decision", &["decides"]),
    safe("utilize", &["use"]),
    safe("utilizes", &["uses"]),
    safe("utilized", &["used"]),
    safe("utilizing", &["using"]),
    safe("utilise", &["use"]),
    safe("utilises", &["uses"]),
    safe("utilised", &["used"]),
    safe("utilising", &["using"]),
    choice("leveraging", &["using"]),
    safe("commence", &["begin", "start"]),
    safe("commences", &["begins", "starts"]),
    choice("endeavor to", &["try to"]),
    safe("endeavour to", &["try to"]),
    safe("ascertain", &["find out"]),
    choice("aforementioned", &["this", "these"]),
    loose("it should be noted that", &[]),
    loose("it is important to note that", &[]),
    loose("it's important to note that", &[]),
    loose("it is worth noting that", &[]),
    loose("it's worth noting that", &[]),
    loose("it is worth mentioning that", &[]),
    loose("as a matter of fact", &[]),
    loose("for all intents and purposes", &[]),
    loose("at the end of the day", &[]),
];

fn check(page: &Page, diagnostics: &mut Vec<Diagnostic>) {
    for found in page.found(List::Wordy) {
        let phrase = &PHRASES[found.entry];
        let text = found.text().replace('\n', " ");
        if phrase.short.is_empty() {
            let finding = page.at(found.span(), format!("`{text}` says nothing")).help("leave it out");
            diagnostics.push(Diagnostic { fixes: found.removal(phrase.safety).into_iter().collect(), ..finding });
            continue;
        }
        let instead: Vec<String> = phrase.short.iter().map(|short| format!("`{short}`")).collect();
        let mut finding = page
            .at(found.span(), format!("`{text}` can be said more shortly"))
            .help(format!("write {}", instead.join(" or ")));
        finding.fixes = phrase.short.iter().filter_map(|short| found.fix(short, phrase.safety)).collect();
        diagnostics.push(finding);
    }
}
