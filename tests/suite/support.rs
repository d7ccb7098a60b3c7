//! A site in a temporary folder, built by the real binary or in process.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::Mutex;

use tempfile::TempDir;
use waypost::diagnostic::{Diagnostic, Format, Report, Style, emit};
use waypost::render::Body;
use waypost::workspace::{Key, Options, Press, Workspace};

/// An image of one pixel, in bytes that are text as well.
pub const PICTURE: &str = "GIF89a\u{1}\0\u{1}\0\0\0\0;";

/// A template that shows a page's text and nothing else, so that a test can show all of it.
pub const BARE_PAGE: &str = "{{ content | safe }}";

/// A template that shows the navigation as indented titles.
pub const NAV_PAGE: &str = "\
{% component theme.outline(entries: array, indent: string) -%}
{% for entry in entries %}{{ indent }}{{ entry.title }}{% if entry.current %} *{% endif %}
{{ <theme.outline entries={entry.children} indent={indent ~ \"  \"} /> }}\
{% if entry.more %}{{ indent }}  … {{ entry.more.count }} at {{ entry.more.href }}
{% endif %}{% endfor %}
{%- endcomponent theme.outline %}
{{ <theme.outline entries={nav} indent={\"\"} /> }}\
prev: {{ prev.title | default(value=\"-\") }}, next: {{ next.title | default(value=\"-\") }}
";

/// What it shows, without empty lines.
pub fn outline(html: &str) -> String {
    let lines = html.lines().filter(|line| !line.trim().is_empty());
    lines.map(|line| format!("{line}\n")).collect()
}

/// A site being written.
pub struct Site {
    pub folder: TempDir,
}

/// What a build in process made.
pub struct Built {
    pub files: BTreeMap<String, String>,
    /// As a terminal shows them, without colours.
    pub text: String,
    pub diagnostics: Vec<Diagnostic>,
}

/// What a run of the binary did.
pub struct Run {
    pub code: i32,
    pub stdout: String,
    pub stderr: String,
}

impl Site {
    pub fn new() -> Site {
        Site { folder: tempfile::tempdir().unwrap() }
    }

    /// A site of these files: path → text.
    pub fn of(files: &[(&str, &str)]) -> Site {
        let site = Site::new();
        for (path, text) in files {
            site.write(path, text);
        }
        site
    }

    pub fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    pub fn write(&self, path: &str, bytes: impl AsRef<[u8]>) {
        let file = self.path(path);
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(file, bytes).unwrap();
    }

    /// Builds in process.
    pub fn build(&self) -> Built {
        self.build_with(Options::default())
    }

    pub fn build_with(&self, options: Options) -> Built {
        built(&Workspace::open(self.folder.path(), options, false).unwrap())
    }

    /// Runs the binary in the site's folder.
    pub fn run(&self, arguments: &[&str]) -> Run {
        let output = Command::new(env!("CARGO_BIN_EXE_waypost"))
            .args(arguments)
            .current_dir(self.folder.path())
            .output()
            .unwrap();
        Run::from(output)
    }

    /// Runs git in the site's folder.
    pub fn git(&self, arguments: &[&str]) {
        let identity = ["-c", "user.name=A", "-c", "user.email=a@example.org"];
        let run = Command::new("git").args(identity).args(arguments).current_dir(self.folder.path()).output().unwrap();
        assert!(run.status.success(), "git {arguments:?}: {}", String::from_utf8_lossy(&run.stderr));
    }
}

impl Site {
    /// Commits everything, as somebody (`Ana <ana@example.org>`) at noon of a day.
    pub fn commit(&self, author: &str, day: &str, message: &str) {
        let (name, email) = author.trim_end_matches('>').split_once(" <").unwrap();
        let when = format!("{day}T12:00:00+00:00");
        self.git(&["add", "--all"]);
        let run = Command::new("git")
            .args(["commit", "--quiet", "--allow-empty", "-m", message])
            .envs([("GIT_AUTHOR_NAME", name), ("GIT_AUTHOR_EMAIL", email), ("GIT_AUTHOR_DATE", &when)])
            .envs([("GIT_COMMITTER_NAME", name), ("GIT_COMMITTER_EMAIL", email), ("GIT_COMMITTER_DATE", &when)])
            .current_dir(self.folder.path())
            .output()
            .unwrap();
        assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    }
}

impl From<Output> for Run {
    fn from(output: Output) -> Run {
        Run {
            code: output.status.code().expect("the tool exits by itself"),
            stdout: String::from_utf8(output.stdout).unwrap(),
            stderr: String::from_utf8(output.stderr).unwrap(),
        }
    }
}

/// Takes a snapshot of a workspace and renders it.
pub fn built(workspace: &Workspace) -> Built {
    let snapshot = workspace.snapshot().unwrap();
    let press = Collected::default();
    let diagnostics = snapshot.render(&press, &|| {});
    let report = Report {
        diagnostics: &diagnostics,
        texts: &snapshot.texts(&diagnostics),
        prefix: "",
        style: Style::default(),
        pages: snapshot.pages(),
        about: &BTreeMap::new(),
    };
    let text = emit(Format::Text, &report);
    Built { files: press.files.into_inner().unwrap(), text, diagnostics }
}

/// Files in memory.
#[derive(Default)]
struct Collected {
    files: Mutex<BTreeMap<String, String>>,
}

impl Press for Collected {
    fn has(&self, _: &mut Key) -> bool {
        false
    }

    fn put(&self, _: Option<Key>, outputs: Vec<waypost::render::Output>) {
        // The files of the search are no texts.
        for output in outputs.into_iter().filter(|output| waypost::search::part_of(&output.path).is_none()) {
            let text = match output.body {
                Body::Bytes(bytes) if output.path == "objects.inv" => String::from_utf8_lossy(&bytes).into_owned(),
                Body::Bytes(bytes) => String::from_utf8(bytes).unwrap(),
                Body::Copy(_) => "(copied)".to_owned(),
            };
            let before = self.files.lock().unwrap().insert(output.path.clone(), text);
            assert!(before.is_none(), "`{}` is written twice", output.path);
        }
    }

    fn fail(&self, why: &str) {
        panic!("{why}");
    }
}

impl Built {
    pub fn file(&self, path: &str) -> &str {
        self.files.get(path).unwrap_or_else(|| panic!("there is no `{path}` among {:?}", self.files.keys()))
    }

    /// `rule path message` of each finding.
    pub fn findings(&self) -> Vec<String> {
        let line = |d: &Diagnostic| format!("{} {} {}: {}", d.severity.word(), d.rule, d.path, d.message);
        self.diagnostics.iter().map(line).collect()
    }
}

/// The text of one page, as its template gets it.
pub fn page(markdown: &str) -> String {
    let site = Site::of(&[("content/index.md", markdown), ("theme/templates/page.html", BARE_PAGE)]);
    let built = site.build();
    assert_eq!(built.text, "", "a page that a test shows has no findings");
    built.file("index.html").to_owned()
}

/// Every file below a folder: path → bytes.
pub fn files_below(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    let mut waiting = vec![folder.to_owned()];
    while let Some(next) = waiting.pop() {
        for entry in std::fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                waiting.push(path);
            } else {
                let name = path.strip_prefix(folder).unwrap().to_string_lossy().replace('\\', "/");
                files.insert(name, std::fs::read(&path).unwrap());
            }
        }
    }
    files
}

/// The package's own folder.
pub fn package() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}
