//! What is written, what is left alone, what is removed.

use std::time::SystemTime;

use crate::support::{Site, files_below};

#[test]
fn a_second_build_writes_only_what_changed_and_removes_what_vanished() {
    let site = Site::of(&[
        ("content/index.md", "# Home\n"),
        ("content/guide/a.md", "# A\n"),
        ("content/b.md", "# B\n"),
        ("static/logo.svg", "<svg/>"),
    ]);
    assert_eq!(site.run(&["build"]).code, 0);
    // What the writer puts beside the site is the writer's.
    site.write("site/CNAME", "docs.example.org\n");
    let modified = |path: &str| -> SystemTime { std::fs::metadata(site.path(path)).unwrap().modified().unwrap() };
    let (logo, b) = (modified("site/logo.svg"), modified("site/b/index.html"));

    std::fs::remove_dir_all(site.path("content/guide")).unwrap();
    site.write("content/index.md", "# Another home\n");
    assert_eq!(site.run(&["build"]).code, 0);
    assert!(!site.path("site/guide").exists(), "an empty folder is not left behind");
    assert_eq!(modified("site/logo.svg"), logo, "an equal file is not written again");
    assert_ne!(modified("site/b/index.html"), b, "the breadcrumbs of B name the new home");
    let mut warm = files_below(&site.path("site"));
    assert!(warm.remove("CNAME").is_some());
    assert_eq!(site.run(&["build", "--out", "cold"]).code, 0);
    assert!(warm == files_below(&site.path("cold")), "the folder ends as a cold build's");
}

#[test]
fn a_file_of_the_writer_s_own_replaces_the_generated_one() {
    let site = Site::of(&[("content/index.md", "# Home\n"), ("static/robots.txt", "User-agent: *\nDisallow: /\n")]);
    let built = site.build();
    assert_eq!(built.text, "");
    assert_eq!(built.file("robots.txt"), "(copied)");
}

#[test]
fn a_site_inside_the_content_is_not_read_as_content() {
    let site = Site::of(&[("index.md", "# Home\n")]);
    assert_eq!(site.run(&["build"]).code, 0);
    let first = files_below(&site.path("site"));
    assert_eq!(site.run(&["build"]).code, 0);
    assert!(files_below(&site.path("site")) == first);
    assert!(!first.contains_key("site/index.html"));
}

#[cfg(unix)]
#[test]
fn a_build_killed_at_any_moment_leaves_whole_files_and_the_next_build_mends_the_rest() {
    use std::process::{Command, Stdio};
    let site = Site::of(&[("content/index.md", "# Home\n")]);
    for number in 0..150 {
        site.write(
            &format!("content/guide/{number}.md"),
            format!("# Page {number}\n\n```rust\nfn f{number}() {{}}\n```\n"),
        );
    }
    assert_eq!(site.run(&["build"]).code, 0);
    for round in 0..8u64 {
        let marker = format!("Round {round}");
        for number in 0..150 {
            site.write(&format!("content/guide/{number}.md"), format!("# Page {number}\n\n{marker}\n"));
        }
        let mut child = Command::new(env!("CARGO_BIN_EXE_waypost"))
            .arg("build")
            .current_dir(site.folder.path())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        std::thread::sleep(std::time::Duration::from_millis(10 * round * round / 2));
        let _ = child.kill();
        child.wait().unwrap();
        for (path, bytes) in files_below(&site.path("site")) {
            if path.ends_with(".html") && !path.starts_with(".waypost-staging/") {
                assert!(bytes.trim_ascii_end().ends_with(b"</html>"), "{path} is cut in half");
            }
        }
    }
    assert_eq!(site.run(&["build"]).code, 0);
    assert_eq!(site.run(&["build", "--out", "cold"]).code, 0);
    assert!(files_below(&site.path("site")) == files_below(&site.path("cold")));
}

#[test]
fn two_builds_do_not_write_one_folder_at_once() {
    use waypost::output::Writer;
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("site");
    let first = Writer::open(&out, &[], None).unwrap();
    let Err(failure) = Writer::open(&out, &[], None) else { panic!("a second writer was let in") };
    assert!(failure.message.starts_with("another build is writing to "), "{}", failure.message);
    first.finish().unwrap();
    assert!(Writer::open(&out, &[], None).is_ok());
}
