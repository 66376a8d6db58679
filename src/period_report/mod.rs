//! What changed in a period.
