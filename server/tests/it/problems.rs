//! How a door says no: every problem in the source has a code, and a whole sentence in both languages.

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
