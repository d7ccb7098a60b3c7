//! Where the time of a build goes, stage by stage, in process and into memory.

use std::path::Path;
use std::time::{Duration, Instant};

use waypost::render::Output;
use waypost::site;
use waypost::source::fingerprint_of;
use waypost::workspace::{Key, Options, Press, Workspace};

/// Takes files and forgets them.
struct Nowhere;

impl Press for Nowhere {
    fn has(&self, _: &mut Key) -> bool {
        false
    }

    fn put(&self, _: Option<Key>, _: Vec<Output>) {}

    fn fail(&self, why: &str) {
        panic!("{why}");
    }
}

/// Times each stage of one build.
pub fn measure(site: &Path) {
    let row = |what: &str, took: Duration| println!("{what:>38} {:>9.3} s", took.as_secs_f64());
    let workspace = Workspace::open(site, Options::default(), true).expect("the site is one");
    let start = Instant::now();
    let inputs = workspace.load().expect("it can be read");
    row("load", start.elapsed());
    let start = Instant::now();
    let snapshot = workspace.assemble(&inputs);
    row("parse, link, audit", start.elapsed());
    let start = Instant::now();
    drop(workspace.assemble(&inputs));
    row("the same, known", start.elapsed());
    let start = Instant::now();
    for id in snapshot.site.ids() {
        fingerprint_of(&site::view(&snapshot.site, id, &Default::default()));
    }
    row("views and their fingerprints, one core", start.elapsed());
    let start = Instant::now();
    snapshot.render(&Nowhere, &|| {});
    row("check, highlight, render", start.elapsed());
}
