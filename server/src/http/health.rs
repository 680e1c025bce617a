//! Is the server alive, and can it work?

use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::routing::get;

use crate::office::Office;

/// `/healthz`: the process answers. `/readyz`: the database does, too.
pub fn doors() -> Router<Office> {
    Router::new().route("/healthz", get(|| async { "hidup\n" })).route("/readyz", get(ready))
}

async fn ready(State(office): State<Office>) -> (StatusCode, &'static str) {
    match office.db.ping().await {
        Ok(()) if !office.closing.is_cancelled() => (StatusCode::OK, "siap\n"),
        _ => (StatusCode::SERVICE_UNAVAILABLE, "belum siap\n"),
    }
}
