//! Refusals: why something may not happen. One variant per thing the person would do differently.
//!
//! Every refusal has a stable code and a sentence in each language. A sentence says what is wrong and what to do, without
//! blame; what was typed stays where it is.

mod feedback;
mod office;
mod plan;
mod team;
mod unfit;
mod values;

use chrono::NaiveDate;

pub use unfit::Unfit;

pub use feedback::FeedbackFault;
pub use office::OfficeFault;
pub use plan::{Lack, PlanFault};
pub use team::TeamFault;

use crate::words::Spoken;

/// Why a command was not accepted.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.spoken().code)]
pub enum Refusal {
    /// The actor has no right to do this. What may not be seen is answered the same as what is not there.
    NotAllowed,
    /// The thing the command speaks of is not there (or not for this actor).
    NotFound,
    /// Another thing has this id already.
    AlreadyThere,
    /// The text is empty.
    TextMissing,
    /// The text is longer than allowed.
    TextTooLong {
        /// Characters allowed.
        characters_max: usize,
    },
    /// The amount is zero, negative or absurd.
    QuantityNotCountable,
    /// A work date that has not come yet.
    FutureDate {
        /// Today, where the unit is.
        today: NaiveDate,
    },
    /// The plan is not agreed yet, so nothing can be counted towards it.
    PlanNotAgreed,
    /// The work date lies outside the plan's period.
    OutsidePlan {
        /// First day of the plan.
        from: NaiveDate,
        /// Last day of the plan.
        until: NaiveDate,
    },
    /// A plan is not one yet, or cannot be tied or measured so.
    Plan(PlanFault),
    /// More photos than allowed.
    TooManyPhotos {
        /// Photos allowed.
        photos_max: usize,
    },
    /// A photo is larger than the phone should have made it.
    PhotoTooLarge {
        /// Kilobytes allowed.
        kilobytes_max: u32,
    },
    /// The photo's hash is not one.
    PhotoDamaged,
    /// What else an entry says is unfit.
    Unfit(Unfit),
    /// It changed since the actor looked at it.
    ChangedSinceSeen,
    /// An approved entry is closed for changes.
    EntryApproved,
    /// Two devices of the owner have written different things, and the owner has not chosen yet.
    NotSettled,
    /// A team is not so, or work is not for it.
    Team(TeamFault),
    /// Feedback lacks something, or a dialogue is not so far.
    Feedback(FeedbackFault),
    /// The office's book of people, units and goals.
    Office(OfficeFault),
    /// The score is not 1, 2, 3 or 4.
    ScoreUnknown,
    /// The NIP belongs to somebody else already.
    NipTaken,
    /// The counter code is in use.
    CodeTaken,
    /// A counter code that cannot be read aloud and typed.
    CodeUnreadable,
    /// Somebody would become their own superior.
    SuperiorCycle,
    /// A unit would lie below itself, or too deep.
    UnitCycle,
    /// The person wanted as superior is the superior already.
    SuperiorSame,
    /// A wish for another superior waits already.
    RequestWaiting,
    /// The last day lies before the first, or too far behind it.
    PeriodUnsound {
        /// Days allowed.
        days_max: i64,
    },
    /// Some of these days are taken already.
    PeriodTaken {
        /// By what begins on this day.
        from: NaiveDate,
        /// And ends on this one.
        until: NaiveDate,
    },
    /// The list holds no more.
    ListFull {
        /// Items allowed.
        items_max: usize,
    },
    /// The command could not be understood: it comes from a newer or broken app. It is kept on the server.
    Unreadable,
}

impl Refusal {
    /// The code and the sentences.
    #[must_use]
    pub fn spoken(&self) -> Spoken {
        let (code, id, en) = self.plain();
        let mut spoken = Spoken { code: code.to_owned(), id: id.to_owned(), en: en.to_owned() };
        for (mark, value) in self.values() {
            spoken.id = spoken.id.replace(mark, &value);
            spoken.en = spoken.en.replace(mark, &value);
        }
        spoken
    }

    const fn plain(&self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::NotAllowed => (
                "not_allowed",
                "Ini bukan bagian Anda. Bila seharusnya bagian Anda, minta admin kepegawaian memeriksa atasan dan unit Anda.",
                "This is not yours to do. If it should be, ask your personnel admin to check your superior and unit.",
            ),
            Self::NotFound => (
                "not_found",
                "Yang Anda tuju tidak ditemukan. Muat ulang, lalu coba lagi.",
                "What you are looking for was not found. Reload and try again.",
            ),
            Self::AlreadyThere => (
                "already_there",
                "Ini sudah ada; tidak dibuat dua kali.",
                "This exists already; it was not made twice.",
            ),
            Self::TextMissing => (
                "text_missing",
                "Tulis dulu apa yang Anda kerjakan, walau satu kalimat.",
                "Write what you did first, even one sentence.",
            ),
            Self::TextTooLong { .. } => (
                "text_too_long",
                "Tulisan ini terlalu panjang. Ringkas sampai {max} huruf.",
                "This text is too long. Shorten it to {max} characters.",
            ),
            Self::QuantityNotCountable => (
                "quantity_not_countable",
                "Tulis jumlah lebih dari 0, atau pilih satuan lain.",
                "Write an amount above 0, or choose another measure.",
            ),
            Self::FutureDate { .. } => (
                "future_date",
                "Tanggal pekerjaan ini belum tiba. Pilih {today} atau hari sebelumnya.",
                "This work date has not come yet. Choose {today} or an earlier day.",
            ),
            Self::PlanNotAgreed => (
                "plan_not_agreed",
                "Rencana ini belum disepakati atasan. Pilih rencana lain atau jadikan tambahan, lalu kirim lagi.",
                "Your superior has not agreed to this plan yet. Choose another plan or make it additional work, then send again.",
            ),
            Self::OutsidePlan { .. } => (
                "outside_plan",
                "Rencana ini berlaku {from} sampai {until}. Pilih tanggal di dalamnya, atau jadikan tambahan.",
                "This plan runs from {from} to {until}. Choose a date within it, or make it additional work.",
            ),
            Self::Plan(fault) => fault.plain(),
            Self::TooManyPhotos { .. } => (
                "too_many_photos",
                "Paling banyak {max} foto untuk satu catatan. Hapus sebagian dulu.",
                "At most {max} photos for one entry. Remove some first.",
            ),
            Self::PhotoTooLarge { .. } => (
                "photo_too_large",
                "Foto ini lebih besar dari {max} KB. Ambil ulang; HP akan mengecilkannya.",
                "This photo is larger than {max} KB. Take it again; the phone will make it smaller.",
            ),
            Self::PhotoDamaged => (
                "photo_damaged",
                "Foto ini rusak di HP. Hapus dan ambil ulang; tulisan Anda tetap ada.",
                "This photo is damaged on the phone. Remove it and take it again; your text stays.",
            ),
            Self::Unfit(unfit) => unfit.plain(),
            Self::ChangedSinceSeen => (
                "changed_since_seen",
                "Isinya berubah sejak Anda membukanya. Baca lagi, lalu putuskan.",
                "It changed since you opened it. Read it again, then decide.",
            ),
            Self::EntryApproved => (
                "entry_approved",
                "Catatan ini sudah disetujui dan tidak diubah lagi. Tulis catatan baru bila ada tambahan.",
                "This entry is approved and no longer changes. Write a new one if there is more to say.",
            ),
            Self::NotSettled => (
                "not_settled",
                "Catatan ini punya dua isi dari dua perangkat, dan pemiliknya belum memilih. Tunggu pilihannya, atau kirim pesan.",
                "This entry has two versions from two devices, and its owner has not chosen yet. Wait for the choice, or send a message.",
            ),
            Self::Team(fault) => fault.plain(),
            Self::Feedback(fault) => fault.plain(),
            Self::Office(fault) => fault.plain(),
            Self::ScoreUnknown => {
                ("score_unknown", "Pilih salah satu dari empat jawaban.", "Choose one of the four answers.")
            }
            Self::NipTaken => (
                "nip_taken",
                "NIP ini sudah dipakai orang lain. Periksa angkanya.",
                "This NIP belongs to somebody else already. Check the digits.",
            ),
            Self::CodeTaken => ("code_taken", "Kode loket ini sudah dipakai.", "This counter code is in use."),
            Self::CodeUnreadable => (
                "code_unreadable",
                "Kode loket terdiri dari 3 sampai 12 huruf besar, angka, atau tanda hubung.",
                "A counter code has 3 to 12 capital letters, digits or hyphens.",
            ),
            Self::SuperiorCycle => (
                "superior_cycle",
                "Seseorang akan menjadi atasan dirinya sendiri, langsung atau lewat orang lain. Pilih atasan lain.",
                "Somebody would become their own superior, directly or through others. Choose another superior.",
            ),
            Self::UnitCycle => (
                "unit_cycle",
                "Unit ini akan berada di bawah dirinya sendiri, atau lebih dari 16 tingkat. Pilih unit induk lain.",
                "This unit would lie below itself, or more than 16 levels deep. Choose another unit above it.",
            ),
            Self::SuperiorSame => (
                "superior_same",
                "Orang ini sudah menjadi atasan Anda. Pilih orang lain.",
                "This person is your superior already. Choose somebody else.",
            ),
            Self::RequestWaiting => (
                "request_waiting",
                "Permintaan Anda yang sebelumnya masih menunggu jawaban. Tunggu jawabannya, atau tarik dulu.",
                "Your earlier request still waits for an answer. Wait for it, or take it back first.",
            ),
            Self::PeriodUnsound { .. } => (
                "period_unsound",
                "Tanggal akhir mendahului tanggal mulai, atau masanya lebih dari {max} hari. Periksa kedua tanggal.",
                "The last day lies before the first, or there are more than {max} days between. Check both dates.",
            ),
            Self::PeriodTaken { .. } => (
                "period_taken",
                "Tanggal ini bertumpuk dengan yang sudah tercatat, {from} sampai {until}. Ubah tanggalnya, atau tarik yang lama dulu.",
                "These days overlap with what is written already, {from} to {until}. Change the dates, or take the old one back first.",
            ),
            Self::ListFull { .. } => (
                "list_full",
                "Daftar ini sudah berisi {max}. Tarik yang tidak dipakai dulu.",
                "This list holds {max} already. Take back what is not needed first.",
            ),
            Self::Unreadable => (
                "unreadable",
                "Kantor belum mengerti kiriman ini. Isinya disimpan utuh di kantor; perbarui aplikasi, lalu kirim lagi.",
                "The office does not understand this message yet. It is kept there as it is; update the app, then send again.",
            ),
        }
    }
}

#[cfg(test)]
mod tests;
