//! Televisions: a head makes a code, somebody types it on the screen, and from then on the screen's cookie opens the sums of that
//! one unit and nothing else. The key is shown to nobody; the list can take it away.

use axum::Json;
use axum::extract::{FromRequestParts, Path, Query, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use shared::ids::UnitId;
use shared::rollup::board::UnitBoard;
use utoipa::ToSchema;
use uuid::Uuid;

use super::access::board_unit;
use super::problem::Problem;
use super::session::{Signed, cookie as named_cookie};
use super::units::live::{Right, open};
use super::units::{Asked, Reader, read};
use crate::auth::{new_token, token_hash};
use crate::citizen::reference;
use crate::clock;
use crate::db::tv::StoredTv;
use crate::office::Office;

const COOKIE: &str = "__Host-teladan-tv";
/// Minutes in which a code must be typed.
const CODE_MINUTES: i64 = 10;
/// Days that a browser keeps the cookie; browsers allow no more than 400.
const COOKIE_DAYS: i64 = 399;
/// Characters in the name of a television.
const LABEL_CHARACTERS_MAX: usize = 60;

/// A paired television.
#[derive(Clone, Debug)]
pub struct Tv {
    unit: UnitId,
    key: String,
}

impl FromRequestParts<Office> for Tv {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, office: &Office) -> Result<Self, Problem> {
        let key = token_hash(cookie(&parts.headers).ok_or_else(Problem::not_found)?);
        let unit = office.db.tv_unit(&key).await?.ok_or_else(Problem::not_found)?;
        Ok(Self { unit, key })
    }
}

/// The cookie of a television.
pub(super) fn cookie(headers: &HeaderMap) -> Option<&str> {
    named_cookie(headers, COOKIE)
}

/// What a head says of a new television.
#[derive(Debug, Deserialize, ToSchema)]
pub struct NewTv {
    /// Where it hangs.
    label: String,
}

/// A code to be typed on the television. It is shown once.
#[derive(Debug, Serialize, ToSchema)]
pub struct TvCode {
    /// Eight letters and digits.
    code: String,
    /// Until when it can be typed.
    until: DateTime<Utc>,
}

/// Makes a pairing code for a unit's board.
///
/// # Errors
/// Nobody is signed in; there is no such board for this person.
#[utoipa::path(post, path = "/api/units/{unit}/tv", params(("unit" = UnitId, Path)), request_body = NewTv, responses((status = 201, body = TvCode), (status = 401), (status = 404)))]
pub async fn invite(
    State(office): State<Office>,
    signed: Signed,
    Path(unit): Path<UnitId>,
    Json(new): Json<NewTv>,
) -> Result<(StatusCode, Json<TvCode>), Problem> {
    let unit = board_unit(&office, signed.employee, unit).await?.ok_or_else(Problem::not_found)?;
    let label: String = new.label.trim().chars().take(LABEL_CHARACTERS_MAX).collect();
    let code = reference::mint().map_err(|_| Problem::busy())?;
    let until = clock::now() + TimeDelta::minutes(CODE_MINUTES);
    let hash = token_hash(&code);
    office.db.keep_tv_code(&hash, unit.id, &label, signed.employee, until).await?;
    Ok((StatusCode::CREATED, Json(TvCode { code: reference::grouped(&code), until })))
}

/// The televisions of a unit.
///
/// # Errors
/// Nobody is signed in; there is no such board for this person.
#[utoipa::path(get, path = "/api/units/{unit}/tv", params(("unit" = UnitId, Path)), responses((status = 200, body = Vec<StoredTv>), (status = 401), (status = 404)))]
pub async fn list(
    State(office): State<Office>,
    signed: Signed,
    Path(unit): Path<UnitId>,
) -> Result<Json<Vec<StoredTv>>, Problem> {
    let unit = board_unit(&office, signed.employee, unit).await?.ok_or_else(Problem::not_found)?;
    Ok(Json(office.db.tvs(unit.id).await?))
}

/// Takes a television's key away; its screen goes dark within half a minute.
///
/// # Errors
/// Nobody is signed in; there is no such television for this person.
#[utoipa::path(delete, path = "/api/units/{unit}/tv/{id}", params(("unit" = UnitId, Path), ("id" = String, Path)), responses((status = 204), (status = 401), (status = 404)))]
pub async fn revoke(
    State(office): State<Office>,
    signed: Signed,
    Path((unit, id)): Path<(UnitId, String)>,
) -> Result<StatusCode, Problem> {
    let unit = board_unit(&office, signed.employee, unit).await?.ok_or_else(Problem::not_found)?;
    if office.db.drop_tv(unit.id, &id).await? { Ok(StatusCode::NO_CONTENT) } else { Err(Problem::not_found()) }
}

/// What is typed on the television.
#[derive(Debug, Deserialize, ToSchema)]
pub struct Pairing {
    /// The code; small letters, blanks and hyphens do not matter.
    code: String,
}

/// Pairs this browser: its cookie opens the unit's sums from now on.
///
/// # Errors
/// There is no such code, or its ten minutes are over; too many wrong ones.
#[utoipa::path(post, path = "/api/tv/pair", request_body = Pairing, responses((status = 201), (status = 404), (status = 429)))]
pub async fn pair(State(office): State<Office>, Json(typed): Json<Pairing>) -> Result<Response, Problem> {
    let token = new_token().map_err(|_| Problem::busy())?;
    let id = Uuid::now_v7().to_string();
    // Counted before anybody looks: codes tried all at once would else all be looked at.
    office.tv_brake.begin(COOKIE).map_err(Problem::slow_down)?;
    let paired = match reference::read(&typed.code) {
        Some(code) => office.db.pair_tv(&token_hash(&code), &token_hash(&token), &id, clock::now()).await,
        None => Ok(None),
    };
    if !matches!(paired, Ok(None)) {
        office.tv_brake.taken_back(COOKIE);
    }
    paired?.ok_or_else(wrong_code)?;
    let seconds = COOKIE_DAYS * 24 * 3600;
    let text = format!("{COOKIE}={token}; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age={seconds}");
    let cookie = HeaderValue::from_str(&text).map_err(|_| Problem::busy())?;
    Ok((StatusCode::CREATED, [(header::SET_COOKIE, cookie)]).into_response())
}

fn wrong_code() -> Problem {
    Problem::new(
        StatusCode::NOT_FOUND,
        "tv_code_unknown",
        "Kode ini tidak berlaku. Kode berlaku 10 menit dan hanya sekali; minta kode baru di papan unit.",
        "This code is not valid. A code lasts 10 minutes and works once; ask for a new one at the unit's board.",
    )
}

/// The sums that a television shows. Nobody is named.
///
/// # Errors
/// This browser is no television.
#[utoipa::path(get, path = "/api/tv/board", params(Asked), responses((status = 200, body = UnitBoard), (status = 404)))]
pub async fn board(
    State(office): State<Office>,
    tv: Tv,
    Query(asked): Query<Asked>,
) -> Result<Json<UnitBoard>, Problem> {
    let board = read(&office, Reader::Wall, tv.unit, asked.read()?).await?;
    board.map(|(board, _)| Json(board)).ok_or_else(Problem::not_found)
}

/// The live line of a television.
///
/// # Errors
/// This browser is no television.
#[utoipa::path(get, path = "/api/tv/live", params(Asked), responses((status = 200, content_type = "text/event-stream"), (status = 404)))]
pub async fn live(State(office): State<Office>, tv: Tv, Query(asked): Query<Asked>) -> Result<Response, Problem> {
    office.db.tv_seen(&tv.key, clock::now()).await?;
    open(office, Reader::Wall, Right::Tv(tv.key), tv.unit, asked.read()?).await
}
