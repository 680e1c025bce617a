//! First passwords of an import. The office tells some at a time, so what has come is kept until it lies in a file with all the others. Asked
//! for again, whoever has never signed in gets another one.

use shared::people::import::Passwords;
use shared::words::Spoken;
use uuid::Uuid;

use super::{Wizard, save};
use crate::components::here::Here;
use crate::components::icon::icon;
use crate::view::prelude::*;
use crate::words::people::people;

/// What has come of a batch.
#[derive(Clone)]
pub(super) struct Told {
    batch: Uuid,
    csv: String,
    /// Where it goes on; none when that was all.
    next: Option<u32>,
}

impl Told {
    /// Asks until all has come. What came before an error stays.
    async fn ask(&mut self, here: Here) -> Result<(), Spoken> {
        while let Some(from) = self.next {
            let path = ["/api/import/", &self.batch.to_string(), "/passwords?from=", &from.to_string()].concat();
            let some: Passwords = here.desk.send(&path, None).await?;
            self.csv.push_str(&some.csv);
            self.next = some.next;
        }
        Ok(())
    }

    /// Is anybody in it? The first line names the columns.
    fn has_any(&self) -> bool {
        self.csv.lines().nth(1).is_some()
    }
}

/// The button below a list that has just been applied.
pub(super) fn passwords(wizard: Wizard, batch: Uuid) -> View {
    let p = people(wizard.here.w.language);
    let busy = move || wizard.busy.get().then_some("true");
    view! {
        <p class="note soft after">{p.import_passwords_about}</p>
        <p>
            <button class="button" type="button" aria-busy={busy} on:click={move |_| hand_over(wizard, batch)}>
                {icon("lock")}{p.import_passwords}
            </button>
        </p>
    }
}

/// The button of an earlier import: for whoever left the page before the passwords lay in a file.
pub(super) fn of_earlier(wizard: Wizard, batch: Uuid) -> View {
    let p = people(wizard.here.w.language);
    let busy = move || wizard.busy.get().then_some("true");
    view! {
        <button class="button quiet" type="button" aria-busy={busy} on:click={move |_| hand_over(wizard, batch)}>
            {icon("lock")}{p.batch_passwords}
        </button>
    }
}

/// Gathers them into one file and then forgets them. When the line breaks on the way, what came by then is a file too, and the next press
/// goes on from there.
fn hand_over(wizard: Wizard, batch: Uuid) {
    let known = wizard.told.get_untracked().filter(|told| told.batch == batch);
    let mut told = known.unwrap_or(Told { batch, csv: String::new(), next: Some(0) });
    wizard.run(async move {
        let came = told.ask(wizard.here).await;
        // Also when the page was left meanwhile: nobody will be told these again.
        let in_file = told.has_any() && save("kata-sandi-awal.csv", &told.csv);
        let (keeps, said) = match came {
            Ok(()) if in_file => (false, Ok(())),
            Ok(()) if told.has_any() => (true, Err(unsaved())),
            Ok(()) => (false, Err(all_given())),
            Err(reason) if in_file => (true, Err(partly(&reason))),
            Err(reason) => (true, Err(reason)),
        };
        let _ = wizard.told.try_set(Some(told).filter(|_| keeps));
        said
    });
}

/// Some came, and then no more: why, where those are, and what to do.
fn partly(reason: &Spoken) -> Spoken {
    let mut said = some_came();
    for (words, before) in [(&mut said.id, &reason.id), (&mut said.en, &reason.en)] {
        words.insert(0, ' ');
        words.insert_str(0, before);
    }
    said
}

fn some_came() -> Spoken {
    Spoken {
        code: "passwords_partly".to_owned(),
        id: "Yang sudah sampai ada di unduhan Anda. Tekan lagi setelah setengah menit untuk mengambil sisanya."
            .to_owned(),
        en: "What has come is among your downloads. Press again after half a minute to fetch the rest.".to_owned(),
    }
}

/// The browser took no file.
fn unsaved() -> Spoken {
    Spoken {
        code: "passwords_unsaved".to_owned(),
        id: "Berkas kata sandi belum tersimpan di unduhan. Jangan tinggalkan halaman ini, lalu tekan lagi.".to_owned(),
        en: "The file with the passwords is not among your downloads yet. Stay on this page, and press again."
            .to_owned(),
    }
}

/// None is left to be told.
fn all_given() -> Spoken {
    Spoken {
        code: "passwords_given".to_owned(),
        id: "Tidak ada lagi akun dari impor ini yang menunggu kata sandi awal.".to_owned(),
        en: "No account of this import waits for a first password any more.".to_owned(),
    }
}
