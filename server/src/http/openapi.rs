//! The OpenAPI document, made from the doors themselves.

use axum::Json;
use shared::command::Command;
use shared::row::Row;
use shared::sync::talk::Pushed;
use shared::sync::wire::PullRequest;
use shared::words::Spoken;
use utoipa::OpenApi;

/// All doors of the API.
#[derive(OpenApi)]
#[openapi(
    info(title = "Teladan", description = "Commands travel up, rows travel down. Errors are {code, id, en}."),
    paths(
        super::session::sign_in,
        super::session::sign_out,
        super::session::me,
        super::sync::push,
        super::sync::pull,
        super::board::board,
        super::live::line,
        super::photo::keep,
        super::photo::show,
        super::plan::plans,
        super::plan::ties,
        super::plan::up,
    ),
    components(schemas(Command, Row, Pushed, PullRequest, Spoken))
)]
struct Document;

/// The document as JSON.
pub async fn document() -> Json<utoipa::openapi::OpenApi> {
    Json(Document::openapi())
}
