//! The site as a whole: what `audit::advise` finds.

pub(super) mod crowded_list;
pub(super) mod distant_tutorial;
pub(super) mod duplicate_description;
pub(super) mod duplicate_title;
pub(super) mod large_image;
pub(super) mod misleading_nav_title;
pub(super) mod section_without_introduction;
pub(super) mod unbalanced_kinds;
pub(super) mod unlinked_page;
pub(super) mod unreachable_page;
pub(super) mod unsized_image;
pub(super) mod unused_image;
