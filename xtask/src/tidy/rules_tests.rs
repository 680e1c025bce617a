//! Each rule bites, and lets alone what it should.

use super::*;

fn bites(rule: Rule, name: &str, text: &str) -> bool {
    !rule(&Source::new(name, text)).is_empty()
}

#[test]
fn a_file_without_a_head() {
    assert!(bites(has_a_head, "server/src/a.rs", "use x;\n"));
    assert!(!bites(has_a_head, "server/src/a.rs", "//! A room.\n"));
    assert!(!bites(has_a_head, "style/a.css", "a{}"));
}

#[test]
fn a_file_that_is_too_long() {
    assert!(bites(is_a_page, "app/src/a.rs", &"x\n".repeat(301)));
    assert!(!bites(is_a_page, "app/src/a.rs", &"x\n".repeat(300)));
}

#[test]
fn io_in_shared() {
    let table = [
        "std::fs::read(p)",
        "use std::{env, io};",
        "use std::net::IpAddr;",
        "std::time::SystemTime::now()",
        "chrono::Utc::now()",
        "Local::now()",
        "tokio::spawn(f)",
        "rand::random()",
        "use web_sys::Window;",
        "use surrealdb::Surreal;",
        "leptos::prelude",
        "use axum::Router;",
    ];
    for text in table {
        assert!(bites(shared_knows_no_io, "shared/src/a.rs", text), "{text}");
        assert!(!bites(shared_knows_no_io, "server/src/a.rs", text), "{text}");
    }
    assert!(!bites(
        shared_knows_no_io,
        "shared/src/a.rs",
        "//! Knows no tokio:: and no std::fs.\nuse std::collections::BTreeMap;"
    ));
}

#[test]
fn surrealdb_outside_db() {
    assert!(bites(rows_stay_in_db, "server/src/http/a.rs", "use surrealdb::Surreal;"));
    assert!(bites(rows_stay_in_db, "server/tests/it/main.rs", "surrealdb::engine::any::connect(u)"));
    assert!(!bites(rows_stay_in_db, "server/src/db/a.rs", "use surrealdb::Surreal;"));
    assert!(!bites(rows_stay_in_db, "server/src/main.rs", "let filter = \"surrealdb=warn\";"));
}

#[test]
fn http_in_db() {
    assert!(bites(db_knows_no_http, "server/src/db/a.rs", "use axum::Json;"));
    assert!(bites(db_knows_no_http, "server/src/db/a.rs", "maud::html! {}"));
    assert!(!bites(db_knows_no_http, "server/src/http/a.rs", "use axum::Json;"));
}

#[test]
fn pages_that_reach_past_their_signals() {
    assert!(bites(pages_send_commands, "app/src/pages/today.rs", "use crate::api::push;"));
    assert!(bites(pages_send_commands, "app/src/components/row.rs", "use crate::{components::icon, store};"));
    assert!(!bites(pages_send_commands, "app/src/pages/today.rs", "use crate::storey; use crate::desk::api;"));
    assert!(!bites(pages_send_commands, "app/src/sync.rs", "use crate::{api, store};"));
}

#[test]
fn inline_styles() {
    assert!(bites(nothing_inline, "app/src/pages/a.rs", "<p style=\"color:red\">"));
    assert!(bites(nothing_inline, "server/src/http/a.rs", "p style=(x) {}"));
    assert!(!bites(nothing_inline, "app/src/pages/a.rs", "let style = 1; <p data-style=\"x\" class=\"style\">"));
}

#[test]
fn raw_values() {
    for text in [
        "a { color: #fff }",
        "a { color: #1b4f80; }",
        "a { background: rgb(0 0 0 / 0.5) }",
        "a { margin: 4px }",
        "a{b:1px 12.5px}",
    ] {
        assert!(bites(raw_values_are_tokens, "style/base.css", text), "{text}");
        assert!(!bites(raw_values_are_tokens, "style/tokens.css", text), "{text}");
    }
    let fine = [
        "#splash { border: 1px solid var(--rule); outline-offset: 3px }",
        "@media (min-width: 704px) {",
        "/* #fff, 12px */",
        "a { b: color-mix(in srgb, var(--x), transparent) }",
        "use[href=\"#i-face\"] { c: d }",
    ];
    for text in fine {
        assert!(!bites(raw_values_are_tokens, "style/base.css", text), "{text}");
    }
    assert!(bites(raw_values_are_tokens, "style/base.css", "@media (min-width: 704px) { a { b: 9px } }"));
}
