//! The house style: small, sourced and quiet.

pub(in crate::lint) mod acronym_not_introduced;
pub(in crate::lint) mod alienating_word;
pub(in crate::lint) mod ambiguous_date;
pub(in crate::lint) mod exclamation;
pub(in crate::lint) mod first_person;
pub(in crate::lint) mod future_tense;
pub(in crate::lint) mod latin_abbreviation;
pub(in crate::lint) mod long_sentence;
pub(in crate::lint) mod missing_serial_comma;
pub(in crate::lint) mod passive_voice;
pub(in crate::lint) mod please;
pub(in crate::lint) mod time_without_zone;
pub(in crate::lint) mod title_case_heading;
pub(in crate::lint) mod wordy_phrase;
