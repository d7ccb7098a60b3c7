//! The two dialects of Vale's globs: without `**`, a `*` crosses folders; with it, folders count. The door to `globset`
//! for the linter.

use globset::{GlobBuilder, GlobMatcher};

/// A glob, perhaps with a `!` before it.
#[derive(Debug, Clone)]
pub struct Glob {
    matcher: GlobMatcher,
    negated: bool,
}

impl Glob {
    /// Compiles a pattern. The error is a sentence for the writer.
    pub fn new(pattern: &str) -> Result<Glob, String> {
        let positive = pattern.trim_start_matches('!');
        let matcher = GlobBuilder::new(positive)
            .literal_separator(positive.contains("**"))
            .backslash_escape(true)
            .empty_alternates(true)
            .build()
            .map_err(|error| error.kind().to_string())?
            .compile_matcher();
        Ok(Glob { matcher, negated: positive.len() < pattern.len() })
    }

    /// Is this path, with `/` between names, meant?
    pub fn matches(&self, path: &str) -> bool {
        self.matcher.is_match(path) != self.negated
    }
}

#[cfg(test)]
mod tests {
    use super::Glob;

    #[test]
    fn a_star_crosses_folders_unless_two_stars_stand_in_the_pattern() {
        let matches = |pattern, path| Glob::new(pattern).unwrap().matches(path);
        assert!(matches("*.md", "a/b.md") && matches("*", "x") && matches("*.{md,txt}", "a/b.txt"));
        assert!(matches("docs/*.md", "docs/a/b.md") && !matches("docs/*.md", "other/docs/a.md"));
        assert!(matches("docs/**/*.md", "docs/b.md") && matches("docs/**/*.md", "docs/a/b.md"));
        assert!(!matches("docs/**/x*.md", "docs/x/b.md") && matches("**/*.md", "b.md"));
        assert!(!matches("!content/b/*", "content/b/c.md") && matches("!content/b/*", "content/a.md"));
        assert!(matches("[!a]*.md", "b.md") && matches("a?.md", "ab.md") && matches(".md", ".md"));
    }
}
