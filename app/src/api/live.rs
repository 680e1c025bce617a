//! The live line: hints that something moved, and for an open board the changes themselves.
//!
//! We hold the EventSource ourselves and close it at the first error: the browser's own retry neither backs off nor tells
//! whether it will ever try again, so whoever holds the line opens a new one.

use std::rc::Rc;

use gloo_events::EventListener;
use shared::scope::Scope;
use shared::sync::wire::{LiveChange, LiveHead};
use uuid::Uuid;
use wasm_bindgen::JsCast;
use web_sys::{Event, EventSource, MessageEvent};

use crate::json;

/// What the line brings.
#[derive(Clone, Debug)]
pub(crate) enum News {
    /// It is open.
    Open,
    /// Something moved: look.
    Head(LiveHead),
    /// One change of the open board, boxed because rows are large.
    Change(Box<LiveChange>),
    /// The board must be fetched again.
    Reset,
    /// The sums of a unit's board, as text: only the board's own part can read them.
    Sums(String),
    /// A sign of life.
    Beat,
    /// It is closed, by either side.
    Broken,
}

/// An open line; dropping it closes it.
pub(crate) struct Live {
    source: EventSource,
    _ears: Vec<EventListener>,
}

impl Live {
    /// Opens a line: hints only, or the changes of a unit's or a team's board after a position too.
    pub(crate) fn open(board: Option<(Scope, u64)>, heard: impl Fn(News) + 'static) -> Option<Self> {
        let of = |board: &str, id: Uuid, after: u64| {
            ["/api/live?", board, "=", &id.to_string(), "&after=", &after.to_string()].concat()
        };
        let path = match board {
            Some((Scope::Unit(unit), after)) => of("unit", unit.0, after),
            Some((Scope::Team(team), after)) => of("team", team.0, after),
            Some((Scope::Own(_) | Scope::Office, _)) | None => "/api/live".to_owned(),
        };
        Self::at(&path, Rc::new(heard))
    }

    /// Opens the line at this address.
    pub(crate) fn at(path: &str, heard: Rc<dyn Fn(News)>) -> Option<Self> {
        let source = EventSource::new(path).ok()?;
        let ears = ["open", "head", "change", "reset", "sums", "beat", "bye", "error"]
            .into_iter()
            .map(|kind| {
                let (line, heard) = (source.clone(), Rc::clone(&heard));
                EventListener::new(&source, kind, move |event| {
                    let Some(news) = news(kind, event) else { return };
                    if matches!(news, News::Broken) {
                        line.close();
                    }
                    heard(news);
                })
            })
            .collect();
        Some(Self { source, _ears: ears })
    }
}

impl Drop for Live {
    fn drop(&mut self) {
        self.source.close();
    }
}

/// What an event means. One that this build cannot read means: fetch it all again.
fn news(kind: &str, event: &Event) -> Option<News> {
    let data = || event.dyn_ref::<MessageEvent>().and_then(|message| message.data().as_string()).unwrap_or_default();
    match kind {
        "open" => Some(News::Open),
        "head" => json::read(&data()).map(News::Head),
        "change" => Some(json::read(&data()).map_or(News::Reset, |change| News::Change(Box::new(change)))),
        "reset" => Some(News::Reset),
        "sums" => Some(News::Sums(data())),
        "beat" => Some(News::Beat),
        _ => Some(News::Broken),
    }
}
