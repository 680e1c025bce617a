//! The app's files. Names with a hash may be kept for ever; the page itself and the service worker are asked for each time.

use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::response::{IntoResponse, Response};

use crate::assets::{Asset, content_type};
use crate::office::Office;

/// Addresses that the app itself draws: its page answers to them.
const PAGES: &[&str] = &[
    "/",
    "/masuk",
    "/catat",
    "/kabar",
    "/antrean",
    "/buku",
    "/rencana",
    "/papan",
    "/papan/kota",
    "/saya",
    "/tv",
    "/tinjau",
    "/dialog",
    "/tim",
];

/// A file of the app, or its page.
pub async fn file(State(office): State<Office>, request: Request) -> Response {
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return StatusCode::METHOD_NOT_ALLOWED.into_response();
    }
    let path = request.uri().path();
    let name = if is_page(path) { "/index.html" } else { path };
    match office.assets.get(name) {
        Some(asset) => answer(name, asset, request.headers()),
        None if office.assets.is_empty() => {
            (StatusCode::NOT_FOUND, "Aplikasi belum dibangun: cargo xtask build\n").into_response()
        }
        None => (StatusCode::NOT_FOUND, "Tidak ditemukan\n").into_response(),
    }
}

fn is_page(path: &str) -> bool {
    let one_of_many = ["/catatan/", "/orang/", "/kelola/", "/dialog/", "/rencana/", "/tim/"]
        .iter()
        .any(|start| path.starts_with(start));
    one_of_many || PAGES.contains(&path) || path == "/kelola"
}

fn answer(name: &str, asset: &Asset, asked: &HeaderMap) -> Response {
    let accepts = |coding: &str| {
        let takes = asked.get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or_default();
        takes.split(',').any(|one| one.split(';').next().map(str::trim) == Some(coding))
    };
    let (bytes, coding) = match (&asset.br, &asset.gz) {
        (Some(br), _) if accepts("br") => (br, Some("br")),
        (_, Some(gz)) if accepts("gzip") => (gz, Some("gzip")),
        _ => (&asset.plain, None),
    };
    let keep = if name.starts_with("/assets/") { "public, max-age=31536000, immutable" } else { "no-cache" };
    let mut response = bytes.clone().into_owned().into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(content_type(name)));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(keep));
    headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    if let Some(coding) = coding {
        headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static(coding));
    }
    response
}
