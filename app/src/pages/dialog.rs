//! Dialog kinerja: what a person and their superior talk about in a quarter, and what they agree on. Only the two of them see it. The
//! person reads and writes it also without a network; for a superior it lies at the office and nowhere else,
//! but for a note that they have begun and not saved.

mod actions;
mod begun;
mod list;
mod notes;
mod own;
mod press;
mod talk;

use shared::dialogue::{Dialogue, DialogueState, Quarter, Step};
use shared::entry::Entry;
use shared::ids::EmployeeId;

use crate::components::frame;
use crate::components::here::Here;
use crate::components::icon::{aloud, icon};
use crate::components::refusal::refusal;
use crate::components::state;
use crate::components::waits;
use crate::desk::Refused;
use crate::format;
use crate::view::prelude::*;
use crate::words::{dialogue_words, fill};
use talk::Talk;

pub use list::list;

/// The page of one person.
#[must_use]
pub fn dialog(here: Here, person: EmployeeId) -> View {
    let d = dialogue_words(here.w.language);
    let talk = Talk::open(here, person);
    // What the office tells anew changes what stands there, and leaves what is being typed.
    let state = Memo::new(move |_| talk.state());
    let body = move || match state.get() {
        Some(true) => sections(talk),
        Some(false) => {
            let back = view! { <a class="button" href="/">{here.w.today}</a> };
            let is_gone = talk.missing.with(|reason| reason.as_ref().is_some_and(|reason| reason.code == "not_found"));
            let lead = if is_gone { d.missing } else { d.not_now };
            view! { {refusal(here.w, lead, talk.missing)} {frame::empty(lead, back)} }
        }
        None => frame::skeleton(here.w.loading),
    };
    let back = if person == here.me { ("/saya", here.w.me) } else { ("/dialog", d.all) };
    let print = view! {
        <button class="button quiet icon-only print-button" type="button" on:click={move |_| talk::print()}>
            {icon("print")}{aloud(d.print)}
        </button>
    };
    let top = view! { {frame::top_back(here, d.title, back, print)} };
    frame::page(here, d.title, top, body)
}

/// "Triwulan 4 2026".
pub(super) fn name_of(here: Here, quarter: Quarter) -> String {
    fill(dialogue_words(here.w.language).quarter, &[&quarter.number.to_string(), &quarter.year.to_string()])
}

fn sections(talk: Talk) -> View {
    view! {
        {head(talk)}
        {quarters(talk)}
        {refusal(talk.here.w, talk.here.w.not_accepted, talk.refused)}
        {move || unaccepted(talk)}
        {move || opening(talk)}
        {move || flagged(talk)}
        {notes::notes(talk)}
        {actions::actions(talk)}
        {move || closing(talk)}
    }
}

/// With whom, and how far it is.
fn head(talk: Talk) -> View {
    let d = talk.d;
    let about = move || {
        talk.page.with(|page| {
            let page = page.as_ref()?;
            let superior = talk.dialogue().map(|one| one.superior_name).filter(|name| !name.is_empty());
            let superior = superior.unwrap_or_else(|| page.superior_name.clone());
            Some(fill(d.between, &[&page.name, if superior.is_empty() { d.no_superior } else { &superior }]))
        })
    };
    let mark = move || {
        let waits = talk.id().is_some_and(|id| own::waits(talk.here, id));
        let w = talk.here.w;
        let on_phone =
            waits.then(|| state::stamp("state is-phone", "clock", [w.on_phone, w.dot, w.next_turn].concat()));
        view! { {stamp(talk)} {on_phone} }
    };
    let (mark, private) = (mark, view! { <p class="note soft">{icon("lock")}{d.only_two}</p> });
    view! { <p class="line"><span class="soft">{about}</span>{mark}</p>{private} }
}

fn stamp(talk: Talk) -> View {
    let d = talk.d;
    match talk.dialogue().map(|dialogue| dialogue.state) {
        None => state::stamp("state is-phone", "circle", d.not_yet),
        Some(DialogueState::Asked) => state::stamp("state is-sent", "ask", d.is_asked),
        Some(DialogueState::Open) => state::stamp("state is-seen", "edit", d.is_open),
        Some(DialogueState::Closed) => state::stamp("state is-approved", "lock", d.is_closed),
    }
}

/// The quarters that can be looked at: this one and those with a dialogue.
fn quarters(talk: Talk) -> View {
    let chips = move || -> Vec<View> {
        let known = talk.page.with(|page| {
            let Some(page) = page else { return Vec::new() };
            let mut known: Vec<Quarter> = page.dialogues.iter().map(|one| one.id.quarter).collect();
            if !known.contains(&page.quarter) {
                known.insert(0, page.quarter);
            }
            known
        });
        known
            .into_iter()
            .map(|quarter| {
                let address = talk.address(quarter);
                let current = move || (talk.quarter() == Some(quarter)).then_some("true");
                view! { <a class="chip" href={address} data-noscroll="" aria-current={current}>{name_of(talk.here, quarter)}</a> }
            })
            .collect()
    };
    view! { <nav class="chips talk-quarters" aria-label={talk.d.quarters}>{chips}</nav> }
}

/// What the office has not accepted of one's own steps: the reason, the words, and the way to the queue, where they stay.
fn unaccepted(talk: Talk) -> Option<View> {
    let (here, id) = (talk.here, talk.id()?);
    let items: Vec<View> = here.desk.queue.with(|queue| {
        let about = |refused: &&Refused| own::step_of(&refused.command.action).is_some_and(|step| step.dialogue == id);
        queue.tray.iter().filter(about).map(|refused| unaccepted_one(here, refused)).collect()
    });
    (!items.is_empty()).then(|| items.into_view())
}

fn unaccepted_one(here: Here, refused: &Refused) -> View {
    let w = here.w;
    let text = waits::text(&refused.command.action);
    let words = (!text.is_empty()).then(|| view! { <p class="words">{fill(w.quoted, &[text])}</p> });
    let reason = refused.reason.in_language(w.language).to_owned();
    view! {
        <div class="refusal after" role="alert" data-code={refused.reason.code.clone()}>
            {icon("warn")}
            <div class="refusal-body">
                <p><strong class="refusal-rule">{w.not_accepted}</strong>{reason}</p>
                {words}
                <div class="button-row"><a class="button" href="/antrean">{icon("phone")}{w.queue}</a></div>
            </div>
        </div>
    }
}

/// The button that begins it.
fn opening(talk: Talk) -> Option<View> {
    let (d, leads) = (talk.d, talk.leads());
    let state = talk.dialogue().map(|dialogue| dialogue.state);
    let (word, about, done) = match (state, leads) {
        (None, false) => (d.ask, d.ask_about, d.did_ask),
        (None | Some(DialogueState::Asked), true) => (d.open, d.open_about, d.did_open),
        (Some(DialogueState::Asked), false) => return Some(view! { <p class="after soft">{d.waits_for_superior}</p> }),
        (Some(DialogueState::Open | DialogueState::Closed), _) => return None,
    };
    let press = move |_| talk.step(Step::Open, done, || {});
    Some(view! {
        <div class="lead-block">
            <p class="small soft">{about}</p>
            <button class="button primary" type="button" aria-busy={move || talk.busy.get().then_some("true")} on:click={press}>
                {icon("chat")}{word}
            </button>
        </div>
    })
}

/// Entries that one of the two has marked.
fn flagged(talk: Talk) -> Option<View> {
    let d = talk.d;
    let quarter = talk.quarter()?;
    let entries: Vec<Entry> = talk.page.with(|page| {
        let all = page.as_ref().map(|page| page.flagged.clone()).unwrap_or_default();
        all.into_iter().filter(|entry| quarter.has(entry.work_date)).collect()
    });
    let count = if entries.is_empty() { String::new() } else { entries.len().to_string() };
    let items: Vec<View> = entries.iter().map(|entry| flagged_entry(talk, entry)).collect();
    let body = if items.is_empty() {
        view! { <p class="after soft">{d.nothing_flagged}</p> }
    } else {
        view! { <ul class="talk-flagged">{items}</ul> }
    };
    Some(frame::section("dibahas", d.flagged, count, body))
}

fn flagged_entry(talk: Talk, entry: &Entry) -> View {
    let (here, d) = (talk.here, talk.d);
    let by = entry.flag.as_ref().map_or(here.me, |flag| flag.by);
    let by = if by == here.me {
        d.marked_by_you
    } else if by == talk.person {
        d.marked_by_person
    } else {
        d.marked_by_superior
    };
    let about = [format::day(here.w, entry.work_date, here.today.get()).as_str(), here.w.dot, by].concat();
    let address = if talk.person == here.me {
        ["/catatan/", &entry.id.to_string()].concat()
    } else {
        ["/papan?orang=", &entry.owner.to_string(), "&catatan=", &entry.id.to_string()].concat()
    };
    view! {
        <li class="row">
            {icon("flag")}
            <div><a class="row-title words" href={address}>{entry.text.clone()}</a><span class="row-about">{about}</span></div>
        </li>
    }
}

/// Closing, in two steps because it cannot be taken back; then the person's last word.
fn closing(talk: Talk) -> Option<View> {
    let (here, d) = (talk.here, talk.d);
    let dialogue = talk.dialogue()?;
    match dialogue.state {
        DialogueState::Asked => None,
        DialogueState::Open if talk.leads() => Some(close(talk, dialogue.rev)),
        DialogueState::Open => Some(view! { <p class="after soft">{d.superior_closes}</p> }),
        DialogueState::Closed => {
            let at = dialogue.closed_at.map(|at| fill(d.closed_at, &[&here.moment_inside(at)]));
            Some(view! { <p class="after soft">{at}</p>{last_word(talk, &dialogue)} })
        }
    }
}

fn close(talk: Talk, base: u32) -> View {
    let (w, d) = (talk.here.w, talk.d);
    let sure = talk.sure;
    let press = move |_| talk.step(Step::Close { base }, d.did_close, move || sure.set(false));
    let view = move || {
        if !sure.get() {
            return view! {
                <p class="after"><button class="button" type="button" on:click={move |_| sure.set(true)}>{icon("lock")}{d.close}</button></p>
            };
        }
        view! {
            <div class="talk-close">
                <p>{d.close_about}</p>
                <div class="button-row">
                    <button class="button primary" type="button" aria-busy={move || talk.busy.get().then_some("true")} on:click={press}>
                        {icon("lock")}{d.close_now}
                    </button>
                    <button class="button quiet" type="button" on:click={move |_| sure.set(false)}>{w.cancel}</button>
                </div>
            </div>
        }
    };
    view.into_view()
}

fn last_word(talk: Talk, dialogue: &Dialogue) -> View {
    let d = talk.d;
    if !dialogue.reply.is_empty() {
        let words = fill(talk.here.w.quoted, &[&dialogue.reply]);
        return frame::section("tanggapan", d.reply, "", view! { <p class="words after">{words}</p> });
    }
    if talk.person != talk.here.me {
        return ().into_view();
    }
    let text = talk.reply;
    let submit = move |event: Event| {
        event.prevent_default();
        talk.step(Step::Reply { text: text.get_untracked() }, d.did_reply, || {});
    };
    let body = view! {
        <form class="field after" on:submit={submit}>
            <label for="tanggapan-isi">{d.reply_label}</label>
            <textarea class="input" id="tanggapan-isi" rows="3" aria-describedby="tanggapan-hint" bind:value={text}></textarea>
            <p class="hint" id="tanggapan-hint">{d.reply_hint}</p>
            <div class="button-row"><button class="button" type="submit">{icon("send")}{d.send_reply}</button></div>
        </form>
    };
    frame::section("tanggapan", d.reply, "", body)
}
