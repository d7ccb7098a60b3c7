//! Stories of points.
