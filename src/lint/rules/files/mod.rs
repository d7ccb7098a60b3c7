//! Settings, front matter and files.

pub(super) mod unknown_language;
