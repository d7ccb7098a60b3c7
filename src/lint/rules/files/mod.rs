//! Settings, front matter and files.

pub(super) mod broken_redirect;
pub(super) mod broken_setting_link;
pub(super) mod case_collision;
pub(super) mod duplicate_url;
pub(super) mod empty_section;
pub(super) mod invalid_front_matter;
pub(super) mod invalid_settings;
pub(super) mod invalid_translation;
pub(super) mod invalid_url;
pub(super) mod invalid_utf8;
pub(super) mod missing_folder;
pub(super) mod redirect_conflict;
pub(super) mod review_due;
pub(super) mod template_error;
pub(super) mod unknown_check;
pub(super) mod unknown_front_matter;
pub(super) mod unknown_language;
pub(super) mod unknown_nav_entry;
pub(super) mod unknown_setting;
pub(super) mod unreadable;
