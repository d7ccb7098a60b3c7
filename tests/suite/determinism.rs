//! The same input gives the same bytes, whoever computes them.

use std::collections::BTreeMap;
use std::process::Command;

use crate::support::{files_below, package};

#[test]
fn two_builds_and_one_on_a_single_thread_give_the_same_bytes() {
    let folder = tempfile::tempdir().unwrap();
    let build = |name: &str, threads: &str| -> BTreeMap<String, Vec<u8>> {
        let out = folder.path().join(name);
        let status = Command::new(env!("CARGO_BIN_EXE_waypost"))
            .args(["build", "content-example", "--as-of", "2026-11-20", "--drafts", "--format", "json", "--out"])
            .arg(&out)
            .current_dir(package())
            .env("RAYON_NUM_THREADS", threads)
            .output()
            .unwrap();
        assert_eq!(status.status.code(), Some(0), "{}", String::from_utf8_lossy(&status.stdout));
        files_below(&out)
    };
    let first = build("first", "2");
    assert!(first.len() > 100, "the example has {} files", first.len());
    assert!(first == build("second", "2"), "two builds differ");
    assert!(first == build("single", "1"), "a build on one thread differs");
}
