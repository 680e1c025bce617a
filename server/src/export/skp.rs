//! Somebody's plans (SKP) as a table: one line for each indicator, with what the forms of PermenPANRB 6/2022 ask for.

use shared::plan::{About, Aspect, Group, Level, Perspective, Plan, PlanKind, PlanState, Terms};
use shared::quantity::Quantity;
use shared::row::{Row, Rows};

use super::table::{Cell, Column, Table};

const COLUMNS: [Column; 15] = [
    ("Mulai", 12),
    ("Sampai", 12),
    ("Bagian", 14),
    ("Rencana hasil kerja", 44),
    ("Mendukung", 36),
    ("Keadaan", 14),
    ("Indikator", 36),
    ("Aspek atau perspektif", 18),
    ("Kelompok", 18),
    ("Tingkat", 12),
    ("Target", 10),
    ("Satuan", 12),
    ("Realisasi", 10),
    ("Sumber data", 30),
    ("Cara menghitung", 30),
];

/// All plans in these rows, the newest first, the main results before the additional ones.
#[must_use]
pub fn skp(rows: &Rows) -> Table {
    let plans = rows.iter().filter_map(|row| if let Row::Plan(plan) = row { Some(plan) } else { None });
    let mut plans: Vec<&Plan> = plans.collect();
    plans.sort_by_key(|plan| (std::cmp::Reverse(plan.until), plan.kind != PlanKind::Main, plan.id));
    let lines = plans.into_iter().flat_map(|plan| lines(plan, &Terms::of(plan, rows))).collect();
    Table { name: "SKP".to_owned(), columns: &COLUMNS, rows: lines }
}

fn lines(plan: &Plan, terms: &Terms) -> Vec<Vec<Cell>> {
    let counted = line(plan, terms, &terms.about, (plan.target, &plan.measure), Cell::Amount(plan.done));
    let further = terms.more.iter().map(|one| {
        // What nobody has reported is no zero.
        let reported = terms.report(&one.about.name).map_or(Cell::None, |report| Cell::Amount(report.value));
        line(plan, terms, &one.about, (one.target, &one.measure), reported)
    });
    std::iter::once(counted).chain(further).collect()
}

fn line(plan: &Plan, terms: &Terms, about: &About, wanted: (Quantity, &str), done: Cell) -> Vec<Cell> {
    let up = [&terms.up.result, &terms.up.programme].into_iter().find(|name| !name.is_empty());
    let (target, measure) = wanted;
    let name = if about.name.is_empty() { measure } else { about.name.as_str() };
    vec![
        Cell::Day(plan.from),
        Cell::Day(plan.until),
        Cell::from(match plan.kind {
            PlanKind::Main => "A. Utama",
            PlanKind::Additional => "B. Tambahan",
        }),
        Cell::from(plan.result.as_str()),
        up.map_or(Cell::None, |up| Cell::from(up.as_str())),
        Cell::from(match plan.state {
            PlanState::Proposed => "Diusulkan",
            PlanState::Agreed => "Disepakati",
        }),
        Cell::from(name),
        Cell::from(seen_from(about)),
        Cell::from(match about.group {
            Group::Service => "Pelayanan publik",
            Group::Innovation => "Inovasi",
            Group::Participation => "Partisipasi dalam keputusan",
        }),
        Cell::from(match about.level {
            Level::Output => "Keluaran",
            Level::Outcome => "Dampak",
        }),
        Cell::Amount(target),
        Cell::from(measure),
        done,
        Cell::from(about.source.as_str()),
        Cell::from(about.formula.as_str()),
    ]
}

/// Perspektif for heads, aspek for everybody else.
fn seen_from(about: &About) -> &'static str {
    let perspective = about.perspective.map(|perspective| match perspective {
        Perspective::Recipients => "Penerima Layanan",
        Perspective::Process => "Proses Bisnis",
        Perspective::Internal => "Penguatan Internal",
        Perspective::Budget => "Anggaran",
    });
    perspective.unwrap_or(match about.aspect {
        Some(Aspect::Quality) => "Kualitas",
        Some(Aspect::Time) => "Waktu",
        Some(Aspect::Quantity) | None => "Kuantitas",
    })
}
