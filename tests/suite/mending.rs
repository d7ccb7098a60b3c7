//! What `lint --fix` changes, and what it never does.

use crate::support::Site;

/// A style of one rule that writes `use` for `utilize`, and `to` for `in order to`.
const STYLE: &[(&str, &str)] = &[
    ("waypost.toml", "[lint]\nvale = \".vale.ini\"\n\n[lint.rules]\nall = \"off\"\n"),
    (".vale.ini", "StylesPath = styles\nMinAlertLevel = suggestion\n\n[*.md]\nBasedOnStyles = Plain\n"),
    (
        "styles/Plain/Words.yml",
        "extends: substitution\nmessage: \"Use '%s' instead of '%s'.\"\nignorecase: true\naction:\n  name: replace\nswap:\n  \
         utilize: use\n  in order to: to\n  leverage: use|exploit\n",
    ),
];

fn site(page: &str) -> Site {
    let site = Site::of(STYLE);
    site.write("content/index.md", page);
    site
}

/// The page after `lint --fix`.
fn mended(page: &str) -> String {
    let site = site(page);
    let run = site.run(&["lint", "--fix"]);
    assert!(run.code < 2, "{}", run.stderr);
    std::fs::read_to_string(site.path("content/index.md")).unwrap()
}

#[test]
fn a_fix_changes_its_words_and_no_other_byte() {
    assert_eq!(mended("# A\n\nUtilize it in order to utilize it.\n"), "# A\n\nUse it to use it.\n");
    assert_eq!(mended("# A\r\n\r\nUtilize\tit.\r\n"), "# A\r\n\r\nUse\tit.\r\n");
    assert_eq!(mended("\u{feff}# A\n\n🎉 é utilize"), "\u{feff}# A\n\n🎉 é use");
    assert_eq!(mended("# A\n\n> - *utilize* [utilize](#a) | `utilize`\n"), "# A\n\n> - *use* [use](#a) | `utilize`\n");
    assert_eq!(mended("# A\n\nשלום utilize عالم\n"), "# A\n\nשלום use عالم\n");
}

#[test]
fn what_is_written_otherwise_than_it_reads_stays_as_it_is() {
    for page in [
        "# A\n\nutil&#105;ze\n",
        "# A\n\nuti*lize*\n",
        "# A\n\n<https://utilize.example>\n",
        "# A\n\n```\nutilize\n```\n",
    ] {
        assert_eq!(mended(page), page);
    }
}

#[test]
fn of_several_texts_a_person_chooses() {
    let site = site("# A\n\nLeverage it.\n");
    let run = site.run(&["lint", "--fix", "--unsafe"]);
    assert!(run.stdout.contains("help: write `Use`, or write `Exploit`"), "{}", run.stdout);
    assert_eq!(std::fs::read_to_string(site.path("content/index.md")).unwrap(), "# A\n\nLeverage it.\n");
}

#[test]
fn a_dry_run_prints_the_changes_as_a_diff_and_makes_none() {
    let site = site("# A\n\nUtilize it.\n\nFine.\n");
    let run = site.run(&["lint", "--fix", "--dry-run"]);
    let diff =
        "--- a/content/index.md\n+++ b/content/index.md\n@@ -1,5 +1,5 @@\n # A\n \n-Utilize it.\n+Use it.\n \n Fine.\n";
    assert_eq!((run.code, run.stdout.as_str()), (0, diff));
    assert!(run.stderr.starts_with("1 fault in 1 file could be mended; "), "{}", run.stderr);
    assert_eq!(std::fs::read_to_string(site.path("content/index.md")).unwrap(), "# A\n\nUtilize it.\n\nFine.\n");
}

#[test]
fn a_file_that_is_not_utf8_is_left_alone_and_said_so() {
    let site = Site::of(STYLE);
    site.write("content/index.md", b"# A\n\nUtilize \xff it.\n");
    let run = site.run(&["lint", "--fix"]);
    assert_eq!(run.code, 2);
    let message = "error: content/index.md cannot be mended: it is not UTF-8, and is left as it is\n";
    assert!(run.stderr.starts_with(message), "{}", run.stderr);
    assert_eq!(std::fs::read(site.path("content/index.md")).unwrap(), b"# A\n\nUtilize \xff it.\n");
}

#[test]
fn a_file_that_changed_meanwhile_is_left_alone() {
    use waypost::workspace::fix::{Fixed, write};
    let site = site("# A\n\nSomebody wrote this meanwhile.\n");
    let fixed = Fixed {
        path: "content/index.md".to_owned(),
        before: "# A\n\nUtilize it.\n".into(),
        after: "# A\n\nUse it.\n".to_owned(),
        fixes: 1,
    };
    let why = write(site.folder.path(), &fixed).unwrap_err();
    assert_eq!(why, "it changed meanwhile, and is left as it is");
    let now = std::fs::read_to_string(site.path("content/index.md")).unwrap();
    assert_eq!(now, "# A\n\nSomebody wrote this meanwhile.\n");
    assert_eq!(std::fs::read_dir(site.path("content")).unwrap().count(), 1, "nothing is left beside it");
}

#[cfg(unix)]
#[test]
fn a_mended_file_keeps_its_permissions_and_its_link() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let site = site("# A\n");
    site.write("shared/page.md", "# B\n\nUtilize it.\n");
    std::fs::set_permissions(site.path("shared/page.md"), std::fs::Permissions::from_mode(0o640)).unwrap();
    symlink(site.path("shared/page.md"), site.path("content/page.md")).unwrap();
    assert_eq!(site.run(&["lint", "--fix"]).code, 0);
    assert!(site.path("content/page.md").is_symlink());
    assert_eq!(std::fs::read_to_string(site.path("shared/page.md")).unwrap(), "# B\n\nUse it.\n");
    assert_eq!(std::fs::metadata(site.path("shared/page.md")).unwrap().permissions().mode() & 0o777, 0o640);
}

#[test]
fn findings_of_styles_are_allowed_and_switched_like_all_others() {
    let page = "# A\n\n<!-- waypost: allow Plain.Words: the licence says so -->\n\nUtilize it.\n\nUtilize it.\n";
    let run = site(page).run(&["lint", "--format", "line"]);
    assert_eq!(run.stdout, "content/index.md:7:1:Plain.Words:Use 'use' instead of 'Utilize'.\n");
    let site = site(page);
    let settings = "[lint]\nvale = \".vale.ini\"\n\n[lint.rules]\nall = \"off\"\n\"Plain.Words\" = \"error\"\n";
    site.write("waypost.toml", settings);
    assert_eq!(site.run(&["lint"]).code, 1);
    site.write("waypost.toml", settings.replace("\"error\"", "\"off\""));
    assert_eq!(site.run(&["lint"]).stdout, "");
}

#[test]
fn styles_that_cannot_be_used_are_said_with_their_place() {
    let site = site("# A\n");
    site.write("waypost.toml", "[lint]\nvale = \".vale.ini\"\n");
    site.write(".vale.ini", "StylesPath = styles\n\n[*.md]\nBasedOnStyles = Plane\n");
    let run = site.run(&["lint", "--format", "line"]);
    assert_eq!((run.code, run.stdout.as_str()), (1, ".vale.ini:4:17:vale-missing-style:there is no style `Plane`\n"));
    site.write("waypost.toml", "[lint]\nvale = \"vale.ini\"\n");
    let run = site.run(&["lint", "--format", "line"]);
    assert_eq!((run.code, run.stdout.as_str()), (1, "waypost.toml:2:8:vale-settings:there is no file `vale.ini`\n"));
}

/// The page after `lint --fix --unsafe` with a rule that takes out `very`.
fn without_very(page: &str) -> String {
    let site = site(page);
    let style = "extends: existence\nmessage: \"Remove '%s'.\"\naction:\n  name: remove\ntokens:\n  - very\n";
    site.write("styles/Plain/Very.yml", style);
    assert!(site.run(&["lint", "--fix", "--unsafe"]).code < 2);
    std::fs::read_to_string(site.path("content/index.md")).unwrap()
}

#[test]
fn a_word_is_taken_out_with_its_space_and_only_from_within_a_text() {
    assert_eq!(without_very("# A\n\nIt is very good, very, very.\n"), "# A\n\nIt is good,,.\n");
    for page in ["# A\n\n**very** [very](x.md)\n", "# A\n\nvery # no heading\n", "# A\n\n- very\n"] {
        assert_eq!(without_very(page), page);
    }
}

#[test]
fn what_others_link_to_and_what_is_a_part_of_a_name_is_not_mended_unasked() {
    for page in [
        "# Utilize\n\n[above](#utilize)\n",
        "# A\n\n[utilize][], [utilize] ![utilize][]\n\n[utilize]: https://a.example\n",
        "# A\n\nme@utilize.example www.utilize.example C:\\utilize #utilize :utilize: {{ utilize }} $utilize$\n",
    ] {
        assert_eq!(mended(page), page);
    }
    assert_eq!(mended("# Utilize it {#utilize}\n\n[utilize](x)\n"), "# Use it {#utilize}\n\n[use](x)\n");
}
