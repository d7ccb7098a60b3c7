//! The linter: every rule's own examples, what writers set and allow, what is mended, and how findings are told.

use waypost::diagnostic::{self, Diagnostic, Safety};
use waypost::lint::{self, RULES, Rule};
use waypost::workspace::{Options, Workspace};

use crate::support::{PICTURE, Site};

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
    // A megabyte.
    "large-image",
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

#[test]
fn an_image_of_more_than_a_megabyte_is_too_large() {
    let site = Site::of(&[("content/index.md", "# Kelp\n\n![The bay](bay.png) ![The pier](pier.png)\n")]);
    std::fs::write(site.path("content/bay.png"), vec![0; 1_250_000]).unwrap();
    std::fs::write(site.path("content/pier.png"), vec![0; 1_000_000]).unwrap();
    let run = site.run(&["lint", "--only", "large-image", "--format", "line"]);
    assert_eq!(run.stdout, "content/bay.png:1:1:large-image:this image has 1.2 MB\n");
}

/// A site with two titles on a page and a broken anchor.
fn faulty() -> Site {
    Site::of(&[
        ("waypost.toml", "[site]\ntitle = \"Example\"\n"),
        ("content/index.md", "# Example\n\nRead [how](guide.md#instal).\n"),
        ("content/guide.md", "# Guide\n\n## Install\n\nÄ ![](pic.png)\n"),
        ("content/pic.png", PICTURE),
    ])
}

#[test]
fn findings_are_shown_with_their_line_and_what_to_do() {
    let run = faulty().run(&["lint"]);
    let text = "\
warning[missing-alt]: this image has no alternative text
 --> content/guide.md:5:7
  |
5 | Ä ![](pic.png)
  |       ^^^^^^^
  |
  = help: say what it shows: `![a chart of …](chart.svg)`, or mark it: `![](line.svg){decorative}`

error[broken-anchor]: `content/guide.md` has no anchor `#instal`
 --> content/index.md:3:12
  |
3 | Read [how](guide.md#instal).
  |            ^^^^^^^^^^^^^^^
  |
  = help: did you mean `#install`?

";
    assert_eq!((run.code, run.stdout.as_str()), (1, text));
    assert!(run.stderr.starts_with("checked 2 pages in "), "{}", run.stderr);
    assert!(run.stderr.ends_with(": 1 error, 1 warning\n"), "{}", run.stderr);
}

#[test]
fn one_file_or_folder_of_a_site_is_looked_at_with_the_whole_site_in_mind() {
    let site = faulty();
    let run = site.run(&["lint", "--format", "line", "content/index.md"]);
    assert_eq!(run.stdout, "content/index.md:3:12:broken-anchor:`content/guide.md` has no anchor `#instal`\n");
    let run = site.run(&["lint", "--format", "line", "content/guide.md"]);
    assert_eq!((run.code, run.stdout.lines().count()), (0, 1), "{}", run.stdout);
    let run = site.run(&["lint", "content/none.md"]);
    assert_eq!(run.code, 2);
    assert!(
        run.stderr.starts_with("error: there is no file or folder `content/none.md`\n  = help: "),
        "{}",
        run.stderr
    );
}

#[test]
fn a_file_of_no_site_is_looked_at_by_itself() {
    let site = Site::of(&[("notes.md", "# A\n\n[x](nowhere.md)\n\n# B\n"), ("broken.txt", "")]);
    let run = site.run(&["lint", "--format", "line", "notes.md"]);
    assert_eq!((run.code, run.stdout.as_str()), (0, "notes.md:5:1:second-title:this page has a title already\n"));
    assert_eq!(site.run(&["lint", "broken.txt"]).code, 2);
}

#[test]
fn annotations_stand_at_the_line_and_keep_to_one_line_each() {
    let run = faulty().run(&["lint", "--format", "github"]);
    assert_eq!(
        run.stdout,
        "::warning file=content/guide.md,line=5,endLine=5,col=7,endColumn=13,title=missing-alt::this image has no \
         alternative text%0Asay what it shows: `![a chart of …](chart.svg)`, or mark it: `![](line.svg){decorative}`\n\
         ::error file=content/index.md,line=3,endLine=3,col=12,endColumn=26,title=broken-anchor::`content/guide.md` has no \
         anchor `#instal`%0Adid you mean `#install`?\n"
    );
}

#[test]
fn sarif_fits_its_schema_and_loses_nothing_in_it() {
    let run = faulty().run(&["lint", "--format", "sarif"]);
    let written: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
    // The model is generated from the schema: what it does not know would be lost on the way through it.
    let read: serde_sarif::sarif::Sarif = serde_json::from_str(&run.stdout).unwrap();
    assert_eq!(serde_json::to_value(&read).unwrap(), written);
    let finding = &written["runs"][0]["results"][1];
    assert_eq!(finding["ruleId"], "broken-anchor");
    assert_eq!(written["runs"][0]["tool"]["driver"]["rules"][0]["id"], "broken-anchor");
    assert_eq!(finding["ruleIndex"], 0);
    let place = &finding["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], "content/index.md");
    assert_eq!(place["region"], serde_json::json!({"startLine": 3, "startColumn": 12, "endLine": 3, "endColumn": 27}));
    let fix = &finding["fixes"][0]["artifactChanges"][0]["replacements"][0];
    assert_eq!(fix["insertedContent"]["text"], "guide.md#install");
    let empty = Site::of(&[("content/index.md", "# Fine\n")]).run(&["lint", "--format", "sarif"]);
    let read: serde_sarif::sarif::Sarif = serde_json::from_str(&empty.stdout).unwrap();
    assert_eq!((empty.code, read.runs[0].results.as_ref().unwrap().len()), (0, 0));
}

#[test]
fn json_names_fixes_with_their_places() {
    let run = faulty().run(&["lint", "--format", "json"]);
    let written: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
    assert_eq!((&written["pages"], &written["errors"]), (&serde_json::json!(2), &serde_json::json!(1)));
    assert_eq!(
        written["findings"][1]["fixes"],
        serde_json::json!([{
            "title": "write `guide.md#install`",
            "safety": "choice",
            "edits": [{
                "start": {"line": 3, "column": 12, "byte": 22},
                "end": {"line": 3, "column": 27, "byte": 37},
                "text": "guide.md#install",
            }],
        }])
    );
}

#[test]
fn vales_json_is_an_object_of_lists() {
    let run = faulty().run(&["lint", "--format", "vale-json", "content/index.md"]);
    let written: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
    assert_eq!(
        written,
        serde_json::json!({"content/index.md": [{
            "Action": {"Name": "replace", "Params": ["guide.md#install"]},
            "Span": [12, 26],
            "Check": "broken-anchor",
            "Description": "",
            "Link": "",
            "Message": "`content/guide.md` has no anchor `#instal`",
            "Severity": "error",
            "Match": "guide.md#instal",
            "Line": 3,
        }]})
    );
}

#[test]
fn the_settings_say_how_bad_a_finding_is_in_general_and_by_path() {
    let site = faulty();
    site.write(
        "waypost.toml",
        "[lint]\nfail_on = \"warning\"\n\n[lint.rules]\nlinks = \"suggestion\"\nMD045 = \"error\"\n\n\
         [[lint.path]]\nfiles = [\"content/guide.md\"]\nrules = { missing-alt = \"off\" }\n",
    );
    let run = site.run(&["lint", "--format", "github"]);
    assert!(
        run.stdout.starts_with("::notice file=content/index.md") && run.stdout.lines().count() == 1,
        "{}",
        run.stdout
    );
    assert_eq!(run.code, 0);
    assert_eq!(site.run(&["lint", "--fail-on", "suggestion"]).code, 1);
    // `build` reports with the same severities.
    assert_eq!(site.run(&["build", "--strict"]).code, 0);
    let only = site.run(&["lint", "--only", "broken-anchor", "--format", "line"]);
    assert_eq!(only.stdout.lines().count(), 1);
    assert_eq!(site.run(&["lint", "--only", "no-such-rule"]).code, 2);
}

#[test]
fn an_unknown_rule_in_the_settings_is_named_with_the_nearest() {
    let site = faulty();
    site.write("waypost.toml", "[lint.rules]\nbroken-anker = \"off\"\n");
    let run = site.run(&["lint", "--format", "line", "waypost.toml"]);
    assert_eq!(run.stdout, "waypost.toml:2:1:unknown-rule:there is no rule `broken-anker`\n");
    let text = site.run(&["lint", "waypost.toml"]).stdout;
    assert!(text.contains("help: did you mean `broken-anchor`?"), "{text}");
}

/// Text of the page → what is found: `rule line`.
fn found_on(page: &str) -> Vec<String> {
    let site = Site::of(&[("content/index.md", page), ("static/pic.png", PICTURE)]);
    let found = lint(&site).into_iter().map(|found| {
        let line = found.span().map_or(0, |span| page[..span.start as usize].matches('\n').count() + 1);
        format!("{} {line}", found.rule)
    });
    found.collect()
}

#[test]
fn what_a_writer_allows_is_no_finding() {
    let image = "![](pic.png)";
    let none: [String; 0] = [];
    let allow = |how: &str| format!("<!-- waypost: {how} missing-alt: it shows nothing new -->");
    assert_eq!(found_on(&format!("# A\n\n{image}\n")), ["missing-alt 3"]);
    assert_eq!(found_on(&format!("# A\n\n{}\n\n{image}\n\n{image}\n", allow("allow"))), ["missing-alt 7"]);
    assert_eq!(found_on(&format!("# A\n\n{image} {}\n", allow("allow"))), none);
    assert_eq!(found_on(&format!("# A\n\nText {image} {}\n{image}\n", allow("allow-line"))), ["missing-alt 4"]);
    assert_eq!(found_on(&format!("# A\n\n- {image}\n- {image}\n\n{}\n", allow("allow-page"))), none);
    assert_eq!(
        found_on(&format!("+++\nlint.allow.missing-alt = \"they show nothing new\"\n+++\n# A\n\n{image}\n")),
        none
    );
    assert_eq!(
        found_on(&format!(
            "# A\n\n<!-- waypost: allow MD045: by its other name -->\n<!-- another comment -->\n\n> {image}\n"
        )),
        none
    );
}

#[test]
fn allowing_what_is_not_there_or_without_a_reason_is_a_finding() {
    assert_eq!(
        found_on("# A\n\n<!-- waypost: allow missing-alt -->\n![](pic.png)\n"),
        ["suppression-without-reason 3"]
    );
    assert_eq!(found_on("# A\n\n<!-- waypost: allow missing-alt: why -->\n\nText\n"), ["unused-suppression 3"]);
    assert_eq!(found_on("# A\n\n<!-- waypost: allow mising-alt: why -->\n\nText\n"), ["invalid-suppression 3"]);
    assert_eq!(found_on("# A\n\n<!-- waypost: hush -->\n\nText\n"), ["invalid-suppression 3"]);
}

#[test]
fn only_changed_lines_count_when_asked() {
    let site = faulty();
    for arguments in [&["init", "-q", "-b", "main"][..], &["add", "."], &["commit", "-q", "-m", "first"]] {
        site.git(arguments);
    }
    // Many people have set how git names the two sides.
    site.git(&["config", "diff.mnemonicPrefix", "true"]);
    site.write("content/guide.md", "# Guide\n\nNew ![](pic.png)\n\n## Install\n\nÄ ![](pic.png)\n");
    site.write("content/new.md", "# New\n\n![](pic.png)\n");
    let run = site.run(&["lint", "--diff", "main", "--format", "line"]);
    let expected = "content/guide.md:3:9:missing-alt:this image has no alternative text\n\
                    content/new.md:3:5:missing-alt:this image has no alternative text\n";
    assert_eq!((run.code, run.stdout.as_str()), (0, expected));
    let run = site.run(&["lint", "--diff", "no-such-branch"]);
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("the changes since `no-such-branch` cannot be read"), "{}", run.stderr);
}

#[test]
fn old_findings_in_the_baseline_do_not_count() {
    let site = faulty();
    let run = site.run(&["lint", "--write-baseline"]);
    assert_eq!((run.code, run.stderr.as_str()), (0, "wrote 2 findings into waypost-baseline.json\n"));
    let run = site.run(&["lint"]);
    assert_eq!((run.code, run.stdout.as_str()), (0, ""));
    assert!(run.stderr.ends_with("no findings; 2 old ones in the baseline\n"), "{}", run.stderr);
    // The line moves, and a new fault of the same kind comes.
    site.write("content/index.md", "# Example\n\nNew.\n\nRead [how](guide.md#instal), [how](guide.md#instal).\n");
    let run = site.run(&["lint", "--format", "line"]);
    assert_eq!(run.stdout.lines().count(), 1, "{}", run.stdout);
    site.write("waypost-baseline.json", "{}");
    let run = site.run(&["lint"]);
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("`waypost-baseline.json` is no baseline"), "{}", run.stderr);
}

#[test]
fn explain_prints_the_page_of_the_manual() {
    let site = Site::new();
    let run = site.run(&["explain", "MD045"]);
    assert!(run.stdout.starts_with("# `missing-alt`\n\nAn image says nothing to those who do not see it.\n"));
    let run = site.run(&["explain", "missing-alts"]);
    assert_eq!((run.code, run.stderr.lines().next()), (2, Some("error: there is no rule `missing-alts`")));
    let list = site.run(&["rules"]).stdout;
    assert!(RULES.iter().all(|rule| list.contains(rule.id)));
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

/// What a pull request brings: a spelling mistake, a broken anchor, a how-to titled with a noun, an image without
/// alternative text, and a label that nobody declared.
#[test]
fn a_pull_request_gets_its_annotations_at_the_right_places() {
    let site = Site::of(&[
        ("content/index.md", "# Kelp\n\nA forest of documents.\n"),
        (
            "content/how-tos/install.md",
            "# Install Kelp\n\nYou need a computer.\n\n## Get the program\n\n1. Run the installer.\n2. Restart.\n",
        ),
        ("content/how-tos/picture.svg", "<svg/>"),
        ("data/labels.toml", "['needs: triage']\ndescription = 'New.'\ncolor = '#d93f0b'\n"),
    ]);
    for arguments in [&["init", "-q", "-b", "main"][..], &["add", "."], &["commit", "-q", "-m", "first"]] {
        site.git(arguments);
    }
    let page = "# GPU configuration\n\nYou recieve a card, and [install the program](install.md#get-the-progam).\n\n\
                1. Plug it in.\n2. Ask for it with the label `needs: triag`.\n\n![](picture.svg)\n";
    site.write("content/how-tos/gpus.md", page);
    let run = site.run(&["lint", "--diff", "main", "--format", "github"]);
    let places: Vec<&str> = run.stdout.lines().map(|line| line.split("::").nth(1).unwrap()).collect();
    let file = "file=content/how-tos/gpus.md";
    assert_eq!(
        places,
        [
            format!("suggestion {file},line=1,endLine=1,col=3,endColumn=19,title=how-to-title")
                .replace("suggestion", "notice"),
            format!("warning {file},line=3,endLine=3,col=5,endColumn=11,title=misspelling"),
            format!("error {file},line=3,endLine=3,col=47,endColumn=71,title=broken-anchor"),
            format!("warning {file},line=6,endLine=6,col=30,endColumn=43,title=undeclared-label"),
            format!("warning {file},line=8,endLine=8,col=5,endColumn=15,title=missing-alt"),
        ],
        "{}",
        run.stdout
    );
    assert_eq!(run.code, 1);
    let found = lint(&site);
    let mendable = found.iter().filter(|found| !found.fixes.is_empty()).map(|found| &*found.rule);
    assert_eq!(mendable.collect::<Vec<_>>(), ["misspelling", "broken-anchor", "undeclared-label"]);
    let here: Vec<&Diagnostic> = found.iter().filter(|found| *found.path == *"content/how-tos/gpus.md").collect();
    let (mended, _) = diagnostic::apply(page, &here, Safety::Choice).unwrap();
    assert_eq!(mended, page.replace("recieve", "receive").replace("progam", "program").replace("triag`", "triage`"));
}

#[test]
fn a_page_that_is_nested_without_end_is_looked_at_all_the_same() {
    let page = format!("# A\n\n![](pic.png)\n\n{} a\n", ">".repeat(50_000));
    assert_eq!(found_on(&page), ["missing-alt 3"]);
}
