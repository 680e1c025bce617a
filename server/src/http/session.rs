//! Signing in and out, and who is there.

use axum::Json;
use axum::extract::{FromRequestParts, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{AppendHeaders, IntoResponse, Response};
use chrono::TimeDelta;
use serde::Deserialize;
use shared::ids::EmployeeId;
use shared::nip::Nip;
use shared::row::{ClaimKind, Key, Row};
use shared::sync::wire::Me;
use utoipa::ToSchema;

use super::problem::Problem;
use super::{access, browser, push, tv};
use crate::auth::{new_token, token_hash};
use crate::clock;
use crate::db::session::StoredSession;
use crate::office::Office;
use crate::push::devices;

/// `__Host-` ties the cookie to this host, to the whole path and to a secure line.
const COOKIE: &str = "__Host-teladan";
/// Days until everybody must sign in again, counted from signing in.
const SESSION_DAYS: i64 = 30;

/// Somebody with a running session.
#[derive(Clone, Debug)]
pub struct Signed {
    /// Who.
    pub employee: EmployeeId,
    /// Under which name their session is kept.
    pub session: String,
    /// Under which name the browser is remembered that they use, if it has been marked.
    pub browser: Option<String>,
}

impl FromRequestParts<Office> for Signed {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, office: &Office) -> Result<Self, Problem> {
        let token = cookie(&parts.headers, COOKIE).ok_or_else(|| nobody(&parts.headers))?;
        let session = token_hash(token);
        let employee = running(office, &session).await?.ok_or_else(Problem::signed_out)?;
        Ok(Self { employee, session, browser: browser::name(&parts.headers) })
    }
}

/// Whose session this is, if it still runs.
///
/// # Errors
/// The database is out of reach.
pub async fn running(office: &Office, session: &str) -> Result<Option<EmployeeId>, Problem> {
    let stored = office.db.session(session).await?;
    Ok(stored.filter(|stored| stored.until > clock::now()).and_then(|stored| stored.employee.parse().ok()))
}

/// The cookie of this name.
pub(super) fn cookie<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let all = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    all.flat_map(|line| line.split(';')).find_map(|pair| pair.trim().strip_prefix(name)?.strip_prefix('='))
}

/// Nobody is signed in; a television is told that there is nothing else for it.
fn nobody(headers: &HeaderMap) -> Problem {
    if tv::cookie(headers).is_some() { Problem::not_found() } else { Problem::signed_out() }
}

fn set_cookie(token: &str, seconds: i64) -> Result<HeaderValue, Problem> {
    let text = format!("{COOKIE}={token}; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age={seconds}");
    HeaderValue::from_str(&text).map_err(|_| Problem::busy())
}

/// What a person types to sign in.
#[derive(Deserialize, ToSchema)]
pub struct SignIn {
    /// 18 digits, spaces and dots allowed.
    nip: String,
    /// The password.
    password: String,
}

/// Signs in.
///
/// # Errors
/// NIP and password do not fit; too many tries.
#[utoipa::path(post, path = "/api/session", request_body = SignIn, responses((status = 201), (status = 401), (status = 429)))]
pub async fn sign_in(
    State(office): State<Office>,
    headers: HeaderMap,
    Json(typed): Json<SignIn>,
) -> Result<Response, Problem> {
    let nip = Nip::parse(&typed.nip).map_err(|_| Problem::wrong_password())?;
    // Counted before anybody looks, so that guesses sent all at once are not all looked at.
    office.brake.begin(nip.digits()).map_err(Problem::slow_down)?;
    let opened = open(&office, &nip, typed.password).await;
    if opened.is_err() {
        office.brake.taken_back(nip.digits());
    }
    let Opened { employee, token } = opened?.ok_or_else(Problem::wrong_password)?;
    office.brake.succeeded(nip.digits());
    if let Some(browser) = browser::name(&headers) {
        devices::signed_in(&office.db, employee, &browser, &token_hash(&token)).await?;
    }
    let me = describe(&office, employee, browser::name(&headers).as_deref()).await?;
    let cookies = [set_cookie(&token, SESSION_DAYS * 24 * 3600)?, browser::mark(&headers)?];
    let cookies = cookies.map(|cookie| (header::SET_COOKIE, cookie));
    Ok((StatusCode::CREATED, AppendHeaders(cookies), Json(me)).into_response())
}

/// A session that has just begun.
struct Opened {
    employee: EmployeeId,
    token: String,
}

/// Opens a session if the password fits; none if it does not, or fits no longer when it has been looked at: whoever waited for their
/// turn while the account got another password would else come in by the old one.
async fn open(office: &Office, nip: &Nip, password: String) -> Result<Option<Opened>, Problem> {
    let account = account_of(office, nip).await?;
    let hash = match &account {
        Some((account, _)) => office.db.credential(account).await?,
        None => None,
    };
    let fits = office.passwords.fits(password, hash.clone()).await?;
    let (Some((account, employee)), Some(hash), true) = (account, hash, fits) else { return Ok(None) };
    let token = new_token().map_err(|_| Problem::busy())?;
    let until = clock::now() + TimeDelta::days(SESSION_DAYS);
    let session = StoredSession { employee: employee.to_string(), until };
    let opened = office.db.sign_in((&account, &hash), &token_hash(&token), session).await?;
    Ok(opened.then_some(Opened { employee, token }))
}

async fn account_of(office: &Office, nip: &Nip) -> Result<Option<(String, EmployeeId)>, Problem> {
    match office.db.held(ClaimKind::Nip, nip.digits()).await? {
        Some(Row::Account(account)) => Ok(Some((account.id.to_string(), account.employee))),
        _ => Ok(None),
    }
}

/// Signs out: the session ends for good, also for whoever may have copied its cookie.
///
/// # Errors
/// The database is out of reach.
#[utoipa::path(delete, path = "/api/session", responses((status = 204), (status = 401)))]
pub async fn sign_out(State(office): State<Office>, signed: Signed) -> Result<Response, Problem> {
    push::left(&office, &signed).await?;
    office.db.close_session(&signed.session).await?;
    Ok((StatusCode::NO_CONTENT, [(header::SET_COOKIE, set_cookie("", 0)?)]).into_response())
}

/// Who is signed in. A browser that signed in before there were marks gets one.
///
/// # Errors
/// Nobody is.
#[utoipa::path(get, path = "/api/me", responses((status = 200, body = Me), (status = 401)))]
pub async fn me(State(office): State<Office>, signed: Signed, headers: HeaderMap) -> Result<Response, Problem> {
    let me = Json(describe(&office, signed.employee, signed.browser.as_deref()).await?);
    if signed.browser.is_some() {
        return Ok(me.into_response());
    }
    Ok(([(header::SET_COOKIE, browser::mark(&headers)?)], me).into_response())
}

/// The person, their unit and their superior: what the rules on the phone need, and no more.
async fn describe(office: &Office, who: EmployeeId, browser: Option<&str>) -> Result<Me, Problem> {
    let Some(Row::Employee(employee)) = office.db.row(Key::from(who)).await? else { return Err(Problem::signed_out()) };
    let mut keys = vec![Key::from(employee.unit)];
    keys.extend(employee.superior.map(Key::from));
    let mut rows = vec![Row::Employee(employee)];
    rows.append(&mut office.db.rows(&keys).await?);
    let boards = access::boards(office, who).await?;
    let known = browser::known(office, browser, who).await?;
    let admin = access::admin_of(office, who).await?;
    Ok(Me { rows, employee: who, boards, admin, known, server_time: clock::now() })
}
