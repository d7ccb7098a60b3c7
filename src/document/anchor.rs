//! Heading anchors, made as GitHub makes them, so that links written for GitHub work here and the other way round. A heading
//! without a letter gets `section`, where GitHub gives it none. The door to `unicode-properties`.

use std::collections::HashMap;

use unicode_properties::{GeneralCategoryGroup, UnicodeGeneralCategory};

/// Gives out anchors for one page: each once, with `-1`, `-2` … where a text returns.
#[derive(Default)]
pub(super) struct Anchors {
    uses: HashMap<Box<str>, u32>,
}

impl Anchors {
    /// The anchor for a heading's text.
    pub(super) fn for_text(&mut self, text: &str) -> Box<str> {
        let base = slug(text);
        loop {
            let uses = self.uses.entry(base.clone()).or_insert(0);
            let anchor: Box<str> = if *uses == 0 { base.clone() } else { format!("{base}-{uses}").into() };
            *uses += 1;
            if *uses == 1 || !self.uses.contains_key(&anchor) {
                self.uses.entry(anchor.clone()).or_insert(1);
                return anchor;
            }
        }
    }

    /// Takes an anchor that the writer set. False when it was given out before.
    pub(super) fn take(&mut self, anchor: &str) -> bool {
        self.uses.insert(anchor.into(), 1).is_none()
    }
}

/// A text as a part of an address: lower case; letters, digits, marks, `_` and `-` stay, spaces become `-`, the rest goes.
pub fn slug(text: &str) -> Box<str> {
    let lower = text.trim().to_lowercase();
    let kept = lower.chars().filter_map(|c| match c {
        ' ' | '\t' | '\n' => Some('-'),
        '-' | '_' => Some(c),
        // Combining marks are part of a word in many scripts.
        _ if c.is_alphanumeric() || c.general_category_group() == GeneralCategoryGroup::Mark => Some(c),
        _ => None,
    });
    let slug: String = kept.collect();
    if slug.is_empty() { "section".into() } else { slug.into() }
}

#[cfg(test)]
mod tests {
    use super::Anchors;

    #[test]
    fn anchors_are_those_of_github() {
        let mut anchors = Anchors::default();
        let mut of = |text| anchors.for_text(text).into_string();
        assert_eq!(of("Use GPUs on AWS & GCP"), "use-gpus-on-aws--gcp");
        assert_eq!(of("`quay env create --from=FILE`"), "quay-env-create---fromfile");
        assert_eq!(of("Größe ändern?"), "größe-ändern");
        assert_eq!(of("Install"), "install");
        assert_eq!(of("Install"), "install-1");
        assert_eq!(of("Install 1"), "install-1-1");
        assert_eq!(of("Install"), "install-2");
        assert_eq!(of("தமிழ் संस्कृतम्"), "தமிழ்-संस्कृतम्");
        assert_eq!(of("🚀"), "section");
    }
}
