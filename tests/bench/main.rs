//! How long a build takes, beside the floor: the bare libraries on the same pages, in the same run.
//!
//! `cargo bench` measures 100 and 1,000 pages, `cargo bench -- 10000` any other numbers. It prints tables and never
//! fails: machines differ, so the ratio is the figure to look at. Where `WAYPOST_CORPORA` names a folder with prose styles,
//! the linter is measured with them too.

mod corpus;
mod floor;
mod lint;

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

const RUNS: usize = 3;

fn main() {
    let asked: Vec<usize> = std::env::args().skip(1).filter_map(|argument| argument.parse().ok()).collect();
    let sizes = if asked.is_empty() { vec![100, 1_000] } else { asked };
    println!(
        "{:>7} {:>9} {:>11} {:>11} {:>11} {:>12}",
        "pages", "content", "floor", "cold build", "again", "cold ÷ floor"
    );
    for pages in sizes {
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        let bytes = corpus::write(folder.path(), pages).expect("the corpus can be written");
        let floor = median(|run| timed(|| floor::build(folder.path(), &folder.path().join(format!("floor-{run}")))));
        let cold = median(|run| build(folder.path(), &folder.path().join(format!("cold-{run}"))));
        let again = median(|_| build(folder.path(), &folder.path().join("cold-0")));
        println!(
            "{pages:>7} {:>6.1} MB {:>9.2} s {:>9.2} s {:>9.2} s {:>12.2}",
            bytes as f64 / 1e6,
            floor.as_secs_f64(),
            cold.as_secs_f64(),
            again.as_secs_f64(),
            cold.as_secs_f64() / floor.as_secs_f64()
        );
        lint::measure(folder.path(), cold);
    }
    lint::measure_keystroke();
}

fn build(site: &Path, out: &Path) -> Duration {
    timed(|| {
        let status = Command::new(env!("CARGO_BIN_EXE_waypost"))
            .arg("build")
            .arg(site)
            .args(["--strict", "--out"])
            .arg(out)
            .stderr(Stdio::null())
            .status()
            .expect("the binary runs");
        assert!(status.success(), "the corpus builds without a finding");
    })
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
