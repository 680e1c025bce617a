//! What a plan is refused for. Each missing field of an indicator has a code of its own, so that a form can point at it.

/// A field that an indicator must say (acceptance BNY-2).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lack {
    /// Its name.
    Name,
    /// Satuan.
    Measure,
    /// A target above 0.
    Target,
    /// Where the figure comes from.
    Source,
    /// How the figure is made.
    Formula,
    /// Aspek.
    Aspect,
    /// Perspektif.
    Perspective,
}

/// Why a plan is not one yet, or cannot be tied or measured so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PlanFault {
    /// The result itself is not written.
    ResultMissing,
    /// It counts quantity alone (acceptance DMI-1).
    OnlyQuantity,
    /// The plan of a head of unit lacks an output or an outcome (BJI-2).
    NeedsOutcome,
    /// An indicator lacks a field.
    IndicatorLacks {
        /// Its name in quotes, or its place.
        indicator: String,
        /// Which field.
        lack: Lack,
    },
    /// Two indicators have one name.
    IndicatorTwice {
        /// The name in quotes.
        indicator: String,
    },
    /// More indicators than anybody can follow.
    TooManyIndicators {
        /// Indicators allowed beside the counted one.
        indicators_max: usize,
    },
    /// It ends before it begins.
    PeriodUnclear,
    /// Work was counted already, so what is counted stays.
    MeasureInUse,
    /// Tied to something that is not the superior's result, or to a programme although a result stands above.
    TieElsewhere,
    /// The tree would come back to itself.
    TieCycle,
}

impl PlanFault {
    pub(super) fn values(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::IndicatorLacks { indicator, .. } | Self::IndicatorTwice { indicator } => {
                vec![("{indicator}", indicator.clone())]
            }
            Self::TooManyIndicators { indicators_max } => vec![("{max}", indicators_max.to_string())],
            Self::ResultMissing
            | Self::OnlyQuantity
            | Self::NeedsOutcome
            | Self::PeriodUnclear
            | Self::MeasureInUse
            | Self::TieElsewhere
            | Self::TieCycle => Vec::new(),
        }
    }

    pub(super) const fn plain(&self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::ResultMissing => (
                "plan_result_missing",
                "Tulis dulu hasil kerja yang direncanakan, misalnya: kutipan akta terbit tepat waktu.",
                "Write the planned result first, for example: certificates issued on time.",
            ),
            Self::OnlyQuantity => (
                "plan_only_quantity",
                "Rencana ini hanya menghitung jumlah. Tambahkan indikator kualitas atau waktu, lalu usulkan lagi. Bila kolomnya tidak ada, perbarui aplikasi.",
                "This plan counts quantity alone. Add an indicator of quality or time, then propose it again. If there is no field for it, update the app.",
            ),
            Self::NeedsOutcome => (
                "plan_needs_outcome",
                "Rencana pimpinan unit memuat keluaran (output) dan dampaknya (outcome). Tambahkan indikator yang belum ada, lalu usulkan lagi.",
                "The plan of a head of unit says what is made (output) and what comes of it (outcome). Add the indicator that is missing, then propose it again.",
            ),
            Self::IndicatorLacks { lack, .. } => lack.plain(),
            Self::IndicatorTwice { .. } => (
                "indicator_twice",
                "Ada dua indikator bernama {indicator}. Beri salah satunya nama lain.",
                "Two indicators are called {indicator}. Give one of them another name.",
            ),
            Self::TooManyIndicators { .. } => (
                "too_many_indicators",
                "Paling banyak {max} indikator tambahan untuk satu rencana. Pilih yang paling penting.",
                "At most {max} further indicators for one plan. Choose the ones that matter most.",
            ),
            Self::PeriodUnclear => (
                "period_unclear",
                "Masa rencana berakhir sebelum mulai. Periksa kedua tanggalnya.",
                "The plan ends before it begins. Check both dates.",
            ),
            Self::MeasureInUse => (
                "measure_in_use",
                "Sudah ada catatan dengan satuan ini, jadi satuannya tetap. Ubah targetnya, atau usulkan rencana baru.",
                "Work was counted in this measure already, so it stays. Change the target, or propose a new plan.",
            ),
            Self::TieElsewhere => (
                "tie_elsewhere",
                "Rencana mendukung satu hasil kerja atasan langsung. Pilih dari daftarnya, atau kaitkan nanti.",
                "A plan supports one result of the direct superior. Choose from the list, or tie it later.",
            ),
            Self::TieCycle => (
                "tie_cycle",
                "Rencana ini akan mendukung dirinya sendiri. Pilih hasil kerja lain.",
                "This plan would support itself. Choose another result.",
            ),
        }
    }
}

impl Lack {
    const fn plain(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::Name => (
                "indicator_name",
                "Indikator {indicator} belum punya nama. Tulis apa yang diukur.",
                "Indicator {indicator} has no name. Write what is measured.",
            ),
            Self::Measure => (
                "indicator_measure",
                "Indikator {indicator} belum punya satuan, misalnya berkas, hari, atau persen.",
                "Indicator {indicator} has no measure, for example files, days or percent.",
            ),
            Self::Target => (
                "indicator_target",
                "Indikator {indicator} perlu target lebih dari 0.",
                "Indicator {indicator} needs a target above 0.",
            ),
            Self::Source => (
                "indicator_source",
                "Indikator {indicator} belum punya sumber data. Tulis dari mana angkanya diambil.",
                "Indicator {indicator} has no source. Write where the figure comes from.",
            ),
            Self::Formula => (
                "indicator_formula",
                "Indikator {indicator} belum punya cara menghitung. Tulis bagaimana angkanya diperoleh.",
                "Indicator {indicator} has no formula. Write how the figure is made.",
            ),
            Self::Aspect => (
                "indicator_aspect",
                "Pilih aspek untuk indikator {indicator}: kuantitas, kualitas, atau waktu.",
                "Choose an aspect for indicator {indicator}: quantity, quality or time.",
            ),
            Self::Perspective => (
                "indicator_perspective",
                "Pilih perspektif untuk indikator {indicator}.",
                "Choose a perspective for indicator {indicator}.",
            ),
        }
    }
}
