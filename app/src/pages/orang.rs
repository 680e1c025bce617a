//! Halaman pegawai: what is seen of a person, the same for the person and for those above. The office notes who looks, and the list
//! stands on the page itself.

mod about;
mod complete;
mod due;
mod journal;
mod looks;

use std::sync::Arc;

use chrono::NaiveDate;
use shared::ids::EmployeeId;
use shared::row::Rows;
use shared::words::Spoken;

use crate::components::frame;
use crate::components::here::Here;
use crate::components::icon::icon;
use crate::components::refusal::refusal;
use crate::components::take;
use crate::view::prelude::*;
use crate::words::{BoardWords, board_words};

/// What the parts of the page are told.
#[derive(Clone, Copy)]
pub(super) struct Page {
    pub(super) here: Here,
    pub(super) b: &'static BoardWords,
    pub(super) id: EmployeeId,
    pub(super) rows: RwSignal<Option<Arc<Rows>>>,
    /// The day of the person's first entry, which may lie before these rows.
    pub(super) first: RwSignal<Option<NaiveDate>>,
    pub(super) reason: RwSignal<Option<Spoken>>,
}

impl Page {
    /// Asks the office; what is shown stays until the answer comes.
    pub(super) fn look(self) {
        let here = self.here;
        crate::browser::spawn(async move {
            match here.desk.open_person(self.id).await {
                Ok((rows, first)) => {
                    let _ = self.first.try_set(first);
                    let _ = self.rows.try_set(Some(rows));
                }
                // One's own page is also on one's own device.
                Err(_) if self.id == here.me => {
                    self.rows.try_set(Some(here.desk.view.get_untracked())).map_or((), drop)
                }
                Err(refused) => self.reason.try_set(Some(refused)).map_or((), drop),
            }
        });
    }
}

/// The page.
#[must_use]
pub fn orang(here: Here, id: EmployeeId) -> View {
    let b = board_words(here.w.language);
    let reason = RwSignal::new(None::<Spoken>);
    let page = Page { here, b, id, rows: RwSignal::new(None), first: RwSignal::new(None), reason };
    page.look();
    let body = move || {
        if page.rows.with(Option::is_some) {
            return sections(page);
        }
        if reason.with(Option::is_some) {
            let back = view! { <a class="button" href="/papan/kota">{b.title}</a> };
            return view! { {refusal(here.w, b.person_missing, reason)} {frame::empty(b.person_missing, back)} };
        }
        frame::skeleton(here.w.loading)
    };
    let back = move |_| {
        if let Ok(history) = window().history() {
            let _ = history.back();
        }
    };
    let top = view! {
        <header class="top has-back">
            <button class="button quiet icon-only" type="button" aria-label={b.title} on:click={back}>{icon("left")}</button>
            {about::heading(page)}
        </header>
    };
    frame::page(here, b.person, top, body)
}

fn sections(page: Page) -> View {
    view! {
        {about::about(page)}
        {complete::days(page)}
        {complete::figure(page)}
        {about::answers(page)}
        {about::plans(page)}
        {due::due(page)}
        {take::plans(page.here, page.id)}
        {about::days_away(page)}
        {looks::looks(page)}
        {journal::journal(page)}
        {complete::file(page)}
    }
}
