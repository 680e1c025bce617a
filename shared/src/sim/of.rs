//! Rows of one kind.

use crate::draft::Draft;
use crate::entry::Entry;
use crate::plan::Plan;
use crate::remark::Remark;
use crate::row::{Row, Rows};

pub(super) fn entries(rows: &Rows) -> impl Iterator<Item = &Entry> {
    rows.iter().filter_map(|row| if let Row::Entry(entry) = row { Some(entry) } else { None })
}

pub(super) fn plans(rows: &Rows) -> impl Iterator<Item = &Plan> {
    rows.iter().filter_map(|row| if let Row::Plan(plan) = row { Some(plan) } else { None })
}

pub(super) fn remarks(rows: &Rows) -> impl Iterator<Item = &Remark> {
    rows.iter().filter_map(|row| if let Row::Remark(remark) = row { Some(remark) } else { None })
}

pub(super) fn drafts(rows: &Rows) -> impl Iterator<Item = &Draft> {
    rows.iter().filter_map(|row| if let Row::Draft(draft) = row { Some(draft) } else { None })
}
