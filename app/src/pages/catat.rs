//! Catat: the form in which work is written down. Every field saves itself; one button ends it.
//!
//! The address says how it starts: `?kemarin=1` offers yesterday, `?rencana=` is for a plan, `?salin=` copies an entry,
//! `?tanggal=` is for a day, `?foto=1` begins with the camera, `?contoh=1` with one's templates, `?ubah=` revises an entry, `?tolak=` mends a
//! command that the office refused.

mod beside;
pub mod between;
mod date;
mod doing;
mod fields;
mod form;
mod keep;
mod more;
mod photos;
mod plan;
mod save;
mod special;
mod start;
mod team;
mod template;
mod unsaved;
mod yesterday;

use crate::components::frame;
use crate::components::here::Here;
use crate::components::icon::icon;
use crate::components::refusal::refusal;
use crate::view::prelude::*;
use crate::words::fill;
use form::Form;

/// The page.
#[must_use]
pub fn catat(here: Here) -> View {
    if here.asked_once("kemarin").is_some() {
        return yesterday::yesterday(here);
    }
    let w = here.w;
    // The form starts anew when the address asks another question, and waits until the row it speaks of has arrived. Once it is drawn it
    // stays, whatever becomes of the row meanwhile: what was typed is not taken away, and saving says what stands against it.
    let start = Memo::new(move |before: Option<&(String, bool)>| {
        let asked = here.way.question();
        let drawn = before.is_some_and(|(before, there)| *there && *before == asked);
        (asked, start::is_there(here) || drawn)
    });
    let view = move || {
        let form = Form::new(here);
        let revises = here.asked("ubah").is_some();
        let title = if revises { w.revise } else { w.write };
        let back = if here.asked_once("tolak").is_some() { ("/antrean", w.queue) } else { ("/", w.today) };
        let top = frame::top_back(here, title, back, keep::saved(here, form));
        let body = if start.get().1 {
            start::fill_in(here, form);
            keep::keep(here, form);
            unsaved::unsaved(here, form);
            between::follow(here, form);
            sheet(here, form)
        } else {
            frame::empty(w.cannot_revise, view! { <a class="button" href="/">{w.today}</a> })
        };
        frame::main(here, title, top, "form-page", body)
    };
    view.into_view()
}

fn sheet(here: Here, form: Form) -> View {
    let w = here.w;
    let submit = move |event: Event| {
        event.prevent_default();
        save::save(here, form);
    };
    let superior = here.superior();
    let seen_by = superior.map_or_else(|| w.seen_by_you.to_owned(), |superior| fill(w.seen_by_two, &[&superior]));
    view! {
        <form class="form" method="post" novalidate={true} on:submit={submit}>
            <div class="page">
                {refusal(w, w.not_saved, form.reason)}
                {keep::continued(here, form)}
                {fields::words_field(here, form)}
                {plan::plans(here, form)}
                {plan::amount(here, form)}
                {date::date_field(here, form)}
                {team::team(here, form)}
                {doing::doing(here, form)}
                {photos::photos(here, form)}
                {more::more(here, form)}
                {template::manage(here, form)}
            </div>
            <div class="action-bar">
                <p class="note soft">{icon("lock")}{seen_by}</p>
                <button class="button primary roomy wide" type="submit" aria-busy={move || form.busy.get().then_some("true")}>
                    {w.save}
                </button>
            </div>
        </form>
    }
}
