//! How long the work takes, beside the floor: the bare libraries on the same pages, in the same run.
//!
//! `cargo bench` measures 100 and 1,000 pages, `cargo bench -- 10000` any other numbers. It prints tables and never
//! fails: machines differ, so the ratio is the figure to look at. Where `WAYPOST_CORPORA` names a folder with prose styles,
//! the linter is measured with them too.

mod corpus;
mod floor;
mod lint;
mod preview;
mod search;
mod stages;

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

const RUNS: usize = 3;

fn main() {
    let asked: Vec<usize> = std::env::args().skip(1).filter_map(|argument| argument.parse().ok()).collect();
    let sizes = if asked.is_empty() { vec![100, 1_000] } else { asked };
    let mut before: Option<(usize, Duration)> = None;
    for pages in sizes {
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        let site = folder.path();
        let bytes = corpus::write(site, pages).expect("the corpus can be written");
        println!("\n{pages} pages, {:.1} MB", bytes as f64 / 1e6);
        let floor = median(|run| timed(|| floor::build(site, &site.join(format!("floor-{run}")))));
        let row = |what: &str, took: Duration| {
            let ratio = took.as_secs_f64() / floor.as_secs_f64();
            println!("{what:>38} {:>9.3} s {ratio:>8.2} of the floor", took.as_secs_f64());
        };
        row("the floor", floor);
        let out = site.join("out");
        let cold = median(|run| build(site, &site.join(format!("cold-{run}")), &["--no-cache"]).0);
        row("cold build", cold);
        let (first, memory) = build(site, &out, &[]);
        row("cold build that fills the cache", first);
        row("nothing changed", median(|_| build(site, &out, &[]).0));
        let page = site.join("content").join(corpus::path_of(pages / 2));
        row(
            "one page changed",
            median(|run| {
                edit(&page, &format!("\nChanged {run}.\n"));
                build(site, &out, &[]).0
            }),
        );
        println!("{:>38} {:>9.0} MB", "peak memory of the cold build", memory as f64 / 1e6);
        let html = std::fs::read_to_string(out.join(corpus::path_of(pages / 2)).with_extension("").join("index.html"));
        println!("{:>38} {:>9.1} KB", "HTML around the text of a page", around(&html.expect("the page is built")));
        if let Some((fewer, took)) = before {
            let growth = cold.as_secs_f64() / took.as_secs_f64();
            println!("{:>38} {growth:>9.1} times for {:.0} times the pages", "growth", pages as f64 / fewer as f64);
        }
        before = Some((pages, cold));
        search::measure(site, &page, &row);
        preview::measure(site, &page, &row);
        stages::measure(site);
        lint::measure(site, cold);
    }
    lint::measure_keystroke();
}

/// Builds with the program, and says how long it took and what memory it needed at most, in bytes.
fn build(site: &Path, out: &Path, options: &[&str]) -> (Duration, u64) {
    let mut memory = 0;
    let took = timed(|| {
        let mut child = Command::new(env!("CARGO_BIN_EXE_waypost"))
            .arg("build")
            .arg(site)
            .args(["--strict", "--out"])
            .arg(out)
            .args(options)
            .stderr(Stdio::null())
            .spawn()
            .expect("the binary runs");
        let status = loop {
            memory = memory.max(peak_of(child.id()));
            if let Some(status) = child.try_wait().expect("the binary can be waited for") {
                break status;
            }
            std::thread::sleep(Duration::from_millis(1));
        };
        assert!(status.success(), "the corpus builds without a finding");
    });
    (took, memory)
}

/// The most memory that a process had so far, in bytes, where the system tells.
fn peak_of(process: u32) -> u64 {
    let status = std::fs::read_to_string(PathBuf::from("/proc").join(process.to_string()).join("status"));
    let status = status.unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.trim().split(' ').next()?.parse::<u64>().ok()).map_or(0, |kilobytes| kilobytes * 1024)
}

/// Kilobytes of a page that are not its own text.
fn around(html: &str) -> f64 {
    let text = html.find("<article").zip(html.find("</article>")).map_or(0, |(start, end)| end - start);
    (html.len() - text) as f64 / 1024.0
}

fn edit(page: &Path, more: &str) {
    let mut file = std::fs::OpenOptions::new().append(true).open(page).expect("the page is there");
    file.write_all(more.as_bytes()).expect("the page can be written");
}

fn timed(work: impl FnOnce()) -> Duration {
    let start = Instant::now();
    work();
    start.elapsed()
}

fn median(mut run: impl FnMut(usize) -> Duration) -> Duration {
    let mut times: Vec<Duration> = (0..RUNS).map(&mut run).collect();
    times.sort();
    times[RUNS / 2]
}
