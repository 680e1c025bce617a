//! Other windows of the same browser. They share the disk and the session, so they tell each other when either moves.
//!
//! What is said, and to whom: `moved` (to all: the disk has moved), `person` (to all: somebody has come or gone), `wake` and `ping` (to
//! the window that leads: look now; are you there?), `line` (from the one that leads: I am here, and so stands the line).
//! Windows of another build pass over what they do not know.

use std::rc::Rc;

use chrono::{DateTime, Utc};
use gloo_events::EventListener;
use leptos::prelude::GetUntracked;
use shared::ids::EmployeeId;
use shared::sync::line::{Fault, Line};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::MessageEvent;

use super::core::set_if_new;
use super::home::Home;
use super::{Desk, Queue};
use crate::{browser, json};

impl Desk {
    /// The queue of this person has moved on the disk.
    pub(super) fn tell_tabs_moved(self, home: &Home) {
        self.tell_tabs(&["moved ", &home.employee.to_string()].concat());
    }

    /// Somebody has come or gone.
    pub(super) fn tell_tabs_person(self) {
        let who = self.home().map(|home| home.employee.to_string()).unwrap_or_default();
        self.tell_tabs(&["person ", &who].concat());
    }

    /// How the line is, from the one window that knows; when that has changed, or because it was asked.
    pub(super) fn tell_tabs_line(self, home: &Home, asked: bool) {
        if !self.leads_others() {
            return;
        }
        let sends = home.client.borrow().is_flying() || home.sending_photos.get();
        let line = line_text(sends, home.heard_at.get(), home.down_since.get(), &home.line.borrow());
        let text = ["line ", &home.employee.to_string(), " ", &line].concat();
        let core = self.core();
        if asked || *core.lead.said.borrow() != text {
            self.tell_tabs(&text);
            core.lead.said.replace(text);
        }
    }

    pub(super) fn tell_tabs(self, text: &str) {
        if let Some(tabs) = &self.core().tabs {
            let _ = tabs.post_message(&JsValue::from_str(text));
        }
    }

    pub(super) fn listen_to_tabs(self) {
        if let Some(tabs) = &self.core().tabs {
            EventListener::new(tabs, "message", move |event| {
                let text = event.dyn_ref::<MessageEvent>().and_then(|message| message.data().as_string());
                if let Some((what, rest)) = text.as_deref().and_then(|text| text.split_once(' ')) {
                    let (who, rest) = rest.split_once(' ').unwrap_or((rest, ""));
                    self.hear_tab(what, who.parse().ok(), rest);
                }
            })
            .forget();
        }
    }

    fn hear_tab(self, what: &str, who: Option<EmployeeId>, rest: &str) {
        let home = self.home();
        let same = home.as_ref().map(|home| home.employee) == who;
        match (what, home) {
            ("moved", Some(home)) if same => browser::spawn(async move { self.reread(&home, false).await }),
            ("wake" | "ping", Some(home)) if same && self.leads_others() => self.answer_tab(&home, what == "wake"),
            ("line", Some(home)) if same && !self.leads() => self.hear_line(&home, rest),
            ("person", _) if same => self.doubt_session(),
            // Another person is in now, or nobody: this window starts over. What was typed is in the draft.
            ("person", _) => {
                if let Some(window) = browser::window() {
                    let _ = window.location().reload();
                }
            }
            _ => {}
        }
    }

    /// The sign of life goes first, so that whatever comes of the rest cannot hold it up.
    fn answer_tab(self, home: &Rc<Home>, looks: bool) {
        self.tell_tabs_line(home, true);
        if !self.gives_way(home) && looks {
            self.wake();
        }
    }

    /// The window that leads says how the line is.
    fn hear_line(self, home: &Rc<Home>, text: &str) {
        let Some((sends, heard_at, down_since, line)) = read_line(text) else { return };
        self.core().lead.answered.set(true);
        if line == Line::Up && !home.confirmed.get() && !home.has_asked.replace(true) {
            // What the office says of the person may be newer than what this window started with.
            let home = Rc::clone(home);
            browser::spawn(async move { drop(self.confirm(&home).await) });
        }
        home.leader_sends.set(sends);
        home.heard_at.set(heard_at.max(home.heard_at.get()));
        home.down_since.set(down_since);
        home.line.replace(line.clone());
        if let Some(queue) = self.queue.try_get_untracked() {
            let heard_at = home.heard_at.get();
            set_if_new(self.queue, Queue { line, sending: sends, heard_at, down_since, follows: true, ..queue });
        }
    }
}

fn line_text(sends: bool, heard_at: Option<DateTime<Utc>>, down_since: Option<DateTime<Utc>>, line: &Line) -> String {
    let at = |at: Option<DateTime<Utc>>| at.map_or_else(|| "-".to_owned(), |at| at.timestamp_millis().to_string());
    let reason;
    let line = match line {
        Line::Unknown => "unknown",
        Line::Up => "up",
        Line::Down(Fault::Offline) => "offline",
        Line::Down(Fault::Busy) => "busy",
        Line::Down(Fault::SignedOut) => "out",
        Line::Down(Fault::Refused { reason: said }) => {
            reason = serde_json::to_string(said).unwrap_or_default();
            &reason
        }
    };
    [if sends { "sends" } else { "rests" }, " ", &at(heard_at), " ", &at(down_since), " ", line].concat()
}

type Told = (bool, Option<DateTime<Utc>>, Option<DateTime<Utc>>, Line);

fn read_line(text: &str) -> Option<Told> {
    let mut parts = text.splitn(4, ' ');
    let sends = parts.next()? == "sends";
    let mut at = || Some(parts.next()?.parse().ok().and_then(DateTime::from_timestamp_millis));
    let (heard_at, down_since) = (at()?, at()?);
    let line = match parts.next()? {
        "unknown" => Line::Unknown,
        "up" => Line::Up,
        "offline" => Line::Down(Fault::Offline),
        "busy" => Line::Down(Fault::Busy),
        "out" => Line::Down(Fault::SignedOut),
        refused => Line::Down(Fault::Refused { reason: json::read(refused)? }),
    };
    Some((sends, heard_at, down_since, line))
}

#[cfg(test)]
mod tests {
    use shared::words::Spoken;

    use super::*;

    #[test]
    fn what_one_window_says_of_the_line_the_others_understand() {
        let at = DateTime::from_timestamp_millis(1_784_000_000_123);
        let reason = Spoken { code: "too_old".into(), id: "Perbarui aplikasi.".into(), en: "Update the app.".into() };
        let faults = [Fault::Offline, Fault::Busy, Fault::SignedOut, Fault::Refused { reason }];
        let lines = [Line::Unknown, Line::Up].into_iter().chain(faults.map(Line::Down));
        for (line, (sends, heard, down)) in lines.zip([(true, at, None), (false, None, at)].into_iter().cycle()) {
            assert_eq!(read_line(&line_text(sends, heard, down, &line)), Some((sends, heard, down, line)));
        }
        for torn in ["", "sends", "sends - -", "rests 1 2 {\"code\""] {
            assert_eq!(read_line(torn), None, "{torn}");
        }
    }
}
