//! Who may do what: every operation of the OpenAPI document, asked by every role, for something of their own unit, of another unit and
//! of another agency. What is expected stands in `roles/table.txt`, a line for each operation.

pub mod cast;
mod commands;
pub mod table;
mod things;

use std::collections::{BTreeMap, BTreeSet};

use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, header};
use serde_json::Value;

use crate::doors::{House, get};
use cast::{Cast, Role};
use table::{Line, Target, bare};
use things::Place;

/// Bytes of an answer that are compared; live lines have no end and are not read.
const ANSWER_BYTES_MAX: usize = 4 << 20;

/// The operations of the document, each as a method and an address with bare places.
async fn operations(house: &House) -> BTreeSet<(String, String)> {
    let document = house.ask(get("/openapi.json", "")).await.body;
    let mut all = BTreeSet::new();
    for (path, doors) in document["paths"].as_object().unwrap() {
        let methods = doors.as_object().unwrap().keys();
        let methods =
            methods.filter(|method| ["get", "head", "post", "put", "patch", "delete"].contains(&method.as_str()));
        all.extend(methods.map(|method| (method.to_uppercase(), bare(path))));
    }
    all
}

#[tokio::test]
async fn every_operation_has_its_line_in_the_table() {
    let operations = operations(&House::new().await).await;
    let lines: BTreeSet<(String, String)> = table::lines().iter().map(Line::operation).collect();
    let missing: Vec<String> = operations.difference(&lines).map(|(method, path)| format!("{method} {path}")).collect();
    assert!(
        missing.is_empty(),
        "nobody has said who gets which answer from {}: give each a line in server/tests/it/roles/table.txt",
        missing.join(", ")
    );
    let odd: Vec<String> = lines.difference(&operations).map(|(method, path)| format!("{method} {path}")).collect();
    assert!(
        odd.is_empty(),
        "server/tests/it/roles/table.txt speaks of {}, which the document does not have",
        odd.join(", ")
    );
}

/// The doors as they are hung, read from the source: a door that is in no document would escape the table.
#[tokio::test]
async fn every_door_of_the_api_is_an_operation_of_the_document() {
    let operations = operations(&House::new().await).await;
    let source = include_str!("../../src/http.rs");
    let mut doors = BTreeSet::new();
    for line in source.split(".route(").skip(1) {
        let Some(path) = line.split('"').nth(1).filter(|path| path.starts_with("/api/") && !path.contains("{*")) else {
            continue;
        };
        let hung = line.split('"').nth(2).unwrap_or_default();
        for method in ["get", "post", "put", "patch", "delete", "head"] {
            let begins = [format!(", {method}("), format!(").{method}(")];
            if begins.iter().any(|begin| hung.contains(begin)) {
                doors.insert((method.to_uppercase(), bare(path)));
            }
        }
    }
    assert!(doors.len() > 20, "the source is read as it is written: {doors:?}");
    let hidden: Vec<_> = doors.difference(&operations).collect();
    assert!(hidden.is_empty(), "these doors are not in server/src/http/openapi.rs: {hidden:?}");
    let painted: Vec<_> = operations.difference(&doors).collect();
    assert!(painted.is_empty(), "these operations have no door in server/src/http.rs: {painted:?}");
}

#[tokio::test]
async fn every_role_gets_the_answer_that_the_table_says() {
    let cast = Cast::new().await;
    let mut wrong = Vec::new();
    for line in table::lines() {
        let mut hidden = BTreeMap::new();
        for role in Role::ALL {
            hidden.insert(role, ask(&cast, &line, role, &cast.nothing()).await);
        }
        for target in line.targets() {
            for role in Role::ALL {
                let expected = line.expected(target, role);
                let answer = ask(&cast, &line, role, cast.place(target)).await;
                if answer.0 != expected {
                    wrong.push(format!("{line}: {role} gets {} for {target}, expected {expected}", answer.0));
                } else if matches!(expected, 401 | 404) && target != Target::All && answer != hidden[&role] {
                    wrong.push(format!(
                        "{line}: {role} is told {answer:?} for {target}, but for what is not there {:?}",
                        hidden[&role]
                    ));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{} answers are not those of the table:\n{}", wrong.len(), wrong.join("\n"));
}

/// Asks as this role, with a session of its own, for something of this place: the status, and what was said.
pub async fn ask(cast: &Cast, line: &Line, role: Role, place: &Place) -> (u16, Value) {
    let address = place.fill(&line.path, line).await;
    let mut request = Request::builder().method(line.method.as_str()).uri(&address).header(header::HOST, "localhost");
    if let Some(cookie) = cast.cookie(role).await {
        request = request.header(header::COOKIE, cookie);
    }
    let (headers, bytes) = place.body(line).await;
    for (name, value) in headers {
        request = request.header(name, value);
    }
    let response = cast.house.response(request.body(Body::from(bytes)).unwrap()).await;
    let status = response.status().as_u16();
    if is_live(response.headers()) {
        return (status, Value::Null);
    }
    let bytes = to_bytes(response.into_body(), ANSWER_BYTES_MAX).await.unwrap();
    let said = serde_json::from_slice(&bytes).unwrap_or(Value::Null);
    if status >= 400 && line.method != "HEAD" {
        let sentence = |name: &str| said[name].as_str().is_some_and(|text| text.ends_with('.'));
        assert!(said["code"].is_string() && sentence("id") && sentence("en"), "{line}: {status} without words: {said}");
    }
    (status, said)
}

fn is_live(headers: &HeaderMap) -> bool {
    headers.get(header::CONTENT_TYPE).is_some_and(|kind| kind == "text/event-stream")
}
