//! Signing in and out, and who one is.

use shared::sync::lost::Notice;
use shared::sync::wire::Me;

use super::fetch::{Failure, Question, read};

#[derive(serde::Serialize)]
struct Key<'a> {
    nip: &'a str,
    password: &'a str,
}

/// Signs in. The cookie is the browser's affair.
pub(crate) async fn sign_in(nip: &str, password: &str) -> Result<Me, Failure> {
    read(&Question::post("/api/session", &Key { nip, password }).ask().await?)
}

/// Signs out.
pub(crate) async fn sign_out() -> Result<(), Failure> {
    Question { method: "DELETE", ..Question::get("/api/session") }.ask().await.map(drop)
}

/// Who has signed in.
pub(crate) async fn me() -> Result<Me, Failure> {
    read(&Question::get("/api/me").ask().await?)
}

/// Tells the office that this browser had lost its storage.
pub(crate) async fn note_lost(waiting: u32) -> Result<(), Failure> {
    Question::post("/api/lost", &Notice { waiting }).ask().await.map(drop)
}
