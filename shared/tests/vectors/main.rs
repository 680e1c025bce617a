//! The calculators against figures that somebody else computed: each line of the files beside this one holds a question and
//! the answer of a second implementation, written in another language from the same contract and with other arithmetic
//! (Python's fractions), without sight of this one. Published vectors come first, then edges, random and broken lines.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

use chrono::NaiveDate;
use serde_json::Value;
use serde_json::value::RawValue;
use teladan_shared::compute::Rule;
use teladan_shared::named::Named;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

/// A question as it was written (a parsed number would have lost its digits) and its answer.
#[derive(serde::Deserialize)]
struct Vector<'a> {
    #[serde(borrow, rename = "in")]
    question: &'a RawValue,
    out: Value,
}

const fn vectors(rule: Rule) -> &'static str {
    match rule {
        Rule::Predikat => include_str!("predikat.jsonl"),
        Rule::Ikm => include_str!("ikm.jsonl"),
        Rule::SampleSize => include_str!("sample_size.jsonl"),
        Rule::AngkaKredit => include_str!("angka_kredit.jsonl"),
        Rule::Distribution => include_str!("distribution.jsonl"),
        Rule::Deadline => include_str!("deadline.jsonl"),
        Rule::WorkingDays => include_str!("working_days.jsonl"),
        Rule::Nip => include_str!("nip.jsonl"),
        Rule::ScorePp30 => include_str!("score_pp30.jsonl"),
        Rule::Halving => include_str!("halving.jsonl"),
    }
}

#[test]
fn a_second_implementation_has_the_same_answers() {
    for rule in Rule::ALL {
        assert!(vectors(*rule).lines().count() > 50, "{rule}");
        for line in vectors(*rule).lines() {
            let vector: Vector<'_> = serde_json::from_str(line).unwrap();
            let answer = answer(*rule, vector.question.get());
            match vector.out.get("error") {
                None => assert_eq!(answer, vector.out, "{rule} {line}"),
                Some(Value::String(code)) => assert_eq!(answer["error"]["code"], *code, "{rule} {line}"),
                Some(_) => assert!(answer["error"]["code"].is_string(), "{rule} {line}"),
            }
        }
    }
}

fn answer(rule: Rule, question: &str) -> Value {
    let mut out = Vec::new();
    rule.answer(question.as_bytes(), NaiveDate::from_ymd_opt(2026, 11, 21).unwrap(), &mut out).unwrap();
    serde_json::from_slice(&out).unwrap()
}
