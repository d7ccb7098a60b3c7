//! What a search costs: the same site, built with one.

use std::path::Path;
use std::time::Duration;

use crate::{RUNS, build, corpus, edit, median};

/// Measures builds with a search. `page` is one that is edited, `row` prints what was measured.
pub fn measure(site: &Path, page: &Path, row: &dyn Fn(&str, Duration)) {
    corpus::settings(site, true).expect("the settings can be written");
    let out = site.join("out-search");
    let mut memory = 0;
    let cold = median(|run| {
        let (took, peak) = build(site, &site.join(format!("cold-search-{run}")), &["--no-cache"]);
        memory = memory.max(peak);
        took
    });
    row("cold build with search", cold);
    build(site, &out, &[]);
    row("nothing changed, with search", median(|_| build(site, &out, &[]).0));
    let changed = median(|run| {
        edit(page, &format!("\nSearched {run}.\n"));
        build(site, &out, &[]).0
    });
    row("one page changed, with search", changed);
    println!("{:>38} {:>9.0} MB", "peak memory with search", memory as f64 / 1e6);
    // As before, for what is measured after it.
    corpus::settings(site, false).expect("the settings can be written");
    (0..RUNS).for_each(|run| drop(std::fs::remove_dir_all(site.join(format!("cold-search-{run}")))));
}
