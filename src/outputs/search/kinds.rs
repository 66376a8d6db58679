//! Which kinds of what can be found there are.

/// The kinds of what can be found, in the order in which entries stand; the key of what many of it are called.
pub(super) const KINDS: [(&str, &str); 8] = [
    ("item", "items"),
    ("part", "parts"),
    ("area", "areas"),
    ("agency", "agencies"),
    ("forum", "forums"),
    ("update", "updates"),
    ("source", "sources"),
    ("page", "search-pages"),
];
