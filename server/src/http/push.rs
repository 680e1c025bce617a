//! Notices on this device while the app is closed: what it has asked for, asking, and taking it back. An address goes in and never comes out.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use shared::push::{Standing, Subscribe, Wishes};

use super::problem::Problem;
use super::session::Signed;
use crate::clock;
use crate::office::Office;
use crate::push::{address, devices};

/// Under which name the device is kept: the browser's mark, or its session where there is none.
fn device(signed: &Signed) -> &str {
    signed.browser.as_deref().unwrap_or(&signed.session)
}

/// What this device has asked for, and the office's key. Without a key this office tells nobody anything.
///
/// # Errors
/// Nobody is signed in.
#[utoipa::path(get, path = "/api/push", responses((status = 200, body = Standing), (status = 401)))]
pub async fn standing(State(office): State<Office>, signed: Signed) -> Result<Json<Standing>, Problem> {
    let devices = office.db.push_devices(signed.employee).await?;
    let this = devices.into_iter().find(|known| known.name == device(&signed));
    let wishes = this.map_or(Wishes::default(), |known| Wishes { remind: known.remind, news: known.news });
    Ok(Json(Standing { key: office.push.as_ref().map(|push| push.public_key()), wishes }))
}

/// Asks for notices on this device, or for others than before.
///
/// # Errors
/// Nobody is signed in; this office tells nobody anything; the address is not that of a known push service; too many changes.
#[utoipa::path(put, path = "/api/push", request_body = Subscribe, responses((status = 204), (status = 400), (status = 401), (status = 409), (status = 429)))]
pub async fn subscribe(
    State(office): State<Office>,
    signed: Signed,
    Json(sent): Json<Subscribe>,
) -> Result<StatusCode, Problem> {
    let push = office.push.as_ref().ok_or_else(off)?;
    let name = signed.employee.to_string();
    push.brake.begin(&name).map_err(Problem::slow_down)?;
    address::check(&sent, push.hosts()).map_err(|_| strange())?;
    let now = clock::now();
    devices::keep(&office.db, signed.employee, device(&signed), &signed.session, sent, now).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// This device wants no notices any more.
///
/// # Errors
/// Nobody is signed in.
#[utoipa::path(delete, path = "/api/push", responses((status = 204), (status = 401)))]
pub async fn unsubscribe(State(office): State<Office>, signed: Signed) -> Result<StatusCode, Problem> {
    devices::forget(&office.db, signed.employee, device(&signed)).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Somebody signs out here: the device rings no longer.
pub(super) async fn left(office: &Office, signed: &Signed) -> Result<(), Problem> {
    Ok(devices::forget(&office.db, signed.employee, device(signed)).await?)
}

fn off() -> Problem {
    Problem::new(
        StatusCode::CONFLICT,
        "push_off",
        "Kantor ini tidak mengirim pemberitahuan. Kabar baru tetap ada di halaman Kabar.",
        "This office sends no notifications. News is still on the page Kabar.",
    )
}

fn strange() -> Problem {
    Problem::new(
        StatusCode::BAD_REQUEST,
        "push_address_unknown",
        "Layanan pemberitahuan peramban ini tidak dikenal kantor. Kabar baru tetap ada di halaman Kabar.",
        "The office does not know this browser's notification service. News is still on the page Kabar.",
    )
}
