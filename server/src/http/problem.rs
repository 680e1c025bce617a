//! How a door says no: a status, a code, and a sentence in each language.

use axum::Json;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use shared::refusal::Refusal;
use shared::words::Spoken;

use crate::auth::PasswordError;
use crate::db::DbError;

/// A door's no.
#[derive(Clone, Debug)]
pub struct Problem {
    status: StatusCode,
    spoken: Spoken,
    retry_seconds: Option<u32>,
}

impl Problem {
    /// With this status, code and sentences.
    #[must_use]
    pub fn new(status: StatusCode, code: &str, id: &str, en: &str) -> Self {
        let spoken = Spoken { code: code.to_owned(), id: id.to_owned(), en: en.to_owned() };
        Self { status, spoken, retry_seconds: None }
    }

    fn retry_after(mut self, seconds: u32) -> Self {
        self.retry_seconds = Some(seconds);
        self
    }

    /// What may not be seen is answered the same as what is not there.
    #[must_use]
    pub fn not_found() -> Self {
        Self { status: StatusCode::NOT_FOUND, spoken: Refusal::NotFound.spoken(), retry_seconds: None }
    }

    /// What was asked for makes no sense, as the rule says.
    #[must_use]
    pub fn senseless(reason: &Refusal) -> Self {
        Self { status: StatusCode::BAD_REQUEST, spoken: reason.spoken(), retry_seconds: None }
    }

    /// The session is over.
    #[must_use]
    pub fn signed_out() -> Self {
        Self::new(
            StatusCode::UNAUTHORIZED,
            "signed_out",
            "Masuk lagi untuk melanjutkan. Yang tersimpan di HP tetap aman.",
            "Sign in again to go on. What is saved on this phone stays safe.",
        )
    }

    /// The app is newer than this office.
    #[must_use]
    pub fn protocol_unknown() -> Self {
        Self::new(
            StatusCode::BAD_REQUEST,
            "protocol_unknown",
            "Aplikasi ini lebih baru daripada kantornya. Yang tersimpan di HP tetap aman dan terkirim setelah kantor diperbarui.",
            "This app is newer than its office. What is saved on this phone is safe and will be sent when the office is updated.",
        )
    }

    /// NIP or password do not fit. Which of the two is not told.
    #[must_use]
    pub fn wrong_password() -> Self {
        Self::new(
            StatusCode::UNAUTHORIZED,
            "wrong_password",
            "NIP atau kata sandi tidak cocok. Periksa lagi, lalu coba sekali lagi.",
            "NIP or password do not fit. Check both and try again.",
        )
    }

    /// Too many tries.
    #[must_use]
    pub fn slow_down(seconds: u32) -> Self {
        Self::new(
            StatusCode::TOO_MANY_REQUESTS,
            "slow_down",
            "Terlalu banyak percobaan. Tunggu satu menit, lalu coba lagi.",
            "Too many tries. Wait a minute and try again.",
        )
        .retry_after(seconds)
    }

    /// The office is overloaded or its database out of reach.
    #[must_use]
    pub fn busy() -> Self {
        Self::new(
            StatusCode::SERVICE_UNAVAILABLE,
            "busy",
            "Kantor sedang sibuk. Tidak ada yang hilang; akan dicoba lagi sendiri.",
            "The office is busy. Nothing is lost; it will be tried again by itself.",
        )
        .retry_after(5)
    }

    /// The body is not what the door takes.
    #[must_use]
    pub fn unreadable() -> Self {
        Self::new(
            StatusCode::BAD_REQUEST,
            "unreadable_request",
            "Kiriman ini tidak terbaca. Muat ulang aplikasi, lalu coba lagi; yang tersimpan di HP tetap aman.",
            "This request could not be read. Reload the app and try again; what is saved on the phone stays safe.",
        )
    }

    /// The body is larger than the door takes.
    #[must_use]
    pub fn too_large() -> Self {
        Self::new(
            StatusCode::PAYLOAD_TOO_LARGE,
            "too_large",
            "Kiriman ini terlalu besar. Kirim sebagian dulu, atau kecilkan fotonya.",
            "This request is too large. Send part of it first, or make the photo smaller.",
        )
    }

    /// The body has another type than the door takes.
    #[must_use]
    pub fn wrong_type() -> Self {
        Self::new(
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
            "wrong_type",
            "Jenis kiriman ini tidak diterima di sini. Muat ulang aplikasi, lalu coba lagi.",
            "This kind of content is not taken here. Reload the app and try again.",
        )
    }

    /// The bytes of a photo do not have the hash that names them.
    #[must_use]
    pub fn damaged() -> Self {
        Self::new(
            StatusCode::UNPROCESSABLE_ENTITY,
            "hash_mismatch",
            "Foto ini rusak di jalan. Akan dikirim lagi sendiri.",
            "This photo was damaged on its way. It will be sent again by itself.",
        )
    }

    /// A slice of a photo begins elsewhere than the office stands.
    #[must_use]
    pub fn slice_elsewhere() -> Self {
        Self::new(
            StatusCode::CONFLICT,
            "slice_elsewhere",
            "Bagian foto ini tidak menyambung. Akan dilanjutkan sendiri dari bagian yang sudah sampai.",
            "This part of the photo does not connect. It will go on by itself from what has arrived.",
        )
    }

    /// The request comes from another site.
    #[must_use]
    pub fn other_site() -> Self {
        Self::new(
            StatusCode::FORBIDDEN,
            "other_site",
            "Permintaan ini datang dari situs lain dan tidak dijalankan.",
            "This request came from another site and was not carried out.",
        )
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let mut response = (self.status, Json(self.spoken)).into_response();
        if let Some(seconds) = self.retry_seconds {
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        response
    }
}

impl From<DbError> for Problem {
    fn from(error: DbError) -> Self {
        tracing::error!(%error, "database");
        Self::busy()
    }
}

impl From<PasswordError> for Problem {
    fn from(error: PasswordError) -> Self {
        tracing::warn!(%error, "password");
        Self::busy()
    }
}

/// The answer to an API address that does not exist.
pub async fn no_such_door() -> Problem {
    Problem::not_found()
}

/// The answer after a panic: this request failed, the server goes on.
#[must_use]
pub fn panicked(_: Box<dyn std::any::Any + Send + 'static>) -> Response {
    tracing::error!("a door panicked");
    Problem::new(
        StatusCode::INTERNAL_SERVER_ERROR,
        "broken",
        "Ada kesalahan di kantor. Tidak ada yang hilang; coba lagi sebentar.",
        "Something went wrong at the office. Nothing is lost; try again shortly.",
    )
    .into_response()
}
