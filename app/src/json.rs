//! Reading JSON, from the office and from the disk.
//!
//! serde_json's reader is generic: every type brings a copy of it, and it carries the printing of floating point numbers for
//! its messages. Here the text becomes a small tree first, by one function, and the types are read from the tree. Structs
//! are handed over in the order of their fields, which leaves out the code that looks for names. What cannot be read is
//! none: nobody on a phone can do anything with a line and a column.

mod text;
mod tree;

use serde::de::DeserializeOwned;

/// Reads a value; none when the text is no JSON or says something else.
pub(crate) fn read<T: DeserializeOwned>(text: &str) -> Option<T> {
    T::deserialize(text::parse(text)?).ok()
}

/// What a text says.
enum Json {
    Null,
    Bool(bool),
    /// Whole numbers only; nothing here counts in fractions.
    Number(i64),
    Text(String),
    List(Vec<Json>),
    Object(Vec<(String, Json)>),
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use serde::Deserialize;

    use super::*;

    #[derive(Debug, Default, PartialEq, Deserialize)]
    struct Thing {
        name: String,
        #[serde(default)]
        many: Vec<i64>,
        #[serde(default)]
        maybe: Option<bool>,
        kind: Kind,
    }

    #[derive(Debug, Default, PartialEq, Deserialize)]
    #[serde(rename_all = "snake_case")]
    enum Kind {
        #[default]
        Plain,
        With {
            count: u8,
        },
        Around(Box<Thing>),
    }

    fn thing(text: &str) -> Option<Thing> {
        read(text)
    }

    #[test]
    fn fields_come_in_any_order_and_strangers_are_passed_over() {
        let name = "a\"b\\\u{e9}\u{1f600}\n".to_owned();
        let found = thing(r#" {"kind":"plain", "new":[{"x":1.5e3},null], "name":"a\"b\\é\ud83d\ude00\n"} "#);
        assert_eq!(found, Some(Thing { name, ..Thing::default() }));
        let found = thing(r#"{"name":"","many":[1,-2],"maybe":true,"kind":{"with":{"count":7}}}"#);
        let wanted = Thing { many: vec![1, -2], maybe: Some(true), kind: Kind::With { count: 7 }, ..Thing::default() };
        assert_eq!(found, Some(wanted));
        let found = thing(r#"{"name":"","maybe":null,"kind":{"around":{"name":"in","kind":"plain"}}}"#);
        let inner = Box::new(Thing { name: "in".to_owned(), ..Thing::default() });
        assert_eq!(found, Some(Thing { kind: Kind::Around(inner), ..Thing::default() }));
        assert_eq!(read(r#"{"a":1,"b":2}"#), Some(BTreeMap::from([("a".to_owned(), 1), ("b".to_owned(), 2)])));
    }

    #[test]
    fn what_is_not_said_rightly_is_none() {
        let bad = [
            "",
            "{",
            "nul",
            "{}",
            r#"{"name":1,"kind":"plain"}"#,
            r#"{"name":"x"}"#,
            r#"{"name":"x","kind":"other"}"#,
            r#"{"name":"x","kind":"plain"} x"#,
            r#"{"name":"x","kind":{"with":{"count":300}}}"#,
            r#"{"name":"\ud83d","kind":"plain"}"#,
            r#"{"name":"x","kind":"plain",}"#,
            r#"{"name":"x" "kind":"plain"}"#,
            r#"{"name":"x","many":[1.5],"kind":"plain"}"#,
        ];
        for text in bad {
            assert_eq!(thing(text), None, "{text}");
        }
        assert!(thing(&"[".repeat(100_000)).is_none());
    }
}
