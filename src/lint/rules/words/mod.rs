//! Words and names: how they are spelled, and whom they leave out.

mod accepted;
pub(in crate::lint) mod inclusive_language;
pub(in crate::lint) mod inconsistent_spelling;
pub(in crate::lint) mod misspelling;
pub(in crate::lint) mod unknown_word;
pub(in crate::lint) mod wrong_term;
