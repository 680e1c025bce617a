//! What an import did, would do, or did not do because of what, for people to read.

use shared::words::Language;

use super::passwords::Initial;
use super::problem::Problem;
use super::safe;

/// What became of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Outcome {
    /// The office is as the file says, or was so already.
    Written,
    /// Only looked.
    DryRun,
    /// There are problems, so nothing was written.
    #[default]
    Refused,
    /// It stopped on the way. What was written stays, and the same file again completes it.
    Stopped {
        /// Why.
        cause: String,
    },
}

/// An import in numbers, with all problems.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// What became of it.
    pub outcome: Outcome,
    /// Rows in the file.
    pub rows: usize,
    /// People who are new to the office.
    pub new: usize,
    /// Known people whose data change.
    pub changed: usize,
    /// Known people who are as the file says.
    pub same: usize,
    /// Rows left out because of problems.
    pub skipped: usize,
    /// People at the top: a superior forgotten in the file shows here.
    pub without_superior: usize,
    /// New units.
    pub units_new: usize,
    /// Units with a new head.
    pub heads_set: usize,
    /// Accounts opened.
    pub accounts_opened: usize,
    /// What is wrong with the file, by row and column.
    pub problems: Vec<Problem>,
    /// Initial passwords that were given out. Shown nowhere but in [`Report::passwords_csv`].
    pub passwords: Vec<Initial>,
}

impl Report {
    /// Is the office not as the file says, and was it meant to be?
    #[must_use]
    pub const fn failed(&self) -> bool {
        matches!(self.outcome, Outcome::Refused | Outcome::Stopped { .. })
    }

    /// Does the file change nothing?
    #[must_use]
    pub const fn changes_nothing(&self) -> bool {
        self.new + self.changed + self.units_new + self.heads_set + self.accounts_opened == 0
            && self.passwords.is_empty()
    }

    /// The report as text: problems first, then the numbers, then what it means.
    #[must_use]
    pub fn print(&self, language: Language) -> String {
        let mut lines: Vec<String> = self.problems.iter().map(|problem| problem.line(language)).collect();
        lines.push(self.numbers(language));
        lines.push(self.meaning(language));
        lines.join("\n") + "\n"
    }

    fn numbers(&self, language: Language) -> String {
        let Self { rows, new, changed, same, skipped, without_superior, units_new, heads_set, accounts_opened, .. } =
            self;
        match language {
            Language::Id => format!(
                "{rows} baris: {new} pegawai baru, {changed} berubah, {same} tetap, {skipped} baris bermasalah. \
                 {units_new} unit baru, {heads_set} kepala unit ditetapkan, {accounts_opened} akun dibuka. \
                 {without_superior} orang tanpa atasan."
            ),
            Language::En => format!(
                "{rows} rows: {new} new people, {changed} changed, {same} as before, {skipped} rows with problems. \
                 {units_new} new units, {heads_set} heads of units set, {accounts_opened} accounts opened. \
                 {without_superior} people without a superior."
            ),
        }
    }

    fn meaning(&self, language: Language) -> String {
        let (id, en) = match (&self.outcome, self.changes_nothing(), self.skipped > 0) {
            (Outcome::Refused, ..) => (
                "Belum ada yang ditulis. Perbaiki baris di atas, atau pakai --skip-bad untuk melewatinya.",
                "Nothing is written yet. Correct the rows above, or pass --skip-bad to leave them out.",
            ),
            (Outcome::Stopped { cause }, ..) => {
                return match language {
                    Language::Id => format!(
                        "Berhenti di tengah jalan: {cause}. Yang sudah tertulis tetap; jalankan berkas yang sama sekali lagi."
                    ),
                    Language::En => {
                        format!("Stopped on the way: {cause}. What was written stays; run the same file again.")
                    }
                };
            }
            (Outcome::DryRun, true, _) => ("Percobaan: tidak ada yang akan berubah.", "Dry run: nothing would change."),
            (Outcome::DryRun, false, _) => ("Percobaan: belum ada yang ditulis.", "Dry run: nothing is written."),
            (Outcome::Written, true, _) => (
                "Tidak ada yang berubah: isi berkas sudah ada di kantor.",
                "Nothing changed: the office has all of it already.",
            ),
            (Outcome::Written, false, true) => {
                ("Tertulis, kecuali baris yang bermasalah.", "Written, except the rows with problems.")
            }
            (Outcome::Written, false, false) => ("Semua tertulis.", "All of it is written."),
        };
        match language {
            Language::Id => id.to_owned(),
            Language::En => en.to_owned(),
        }
    }

    /// The initial passwords as a file for slips of paper; empty when none were given out, so that nobody writes an empty
    /// file over an earlier one. The NIP has blanks, else a spreadsheet would round it.
    #[must_use]
    pub fn passwords_csv(&self) -> String {
        if self.passwords.is_empty() {
            return String::new();
        }
        let head = safe::row(&["NIP", "Nama", "Kata sandi awal"], ';');
        let rows =
            self.passwords.iter().map(|one| safe::row(&[&safe::spaced(&one.nip), &one.name, &one.password], ';'));
        std::iter::once(head).chain(rows).collect()
    }
}
