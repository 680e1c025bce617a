//! Photos travel apart from their entries, in slices, named by the hash of their bytes.

use js_sys::Uint8Array;
use shared::ids::EmployeeId;
use shared::sync::parcel::Heard;

use super::fetch::{Answer, Failure, Question};

/// A slice over a weak line takes its time.
const WAIT_MS_MAX: u32 = 90_000;

/// Where a photo of this person is sent. The office takes it only from a session of theirs.
fn path(owner: EmployeeId, sha256: &str) -> String {
    ["/api/photo/", sha256, "?owner=", &owner.to_string()].concat()
}

/// Asks how much of it the office has.
pub(crate) async fn ask(owner: EmployeeId, sha256: &str) -> Heard {
    heard(Question { method: "HEAD", ..Question::get(&path(owner, sha256)) }.hear().await)
}

/// Sends its bytes from here to there.
pub(crate) async fn send(owner: EmployeeId, sha256: &str, bytes: &Uint8Array, from: u32, to: u32) -> Heard {
    let body = Some(("application/offset+octet-stream", bytes.subarray(from, to).into()));
    let head = &[("upload-offset", from), ("upload-length", bytes.length())];
    let path = path(owner, sha256);
    heard(Question { method: "PATCH", path: &path, body, head, wait_ms_max: WAIT_MS_MAX }.hear().await)
}

/// Only an answer of ours counts ([`super::fetch`]); only 201, or a length to the question, says that all of it is there.
fn heard(answer: Result<Answer, Failure>) -> Heard {
    let answer = match answer {
        Ok(answer) => answer,
        Err(failure) => return Heard::Failed(failure.fault),
    };
    match (answer.status, answer.number("upload-offset")) {
        (201, _) => Heard::Whole,
        (200, Some(_)) if answer.number("upload-length").is_some() => Heard::Whole,
        (200 | 204 | 409, Some(has)) => Heard::Has(has),
        (422, _) => Heard::Damaged,
        _ => Heard::Failed(answer.failure().fault),
    }
}
