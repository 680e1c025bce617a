//! The doors. Each one turns a request into a read or into a command for the one writer, and the answer into words.
//!
//! Knows extractors, the writer and reads; holds no rule of the domain and no SurrealDB type. What all doors share, such as
//! headers and limits, is in [`guard`].

pub mod access;
pub mod board;
pub mod files;
pub mod guard;
pub mod health;
pub mod live;
pub mod openapi;
pub mod photo;
pub mod plan;
pub mod problem;
pub mod session;
pub mod sync;

use std::time::Duration;

use axum::http::StatusCode;
use axum::routing::{get, post, put};
use axum::{Router, middleware};
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::limit::RequestBodyLimitLayer;
use tower_http::timeout::TimeoutLayer;

use crate::office::Office;

/// Bytes that a request to an API door may carry: fifty commands and some.
const BODY_BYTES_MAX: usize = 256 * 1024;
/// Seconds after which a request is given up; live lines are outside.
const REQUEST_SECONDS_MAX: u64 = 25;

/// All doors of an office.
pub fn doors(office: Office) -> Router {
    let api = Router::new()
        .route("/api/session", post(session::sign_in).delete(session::sign_out))
        .route("/api/me", get(session::me))
        .route("/api/sync/push", post(sync::push))
        .route("/api/sync/pull", post(sync::pull))
        .route("/api/board/{unit}", get(board::board))
        .route("/api/employee/{employee}/plans", get(plan::plans))
        .route("/api/employee/{employee}/ties", get(plan::ties))
        .route("/api/plan/{plan}/up", get(plan::up))
        .route("/api/entry/{entry}/photo/{sha256}", get(photo::show))
        .route("/api/{*rest}", axum::routing::any(problem::no_such_door))
        .layer(RequestBodyLimitLayer::new(BODY_BYTES_MAX));
    let photo = Router::new()
        .route("/api/photo/{sha256}", put(photo::keep))
        .layer(RequestBodyLimitLayer::new(shared::entry::PHOTO_BYTES_MAX as usize));
    let quick = api
        .merge(photo)
        .merge(crate::citizen::door())
        .merge(health::doors())
        .route("/openapi.json", get(openapi::document))
        .fallback(files::file)
        .layer(TimeoutLayer::with_status_code(
            StatusCode::SERVICE_UNAVAILABLE,
            Duration::from_secs(REQUEST_SECONDS_MAX),
        ))
        .layer(CompressionLayer::new());
    quick
        .route("/api/live", get(live::line))
        .layer(middleware::from_fn(guard::same_origin))
        .layer(middleware::from_fn(guard::headers))
        .layer(CatchPanicLayer::custom(problem::panicked))
        .layer(middleware::from_fn(guard::journal))
        .with_state(office)
}
