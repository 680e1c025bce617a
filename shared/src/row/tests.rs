//! A row on the wire.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use super::*;

#[test]
fn a_row_keeps_its_shape_and_a_stranger_is_passed_over() {
    let text = r#"{"service":{"id":"00000000-0000-0000-0000-000000000007","name":"Akta","unit":"00000000-0000-0000-0000-000000000008","rev":3}}"#;
    let row: Row = serde_json::from_str(text).unwrap();
    assert_eq!(serde_json::to_string(&row).unwrap(), text);
    assert_eq!(row.key().unwrap().to_string(), "service:00000000-0000-0000-0000-000000000007");
    let stranger: Row = serde_json::from_str(r#"{"medal":{"id":1,"deep":[{"x":null}]}}"#).unwrap();
    assert_eq!(stranger, Row::Unknown);
}
