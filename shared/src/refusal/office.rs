//! What the office's own book is refused for: people, their places, units, goals.

/// Why something about people, units or goals is not written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OfficeFault {
    /// Somebody would decide in their own matter: their own place, or that others' work is theirs to judge.
    OwnMatter,
    /// A change that others have to be able to follow needs its reason.
    ReasonMissing,
    /// A person, a unit, a mission needs a name.
    NameMissing,
    /// A placement that begins in more than a year.
    PlaceTooFar,
    /// A placement that begins later, while another one is known that does.
    PlaceComing,
}

impl OfficeFault {
    pub(super) const fn plain(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::OwnMatter => (
                "own_matter",
                "Ini menyangkut diri Anda sendiri, jadi admin lain yang menuliskannya. Bila tidak ada admin lain, minta pengelola server.",
                "This is your own matter, so another admin writes it. If there is none, ask the operator of the server.",
            ),
            Self::ReasonMissing => (
                "reason_missing",
                "Tulis dulu alasan atau dasarnya, misalnya nomor SK, agar orang lain dapat menelusurinya.",
                "Write the reason first, for example the number of the decree, so that others can follow it.",
            ),
            Self::NameMissing => (
                "name_missing",
                "Namanya masih kosong. Tulis dulu, lalu simpan lagi.",
                "The name is empty. Write it first, then save again.",
            ),
            Self::PlaceTooFar => (
                "place_too_far",
                "Penempatan ditulis paling jauh satu tahun sebelum berlaku. Periksa tanggal mulainya.",
                "A placement is written a year ahead at most. Look at the day from which it holds.",
            ),
            Self::PlaceComing => (
                "place_coming",
                "Untuk orang ini sudah ada penempatan yang berlaku nanti. Bila SK-nya berubah, batalkan dulu yang itu, lalu tulis yang baru.",
                "A placement that begins later is known for this person already. If the decree has changed, cancel that one first, then write the new one.",
            ),
        }
    }
}
