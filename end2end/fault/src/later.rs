//! An answer as a later version of the server would give it: fields are added, and nothing else is changed.

use bytes::Bytes;
use hyper::Response;
use hyper::header::CONTENT_LENGTH;
use serde_json::{Map, Value, json};

use crate::body::{self, Answer};

/// A name that no version has.
const FIELD: &str = "kelak_ada";

/// The same answer from a later version.
pub(crate) fn version_of(answer: Response<Bytes>) -> Response<Answer> {
    let (mut head, bytes) = answer.into_parts();
    head.headers.remove(CONTENT_LENGTH);
    Response::from_parts(head, body::whole(with_more(bytes)))
}

/// The same JSON with an unknown field in everything that has fields. What is no JSON stays as it is.
fn with_more(bytes: Bytes) -> Bytes {
    match serde_json::from_slice(&bytes) {
        Ok(mut value) => {
            add_fields(&mut value);
            value.to_string().into()
        }
        Err(_) => bytes,
    }
}

fn add_fields(value: &mut Value) {
    match value {
        Value::Array(all) => all.iter_mut().for_each(add_fields),
        Value::Object(fields) => {
            fields.values_mut().for_each(add_fields);
            if !is_a_name_around(fields) && !is_a_table(fields) {
                fields.insert(FIELD.to_owned(), json!({ "daftar": [1, "dua", null], "dalam": { "isi": true } }));
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// `{"entry": {…}}`: one key, and what it names. A second key there would be another thing, not another field.
fn is_a_name_around(fields: &Map<String, Value>) -> bool {
    fields.len() == 1 && fields.values().all(Value::is_object)
}

/// `{"p:…": 7}`: a table by scope, whose keys are no fields. A key more would be a scope more. An empty one cannot be told apart.
fn is_a_table(fields: &Map<String, Value>) -> bool {
    fields.keys().all(|key| key.contains(':'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_with_fields_has_one_more() {
        let now = json!({ "more": false, "ops": [{ "put": { "row": { "entry": { "id": 1 } } } }] });
        let then: Value = serde_json::from_slice(&with_more(now.to_string().into())).unwrap();
        assert!(then.get(FIELD).is_some() && then.get("more") == Some(&json!(false)));
        let put = &then["ops"][0];
        assert_eq!(put.as_object().unwrap().len(), 1);
        assert!(put["put"]["row"]["entry"].get(FIELD).is_some());
        assert_eq!(put["put"]["row"]["entry"]["id"], 1);
        let table = json!({ "upto": { "p:018f": 7 }, "more": false });
        let then: Value = serde_json::from_slice(&with_more(table.to_string().into())).unwrap();
        assert_eq!(then["upto"], table["upto"]);
    }

    #[test]
    fn what_is_no_json_stays() {
        assert_eq!(with_more("<p>".into()), "<p>");
    }
}
