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
        super::browser::lost,
        super::push::standing,
        super::push::subscribe,
        super::push::unsubscribe,
        super::sync::push,
        super::sync::pull,
        super::board::board,
        super::live::line,
        super::people::search,
        super::people::person,
        super::people::units,
        super::people::members,
        super::people::requests,
        super::import::columns,
        super::import::check,
        super::import::apply,
        super::import::passwords,
        super::import::undo,
        super::import::batches,
        super::team::list,
        super::team::board,
        super::team::people,
        super::units::board,
        super::units::live::line,
        super::tv::invite,
        super::tv::list,
        super::tv::revoke,
        super::tv::pair,
        super::tv::board,
        super::tv::live,
        super::person::page,
        super::dialogue::page,
        super::dialogue::list,
        super::export::export,
        super::plan::table,
        super::units::table::table,
        super::document::hand_out,
        super::photo::keep,
        super::parcel::offset,
        super::parcel::slice,
        super::photo::show,
        super::goals::goals,
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
