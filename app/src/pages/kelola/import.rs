//! The import in four steps: a file, which column is which, what would happen, apply. And below, what was brought in earlier and
//! how to take it back. The file stays in the browser; each step sends it along.

mod batches;
mod check;
mod columns;
mod passwords;

use js_sys::ArrayBuffer;
use shared::people::import::{Batches, Checkup, Columns, Progress};
use shared::words::Spoken;
use uuid::Uuid;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlInputElement;

use crate::browser::spawn;
use crate::components::browser::{chosen_file, press};
use crate::components::door::Door;
use crate::components::frame;
use crate::components::here::Here;
use crate::components::icon::icon;
use crate::components::refusal::refusal;
use crate::file;
use crate::view::prelude::*;
use crate::words::people::people;

/// A file on its way in.
#[derive(Clone, Copy)]
pub(super) struct Wizard {
    here: Here,
    /// Its name.
    name: RwSignal<String>,
    /// Its bytes.
    bytes: RwSignal<Option<ArrayBuffer>, LocalStorage>,
    /// Into which unit.
    unit: RwSignal<String>,
    /// What stands in it.
    columns: RwSignal<Option<Columns>>,
    /// For each of our columns the place in the file; -1 for none.
    mapping: RwSignal<Vec<i64>>,
    /// What it would do.
    check: RwSignal<Option<Checkup>>,
    /// Leave rows with problems out.
    skip: RwSignal<bool>,
    /// The batch under which it is applied.
    batch: RwSignal<Option<Uuid>>,
    /// How far that is.
    progress: RwSignal<Option<Progress>>,
    /// First passwords that have come and do not all lie in a file yet.
    told: RwSignal<Option<passwords::Told>>,
    busy: RwSignal<bool>,
    refused: RwSignal<Option<Spoken>>,
    /// Earlier imports.
    batches: Door<Batches>,
}

/// The part of the page.
#[must_use]
pub fn import(here: Here) -> View {
    let (w, p) = (here.w, people(here.w.language));
    let tops =
        here.desk.person.with_untracked(|person| person.as_ref().map(|one| one.admin.clone()).unwrap_or_default());
    let first = tops.first().map(|top| top.unit.to_string()).unwrap_or_default();
    let wizard = Wizard {
        here,
        name: RwSignal::new(String::new()),
        bytes: RwSignal::new_local(None),
        unit: RwSignal::new(first),
        columns: RwSignal::new(None),
        mapping: RwSignal::new(Vec::new()),
        check: RwSignal::new(None),
        skip: RwSignal::new(false),
        batch: RwSignal::new(None),
        progress: RwSignal::new(None),
        told: RwSignal::new(None),
        busy: RwSignal::new(false),
        refused: RwSignal::new(None),
        batches: Door::open(here, "/api/import".to_owned()),
    };
    let options: Vec<View> =
        tops.into_iter().map(|top| view! { <option value={top.unit.to_string()}>{top.name}</option> }).collect();
    let choose_unit = move |event: Event| {
        wizard.unit.set(event_target_value(&event));
        wizard.check.set(None);
    };
    let chosen = move |event: Event| {
        let input = event_target::<HtmlInputElement>(&event);
        if let Some(file) = chosen_file(&input) {
            wizard.take(file);
        }
    };
    let busy = move || wizard.busy.get().then_some("true");
    let pick = move |_| {
        if !wizard.busy.get_untracked() {
            press("impor-berkas");
        }
    };
    let first = view! {
        <p class="note soft">{p.import_about}</p>
        <div class="field">
            <label for="impor-unit">{p.import_into}</label>
            <span class="select"><select class="input" id="impor-unit" disabled={move || wizard.busy.get()} on:change={choose_unit}>{options}</select>{icon("down")}</span>
        </div>
        <input class="aloud" id="impor-berkas" type="file" accept=".xlsx,.csv,.txt" tabindex="-1" aria-label={p.import_file} on:change={chosen} />
        <p>
            <button class="button" type="button" aria-busy={busy} on:click={pick}>
                {icon("upload")}{p.import_file}
            </button>
        </p>
        {refusal(w, w.not_accepted, wizard.refused)}
    };
    view! {
        {frame::section("impor", p.tab_import, "", first)}
        {move || columns::columns(wizard)}
        {move || check::check(wizard)}
        {batches::batches(wizard)}
    }
}

impl Wizard {
    /// The address of a step with what was chosen.
    fn path(self, step: &str) -> String {
        let name = String::from(js_sys::encode_uri_component(&self.name.get_untracked()));
        let place = |place: &i64| if *place < 0 { "-".to_owned() } else { place.to_string() };
        let map = self.mapping.with_untracked(|mapping| mapping.iter().map(place).collect::<Vec<_>>().join(","));
        let unit = self.unit.get_untracked();
        ["/api/import/", step, "?name=", &name, "&map=", &map, "&unit=", &unit].concat()
    }

    /// Takes a file and asks what stands in it. What is under way ends with the file that it began with.
    fn take(self, file: web_sys::File) {
        if self.busy.get_untracked() {
            return;
        }
        self.columns.set(None);
        self.check.set(None);
        self.progress.set(None);
        self.batch.set(None);
        self.name.set(file.name());
        let path = self.path("columns");
        self.run(async move {
            let read = JsFuture::from(file.array_buffer()).await.ok();
            let Some(bytes) = read.and_then(|bytes| bytes.dyn_into::<ArrayBuffer>().ok()) else { return Ok(()) };
            let _ = self.bytes.try_set(Some(bytes.clone()));
            let columns: Columns = self.here.desk.send(&path, Some(bytes.into())).await?;
            let _ = self.mapping.try_set(columns.suggested.clone());
            let _ = self.columns.try_set(Some(columns));
            Ok(())
        });
    }

    /// Asks what the file would do. A batch that is being written is not forgotten for it.
    fn look(self) {
        let Some(bytes) = self.bytes.get_untracked().filter(|_| !self.busy.get_untracked()) else { return };
        self.progress.set(None);
        self.batch.set(None);
        let path = self.path("check");
        self.run(async move {
            let check: Checkup = self.here.desk.send(&path, Some(bytes.into())).await?;
            let _ = self.check.try_set(Some(check));
            Ok(())
        });
    }

    /// Has it written, a few seconds at a time, until it is finished.
    fn apply(self) {
        let Some(bytes) = self.bytes.get_untracked().filter(|_| !self.busy.get_untracked()) else { return };
        let batch = self.batch.get_untracked().unwrap_or_else(Uuid::now_v7);
        self.batch.set(Some(batch));
        let skip = if self.skip.get_untracked() { "&skip=true" } else { "" };
        let path = [&self.path("apply"), skip, "&batch=", &batch.to_string()].concat();
        self.run(async move {
            let written = self.write(&path, &bytes).await;
            // One that stopped on the way is listed as well: it can be taken back, and its accounts have passwords.
            self.batches.again();
            written
        });
    }

    async fn write(self, path: &str, bytes: &ArrayBuffer) -> Result<(), Spoken> {
        loop {
            let progress: Progress = self.here.desk.send(path, Some(bytes.clone().into())).await?;
            let finished = progress.finished;
            if self.progress.try_set(Some(progress)).is_some() || finished {
                return Ok(());
            }
        }
    }

    /// One thing at a time; what the office refuses is said beside the file.
    fn run(self, work: impl Future<Output = Result<(), Spoken>> + 'static) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        self.refused.set(None);
        spawn(async move {
            let done = work.await;
            let _ = self.busy.try_set(false);
            if let Err(reason) = done {
                let _ = self.refused.try_set(Some(reason));
            }
        });
    }
}

/// A list for a spreadsheet, which takes the letters for what they are when the file begins with a mark. Tells whether the browser took it.
fn save(name: &str, csv: &str) -> bool {
    file::download(name, "text/csv", &["\u{feff}", csv].concat()).is_some()
}
