//! Every rule through its door: the contract's examples, and every way of being wrong.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use super::*;
use crate::named::Named;

fn ask(rule: Rule, line: &str) -> Result<(Answered, String), String> {
    let mut out = Vec::new();
    let today = NaiveDate::from_ymd_opt(2026, 11, 21).unwrap();
    let answered = rule.answer(line.as_bytes(), today, &mut out).map_err(|error| error.to_string())?;
    let text = String::from_utf8(out).unwrap();
    assert!(text.ends_with('\n') && text.lines().count() == 1, "{text}");
    Ok((answered, text.trim_end().to_owned()))
}

fn told(rule: Rule, line: &str) -> String {
    let (answered, text) = ask(rule, line).unwrap();
    assert_eq!(answered, Answered::Computed, "{text}");
    text
}

/// Code and message of a refused line.
fn refused(rule: Rule, line: &str) -> (String, String) {
    let (answered, text) = ask(rule, line).unwrap();
    assert_eq!(answered, Answered::Refused, "{line} {text}");
    let error = serde_json::from_str::<serde_json::Value>(&text).unwrap();
    let part = |name: &str| error["error"][name].as_str().unwrap().to_owned();
    assert!(part("message").contains(" / "), "both languages: {text}");
    (part("code"), part("message"))
}

#[test]
fn the_examples_of_the_contract() {
    let table = [
        (Rule::Predikat, r#"{"predikat":"BAIK"}"#),
        (
            Rule::Ikm,
            concat!(
                r#"{"n":1,"excluded":0,"nrr":{"persyaratan":"4.0000","prosedur":"3.0000","waktu":"4.0000","#,
                r#""biaya":"4.0000","produk":"3.0000","kompetensi":"4.0000","perilaku":"4.0000","#,
                r#""pengaduan":"3.0000","sarana":"3.0000"},"index":"3.5556","ikm":"88.89","mutu":"A"}"#
            ),
        ),
        (Rule::SampleSize, r#"{"sample":278}"#),
        (Rule::AngkaKredit, r#"{"angka_kredit":"9.38"}"#),
        (
            Rule::Distribution,
            concat!(
                r#"{"ok":false,"breaches":[{"rule":"BAIK_MAX_70","limit":14,"actual":15},"#,
                r#"{"rule":"LOW_MUST_EXIST","limit":1,"actual":0}]}"#
            ),
        ),
        (Rule::Deadline, r#"{"due":"2026-02-05"}"#),
        (Rule::WorkingDays, r#"{"days":240}"#),
        (
            Rule::Nip,
            concat!(
                r#"{"valid":true,"nip":"198609262015051001","birth":"1986-09-26","sex":"male","#,
                r#""appointed":"2015-05","errors":[],"warnings":[]}"#
            ),
        ),
        (Rule::ScorePp30, r#"{"score":"69.80","predikat":"KURANG"}"#),
        (Rule::Halving, r#"{"baseline_median":"8.00","current_median":"4.00","ratio":"0.50","achieved":true}"#),
    ];
    assert_eq!(table.len(), Rule::ALL.len());
    for (rule, expected) in table {
        assert_eq!(told(rule, rule.example()), expected, "{rule}");
    }
}

#[test]
fn a_gap_excludes_a_questionnaire_however_it_is_written() {
    let all = r#"{"persyaratan":4,"prosedur":4,"waktu":4,"biaya":4,"produk":4,"kompetensi":4,"perilaku":4,"pengaduan":4,"sarana":4}"#;
    let null = all.replace("\"waktu\":4", "\"waktu\":null");
    let absent = all.replace("\"waktu\":4,", "");
    let told = told(Rule::Ikm, &format!(r#"{{"responses":[{all},{null},{absent},{{}}]}}"#));
    assert!(told.starts_with(r#"{"n":1,"excluded":3,"#) && told.contains(r#""ikm":"100.00","mutu":"A""#), "{told}");
}

#[test]
fn every_code_has_a_line_that_earns_it() {
    let table = [
        (Rule::Predikat, "[\"atas\",\"sesuai\"]", Code::NotAnObject),
        (Rule::Predikat, "7", Code::NotAnObject),
        (Rule::Predikat, r#"{"hasil_kerja":"atas"}"#, Code::MissingField),
        (Rule::Predikat, r#"{"hasil_kerja":"atas","perilaku":"sesuai","a":1}"#, Code::UnknownField),
        (Rule::Predikat, r#"{"hasil_kerja":"atas","hasil_kerja":"atas","perilaku":"sesuai"}"#, Code::DuplicateField),
        (Rule::Predikat, r#"{"hasil_kerja":"ATAS","perilaku":"sesuai"}"#, Code::InvalidValue),
        (Rule::Predikat, r#"{"hasil_kerja":{"atas":null},"perilaku":"sesuai"}"#, Code::InvalidValue),
        (Rule::Ikm, r#"{"responses":[]}"#, Code::NoCompleteResponse),
        (Rule::Ikm, r#"{"responses":[{"waktu":5}]}"#, Code::InvalidValue),
        (Rule::Ikm, r#"{"responses":[{"waktu":0}]}"#, Code::InvalidValue),
        (Rule::Ikm, r#"{"responses":[{"waktu":3.5}]}"#, Code::InvalidValue),
        (Rule::Ikm, r#"{"responses":[{"waktu":"4"}]}"#, Code::InvalidValue),
        (Rule::Ikm, r#"{"responses":[{"tempo":4}]}"#, Code::UnknownField),
        (Rule::Ikm, r#"{"responses":[{"waktu":4,"waktu":4}]}"#, Code::DuplicateField),
        (Rule::Ikm, r#"{"responses":[[4,4,4,4,4,4,4,4,4]]}"#, Code::InvalidValue),
        (Rule::Ikm, r#"{"responses":[],"weight":"0.1111"}"#, Code::InvalidValue),
        (Rule::SampleSize, r#"{"population":0}"#, Code::InvalidValue),
        (Rule::SampleSize, r#"{"population":1000.0}"#, Code::InvalidValue),
        (Rule::SampleSize, r#"{"population":-1}"#, Code::InvalidValue),
        (Rule::SampleSize, r#"{"population":99999999999999999999}"#, Code::InvalidValue),
        (Rule::AngkaKredit, r#"{"jenjang":"ahli_muda","predikat":"BAIK","months":13}"#, Code::InvalidValue),
        (Rule::AngkaKredit, r#"{"jenjang":"ahli_muda","predikat":"CUKUP","months":1}"#, Code::InvalidValue),
        (Rule::Distribution, r#"{"organisasi":"BAIK","counts":{"BAIK":3}}"#, Code::MissingField),
        (
            Rule::Deadline,
            r#"{"received":"2026-12-18T10:00:00+07:00","working_days":10,"zone":"Asia/Jakarta"}"#,
            Code::CalendarMissing,
        ),
        (Rule::Deadline, r#"{"received":"2026-12-18","working_days":10,"zone":"Asia/Jakarta"}"#, Code::InvalidValue),
        (
            Rule::Deadline,
            r#"{"received":"2026-01-15T10:00:00+07:00","working_days":1,"zone":"Mars"}"#,
            Code::InvalidValue,
        ),
        (Rule::WorkingDays, r#"{"from":"2026-01-02","to":"2026-01-01"}"#, Code::RangeReversed),
        (Rule::WorkingDays, r#"{"from":"2025-01-02","to":"2026-01-01"}"#, Code::CalendarMissing),
        (Rule::WorkingDays, r#"{"from":"2026-02-30","to":"2026-03-01"}"#, Code::InvalidValue),
        (Rule::Nip, r#"{"nip":198609262015051001,"kind":"pns"}"#, Code::InvalidValue),
        (Rule::ScorePp30, r#"{"skp":71,"perilaku":"68","peers":true,"new_idea":false}"#, Code::InvalidValue),
        (Rule::ScorePp30, r#"{"skp":"-1","perilaku":"68","peers":true,"new_idea":false}"#, Code::InvalidValue),
        (Rule::Halving, r#"{"baseline_days":[],"current_days":["1"]}"#, Code::NoCases),
        (Rule::Halving, r#"{"baseline_days":["0"],"current_days":["1"]}"#, Code::BaselineZero),
    ];
    for (rule, line, code) in &table {
        assert_eq!(refused(*rule, line).0, code.name(), "{rule} {line}");
    }
    for code in Code::ALL {
        assert!(table.iter().any(|(_, _, earned)| earned == code), "no line earns {code}");
    }
}

#[test]
fn a_message_says_where_and_which_year() {
    let (_, message) = refused(Rule::Ikm, r#"{"responses":[{"waktu":4},{"waktu":9}]}"#);
    assert!(message.contains("`responses[1].waktu`"), "{message}");
    let (_, message) = refused(Rule::WorkingDays, r#"{"from":"2026-12-01","to":"2027-01-04"}"#);
    assert_eq!(message.matches("2027").count(), 2, "{message}");
}

#[test]
fn a_list_of_ones_own_holidays_knows_every_year() {
    let line = concat!(
        r#"{"received":"2026-12-31T16:01:00+07:00","working_days":1,"zone":"Asia/Jakarta","#,
        r#""holidays":["2027-01-01","2027-01-04"],"closes":"16:00"}"#
    );
    assert_eq!(told(Rule::Deadline, line), r#"{"due":"2027-01-06"}"#);
}

#[test]
fn what_is_not_json_is_not_answered() {
    let deep = "[".repeat(100_000);
    for line in ["", "nope", "{", "{}x", "{\"a\":}", "[1,]", "\u{feff}{}", &deep] {
        for rule in Rule::ALL {
            assert!(ask(*rule, line).is_err(), "{rule} {:.20}", line);
        }
    }
    let mut out = Vec::new();
    assert!(Rule::Predikat.answer(b"{\"\xff\":1}", NaiveDate::MIN, &mut out).is_err());
    assert!(out.is_empty());
}

#[test]
fn every_rule_explains_itself_in_both_languages() {
    for rule in Rule::ALL {
        let page = rule.explain();
        for part in ["Bahasa Indonesia", "Sumber", "Rumus", "Satuan", "Pembulatan", "Kesalahan", "Terbuka"] {
            assert!(page.contains(part), "{rule}: {part}");
        }
        for part in ["English", "Source", "Formula", "Units", "Rounding", "Errors", "Open"] {
            assert!(page.contains(part), "{rule}: {part}");
        }
    }
}

mod noise;
