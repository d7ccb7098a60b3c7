//! Which blocks a rule reads. Entry point: [`Scope::new`].

/// The `scope:` of a rule: one of its selectors must hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scope {
    selectors: Vec<Vec<Part>>,
}

/// A part of a selector, between two `&`.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Part {
    names: Vec<String>,
    negated: bool,
}

impl Scope {
    /// From the selectors as a rule writes them: `heading.h2`, `sentence & ~blockquote`.
    pub fn new(selectors: &[String]) -> Scope {
        let part = |text: &str| {
            let text = text.trim();
            let positive = text.trim_start_matches('~');
            let names = positive.split('.').map(|name| name.trim().to_owned()).collect();
            Part { names, negated: positive.len() < text.len() }
        };
        Scope { selectors: selectors.iter().map(|selector| selector.split('&').map(part).collect()).collect() }
    }

    /// Is a block with this scope, such as `text.heading.h2.md`, meant?
    pub fn matches(&self, block: &str) -> bool {
        let holds = |part: &Part| {
            let contained = part.names.iter().all(|name| block.split('.').any(|other| other == name));
            match part.negated {
                true => !contained && !block.split('.').any(|name| name == "raw" || name == "summary"),
                false => contained,
            }
        };
        self.selectors.iter().any(|parts| parts.iter().all(holds))
    }

    /// The first name of each selector: what decides whether texts are cut into sentences or paragraphs at all.
    pub fn begins_with(&self, name: &str) -> bool {
        let begins = |part: &Part| !part.negated && part.names.first().is_some_and(|first| first == name);
        self.selectors.iter().any(|parts| parts.first().is_some_and(begins))
    }
}

#[cfg(test)]
mod tests {
    use super::Scope;

    #[test]
    fn a_selector_holds_when_its_names_are_among_those_of_the_block() {
        let matches = |selectors: &[&str], block: &str| {
            let selectors: Vec<String> = selectors.iter().map(|selector| (*selector).to_owned()).collect();
            Scope::new(&selectors).matches(block)
        };
        assert!(matches(&["text"], "sentence.text.md") && matches(&["heading.h2"], "text.heading.h2.md"));
        assert!(!matches(&["heading.h2"], "text.heading.h3.md") && matches(&["list", "raw"], "raw.md"));
        let neither = ["~blockquote & ~heading"];
        assert!(matches(&neither, "text.md") && !matches(&neither, "text.blockquote.md"));
        assert!(!matches(&["~heading.h2"], "raw.md") && !matches(&["~heading.h2"], "summary.md"));
        assert!(matches(&["sentence & ~blockquote"], "sentence.text.md"));
    }
}
