//! Choosing a person by name: a field, what the office finds, and what was chosen. Without a network the typed name stays.

use shared::people::{Found, SEARCH_LETTERS_MIN};
use shared::words::Spoken;

use crate::browser::spawn;
use crate::components::browser::focus_id_soon;
use crate::components::here::Here;
use crate::components::icon::icon;
use crate::components::refusal::refusal;
use crate::view::prelude::*;
use crate::words::fill;
use crate::words::people::people;

/// What was typed, and who was chosen.
#[derive(Clone, Copy)]
pub struct PersonSearch {
    /// The name as typed.
    pub typed: RwSignal<String>,
    /// Who was chosen.
    pub chosen: RwSignal<Option<Found>>,
    /// Who was found, or why nobody knows.
    found: RwSignal<Option<Result<Vec<Found>, Spoken>>>,
    refused: RwSignal<Option<Spoken>>,
}

impl PersonSearch {
    /// Nothing typed yet.
    #[must_use]
    pub fn new() -> Self {
        Self {
            typed: RwSignal::new(String::new()),
            chosen: RwSignal::new(None),
            found: RwSignal::new(None),
            refused: RwSignal::new(None),
        }
    }

    /// Forgets it all.
    pub fn clear(self) {
        self.typed.set(String::new());
        self.chosen.set(None);
        self.found.set(None);
        self.refused.set(None);
    }

    /// Says no, beside the field, to a name that was typed and not chosen: a form that may be without a person would be sent without one.
    /// True when it says no.
    #[must_use]
    pub fn refuses_typed(self) -> bool {
        let is_typed = self.typed.with_untracked(|typed| !typed.trim().is_empty());
        let is_open = is_typed && self.chosen.with_untracked(Option::is_none);
        self.refused.set(is_open.then(unchosen));
        is_open
    }

    fn look(self, here: Here) {
        let typed = self.typed.get_untracked();
        if typed.chars().filter(|c| c.is_alphanumeric()).count() < SEARCH_LETTERS_MIN {
            self.found.set(None);
            return;
        }
        spawn(async move {
            let asked = js_sys::encode_uri_component(&typed);
            let path = ["/api/people?q=", &String::from(asked)].concat();
            let found = here.desk.read::<Vec<Found>>(&path).await;
            // A slower answer to an earlier question must not replace a later one.
            if self.typed.try_get_untracked().as_ref() == Some(&typed) {
                let _ = self.found.try_set(Some(found));
            }
        });
    }

    /// The field under this id and label, and what is found.
    #[must_use]
    pub fn field(self, here: Here, id: &str, label: &'static str, hint: &'static str) -> View {
        self.field_of(here, id.to_owned(), label, hint)
    }

    fn field_of(self, here: Here, id: String, label: &'static str, hint: &'static str) -> View {
        let (hint_id, for_id, list_id) = ([&id, "-hint"].concat(), id.clone(), id.clone());
        let described = hint_id.clone();
        let field = move || match self.chosen.get() {
            Some(found) => self.card(here, found),
            None => {
                let type_in = move |event: Event| {
                    self.typed.set(event_target_value(&event));
                    self.refused.set(None);
                    self.look(here);
                };
                let (described, id) = (described.clone(), id.clone());
                view! {
                    <input
                        class="input" id={id} type="search" autocomplete="off" aria-describedby={described}
                        value={self.typed.get_untracked()} on:input={type_in}
                    />
                }
            }
        };
        let hint_view = (!hint.is_empty()).then(|| view! { <p class="hint" id={hint_id}>{hint}</p> });
        view! {
            <div class="field">
                <label for={for_id}>{label}</label>
                {field}
                {refusal(here.w, here.w.not_saved, self.refused)}
                {move || self.list(here, &list_id)}
                {hint_view}
            </div>
        }
    }

    fn card(self, here: Here, found: Found) -> View {
        let p = people(here.w.language);
        let about = about(here, &found);
        view! {
            <div class="picked">
                {icon("tick")}
                <p><strong>{fill(p.chosen, &[&found.name])}</strong><span class="row-about">{about}</span></p>
                <button class="button quiet" type="button" on:click={move |_| self.clear()}>{p.choose_another}</button>
            </div>
        }
    }

    fn list(self, here: Here, field: &str) -> Option<View> {
        if self.chosen.with(Option::is_some) {
            return None;
        }
        let found = match self.found.get()? {
            Ok(found) => found,
            Err(reason) => return Some(self.unanswered(here, field, &reason)),
        };
        if found.is_empty() {
            return Some(view! { <p class="note soft" role="status">{people(here.w.language).nobody_found}</p> });
        }
        let one = |found: Found| {
            let about = about(here, &found);
            let name = found.name.clone();
            let choose = move |_| {
                self.typed.set(found.name.clone());
                self.refused.set(None);
                self.chosen.set(Some(found.clone()));
            };
            view! {
                <li>
                    <button class="pick" type="button" on:click={choose}>
                        <strong>{name}</strong><span class="row-about">{about}</span>
                    </button>
                </li>
            }
        };
        let items: Vec<View> = found.into_iter().map(one).collect();
        Some(view! { <ul class="picks">{items}</ul> })
    }

    /// The search has had no answer. That is not the same as nobody.
    fn unanswered(self, here: Here, field: &str, reason: &Spoken) -> View {
        let p = people(here.w.language);
        let field = field.to_owned();
        let again = move |_| {
            self.found.set(None);
            self.look(here);
            focus_id_soon(field.clone());
        };
        view! {
            <p class="note soft" role="status" data-code={reason.code.clone()}>{p.search_unanswered}</p>
            <p><button class="button quiet flush" type="button" on:click={again}>{p.search_again}</button></p>
        }
    }
}

/// A name is no person yet.
fn unchosen() -> Spoken {
    Spoken {
        code: "person_unchosen".to_owned(),
        id: "Nama yang diketik belum dipilih. Pilih orangnya dari daftar di bawah kolomnya, atau kosongkan kolomnya.".to_owned(),
        en: "The name that was typed is not chosen yet. Choose the person from the list below the field, or empty the field.".to_owned(),
    }
}

/// Position and unit, as far as they are known.
fn about(here: Here, found: &Found) -> String {
    let parts = [found.position.as_str(), found.unit.as_str()];
    parts.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(here.w.dot)
}

impl Default for PersonSearch {
    fn default() -> Self {
        Self::new()
    }
}
