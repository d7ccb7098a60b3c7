//! A new site is there with one command, and is as it should be.

use crate::support::{Site, files_below, package};

#[test]
fn a_new_site_builds_and_lints_without_a_finding() {
    let project = Site::new();
    project.git(&["init", "--quiet"]);
    let run =
        project.run(&["init", "docs", "--title", "Harbor \"Tides\"", "--repository", "https://github.com/a/harbor"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let lines: Vec<&str> = run.stdout.lines().collect();
    assert_eq!(lines[..3], [".github/workflows/docs.yml", ".github/workflows/publish.yml", "docs/.gitignore"]);
    let end = "\nWhat you still have to write is marked with REPLACE, in 19 files. Next:\n\n  waypost serve docs --open\n  \
               waypost audit docs\n";
    assert!(run.stdout.ends_with(end), "{}", run.stdout);
    let built = project.run(&["build", "docs", "--strict"]);
    assert!(built.code == 0 && built.stderr.ends_with("no findings\n"), "{}", built.stderr);
    let lint = project.run(&["lint", "docs", "--fail-on", "suggestion"]);
    assert_eq!((lint.code, &*lint.stdout), (0, ""));
    let settings = std::fs::read_to_string(project.path("docs/waypost.toml")).unwrap();
    for line in [
        "title = \"Harbor \\\"Tides\\\"\"\n",
        "repository = \"https://github.com/a/harbor\"\n",
        "edit_url = \"https://github.com/a/harbor/edit/main/docs/{path}\"\n",
    ] {
        assert!(settings.contains(line), "{settings}");
    }
    // The audit has something to say yes to.
    let audit = project.run(&["audit", "docs", "--all"]);
    for check in ["P01", "P02", "K01", "K02", "K03", "K05", "K07", "G02", "R03"] {
        let passes = audit.stdout.lines().any(|line| line.contains(check) && line.trim_start().starts_with("pass"));
        assert!(passes, "{check} does not pass:\n{}", audit.stdout);
    }
}

#[test]
fn nothing_that_is_there_is_touched() {
    let project = Site::of(&[("README.md", "Mine\n"), (".gitignore", "/mine\n")]);
    let run = project.run(&["init", "--yes"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(run.stdout.starts_with(
        ".github/workflows/docs.yml\n.github/workflows/publish.yml\n.gitignore (is there already, left as it is)\n"
    ));
    assert_eq!(std::fs::read_to_string(project.path(".gitignore")).unwrap(), "/mine\n");
    // A site at the top of the repository.
    let workflow = std::fs::read_to_string(project.path(".github/workflows/docs.yml")).unwrap();
    assert!(workflow.contains("run: waypost lint . --diff"), "{workflow}");
    assert_eq!(project.run(&["lint", "--fail-on", "suggestion"]).stdout, "");
    let before = files_below(project.folder.path());
    let again = project.run(&["init"]);
    let refused =
        "error: there is `waypost.toml` in `.` already\n  = help: name a folder for the new site, such as `docs`\n";
    assert_eq!((again.code, &*again.stderr), (2, refused));
    assert!(files_below(project.folder.path()) == before);
}

/// The manual and `init` have the same workflows.
#[test]
fn the_workflows_are_those_of_the_manual() {
    for (page, name) in [("publish-to-github-pages.md", "publish.yml"), ("check-pull-requests.md", "docs.yml")] {
        let text = std::fs::read_to_string(package().join("book/content/how-tos").join(page)).unwrap();
        let (before, rest) = text.split_once(&format!("```yaml title=\".github/workflows/{name}\"\n")).unwrap();
        let indent = before.rsplit('\n').next().unwrap();
        let shown: Vec<&str> = rest
            .lines()
            .map(|line| line.strip_prefix(indent).unwrap_or(line))
            .take_while(|line| *line != "```")
            .collect();
        let written = std::fs::read_to_string(package().join("src/command/init/github").join(name)).unwrap();
        assert_eq!(shown.join("\n") + "\n", written, "{page}");
    }
}
