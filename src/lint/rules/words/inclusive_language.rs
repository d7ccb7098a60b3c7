//! `inclusive-language`

use crate::diagnostic::{Diagnostic, Safety, Severity};
use crate::lint::text::Around;
use crate::lint::words::List;
use crate::lint::{Check, Group, Origin, Page, Precision, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "inclusive-language",
    group: Group::Words,
    severity: Severity::Suggestion,
    summary: "a word leaves people out or hurts them",
    why: "Some words make one sort of people the usual one, make light of an illness, or come from slavery or from wrong done to a \
          people. Nobody means it so; those whom it hurts read it anyway. The other word nearly always says more plainly what is \
          meant: a denylist denies.\n\n\
          The list is short and leaves out what has other senses: `master` alone is not flagged, nor is `he`. Code is not looked \
          at. Words in quotation marks are not either: they are spoken of. A word that is right on your site goes into `words` \
          under `[lint]`.",
    bad: "# Access\n\nAdd the address to the whitelist. The user sees it on his or her page.\n",
    good: "# Access\n\nAdd the address to the allowlist (`whitelist` in old versions). The user sees it on their page.\n",
    fix: Some(Safety::Choice),
    precision: Some(Precision {
        right: 25,
        of: 27,
        on: "280 pages of Electron's documentation, 145 of the Rust Forge, 156 of rustc's development guide and 833 pages of the Kubernetes community's repository",
    }),
    sources: &[
        Origin { name: "Inclusive Naming Initiative: Word lists", url: "https://inclusivenaming.org/word-lists/" },
        Origin {
            name: "Google developer documentation style guide: Write inclusive documentation",
            url: "https://developers.google.com/style/inclusive-documentation",
        },
        Origin {
            name: "Microsoft Writing Style Guide: Bias-free communication",
            url: "https://learn.microsoft.com/en-us/style-guide/bias-free-communication",
        },
    ],
    check: Check::Page(check),
    ..Rule::PLAIN
};

/// A word, what to write for it, the best first, and why.
pub(in crate::lint) struct Word {
    pub word: &'static str,
    instead: &'static [&'static str],
    why: &'static str,
    has_sense: fn(&Around) -> bool,
}

const fn word(word: &'static str, instead: &'static [&'static str], why: &'static str) -> Word {
    Word { word, instead, why, has_sense: always }
}

const fn word_if(
    word: &'static str,
    instead: &'static [&'static str],
    why: &'static str,
    has_sense: fn(&Around) -> bool,
) -> Word {
    Word { word, instead, why, has_sense }
}

/// White and black as good and bad.
const COLOUR: &str = "makes a colour of people good or bad";
const SLAVERY: &str = "speaks of slavery";
const GENDER: &str = "leaves out everyone of another gender";
const PRONOUN: &str = "leaves out those who are neither";
const ILLNESS: &str = "makes light of an illness of the mind";
const ABILITY: &str = "makes a disability a fault";
const PEOPLES: &str = "makes light of a people and its ways";
/// American states exempted from literacy tests those whose grandfathers could vote.
const GRANDFATHER: &str = "comes from laws that kept Black people from voting";
const NEWCOMERS: &str = "looks down on those who are new";
const STATUS: &str = "calls people by a class or a law";

pub(in crate::lint) const WORDS: &[Word] = &[
    word("whitelist", &["allowlist"], COLOUR),
    word("whitelists", &["allowlists"], COLOUR),
    word("whitelisted", &["allowlisted", "allowed"], COLOUR),
    word("whitelisting", &["allowlisting", "allowing"], COLOUR),
    word("white list", &["allowlist"], COLOUR),
    word("white-list", &["allowlist"], COLOUR),
    word("white-listed", &["allowlisted", "allowed"], COLOUR),
    word("blacklist", &["denylist", "blocklist"], COLOUR),
    word("blacklists", &["denylists", "blocklists"], COLOUR),
    word("blacklisted", &["denylisted", "blocked"], COLOUR),
    word("blacklisting", &["denylisting", "blocking"], COLOUR),
    word("black list", &["denylist", "blocklist"], COLOUR),
    word("black-list", &["denylist", "blocklist"], COLOUR),
    word("black-listed", &["denylisted", "blocked"], COLOUR),
    word("black hat", &["attacker", "malicious"], COLOUR),
    word("black-hat", &["malicious"], COLOUR),
    word("blackhat", &["attacker", "malicious"], COLOUR),
    word("white hat", &["ethical hacker", "ethical"], COLOUR),
    word("white-hat", &["ethical"], COLOUR),
    word("whitehat", &["ethical hacker", "ethical"], COLOUR),
    word("master/slave", &["primary/replica", "controller/worker"], SLAVERY),
    word("master-slave", &["primary-replica", "controller-worker"], SLAVERY),
    word("master and slave", &["primary and replica", "controller and worker"], SLAVERY),
    word("masters and slaves", &["primaries and replicas", "controllers and workers"], SLAVERY),
    word("slave", &["replica", "worker", "secondary"], SLAVERY),
    word("slaves", &["replicas", "workers", "secondaries"], SLAVERY),
    word("grandfathered", &["exempted", "kept"], GRANDFATHER),
    word("grandfathered in", &["exempted", "kept"], GRANDFATHER),
    word("grandfathering", &["exempting", "keeping"], GRANDFATHER),
    word("grandfather clause", &["legacy clause", "exemption"], GRANDFATHER),
    word("sanity check", &["quick check", "coherence check", "check"], ILLNESS),
    word("sanity checks", &["quick checks", "coherence checks"], ILLNESS),
    word("sanity-check", &["check", "verify"], ILLNESS),
    word("sanity checking", &["quick checking", "validation"], ILLNESS),
    word("sanity test", &["quick test", "smoke test"], ILLNESS),
    word("sanity tests", &["quick tests", "smoke tests"], ILLNESS),
    word("crazy", &["surprising", "unexpected"], ILLNESS),
    word("insane", &["surprising", "extreme"], ILLNESS),
    word("insanely", &["extremely"], ILLNESS),
    word("lunatic", &["surprising"], ILLNESS),
    word("schizophrenic", &["contradictory", "split"], ILLNESS),
    word("psychotic", &["erratic"], ILLNESS),
    word("psycho", &["erratic"], ILLNESS),
    word("blind to", &["unaware of"], ABILITY),
    word("turn a blind eye to", &["ignore", "overlook"], ABILITY),
    word("turns a blind eye to", &["ignores", "overlooks"], ABILITY),
    word("falls on deaf ears", &["is ignored"], ABILITY),
    word("fall on deaf ears", &["be ignored"], ABILITY),
    word("tone-deaf", &["insensitive"], ABILITY),
    word("tone deaf", &["insensitive"], ABILITY),
    word("crippled", &["limited", "disabled"], ABILITY),
    word("crippling", &["severe", "limiting"], ABILITY),
    word("cripples", &["limits", "slows"], ABILITY),
    word("lame", &["weak", "poor"], ABILITY),
    word("dumb", &["simple", "basic"], ABILITY),
    word("dumbed down", &["simplified"], ABILITY),
    word("idiot-proof", &["foolproof", "fail-safe"], ABILITY),
    word("idiot proof", &["foolproof", "fail-safe"], ABILITY),
    word("moron", &["person"], ABILITY),
    word("braindead", &["ill-considered"], ABILITY),
    word("brain-dead", &["ill-considered"], ABILITY),
    word("retarded", &["slow", "delayed"], ABILITY),
    word("spastic", &["erratic"], ABILITY),
    word("handicapped", &["disabled", "with a disability"], ABILITY),
    word("wheelchair-bound", &["who uses a wheelchair"], ABILITY),
    word("wheelchair bound", &["who uses a wheelchair"], ABILITY),
    word("confined to a wheelchair", &["using a wheelchair"], ABILITY),
    word("able-bodied", &["without disabilities"], ABILITY),
    word("dummy value", &["placeholder value"], ABILITY),
    word("dummy values", &["placeholder values"], ABILITY),
    word("dummy data", &["sample data", "placeholder data"], ABILITY),
    word("dummy text", &["placeholder text"], ABILITY),
    word("dummy content", &["placeholder content"], ABILITY),
    word("dummy file", &["placeholder file"], ABILITY),
    word("dummy user", &["test user"], ABILITY),
    word("dummy account", &["test account"], ABILITY),
    word("he/she", &["they"], PRONOUN),
    word("she/he", &["they"], PRONOUN),
    word("he or she", &["they"], PRONOUN),
    word("she or he", &["they"], PRONOUN),
    word("s/he", &["they"], PRONOUN),
    word("(s)he", &["they"], PRONOUN),
    word("his/her", &["their"], PRONOUN),
    word("her/his", &["their"], PRONOUN),
    word("his or her", &["their"], PRONOUN),
    word("her or his", &["their"], PRONOUN),
    word("his/hers", &["theirs"], PRONOUN),
    word("his or hers", &["theirs"], PRONOUN),
    word("him/her", &["them"], PRONOUN),
    word("her/him", &["them"], PRONOUN),
    word("him or her", &["them"], PRONOUN),
    word("her or him", &["them"], PRONOUN),
    word("himself/herself", &["themselves"], PRONOUN),
    word("himself or herself", &["themselves"], PRONOUN),
    word("herself or himself", &["themselves"], PRONOUN),
    word("guys", &["everyone", "people", "folks"], GENDER),
    word("man-hour", &["person-hour"], GENDER),
    word("man hour", &["person-hour"], GENDER),
    word("man-hours", &["person-hours", "hours of work"], GENDER),
    word("man hours", &["person-hours", "hours of work"], GENDER),
    word("manhours", &["person-hours", "hours of work"], GENDER),
    word("man-day", &["person-day"], GENDER),
    word("man-days", &["person-days", "days of work"], GENDER),
    word_if("man-month", &["person-month"], GENDER, is_no_book),
    word("man-months", &["person-months", "months of work"], GENDER),
    word("man-year", &["person-year"], GENDER),
    word("man-years", &["person-years", "years of work"], GENDER),
    word("manpower", &["people", "staff", "workforce"], GENDER),
    word("man-made", &["artificial", "human-made"], GENDER),
    word("manmade", &["artificial", "human-made"], GENDER),
    word("mankind", &["humanity", "people"], GENDER),
    word("manned", &["staffed", "crewed"], GENDER),
    word("unmanned", &["uncrewed", "unattended"], GENDER),
    word("chairman", &["chair", "chairperson"], GENDER),
    word("chairwoman", &["chair", "chairperson"], GENDER),
    word("chairmen", &["chairs", "chairpeople"], GENDER),
    word("spokesman", &["spokesperson"], GENDER),
    word("spokeswoman", &["spokesperson"], GENDER),
    word("salesman", &["salesperson"], GENDER),
    word("salesmen", &["salespeople"], GENDER),
    word("businessman", &["businessperson"], GENDER),
    word("businessmen", &["businesspeople"], GENDER),
    word("layman", &["layperson", "non-expert"], GENDER),
    word("layman's terms", &["plain words"], GENDER),
    word("middleman", &["intermediary"], GENDER),
    word("middlemen", &["intermediaries"], GENDER),
    word("foreman", &["supervisor"], GENDER),
    word("freshman", &["first-year student"], GENDER),
    word("ladies and gentlemen", &["everyone"], GENDER),
    word("preferred pronouns", &["pronouns"], "says that pronouns are a preference"),
    word("sexual preference", &["sexual orientation"], "says that orientation is a choice"),
    word("sexual preferences", &["sexual orientation"], "says that orientation is a choice"),
    word("tribal knowledge", &["unwritten knowledge", "institutional knowledge"], PEOPLES),
    word("powwow", &["meeting"], PEOPLES),
    word("pow-wow", &["meeting"], PEOPLES),
    word("spirit animal", &["idol", "inspiration"], PEOPLES),
    word("low man on the totem pole", &["lowest in rank"], PEOPLES),
    word("totem pole", &["hierarchy"], PEOPLES),
    word("off the reservation", &["out of line"], PEOPLES),
    word("peanut gallery", &["hecklers"], COLOUR),
    word("gypped", &["cheated"], PEOPLES),
    word("uppity", &["arrogant"], COLOUR),
    word("third world", &["low-income"], STATUS),
    word("third-world", &["low-income"], STATUS),
    word("illegal alien", &["undocumented person"], STATUS),
    word("illegal aliens", &["undocumented people"], STATUS),
    word("illegal immigrants", &["undocumented people"], STATUS),
    word("noob", &["newcomer", "beginner"], NEWCOMERS),
    word("noobs", &["newcomers", "beginners"], NEWCOMERS),
    word("newbie", &["newcomer", "beginner"], NEWCOMERS),
    word("newbies", &["newcomers", "beginners"], NEWCOMERS),
    word("n00b", &["newcomer", "beginner"], NEWCOMERS),
];

fn always(_: &Around) -> bool {
    true
}

/// "The Mythical Man-Month" is one.
fn is_no_book(around: &Around) -> bool {
    !around.is_after(&["mythical"])
}

/// A page that has the better word too speaks about both.
fn names_another(page: &Page, word: &Word) -> bool {
    let blocks = || page.prose.iter().map(|block| &block.prose.text);
    word.instead.iter().any(|instead| blocks().any(|text| text.contains(instead)))
}

fn check(page: &Page, diagnostics: &mut Vec<Diagnostic>) {
    for found in page.found(List::Inclusive) {
        let word = &WORDS[found.entry];
        let is_spoken_of = (word.why == COLOUR || word.why == SLAVERY) && names_another(page, word);
        // What others said stays as they said it.
        if found.block.in_quote || is_spoken_of || !(word.has_sense)(&found.around()) {
            continue;
        }
        let listed: Vec<String> = word.instead.iter().map(|instead| format!("`{instead}`")).collect();
        let mut finding = page
            .at(found.span(), format!("`{}` {}", found.text().replace('\n', " "), word.why))
            .help(format!("write {}", listed.join(" or ")));
        finding.fixes = word.instead.iter().filter_map(|instead| found.fix(instead, Safety::Choice)).collect();
        diagnostics.push(finding);
    }
}
