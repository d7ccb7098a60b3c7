//! The forms of words that go with numbers: Arabic has six where English has two. The doors to
//! `icu_plurals` and `icu_locale_core`.

use icu_locale_core::Locale;
use icu_plurals::{PluralCategory, PluralRules};

/// Knows which form of a word goes with a number in one language.
///
/// The rules are looked up each time: they cannot be handed from thread to thread, and cost next to nothing.
pub(super) struct Plural(Option<Locale>);

impl Plural {
    /// The forms of a language, given as in HTML's `lang`.
    pub(super) fn of(language: &str) -> Plural {
        Plural(Locale::try_from_str(language).ok())
    }

    fn rules(&self) -> Option<PluralRules> {
        PluralRules::try_new_cardinal(self.0.as_ref()?.into()).ok()
    }

    /// The end of the key of a text: `one` of `minutes_one`. A language that nobody has described has one form.
    pub(super) fn form(&self, number: u64) -> &'static str {
        self.rules().map_or("other", |rules| name(rules.category_for(number)))
    }
}

fn name(category: PluralCategory) -> &'static str {
    match category {
        PluralCategory::Zero => "zero",
        PluralCategory::One => "one",
        PluralCategory::Two => "two",
        PluralCategory::Few => "few",
        PluralCategory::Many => "many",
        PluralCategory::Other => "other",
    }
}

#[cfg(test)]
impl Plural {
    /// Every form that the language has.
    pub(super) fn forms(&self) -> Vec<&'static str> {
        let categories = self.rules().map(|rules| rules.categories().map(name).collect());
        categories.unwrap_or_else(|| vec!["other"])
    }
}
