//! Initial passwords: three easy words and two digits, to be read from a slip of paper and typed on a phone.
//!
//! 200 words and the numbers 10 to 99 make about 7 × 10⁸, enough for a first sign-in behind the door's brake.

/// Everyday words in small letters, that nobody has to spell.
const WORDS: [&str; 200] = [
    "angin", "awan", "ayam", "bakau", "bambu", "batik", "batu", "bayam", "bebek", "belut", "benang", "beras", "biru",
    "bola", "buah", "buku", "bulan", "bunga", "burung", "busur", "camar", "candi", "cemara", "cengkih", "cermin",
    "cincin", "coklat", "damar", "danau", "daun", "delima", "desa", "dinding", "domba", "dukuh", "durian", "elang",
    "embun", "emas", "enau", "fajar", "gajah", "galah", "gambir", "gambus", "garam", "garuda", "gelas", "gendang",
    "gitar", "gula", "gunung", "gurami", "hijau", "hujan", "hutan", "ikan", "intan", "itik", "jagung", "jahe", "jala",
    "jambu", "jarum", "jati", "jembatan", "jendela", "jeruk", "kabut", "kaca", "kain", "kakap", "kaktus", "kapal",
    "kapas", "kapur", "karang", "kayu", "kebun", "kelapa", "keladi", "kemiri", "kenari", "kendi", "keris", "kertas",
    "ketan", "ketam", "kijang", "kipas", "kolam", "kopi", "kuda", "kunci", "kuning", "kunyit", "kupu", "ladang",
    "lampu", "langit", "laut", "lebah", "lengkuas", "lentera", "lilin", "lontar", "lumbung", "madu", "mangga",
    "manggis", "mawar", "melati", "melon", "mentari", "merah", "merak", "merpati", "mutiara", "nanas", "nangka",
    "nelayan", "nira", "nusa", "ombak", "padi", "pagar", "pagi", "paku", "pala", "pandan", "pantai", "papan", "pasar",
    "pasir", "payung", "pelangi", "pelita", "perahu", "perak", "petani", "pinang", "pintu", "pisang", "pohon",
    "pondok", "pulau", "puncak", "purnama", "putih", "rakit", "rambutan", "rantai", "rawa", "rebana", "rotan", "rumah",
    "rumput", "rusa", "sagu", "salak", "samudra", "sampan", "santan", "sawah", "sawo", "sayap", "sayur", "sedap",
    "selasih", "semangka", "senja", "serai", "seruling", "siang", "sirih", "songket", "suling", "sungai", "surya",
    "taman", "tambak", "tanah", "tangga", "tebu", "telaga", "teluk", "tembaga", "tenun", "teratai", "tikar", "timun",
    "tomat", "ubi", "udang", "ulin", "ungu", "warung", "wayang", "wortel", "zaitun",
];

/// Somebody's first password, to be handed over and then forgotten.
#[derive(Clone, PartialEq, Eq)]
pub struct Initial {
    /// What the person signs in with.
    pub nip: shared::nip::Nip,
    /// Name with titles.
    pub name: String,
    /// The password.
    pub password: String,
}

impl std::fmt::Debug for Initial {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Initial({:?}, …)", self.nip)
    }
}

/// A new password such as `songket-biru-pagi-47`.
///
/// # Errors
/// The operating system gives no randomness.
pub fn new() -> Result<String, getrandom::Error> {
    let [a, b, c] = [below(WORDS.len())?, below(WORDS.len())?, below(WORDS.len())?];
    let number = 10 + below(90)?;
    Ok(format!("{}-{}-{}-{number}", WORDS[a], WORDS[b], WORDS[c]))
}

/// A number below `limit` (at most 256), each equally likely: bytes beyond the last whole multiple are thrown again.
fn below(limit: usize) -> Result<usize, getrandom::Error> {
    loop {
        let mut byte = [0_u8];
        getrandom::fill(&mut byte)?;
        let number = usize::from(byte[0]);
        if number < 256 - 256 % limit {
            return Ok(number % limit);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_easy_and_differ() {
        let all: std::collections::BTreeSet<_> = WORDS.iter().collect();
        assert_eq!(all.len(), WORDS.len());
        assert!(WORDS.iter().all(|word| word.bytes().all(|b| b.is_ascii_lowercase()) && (3..=8).contains(&word.len())));
        let password = new().unwrap();
        assert_eq!(password.split('-').count(), 4, "{password}");
        assert_ne!(password, new().unwrap());
    }
}
