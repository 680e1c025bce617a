//! What stands on the boards as tables: units, and people over some days.

use shared::rollup::board::{PersonLine, UnitBoard, UnitLine};

use super::table::{Cell, Column, Table};

const UNITS: [Column; 10] = [
    ("Unit", 44),
    ("Pegawai", 10),
    ("Mencatat hari ini", 12),
    ("Bertugas hari ini", 12),
    ("Catatan", 10),
    ("Menunggu", 10),
    ("Perlu revisi", 10),
    ("Terlambat", 10),
    ("Kemajuan rencana (%)", 12),
    ("Selesai terhadap target (%)", 14),
];

const PEOPLE: [Column; 11] = [
    ("Nama", 36),
    ("Jabatan", 36),
    ("Catatan", 10),
    ("Hari tercatat", 10),
    ("Hari kerja", 10),
    ("Menunggu", 10),
    ("Perlu revisi", 10),
    ("Terlambat", 10),
    ("Terhambat", 10),
    ("Kemajuan rencana (%)", 12),
    ("Selesai terhadap target (%)", 14),
];

/// These units of a board.
#[must_use]
pub fn units(board: &UnitBoard, lines: &[&UnitLine]) -> Table {
    let row = |line: &&UnitLine| {
        let (figures, counts) = (&line.figures, &line.figures.counts);
        vec![
            Cell::from(line.name.as_str()),
            Cell::Count(figures.staff),
            Cell::Count(figures.today),
            Cell::Count(figures.expected()),
            Cell::Count(counts.entries),
            Cell::Count(counts.waiting),
            Cell::Count(counts.returned),
            Cell::Count(counts.late),
            figures.plans.mean_percent().into(),
            figures.due.mean_percent().into(),
        ]
    };
    Table { name: days(board), columns: &UNITS, rows: lines.iter().map(row).collect() }
}

/// These people of a board.
#[must_use]
pub fn people(board: &UnitBoard, lines: &[&PersonLine]) -> Table {
    let row = |line: &&PersonLine| {
        let (figures, counts) = (&line.figures, &line.figures.counts);
        vec![
            Cell::from(line.name.as_str()),
            Cell::from(line.position.as_str()),
            Cell::Count(counts.entries),
            Cell::Count(figures.written_days),
            Cell::Count(figures.expected_days),
            Cell::Count(counts.waiting),
            Cell::Count(counts.returned),
            Cell::Count(counts.late),
            Cell::Count(counts.blocked),
            figures.plans.mean_percent().into(),
            figures.due.mean_percent().into(),
        ]
    };
    Table { name: days(board), columns: &PEOPLE, rows: lines.iter().map(row).collect() }
}

/// "2026-11-01 sd 2026-11-26": a name that a sheet may have.
fn days(board: &UnitBoard) -> String {
    format!("{} sd {}", board.from, board.until)
}
