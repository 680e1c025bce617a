//! Kinds of units, and the name that tells them.

use serde::{Deserialize, Serialize};

#[cfg(feature = "office")]
use crate::{admin, change::Change, ids::UnitId, refusal::Refusal, row::Key, row::Row, row::Rows, rule::Ctx};

/// What kind of part of the agency a unit is (Perda on perangkat daerah; UU 23/2014, articles 208 to 229).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum UnitKind {
    /// The whole: a city's or a regency's government.
    Agency,
    /// Dinas, badan, sekretariat: an OPD.
    Dinas,
    /// A part of an OPD.
    Bidang,
    /// A part of a bidang or of a kecamatan.
    Seksi,
    /// A technical unit of an OPD: puskesmas, school, laboratory.
    Uptd,
    /// A district.
    Kecamatan,
    /// A village within a city.
    Kelurahan,
    /// Anything else, and every unit written before there were kinds.
    #[default]
    Other,
}

/// How official names begin. The first that fits counts.
const BEGINNINGS: [(&str, UnitKind); 18] = [
    ("pemerintah ", UnitKind::Agency),
    ("dinas ", UnitKind::Dinas),
    ("badan ", UnitKind::Dinas),
    ("inspektorat", UnitKind::Dinas),
    ("sekretariat daerah", UnitKind::Dinas),
    ("sekretariat dprd", UnitKind::Dinas),
    ("satuan polisi pamong praja", UnitKind::Dinas),
    ("sekretariat", UnitKind::Bidang),
    ("bidang ", UnitKind::Bidang),
    ("bagian ", UnitKind::Bidang),
    ("seksi ", UnitKind::Seksi),
    ("sub ", UnitKind::Seksi),
    ("subbagian ", UnitKind::Seksi),
    ("subbidang ", UnitKind::Seksi),
    ("upt", UnitKind::Uptd),
    ("puskesmas ", UnitKind::Uptd),
    ("kecamatan ", UnitKind::Kecamatan),
    ("kelurahan ", UnitKind::Kelurahan),
];

impl UnitKind {
    /// What the official name says; people correct it where it misleads.
    #[must_use]
    pub fn of_name(name: &str) -> Self {
        let name = name.trim().to_lowercase();
        let fits = BEGINNINGS.iter().find(|(beginning, _)| name.starts_with(beginning));
        fits.map_or(Self::Other, |(_, kind)| *kind)
    }
}

/// Command `unit.kind`: the admin says what kind of unit it is.
#[cfg(feature = "office")]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SetUnitKind {
    /// Which unit.
    pub unit: UnitId,
    /// What it is.
    pub kind: UnitKind,
}

#[cfg(feature = "office")]
impl SetUnitKind {
    pub(crate) fn needs(&self, rows: &Rows, ctx: &Ctx) -> Vec<Key> {
        let mut keys = vec![Key::from(self.unit)];
        keys.extend(admin::keys(Some(self.unit), rows, ctx));
        keys
    }

    pub(crate) fn decide(&self, rows: &Rows, ctx: &Ctx) -> Result<Vec<Change>, Refusal> {
        admin::must(Some(self.unit), rows, ctx)?;
        let unit = rows.unit(self.unit).ok_or(Refusal::NotFound)?;
        if unit.kind == self.kind {
            return Ok(Vec::new());
        }
        let unit = super::Unit { kind: self.kind, rev: unit.rev + 1, ..unit.clone() };
        Ok(vec![super::set::put(Row::Unit(unit), self.unit)])
    }
}

#[cfg(test)]
mod tests {
    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    use super::*;

    #[test]
    fn official_names_tell_the_kind() {
        let table = [
            ("Pemerintah Kota Muara Kencana", UnitKind::Agency),
            ("Dinas Kependudukan dan Pencatatan Sipil", UnitKind::Dinas),
            ("SEKRETARIAT DAERAH", UnitKind::Dinas),
            ("Sekretariat", UnitKind::Bidang),
            ("Bidang Pelayanan Pendaftaran Penduduk", UnitKind::Bidang),
            ("Sub Bagian Umum/Kepegawaian", UnitKind::Seksi),
            ("UPTD Puskesmas Kencana", UnitKind::Uptd),
            ("Puskesmas Kencana", UnitKind::Uptd),
            ("Kecamatan Kencana Timur", UnitKind::Kecamatan),
            ("Kelurahan Tanjung", UnitKind::Kelurahan),
            ("Tim Percepatan", UnitKind::Other),
        ];
        for (name, kind) in table {
            assert_eq!(UnitKind::of_name(name), kind, "{name}");
        }
    }
}
