//! A community described as data: what is read, what is found, and where it is shown.

use crate::support::{Site, files_below};

const PROJECT: &str = "name = 'Kelp'\none_liner = 'Tide tables.'\nrepo = 'https://example.org/kelp'\nlicense = 'MIT'\n";

#[test]
fn a_half_filled_record_costs_itself_and_everything_else_still_builds() {
    let site = Site::of(&[
        ("content/index.md", "---\npersonas: [tes]\n---\n# Kelp\n\n:::roadmap{theem=x}\n"),
        (
            "data/personas.toml",
            "[tess]\nname = \"Tess\"\noccupation = \"Tester\"\nstrat = \"@index\"\nstart = \"@nope\"\n\n[bob]\nname = \"Bob\"\n\n[[bob.stories]]\nid = \"a\"\nwant = \"x\"\n",
        ),
        (
            "data/roadmap.toml",
            "[gpu]\ntitle = \"GPUs\"\nsummary = \"Use [them](@gone)\"\nbenefits = [\"tess\", \"bob\", \"tom\"]\nhorizon = \"soon\"\nupdated = 2026-02-30\n",
        ),
        ("data/persona.toml", "[x]\n"),
    ]);
    let built = site.build();
    assert_eq!(
        built.text,
        "\
error[unknown-persona]: there is no persona `tes`
 --> content/index.md:2:12
  |
2 | personas: [tes]
  |            ^^^
  |
  = help: did you mean `tess`?

error[unknown-property]: `theem` is nothing that `:::roadmap` can be asked for
 --> content/index.md:6:12
  |
6 | :::roadmap{theem=x}
  |            ^^^^^
  |
  = help: did you mean `theme`?

warning[unknown-data-file]: nothing is read from this file: no record belongs here
--> data/persona.toml
 = help: did you mean `personas`?

warning[unknown-field]: `strat` is not a field of a persona
 --> data/personas.toml:4:1
  |
4 | strat = \"@index\"
  | ^^^^^
  |
  = help: did you mean `start`?

error[broken-link]: there is no page or file `@nope`
 --> data/personas.toml:5:9
  |
5 | start = \"@nope\"
  |         ^^^^^^^

error[invalid-data]: `occupation` is missing here
 --> data/personas.toml:7:2
  |
7 | [bob]
  |  ^^^

error[invalid-data]: `so_that` is missing here
  --> data/personas.toml:10:1
   |
10 | [[bob.stories]]
   | ^^^^^^^^^^^^^^^

error[broken-link]: there is no page or file `@gone`
 --> data/roadmap.toml:3:23
  |
3 | summary = \"Use [them](@gone)\"
  |                       ^^^^^

error[unknown-reference]: there is no persona `tom`
 --> data/roadmap.toml:4:28
  |
4 | benefits = [\"tess\", \"bob\", \"tom\"]
  |                            ^^^^^
  |
  = help: describe the persona in the data folder, or take the reference out

error[invalid-data]: `soon` is not one of `now`, `next`, `later`, `exploring`
 --> data/roadmap.toml:5:11
  |
5 | horizon = \"soon\"
  |           ^^^^^^

error[invalid-data]: the file is not TOML: invalid date, expected day between 01 and 28
 --> data/roadmap.toml:6:11
  |
6 | updated = 2026-02-30
  |           ^^^^^^^^^^

"
    );
    assert!(built.files.contains_key("personas/tess/index.html"));
    assert!(built.files.contains_key("community/roadmap/gpu/index.html"));
    assert!(!built.files.contains_key("personas/bob/index.html"));
}

#[test]
fn a_block_stands_on_the_page_that_holds_it_and_else_on_a_page_made_for_it() {
    let show =
        "{{ data.name }} {{ data.total }}{% for entry in data.entries %} {{ entry.id }}={{ entry.href }}{% endfor %}";
    let site = Site::of(&[
        ("content/index.md", "# Kelp\n\n:::roadmap{horizon=now}\n"),
        ("content/plans/wishes.md", "# Wishes\n\n:::roadmap\n:::\n\nAfter.\n"),
        (
            "data/roadmap.toml",
            "[a]\ntitle = 'A'\nsummary = 'a'\nhorizon = 'next'\n\n[b]\ntitle = 'B'\nsummary = 'b'\nhorizon = 'now'\n",
        ),
        ("data/values.toml", "[open]\nname = 'Open'\nstatement = 'We work in the open.'\n"),
        ("theme/templates/blocks/roadmap.html", show),
        ("theme/templates/blocks/values.html", show),
        ("theme/templates/records/roadmap.html", "{{ data.home.href }} {{ text | safe }}"),
        ("theme/templates/page.html", "{{ content | safe }}"),
    ]);
    let built = site.build();
    assert_eq!(built.text, "");
    assert_eq!(built.file("index.html"), "<h1 id=\"kelp\">Kelp</h1>\nroadmap 1 b=community/roadmap/b/\n");
    assert_eq!(
        built.file("plans/wishes/index.html"),
        "<h1 id=\"wishes\">Wishes</h1>\nroadmap 2 b=../../community/roadmap/b/ a=../../community/roadmap/a/\n<p>After.</p>\n"
    );
    assert_eq!(built.file("community/roadmap/a/index.html"), "../../../plans/wishes/ ");
    assert!(!built.files.contains_key("community/roadmap/index.html"), "the roadmap has a home already");
    assert_eq!(built.file("community/values/index.html"), "values 1 open=./#value-open");
}

#[test]
fn the_text_of_a_record_is_a_page_like_any_other() {
    let site = Site::of(&[
        ("content/index.md", "# Kelp\n\nFor [Tess](@personas/tess), and [](@personas/tess#at-work).\n"),
        (
            "data/personas/tess.md",
            "+++\nname = 'Tess'\noccupation = 'Tester'\n+++\n\n## At work\n\nShe reads [home](@index) and [nothing](@gone).\n",
        ),
        ("theme/templates/records/persona.html", "{{ data.name }}: {{ text | safe }}"),
        ("theme/templates/blocks/personas.html", ""),
        ("theme/templates/blocks/coverage.html", ""),
        ("theme/templates/page.html", "{{ content | safe }}"),
    ]);
    let built = site.build();
    assert_eq!(built.findings(), ["error broken-link data/personas/tess.md: there is no page or file `@gone`"]);
    assert!(built.file("personas/tess/index.html").contains("reads <a href=\"../../\">home</a> and"));
    assert!(built.file("index.html").contains("<a href=\"personas/tess/\">Tess</a>"));
    assert!(built.file("index.html").contains("<a href=\"personas/tess/#at-work\">At work</a>"));
}

#[test]
fn who_is_not_listed_appears_nowhere_in_the_site() {
    let out = tempfile::tempdir().unwrap();
    let site = Site::of(&[
        ("waypost.toml", "[site]\nbase_url = 'https://kelp.example/'\n"),
        (
            "content/index.md",
            "---\nowner: quiet-person\n---\n# Kelp\n\n:::people\n\n:::teams\n\n:::ladder\n\n:::credits\n",
        ),
        ("data/project.toml", PROJECT),
        (
            "data/people.toml",
            "[quiet-person]\nname = 'Quintessa'\nlisted = false\nemail = 'q@secret.example'\npublic_email = true\nhandles = { github = 'quinthub' }\n\n[ana]\nname = 'Ana'\nlisted = true\nemail = 'ana@secret.example'\n\n[bo]\nname = 'Bo'\nlisted = true\nemail = 'bo@public.example'\npublic_email = true\n",
        ),
        (
            "data/teams/core.toml",
            "name = 'Core'\nmission = 'Keep it afloat.'\nowner = 'quiet-person'\n[[seats]]\nperson = 'quiet-person'\nrung = 'keeper'\n[[seats]]\nperson = 'ana'\n[[alumni]]\nperson = 'quiet-person'\n",
        ),
        ("data/ladder.toml", "[keeper]\nname = 'Keeper'\norder = 1\nstage = 'maintainer'\n"),
        ("data/credits.toml", "[one]\nperson = 'quiet-person'\nkinds = ['doc']\n"),
        (
            "data/notes/2026-01-01-core.md",
            "+++\ndate = 2026-01-01\nmeeting = 'm'\nattendees = ['quiet-person', 'ana']\n[[actions]]\nwhat = 'Write it down.'\nwho = 'quiet-person'\n+++\n",
        ),
        (
            "data/meetings.toml",
            "[m]\ntitle = 'M'\nopen_to = 'everyone'\nduration = '1h'\ntz = 'UTC'\nstart = '2026-01-01T10:00'\nnotes_url = '@index'\nfacilitator = 'quiet-person'\n",
        ),
        (
            "data/roadmap.toml",
            "[a]\ntitle = 'A'\nsummary = 'a'\ncontact = 'quiet-person'\nchampions = ['quiet-person']\nupdated = 2026-01-01\nupdates = [{ date = 2026-01-01, text = 'Done.', by = 'quiet-person' }]\n",
        ),
        (
            "data/decisions/1-a.md",
            "+++\nnumber = 1\ntitle = 'A'\nstatus = 'open'\nauthors = ['quiet-person', 'ana']\ncreated = 2026-01-01\nsummary = 'a'\n+++\n",
        ),
    ]);
    let run = site.run(&["build", "--out", out.path().join("site").to_str().unwrap(), "--as-of", "2026-01-02"]);
    assert!(run.stderr.contains("is a member and an alumnus"), "{}", run.stderr);
    let mut bo_is_shown = false;
    for (path, bytes) in files_below(&out.path().join("site")) {
        let text = String::from_utf8_lossy(&bytes);
        for secret in ["Quintessa", "quiet-person", "quinthub", "q@secret", "ana@secret"] {
            assert!(!text.contains(secret) && !path.contains(secret), "`{secret}` is in {path}");
        }
        bo_is_shown |= text.contains("bo@public.example");
    }
    assert!(bo_is_shown, "an address that its owner made public is shown");
}

#[test]
fn what_a_type_cannot_say_is_checked_record_by_record() {
    let decision = |number: u32, title: &str, status: &str, more: &str| {
        format!(
            "+++\nnumber = {number}\ntitle = '{title}'\nstatus = '{status}'\nauthors = []\ncreated = 2026-01-01\nsummary = 's'\n{more}+++\n"
        )
    };
    let team = |parent: &str, more: &str| format!("name = 'T'\nmission = 'm'\nparent = '{parent}'\n{more}");
    let site = Site::of(&[
        ("content/index.md", "# Kelp\n"),
        ("data/decisions/0001-a.md", &decision(1, "A", "superseded", "")),
        ("data/decisions/0002-b.md", &decision(2, "B", "superseded", "superseded_by = [3]\n")),
        ("data/decisions/0003-c.md", &decision(4, "C", "accepted", "")),
        ("data/teams/a.toml", &team("b", "[[seats]]\nperson = 'p'\n[[seats]]\nperson = 'p'\n")),
        ("data/teams/b.toml", &team("a", "")),
        (
            "data/people.toml",
            "[p]\nname = 'P'\nlisted = true\nhandles.github = 'pp'\n[q]\nname = 'Q'\nlisted = true\nhandles.github = 'PP'\n",
        ),
        (
            "data/pathways/in.md",
            "+++\ntitle = 'In'\noutcome = 'o'\nfor_personas = []\ncode = 'none'\neffort = { hours = 1 }\nto = 'r'\nhelpers = []\nafter = ['in']\n[[steps]]\nid = 'one'\ntitle = 'One'\ndo = 'x'\ndone_when = 'y'\nneeds = ['two']\n[[steps]]\nid = 'two'\ntitle = 'Two'\ndo = 'x'\ndone_when = 'y'\nneeds = ['one', 'thre']\n+++\n",
        ),
        ("data/ladder.toml", "[r]\nname = 'R'\norder = 1\nstage = 'contributor'\n"),
        ("data/labels.toml", "['needs: triage 🚦']\ndescription = 'd'\ncolor = '#fff000'\n"),
        (
            "data/replies/a.md",
            "+++\ntitle = 'A'\nwhen = 'w'\ncategory = 'triage'\nactions = [{ add_label = 'needs:  triage 🚦\u{fe0f}' }, { add_label = 'needs: triage' }]\n+++\nHello {{name}}.\n",
        ),
        ("data/events.toml", "[e]\nname = 'E'\ndate = 2026-02-02\nuntil = 2026-02-01\n"),
    ]);
    let findings: Vec<String> =
        site.build().findings().into_iter().filter(|finding| !finding.contains("template-error")).collect();
    assert_eq!(
        findings,
        [
            "error superseded-without-successor data/decisions/0001-a.md: this was superseded, and nothing says by what",
            "error superseded-without-successor data/decisions/0002-b.md: decision 4 does not say that it replaces this one",
            "error decision-number data/decisions/0003-c.md: this is decision 4, and its file is named for 3",
            "warning decision-without-resolution data/decisions/0003-c.md: this was decided, and nothing says when and how",
            "error event-ends-before-it-begins data/events.toml: the event ends before it begins",
            "error pathway-cycle data/pathways/in.md: the pathway `in` comes before itself: in → in",
            "error pathway-cycle data/pathways/in.md: the step `one` can never be reached: the steps it needs wait for it",
            "error unknown-step data/pathways/in.md: there is no step `thre` in this pathway",
            "error duplicate-person data/people.toml: `p` and `q` are both `PP` on github",
            "error unknown-reference data/replies/a.md: there is no label `needs: triage`",
            "error team-cycle data/teams/a.toml: the team `a` is above itself: a → b → a",
            "error duplicate-member data/teams/a.toml: `p` sits in the team `a` twice",
            "error team-cycle data/teams/b.toml: the team `b` is above itself: b → a → b",
        ]
    );
}

#[test]
fn long_indexes_are_split_and_no_page_grows_with_the_total() {
    let build = |count: usize| {
        let site = Site::of(&[("content/index.md", "# Kelp\n")]);
        for number in 1..=count {
            let text = format!(
                "+++\nnumber = {number}\ntitle = 'A decision'\nstatus = 'final'\nauthors = []\ncreated = 2026-01-01\nsummary = 'What it is about.'\nresolution = {{ outcome = 'Agreed.', date = 2026-01-02 }}\n+++\n\nThe text.\n"
            );
            site.write(&format!("data/decisions/{number:04}-it.md"), text);
        }
        site.build()
    };
    let (few, many) = (build(120), build(360));
    assert_eq!(few.text, "");
    assert!(many.files.contains_key("community/decisions/page-4/index.html"));
    assert!(!many.files.contains_key("community/decisions/page-5/index.html"));
    let largest = |files: &std::collections::BTreeMap<String, String>| {
        files.iter().filter(|(path, _)| path.ends_with(".html")).map(|(_, text)| text.len()).max().unwrap()
    };
    assert!(largest(&many.files) < largest(&few.files) * 11 / 10, "{} {}", largest(&many.files), largest(&few.files));
    // Every decision is listed once.
    let lists = many
        .files
        .iter()
        .filter(|(path, _)| path.starts_with("community/decisions/page-") || *path == "community/decisions/index.html");
    let listed: usize = lists.map(|(_, text)| text.matches("What it is about.").count()).sum();
    assert!(listed == 360 || listed == 0, "{listed}");
}

#[test]
fn the_audit_names_what_to_edit_and_a_waiver_ends() {
    let site = Site::of(&[
        ("waypost.toml", "[[audit.waive]]\ncheck = 'K06'\nreason = 'We are three people.'\nuntil = 2026-06-30\n"),
        ("content/index.md", "# Kelp\n"),
        ("content/how-tos/install.md", "---\npersonas: [ana]\n---\n# Install\n"),
        (
            "data/personas.toml",
            "[ana]\nname = 'Ana'\noccupation = 'Sailor'\nstart = '@how-tos/install'\nnot_needed = [{ kind = 'tutorial', reason = 'She knows tides.' }]\n",
        ),
    ]);
    let report = site.run(&["audit", "--as-of", "2026-06-30"]);
    assert_eq!(report.code, 1);
    let begins = "\
Personas and documentation
  fail     P01  There are at least two personas, each with what they do, tools, pain points and core needs [warning]
                --> data/personas/: only one persona is described
                    = help: describe one who uses the project and one who takes part in it
                --> data/personas.toml: Ana is described in part
                    = help: add `does`, `tools`, `pain_points`, `core_needs`
";
    assert!(report.stdout.contains(begins), "{}", report.stdout);
    for line in [
        "                --> data/personas.toml: Ana finds no reference\n",
        "  waived   K06  The ladder reaches from user to maintainer, and every rung says what it takes and who decides\n                = waived until 2026-06-30: We are three people.\n",
        "  fail     R01  There is a roadmap [error]\n",
    ] {
        assert!(report.stdout.contains(line), "{}", report.stdout);
    }
    assert!(!report.stdout.contains("finds no tutorial") && !report.stdout.contains("finds no how-to"));
    let later = site.run(&["audit", "--as-of", "2026-07-01"]);
    assert!(later.stdout.contains("this was waived until 2026-06-30: We are three people."), "{}", later.stdout);
    let json = site.run(&["audit", "--as-of", "2026-06-30", "--format", "json"]);
    let value: serde_json::Value = serde_json::from_str(&json.stdout).unwrap();
    assert_eq!((value["version"].as_i64(), value["as_of"].as_str()), (Some(1), Some("2026-06-30")));
    assert_eq!(value["checks"][0]["outcome"]["result"], "fail");
}

#[test]
fn the_audit_measures_pages_and_fails_for_none_of_it() {
    let site = Site::of(&[
        ("content/index.md", "# Kelp\n"),
        ("content/tutorials/grow.md", "# Grow kelp\n\nYou take a rope.\n\nYou hang it into the water.\n"),
        (
            "content/how-tos/dry.md",
            "# Dry kelp\n\n<!-- waypost: allow-page how-to-without-result: everybody sees it -->\n\n1. Open the net.\n2. Take it out.\n",
        ),
    ]);
    let report = site.run(&["audit", "--as-of", "2026-06-30"]);
    let notes = "\
Measures of pages: to think about, not to fail
  note     unlinked-page: no other page's text links to a how-to or a page of reference
                --> content/how-tos/dry.md:1:3: no other page links here
                    = help: link to it where a reader needs it: from a tutorial, a how-to, an explanation
  note     tutorial-without-we: a tutorial never says `we`
                --> content/tutorials/grow.md:1:3: this tutorial never says `we`
                    = help: where you show the way, go it together with the learner: `first, we make a folder`

Personas and documentation
";
    assert!(report.stdout.starts_with(notes), "{}", report.stdout);
    let json = site.run(&["audit", "--as-of", "2026-06-30", "--format", "json"]);
    let value: serde_json::Value = serde_json::from_str(&json.stdout).unwrap();
    let rules: Vec<&str> = value["notes"].as_array().unwrap().iter().filter_map(|note| note["rule"].as_str()).collect();
    assert_eq!(rules, ["unlinked-page", "tutorial-without-we"]);
    // The linter is silent about them until it is asked.
    assert!(!site.run(&["lint", "--format", "line"]).stdout.contains("tutorial-without-we"));
    site.write("waypost.toml", "[lint.rules]\ntutorial-without-we = 'warning'\nunlinked-page = 'off'\n");
    assert!(site.run(&["lint", "--format", "line"]).stdout.contains("tutorials/grow.md:1:3:tutorial-without-we"));
    let report = site.run(&["audit", "--as-of", "2026-06-30"]).stdout;
    assert!(report.contains("tutorial-without-we") && !report.contains("unlinked-page"), "{report}");
}

#[test]
fn editors_get_a_schema_for_each_sort_of_record() {
    let site = Site::of(&[("content/index.md", "# Kelp\n"), ("data/project.toml", PROJECT)]);
    let one: serde_json::Value = serde_json::from_str(&site.run(&["schema", "channel"]).stdout).unwrap();
    assert_eq!(one["required"], serde_json::json!(["name", "kind", "url", "use_for", "public"]));
    assert_eq!(one["properties"]["updated"]["format"], "date");
    assert_eq!(one["additionalProperties"], false);
    let many: serde_json::Value = serde_json::from_str(&site.run(&["schema", "channels"]).stdout).unwrap();
    assert_eq!(many["additionalProperties"]["required"], one["required"]);
    assert_eq!(many["$defs"], one["$defs"]);
    let wrong = site.run(&["schema", "chanel"]);
    assert_eq!(
        (wrong.code, wrong.stderr.as_str()),
        (2, "error: there are no records of the sort `chanel`\n  = help: did you mean `channel`?\n")
    );
    let published: serde_json::Value = serde_json::from_str(site.build().file("schemas/channel.json")).unwrap();
    assert_eq!(published, one);
}

const TEAM: &str = "name = 'Core'\nmission = 'Keep it afloat.'\n";

#[test]
fn meetings_become_a_calendar_and_what_cannot_be_told_is_said() {
    let site = Site::of(&[
        ("waypost.toml", "[site]\ntitle = 'Kelp'\nbase_url = 'https://kelp.example/docs/'\n"),
        ("content/index.md", "# Kelp\n"),
        ("data/teams/core.toml", TEAM),
        (
            "data/meetings.toml",
            "\
[call]
title = 'Community call'
open_to = 'everyone'
start = '2026-03-19T17:00'
duration = '1h'
tz = 'Europe/Berlin'
team = 'core'
updated = 2026-03-01
recurrence = { freq = 'weekly', interval = 2, by_day = ['TH'] }
exceptions = [2026-04-16]
overrides = [{ date = 2026-04-30, new_start = '2026-05-01T10:00', note = 'Holiday.' }]

[triage]
title = 'Triage'
open_to = 'members'
duration = '30 minutes'
tz = 'Europe/Berlin'
recurrence = { freq = 'weekly', interval = 2 }

[pacific]
title = 'Pacific'
open_to = 'everyone'
start = '2026-03-18T09:00'
duration = '1h'
tz = 'PT (Pacific Time)'
",
        ),
        ("data/events.toml", "[sprint]\nname = 'Sprint'\ndate = 2026-05-02\nuntil = 2026-05-03\n"),
        (
            "theme/templates/blocks/meetings.html",
            "{% for time in data.upcoming %}{{ time.utc }} {{ time.title }}\n{% endfor %}{% for entry in data.entries %}{{ entry.id }}: {{ entry.when or \"-\" }} {{ entry.not_in_calendar or \"\" }}\n{% endfor %}",
        ),
        ("theme/templates/blocks/events.html", ""),
        ("theme/templates/blocks/teams.html", ""),
        ("theme/templates/records/team.html", ""),
        ("theme/templates/page.html", "{{ content | safe }}"),
    ]);
    let options = waypost::workspace::Options { as_of: Some("2026-03-20".parse().unwrap()), ..Default::default() };
    let built = site.build_with(options);
    assert_eq!(
        built.findings(),
        [
            "error meeting-without-start data/meetings.toml: nobody can tell which weeks are meant, so this meeting is not in the calendar",
            "error unknown-time-zone data/meetings.toml: `PT (Pacific Time)` is no IANA time zone; use `America/Los_Angeles`",
        ]
    );
    // 17:00 in Berlin is 15:00 in UTC from the end of March on.
    assert_eq!(
        built.file("community/meetings/index.html"),
        "\
2026-04-02T15:00:00Z Community call
2026-05-01T08:00:00Z Community call
2026-05-14T15:00:00Z Community call
2026-05-28T15:00:00Z Community call
2026-06-11T15:00:00Z Community call
2026-06-25T15:00:00Z Community call
2026-07-09T15:00:00Z Community call
2026-07-23T15:00:00Z Community call
call: Every 2 weeks on Thursday at 17:00, Europe/Berlin 
pacific: On 2026-03-18 at 09:00, PT (Pacific Time) It is not in the calendar: its time zone is not known.
triage: - It is not in the calendar: nobody has said when it took place first.
"
    );
    let calendar = built.file("community/meetings.ics");
    for line in [
        "X-WR-CALNAME:Kelp",
        "TZID:Europe/Berlin",
        "UID:call@kelp.example",
        "DTSTAMP:20260301T000000Z",
        "DTSTART;TZID=Europe/Berlin:20260319T170000",
        "RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TH",
        "EXDATE;TZID=Europe/Berlin:20260416T170000",
        "RECURRENCE-ID;TZID=Europe/Berlin:20260430T170000",
        "URL:https://kelp.example/docs/community/meetings/#meeting-call",
        "UID:event/sprint@kelp.example",
        "DTEND;VALUE=DATE:20260504",
    ] {
        assert!(calendar.contains(&format!("\r\n{line}\r\n")), "`{line}` is not in\n{calendar}");
    }
    assert_eq!(calendar.matches("BEGIN:VEVENT").count(), 3, "a meeting, its moved day, and an event");
    let team = built.file("community/teams/core.ics");
    assert!(team.contains("X-WR-CALNAME:Kelp: Core") && !team.contains("sprint"), "{team}");
}

#[test]
fn the_coverage_matrix_starts_what_is_missing() {
    let site = Site::of(&[
        ("waypost.toml", "[site]\nedit_url = 'https://github.com/kelp/kelp/edit/main/docs/{path}'\n"),
        ("content/index.md", "# Kelp\n\n:::coverage{id=ana}\n"),
        ("content/how-tos/install.md", "---\npersonas: [ana, bo]\n---\n# Install\n"),
        (
            "data/personas.toml",
            "[ana]\nname = 'Ana'\noccupation = 'Sailor'\nnot_needed = [{ kind = 'tutorial', reason = 'She knows tides.' }]\n[bo]\nname = 'Bo'\noccupation = 'Diver'\n",
        ),
        ("content/reference/index.md", "# Reference\n"),
        (
            "theme/templates/blocks/coverage.html",
            "{% for row in data.rows %}{% for cell in row.cells %}{{ row.persona.title }} {{ cell.kind }} {{ cell.total }} {{ cell.not_needed or \"\" }}{{ cell.new_url or \"\" }}\n{% endfor %}{% endfor %}",
        ),
        ("theme/templates/page.html", "{{ content | safe }}"),
    ]);
    let built = site.build();
    assert_eq!(built.text, "");
    assert_eq!(
        built.file("index.html"),
        "\
<h1 id=\"kelp\">Kelp</h1>
Ana tutorial 0 She knows tides.
Ana how-to 1 
Ana reference 0 https://github.com/kelp/kelp/new/main/docs/content/reference?filename=ana-reference.md&amp;value=---%0Akind%3A%20reference%0Apersonas%3A%20%5Bana%5D%0A---%0A%0A%23%20%0A
Ana explanation 0 https://github.com/kelp/kelp/new/main/docs/content?filename=ana-explanation.md&amp;value=---%0Akind%3A%20explanation%0Apersonas%3A%20%5Bana%5D%0A---%0A%0A%23%20%0A
"
    );
    assert_eq!(built.file("community/coverage/index.html").matches("Bo ").count(), 4);
}

#[test]
fn a_roadmap_shows_no_day_that_nobody_gave() {
    let item =
        |title: &str, more: &str| format!("title = '{title}'\nsummary = 'What we want.'\nhorizon = 'now'\n{more}");
    let site = Site::of(&[
        ("content/index.md", "# Kelp\n"),
        (
            "data/roadmap/plain.toml",
            &item(
                "Plain",
                "funding = [{ purpose = 'Time', cost = 'unknown', funded = 'no' }]\nhelp_wanted = [{ task = 'Try it.' }]\n",
            ),
        ),
        (
            "data/roadmap/dated.toml",
            &item("Dated", "target = 'the spring release'\nupdates = [{ date = 2026-02-03, text = 'Begun.' }]\n"),
        ),
        ("data/themes.toml", "[tides]\ntitle = 'Tides'\n"),
    ]);
    let built = site.build();
    assert_eq!(built.text, "");
    let shows_a_day = |text: &str| {
        let bytes = text.as_bytes();
        bytes.windows(10).any(|part| {
            part.iter()
                .enumerate()
                .all(|(at, byte)| if at == 4 || at == 7 { *byte == b'-' } else { byte.is_ascii_digit() })
        })
    };
    for (path, text) in built.files.iter().filter(|(path, _)| path.ends_with(".html")) {
        assert_eq!(shows_a_day(text), path.contains("dated"), "{path}");
    }
    assert!(built.file("community/roadmap/index.html").contains("The order is intent, not a schedule."));
    for page in ["help-wanted", "fundable", "brochure"] {
        assert!(built.file(&format!("community/roadmap/{page}/index.html")).contains("Plain"));
    }
}

#[test]
fn a_reading_path_leads_from_page_to_page() {
    let site = Site::of(&[
        ("content/index.md", "# Kelp\n"),
        ("content/a.md", "# A\n"),
        ("content/b.md", "# B\n"),
        ("content/c.md", "# C\n"),
        (
            "data/readings.toml",
            "[first]\ntitle = 'First week'\nsummary = 'Begin here.'\npages = ['@c', '@a', 'https://elsewhere.example/']\n",
        ),
        (
            "theme/templates/page.html",
            "{% for path in readings %}{{ path.title }} {{ path.href }} {{ path.place }}/{{ path.places }} <{{ path.prev.href if path.prev else \"\" }} >{{ path.next.href if path.next else \"\" }}{% endfor %}",
        ),
        ("theme/templates/blocks/readings.html", ""),
        ("theme/templates/records/reading.html", ""),
    ]);
    let built = site.build();
    assert_eq!(built.text, "");
    assert_eq!(built.file("c/index.html"), "First week ../community/readings/first/ 1/3 < >../a/");
    assert_eq!(built.file("a/index.html"), "First week ../community/readings/first/ 2/3 <../c/ >");
    assert_eq!(built.file("b/index.html"), "");
}

#[test]
fn a_label_in_a_text_must_be_declared() {
    let site = Site::of(&[
        (
            "content/index.md",
            "# Kelp\n\nPut `needs: triage` on it, then `needs: reveiw`. Run `git: x` and `title: Mine`.\n",
        ),
        (
            "data/labels.toml",
            "['needs: triage']\ndescription = 'd'\ncolor = '#d93f0b'\n['needs: review']\ndescription = 'd'\ncolor = '#d93f0b'\n",
        ),
    ]);
    let report = site.run(&["audit", "--as-of", "2026-01-01"]).stdout;
    let (_, part) = report.split_once("M04").unwrap();
    let part = part.split("\n  ").next().unwrap().to_owned()
        + part.split_once('\n').unwrap().1.split("  fail").next().unwrap();
    assert!(part.contains("--> content/index.md: there is no label `needs: reveiw`\n                    = help: did you mean `needs: review`?"), "{report}");
    assert_eq!(part.matches("-->").count(), 1, "{part}");
}

#[test]
fn an_id_never_leads_out_of_the_site() {
    let site = Site::of(&[
        ("content/index.md", "# Kelp\n"),
        (
            "data/teams.toml",
            "['../../../escaped']\nname = 'E'\nmission = 'm'\n['..']\nname = 'E'\nmission = 'm'\n[fine]\nname = 'F'\nmission = 'm'\n",
        ),
        (
            "data/meetings.toml",
            "[m]\ntitle = 'M'\nopen_to = 'everyone'\nstart = '2026-01-01T10:00'\nduration = '1h'\ntz = 'UTC'\nteam = '../../../escaped'\n",
        ),
    ]);
    let built = site.build();
    assert_eq!(
        built.findings(),
        [
            "error unknown-reference data/meetings.toml: there is no team `../../../escaped`",
            "error invalid-data data/teams.toml: `../../../escaped` cannot be an id: it becomes a part of an address",
            "error invalid-data data/teams.toml: `..` cannot be an id: it becomes a part of an address",
        ]
    );
    assert!(built.files.keys().all(|path| !path.contains("..") && !path.contains("escaped")));
    assert!(built.files.contains_key("community/teams/fine/index.html"));
}

#[test]
fn the_page_of_the_audit_names_nobody_who_is_not_listed() {
    let site = Site::of(&[
        ("content/index.md", "# Kelp\n\n:::health\n"),
        ("data/people/hidden-one.toml", "name = 'H'\nlisted = false\nupdated = 2020-01-01\nreview_every = '180d'\n"),
        (
            "data/teams/core.toml",
            "name = 'Core'\nmission = 'm'\n[[seats]]\nperson = 'hidden-one'\nspan = { to = 2020 }\n",
        ),
        ("data/sponsors.toml", "[quiet]\norg = 'o'\npublic = false\n"),
        ("data/orgs.toml", "[o]\nname = 'O'\n"),
    ]);
    let options = waypost::workspace::Options { as_of: Some("2026-03-20".parse().unwrap()), ..Default::default() };
    let built = site.build_with(options);
    assert_eq!(built.text, "");
    assert!(built.file("index.html").contains("There is a roadmap"));
    for (path, text) in &built.files {
        assert!(!text.contains("hidden-one") && !text.contains("quiet"), "{path}");
    }
    assert!(
        site.run(&["audit", "--as-of", "2026-03-20"]).stdout.contains("hidden-one"),
        "the terminal is the maintainers' own"
    );
}

#[test]
fn a_block_needs_no_closing_line_and_takes_none_that_is_not_its_own() {
    let site = |text: &str| {
        let site = Site::of(&[
            ("content/index.md", text),
            ("data/values.toml", "[open]\nname = 'Open'\nstatement = 's'\n"),
            ("theme/templates/blocks/values.html", "[values]"),
            ("theme/templates/page.html", "{{ content | safe }}"),
            (
                "theme/components/details.html",
                "{% component details(title, open = false) %}<details>{{ body | safe }}</details>{% endcomponent details %}",
            ),
        ]);
        let built = site.build();
        assert_eq!(built.text, "", "{text}");
        built.file("index.html").to_owned()
    };
    assert_eq!(site(":::values\n\nAfter.\n"), "[values]\n<p>After.</p>\n");
    assert_eq!(site(":::values\n:::\n\nAfter.\n"), "[values]\n<p>After.</p>\n");
    assert_eq!(site(":::details\n:::values\n:::\n\nAfter.\n"), "<details>[values]\n</details>\n<p>After.</p>\n");
    assert_eq!(site("::::details\n:::values\n:::\n::::\n\nAfter.\n"), "<details>[values]\n</details>\n<p>After.</p>\n");
    assert_eq!(site("- One\n\n  :::values\n\n- Two\n").matches("[values]").count(), 1);
}
