//! BerAKHLAK: the seven values by which behaviour is looked at, with three guides each. There is no scale; a superior may add
//! an expectation of their own (*ekspektasi khusus*, `crate::expectation`).
//!
//! Source: SE MenPANRB 20/2021 as it is printed on SKP forms of PermenPANRB 6/2022. The guides of the first three values were
//! read there; those of the last four are recalled and not verified ([`Value::is_verified`]). The English is ours.

use crate::words::Language;

/// One of the seven values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Value {
    /// Its name in rows and commands; never its place.
    pub key: &'static str,
    /// Its official name.
    pub name: &'static str,
    /// Its guides, Indonesian and English.
    pub guides: [(&'static str, &'static str); 3],
    /// Were the guides read in a source?
    pub is_verified: bool,
}

impl Value {
    /// The guides in one language.
    #[must_use]
    pub fn guides_in(&self, language: Language) -> [&'static str; 3] {
        self.guides.map(|(id, en)| match language {
            Language::Id => id,
            Language::En => en,
        })
    }
}

/// The value with this key.
#[must_use]
pub fn value(key: &str) -> Option<&'static Value> {
    VALUES.iter().find(|value| value.key == key)
}

/// All seven, in their official order.
pub static VALUES: [Value; 7] = [
    Value {
        key: "berorientasi_pelayanan",
        name: "Berorientasi Pelayanan",
        guides: [
            ("Memahami dan memenuhi kebutuhan masyarakat", "Understands and meets what people need"),
            ("Ramah, cekatan, solutif, dan dapat diandalkan", "Friendly, quick, helpful and reliable"),
            ("Melakukan perbaikan tiada henti", "Never stops improving"),
        ],
        is_verified: true,
    },
    Value {
        key: "akuntabel",
        name: "Akuntabel",
        guides: [
            (
                "Melaksanakan tugas dengan jujur, bertanggung jawab, cermat, disiplin, dan berintegritas tinggi",
                "Works honestly, responsibly, carefully, with discipline and integrity",
            ),
            (
                "Menggunakan kekayaan dan barang milik negara secara bertanggung jawab, efektif, dan efisien",
                "Uses public property responsibly and well",
            ),
            ("Tidak menyalahgunakan kewenangan jabatan", "Does not misuse the powers of the post"),
        ],
        is_verified: true,
    },
    Value {
        key: "kompeten",
        name: "Kompeten",
        guides: [
            (
                "Meningkatkan kompetensi diri untuk menjawab tantangan yang selalu berubah",
                "Keeps learning as things change",
            ),
            ("Membantu orang lain belajar", "Helps others learn"),
            ("Melaksanakan tugas dengan kualitas terbaik", "Does the work as well as it can be done"),
        ],
        is_verified: true,
    },
    Value {
        key: "harmonis",
        name: "Harmonis",
        guides: [
            ("Menghargai setiap orang apa pun latar belakangnya", "Respects everybody, whatever their background"),
            ("Suka menolong orang lain", "Likes to help"),
            ("Membangun lingkungan kerja yang kondusif", "Makes a good place to work"),
        ],
        is_verified: false,
    },
    Value {
        key: "loyal",
        name: "Loyal",
        guides: [
            (
                "Memegang teguh Pancasila, UUD 1945, NKRI, serta pemerintahan yang sah",
                "Stands by Pancasila, the constitution and the lawful government",
            ),
            (
                "Menjaga nama baik sesama ASN, pimpinan, instansi, dan negara",
                "Guards the good name of colleagues, leaders, office and state",
            ),
            ("Menjaga rahasia jabatan dan negara", "Keeps the secrets of the post and the state"),
        ],
        is_verified: false,
    },
    Value {
        key: "adaptif",
        name: "Adaptif",
        guides: [
            ("Cepat menyesuaikan diri menghadapi perubahan", "Adapts quickly to change"),
            ("Terus berinovasi dan mengembangkan kreativitas", "Goes on inventing"),
            ("Bertindak proaktif", "Acts before being asked"),
        ],
        is_verified: false,
    },
    Value {
        key: "kolaboratif",
        name: "Kolaboratif",
        guides: [
            ("Memberi kesempatan kepada berbagai pihak untuk berkontribusi", "Lets others contribute"),
            (
                "Terbuka dalam bekerja sama untuk menghasilkan nilai tambah",
                "Open to working together where more comes of it",
            ),
            (
                "Menggerakkan pemanfaatan berbagai sumber daya untuk tujuan bersama",
                "Brings resources together for a common aim",
            ),
        ],
        is_verified: false,
    },
];

#[cfg(test)]
mod tests {
    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    use super::*;

    #[test]
    fn seven_values_of_three_guides_each_by_their_own_names() {
        let mut keys: Vec<&str> = VALUES.iter().map(|value| value.key).collect();
        keys.sort_unstable();
        keys.dedup();
        assert_eq!(keys.len(), 7);
        let mut guides: Vec<&str> = VALUES.iter().flat_map(|value| value.guides_in(Language::Id)).collect();
        guides.sort_unstable();
        guides.dedup();
        assert_eq!(guides.len(), 21);
        assert_eq!(value("loyal").map(|value| value.name), Some("Loyal"));
        assert_eq!(value("Loyal"), None);
    }
}
