//! Is the server alive, and can it work?

use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::routing::get;

use crate::office::Office;

/// `/healthz`: the process answers, and tells what its checks of the sums have found. `/readyz`: the database does, too.
pub fn doors() -> Router<Office> {
    Router::new().route("/healthz", get(alive)).route("/readyz", get(ready))
}

async fn alive(State(office): State<Office>) -> String {
    let (checked, drifted) = office.rollups.told();
    format!("hidup\nrollup_checked {checked}\nrollup_drift {drifted}\n")
}

async fn ready(State(office): State<Office>) -> (StatusCode, &'static str) {
    match office.db.ping().await {
        Ok(()) if !office.closing.is_cancelled() => (StatusCode::OK, "siap\n"),
        _ => (StatusCode::SERVICE_UNAVAILABLE, "belum siap\n"),
    }
}
