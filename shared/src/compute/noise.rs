//! Made-up lines for a rule: its example, bent in a seeded way, from a wrong digit to bytes that are no text at all.

use chrono::NaiveDate;

use super::{Answered, Rule};
use crate::chance::splitmix64;
use crate::named::Named;

/// A stream of bent lines and what became of them.
#[derive(Debug)]
pub struct Noise {
    rule: Rule,
    state: u64,
    line: Vec<u8>,
    /// Lines that were answered with figures.
    pub computed: u64,
    /// Lines that were answered with an error.
    pub refused: u64,
    /// Lines that are not JSON.
    pub not_json: u64,
}

/// Pieces that parsers stumble over.
const PIECES: [&[u8]; 32] = [
    b"null",
    b"true",
    b"-1",
    b"0",
    b"1e9",
    b"1E-400",
    b"99999999999999999999999999",
    b"0.5",
    b"\"",
    b"\\u0000",
    b"\\ud800",
    b"{",
    b"}",
    b"[",
    b"]",
    b",",
    b":",
    b"{}",
    b"[]",
    b"\"\"",
    b"\xff",
    b"\xf0\x9f\x98\x80",
    b"\r",
    b"\t",
    b" ",
    b".",
    b"\"9999-12-31\"",
    b"\"0000-01-01T00:00:00Z\"",
    b"\"2026-12-31T23:59:59.999999999-23:59\"",
    b"65535",
    b"4294967295",
    b"18446744073709551615",
];

impl Noise {
    /// The same seed makes the same lines.
    #[must_use]
    pub fn new(rule: Rule, seed: u64) -> Self {
        Self { rule, state: seed, line: Vec::new(), computed: 0, refused: 0, not_json: 0 }
    }

    /// The line that was tried last.
    #[must_use]
    pub fn line(&self) -> &[u8] {
        &self.line
    }

    /// Bends a line and asks the rule.
    ///
    /// # Panics
    /// The answer is not one line of JSON: a fault in the rule, which is what is looked for.
    pub fn once(&mut self) {
        self.bend();
        let mut out = Vec::new();
        let day = i32::try_from(self.below(4_000_000)).unwrap_or(0);
        let today = NaiveDate::from_num_days_from_ce_opt(day).unwrap_or_default();
        match self.rule.answer(&self.line, today, &mut out) {
            Ok(answered) => {
                let one_line = out.iter().filter(|byte| **byte == b'\n').count() == 1 && out.ends_with(b"\n");
                let json = serde_json::from_slice::<serde::de::IgnoredAny>(&out).is_ok();
                assert!(one_line && json, "{}: {:?}", self.rule.name(), String::from_utf8_lossy(&self.line));
                match answered {
                    Answered::Computed => self.computed += 1,
                    Answered::Refused => self.refused += 1,
                }
            }
            Err(_) => {
                assert!(out.is_empty(), "{}: half an answer", self.rule.name());
                self.not_json += 1;
            }
        }
    }

    fn bend(&mut self) {
        self.line.clear();
        // Mostly the rule's own example, so that the bend gets past the parser; at times another rule's.
        let other = Rule::ALL.get(self.below(Rule::ALL.len() * 8)).copied();
        self.line.extend_from_slice(other.unwrap_or(self.rule).example().as_bytes());
        for _ in 0..self.below(4) {
            let at = self.below(self.line.len() + 1);
            let end = (at + self.below(6)).min(self.line.len());
            match self.below(6) {
                0 => drop(self.line.drain(at..end)),
                1 => {
                    let piece = PIECES[self.below(PIECES.len())];
                    self.line.splice(at..end, piece.iter().copied());
                }
                2 => {
                    let digit = b'0' + u8::try_from(self.below(10)).unwrap_or(0);
                    let digits: Vec<usize> =
                        (0..self.line.len()).filter(|at| self.line[*at].is_ascii_digit()).collect();
                    if let Some(at) = digits.get(self.below(digits.len().max(1))) {
                        self.line[*at] = digit;
                    }
                }
                3 => {
                    let copy = self.line[at..end].to_vec();
                    let times = self.below(40);
                    self.line.splice(at..at, copy.repeat(times));
                }
                4 => self.value(),
                _ => {
                    let byte = u8::try_from(self.below(256)).unwrap_or(0);
                    self.line.splice(at..end, [byte]);
                }
            }
        }
    }

    /// Puts a piece where a value stands.
    fn value(&mut self) {
        let colons: Vec<usize> = (0..self.line.len()).filter(|at| self.line[*at] == b':').collect();
        let Some(start) = colons.get(self.below(colons.len().max(1))).map(|at| at + 1) else { return };
        let length = self.line[start..].iter().position(|byte| matches!(byte, b',' | b'}')).unwrap_or(0);
        let piece = PIECES[self.below(PIECES.len())];
        self.line.splice(start..start + length, piece.iter().copied());
    }

    /// A number below the limit.
    fn below(&mut self, limit: usize) -> usize {
        let wide = u128::from(splitmix64(&mut self.state)) * limit as u128;
        usize::try_from(wide >> 64).unwrap_or(0)
    }
}
