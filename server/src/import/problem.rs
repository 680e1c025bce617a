//! Problems of a file: where, what, and what to do about it. One variant per thing that people would do differently.

use shared::nip::NipError;
use shared::words::Language;

use super::table::Place;

/// What is wrong with a cell.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.plain().0)]
pub enum Fault {
    /// No name.
    NameEmpty,
    /// A text is longer than the office keeps.
    TooLong {
        /// Characters allowed.
        characters_max: usize,
    },
    /// No NIP.
    NipEmpty,
    /// No NIP, for one of its own reasons.
    Nip(NipError),
    /// The spreadsheet made a number of the NIP and lost its last digits.
    NipRounded,
    /// Another row has the same NIP.
    NipTwice {
        /// That row.
        other: usize,
    },
    /// No unit.
    UnitEmpty,
    /// Not a golongan.
    RankUnknown,
    /// The superior's NIP is none.
    SuperiorNip(NipError),
    /// The superior's NIP was rounded by the spreadsheet.
    SuperiorRounded,
    /// Neither in the file nor in the office.
    SuperiorUnknown,
    /// The person themselves.
    SuperiorSelf,
    /// The line of superiors comes back to the person.
    SuperiorCycle {
        /// The way round, in words.
        chain: String,
    },
    /// More superiors above than the office follows.
    SuperiorTooDeep,
    /// The person belongs to another part of the agency than the admin's.
    Elsewhere,
    /// The admin's own place, or somebody who would be theirs to assess.
    OwnMatter,
    /// The superior's own row has problems.
    SuperiorRowBad {
        /// That row.
        other: usize,
    },
}

/// A fault at its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Row of the file, from 1.
    pub row: usize,
    /// Column of the file.
    pub column: Place,
    /// What is wrong.
    pub fault: Fault,
    /// Stable name, for programs.
    pub code: &'static str,
    /// Indonesian.
    pub id: String,
    /// English.
    pub en: String,
}

impl Problem {
    /// This fault at this place.
    #[must_use]
    pub fn new(row: usize, column: Place, fault: Fault) -> Self {
        let (code, id, en) = fault.plain();
        Self { row, column, fault, code, id, en }
    }

    /// The whole line for a list of problems.
    #[must_use]
    pub fn line(&self, language: Language) -> String {
        match language {
            Language::Id => format!("Baris {}, kolom {}: {}", self.row, self.column, self.id),
            Language::En => format!("Row {}, column {}: {}", self.row, self.column, self.en),
        }
    }
}

const ROUNDED_ID: &str = "Lembar kerja membulatkan angka ini, sehingga angka terakhirnya hilang. Jadikan kolom ini Teks, lalu isi ulang NIP.";
const ROUNDED_EN: &str = "The spreadsheet rounded this number and lost its last digits. Format the column as text, then enter the NIP again.";

impl Fault {
    /// Code, Indonesian, English.
    fn plain(&self) -> (&'static str, String, String) {
        let both = |code, id: &str, en: &str| (code, id.to_owned(), en.to_owned());
        match self {
            Self::NameEmpty => both("name_empty", "Nama masih kosong.", "The name is empty."),
            Self::TooLong { characters_max } => (
                "too_long",
                format!("Tulisan ini lebih panjang dari {characters_max} huruf. Pendekkan."),
                format!("This text is longer than {characters_max} characters. Make it shorter."),
            ),
            Self::NipEmpty => both("nip_empty", "NIP masih kosong.", "The NIP is empty."),
            Self::Nip(error) => nip("nip", *error),
            Self::NipRounded => both("nip_rounded", ROUNDED_ID, ROUNDED_EN),
            Self::NipTwice { other } => (
                "nip_twice",
                format!("NIP ini juga ada di baris {other}. Hapus salah satu, atau perbaiki angkanya."),
                format!("This NIP also stands in row {other}. Remove one of them, or correct the digits."),
            ),
            Self::UnitEmpty => both("unit_empty", "Unit kerja masih kosong.", "The unit is empty."),
            Self::RankUnknown => both(
                "rank_unknown",
                "Golongan ini tidak dikenal. Tulis I/a sampai IV/e, atau I sampai XVII untuk PPPK; boleh dikosongkan.",
                "This rank is unknown. Write I/a to IV/e, or I to XVII for PPPK; it may be left empty.",
            ),
            Self::SuperiorNip(error) => nip("superior_nip", *error),
            Self::SuperiorRounded => both("superior_rounded", ROUNDED_ID, ROUNDED_EN),
            Self::SuperiorUnknown => both(
                "superior_unknown",
                "NIP atasan ini tidak ada di berkas maupun di kantor. Tambahkan orangnya, atau perbaiki angkanya.",
                "This superior's NIP is neither in the file nor in the office. Add the person, or correct the digits.",
            ),
            Self::SuperiorSelf => both(
                "superior_self",
                "Orang ini menjadi atasan dirinya sendiri. Isi NIP atasan yang benar, atau kosongkan untuk pimpinan tertinggi.",
                "This person is their own superior. Enter the right NIP, or leave it empty for the top of the agency.",
            ),
            Self::SuperiorCycle { chain } => (
                "superior_cycle",
                format!("Rantai atasan kembali ke orang yang sama: {chain}. Perbaiki salah satu NIP atasan."),
                format!("The line of superiors comes back to the same person: {chain}. Correct one superior's NIP."),
            ),
            Self::SuperiorTooDeep => both(
                "superior_too_deep",
                "Rantai atasan lebih dari 31 tingkat. Periksa NIP atasan di baris ini dan di atasnya.",
                "There are more than 31 superiors above. Check the superior's NIP here and further up.",
            ),
            Self::Elsewhere => both(
                "elsewhere",
                "Orang ini tercatat di unit di luar wewenang Anda. Minta admin unit itu memindahkannya.",
                "This person belongs to a unit that is not yours. Ask the admin of that unit to move them.",
            ),
            Self::OwnMatter => both(
                "own_matter",
                "Baris ini menyangkut tempat Anda sendiri, atau menjadikan Anda atasannya. Minta admin lain atau pengelola server menuliskannya.",
                "This row is about your own place, or makes you the superior. Ask another admin or the operator of the server to write it.",
            ),
            Self::SuperiorRowBad { other } => (
                "superior_row_bad",
                format!("Data atasan di baris {other} masih bermasalah. Perbaiki baris itu dulu."),
                format!("The superior's own row {other} has problems. Correct that row first."),
            ),
        }
    }
}

/// The NIP's own reason; a serial of 000 is nearly always a rounded number.
fn nip(column: &'static str, error: NipError) -> (&'static str, String, String) {
    let code = match (column, error) {
        ("nip", NipError::Digits) => "nip_digits",
        ("nip", NipError::Length) => "nip_length",
        ("nip", NipError::BirthDate) => "nip_birth_date",
        ("nip", NipError::AppointedMonth) => "nip_appointed_month",
        ("nip", NipError::AppointedFuture) => "nip_appointed_future",
        ("nip", NipError::Sex) => "nip_sex",
        ("nip", NipError::Serial) => "nip_serial",
        (_, NipError::Digits) => "superior_nip_digits",
        (_, NipError::Length) => "superior_nip_length",
        (_, NipError::BirthDate) => "superior_nip_birth_date",
        (_, NipError::AppointedMonth) => "superior_nip_appointed_month",
        (_, NipError::AppointedFuture) => "superior_nip_appointed_future",
        (_, NipError::Sex) => "superior_nip_sex",
        (_, NipError::Serial) => "superior_nip_serial",
    };
    let (id, en) = error.words();
    if error == NipError::Serial {
        return (
            code,
            format!("{id} Biasanya lembar kerja telah membulatkan angkanya: jadikan kolom ini Teks."),
            format!("{en} Usually the spreadsheet has rounded the number: format the column as text."),
        );
    }
    (code, id.to_owned(), en.to_owned())
}
