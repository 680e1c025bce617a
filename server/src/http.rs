//! The doors. Each one turns a request into a read or into a command for the one writer, and the answer into words.
//!
//! Knows extractors, the writer and reads; holds no rule of the domain and no SurrealDB type. What all doors share, such as
//! headers and limits, is in [`guard`].

pub mod access;
pub mod board;
pub mod browser;
pub mod dialogue;
pub mod document;
pub mod export;
pub mod files;
pub mod goals;
pub mod guard;
pub mod health;
pub mod import;
pub mod live;
pub mod openapi;
pub mod parcel;
pub mod people;
pub mod person;
pub mod photo;
pub mod plan;
pub mod problem;
pub mod push;
pub mod session;
pub mod sync;
pub mod team;
pub mod tv;
pub mod units;

use std::time::Duration;

use axum::extract::DefaultBodyLimit;
use axum::http::StatusCode;
use axum::routing::{delete, get, post, put};
use axum::{Router, middleware};
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::limit::RequestBodyLimitLayer;
use tower_http::timeout::TimeoutLayer;

use crate::office::Office;

/// Bytes that a request to an API door may carry: fifty commands and some.
const BODY_BYTES_MAX: usize = 256 * 1024;
/// Bytes of a staff list.
const FILE_BYTES_MAX: usize = 5 * 1024 * 1024;
/// Seconds after which a request is given up; live lines are outside.
const REQUEST_SECONDS_MAX: u64 = 25;

/// All doors of an office.
pub fn doors(office: Office) -> Router {
    let api = Router::new()
        .route("/api/session", post(session::sign_in).delete(session::sign_out))
        .route("/api/me", get(session::me))
        .route("/api/lost", post(browser::lost))
        .route("/api/push", get(push::standing).put(push::subscribe).delete(push::unsubscribe))
        .route("/api/sync/push", post(sync::push))
        .route("/api/sync/pull", post(sync::pull))
        .route("/api/board/{unit}", get(board::board))
        .route("/api/people", get(people::search))
        .route("/api/people/{person}", get(people::person))
        .route("/api/units", get(people::units))
        .route("/api/unit/{unit}/people", get(people::members))
        .route("/api/requests", get(people::requests))
        .route("/api/goals", get(goals::goals))
        .route("/api/import", get(import::batches))
        .route("/api/import/{batch}/passwords", post(import::passwords))
        .route("/api/import/{batch}/undo", post(import::undo))
        .route("/api/teams", get(team::list))
        .route("/api/teams/{team}", get(team::board))
        .route("/api/teams/{team}/people", get(team::people))
        .route("/api/units/{unit}/board", get(units::board))
        .route("/api/units/{unit}/table", get(units::table::table))
        .route("/api/units/{unit}/tv", get(tv::list).post(tv::invite))
        .route("/api/units/{unit}/tv/{id}", delete(tv::revoke))
        .route("/api/tv/board", get(tv::board))
        .route("/api/tv/pair", post(tv::pair))
        .route("/api/person/{person}", get(person::page))
        .route("/api/dialogue/{person}", get(dialogue::page))
        .route("/api/dialogues", get(dialogue::list))
        .route("/api/employee/{employee}/plans", get(plan::plans))
        .route("/api/employee/{employee}/plans/table", get(plan::table))
        .route("/api/employee/{employee}/ties", get(plan::ties))
        .route("/api/plan/{plan}/up", get(plan::up))
        .route("/api/person/{person}/export", get(export::export))
        .route("/api/entry/{entry}/file/{sha256}", get(document::hand_out))
        .route("/api/entry/{entry}/photo/{sha256}", get(photo::show))
        .route("/api/{*rest}", axum::routing::any(problem::no_such_door))
        .layer(RequestBodyLimitLayer::new(BODY_BYTES_MAX));
    let photo = Router::new()
        .route("/api/photo/{sha256}", put(photo::keep).head(parcel::offset).patch(parcel::slice))
        .layer(RequestBodyLimitLayer::new(shared::entry::PHOTO_BYTES_MAX as usize));
    let files = Router::new()
        .route("/api/import/columns", post(import::columns))
        .route("/api/import/check", post(import::check))
        .route("/api/import/apply", post(import::apply))
        .layer(DefaultBodyLimit::disable())
        .layer(RequestBodyLimitLayer::new(FILE_BYTES_MAX));
    let quick = api
        .merge(photo)
        .merge(files)
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
        .route("/api/units/{unit}/live", get(units::live::line))
        .route("/api/tv/live", get(tv::live))
        .layer(middleware::from_fn(guard::same_origin))
        .layer(middleware::from_fn(guard::headers))
        .layer(CatchPanicLayer::custom(problem::panicked))
        .layer(middleware::from_fn(guard::journal))
        .with_state(office)
}
