//! The linter's own business. These findings are made where settings are read and suppressions are applied.

pub(super) mod invalid_suppression;
pub(super) mod suppression_without_reason;
pub(super) mod unknown_rule;
pub(super) mod unused_suppression;
