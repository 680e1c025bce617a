//! Documents of an entry: handed out as a file to be kept, never shown, to the same people as photos. How they come is in
//! [`super::parcel`].

use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use shared::entry::FileKind;
use shared::ids::EntryId;
use shared::row::{Key, Row};

use super::access::may_read;
use super::problem::Problem;
use super::session::Signed;
use crate::office::Office;

/// Hands out a document of an entry, if its owner has sent its bytes. Its kind is what its bytes say.
///
/// # Errors
/// Not found: no such entry for this person, or the document is still on its way.
#[utoipa::path(get, path = "/api/entry/{entry}/file/{sha256}", params(("entry" = EntryId, Path), ("sha256" = String, Path)), responses((status = 200), (status = 401), (status = 404)))]
pub async fn hand_out(
    State(office): State<Office>,
    signed: Signed,
    Path((entry, sha256)): Path<(EntryId, String)>,
) -> Result<Response, Problem> {
    let Some(Row::Entry(entry)) = office.db.row(Key::from(entry)).await? else { return Err(Problem::not_found()) };
    let named = entry.more.files.iter().find(|file| file.sha256 == sha256).ok_or_else(Problem::not_found)?;
    if !may_read(&office, signed.employee, &entry).await? {
        return Err(Problem::not_found());
    }
    let kept = office.db.photo(entry.owner, &sha256).await?.ok_or_else(Problem::not_found)?;
    let bytes = kept.bytes.into_inner();
    // Whoever calls a photo a document gets no page out of it.
    let kind = FileKind::of(&bytes).ok_or_else(Problem::not_found)?;
    let headers = [
        (header::CONTENT_TYPE, kind.mime().to_owned()),
        (header::CONTENT_DISPOSITION, attachment(&kind.named(&named.name))),
        (header::CACHE_CONTROL, "private, max-age=3600".to_owned()),
    ];
    Ok((headers, bytes).into_response())
}

/// The header that says: keep it, under this name (RFC 6266, with the name as RFC 8187 writes it).
fn attachment(name: &str) -> String {
    let plain: String = name
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | ' ') { c } else { '_' })
        .collect();
    let coded: String = name
        .bytes()
        .map(|b| {
            if b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b'_') {
                char::from(b).to_string()
            } else {
                format!("%{b:02X}")
            }
        })
        .collect();
    format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{coded}")
}

#[cfg(test)]
mod tests {
    use super::attachment;

    #[test]
    fn a_name_breaks_out_of_no_header() {
        assert_eq!(
            attachment("rekap \"Juli\"\r\n; é.pdf"),
            "attachment; filename=\"rekap _Juli____ _.pdf\"; filename*=UTF-8''rekap%20%22Juli%22%0D%0A%3B%20%C3%A9.pdf"
        );
    }
}
