//! Letters for the printer: text in WinAnsi, the one alphabet that the fonts in every reader and printer share.
//!
//! What it lacks is written with the nearest letter, so that a name stays readable; the SVG keeps every letter as it is.

/// The text in WinAnsi, byte for letter.
pub(super) fn win_ansi(text: &str) -> Vec<u8> {
    text.chars().filter_map(byte).collect()
}

fn byte(letter: char) -> Option<u8> {
    let same = u8::try_from(u32::from(letter)).ok();
    match letter {
        ' '..='~' | '\u{a0}'..='\u{ff}' => same,
        '\u{2000}'..='\u{200a}' | '\u{202f}' => Some(b' '),
        '€' => Some(0x80),
        '…' => Some(0x85),
        '‘' | '\u{2bb}' | '\u{2bf}' => Some(0x91),
        '’' | '\u{2bc}' | '\u{2be}' => Some(0x92),
        '“' => Some(0x93),
        '”' => Some(0x94),
        '•' => Some(0x95),
        '\u{2010}' | '\u{2011}' | '\u{2212}' => Some(b'-'),
        '–' => Some(0x96),
        '—' => Some(0x97),
        // Marks that only change the letter before them, and what has no shape at all.
        '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' | '\u{feff}' => None,
        control if control.is_control() => None,
        other => Some(nearest(other)),
    }
}

/// The nearest plain letter; a question mark when there is none.
fn nearest(letter: char) -> u8 {
    const NEAREST: [(&str, u8); 34] = [
        ("āăąǎạả", b'a'),
        ("ĀĂĄǍẠẢ", b'A'),
        ("ćĉċč", b'c'),
        ("ĆĈĊČ", b'C'),
        ("ďđḍ", b'd'),
        ("ĎĐḌ", b'D'),
        ("ēĕėęěẹẽ", b'e'),
        ("ĒĔĖĘĚẸẼ", b'E'),
        ("ĝğġģ", b'g'),
        ("ĜĞĠĢ", b'G'),
        ("ĥħḥ", b'h'),
        ("ĤĦḤ", b'H'),
        ("ĩīĭįıị", b'i'),
        ("ĨĪĬĮİỊ", b'I'),
        ("ķ", b'k'),
        ("Ķ", b'K'),
        ("ĺļľł", b'l'),
        ("ĹĻĽŁ", b'L'),
        ("ńņňŋ", b'n'),
        ("ŃŅŇŊ", b'N'),
        ("ōŏőọ", b'o'),
        ("ŌŎŐỌ", b'O'),
        ("ŕŗř", b'r'),
        ("ŔŖŘ", b'R'),
        ("śŝşṣș", b's'),
        ("ŚŜŞṢȘ", b'S'),
        ("ţťṭț", b't'),
        ("ŢŤṬȚ", b'T'),
        ("ũūŭůűųụ", b'u'),
        ("ŨŪŬŮŰŲỤ", b'U'),
        ("ŵŷ", b'y'),
        ("ŴŶŸ", b'Y'),
        ("źżẓ", b'z'),
        ("ŹŻẒ", b'Z'),
    ];
    // š, Š, ž and Ž have places of their own in WinAnsi.
    match letter {
        'š' => 0x9a,
        'Š' => 0x8a,
        'ž' => 0x9e,
        'Ž' => 0x8e,
        _ => NEAREST.iter().find(|(all, _)| all.contains(letter)).map_or(b'?', |(_, plain)| *plain),
    }
}

/// The plain letter that is as wide as this byte of WinAnsi.
pub(super) const fn as_wide_as(byte: u8) -> u8 {
    const FROM_C0: &[u8; 64] = b"AAAAAAWCEEEEIIIIDNOOOOOxOUUUUYPsaaaaaaqceeeeiiiidnooooo+ouuuuypy";
    match byte {
        0x20..=0x7e => byte,
        0xc0..=0xff => FROM_C0[(byte - 0xc0) as usize],
        0x91 | 0x92 | 0xa0 | 0xb7 => b' ',
        0x85 | 0x97 => b'W',
        0x8a => b'S',
        0x8e => b'Z',
        0x9a => b's',
        0x9e => b'z',
        _ => b'o',
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stay_readable() {
        assert_eq!(win_ansi("Loket 3 · Café"), b"Loket 3 \xb7 Caf\xe9");
        assert_eq!(win_ansi("Ma’rūf ‘Ā’isyah"), b"Ma\x92ruf \x91A\x92isyah");
        assert_eq!(win_ansi("ꦗꦮ\u{7}"), b"??");
    }
}
