//! The citizen's door: `GET /f/{code}` asks how it went, `POST /f/{code}` takes the answer to the one writer, and
//! `GET /f/{code}/terima-kasih` says thanks.
//!
//! Plain HTML forms: no script, no cookie, no account, and nothing is kept of who or from where. Everything a person can do
//! wrong comes back as the same page with a sentence, and with what they typed still in it.

mod face;
mod field;
mod keep;
mod pace;
mod page;
pub(crate) mod reference;
#[cfg(test)]
mod tests;
mod visit;
mod words;

use std::sync::Arc;
use std::time::Instant;

use axum::extract::rejection::FormRejection;
use axum::extract::{DefaultBodyLimit, Form, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use axum::{Extension, Router};
use shared::refusal::Refusal;

use crate::office::Office;
use field::Typed;
use keep::patiently;
use pace::Pace;
use page::Trouble;
use visit::Visit;

/// Bytes of an answer: 500 characters of the widest kind, percent-encoded, and some.
const BODY_BYTES_MAX: usize = 8 * 1024;

/// The citizen's pages, for any office.
pub fn door() -> Router<Office> {
    Router::new()
        .route("/f/{code}", get(show).post(answer))
        .route("/f/{code}/terima-kasih", get(thanks))
        .layer(DefaultBodyLimit::max(BODY_BYTES_MAX))
        .layer(Extension(Arc::new(Pace::default())))
}

/// The question.
async fn show(State(office): State<Office>, visit: Visit) -> Response {
    match patiently(keep::counter(&office, visit.code())).await {
        Ok(Some(counter)) => visit.question(&office, &counter),
        Ok(None) => visit.unknown(&office),
        Err(error) => visit.away(&office, &error),
    }
}

/// An answer.
async fn answer(
    State(office): State<Office>,
    Extension(pace): Extension<Arc<Pace>>,
    visit: Visit,
    form: Result<Form<Vec<(String, String)>>, FormRejection>,
) -> Response {
    let typed = match form {
        Ok(Form(fields)) => Typed::read(fields),
        Err(rejection) => return visit.not_a_form(&office, rejection.status()),
    };
    let counter = match patiently(keep::counter(&office, visit.code())).await {
        Ok(Some(counter)) => counter,
        Ok(None) => return visit.unknown(&office),
        Err(error) => return visit.not_kept(&office, None, &typed, &error),
    };
    let score = match typed.checked() {
        Ok(score) => score,
        Err(refusal) => {
            let trouble = if refusal == Refusal::ScoreUnknown { Trouble::NoFace } else { Trouble::TooLong };
            return visit.again(&office, Some(&counter), &typed, StatusCode::UNPROCESSABLE_ENTITY, trouble);
        }
    };
    if let Err(seconds) = pace.take(counter.id, Instant::now()) {
        return visit.too_many(&office, &counter, &typed, seconds);
    }
    match patiently(keep::leave(&office, counter.id, score, &typed)).await {
        Ok(Some(kept)) => visit.to_thanks(&kept.reference),
        // A no of the writer is for ever, so the next try gets an identity of its own.
        Ok(None) => visit.not_kept(&office, Some(&counter), &typed.anew(), &"refused by the writer"),
        // Perhaps it was kept and only the news was lost: the next try has the same identity, and counts once.
        Err(error) => visit.not_kept(&office, Some(&counter), &typed, &error),
    }
}

/// Thanks. Who holds the code learns which face was chosen, and nothing more.
async fn thanks(State(office): State<Office>, visit: Visit) -> Response {
    let look = async {
        let counter = keep::counter(&office, visit.code()).await?;
        let answer = keep::answer(&office, visit.reference()).await?;
        Ok((counter, answer))
    };
    match patiently(look).await {
        Ok((None, _)) => visit.unknown(&office),
        Ok((Some(counter), answer)) => match answer.filter(|answer| answer.counter == counter.id) {
            Some(answer) => visit.thanked(&office, &counter, &answer),
            None => visit.no_such_answer(&office, &counter),
        },
        Err(error) => visit.away(&office, &error),
    }
}
