//! `waypost vale` as its users know it from Vale: where settings are found, what is printed, how it exits.

use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Output, Stdio};

/// A project with a style of one rule: `very` is a word that no text needs.
fn project(settings: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), ".vale.ini", settings);
    let rule = "extends: existence\nmessage: \"Remove '%s'.\"\nlevel: error\nlink: https://example.org\naction:\n  \
                name: remove\nignorecase: true\ntokens:\n  - very\n";
    write(folder.path(), "styles/Plain/Very.yml", rule);
    folder
}

const SETTINGS: &str = "StylesPath = styles\nMinAlertLevel = suggestion\n\n[*.{md,mdx,txt}]\nBasedOnStyles = Plain\n";

fn write(folder: &Path, path: &str, text: &str) {
    let file = folder.join(path);
    std::fs::create_dir_all(file.parent().unwrap()).unwrap();
    std::fs::write(file, text).unwrap();
}

fn vale(folder: &Path, arguments: &[&str], input: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_waypost"))
        .arg("vale")
        .arg("--no-global")
        .args(arguments)
        .current_dir(folder)
        .env("NO_COLOR", "1")
        .env_remove("VALE_CONFIG_PATH")
        .env_remove("VALE_STYLES_PATH")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A command that does not read its input may be gone by now.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    child.wait_with_output().unwrap()
}

/// Runs it and compares what it prints, on either stream, and its exit code.
fn check(folder: &Path, arguments: &[&str], out: &str, error: &str, code: i32) {
    let output = vale(folder, arguments, "");
    assert_eq!(String::from_utf8_lossy(&output.stdout), out);
    assert_eq!(String::from_utf8_lossy(&output.stderr), error);
    assert_eq!(output.status.code(), Some(code));
}

#[test]
fn findings_stand_where_they_are_written() {
    let project = project(SETTINGS);
    let text = "---\ntitle: A very good page\n---\n\n> It is *ve*ry `very` good,\n> and very\n> long.\n\n\
                ![a very old chart](very.png)\n\n<!-- vale off -->\n\nvery\n\n<!-- vale on -->\n\n<p>very &amp; so</p>\n";
    write(project.path(), "docs/a.md", text);
    write(project.path(), "docs/b.txt", "One.\r\nVery two.\r\n");
    write(project.path(), "docs/node_modules/c.md", "very");
    write(project.path(), "docs/d.rst", "very");
    let lines = "docs/a.md:2:10:Plain.Very:Remove 'very'.\ndocs/a.md:5:10:Plain.Very:Remove 'very'.\n\
                 docs/a.md:6:7:Plain.Very:Remove 'very'.\ndocs/a.md:9:5:Plain.Very:Remove 'very'.\n\
                 docs/a.md:17:4:Plain.Very:Remove 'very'.\ndocs/b.txt:2:1:Plain.Very:Remove 'Very'.\n";
    check(project.path(), &["--output=line", "docs"], lines, "", 1);
    let last = "docs/b.txt:2:1:Plain.Very:Remove 'Very'.\n";
    check(project.path(), &["--output=line", "--no-exit", "./docs/b.txt"], last, "", 0);
}

#[test]
fn the_json_is_that_of_vale() {
    let project = project(SETTINGS);
    write(project.path(), "a.md", "A very <b>é very</b> b.\n");
    let one = |first: usize, last: usize| {
        format!(
            "    {{\n      \"Action\": {{\n        \"Name\": \"remove\",\n        \"Params\": null\n      }},\n      \
             \"Span\": [\n        {first},\n        {last}\n      ],\n      \"Check\": \"Plain.Very\",\n      \
             \"Description\": \"\",\n      \"Link\": \"https://example.org\",\n      \"Message\": \"Remove 'very'.\",\n      \
             \"Severity\": \"error\",\n      \"Match\": \"very\",\n      \"Line\": 1\n    }}"
        )
    };
    let json = format!("{{\n  \"a.md\": [\n{},\n{}\n  ]\n}}\n", one(3, 6), one(13, 16));
    check(project.path(), &["--output=JSON", "a.md"], &json, "", 1);
}

#[test]
fn a_text_and_standard_input_are_checked_too() {
    let project = project(SETTINGS);
    let table =
        "\n stdin.txt\n 1:4  error  Remove 'very'.  Plain.Very \n\n✖ 1 error, 0 warnings and 0 suggestions in stdin.\n";
    check(project.path(), &["It very much is."], table, "", 1);
    let output = vale(project.path(), &["--output=line", "--ext=.md"], "`very` very\n");
    assert_eq!(String::from_utf8_lossy(&output.stdout), "stdin.md:1:8:Plain.Very:Remove 'very'.\n");
    let output = vale(project.path(), &["--output=line", "--path=docs/x.md"], "`very` very\n");
    assert_eq!(String::from_utf8_lossy(&output.stdout), "docs/x.md:1:8:Plain.Very:Remove 'very'.\n");
}

#[test]
fn settings_that_cannot_be_used_are_pointed_at() {
    let project = project("StylesPath = styles\n\n[*.md]\nBasedOnStyles = Plian\nPlain.Very = Warning\n");
    write(project.path(), "a.md", "very\n");
    let error = "error[vale-missing-style]: there is no style `Plian`\n --> .vale.ini:4:17\n  |\n4 | BasedOnStyles = Plian\n  \
                 |                 ^^^^^\n  |\n  = help: did you mean `Plain`?\n\n\
                 warning[vale-settings]: `Warning` is no value of a rule, so `Plain.Very` is off\n --> .vale.ini:5:14\n  |\n\
                 5 | Plain.Very = Warning\n  |              ^^^^^^^\n  |\n  \
                 = help: write `YES`, `NO`, `suggestion`, `warning` or `error`\n\n";
    check(project.path(), &["a.md"], "", error, 2);
    let line = ".vale.ini:4:E201:there is no style `Plian`; did you mean `Plain`?\n";
    check(project.path(), &["--output=line", "a.md"], "", line, 2);
    let missing = "error: there is no file or folder `b.md`\n  = help: mend its path\n";
    write(project.path(), ".vale.ini", SETTINGS);
    check(project.path(), &["a.md", "b.md"], "", missing, 2);
    let filter = "error: `--filter` is not supported\n  = help: choose rules in `.vale.ini`: `Style.Rule = NO`\n";
    check(project.path(), &["--filter=x", "a.md"], "", filter, 2);
}

#[test]
fn rules_that_cannot_run_and_files_that_are_not_read_are_named_once() {
    let project = project("StylesPath = styles\n\n[*]\nBasedOnStyles = Plain\n");
    write(project.path(), "styles/Plain/Tagged.yml", "extends: sequence\nmessage: x\ntokens:\n  - tag: NN\n");
    write(project.path(), "docs/a.md", "# Fine\n");
    write(project.path(), "docs/b.rst", "very\n");
    write(project.path(), "docs/c.rst", "very\n");
    let notes = "note: 2 files were not read, for they are neither Markdown nor plain text: .rst\n\
                 note: these rules did not run, for their kind is not supported: Plain.Tagged (sequence)\n";
    check(project.path(), &["docs"], "✔ 0 errors, 0 warnings and 0 suggestions in 1 file.\n", notes, 0);
}

#[test]
fn packages_are_read_where_they_lie() {
    let settings = "StylesPath = styles\nPackages = packages/Other, packages/Zipped.zip\n\n[*.md]\nBasedOnStyles = Other, Zipped\n";
    let project = project(settings);
    let rule = |word: &str| format!("extends: existence\nmessage: \"%s\"\ntokens:\n  - {word}\n");
    write(project.path(), "packages/Other/Word.yml", &rule("one"));
    let file = std::fs::File::create(project.path().join("packages/Zipped.zip")).unwrap();
    let mut archive = zip::ZipWriter::new(file);
    let options = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
    for (path, text) in [
        ("Zipped/.vale.ini", "MinAlertLevel = warning\n[*.md]\nZipped.Two = error\n".to_owned()),
        ("Zipped/styles/Zipped/Two.yml", rule("two")),
    ] {
        archive.start_file(path, options).unwrap();
        archive.write_all(text.as_bytes()).unwrap();
    }
    archive.finish().unwrap();
    write(project.path(), "a.md", "one two\n");
    check(project.path(), &["--output=line", "a.md"], "a.md:1:1:Other.Word:one\na.md:1:5:Zipped.Two:two\n", "", 1);
    check(
        project.path(),
        &["sync"],
        "",
        "nothing to download: packages are read from folders and zip files, where `Packages` names them\n",
        0,
    );
}

#[test]
fn what_the_settings_ignore_is_not_read_and_moves_nothing() {
    let settings = "StylesPath = styles\n[*.md]\nBasedOnStyles = Plain\nBlockIgnores = (?s) *(\\{% raw %\\}.*?\\{% end %\\})\n\
                    TokenIgnores = (\\{\\{.+?\\}\\})\n[*.mdx]\nBasedOnStyles = Plain\n";
    let project = project(settings);
    write(project.path(), "a.md", "{% raw %}\nvery\n{% end %}\n\n{{ very }} is very\n\n$$\nvery\n$$\n");
    let mdx = "import very from 'very'\n\n<Tabs very={[\n  'very']}>\n\nIs very {very} `very`.\n\n</Tabs>\n\n{/* vale off */}\n\n\
               very\n\n{/* vale on */}\n\n{() => {\n  very()\n}}\n";
    write(project.path(), "b.mdx", mdx);
    let lines = "a.md:5:15:Plain.Very:Remove 'very'.\nb.mdx:6:4:Plain.Very:Remove 'very'.\n";
    check(project.path(), &["--output=line", "a.md", "b.mdx"], lines, "", 1);
}

#[test]
fn the_settings_are_shown_as_they_came_to() {
    let project = project(SETTINGS);
    let output = vale(project.path(), &["ls-config"], "");
    let shown: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(shown["SBaseStyles"]["*.{md,mdx,txt}"], serde_json::json!(["Plain"]));
    assert_eq!(shown["MinAlertLevel"], 0);
}
