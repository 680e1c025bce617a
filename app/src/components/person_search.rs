//! Choosing a person by name: a field, what the office finds, and what was chosen. Without a network the typed name stays.

use shared::people::{Found, SEARCH_LETTERS_MIN};

use crate::browser::spawn;
use crate::components::here::Here;
use crate::components::icon::icon;
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
    found: RwSignal<Option<Vec<Found>>>,
}

impl PersonSearch {
    /// Nothing typed yet.
    #[must_use]
    pub fn new() -> Self {
        Self { typed: RwSignal::new(String::new()), chosen: RwSignal::new(None), found: RwSignal::new(None) }
    }

    /// Forgets it all.
    pub fn clear(self) {
        self.typed.set(String::new());
        self.chosen.set(None);
        self.found.set(None);
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
            let found = here.desk.read::<Vec<Found>>(&path).await.ok();
            // A slower answer to an earlier question must not replace a later one.
            if self.typed.try_get_untracked().as_ref() == Some(&typed) {
                let _ = self.found.try_set(found);
            }
        });
    }

    /// The field under this id and label, and what is found.
    #[must_use]
    pub fn field(self, here: Here, id: &str, label: &'static str, hint: &'static str) -> View {
        self.field_of(here, id.to_owned(), label, hint)
    }

    fn field_of(self, here: Here, id: String, label: &'static str, hint: &'static str) -> View {
        let (hint_id, for_id) = ([&id, "-hint"].concat(), id.clone());
        let described = hint_id.clone();
        let field = move || match self.chosen.get() {
            Some(found) => self.card(here, found),
            None => {
                let type_in = move |event: Event| {
                    self.typed.set(event_target_value(&event));
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
                {move || self.list(here)}
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

    fn list(self, here: Here) -> Option<View> {
        if self.chosen.with(Option::is_some) {
            return None;
        }
        let found = self.found.get()?;
        if found.is_empty() {
            return Some(view! { <p class="note soft" role="status">{people(here.w.language).nobody_found}</p> });
        }
        let one = |found: Found| {
            let about = about(here, &found);
            let name = found.name.clone();
            let choose = move |_| {
                self.typed.set(found.name.clone());
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
