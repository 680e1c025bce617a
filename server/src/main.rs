//! The binary `teladan`.
fn main() {}
