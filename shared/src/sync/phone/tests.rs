//! The phone, driven by hand.
