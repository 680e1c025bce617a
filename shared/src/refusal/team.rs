//! What is refused about a team across units.

use chrono::{Datelike, NaiveDate};

use super::Refusal;

/// Why a team is not so, or work is not for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TeamFault {
    /// The owner of an entry is not in the team on the work date.
    NotInTeam,
    /// A team needs a name.
    NameMissing,
    /// Who should lead it is nobody here whom the admin looks after.
    LeaderUnknown,
    /// A membership reaches beyond the team's term.
    OutsideTerm {
        /// First day of the team.
        from: NaiveDate,
        /// Last day of the team.
        until: NaiveDate,
    },
}

impl From<TeamFault> for Refusal {
    fn from(fault: TeamFault) -> Self {
        Self::Team(fault)
    }
}

impl TeamFault {
    pub(super) fn values(self) -> Vec<(&'static str, String)> {
        let date = |d: NaiveDate| format!("{:02}-{:02}-{}", d.day(), d.month(), d.year());
        match self {
            Self::OutsideTerm { from, until } => vec![("{from}", date(from)), ("{until}", date(until))],
            Self::NotInTeam | Self::NameMissing | Self::LeaderUnknown => Vec::new(),
        }
    }

    pub(super) const fn plain(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::NotInTeam => (
                "not_in_team",
                "Pada tanggal ini Anda tidak tercatat di tim itu, atau masa timnya sudah lewat. Ubah tanggalnya, atau lepas pilihan timnya.",
                "On this day you are not in that team, or its term is over. Change the date, or take the team off.",
            ),
            Self::NameMissing => (
                "team_name_missing",
                "Tulis dulu nama timnya, seperti tertulis di surat tugas.",
                "Write the team's name first, as it stands in the letter of assignment.",
            ),
            Self::LeaderUnknown => (
                "team_leader_unknown",
                "Pilih ketua dari hasil pencarian: pegawai aktif di unit yang Anda kelola.",
                "Choose the leader from the search: an employee of the units that you look after.",
            ),
            Self::OutsideTerm { .. } => (
                "outside_team_term",
                "Masa anggota harus di dalam masa tim, {from} sampai {until}. Ubah tanggalnya, atau perpanjang masa timnya dulu.",
                "A membership lies within the team's term, {from} to {until}. Change the dates, or extend the term first.",
            ),
        }
    }
}
