//! Input that nobody should write, and what happens: a clear word, an exit code, and nothing lost.

use std::path::Path;

use crate::support::{Site, files_below};

#[test]
fn a_folder_that_is_not_there_or_holds_nothing_is_said_so() {
    let site = Site::of(&[("empty/notes.txt", "x"), ("settings/waypost.toml", ""), ("file.md", "# A\n")]);
    site.write("odd/content/index.md", "# A\n");
    site.write("odd/waypost.toml/not.md", "");
    let run = |folder: &str| {
        let run = site.run(&["build", folder]);
        assert_eq!(run.code, 2, "{folder}");
        run.stderr
    };
    assert_eq!(
        run("gone"),
        "error: there is no folder `gone`\n  = help: name the folder of a site: one with `waypost.toml`, with a `content` folder, or with Markdown files\n"
    );
    assert!(run("file.md").starts_with("error: `file.md` is a file, not a folder\n"));
    assert!(run("empty").starts_with("error: there is no Markdown file in `empty`\n"));
    assert!(run("odd").starts_with("error: `odd/waypost.toml` is no file that can be read\n"));
    assert!(run("settings").starts_with("error: there is no content folder `settings/content`\n"));
}

#[test]
fn bytes_that_are_not_utf_8_are_shown_and_reported() {
    let site = Site::of(&[("content/index.md", "# Home\n")]);
    site.write("content/bad.md", b"# B\xe4d\n\n[x](gone.md)\n");
    let built = site.build();
    assert_eq!(
        built.findings(),
        [
            "error invalid-utf8 content/bad.md: the file is not UTF-8",
            "error broken-link content/bad.md: there is no page or file `gone.md`",
        ]
    );
    assert!(built.text.contains("--> content/bad.md:1:4"), "{}", built.text);
    assert!(built.file("bad/index.html").contains("B\u{fffd}d"));
}

#[test]
fn settings_and_theme_files_that_are_not_utf_8_are_reported_too() {
    let site = Site::of(&[("content/index.md", "# Home\n")]);
    site.write("waypost.toml", b"[site]\ntitle = \"Gr\xf6\xdfe\"\n");
    site.write("theme/styles/more.css", b"/* \xe4 */");
    assert_eq!(
        site.build().findings(),
        [
            "error invalid-utf8 theme/styles/more.css: the file is not UTF-8",
            "error invalid-utf8 waypost.toml: the file is not UTF-8",
        ]
    );
}

#[test]
fn ten_thousand_nested_blocks_are_a_page() {
    let site = Site::of(&[("content/index.md", "# Home\n")]);
    site.write("content/quotes.md", format!("{} deep\n", ">".repeat(10_000)));
    let lists: String = (0..2_000).map(|depth| format!("{}- x\n", "  ".repeat(depth))).collect();
    site.write("content/lists.md", lists);
    site.write("content/bullets.md", format!("{}x\n", "- ".repeat(10_000)));
    site.write("content/brackets.md", format!("{}x{}\n", "[".repeat(10_000), "](y)".repeat(10_000)));
    site.write("content/stars.md", format!("{}x{}\n", "*".repeat(10_000), "*".repeat(10_000)));
    let directives: String = (0..1_000).map(|depth| format!("{}note\n", ":".repeat(1_003 - depth))).collect();
    site.write("content/directives.md", directives);
    let yaml = format!("---\ntags: {}\n---\n", "[".repeat(10_000));
    site.write("content/yaml.md", yaml);
    let built = site.build();
    assert!(built.file("quotes/index.html").contains("deep"));
    for page in ["lists", "bullets", "brackets", "stars", "directives", "yaml"] {
        built.file(&format!("{page}/index.html"));
    }
}

#[test]
fn a_page_of_many_megabytes_is_a_page() {
    let site = Site::of(&[("content/index.md", "# Home\n")]);
    let paragraph = "Some *prose* with a [link](index.md) and `code`.\n\n";
    site.write("content/long.md", paragraph.repeat(100_000));
    site.write("content/one-line.md", format!("{} [x](gone.md)\n", "word ".repeat(400_000)));
    site.write("content/code.md", format!("```rust\n{}```\n", "let x = 1;\n".repeat(100_000)));
    let built = site.build();
    assert_eq!(built.file("long/index.html").matches("<p>Some").count(), 100_000);
    assert!(
        built.text.contains("--> content/one-line.md:1:2000006\n"),
        "the place of a finding in a long line is told, the line is not shown"
    );
    assert!(built.text.len() < 1_000);
}

#[cfg(unix)]
#[test]
fn symbolic_links_stay_inside_and_do_not_loop() {
    use std::os::unix::fs::symlink;
    let outside = tempfile::tempdir().unwrap();
    std::fs::write(outside.path().join("secret.md"), "# Secret\n").unwrap();
    let site = Site::of(&[("content/index.md", "# Home\n"), ("shared/page.md", "# Shared\n")]);
    symlink(outside.path(), site.path("content/out")).unwrap();
    symlink(site.path("content"), site.path("content/again")).unwrap();
    symlink(site.path("shared"), site.path("content/shared")).unwrap();
    symlink(site.path("content/gone.md"), site.path("content/dangling.md")).unwrap();
    let built = site.build();
    let findings = built.findings();
    assert_eq!(findings.len(), 3, "{findings:?}");
    assert_eq!(findings[0], "error unreadable content/again: a symbolic link leads back to a folder that contains it");
    assert!(findings[1].starts_with("error unreadable content/dangling.md: "), "{findings:?}");
    assert_eq!(findings[2], "error unreadable content/out/secret.md: a symbolic link leads out of the site's folder");
    built.file("shared/page/index.html");
    assert!(!built.files.keys().any(|path| path.contains("secret")));
}

#[test]
fn pages_that_differ_in_case_only_are_told_apart_and_reported() {
    let site =
        Site::of(&[("content/index.md", "# Home\n"), ("content/Setup.md", "# One\n"), ("content/setup.md", "# Two\n")]);
    if files_below(&site.path("content")).len() < 3 {
        println!("skipped: this file system does not tell case apart");
        return;
    }
    assert_eq!(
        site.build().findings(),
        ["warning case-collision content/setup.md: `content/Setup.md` and `content/setup.md` differ in case only"]
    );
}

#[test]
fn an_output_folder_that_is_not_ours_is_left_alone() {
    let site = Site::of(&[("docs/content/index.md", "# Home\n"), ("mine/thesis.txt", "years of work"), ("file", "x")]);
    let before = files_below(site.folder.path());
    let run = |arguments: &[&str]| {
        let run = site.run(&[&["build", "docs", "--out"], arguments].concat());
        assert_eq!(run.code, 2, "{arguments:?}");
        assert!(files_below(site.folder.path()) == before, "{arguments:?} changed something");
        run.stderr
    };
    assert!(run(&["mine"]).starts_with("error: the output folder `mine` holds files that Waypost did not write\n"));
    assert!(run(&["docs"]).starts_with("error: the output folder `docs` contains `"));
    assert!(run(&["docs/content"]).starts_with("error: the output folder `docs/content` contains `"));
    assert!(run(&["."]).starts_with("error: the output folder `.` contains `"));
    assert!(run(&["file"]).starts_with("error: the output folder `file` holds files that Waypost did not write\n"));
}

#[test]
fn every_prefix_of_a_difficult_page_is_a_page() {
    let page = "+++\ntitle = \"x\"\n+++\n# A {#b .c}\n\n:::note[a [b] *c*]{k=\"v w\" open}\n> - [x] ![i](a \"t\"){decorative}\n>   ```rs {1-3,\n>   fn\n>   ```\n:::\n\n| a |\n|---|\n| `x` [^1] |\n\n[^1]: n\n[l][r] <a href='x' id=\"y\"><B c={d}> {{< e f >}} é\u{301}\u{1f680}\r\n\n[r]: <u v> 't'\n::::{tip}\n:k: v\n~~~{warning} W\n";
    let site = Site::of(&[("content/index.md", "# Home\n"), ("waypost.toml", "[markdown]\nsuperscript = true\n")]);
    for (end, _) in page.char_indices() {
        site.write(&format!("content/{end}.md"), &page[..end]);
        // The rest of a page is a page too.
        site.write(&format!("content/rest-{end}.md"), &page[end..]);
    }
    let built = site.build();
    let is_page =
        |path: &&String| path.ends_with("/index.html") && path.starts_with(|c: char| c.is_ascii_digit() || c == 'r');
    assert_eq!(built.files.keys().filter(is_page).count(), 2 * page.chars().count());
}

#[test]
fn a_build_that_cannot_write_leaves_the_old_site_whole() {
    let site = Site::of(&[("content/index.md", "# Home\n"), ("content/a.md", "# A\n")]);
    assert_eq!(site.run(&["build"]).code, 0);
    let before = files_below(&site.path("site"));
    site.write("content/index.md", "# New home\n\n[x](gone.md)\n");
    // A folder where a file must be written stands for any failure in the middle.
    std::fs::create_dir(site.path("site/.waypost-manifest.new")).unwrap();
    let run = site.run(&["build"]);
    assert_eq!(run.code, 2, "{}", run.stderr);
    assert!(run.stderr.contains("broken-link") && run.stderr.contains("cannot be written"), "{}", run.stderr);
    let mut after = files_below(&site.path("site"));
    after.retain(|path, _| !path.starts_with(".waypost-staging/"));
    assert!(after == before, "the old site changed");
    std::fs::remove_dir(site.path("site/.waypost-manifest.new")).unwrap();
    assert_eq!(site.run(&["build"]).code, 1);
    assert!(!Path::new(&site.path("site/.waypost-staging")).exists());
}

#[cfg(unix)]
#[test]
fn what_lies_behind_a_link_in_the_output_folder_is_left_alone() {
    use std::os::unix::fs::symlink;
    let site = Site::of(&[("content/index.md", "# Home\n"), ("content/a.md", "# A\n"), ("mine/index.html", "mine")]);
    assert_eq!(site.run(&["build"]).code, 0);
    std::fs::remove_dir_all(site.path("site/a")).unwrap();
    symlink(site.path("mine"), site.path("site/a")).unwrap();
    let run = site.run(&["build"]);
    assert_eq!(run.code, 2, "{}", run.stderr);
    std::fs::remove_file(site.path("content/a.md")).unwrap();
    assert_eq!(site.run(&["build"]).code, 0);
    assert_eq!(std::fs::read_to_string(site.path("mine/index.html")).unwrap(), "mine");
}

#[test]
fn a_file_that_somebody_put_into_the_output_folder_is_not_overwritten() {
    let site = Site::of(&[("content/index.md", "# Home\n")]);
    assert_eq!(site.run(&["build"]).code, 0);
    site.write("site/new/index.html", "mine");
    site.write("content/new.md", "# New\n");
    let run = site.run(&["build"]);
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("a file that Waypost did not write is there"), "{}", run.stderr);
    assert_eq!(std::fs::read_to_string(site.path("site/new/index.html")).unwrap(), "mine");
}

#[test]
fn an_output_folder_is_known_by_its_real_path() {
    let site = Site::of(&[("content/index.md", "+++\ntitle = \"Home\"\n+++\n")]);
    let before = files_below(site.folder.path());
    for out in ["gone/../content", "content/../content", "theme", "./gone/.././."] {
        let run = site.run(&["build", ".", "--out", out]);
        assert_eq!(run.code, 2, "{out}: {}", run.stderr);
    }
    assert!(files_below(site.folder.path()) == before);
}

#[test]
fn a_page_that_cannot_be_written_is_reported_and_the_others_are() {
    let long = "x".repeat(300);
    let site = Site::of(&[
        ("content/index.md", "# Home\n"),
        ("content/LICENSE.md", "# Licence\n"),
        ("static/LICENSE", "MIT"),
        ("content/a.md", &format!("+++\nslug = \"{long}\"\n+++\n# A\n")),
        (
            "content/b.md",
            "+++\nslug = \"/.waypost-staging/x\"\naliases = [\"/logo.svg\", \"/old.html\", \".waypost-manifest.json\"]\n+++\n# B\n",
        ),
        ("static/logo.svg", "<svg/>"),
        ("static/old.html", "old"),
    ]);
    let run = site.run(&["build"]);
    assert_eq!(run.code, 1, "{}", run.stderr);
    let rules: Vec<&str> =
        run.stderr.lines().filter_map(|line| line.strip_prefix("error[")?.split(']').next()).collect();
    assert_eq!(
        rules,
        ["duplicate-url", "invalid-url", "invalid-url", "redirect-conflict", "redirect-conflict", "redirect-conflict"],
        "{}",
        run.stderr
    );
    assert!(site.path("site/LICENSE/index.html").exists() && site.path("site/old.html").exists());
}

#[test]
fn a_slug_that_moves_a_page_up_is_no_circle() {
    let site = Site::of(&[
        ("content/guide/intro.md", "---\nslug: /\n---\n# Intro\n"),
        ("content/guide/q.md", "# Q\n"),
        ("content/a/b/p.md", "---\nslug: /a\n---\n# P\n"),
        ("content/a/b/q.md", "# Q\n"),
        ("content/x/index.md", "---\nslug: /y\n---\n# X\n"),
        ("content/y/index.md", "---\nslug: /x\n---\n# Y\n"),
    ]);
    let built = site.build();
    assert_eq!(built.text, "");
    assert!(built.file("index.html").contains("Intro"));
    assert!(built.file("x/index.html").contains("<h1 id=\"y\">Y</h1>"));
}

#[test]
fn nested_yaml_does_not_bring_the_tool_down() {
    let site = Site::of(&[("content/index.md", "# Home\n")]);
    for (name, text) in [
        ("dashes", "- ".repeat(5_000)),
        ("questions", "? ".repeat(5_000)),
        ("lines", (0..2_000).map(|depth| format!("{}a:\n", " ".repeat(depth))).collect()),
        (
            "aliases",
            (0..30).fold("a0: &a0 [x]\n".to_owned(), |text, n| {
                format!("{text}a{}: &a{} [*a{n}, *a{n}, *a{n}]\n", n + 1, n + 1)
            }),
        ),
    ] {
        site.write(&format!("content/{name}.md"), format!("---\n{text}\n---\n# {name}\n"));
    }
    let run = site.run(&["build"]);
    assert_eq!(run.code, 1);
    assert!(site.path("site/lines/index.html").exists());
}

#[test]
fn a_range_of_the_library_that_cuts_a_character_is_no_end() {
    let site = Site::of(&[
        ("content/index.md", "Term\n:::\u{201c}q\u{201d}\n\t* x\n"),
        ("content/b.md", "a\n:::-\u{e9}\n\t* x\n"),
    ]);
    assert!(site.build().file("index.html").contains("q"));
}

#[test]
fn nothing_is_touched_when_a_place_is_taken() {
    let site = Site::of(&[("content/index.md", "# Home\n"), ("content/old.md", "# Old\n")]);
    assert_eq!(site.run(&["build"]).code, 0);
    site.write("site/zzz", "mine");
    let before = files_below(&site.path("site"));
    std::fs::remove_file(site.path("content/old.md")).unwrap();
    site.write("content/bbb.md", "# B\n");
    site.write("content/zzz.md", "# Z\n");
    assert_eq!(site.run(&["build"]).code, 2);
    assert!(files_below(&site.path("site")) == before);
}

#[test]
fn a_folder_of_ours_may_become_a_file() {
    let site = Site::of(&[("content/index.md", "# Home\n"), ("static/LICENSE/text.txt", "MIT")]);
    assert_eq!(site.run(&["build"]).code, 0);
    std::fs::remove_dir_all(site.path("static/LICENSE")).unwrap();
    site.write("static/LICENSE", "MIT");
    let run = site.run(&["build"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert_eq!(std::fs::read_to_string(site.path("site/LICENSE")).unwrap(), "MIT");
}

#[test]
fn the_same_file_put_there_by_somebody_stays_theirs() {
    let site = Site::of(&[("content/index.md", "# Home\n")]);
    assert_eq!(site.run(&["build"]).code, 0);
    site.write("site/CNAME", "docs.example.org\n");
    site.write("static/CNAME", "docs.example.org\n");
    assert_eq!(site.run(&["build"]).code, 0);
    std::fs::remove_file(site.path("static/CNAME")).unwrap();
    assert_eq!(site.run(&["build"]).code, 0);
    assert!(site.path("site/CNAME").exists());
}

#[test]
fn three_files_of_one_name_in_two_cases_are_sorted_out() {
    let site = Site::of(&[
        ("waypost.toml", "[redirects]\n\"/page/index.md\" = \"/page/\"\n"),
        ("content/index.md", "# Home\n"),
        ("content/Foo.md", "# Foo\n"),
        ("content/foo.md", "# foo\n"),
        ("content/page.md", "# Page\n"),
        ("static/foo/index.html", "static"),
        ("static/page/index.md/x.txt", "x"),
    ]);
    if files_below(&site.path("content")).len() < 4 {
        println!("skipped: this file system does not tell case apart");
        return;
    }
    let run = site.run(&["build"]);
    assert_eq!(run.code, 1, "{}", run.stderr);
    assert!(std::fs::read_to_string(site.path("site/foo/index.html")).unwrap().contains("foo"));
}

#[test]
fn ordinary_front_matter_is_not_too_deep() {
    let brackets = "[".repeat(80);
    let site = Site::of(&[(
        "content/index.md",
        &format!(
            "---\n# {brackets}\ntitle: \"{brackets}\"\ndescription: |\n{}tags: [a]\n---\n",
            "  case x [ { - - -\n".repeat(60)
        ),
    )]);
    assert_eq!(site.build().text, "");
}
