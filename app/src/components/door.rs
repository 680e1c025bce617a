//! What a door of the office answers: on its way, here, or not to be had and why.

use std::rc::Rc;

use serde::de::DeserializeOwned;
use shared::words::Spoken;

use crate::browser::spawn;
use crate::components::frame;
use crate::components::here::Here;
use crate::components::icon::icon;
use crate::view::prelude::*;
use crate::words::people::people;

/// Something of the office: on its way, here, or not to be had.
pub enum Read<T> {
    /// On its way.
    Coming,
    /// Here.
    Here(Rc<T>),
    /// Not to be had, and why.
    Missing(Spoken),
}

impl<T> Clone for Read<T> {
    fn clone(&self) -> Self {
        match self {
            Self::Coming => Self::Coming,
            Self::Here(value) => Self::Here(Rc::clone(value)),
            Self::Missing(reason) => Self::Missing(reason.clone()),
        }
    }
}

impl<T> Read<T> {
    fn here(&self) -> Option<Rc<T>> {
        match self {
            Self::Here(value) => Some(Rc::clone(value)),
            Self::Coming | Self::Missing(_) => None,
        }
    }
}

/// What a door answers, and how to ask it again.
pub struct Door<T: 'static> {
    here: Here,
    read: RwSignal<Read<T>, LocalStorage>,
    /// Why what is shown could not be read anew.
    late: RwSignal<Option<Spoken>>,
    path: StoredValue<String>,
}

impl<T> Clone for Door<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Door<T> {}

impl<T: DeserializeOwned + 'static> Door<T> {
    /// Asks at once.
    pub fn open(here: Here, path: String) -> Self {
        let (read, late) = (RwSignal::new_local(Read::Coming), RwSignal::new(None));
        let door = Self { here, read, late, path: StoredValue::new(path) };
        door.again();
        door
    }

    /// Asks again; what is shown stays until the answer comes, and when none comes: what was ordered may be done all the same.
    pub fn again(self) {
        let Some(path) = self.path.try_get_value() else { return };
        spawn(async move {
            match self.here.desk.read::<T>(&path).await {
                Ok(value) => {
                    let _ = self.late.try_set(None);
                    let _ = self.read.try_set(Read::Here(Rc::new(value)));
                }
                Err(reason) if self.now_once().is_some() => {
                    let _ = self.late.try_set(Some(reason));
                }
                Err(reason) => {
                    let _ = self.read.try_set(Read::Missing(reason));
                }
            }
        });
    }

    /// What is here; whoever asks in a view is told of the next answer.
    pub fn now(self) -> Option<Rc<T>> {
        self.read.with(Read::here)
    }

    /// The same, without following it.
    pub fn now_once(self) -> Option<Rc<T>> {
        self.read.try_with_untracked(Read::here).flatten()
    }

    /// Draws once what came. What is to follow later answers asks [`Door::now`]; all else stands, and with it what is typed there.
    pub fn hold(self, draw: impl Fn(Rc<T>) -> View + 'static) -> View {
        let is_here = Memo::new(move |_| self.now().is_some());
        let view = move || {
            if is_here.get()
                && let Some(value) = self.now_once()
            {
                return untrack(|| draw(value));
            }
            match self.read.get() {
                Read::Missing(reason) => self.failed(None, &reason),
                Read::Coming | Read::Here(_) => frame::skeleton(self.here.w.loading),
            }
        };
        let late = move || {
            let lead = people(self.here.w.language).not_read_anew;
            self.late.get().map(|reason| self.failed(Some(lead), &reason))
        };
        view! { {late} {view} }
    }

    /// Draws what came, and anew whatever comes later. For what nobody types into.
    pub fn show(self, draw: impl Fn(Rc<T>) -> View + 'static) -> View {
        let draw = Rc::new(draw);
        self.hold(move |_| {
            let draw = Rc::clone(&draw);
            (move || self.now().map(|value| draw(value))).into_view()
        })
    }

    /// Why there is no answer, and the way to another try.
    fn failed(self, lead: Option<&'static str>, reason: &Spoken) -> View {
        let w = self.here.w;
        let words = reason.in_language(w.language).to_owned();
        let lead = lead.map(|lead| view! { <strong class="refusal-rule">{lead}</strong> });
        view! {
            <div class="refusal" role="alert" data-code={reason.code.clone()}>
                {icon("warn")}
                <div class="refusal-body">
                    <p>{lead}{words}</p>
                    <p><button class="button" type="button" on:click={move |_| self.again()}>{people(w.language).reload}</button></p>
                </div>
            </div>
        }
    }
}
