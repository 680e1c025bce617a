//! Photos: kept under the hash of their bytes and the name of who sent them, shown only to those who may see the entry. How they
//! come in slices is in [`super::parcel`].

use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use sha2::{Digest, Sha256};
use shared::ids::EntryId;
use shared::row::{Key, Row};

use super::access::may_read;
use super::problem::Problem;
use super::session::Signed;
use crate::auth::hex;
use crate::office::Office;

/// Kinds of pictures with the bytes they begin with.
const KINDS: [(&str, &[u8]); 3] =
    [("image/jpeg", b"\xff\xd8\xff"), ("image/png", b"\x89PNG\r\n"), ("image/webp", b"RIFF")];

/// The kind of picture that begins with these bytes.
pub(super) fn kind_of(bytes: &[u8]) -> Option<&'static str> {
    KINDS.iter().find(|(_, start)| bytes.starts_with(start)).map(|(mime, _)| *mime)
}

/// Keeps a photo that comes whole: small ones, and those of phones that know no slices. Status 201 says that it is durable.
///
/// # Errors
/// The bytes do not have this hash, or are no picture.
#[utoipa::path(put, path = "/api/photo/{sha256}", params(("sha256" = String, Path)), request_body(content = Vec<u8>, content_type = "image/jpeg"), responses((status = 201), (status = 401), (status = 413), (status = 415), (status = 422)))]
pub async fn keep(
    State(office): State<Office>,
    signed: Signed,
    Path(sha256): Path<String>,
    headers: HeaderMap,
    bytes: Bytes,
) -> Result<StatusCode, Problem> {
    let claimed = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    let mime = kind_of(&bytes).filter(|mime| Some(*mime) == claimed).ok_or_else(Problem::wrong_type)?;
    if hex(&Sha256::digest(&bytes)) != sha256 {
        return Err(Problem::damaged());
    }
    office.db.keep_photo(signed.employee, &sha256, mime, bytes.to_vec()).await?;
    Ok(StatusCode::CREATED)
}

/// Shows a photo of an entry to its owner, to those who may open the unit's board, and to whoever leads the team for which it was done, if the owner has sent its bytes: an entry
/// that names somebody else's photo by its hash opens nothing.
///
/// # Errors
/// Not found: no such entry for this person, or the photo is still on its way.
#[utoipa::path(get, path = "/api/entry/{entry}/photo/{sha256}", params(("entry" = EntryId, Path), ("sha256" = String, Path)), responses((status = 200), (status = 401), (status = 404)))]
pub async fn show(
    State(office): State<Office>,
    signed: Signed,
    Path((entry, sha256)): Path<(EntryId, String)>,
) -> Result<Response, Problem> {
    let Some(Row::Entry(entry)) = office.db.row(Key::from(entry)).await? else { return Err(Problem::not_found()) };
    if !entry.photos.iter().any(|photo| photo.sha256 == sha256) || !may_read(&office, signed.employee, &entry).await? {
        return Err(Problem::not_found());
    }
    let photo = office.db.photo(entry.owner, &sha256).await?.ok_or_else(Problem::not_found)?;
    if !photo.mime.starts_with("image/") {
        // A document that an entry calls a photo is not shown.
        return Err(Problem::not_found());
    }
    let headers = [(header::CONTENT_TYPE, photo.mime), (header::CACHE_CONTROL, "private, max-age=3600".to_owned())];
    Ok((headers, photo.bytes.into_inner()).into_response())
}
