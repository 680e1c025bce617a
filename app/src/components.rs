//! Parts that more than one page shows. They know what they are given; a part used by one page lives with that page.

pub mod age;
pub mod banner;
pub mod browser;
pub mod complete;
pub mod entry_line;
pub mod export;
pub mod frame;
pub mod here;
pub mod icon;
pub mod lang;
pub mod lost;
pub mod nav;
pub mod person_search;
pub mod photo;
pub mod place;
pub mod plan_line;
pub mod refusal;
pub mod rest;
pub mod source;
pub mod state;
pub mod thread;
pub mod toast;
pub mod versions;
pub mod waits;
pub mod way;
