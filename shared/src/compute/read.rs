//! From a line to what it asks: is it JSON, is it an object, are the fields and values those of the rule?

use std::marker::PhantomData;

use serde::de::{DeserializeSeed, Error as _, IgnoredAny, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

use super::problem::{Code, Problem};
use crate::named::{Named, parse};

/// The line is not JSON.
#[derive(Debug, thiserror::Error)]
#[error("not JSON: {0}")]
pub struct NotJson(#[from] serde_json::Error);

/// Reads a line. The outer error ends the run, the inner one is this line's answer.
pub(super) fn line<'de, T: Deserialize<'de>>(line: &'de [u8]) -> Result<Result<T, Problem>, NotJson> {
    // serde reads a struct from an array too, field by field; here only an object will do.
    let is_object = line.iter().find(|byte| !byte.is_ascii_whitespace()) == Some(&b'{');
    match serde_json::from_slice(line) {
        Ok(asked) if is_object => Ok(Ok(asked)),
        Ok(_) | Err(_) => problem::<T>(line, is_object).map(Err),
    }
}

/// The slow way, for lines that could not be read: first whether it is JSON at all, then what is wrong and where.
fn problem<'de, T: Deserialize<'de>>(line: &'de [u8], is_object: bool) -> Result<Problem, NotJson> {
    let text = std::str::from_utf8(line).map_err(serde_json::Error::custom)?;
    serde_json::from_str::<IgnoredAny>(text)?;
    if !is_object {
        return Ok(Problem::new(
            Code::NotAnObject,
            "Setiap baris harus satu objek JSON.",
            "Each line must be one JSON object.",
        ));
    }
    let found = serde_path_to_error::deserialize::<_, T>(&mut serde_json::Deserializer::from_slice(line));
    Ok(match found {
        Err(error) => said(&error),
        Ok(_) => Problem::new(Code::InvalidValue, "Baris ini tidak dapat dibaca.", "This line cannot be read."),
    })
}

fn said(error: &serde_path_to_error::Error<serde_json::Error>) -> Problem {
    let path = error.path().to_string();
    let what = error.inner().to_string();
    // Where in the line is worth less than the path, and for one line the number is always 1.
    let what = what.rsplit_once(" at line ").map_or(what.as_str(), |(what, _)| what);
    // The kind of error is in serde's own wording only (`serde::de::Error`); a test holds on to it.
    let (code, id) = match what {
        what if what.starts_with("unknown field") => (Code::UnknownField, "Isian ini tidak dikenal"),
        what if what.starts_with("missing field") => (Code::MissingField, "Ada isian yang belum ada"),
        what if what.starts_with("duplicate field") => (Code::DuplicateField, "Isian ini muncul dua kali"),
        _ => (Code::InvalidValue, "Nilai ini tidak sah"),
    };
    let place = if path == "." { String::new() } else { format!(" `{path}`:") };
    Problem::new(code, &format!("{id}:{place} {what}."), &format!("Not valid:{place} {what}."))
}

/// Reads an object whose keys are the names of `N`. A key that is absent is none.
pub(super) fn keyed<'de, N: Named, V: Deserialize<'de>, D: Deserializer<'de>, const LEN: usize>(
    deserializer: D,
) -> Result<[Option<V>; LEN], D::Error> {
    deserializer.deserialize_map(Keyed::<N, V, LEN>(PhantomData))
}

struct Keyed<N, V, const LEN: usize>(PhantomData<(N, V)>);

impl<'de, N: Named, V: Deserialize<'de>, const LEN: usize> Visitor<'de> for Keyed<N, V, LEN> {
    type Value = [Option<V>; LEN];

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut values = std::array::from_fn(|_| None);
        while let Some(key) = map.next_key_seed(KeySeed::<N>(PhantomData))? {
            let value = map.next_value()?;
            match values.get_mut(key.place()) {
                Some(empty @ None) => *empty = Some(value),
                Some(Some(_)) | None => return Err(A::Error::duplicate_field(key.name())),
            }
        }
        Ok(values)
    }
}

struct KeySeed<N>(PhantomData<N>);

impl<'de, N: Named> DeserializeSeed<'de> for KeySeed<N> {
    type Value = N;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<N, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl<N: Named> Visitor<'_> for KeySeed<N> {
    type Value = N;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a name")
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<N, E> {
        parse(text).map_err(|unknown| E::unknown_field(&unknown.text, unknown.names))
    }
}

/// A date as `YYYY-MM-DD`.
#[derive(Clone, Copy, Deserialize)]
#[serde(transparent)]
pub(super) struct Day(#[serde(with = "crate::stamp::day")] pub(super) chrono::NaiveDate);
