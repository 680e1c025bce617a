//! The live line: hints for the person's phone, and for an open board the changes after the reader's cursor.
//!
//! Hints are rung by the bell, for commits of this node at once and for those of others within a second (`watch`); changes are read
//! from the log. A lost ring costs at most one look-by-itself interval.

use std::convert::Infallible;
use std::time::Duration;

use axum::extract::{Query, State};
use axum::http::HeaderMap;
use axum::response::sse::{Event, Sse};
use axum::response::{IntoResponse, Response};
use futures::Stream;
use serde::Deserialize;
use shared::ids::UnitId;
use shared::scope::Scope;
use shared::sync::wire::LiveHead;
use tokio::sync::mpsc;

use super::access::board_unit;
use super::problem::Problem;
use super::session::{Signed, running};
use crate::bell::Heard;
use crate::db::log::CHANGES_MAX;
use crate::office::Office;

/// Seconds between two looks into the log without a ring.
const LOOK_SECONDS: u64 = 15;
/// Seconds between two looks whether the session still runs.
const SESSION_SECONDS: u64 = 60;
/// Seconds between two signs of life.
const SIGN_SECONDS: u64 = 15;
/// Events that a slow reader may fall behind before the line is cut.
const BEHIND_MAX: usize = 256;

/// What the line should carry.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
pub struct Wanted {
    /// A board's unit; without it the line carries hints only.
    unit: Option<UnitId>,
    /// The last change the reader has.
    after: Option<u64>,
}

/// Opens a live line (server-sent events).
///
/// # Errors
/// Nobody is signed in; there is no such board for this person.
#[utoipa::path(get, path = "/api/live", params(Wanted), responses((status = 200, content_type = "text/event-stream"), (status = 401), (status = 404)))]
pub async fn line(
    State(office): State<Office>,
    signed: Signed,
    Query(wanted): Query<Wanted>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let board = match wanted.unit {
        Some(unit) => Some(board_unit(&office, signed.employee, unit).await?.ok_or_else(Problem::not_found)?.id),
        None => None,
    };
    let after = last_event(&headers).or(wanted.after).unwrap_or(0);
    let (sender, receiver) = mpsc::channel(BEHIND_MAX);
    let reader = Reader {
        office,
        own: Scope::Own(signed.employee),
        board: board.map(Scope::Unit),
        cursor: after,
        hinted: None,
        session: signed.session,
        sender,
    };
    tokio::spawn(reader.run());
    Ok(Sse::new(events(receiver)).into_response())
}

fn events(mut receiver: mpsc::Receiver<Event>) -> impl Stream<Item = Result<Event, Infallible>> {
    futures::stream::poll_fn(move |context| receiver.poll_recv(context).map(|event| event.map(Ok)))
}

/// `t:{unit}:{seq}` from a browser that reconnects by itself.
fn last_event(headers: &HeaderMap) -> Option<u64> {
    headers.get("last-event-id")?.to_str().ok()?.rsplit(':').next()?.parse().ok()
}

/// One reader at the other end of a line.
struct Reader {
    office: Office,
    own: Scope,
    board: Option<Scope>,
    cursor: u64,
    hinted: Option<u64>,
    session: String,
    sender: mpsc::Sender<Event>,
}

/// Why a line ends.
enum End {
    /// The reader has gone, or is too slow.
    Gone,
    /// The reader should come back: the server closes or its database is out of reach.
    ComeBack,
}

impl Reader {
    async fn run(mut self) {
        if let Err(End::ComeBack) = self.listen().await {
            self.sender.try_send(Event::default().event("bye").data("{}")).ok();
        }
    }

    async fn listen(&mut self) -> Result<(), End> {
        // Before the first look, so that nothing falls between.
        let mut bell = self.office.bell.listen(std::iter::once(self.own).chain(self.board));
        let closing = self.office.closing.clone();
        self.look().await?;
        let mut look = tokio::time::interval(Duration::from_secs(LOOK_SECONDS));
        let mut session = tokio::time::interval(Duration::from_secs(SESSION_SECONDS));
        let mut sign = tokio::time::interval(Duration::from_secs(SIGN_SECONDS));
        sign.tick().await;
        look.tick().await;
        session.tick().await;
        loop {
            tokio::select! {
                ring = bell.hear() => match ring {
                    Some(Heard::Moved(head)) if head.scope == self.own => self.hint(head.seq)?,
                    // The watch rings once more for what this node has committed itself.
                    Some(Heard::Moved(head)) if head.seq == self.cursor => {}
                    Some(Heard::Moved(_)) => self.changes().await?,
                    Some(Heard::Missed) => self.look().await?,
                    None => return Err(End::ComeBack),
                },
                _ = look.tick() => self.look().await?,
                // A comment would be hidden from the reader by EventSource; an event is not.
                _ = sign.tick() => self.send("beat", None, &serde_json::json!({}))?,
                _ = session.tick() => {
                    if !self.may_go_on().await { return Err(End::ComeBack) }
                }
                () = closing.cancelled() => return Err(End::ComeBack),
                () = self.sender.closed() => return Err(End::Gone),
            }
        }
    }

    /// Does the session still run, and is the board still open to this person? An acting post may have ended since.
    async fn may_go_on(&self) -> bool {
        let Ok(Some(who)) = running(&self.office, &self.session).await else { return false };
        let Some(Scope::Unit(unit)) = self.board else { return true };
        board_unit(&self.office, who, unit).await.is_ok_and(|unit| unit.is_some())
    }

    /// The person's head, then the board's changes.
    async fn look(&mut self) -> Result<(), End> {
        let heads = self.office.db.heads(&[self.own]).await.map_err(|_| End::ComeBack)?;
        for (_, head) in heads {
            self.hint(head)?;
        }
        self.changes().await
    }

    fn hint(&mut self, head: u64) -> Result<(), End> {
        if self.hinted == Some(head) {
            return Ok(());
        }
        self.hinted = Some(head);
        self.send("head", None, &LiveHead { scope: self.own, head })
    }

    /// Everything in the board's log after the cursor, in order.
    async fn changes(&mut self) -> Result<(), End> {
        let Some(board) = self.board else { return Ok(()) };
        loop {
            let news = self.office.db.news(board, self.cursor, &[]).await.map_err(|_| End::ComeBack)?;
            if !news.follow(self.cursor) {
                return self.send("reset", None, &serde_json::json!({}));
            }
            let count = news.changes.len();
            for change in news.changes {
                self.send("change", Some(format!("{board}:{}", change.seq)), &change)?;
                self.cursor = change.seq;
            }
            if count < CHANGES_MAX {
                return Ok(());
            }
        }
    }

    fn send(&self, name: &str, id: Option<String>, data: &impl serde::Serialize) -> Result<(), End> {
        let mut event = Event::default().event(name);
        if let Some(id) = id {
            event = event.id(id);
        }
        let event = event.json_data(data).map_err(|_| End::ComeBack)?;
        self.sender.try_send(event).map_err(|_| End::Gone)
    }
}
