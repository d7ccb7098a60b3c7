//! How long the linter takes, beside a cold build of the same pages in the same run.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use waypost::lint::Scope;
use waypost::workspace::{Options, Workspace};

use super::{median, timed};

/// The default rules, then two published prose styles with them.
pub fn measure(site: &Path, cold: Duration) {
    let row = |what: &str, took: Duration| {
        let ratio = took.as_secs_f64() / cold.as_secs_f64();
        println!("{:>18}: {:>6.2} s, {ratio:.2} of the cold build", what, took.as_secs_f64());
    };
    row("lint", median(|_| lint(site)));
    if let Some(styles) = styles(site) {
        let settings = std::fs::read_to_string(site.join("waypost.toml")).expect("the corpus has settings");
        std::fs::write(site.join("waypost.toml"), format!("{settings}\n[lint]\nvale = \".vale.ini\"\n"))
            .expect("the settings can be written");
        row(&styles, median(|_| lint(site)));
        std::fs::write(site.join("waypost.toml"), settings).expect("the settings can be written");
    }
}

/// One changed character in a page of 3,000 lines, from its text to its findings.
pub fn measure_keystroke() {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let fine = "A workspace keeps its notebooks on a volume, and the cluster reads them from there each day.\n\n";
    let faulty = "A workspace that is shared keeps its notebooks when you utilize it, simply by the schedule.\n\n";
    let part = format!("## Part\n\n{}{faulty}", fine.repeat(8));
    let page = format!("# Long\n\n{}", part.repeat(150));
    assert!((2_900..3_200).contains(&page.lines().count()), "{} lines", page.lines().count());
    std::fs::create_dir_all(folder.path().join("content")).expect("a folder can be made");
    std::fs::write(folder.path().join("content/index.md"), &page).expect("the page can be written");
    let with = styles(folder.path());
    let settings = if with.is_some() { "[lint]\nvale = \".vale.ini\"\n" } else { "" };
    std::fs::write(folder.path().join("waypost.toml"), settings).expect("the settings can be written");
    let options = Options { scope: Scope::Lint, ..Options::default() };
    let mut workspace = Workspace::open(folder.path(), options, true).expect("the site is one");
    let findings = workspace.snapshot().expect("it can be read").check().len();
    let took = median(|run| {
        workspace.put("content/index.md", format!("{page}\n{run}\n"));
        timed(|| {
            workspace.snapshot().expect("it can be read").check();
        })
    });
    let with = with.unwrap_or_else(|| "default rules".to_owned());
    println!("keystroke in 3,000 lines, {with}: {:.1} ms ({findings} findings)", took.as_secs_f64() * 1e3);
}

fn lint(site: &Path) -> Duration {
    timed(|| {
        let status = Command::new(env!("CARGO_BIN_EXE_waypost"))
            .args(["lint", "--format", "line"])
            .arg(site)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status()
            .expect("the binary runs");
        assert!(status.code().is_some_and(|code| code < 2), "the corpus can be read");
    })
}

/// Writes the settings for two published styles beside the site, if they are there, and names them.
fn styles(site: &Path) -> Option<String> {
    let corpora = PathBuf::from(std::env::var_os("WAYPOST_CORPORA")?).join("vale");
    for (style, name) in [("Google/Google", "Google"), ("write-good/write-good", "write-good")] {
        let to = site.join("styles").join(name);
        std::fs::create_dir_all(&to).ok()?;
        for rule in std::fs::read_dir(corpora.join(style)).ok()? {
            let rule = rule.ok()?;
            std::fs::copy(rule.path(), to.join(rule.file_name())).ok()?;
        }
    }
    let settings = "StylesPath = styles\nMinAlertLevel = suggestion\n\n[*.md]\nBasedOnStyles = Google, write-good\n";
    std::fs::write(site.join(".vale.ini"), settings).ok()?;
    Some("Google, write-good".to_owned())
}
