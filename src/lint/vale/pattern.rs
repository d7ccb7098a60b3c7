//! Stub.
use std::ops::Range;
/// Stub.
#[derive(Default)]
pub struct Effort { pub overran: bool }
/// Stub.
#[derive(Debug)]
pub struct Pattern(fancy_regex::Regex);
impl Pattern {
    /// Stub.
    pub fn new(pattern: &str) -> Result<Pattern, String> {
        fancy_regex::Regex::new(pattern).map(Pattern).map_err(|e| e.to_string())
    }
    /// Stub.
    pub fn ranges(&self, text: &str, _: &mut Effort) -> Vec<Range<usize>> {
        self.0.find_iter(text).filter_map(Result::ok).map(|m| m.range()).collect()
    }
}
