//! The linter's own business. These findings are made where settings are read and suppressions are applied.

pub(super) mod invalid_suppression;
pub(super) mod suppression_without_reason;
pub(super) mod unknown_rule;
pub(super) mod unused_suppression;
pub(super) mod vale_invalid_rule;
pub(super) mod vale_missing_rule;
pub(super) mod vale_missing_style;
pub(super) mod vale_overrun;
pub(super) mod vale_settings;
pub(super) mod vale_unsupported;
