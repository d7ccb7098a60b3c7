//! Markdown that means or shows something else than the writer thought.

pub(super) mod second_title;
