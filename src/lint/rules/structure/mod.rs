//! Markdown that means or shows something else than the writer thought.

pub(super) mod broken_footnote;
pub(super) mod duplicate_anchor;
pub(super) mod second_title;
pub(super) mod stray_directive_end;
pub(super) mod unclosed_directive;
pub(super) mod unsupported;
