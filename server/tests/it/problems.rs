//! How a door says no, and an app, and an import: every problem in the source has a code, and a whole sentence in both languages.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

fn files(folder: &Path, all: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, all);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            all.push(path);
        }
    }
}

/// The texts between quotes, up to the end of the call.
fn said(call: &str) -> Vec<&str> {
    let call = call.split(");\n").next().unwrap_or(call);
    let call = call.split(")\n").next().unwrap_or(call);
    call.split('"').skip(1).step_by(2).take(3).collect()
}

#[test]
fn every_problem_has_a_code_and_a_sentence_in_both_languages() {
    let mut all = Vec::new();
    files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut all);
    let mut codes: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for file in all {
        let text = std::fs::read_to_string(&file).unwrap();
        for name in ["Problem::new(", "Self::new(\n            StatusCode::"] {
            for call in text.split(name).skip(1) {
                let said = said(call);
                // One that hands on what somebody else has said has no words of its own.
                if said.is_empty() {
                    continue;
                }
                let place = format!("{}: {said:?}", file.display());
                let [code, id, en] = said[..] else { panic!("{place}: a code and two sentences") };
                assert!(code.chars().all(|letter| letter.is_ascii_lowercase() || letter == '_'), "{place}");
                for sentence in [id, en] {
                    assert!(sentence.len() > 15 && sentence.ends_with('.') && !sentence.contains('!'), "{place}");
                }
                assert_ne!(id, en, "{place}");
                codes.entry(code.to_owned()).or_default().push(place);
            }
        }
    }
    assert!(codes.len() > 12, "{codes:#?}");
    let twice: Vec<_> = codes.values().filter(|places| places.len() > 1).collect();
    assert!(twice.is_empty(), "a code says one thing: {twice:#?}");
}

/// Everything between quotes, with what is put into it left as it is.
fn quoted(text: &str) -> Vec<String> {
    text.split('"').skip(1).step_by(2).map(str::to_owned).collect()
}

/// Code and both sentences of whatever is made as `Spoken` in place, or by a helper that makes one.
fn spoken(file: &Path, text: &str) -> Vec<(String, Vec<String>)> {
    let mut all = Vec::new();
    let mut take = |opens: &str, closes: &str| {
        for part in text.split(opens).skip(1) {
            let said = quoted(part.split(closes).next().unwrap());
            // A pattern, a type, or one that hands on what somebody else has said has no words of its own.
            if said.len() > 1 {
                all.push((format!("{}: {said:?}", file.display()), said));
            }
        }
    };
    take("Spoken {", "}");
    if file.ends_with("desk/say.rs") {
        take("    spoken(\n", "\n    )");
    }
    if file.ends_with("import/table.rs") {
        let body = text.split("let (code, id, en) = match self {").nth(1).unwrap().split("Spoken {").next().unwrap();
        for arm in body.split("Self::").skip(1) {
            let said = quoted(arm);
            all.push((format!("{}: {said:?}", file.display()), said));
        }
    }
    if file.ends_with("import/problem.rs") {
        let body = text.split("fn plain").nth(1).unwrap().split("/// The NIP's own reason").next().unwrap();
        let has_words = |arm: &&str| !arm.contains("nip(") && !arm.contains("ROUNDED");
        for arm in body.split("Self::").skip(1).filter(has_words) {
            let said = quoted(arm);
            all.push((format!("{}: {said:?}", file.display()), said));
        }
    }
    all
}

#[test]
fn whatever_the_app_and_the_import_say_themselves_has_a_code_and_a_sentence_in_both_languages() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let mut all = Vec::new();
    files(&root.join("app/src"), &mut all);
    files(&root.join("server/src/import"), &mut all);
    let mut found = 0;
    for file in all.into_iter().filter(|file| !file.ends_with("desk/tabs.rs") && !file.ends_with("tests.rs")) {
        for (place, said) in spoken(&file, &std::fs::read_to_string(&file).unwrap()) {
            // One function may say one of several things.
            for said in said.chunks(3) {
                let [code, id, en] = said else { panic!("{place}: a code and two sentences") };
                assert!(code.chars().all(|letter| letter.is_ascii_lowercase() || letter == '_'), "{place}");
                for sentence in [id, en] {
                    let whole = sentence.len() > 10 && sentence.ends_with('.') && !sentence.contains('!');
                    assert!(whole, "{place}");
                }
                assert_ne!(id, en, "{place}");
                found += 1;
            }
        }
    }
    assert!(found > 25, "the source is read as it is written: {found}");
}
