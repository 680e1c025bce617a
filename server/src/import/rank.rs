//! Rank: from the many ways of writing it to one. `Penata Muda (III-A)` is `III/a`; PPPK golongan are `I` to `XVII`.

/// Golongan/ruang of a PNS with the name of the rank (pangkat).
const PNS: [(&str, &str); 17] = [
    ("I/a", "Juru Muda"),
    ("I/b", "Juru Muda Tingkat I"),
    ("I/c", "Juru"),
    ("I/d", "Juru Tingkat I"),
    ("II/a", "Pengatur Muda"),
    ("II/b", "Pengatur Muda Tingkat I"),
    ("II/c", "Pengatur"),
    ("II/d", "Pengatur Tingkat I"),
    ("III/a", "Penata Muda"),
    ("III/b", "Penata Muda Tingkat I"),
    ("III/c", "Penata"),
    ("III/d", "Penata Tingkat I"),
    ("IV/a", "Pembina"),
    ("IV/b", "Pembina Tingkat I"),
    ("IV/c", "Pembina Utama Muda"),
    ("IV/d", "Pembina Utama Madya"),
    ("IV/e", "Pembina Utama"),
];

/// Golongan of a PPPK.
const PPPK: [&str; 17] =
    ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII"];

/// The rank in its one form, empty for an empty cell; none when it is no rank.
#[must_use]
pub fn normal(text: &str) -> Option<String> {
    let words: Vec<String> = text
        .to_lowercase()
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty() && !matches!(*word, "golongan" | "gol" | "ruang" | "pppk" | "pangkat"))
        .map(|word| if matches!(word, "tk" | "tkt") { "tingkat".to_owned() } else { word.to_owned() })
        .collect();
    let joined = words.concat();
    if text.trim().is_empty() {
        return Some(String::new());
    }
    let letters = |golongan: &str| golongan.replace('/', "").to_lowercase();
    let named = |name: &str| name.to_lowercase().replace(' ', "");
    let pns = |joined: &str| {
        PNS.iter().find(|(golongan, name)| {
            let (golongan, name) = (letters(golongan), named(name));
            joined == golongan
                || joined == name
                || *joined == format!("{name}{golongan}")
                || *joined == format!("{golongan}{name}")
        })
    };
    if let Some((golongan, _)) = pns(&joined).or_else(|| pns(&roman_first(&joined))) {
        return Some((*golongan).to_owned());
    }
    let pppk =
        PPPK.iter().zip(1..).find(|(golongan, number)| joined == letters(golongan) || joined == number.to_string());
    pppk.map(|(golongan, _)| (*golongan).to_owned())
}

/// The golongan/ruang of a PNS by its step from the bottom: 0 is `I/a`, 8 is `III/a`.
#[must_use]
pub fn golongan(step: usize) -> &'static str {
    PNS[step.min(PNS.len() - 1)].0
}

/// `3a` → `iiia`.
fn roman_first(joined: &str) -> String {
    let romans = [("1", "i"), ("2", "ii"), ("3", "iii"), ("4", "iv")];
    let roman = romans.iter().find_map(|(digit, roman)| Some(format!("{roman}{}", joined.strip_prefix(digit)?)));
    roman.unwrap_or_else(|| joined.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_ways_of_writing_one_rank() {
        let table = [
            ("III/a", Some("III/a")),
            ("iii / A", Some("III/a")),
            ("III-b", Some("III/b")),
            ("IIIc", Some("III/c")),
            ("Gol. IV.a", Some("IV/a")),
            ("3/d", Some("III/d")),
            ("Penata Muda (III/a)", Some("III/a")),
            ("Penata Muda Tk. I - III/b", Some("III/b")),
            ("Pembina Utama Muda", Some("IV/c")),
            ("II/b Pengatur Muda Tk I", Some("II/b")),
            ("IX", Some("IX")),
            ("9", Some("IX")),
            ("Golongan XVII", Some("XVII")),
            ("PPPK V", Some("V")),
            ("", Some("")),
            ("IV/f", None),
            ("III/e", None),
            ("XVIII", None),
            ("18", None),
            ("Penata Muda (IV/a)", None),
            ("Kolonel", None),
            ("?", None),
        ];
        for (text, expected) in table {
            assert_eq!(normal(text).as_deref(), expected, "{text}");
        }
    }
}
