//! The live line: hints for the person's phone, and for an open board the changes after the reader's cursor.
//!
//! Hints are rung by the bell, for commits of this node at once and for those of others within a second (`watch`); changes are read
//! from the log. A lost ring costs at most one look-by-itself interval.

mod replay;

use std::convert::Infallible;
use std::time::Duration;

use axum::extract::{Query, State};
use axum::http::HeaderMap;
use axum::response::sse::{Event, Sse};
use axum::response::{IntoResponse, Response};
use futures::Stream;
use serde::Deserialize;
use shared::ids::{EmployeeId, TeamId, UnitId};
use shared::scope::Scope;
use shared::sync::wire::{LiveChange, LiveHead};
use tokio::sync::mpsc;

use super::access::{self, Assessed, Open, open_board};
use super::problem::Problem;
use super::session::{Signed, running};
use crate::bell::Heard;
use crate::db::DbError;
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
    /// Or a team across units.
    team: Option<TeamId>,
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
    let board = wanted.unit.map(Scope::Unit).or(wanted.team.map(Scope::Team));
    // Before it is looked what is open, so that all that is written between counts as new.
    let past = match board {
        Some(board) => office.db.heads(&[board]).await?.into_iter().map(|(_, head)| head).max().unwrap_or(0),
        None => 0,
    };
    let only = match board {
        Some(board) => part(&office, signed.employee, board).await?.ok_or_else(Problem::not_found)?.only(),
        None => None,
    };
    let after = last_event(&headers).or(wanted.after).unwrap_or(0);
    let (sender, receiver) = mpsc::channel(BEHIND_MAX);
    let reader = Reader {
        office,
        own: Scope::Own(signed.employee),
        board,
        only,
        past,
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

/// How much of a board is open to somebody.
enum Part {
    Whole,
    Of(Assessed),
}

impl Part {
    fn only(self) -> Option<Assessed> {
        if let Self::Of(only) = self { Some(only) } else { None }
    }
}

/// How much of this board is open to this person today; none: they may not open it.
async fn part(office: &Office, who: EmployeeId, board: Scope) -> Result<Option<Part>, DbError> {
    match board {
        Scope::Unit(unit) => {
            let open = open_board(office, who, unit).await?;
            Ok(open.map(|Open { only, .. }| only.map_or(Part::Whole, Part::Of)))
        }
        Scope::Team(team) => {
            let team = access::team(office, team).await?.filter(|(team, today)| team.is_led_by(who, *today));
            Ok(team.map(|_| Part::Whole))
        }
        Scope::Own(_) | Scope::Office => Ok(None),
    }
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
    /// Whose work alone is told, if not everybody's.
    only: Option<Assessed>,
    /// Where the board's log stood when the line was opened.
    past: u64,
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

    /// Does the session still run, and is the board still open to this person? An acting post may have ended since, or a team.
    async fn may_go_on(&self) -> bool {
        let Ok(Some(who)) = running(&self.office, &self.session).await else { return false };
        let Some(board) = self.board else { return true };
        let part = part(&self.office, who, board).await.ok().flatten();
        // Who has come to lead the unit meanwhile, or has ceased to, comes back and sees the board anew.
        part.is_some_and(|part| part.only().is_some() == self.only.is_some())
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
            if !news.follow(self.cursor) || replay::is_behind(&news, self.cursor, self.past) {
                return self.send("reset", None, &serde_json::json!({}));
            }
            let (count, last) = (news.changes.len(), news.changes.last().map(|change| change.seq));
            let changes = match &self.only {
                Some(_) => news.changes,
                None => replay::still(&self.office, board, self.past, news.changes).await.map_err(|_| End::ComeBack)?,
            };
            for LiveChange { seq, op, at } in changes {
                let told = match &mut self.only {
                    Some(only) => only.told(op, seq <= self.past),
                    None => Some(op),
                };
                if let Some(op) = told {
                    self.send("change", Some(format!("{board}:{seq}")), &LiveChange { seq, op, at })?;
                }
            }
            self.cursor = last.unwrap_or(self.cursor);
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
