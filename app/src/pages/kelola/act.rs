//! Orders of an admin as the office reads them, what is on its way from the office, and what it said no to.

use std::rc::Rc;

use serde::Serialize;
use serde::de::DeserializeOwned;
use shared::employee::PlaceEmployee;
use shared::ids::{EmployeeId, UnitId};
use shared::superior::AnswerSuperior;
use shared::unit::{EndActing, SetActing, UnitKind};
use shared::words::Spoken;

use crate::browser::spawn;
use crate::components::frame;
use crate::components::here::Here;
use crate::components::icon::icon;
use crate::view::prelude::*;
use crate::words::people::people;

/// An order. Its rule is the office's alone, so this phone only knows how it is written.
#[derive(Serialize)]
pub enum Order {
    /// Answer a wish.
    #[serde(rename = "superior.answer")]
    Answer(AnswerSuperior),
    /// Move a person.
    #[serde(rename = "employee.place")]
    Place(PlaceEmployee),
    /// Somebody stands in for a head.
    #[serde(rename = "acting.set")]
    Acting(SetActing),
    /// No longer.
    #[serde(rename = "acting.end")]
    EndActing(EndActing),
    /// A person looks after a unit.
    #[serde(rename = "admin.give")]
    Give(Right),
    /// No longer.
    #[serde(rename = "admin.take")]
    Take(Right),
    /// What kind of unit it is.
    #[serde(rename = "unit.kind")]
    Kind(Kind),
}

/// What kind a unit is.
#[derive(Serialize)]
pub struct Kind {
    /// Which unit.
    pub unit: UnitId,
    /// What it is.
    pub kind: UnitKind,
}

/// A right over a unit.
#[derive(Serialize)]
pub struct Right {
    /// Whose.
    pub person: EmployeeId,
    /// Over which unit.
    pub unit: UnitId,
}

/// Gives an order; `done` comes after a yes.
pub fn give(
    here: Here,
    order: Order,
    busy: RwSignal<bool>,
    refused: RwSignal<Option<Spoken>>,
    done: impl FnOnce() + 'static,
) {
    if busy.get_untracked() {
        return;
    }
    busy.set(true);
    refused.set(None);
    spawn(async move {
        let said = here.desk.order(&order).await;
        let _ = busy.try_set(false);
        match said {
            Ok(()) => done(),
            Err(reason) => {
                let _ = refused.try_set(Some(reason));
            }
        }
    });
}

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

/// What a door answers, and how to ask it again.
pub struct Door<T: 'static> {
    here: Here,
    read: RwSignal<Read<T>, LocalStorage>,
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
        let door = Self { here, read: RwSignal::new_local(Read::Coming), path: StoredValue::new(path) };
        door.again();
        door
    }

    /// Asks again; what is shown stays until the answer comes.
    pub fn again(self) {
        let Some(path) = self.path.try_get_value() else { return };
        spawn(async move {
            let read = match self.here.desk.read::<T>(&path).await {
                Ok(value) => Read::Here(Rc::new(value)),
                Err(reason) => Read::Missing(reason),
            };
            let _ = self.read.try_set(read);
        });
    }

    /// Draws what came.
    pub fn show(self, draw: impl Fn(Rc<T>) -> View + 'static) -> View {
        let w = self.here.w;
        let view = move || match self.read.get() {
            Read::Coming => frame::skeleton(w.loading),
            Read::Here(value) => draw(value),
            Read::Missing(reason) => {
                let words = reason.in_language(w.language).to_owned();
                view! {
                    <div class="refusal" role="alert" data-code={reason.code}>
                        {icon("warn")}
                        <div class="refusal-body">
                            <p>{words}</p>
                            <p><button class="button" type="button" on:click={move |_| self.again()}>{people(w.language).reload}</button></p>
                        </div>
                    </div>
                }
            }
        };
        view.into_view()
    }
}
