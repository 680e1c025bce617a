//! The reference code on the thank-you page: eight letters and digits that cannot be mistaken for each other.

/// Letters and digits without 0 and O, 1, I and L.
const ALPHABET: &[u8; 31] = b"ABCDEFGHJKMNPQRSTUVWXYZ23456789";
/// Letters of a code: 850 thousand million codes, so that none is guessed.
const LETTERS: usize = 8;

/// A fresh code.
///
/// # Errors
/// The machine has no randomness to give.
pub(crate) fn mint() -> Result<String, getrandom::Error> {
    let mut code = String::with_capacity(LETTERS);
    let mut bytes = [0_u8; 2 * LETTERS];
    while code.len() < LETTERS {
        getrandom::fill(&mut bytes)?;
        // Five bits choose a letter; the one number without a letter is passed over, so that all are equally likely.
        let letters = bytes.iter().filter_map(|byte| ALPHABET.get(usize::from(byte & 31)));
        code.extend(letters.take(LETTERS - code.len()).map(|letter| char::from(*letter)));
    }
    Ok(code)
}

/// The code that somebody typed or was sent, however they grouped it; none if it cannot be one.
pub(crate) fn read(text: &str) -> Option<String> {
    let code: String = text.chars().filter(|c| !matches!(c, '-' | ' ')).map(|c| c.to_ascii_uppercase()).collect();
    (code.len() == LETTERS && code.bytes().all(|byte| ALPHABET.contains(&byte))).then_some(code)
}

/// The code in two groups, as one reads it aloud.
pub(crate) fn grouped(code: &str) -> String {
    match code.split_at_checked(LETTERS / 2) {
        Some((front, back)) => format!("{front}-{back}"),
        None => code.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_can_be_read_aloud_and_typed_again() {
        for _ in 0..200 {
            let code = mint().unwrap();
            assert_eq!(code.len(), LETTERS);
            assert!(!code.contains(['0', 'O', '1', 'I', 'L']), "{code}");
            assert_eq!(read(&grouped(&code).to_lowercase()), Some(code));
        }
        assert_eq!(read("ABCD"), None);
        assert_eq!(read("ABCD-123O"), None);
    }
}
