//! What stands in the address of a citizen's page, and every way in which such a page is answered.

use std::convert::Infallible;
use std::fmt::Display;

use axum::RequestPartsExt;
use axum::extract::{FromRequestParts, Path, Query};
use axum::http::request::Parts;
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use maud::Markup;
use shared::counter::{Counter, is_code};
use shared::response::Response as Answer;
use shared::words::Language;

use super::field::Typed;
use super::page::{self, Frame, Trouble};
use super::{reference, words};
use crate::office::Office;

/// Seconds after which it is worth trying again.
const RETRY_SECONDS: u32 = 5;

/// Somebody at a counter's page.
#[derive(Clone, Debug)]
pub(super) struct Visit {
    /// The counter's code, however it was typed; none if it cannot be one.
    code: Option<String>,
    language: Language,
    reference: Option<String>,
}

impl<S: Send + Sync> FromRequestParts<S> for Visit {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        let code = parts.extract::<Path<String>>().await.map_or(String::new(), |Path(code)| code.to_ascii_uppercase());
        let query = parts.extract::<Query<Vec<(String, String)>>>().await.map_or(Vec::new(), |Query(query)| query);
        let asked = |name: &str| query.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value);
        Ok(Self {
            code: is_code(&code).then_some(code),
            language: words::asked(asked("bahasa")),
            reference: reference::read(asked("kode")),
        })
    }
}

impl Visit {
    /// The counter's code.
    pub(super) fn code(&self) -> Option<&str> {
        self.code.as_deref()
    }

    /// The code of an answer.
    pub(super) fn reference(&self) -> Option<&str> {
        self.reference.as_deref()
    }

    /// The form, empty.
    pub(super) fn question(&self, office: &Office, counter: &Counter) -> Response {
        reply(StatusCode::OK, &page::form(self.frame(office, Some(counter)), &Typed::fresh(), None))
    }

    /// The form once more, with what was typed and a sentence.
    pub(super) fn again(
        &self,
        office: &Office,
        counter: Option<&Counter>,
        typed: &Typed,
        status: StatusCode,
        trouble: Trouble,
    ) -> Response {
        reply(status, &page::form(self.frame(office, counter), typed, Some(trouble)))
    }

    /// The form once more: this counter is flooded.
    pub(super) fn too_many(&self, office: &Office, counter: &Counter, typed: &Typed, seconds: u32) -> Response {
        later(self.again(office, Some(counter), typed, StatusCode::TOO_MANY_REQUESTS, Trouble::Busy), seconds)
    }

    /// The form once more: it could not be kept. The journal hears why, and nothing of what was typed.
    pub(super) fn not_kept(
        &self,
        office: &Office,
        counter: Option<&Counter>,
        typed: &Typed,
        why: &dyn Display,
    ) -> Response {
        tracing::warn!(code = self.code(), %why, "a citizen's answer was not kept");
        let status = StatusCode::SERVICE_UNAVAILABLE;
        later(self.again(office, counter, typed, status, Trouble::Away), RETRY_SECONDS)
    }

    /// On to the thanks. Another page, so that reloading it sends nothing again.
    pub(super) fn to_thanks(&self, reference: &str) -> Response {
        let language = if self.language == Language::En { "&bahasa=en" } else { "" };
        let code = self.code().unwrap_or_default();
        apart(Redirect::to(&format!("/f/{code}/terima-kasih?kode={reference}{language}")).into_response())
    }

    /// Thanks.
    pub(super) fn thanked(&self, office: &Office, counter: &Counter, answer: &Answer) -> Response {
        reply(StatusCode::OK, &page::thanks(self.frame(office, Some(counter)), answer.score, &answer.reference))
    }

    /// Nobody has answered under this code here.
    pub(super) fn no_such_answer(&self, office: &Office, counter: &Counter) -> Response {
        let frame = self.frame(office, Some(counter));
        reply(StatusCode::NOT_FOUND, &page::notice(frame, words::NO_ANSWER, words::NO_ANSWER_WHY, Some(words::OPEN)))
    }

    /// There is no such counter.
    pub(super) fn unknown(&self, office: &Office) -> Response {
        let frame = self.frame(office, None);
        reply(StatusCode::NOT_FOUND, &page::notice(frame, words::UNKNOWN, words::UNKNOWN_WHY, None))
    }

    /// The page cannot be made now.
    pub(super) fn away(&self, office: &Office, why: &dyn Display) -> Response {
        tracing::warn!(code = self.code(), %why, "a citizen's page could not be made");
        let page = page::notice(self.frame(office, None), words::AWAY, words::AWAY_WHY, Some(words::TRY_AGAIN));
        later(reply(StatusCode::SERVICE_UNAVAILABLE, &page), RETRY_SECONDS)
    }

    /// What was sent is too large or no form.
    pub(super) fn not_a_form(&self, office: &Office, status: StatusCode) -> Response {
        let (what, why) = if status == StatusCode::PAYLOAD_TOO_LARGE {
            (words::TOO_LARGE, words::TOO_LARGE_WHY)
        } else {
            (words::NOT_A_FORM, words::NOT_A_FORM_WHY)
        };
        reply(status, &page::notice(self.frame(office, None), what, why, Some(words::OPEN)))
    }

    fn frame<'a>(&'a self, office: &'a Office, counter: Option<&'a Counter>) -> Frame<'a> {
        let (style, sign) = (office.assets.address("warga.css"), office.assets.address("tanda.svg"));
        Frame { language: self.language, code: self.code(), counter, style, sign }
    }
}

fn reply(status: StatusCode, page: &Markup) -> Response {
    apart((status, [(header::CONTENT_TYPE, "text/html; charset=utf-8")], page.0.clone()).into_response())
}

fn later(mut response: Response, seconds: u32) -> Response {
    response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    response
}

/// Not kept by the phone that the next visitor may borrow, and not found by a search engine.
fn apart(mut response: Response) -> Response {
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(HeaderName::from_static("x-robots-tag"), HeaderValue::from_static("noindex"));
    response
}
