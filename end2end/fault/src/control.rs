//! The control port, plain HTTP for this machine only. `end2end/support/proxy.ts` is who speaks to it.
//!
//! ```text
//! POST   /open | /cut | /break        the line is whole; is gone; breaks what is open
//! POST   /rules                       a rule in JSON: {"what": …, "method"?, "path"?, "times"?}; answers {"id": …}
//! GET    /rules/{id}/caught?count=N   answers when the rule has done its work N times
//! DELETE /rules/{id}                  lifts the rule; what it holds goes on
//! GET    /asked                       the browser's questions, and how long their bodies were
//! GET    /passed                      the server's answers that went straight through
//! ```

use std::sync::Arc;
use std::sync::atomic::Ordering;

use bytes::Bytes;
use http_body_util::{BodyExt, Full};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Method, Request, Response, StatusCode};
use hyper_util::rt::TokioIo;
use serde_json::{Value, json};
use tokio::net::TcpListener;

use crate::carry::{Asked, Carrier, Passed};
use crate::line::Line;

/// The controls: the line, and the one who carries on it.
pub(crate) struct Control {
    pub(crate) line: Line,
    pub(crate) carrier: Arc<Carrier>,
}

/// Why an order was not carried out, in words for whoever writes the test.
type Wrong = (StatusCode, String);

/// Takes orders until the program ends.
pub(crate) async fn listens(control: Arc<Control>, listener: TcpListener) {
    loop {
        let Ok((stream, _)) = listener.accept().await else { continue };
        let control = Arc::clone(&control);
        let service = service_fn(move |order| {
            let control = Arc::clone(&control);
            async move { Ok::<_, std::convert::Infallible>(control.answers(order).await) }
        });
        tokio::spawn(http1::Builder::new().serve_connection(TokioIo::new(stream), service));
    }
}

impl Control {
    async fn answers(&self, order: Request<Incoming>) -> Response<Full<Bytes>> {
        let (status, value) = match self.carries_out(order).await {
            Ok(value) => (StatusCode::OK, value),
            Err((status, words)) => (status, json!({ "wrong": words })),
        };
        let mut answer = Response::new(Full::from(value.to_string()));
        *answer.status_mut() = status;
        answer
    }

    async fn carries_out(&self, order: Request<Incoming>) -> Result<Value, Wrong> {
        let (head, incoming) = order.into_parts();
        let steps: Vec<&str> = head.uri.path().split('/').skip(1).collect();
        match (&head.method, steps.as_slice()) {
            (&Method::POST, ["open"]) => self.line.opens().await.map_err(internal)?,
            (&Method::POST, ["cut"]) => self.line.is_cut().await.map_err(internal)?,
            (&Method::POST, ["break"]) => self.line.breaks().await,
            (&Method::POST, ["rules"]) => return self.adds(&incoming.collect().await.map_err(internal)?.to_bytes()),
            (&Method::GET, ["rules", id, "caught"]) => return self.waits(id, head.uri.query()).await,
            (&Method::DELETE, ["rules", id]) => return Ok(json!({ "lifted": self.carrier.book.lifts(number(id)?) })),
            (&Method::GET, ["asked"]) => return Ok(self.carrier.asked().iter().map(wanted).collect()),
            (&Method::GET, ["passed"]) => return Ok(self.carrier.passed().iter().map(told).collect()),
            _ => return Err((StatusCode::NOT_FOUND, format!("no such order: {} {}", head.method, head.uri))),
        }
        Ok(json!({}))
    }

    fn adds(&self, wish: &[u8]) -> Result<Value, Wrong> {
        let wish = serde_json::from_slice(wish).map_err(unreadable)?;
        let rule = self.carrier.book.adds(wish).map_err(unreadable)?;
        Ok(json!({ "id": rule.id }))
    }

    async fn waits(&self, id: &str, query: Option<&str>) -> Result<Value, Wrong> {
        let missing = || (StatusCode::NOT_FOUND, format!("no rule {id}"));
        let rule = self.carrier.book.find(number(id)?).ok_or_else(missing)?;
        let count = query.and_then(|query| query.strip_prefix("count=")).map_or(Ok(1), number)?;
        Ok(json!({ "caught": rule.has_caught(count).await }))
    }
}

fn wanted(asked: &Asked) -> Value {
    json!({ "method": asked.method, "path": asked.path, "bytes": asked.bytes })
}

fn told(passed: &Passed) -> Value {
    let Passed { method, path, status, bytes } = passed;
    json!({ "method": method, "path": path, "status": status, "bytes": bytes.load(Ordering::Relaxed) })
}

fn number(text: &str) -> Result<u64, Wrong> {
    text.parse().map_err(unreadable)
}

fn unreadable(error: impl std::fmt::Display) -> Wrong {
    (StatusCode::BAD_REQUEST, error.to_string())
}

fn internal(error: impl std::fmt::Display) -> Wrong {
    (StatusCode::INTERNAL_SERVER_ERROR, error.to_string())
}
