//! The linter's own business. These findings are made where suppressions are applied.

pub(super) mod invalid_suppression;
pub(super) mod suppression_without_reason;
pub(super) mod unused_suppression;
