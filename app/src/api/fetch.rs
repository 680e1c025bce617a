//! One question and its answer. Every answer of ours carries `x-teladan`; one without it is somebody else's (a hotel's
//! portal, a proxy's error page) and counts as no answer at all.

use serde::Serialize;
use serde::de::DeserializeOwned;
use shared::sync::line::Fault;
use shared::words::Spoken;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, Headers, RequestCache, RequestCredentials, RequestInit, Response};

use crate::json;

/// Longest wait for an answer, with its body.
pub(super) const WAIT_MS_MAX: u32 = 15_000;

/// Why there is no answer to use, with the office's own words when it had some.
#[derive(Clone, Debug)]
pub(crate) struct Failure {
    /// Offline, later, or never.
    pub(crate) fault: Fault,
    /// What the office said.
    pub(crate) said: Option<Spoken>,
}

impl From<Fault> for Failure {
    fn from(fault: Fault) -> Self {
        Self { fault, said: None }
    }
}

/// What is asked.
pub(super) struct Question<'a> {
    pub(super) method: &'a str,
    pub(super) path: &'a str,
    pub(super) body: Option<(&'a str, JsValue)>,
    /// Numbers in the head.
    pub(super) head: &'a [(&'a str, u32)],
    pub(super) wait_ms_max: u32,
}

impl<'a> Question<'a> {
    pub(super) fn get(path: &'a str) -> Self {
        Self { method: "GET", path, body: None, head: &[], wait_ms_max: WAIT_MS_MAX }
    }

    pub(super) fn post(path: &'a str, body: &impl Serialize) -> Self {
        Self::post_text(path, &serde_json::to_string(body).unwrap_or_default())
    }

    /// What is JSON already.
    pub(super) fn post_text(path: &'a str, text: &str) -> Self {
        let body = Some(("application/json", JsValue::from_str(text)));
        Self { method: "POST", path, body, head: &[], wait_ms_max: WAIT_MS_MAX }
    }

    /// The answer's text.
    pub(super) async fn ask(self) -> Result<String, Failure> {
        let answer = self.hear().await?;
        if (200..300).contains(&answer.status) { Ok(answer.text) } else { Err(answer.failure()) }
    }

    /// The answer, whatever it says.
    pub(super) async fn hear(self) -> Result<Answer, Failure> {
        let abort = AbortController::new().map_err(|_| Fault::Offline)?;
        let patience = {
            let abort = abort.clone();
            gloo_timers::callback::Timeout::new(self.wait_ms_max, move || abort.abort())
        };
        let answer = self.exchange(&abort).await;
        drop(patience);
        answer.ok_or_else(|| Fault::Offline.into())
    }

    async fn exchange(&self, abort: &AbortController) -> Option<Answer> {
        let init = RequestInit::new();
        init.set_method(self.method);
        init.set_credentials(RequestCredentials::SameOrigin);
        init.set_cache(RequestCache::NoStore);
        init.set_signal(Some(&abort.signal()));
        if let Some((mime, body)) = &self.body {
            let headers = Headers::new().ok()?;
            headers.set("content-type", mime).ok()?;
            for (name, number) in self.head {
                headers.set(name, &number.to_string()).ok()?;
            }
            init.set_headers_headers(&headers);
            init.set_body(body);
        }
        let promise = web_sys::window()?.fetch_with_str_and_init(self.path, &init);
        let answer: Response = JsFuture::from(promise).await.ok()?.dyn_into().ok()?;
        answer.headers().get("x-teladan").ok()??;
        let text = JsFuture::from(answer.text().ok()?).await.ok()?;
        Some(Answer { status: answer.status(), head: answer.headers(), text: text.as_string()? })
    }
}

/// An answer of ours.
pub(super) struct Answer {
    pub(super) status: u16,
    head: Headers,
    text: String,
}

impl Answer {
    /// A number in its head.
    pub(super) fn number(&self, name: &str) -> Option<u32> {
        self.head.get(name).ok()??.parse().ok()
    }

    /// What it means when it is no success.
    pub(super) fn failure(&self) -> Failure {
        let said: Option<Spoken> = json::read(&self.text);
        let fault = match self.status {
            401 if said.as_ref().is_none_or(|said| said.code != "wrong_password") => Fault::SignedOut,
            429 | 500.. => Fault::Busy,
            _ => Fault::Refused { reason: said.clone().unwrap_or_else(unreadable) },
        };
        Failure { fault, said }
    }
}

/// Reads the answer.
pub(super) fn read<T: DeserializeOwned>(text: &str) -> Result<T, Failure> {
    json::read(text).ok_or_else(|| Fault::Refused { reason: unreadable() }.into())
}

fn unreadable() -> Spoken {
    Spoken {
        code: "answer_unreadable".to_owned(),
        id: "Jawaban kantor belum dimengerti aplikasi ini. Muat ulang untuk memperbarui; yang tersimpan di HP tetap aman."
            .to_owned(),
        en: "This app does not understand the office's answer. Reload to update; what is saved on this phone is safe.".to_owned(),
    }
}
