//! The kind of work: ordinary, an innovation, or a part in a decision.

use shared::entry::{Adoption, More, Part, SPECIAL_CHARACTERS_MAX, Special};

use super::form::Form;
use crate::components::here::Here;
use crate::components::icon::icon;
use crate::view::prelude::*;
use crate::words::day::{DayWords, day};

/// Which of the three it is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Which {
    Ordinary,
    Innovation,
    Participation,
}

impl Which {
    const fn of(more: &More) -> Self {
        match &more.special {
            None => Self::Ordinary,
            Some(Special::Innovation { .. }) => Self::Innovation,
            Some(Special::Participation { .. }) => Self::Participation,
        }
    }

    fn begin(self) -> Option<Special> {
        match self {
            Self::Ordinary => None,
            Self::Innovation => Some(Special::Innovation { adoption: Adoption::Proposed, effect: String::new() }),
            Self::Participation => {
                Some(Special::Participation { forum: String::new(), part: Part::Member, outcome: String::new() })
            }
        }
    }
}

/// The choice, and what each kind asks.
#[must_use]
pub fn special(here: Here, form: Form) -> View {
    let d = day(here.w.language);
    let now = Memo::new(move |_| form.more.with(Which::of));
    let chip = move |which: Which, word: &'static str| {
        let press = move |_| {
            if now.get_untracked() != which {
                form.more.update(|more| more.special = which.begin());
            }
        };
        pressed(move || now.get() == which, word, press)
    };
    let asked = move || match now.get() {
        Which::Ordinary => ().into_view(),
        Which::Innovation => innovation(d, form),
        Which::Participation => participation(d, form),
    };
    view! {
        <fieldset class="field" id="jenis">
            <legend>{d.special}</legend>
            <div class="chips">
                {chip(Which::Ordinary, d.ordinary)}{chip(Which::Innovation, d.innovation)}{chip(Which::Participation, d.participation)}
            </div>
            {asked}
        </fieldset>
    }
}

fn pressed(
    is: impl Fn() -> bool + Copy + Send + Sync + 'static,
    word: &'static str,
    press: impl Fn(Event) + 'static,
) -> View {
    view! {
        <button type="button" class="chip" aria-pressed={move || if is() { "true" } else { "false" }} on:click={press}>
            {move || is().then(|| icon("tick"))}{word}
        </button>
    }
}

fn innovation(d: &'static DayWords, form: Form) -> View {
    let now = Memo::new(move |_| {
        form.more.with(|more| match more.special {
            Some(Special::Innovation { adoption, .. }) => Some(adoption),
            _ => None,
        })
    });
    let chip = move |adoption: Adoption| {
        let press = move |_: Event| {
            form.more.update(|more| {
                if let Some(Special::Innovation { adoption: known, .. }) = &mut more.special {
                    *known = adoption;
                }
            });
        };
        pressed(move || now.get() == Some(adoption), d.adoption(adoption), press)
    };
    view! {
        <div class="field">
            <p class="field-label">{d.adoption}</p>
            <div class="chips" role="group" aria-label={d.adoption}>{chip(Adoption::Proposed)}{chip(Adoption::Tried)}{chip(Adoption::Adopted)}</div>
        </div>
        {text(form, "dampak", d.effect, Some(d.effect_hint), |special| {
            if let Special::Innovation { effect, .. } = special { Some(effect) } else { None }
        })}
    }
}

fn participation(d: &'static DayWords, form: Form) -> View {
    let now = Memo::new(move |_| {
        form.more.with(|more| match more.special {
            Some(Special::Participation { part, .. }) => Some(part),
            _ => None,
        })
    });
    let chip = move |part: Part| {
        let press = move |_: Event| {
            form.more.update(|more| {
                if let Some(Special::Participation { part: known, .. }) = &mut more.special {
                    *known = part;
                }
            });
        };
        pressed(move || now.get() == Some(part), d.part_of(part), press)
    };
    view! {
        {text(form, "forum", d.forum, Some(d.forum_hint), |special| {
            if let Special::Participation { forum, .. } = special { Some(forum) } else { None }
        })}
        <div class="field">
            <p class="field-label">{d.part}</p>
            <div class="chips" role="group" aria-label={d.part}>{chip(Part::Member)}{chip(Part::Adviser)}{chip(Part::Chair)}{chip(Part::Minutes)}</div>
        </div>
        {text(form, "keputusan", d.outcome, None, |special| {
            if let Special::Participation { outcome, .. } = special { Some(outcome) } else { None }
        })}
    }
}

type Pick = fn(&mut Special) -> Option<&mut String>;

/// One short text of the kind.
fn text(form: Form, id: &'static str, label: &'static str, hint: Option<&'static str>, pick: Pick) -> View {
    let known = move || {
        let mut special = form.more.with_untracked(|more| more.special.clone());
        special.as_mut().and_then(pick).map(std::mem::take).unwrap_or_default()
    };
    let typed = RwSignal::new(known());
    Effect::new(move || {
        let now = typed.get();
        if now != known() {
            form.more.update(|more| {
                if let Some(text) = more.special.as_mut().and_then(pick) {
                    *text = now;
                }
            });
        }
    });
    let invalid = move || form.is_refused(&["special_incomplete"]);
    let hint_id = [id, "-hint"].concat();
    let hint = hint.map(|hint| view! { <p class="hint" id={hint_id.clone()}>{hint}</p> });
    view! {
        <div class="field">
            <label for={id}>{label}</label>
            <textarea
                class="input" id={id} rows="2" maxlength={SPECIAL_CHARACTERS_MAX.to_string()} aria-describedby={hint_id}
                aria-invalid={invalid} bind:value={typed}
            ></textarea>
            {hint}
        </div>
    }
}
