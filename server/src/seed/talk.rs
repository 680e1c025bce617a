//! The dialogue of the quarter before: held, closed, and with one action that was not met, so that the next one begins with something.

use chrono::{DateTime, Days, NaiveDate, Utc};
use shared::actor::Actor;
use shared::command::Action;
use shared::dialogue::{Deed, DialogueId, Doer, OwnStep, Quarter, Step, StepDialogue};
use shared::ids::AgreedId;
use shared::zone::Zone;
use uuid::Uuid;

use super::week::moment;
use super::{Hand, Town};
use crate::clock;
use crate::operator::Trouble;

/// Writes it for the first of the staff who can sign in.
pub(super) async fn write(hand: &Hand<'_>, town: &Town) -> Result<(), Trouble> {
    let now = clock::now();
    let quarter = Quarter::of(Zone::Wib.local_date(now)).before();
    let Some(person) = town.staff.iter().find(|person| person.place.nip.is_some()) else { return Ok(()) };
    let (Some(first), Some(last)) = (quarter.first_day(), quarter.last_day()) else { return Ok(()) };
    let [own, head] = [person.id, town.head].map(|employee| Actor::Employee { employee });
    let (talked, closed) = (after(first, 20, now), moment(last, 600, now));
    let [training, register] = [(); 2].map(|()| AgreedId(Uuid::now_v7()));
    let agree = |action, text: &str, doer| {
        let due = last.checked_sub_days(Days::new(20)).unwrap_or(last);
        Step::Agree { action, text: text.to_owned(), due, doer }
    };
    let note = |text: &str| Step::Note { text: text.to_owned(), base: 0 };
    let settle = |action, done, text: &str| Step::Settle { action, done, explanation: text.to_owned() };
    let steps = [
        (head, Step::Open, talked),
        (own, note("Loket paling ramai Senin pagi. Pemohon sering kembali karena syarat kurang jelas."), talked),
        (head, note("Penjelasan syarat di loket sudah rapi. Saya bantu satu orang lagi tiap Senin."), talked),
        (head, agree(training, "Ikut pelatihan arsip digital di BKPSDM", Doer::Person), talked),
        (head, agree(register, "Lembar syarat ditempel di tiga loket", Doer::Both), talked),
        (own, settle(register, true, ""), closed),
        (own, settle(training, false, "Kelas penuh; didaftarkan lagi untuk angkatan berikutnya."), closed),
        (head, Step::Close { base: 7 }, closed),
        (own, Step::Reply { text: "Terima kasih, Pak. Jadwal Senin sangat membantu.".to_owned() }, closed),
    ];
    for (actor, step, at) in steps {
        hand.give(actor, Action::StepDialogue(StepDialogue { person: person.id, quarter, step }), Some(at)).await?;
    }
    // It is long ago: both have read of it.
    let dialogue = DialogueId { person: person.id, quarter };
    for actor in [own, head] {
        let read = OwnStep { base: u32::MAX, ..OwnStep::new(dialogue, Deed::Read) };
        hand.give(actor, Action::OwnStep(read), Some(closed)).await?;
    }
    Ok(())
}

fn after(day: NaiveDate, days: u64, now: DateTime<Utc>) -> DateTime<Utc> {
    moment(day.checked_add_days(Days::new(days)).unwrap_or(day), 540, now)
}
