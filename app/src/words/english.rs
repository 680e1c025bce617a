//! English: every English table in a part of its own. Most people never choose it; who does fetches it once, and the service worker
//! keeps it like every other part. Until it is here, or if it cannot be had, the screen speaks Indonesian.

use std::cell::Cell;

use leptos::wasm_split::{SplitLoaderError, wasm_split};

use super::{boards, day, dialogue, echo, feedback, inside, manage, merge, notices, people, plan, table, team, teams};
use crate::clock;

/// Longest wait for them. Then the screen speaks Indonesian, and they are asked for again.
const FETCH_MS_MAX: u32 = 8_000;

/// Every English table.
pub(super) struct English {
    pub(super) table: &'static table::Words,
    pub(super) inside: &'static inside::InsideWords,
    pub(super) team: &'static team::TeamWords,
    pub(super) merge: &'static merge::MergeWords,
    pub(super) plan: &'static plan::PlanWords,
    pub(super) boards: &'static boards::BoardWords,
    pub(super) day: &'static day::DayWords,
    pub(super) dialogue: &'static dialogue::DialogueWords,
    pub(super) feedback: &'static feedback::FeedbackWords,
    pub(super) people: &'static people::PeopleWords,
    pub(super) echo: &'static echo::EchoWords,
    pub(super) notices: &'static notices::NoticeWords,
    pub(super) teams: &'static teams::TeamsWords,
    pub(super) manage: &'static manage::ManageWords,
}

static ENGLISH: English = English {
    table: &table::EN,
    inside: &inside::EN,
    team: &team::EN,
    merge: &merge::EN,
    plan: &plan::EN,
    boards: &boards::EN,
    day: &day::EN,
    dialogue: &dialogue::EN,
    feedback: &feedback::EN,
    people: &people::EN,
    echo: &echo::EN,
    notices: &notices::EN,
    teams: &teams::EN,
    manage: &manage::EN,
};

thread_local! {
    // Where nothing is fetched, in the tests of this crate, English is there from the start.
    static KNOWN: Cell<Option<&'static English>> =
        const { Cell::new(if cfg!(target_arch = "wasm32") { None } else { Some(&ENGLISH) }) };
}

#[wasm_split(english, fallible, wasm_split_path = leptos::wasm_split)]
fn english() -> Result<&'static English, SplitLoaderError> {
    Ok(&ENGLISH)
}

/// The English tables, if they are here.
pub(super) fn known() -> Option<&'static English> {
    KNOWN.get()
}

/// Fetches the English tables when they are not here yet. False: they cannot be had now.
pub(crate) async fn fetch() -> bool {
    if known().is_none()
        && let Some(Ok(english)) = clock::within(FETCH_MS_MAX, english()).await
    {
        KNOWN.set(Some(english));
    }
    known().is_some()
}
