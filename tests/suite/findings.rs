//! What the tool says of a site, and how.

use crate::support::Site;

#[test]
fn every_problem_of_every_page_is_reported_in_one_run_in_order() {
    let site = Site::of(&[
        (
            "waypost.toml",
            "[site]\ntitel = \"Harbor\"\nlanguage = 3\n[nav]\n\"how-tos\" = [\"instal\"]\n[theme]\nlogo = \"logo.png\"\nlinks = [{ label = \"CoC\", url = \"/conduct/\" }]\n",
        ),
        ("content/index.md", "---\ntitle: Home\nkind: how-too\nwieght: 3\n---\n[a](gone.md)\n"),
        (
            "content/how-tos/install.md",
            "+++\ntitle = \"Install\nkind = \"how-to\"\n+++\n:::chart\nx\n:::\n\n:::note\nleft open\n",
        ),
        ("content/how-tos/bad.md", "+++\ntitle = \"x\"\n"),
        ("static/logo.svg", "<svg/>"),
    ]);
    assert_eq!(
        site.build().findings(),
        [
            "error invalid-front-matter content/how-tos/bad.md: the front matter is not closed",
            "error invalid-front-matter content/how-tos/install.md: the front matter is not TOML: invalid basic string, expected `\"`",
            "warning unsupported content/how-tos/install.md: there is no directive `chart`",
            "warning unclosed-directive content/how-tos/install.md: this directive is not closed",
            "error invalid-front-matter content/index.md: `how-too` is not one of `tutorial`, `how-to`, `reference`, `concept`, `explanation`; did you mean `how-to`?",
            "warning unknown-front-matter content/index.md: `wieght` is not a front matter key",
            "error broken-link content/index.md: there is no page or file `gone.md`",
            "warning unknown-setting waypost.toml: `titel` is not a setting",
            "error invalid-settings waypost.toml: expected a string, found integer `3`",
            "error unknown-nav-entry waypost.toml: there is no page or folder `instal` in `how-tos`",
            "error broken-setting-link waypost.toml: there is no file `logo.png` in the `static` folder",
            "error broken-setting-link waypost.toml: `/conduct/` leads to no page or file of the site",
        ]
    );
}

#[test]
fn what_another_tool_understands_is_named_once_a_site() {
    let site = Site::of(&[
        (
            "content/index.md",
            "---\nsidebar_label: Home\nhide_title: true\n---\n# Home\n\n<Tabs>\n\nIn a tab.\n\n</Tabs>\n\n{{< youtube id >}}\n",
        ),
        ("content/a.md", "---\nhide_title: true\n---\n# A\n\n<Tabs></Tabs>\n\n:::chart\nStill shown.\n:::\n"),
        ("content/b.mdx", "# B\n\nStill a page.\n"),
    ]);
    let built = site.build();
    assert_eq!(
        built.findings(),
        [
            "suggestion unsupported content/a.md: the front matter key `hide_title` is ignored (2 pages)",
            "warning unsupported content/a.md: there is no component `<Tabs>` (2 pages)",
            "warning unsupported content/a.md: there is no directive `chart`",
            "warning unsupported content/index.md: `{{< youtube` is a call of another generator and not supported",
        ]
    );
    assert!(built.file("a/index.html").contains("<p>Still shown.</p>"));
    assert!(built.file("b/index.html").contains("<p>Still a page.</p>"));
    assert!(built.file("index.html").contains("<p>In a tab.</p>"));
}

#[test]
fn a_terminal_shows_the_line_the_place_and_what_to_do() {
    let site = Site::of(&[("docs/content/index.md", "# Home\n\nGröße: [a](#hom)\n")]);
    let run = site.run(&["build", "docs"]);
    assert_eq!(run.code, 1);
    assert_eq!(run.stdout, "");
    let (findings, summary) = run.stderr.rsplit_once("\n\n").unwrap();
    assert_eq!(
        findings,
        "\
error[broken-anchor]: this page has no anchor `#hom`
 --> docs/content/index.md:3:12
  |
3 | Größe: [a](#hom)
  |            ^^^^
  |
  = help: did you mean `#home`?"
    );
    assert!(summary.starts_with("built 1 page into docs/site in ") && summary.ends_with(" s: 1 error\n"), "{summary}");
}

#[test]
fn json_has_the_same_findings_with_lines_and_columns_in_characters() {
    let site = Site::of(&[("index.md", "# Home\n\nGröße: [a](#hom)\n")]);
    let run = site.run(&["build", "--format", "json"]);
    assert_eq!((run.code, run.stderr.as_str()), (1, ""));
    assert_eq!(
        run.stdout,
        r##"{
  "version": 1,
  "pages": 1,
  "errors": 1,
  "warnings": 0,
  "suggestions": 0,
  "findings": [
    {
      "rule": "broken-anchor",
      "severity": "error",
      "path": "index.md",
      "start": {
        "line": 3,
        "column": 12,
        "byte": 21
      },
      "end": {
        "line": 3,
        "column": 16,
        "byte": 25
      },
      "message": "this page has no anchor `#hom`",
      "help": "did you mean `#home`?",
      "fixes": [
        {
          "title": "write `#home`",
          "safety": "choice",
          "edits": [
            {
              "start": {
                "line": 3,
                "column": 12,
                "byte": 21
              },
              "end": {
                "line": 3,
                "column": 16,
                "byte": 25
              },
              "text": "#home"
            }
          ]
        }
      ]
    }
  ]
}
"##
    );
}

#[test]
fn warnings_fail_a_build_only_when_it_is_strict() {
    let site = Site::of(&[("content/index.md", "# Home\n\n![](a.svg)\n"), ("content/a.svg", "<svg/>")]);
    assert_eq!(site.run(&["build"]).code, 0);
    assert_eq!(site.run(&["build", "--strict"]).code, 1);
}

#[test]
fn a_page_that_was_not_looked_at_for_too_long_says_so() {
    let site = Site::of(&[(
        "content/index.md",
        "+++\ntitle = \"Home\"\nupdated = 2026-01-01\nreview_every = \"6 months\"\nowner = \"docs team\"\n+++\n",
    )]);
    let on = |date: &str| {
        site.build_with(waypost::workspace::Options { as_of: Some(date.parse().unwrap()), ..Default::default() })
    };
    assert_eq!(on("2026-07-01").findings(), [""; 0]);
    let late = on("2026-07-02");
    assert_eq!(late.findings(), ["suggestion review-due content/index.md: this page was due for review on 2026-07-01"]);
    assert!(late.file("index.html").contains("Due for review"));
}

#[test]
fn two_pages_on_one_url_are_named_both() {
    let site = Site::of(&[
        ("content/index.md", "# Home\n"),
        ("content/guide.md", "# One\n"),
        ("content/manual.md", "+++\nslug = \"guide\"\n+++\n# Two\n"),
    ]);
    let built = site.build();
    assert_eq!(
        built.findings(),
        [
            "error duplicate-url content/manual.md: `content/guide.md` and `content/manual.md` both become `guide/index.html`"
        ]
    );
    assert!(built.file("guide/index.html").contains("One"));
}

#[test]
fn an_unknown_language_is_named_once_a_page() {
    let site =
        Site::of(&[("content/index.md", "# Home\n\n```fiddle\na\n```\n\n```fiddle\nb\n```\n\n```pyton\nc\n```\n")]);
    let built = site.build();
    assert_eq!(
        built.findings(),
        [
            "suggestion unknown-language content/index.md: the language `fiddle` is not known, so the code has no colours",
            "suggestion unknown-language content/index.md: the language `pyton` is not known, so the code has no colours",
        ]
    );
    assert!(built.text.contains("help: did you mean `python`? Write `text` for plain text"), "{}", built.text);
}
