//! The linter: every rule's own examples, what writers set and allow, what is mended, and how findings are told.

use waypost::diagnostic::{self, Diagnostic, Safety};
use waypost::lint::{self, RULES, Rule};
use waypost::workspace::{Options, Workspace};

use crate::support::Site;

/// A site of an example, with one rule on.
fn site_of(example: &str, rule: &Rule) -> Site {
    let files = lint::files(example);
    let site = Site::of(&files);
    if files.iter().all(|(path, _)| *path != "waypost.toml") {
        let settings = format!("[lint.rules]\nall = \"off\"\n{} = \"warning\"\nlint = \"warning\"\n", rule.id);
        // What another stage reports would be switched off with the rest.
        let others = "second-title = \"warning\"\n";
        let more = if rule.group == lint::Group::Lint { others } else { "" };
        site.write("waypost.toml", settings + more);
    }
    site
}

fn lint(site: &Site) -> Vec<Diagnostic> {
    let options = Options { scope: lint::Scope::Lint, ..Options::default() };
    let workspace = Workspace::open(site.folder.path(), options, false).unwrap();
    workspace.snapshot().unwrap_or_else(|unusable| panic!("{}", unusable.message)).check()
}

#[test]
fn every_rule_flags_its_bad_example_and_not_its_good_one() {
    let mut faults = Vec::new();
    for rule in RULES {
        let of_rule = |found: &Vec<Diagnostic>| found.iter().filter(|found| found.rule == rule.id).count();
        let bad = lint(&site_of(rule.bad, rule));
        if of_rule(&bad) == 0 {
            faults.push(format!("{}: the bad example is not flagged: {bad:?}", rule.id));
        }
        let good = lint(&site_of(rule.good, rule));
        if of_rule(&good) != 0 {
            faults.push(format!("{}: the good example is flagged: {good:?}", rule.id));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn what_a_rule_mends_it_flags_no_more() {
    for rule in RULES.iter().filter(|rule| rule.fix.is_some()) {
        let site = site_of(rule.bad, rule);
        let before: Vec<Diagnostic> = lint(&site).into_iter().filter(|found| found.rule == rule.id).collect();
        let safety = rule.fix.unwrap();
        assert!(
            before.iter().any(|found| found.fixes.iter().any(|fix| fix.safety == safety)),
            "{} offers no fix",
            rule.id
        );
        let path = before[0].path.clone();
        let text = std::fs::read_to_string(site.path(&path)).unwrap();
        let here: Vec<&Diagnostic> = before.iter().filter(|found| found.path == path).collect();
        let (fixed, applied) = diagnostic::apply(&text, &here, Safety::Choice).unwrap();
        site.write(&path, &fixed);
        let after = lint(&site).into_iter().filter(|found| found.rule == rule.id && found.path == path).count();
        assert!(after + applied <= here.len(), "{}: the fix leaves\n{fixed}", rule.id);
    }
}

#[test]
fn every_rule_says_what_it_is() {
    let mut names = std::collections::BTreeSet::new();
    for rule in RULES {
        for name in [rule.id].iter().chain(rule.aliases) {
            assert!(names.insert(name.to_lowercase()), "two rules are called `{name}`");
        }
        assert!(!rule.summary.is_empty() && !rule.summary.ends_with('.'), "{}: its summary", rule.id);
        assert!(!rule.why.is_empty() && rule.why.ends_with(['.', '`']), "{}: why?", rule.id);
        assert!(!rule.bad.is_empty() && !rule.good.is_empty(), "{} has no examples", rule.id);
        assert!(rule.id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-'), "{}", rule.id);
    }
    let order: Vec<_> = RULES.iter().map(|rule| (rule.group, rule.id)).collect();
    assert!(order.is_sorted(), "the rules are not in order of group and name");
}
