//! The live line of a unit's board: fresh sums whenever something below has moved, at most once a second.
//!
//! The reader is not told what has changed, because the sums are small and the changes of a whole city are not theirs to see.

use std::convert::Infallible;
use std::time::Duration;

use axum::extract::{Path, Query, State};
use axum::response::sse::{Event, Sse};
use axum::response::{IntoResponse, Response};
use shared::ids::UnitId;
use shared::rollup::period::Asked;
use shared::rollup::tree::Tree;
use shared::scope::Scope;
use tokio::sync::mpsc;
use tokio::time::{Instant, MissedTickBehavior, interval, sleep_until};

use super::{Asked as Question, Reader, read};
use crate::bell::{Heard, Listener};
use crate::http::problem::Problem;
use crate::http::session::{Signed, running};
use crate::office::Office;

/// Least time between two sums.
const PAUSE: Duration = Duration::from_secs(1);
/// Of the time, at most one part in so many is spent on one reader's sums.
const SHARE: u32 = 10;
/// Seconds between two looks without a ring: new units, and a new day.
const LOOK_SECONDS: u64 = 15;
/// Seconds between two looks whether the reader still may.
const RIGHT_SECONDS: u64 = 30;
/// Seconds between two signs of life.
const SIGN_SECONDS: u64 = 15;
/// Events that a slow reader may fall behind before the line is cut.
const BEHIND_MAX: usize = 16;

/// By what right somebody listens. It may end while the line is open.
#[derive(Clone, Debug)]
pub(crate) enum Right {
    /// A session, by the name under which it is kept.
    Session(String),
    /// A television, by the name under which its key is kept.
    Tv(String),
}

/// Opens the live line of a unit's board (server-sent events).
///
/// # Errors
/// Nobody is signed in; there is no such board for this person.
#[utoipa::path(get, path = "/api/units/{unit}/live", params(("unit" = UnitId, Path), Question), responses((status = 200, content_type = "text/event-stream"), (status = 401), (status = 404)))]
pub async fn line(
    State(office): State<Office>,
    signed: Signed,
    Path(unit): Path<UnitId>,
    Query(asked): Query<Question>,
) -> Result<Response, Problem> {
    open(office, Reader::Head(signed.employee), Right::Session(signed.session), unit, asked.read()?).await
}

/// Opens a line for this reader.
pub(crate) async fn open(
    office: Office,
    reader: Reader,
    right: Right,
    unit: UnitId,
    asked: Asked,
) -> Result<Response, Problem> {
    let Some((_, tree)) = read(&office, reader, unit, asked).await? else { return Err(Problem::not_found()) };
    let (sender, mut receiver) = mpsc::channel(BEHIND_MAX);
    let scopes = scopes(&tree, unit);
    let line = Line { office, reader, right, unit, asked, scopes, sender };
    tokio::spawn(line.run());
    let events = futures::stream::poll_fn(move |context| {
        receiver.poll_recv(context).map(|event: Option<Event>| event.map(Ok::<Event, Infallible>))
    });
    Ok(Sse::new(events).into_response())
}

fn scopes(tree: &Tree, unit: UnitId) -> Vec<Scope> {
    tree.subtree(unit).into_iter().map(Scope::Unit).collect()
}

struct Line {
    office: Office,
    reader: Reader,
    right: Right,
    unit: UnitId,
    asked: Asked,
    scopes: Vec<Scope>,
    sender: mpsc::Sender<Event>,
}

/// Why a line ends.
enum End {
    /// The reader has gone, or is too slow.
    Gone,
    /// The reader should come back: the server closes, the right has ended, or the database is out of reach.
    ComeBack,
}

impl Line {
    async fn run(mut self) {
        if let Err(End::ComeBack) = self.listen().await {
            self.sender.try_send(Event::default().event("bye").data("{}")).ok();
        }
    }

    async fn listen(&mut self) -> Result<(), End> {
        let mut bell = self.ears();
        let closing = self.office.closing.clone();
        let mut next = self.tell(&mut bell).await?;
        let mut moved = false;
        let [mut look, mut right, mut sign] =
            [LOOK_SECONDS, RIGHT_SECONDS, SIGN_SECONDS].map(|seconds| interval(Duration::from_secs(seconds)));
        for ticks in [&mut look, &mut right, &mut sign] {
            ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
            ticks.tick().await;
        }
        loop {
            tokio::select! {
                ring = bell.hear(), if !moved => match ring {
                    Some(Heard::Moved(_) | Heard::Missed) => moved = true,
                    None => return Err(End::ComeBack),
                },
                () = sleep_until(next), if moved => {
                    // What rings from here on is heard after the sums were read, and told with the next ones.
                    bell = self.ears();
                    moved = false;
                    next = self.tell(&mut bell).await?;
                }
                _ = look.tick() => moved = true,
                _ = sign.tick() => self.send("beat", &serde_json::json!({}))?,
                _ = right.tick() => if !self.may().await { return Err(End::ComeBack) },
                () = closing.cancelled() => return Err(End::ComeBack),
                () = self.sender.closed() => return Err(End::Gone),
            }
        }
    }

    fn ears(&self) -> Listener {
        self.office.bell.listen(self.scopes.iter().copied())
    }

    /// Sends the sums as they are now, and tells when they may be sent again.
    async fn tell(&mut self, bell: &mut Listener) -> Result<Instant, End> {
        let start = Instant::now();
        let found = read(&self.office, self.reader, self.unit, self.asked).await.map_err(|_| End::ComeBack)?;
        let (board, tree) = found.ok_or(End::ComeBack)?;
        let scopes = scopes(&tree, self.unit);
        if scopes != self.scopes {
            self.scopes = scopes;
            *bell = self.ears();
        }
        self.send("sums", &board)?;
        Ok(Instant::now() + PAUSE.max(start.elapsed() * SHARE))
    }

    async fn may(&self) -> bool {
        match &self.right {
            Right::Session(session) => running(&self.office, session).await.is_ok_and(|who| who.is_some()),
            Right::Tv(key) => self.office.db.tv_unit(key).await.is_ok_and(|unit| unit == Some(self.unit)),
        }
    }

    fn send(&self, name: &str, data: &impl serde::Serialize) -> Result<(), End> {
        let event = Event::default().event(name).json_data(data).map_err(|_| End::ComeBack)?;
        self.sender.try_send(event).map_err(|_| End::Gone)
    }
}
