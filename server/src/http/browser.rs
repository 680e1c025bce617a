//! The browser's own cookie, apart from anybody's session: a random mark without a meaning. It outlives sessions and lets the office
//! recognise a browser that has cleared its storage, which never takes the cookies along. No script can read it, no other site can
//! make a browser send it, and the database keeps only its hash.

use axum::Json;
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use shared::ids::EmployeeId;
use shared::sync::lost::{Contact, Known, Notice, left_waiting};
use shared::sync::talk::{Pull, Pulled};

use super::problem::Problem;
use super::session::{Signed, cookie};
use crate::auth::{new_token, token_hash};
use crate::contact;
use crate::office::Office;

/// As the session's: tied to this host, to the whole path and to a secure line.
const COOKIE: &str = "__Host-teladan-browser";
/// Seconds that it is kept after it was set last. No browser keeps one longer than 400 days.
const SECONDS: u32 = 400 * 24 * 3600;

/// Under which name the office remembers the browser that asks.
#[must_use]
pub fn name(headers: &HeaderMap) -> Option<String> {
    cookie(headers, COOKIE).map(token_hash)
}

/// Sets the mark: the one that the browser has, for another 400 days, or a fresh one.
///
/// # Errors
/// There is no randomness.
pub fn mark(headers: &HeaderMap) -> Result<HeaderValue, Problem> {
    let token = match cookie(headers, COOKIE) {
        Some(token) => token.to_owned(),
        None => new_token().map_err(|_| Problem::busy())?,
    };
    let text = format!("{COOKIE}={token}; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age={SECONDS}");
    HeaderValue::from_str(&text).map_err(|_| Problem::busy())
}

/// What the office knows of this person's work in this browser.
///
/// # Errors
/// The database is out of reach.
pub async fn known(office: &Office, browser: Option<&str>, who: EmployeeId) -> Result<Option<Known>, Problem> {
    match browser {
        Some(browser) => Ok(contact::known(&office.db, browser, who).await?),
        None => Ok(None),
    }
}

/// A phone was told its news: what does it still keep?
pub async fn note(office: &Office, signed: &Signed, pull: &Pull, pulled: &Pulled) {
    if let (Some(browser), Some(waiting)) = (&signed.browser, left_waiting(pull, &pulled.told)) {
        let contact = Contact { device: pull.device, waiting, at: pulled.server_time };
        office.contacts.note(&office.db, browser, signed.employee, contact).await;
    }
}

/// Hears that a browser had lost its storage, and notes it in the journal: that it was so, and how much is gone.
///
/// # Errors
/// Nobody is signed in.
#[utoipa::path(post, path = "/api/lost", request_body = Notice, responses((status = 204), (status = 401)))]
pub async fn lost(_signed: Signed, Json(Notice { waiting }): Json<Notice>) -> StatusCode {
    tracing::info!(waiting, "a browser had cleared its storage");
    StatusCode::NO_CONTENT
}
