//! Answers that the server has not given: a hotel's page, or words that the office might say.

use http_body_util::BodyExt;
use hyper::body::Incoming;
use hyper::{Request, Response, header};
use serde_json::{Value, json};

use crate::body::{self, Answer};
use crate::broken::Broken;

const PORTAL: &str = "<!doctype html><title>WiFi Hotel</title><h1>Selamat datang di WiFi Hotel</h1>\
    <form><button>Sambungkan</button></form>";

/// Somebody else's page, with status 200.
pub(crate) async fn portal(question: Request<Incoming>) -> Result<Response<Answer>, Broken> {
    question.into_body().collect().await?;
    let answer = Response::builder().header(header::CONTENT_TYPE, "text/html; charset=utf-8");
    Ok(answer.body(body::whole(PORTAL))?)
}

/// What the office says when a session is over.
pub(crate) async fn signed_out(question: Request<Incoming>) -> Result<Response<Answer>, Broken> {
    let words = json!({
        "code": "signed_out",
        "id": "Masuk lagi untuk melanjutkan. Yang tersimpan di HP tetap aman.",
        "en": "Sign in again to go on. What is saved on this phone stays safe.",
    });
    say(question, 401, &words).await
}

/// The office's mark, this status, and this JSON.
pub(crate) async fn say(question: Request<Incoming>, status: u16, said: &Value) -> Result<Response<Answer>, Broken> {
    question.into_body().collect().await?;
    let answer = Response::builder()
        .status(status)
        .header("x-teladan", "1")
        .header(header::CACHE_CONTROL, "no-store")
        .header(header::CONTENT_TYPE, "application/json");
    Ok(answer.body(body::whole(said.to_string()))?)
}
