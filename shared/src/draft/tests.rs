//! Two devices of one person and one draft. Each device has its pad; the office decides by the rule.

use chrono::TimeDelta;
use uuid::Uuid;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use super::*;
use crate::actor::Actor;
use crate::change::apply;
use crate::command::Action;
use crate::employee::Employee;
use crate::entry::{Content, RecordEntry};
use crate::ids::{EntryId, UnitId};
use crate::quantity::Quantity;
use crate::refusal::Refusal;
use crate::row::{Key, Row, Rows};
use crate::rule::{Ctx, decide};
use crate::scope::Scope;

const ME: EmployeeId = EmployeeId(Uuid::from_u128(1));
const OTHER: EmployeeId = EmployeeId(Uuid::from_u128(2));
const DRAFT: DraftId = DraftId(Uuid::from_u128(3));

fn now() -> DateTime<Utc> {
    DateTime::from_timestamp(1_783_990_800, 0).unwrap()
}

/// The office, and a device of mine.
struct Office {
    rows: Rows,
}

#[derive(Default)]
struct Device {
    pad: Pad,
    typed: Typed,
}

impl Office {
    fn new() -> Self {
        let person = |id| {
            let (name, rank, position) = Default::default();
            Row::Employee(Employee { id, name, rank, position, unit: UnitId(Uuid::nil()), superior: None, rev: 1 })
        };
        Self { rows: [person(ME), person(OTHER)].into_iter().collect() }
    }

    fn take(&mut self, employee: EmployeeId, action: &Action) -> Result<Vec<Scope>, Refusal> {
        let changes = decide(action, &self.rows, &Ctx::on_server(Actor::Employee { employee }, now(), now()))?;
        changes.iter().for_each(|change| apply(&mut self.rows, &change.op));
        Ok(changes.into_iter().flat_map(|change| change.scopes).collect())
    }

    fn draft(&self) -> Option<&Draft> {
        self.rows.draft(DRAFT)
    }

    fn text(&self) -> (&str, Vec<&str>) {
        let draft = self.draft().unwrap();
        (draft.value(Field::Text), draft.asides.iter().map(|aside| aside.value.as_str()).collect())
    }
}

impl Device {
    fn continues(office: &Office) -> Self {
        let (pad, typed) = Pad::take_up(office.draft().unwrap());
        Self { pad, typed }
    }

    fn types(&mut self, field: Field, value: &str) {
        value.clone_into(&mut self.typed[field as usize]);
    }

    /// What it would send now.
    fn due(&mut self, office: &Office) -> Option<Action> {
        self.pad.due(office.draft(), &self.typed, 0, DRAFT)
    }

    /// Takes in, sends, and hears the verdict.
    fn syncs(&mut self, office: &mut Office) -> News {
        let mut news = self.pad.take_in(office.draft(), &mut self.typed);
        if let Some(action) = self.due(office) {
            office.take(ME, &action).unwrap();
            news.fields.extend(self.pad.take_in(office.draft(), &mut self.typed).fields);
        }
        news
    }
}

fn record(device: &Device, office: &Office) -> Action {
    let text = device.typed[0].clone();
    let content = Content {
        plan: None,
        text,
        quantity: Quantity::ZERO,
        work_date: now().date_naive(),
        photos: Vec::new(),
        more: Default::default(),
    };
    let draft = device.pad.spent(office.draft(), &device.typed, &content);
    Action::RecordEntry(RecordEntry { id: EntryId(DRAFT.0), content, draft })
}

#[test]
fn different_fields_come_together_and_are_marked_on_both_devices() {
    let mut office = Office::new();
    let mut phone = Device::default();
    phone.types(Field::Text, "akta");
    phone.syncs(&mut office);
    let mut laptop = Device::continues(&office);
    phone.types(Field::Text, "akta lahir");
    laptop.types(Field::Quantity, "7");
    let stale = laptop.due(&office).unwrap();
    phone.syncs(&mut office);
    office.take(ME, &stale).unwrap();
    assert_eq!(laptop.pad.take_in(office.draft(), &mut laptop.typed).fields, [Field::Text]);
    assert_eq!(phone.syncs(&mut office).fields, [Field::Quantity]);
    assert_eq!(phone.typed, laptop.typed);
    let draft = office.draft().unwrap();
    assert!(draft.fields.iter().all(|held| held.merged), "{draft:?}");
    assert_eq!(draft.asides, []);
    phone.types(Field::Quantity, "8");
    phone.syncs(&mut office);
    assert!(!office.draft().unwrap().fields.iter().any(|held| held.merged && held.field == Field::Quantity));
}

#[test]
fn the_same_field_keeps_both_until_the_person_chooses() {
    let mut office = Office::new();
    let mut phone = Device::default();
    phone.types(Field::Text, "akta");
    phone.syncs(&mut office);
    let mut laptop = Device::continues(&office);
    phone.types(Field::Text, "akta lahir");
    laptop.types(Field::Text, "akta mati");
    phone.syncs(&mut office);
    assert_eq!(laptop.syncs(&mut office), News::default(), "nothing is taken from under the hands");
    assert_eq!(office.text(), ("akta lahir", vec!["akta mati"]));
    laptop.types(Field::Text, "akta mati, 2");
    laptop.syncs(&mut office);
    assert_eq!(office.text(), ("akta lahir", vec!["akta mati, 2"]), "its writer writes over the copy");
    let seen = office.draft().unwrap().values();
    let value = "akta mati, 2".to_owned();
    office.take(ME, &Action::SettleDraft(SettleDraft { draft: DRAFT, field: Field::Text, value, seen })).unwrap();
    phone.syncs(&mut office);
    laptop.syncs(&mut office);
    assert_eq!((&phone.typed, office.text()), (&laptop.typed, ("akta mati, 2", vec![])));
    assert!(phone.due(&office).is_none() && laptop.due(&office).is_none(), "level");
}

#[test]
fn what_is_typed_before_the_verdict_is_no_conflict_with_oneself() {
    let mut office = Office::new();
    let mut phone = Device::default();
    phone.types(Field::Text, "a");
    let first = phone.due(&office).unwrap();
    phone.types(Field::Text, "ab");
    office.take(ME, &first).unwrap();
    phone.syncs(&mut office);
    assert_eq!(office.text(), ("ab", vec![]));
}

#[test]
fn a_recorded_draft_goes_and_what_another_device_wrote_stays() {
    let mut office = Office::new();
    let mut phone = Device::default();
    phone.types(Field::Text, "akta ");
    phone.syncs(&mut office);
    let mut laptop = Device::continues(&office);
    laptop.types(Field::Quantity, "7");
    let recorded = record(&phone, &office);
    laptop.syncs(&mut office);
    office.take(ME, &recorded).unwrap();
    let draft = office.draft().unwrap();
    assert_eq!((draft.value(Field::Text), draft.value(Field::Quantity)), ("", "7"));
    office.take(ME, &Action::DropDraft(Spent { draft: DRAFT, seen: draft.values() })).unwrap();
    assert_eq!(office.draft(), None);
    assert_eq!(office.take(ME, &recorded), Ok(vec![]), "saved on two devices it is one entry");
    let mut other = record(&laptop, &office);
    if let Action::RecordEntry(record) = &mut other {
        record.content.text = "lain".to_owned();
    }
    assert_eq!(office.take(ME, &other), Err(Refusal::AlreadyThere));
}

#[test]
fn a_draft_that_was_finished_elsewhere_empties_the_form_only_if_nothing_more_was_typed() {
    let mut office = Office::new();
    let mut phone = Device::default();
    phone.types(Field::Text, "akta");
    phone.syncs(&mut office);
    let (mut idle, mut busy) = (Device::continues(&office), Device::continues(&office));
    busy.types(Field::Text, "akta dan kartu");
    office.take(ME, &record(&phone, &office)).unwrap();
    assert!(idle.syncs(&mut office).finished);
    assert_eq!(idle.typed, Typed::default());
    assert!(!busy.pad.take_in(office.draft(), &mut busy.typed).finished);
    assert_eq!((busy.pad.id, busy.typed[0].as_str()), (None, "akta dan kartu"));
}

#[test]
fn an_emptied_form_lets_go_of_its_draft() {
    let mut office = Office::new();
    let mut phone = Device::default();
    phone.types(Field::Text, "akta");
    phone.types(Field::WorkDate, "2026-07-14");
    phone.syncs(&mut office);
    phone.types(Field::Text, " ");
    phone.syncs(&mut office);
    assert_eq!((office.draft(), phone.pad.id), (None, None));
    assert!(phone.due(&office).is_none());
}

#[test]
fn nobody_but_the_owner_sees_or_writes_it() {
    let mut office = Office::new();
    let sets = vec![Set { field: Field::Text, base: String::new(), value: "akta".to_owned() }];
    let set = Action::SetDraft(SetDraft { draft: DRAFT, seen: 0, photos: None, sets });
    assert_eq!(office.take(ME, &set), Ok(vec![Scope::Own(ME)]));
    let drop = Action::DropDraft(Spent { draft: DRAFT, seen: vec!["akta".to_owned()] });
    let (field, value) = (Field::Text, String::new());
    let settle = Action::SettleDraft(SettleDraft { draft: DRAFT, field, value, seen: Vec::new() });
    for action in [&set, &drop, &settle] {
        assert_eq!(office.take(OTHER, action), Err(Refusal::NotFound));
    }
    assert_eq!(office.take(ME, &drop), Ok(vec![Scope::Own(ME)]));
    assert!(!office.rows.has(&Key::from(DRAFT)));
    assert_eq!(office.take(ME, &drop), Ok(vec![]));
    assert_eq!(office.take(ME, &settle), Ok(vec![]));
}

#[test]
fn photos_are_counted_and_stay_where_they_are() {
    let mut office = Office::new();
    let mut phone = Device::default();
    phone.types(Field::Text, "akta");
    let action = phone.pad.due(None, &phone.typed, 2, DRAFT).unwrap();
    office.take(ME, &action).unwrap();
    let laptop = Device::continues(&office);
    let elsewhere = |device: &Device| device.pad.photos_elsewhere(office.draft());
    assert_eq!((elsewhere(&phone), elsewhere(&laptop)), (0, 2));
    assert!(now() + TimeDelta::zero() == office.draft().unwrap().at);
}
