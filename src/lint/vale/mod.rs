//! Vale's rules.

pub mod action;
mod alternation;
mod casing;
pub mod counts;
mod dialect;
mod english;
mod exceptions;
mod fields;
mod formula;
mod message;
mod pattern;
mod point;
pub mod rule;
mod sentences;
mod spelling;
mod words;
mod yaml;
