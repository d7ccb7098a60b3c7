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

/// Rules whose bad example no text can be: the example only shows what is meant.
const BEYOND_TEXT: &[&str] = &[
    // Bytes that are no text.
    "invalid-utf8",
    // A file that cannot be opened.
    "unreadable",
];

#[test]
fn every_rule_flags_its_bad_example_and_not_its_good_one() {
    let mut faults = Vec::new();
    for rule in RULES {
        let of_rule = |found: &Vec<Diagnostic>| found.iter().filter(|found| found.rule == rule.id).count();
        let bad = lint(&site_of(rule.bad, rule));
        if of_rule(&bad) == 0 && !BEYOND_TEXT.contains(&rule.id) {
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

/// A file with all that was meant in it, and what is still found there.
fn mended(site: &Site, path: &str) -> (String, Vec<String>) {
    let mut text = std::fs::read_to_string(site.path(path)).unwrap();
    loop {
        let found = lint(site);
        let here: Vec<&Diagnostic> = found.iter().filter(|found| *found.path == *path).collect();
        let Some((fixed, _)) = diagnostic::apply(&text, &here, Safety::Choice) else {
            return (text, here.iter().map(|found| format!("{}: {}", found.rule, found.message)).collect());
        };
        site.write(path, &fixed);
        text = fixed;
    }
}

#[test]
fn what_was_meant_is_written_as_the_file_writes_it() {
    let site = Site::of(&[
        (
            "waypost.toml",
            "markdwn.supersript = true\nbild.offline = true\n[site]\ntitel = \"Kelp\"\n[build]\nurl_styel = 'fodler'\n[lint.rules]\nbroken-lnk = 'warnin'\n'missing-al' = \"off\"\n[nav]\n'how-tos' = ['instal']\n[[audit.waive]]\ncheck = 'K002'\nreason = 'x'\n[theme]\nlogo = \"lgo.svg\"\n[redirects]\n'/old/' = '/how-tos/instal.md#frist'\n",
        ),
        (
            "content/index.md",
            "---\nkind: how-too\npersonas: [\"tes\", 'tesss', tss]\ncovers:\n  - triag # soon\n  - \"onbording\"\nwieght: 3\n---\n# Kelp\n\n:::roadmap{theem=tides horizon=\"latr\"}\n\n:::roadmap{theme=tides}\n\n:::roadmap{theme=tdies}\n\nSee [the guide][giude], and put on `needs: triag`.\n\n[guide]: how-tos/install.md\n",
        ),
        ("content/how-tos/install.md", "# Install\n\n## First\n"),
        ("static/logo.svg", "<svg/>"),
        ("data/personas.toml", "[tess]\nname = 'Tess'\noccupation = 'Tester'\n"),
        ("data/labels.toml", "['needs: triage']\ndescription = 'New.'\ncolor = '#d93f0b'\n"),
        (
            "data/replies/hi.md",
            "---\ntitle: Hi\nwhen: Always.\ncategory: welcom\nactions:\n  - add_label: 'needs: triag'\n  - { remove_label: \"needs: triaeg\", link: \"@how-tos/instal\" }\n---\n\nHi!\n",
        ),
        ("data/themes.toml", "[tides]\ntitle = 'Tides'\n"),
        (
            "data/roadmap.yml",
            "gpu:\n  title: GPUs\n  sumary: Faster.\n  benefits: [tesss]\n  horizon: latr\n  theme: tdies\n  upated: 2026-01-01\n",
        ),
    ]);
    assert_eq!(
        mended(&site, "waypost.toml").0,
        "markdown.superscript = true\nbild.offline = true\n[site]\ntitle = \"Kelp\"\n[build]\nurl_style = 'folder'\n[lint.rules]\nbroken-link = 'warning'\n'missing-alt' = \"off\"\n[nav]\n'how-tos' = ['install']\n[[audit.waive]]\ncheck = 'K02'\nreason = 'x'\n[theme]\nlogo = \"logo.svg\"\n[redirects]\n'/old/' = 'how-tos/install.md#first'\n"
    );
    let (index, left) = mended(&site, "content/index.md");
    assert_eq!(
        index,
        "---\nkind: how-to\npersonas: [\"tess\", 'tess', tess]\ncovers:\n  - triage # soon\n  - \"onboarding\"\nweight: 3\n---\n# Kelp\n\n:::roadmap{theme=tides horizon=\"later\"}\n\n:::roadmap{theme=tides}\n\n:::roadmap{theme=tides}\n\nSee [the guide][guide], and put on `needs: triage`.\n\n[guide]: how-tos/install.md\n"
    );
    assert!(left.is_empty(), "{left:?}");
    assert_eq!(
        mended(&site, "data/replies/hi.md").0,
        "---\ntitle: Hi\nwhen: Always.\ncategory: welcome\nactions:\n  - add_label: 'needs: triage'\n  - { remove_label: \"needs: triage\", link: \"@how-tos/install\" }\n---\n\nHi!\n"
    );
    let (roadmap, left) = mended(&site, "data/roadmap.yml");
    assert_eq!(
        roadmap,
        "gpu:\n  title: GPUs\n  summary: Faster.\n  benefits: [tess]\n  horizon: later\n  theme: tides\n  updated: 2026-01-01\n"
    );
    assert!(left.is_empty(), "{left:?}");
}

#[test]
fn a_key_that_is_there_already_is_not_written_twice() {
    let site = Site::of(&[
        ("content/index.md", "+++\ntitle = \"Home\"\ntitel = \"Kelp\"\n+++\n"),
        ("data/values.toml", "[open]\nname = 'Open'\nstatement = 'x'\nupdated = 2026-01-01\nupated = 2026-01-02\n"),
    ]);
    let found = lint(&site);
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(found.iter().all(|found| found.help.is_some() && found.fixes.is_empty()), "{found:?}");
}

#[test]
fn a_property_is_found_where_it_stands_in_every_spelling() {
    let page = "# Kelp\n\n:::roadmap[What comes next]{limit=3 theem=tides}\n\n> :::teams Our teams {kidn=\"team\"}\n\n:::{people}\n:limit: 4\n:focsu: tides\n:::\n\n:::labels{grop='a b' limit=many}\n";
    let site = Site::of(&[("content/index.md", page)]);
    let found = lint(&site);
    let places: Vec<(&str, &str)> =
        found.iter().map(|found| (&*found.rule, found.span().expect("a place").of(page))).collect();
    assert_eq!(
        places,
        [
            ("unknown-property", "theem"),
            ("unknown-property", "kidn"),
            ("unknown-property", "focsu"),
            ("unknown-property", "grop"),
            ("unknown-value", "many"),
        ]
    );
}

#[test]
fn a_page_that_cannot_be_rendered_is_told_without_a_build() {
    let site = Site::of(&[("content/index.md", "+++\ntemplate = \"poster.html\"\n+++\n\n# Kelp\n")]);
    let rules = |found: Vec<Diagnostic>| found.into_iter().map(|found| found.rule.into_owned()).collect::<Vec<_>>();
    assert_eq!(rules(lint(&site)), ["template-error"]);
    site.write("theme/templates/poster.html", "{{ page.titel }}");
    assert_eq!(rules(lint(&site)), ["template-error"]);
    assert_eq!(rules(site.build().diagnostics), ["template-error"]);
    site.write("waypost.toml", "[lint.rules]\ntemplate-error = \"off\"\n");
    assert!(lint(&site).is_empty());
    assert!(site.build().diagnostics.is_empty());
}
