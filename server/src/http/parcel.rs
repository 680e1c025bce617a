//! A photo or a document in slices: how much is there, and here is the next one. The headers are those of the core of tus 1.0; what may be done
//! with a slice is decided in [`shared::sync::parcel::shelf`].
//!
//! Status 201 says that the photo is whole, durable and fits its name: after that, and after nothing else, the phone lets go of it.

use axum::body::Bytes;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use sha2::{Digest, Sha256};
use shared::entry::{FileKind, PHOTO_BYTES_MAX, is_sha256};
use shared::ids::EmployeeId;
use shared::sync::defence::Defences;
use shared::sync::office::{Store, TRIES_MAX};
use shared::sync::parcel::shelf::{Have, LIMITS, Slice, Taken, crowded_out, fits, take};

use super::photo::kind_of;
use super::problem::Problem;
use super::session::Signed;
use crate::auth::hex;
use crate::clock;
use crate::db::DbError;
use crate::db::parcel::{At, Found};
use crate::office::Office;

const OFFSET: HeaderName = HeaderName::from_static("upload-offset");
const LENGTH: HeaderName = HeaderName::from_static("upload-length");
const RESUMABLE: HeaderName = HeaderName::from_static("tus-resumable");

/// Whose photos the phone is sending.
#[derive(Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Sender {
    /// The owner of the queue. A session that has become somebody else's takes nothing of it.
    owner: Option<EmployeeId>,
}

impl Sender {
    /// # Errors
    /// The session is not the owner's.
    pub(super) fn is(&self, signed: &Signed) -> Result<(), Problem> {
        if self.owner.is_none_or(|owner| owner == signed.employee) { Ok(()) } else { Err(Problem::signed_out()) }
    }
}

/// How much of a photo is there, from this person. `Upload-Length` says that it is whole.
///
/// # Errors
/// Nobody is signed in, or this is no name of a photo.
#[utoipa::path(head, path = "/api/photo/{sha256}", params(("sha256" = String, Path), Sender), responses((status = 200, headers(("upload-offset" = u32), ("upload-length" = u32))), (status = 401), (status = 404)))]
pub async fn offset(
    State(office): State<Office>,
    signed: Signed,
    Path(sha256): Path<String>,
    Query(sender): Query<Sender>,
) -> Result<Response, Problem> {
    sender.is(&signed)?;
    named(&sha256)?;
    Ok(match office.db.parcel(signed.employee, &sha256).await?.have {
        Have::Part(has) => said(StatusCode::OK, has),
        Have::Whole(bytes) => whole(StatusCode::OK, bytes),
    })
}

/// Takes a slice of a photo.
///
/// # Errors
/// The office stands elsewhere (it says where); the bytes do not fit the photo's name; too large; no picture.
#[utoipa::path(patch, path = "/api/photo/{sha256}", params(("sha256" = String, Path), Sender, ("upload-offset" = u32, Header), ("upload-length" = u32, Header)), request_body(content = Vec<u8>, content_type = "application/offset+octet-stream"), responses((status = 201), (status = 204, headers(("upload-offset" = u32))), (status = 400), (status = 401), (status = 404), (status = 409, headers(("upload-offset" = u32))), (status = 413), (status = 415), (status = 422)))]
pub async fn slice(
    State(office): State<Office>,
    signed: Signed,
    Path(sha256): Path<String>,
    Query(sender): Query<Sender>,
    headers: HeaderMap,
    bytes: Bytes,
) -> Result<Response, Problem> {
    sender.is(&signed)?;
    named(&sha256)?;
    let (from, length) = (number(&headers, &OFFSET)?, number(&headers, &LENGTH)?);
    let slice = Slice { from, bytes: u32::try_from(bytes.len()).unwrap_or(u32::MAX), whole: length };
    for tries in 1..=TRIES_MAX {
        let found = office.db.parcel(signed.employee, &sha256).await?;
        match shelve(&office, signed.employee, &sha256, &found, slice, &bytes).await? {
            Some(answer) => return Ok(answer),
            None => office.db.pause(tries).await,
        }
    }
    Err(Problem::busy())
}

/// Does with a slice what the core says; none when somebody else was faster.
async fn shelve(
    office: &Office,
    owner: EmployeeId,
    sha256: &str,
    found: &Found,
    slice: Slice,
    bytes: &[u8],
) -> Result<Option<Response>, Problem> {
    let at = At { owner, sha256, has: slice.from };
    let (written, answer) = match take(found.have, slice, &LIMITS) {
        Taken::Whole => return Ok(Some(whole(StatusCode::CREATED, slice.whole))),
        Taken::Elsewhere(has) => return Ok(Some(elsewhere(has))),
        Taken::TooLarge => return Err(Problem::too_large()),
        Taken::Unfit => return Err(Problem::unreadable()),
        Taken::More(to) => {
            if slice.from == 0 {
                begins(bytes, slice.whole)?;
            }
            let crowded = crowded_out(&found.open, sha256, &LIMITS);
            let written = office.db.append_slice(at, bytes.to_vec(), crowded, clock::now()).await;
            (written, said(StatusCode::NO_CONTENT, to))
        }
        Taken::Last => {
            let mut all = office.db.parcel_bytes(owner, sha256).await?;
            // Between the look and these bytes somebody may have ended the parcel or begun it anew: what is left says nothing.
            if u32::try_from(all.len()) != Ok(slice.from) {
                return Ok(None);
            }
            all.extend_from_slice(bytes);
            let kind = is_whole(&all)?;
            let kept = fits(sha256, &hex(&Sha256::digest(&all)), Defences::default());
            let written = office.db.close_parcel(at, kept.then_some((kind, all))).await;
            let damaged = || Problem::damaged().into_response();
            (written, if kept { whole(StatusCode::CREATED, slice.whole) } else { damaged() })
        }
    };
    match written {
        Ok(()) => Ok(Some(answer)),
        Err(DbError::Conflict) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// May a photo or a document of this length begin so?
fn begins(bytes: &[u8], whole: u32) -> Result<(), Problem> {
    if kind_of(bytes).is_some() {
        return if whole > PHOTO_BYTES_MAX { Err(Problem::too_large()) } else { Ok(()) };
    }
    if FileKind::may_begin(bytes) { Ok(()) } else { Err(Problem::wrong_type()) }
}

/// What these bytes are, if they are something that is kept.
fn is_whole(bytes: &[u8]) -> Result<&'static str, Problem> {
    let length = u32::try_from(bytes.len()).unwrap_or(u32::MAX);
    match kind_of(bytes) {
        Some(_) if length > PHOTO_BYTES_MAX => Err(Problem::too_large()),
        Some(kind) => Ok(kind),
        None => FileKind::of(bytes).map(FileKind::mime).ok_or_else(Problem::wrong_type),
    }
}

fn named(sha256: &str) -> Result<(), Problem> {
    if is_sha256(sha256) { Ok(()) } else { Err(Problem::not_found()) }
}

fn number(headers: &HeaderMap, name: &HeaderName) -> Result<u32, Problem> {
    let text = headers.get(name).and_then(|value| value.to_str().ok());
    text.and_then(|text| text.parse().ok()).ok_or_else(Problem::unreadable)
}

/// An answer that says how much is there.
fn said(status: StatusCode, has: u32) -> Response {
    let head = [(OFFSET, HeaderValue::from(has)), (RESUMABLE, HeaderValue::from_static("1.0.0"))];
    (status, head).into_response()
}

/// An answer that says that all of it is there.
fn whole(status: StatusCode, bytes: u32) -> Response {
    let mut answer = said(status, bytes);
    answer.headers_mut().insert(LENGTH, HeaderValue::from(bytes));
    answer
}

fn elsewhere(has: u32) -> Response {
    let mut answer = Problem::slice_elsewhere().into_response();
    answer.headers_mut().extend([(OFFSET, HeaderValue::from(has)), (RESUMABLE, HeaderValue::from_static("1.0.0"))]);
    answer
}

#[cfg(test)]
mod tests;
