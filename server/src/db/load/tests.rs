//! A loaded database and a written one are the same, table by table.

use chrono::{Days, NaiveDate, TimeDelta};
use shared::actor::Actor;
use shared::command::{Action, Command, VERSION};
use shared::employee::SetEmployee;
use shared::entry::{ApproveEntry, Content, RecordEntry, ReturnEntry};
use shared::ids::{CommandId, EmployeeId, EntryId, PlanId, RemarkId, UnitId};
use shared::plan::{About, Aspect, Indicator, PlanKind, ProposePlan};
use shared::quantity::Quantity;
use shared::sync::office::{Arrived, Office, Order, Taken};
use shared::sync::wire::Verdict;
use shared::unit::SetUnit;
use uuid::Uuid;

use super::*;

/// Everything but `note`, of which the database keeps its epoch and nothing of anybody's work.
const TABLES: [&str; 19] = [
    "head", "change", "live", "command", "device", "unit", "employee", "plan", "terms", "entry", "remark", "name",
    "rollup", "tally", "span", "part", "staff", "wait", "letter",
];

const UNIT: UnitId = UnitId(Uuid::from_u128(0xA));
const HEAD: EmployeeId = EmployeeId(Uuid::from_u128(1));
const STAFF: EmployeeId = EmployeeId(Uuid::from_u128(2));
const PLAN: PlanId = PlanId(Uuid::from_u128(3));

fn about(name: &str, aspect: Aspect) -> About {
    let (source, formula) = ("register akta".into(), "terbit tanpa koreksi dibagi terbit".into());
    About { name: name.into(), aspect: Some(aspect), source, formula, ..About::default() }
}

/// Who gives which command, on which day after the first.
fn orders(first: NaiveDate) -> Vec<(Actor, u64, Action)> {
    let unit = |head| {
        let (name, zone) = ("Bidang Pendaftaran".into(), Default::default());
        Action::SetUnit(SetUnit { id: UNIT, name, parent: None, head, zone, was: None })
    };
    let person = |id, name: &str, superior| {
        let (rank, position) = ("III/a".into(), "Analis".into());
        Action::SetEmployee(SetEmployee { id, name: name.into(), rank, position, unit: UNIT, superior })
    };
    let (head, staff) = (Actor::Employee { employee: HEAD }, Actor::Employee { employee: STAFF });
    let plan = ProposePlan {
        id: PLAN,
        owner: STAFF,
        result: "Akta terbit".into(),
        measure: "berkas".into(),
        target: Quantity::whole(40),
        from: first,
        until: first + Days::new(300),
        kind: PlanKind::Main,
        supports: None,
        goal: None,
        about: about("Jumlah kutipan akta terbit", Aspect::Quantity),
        more: vec![Indicator {
            about: about("Ketepatan data akta", Aspect::Quality),
            measure: "persen".into(),
            target: Quantity::whole(97),
        }],
    };
    let mut orders = vec![
        (Actor::Operator, 0, unit(None)),
        (Actor::Operator, 0, person(HEAD, "Zulkifli", None)),
        (Actor::Operator, 0, person(STAFF, "Siti Rahmawati", Some(HEAD))),
        (Actor::Operator, 0, unit(Some(HEAD))),
        (Actor::Operator, 0, person(STAFF, "Rahmawati, S.Sos.", Some(HEAD))),
        (Actor::Operator, 0, Action::ProposePlan(Box::new(plan))),
    ];
    for day in 0..40_u64 {
        let entry = EntryId(Uuid::from_u128(0xE00 + u128::from(day)));
        let content = Content {
            plan: (day % 3 != 0).then_some(PLAN),
            text: "Melayani loket".into(),
            quantity: Quantity::whole(2),
            work_date: first + Days::new(day),
            photos: Vec::new(),
            more: Box::default(),
        };
        orders.push((staff, day, Action::RecordEntry(RecordEntry { id: entry, content, draft: None })));
        let (remark, reason) = (RemarkId(Uuid::from_u128(0xF00 + u128::from(day))), "Samakan angkanya.".into());
        orders.push(match day % 9 {
            7 => (head, day + 1, Action::ReturnEntry(ReturnEntry { entry, base: 1, remark, reason })),
            8 => continue,
            _ => (head, day + 1, Action::ApproveEntry(ApproveEntry { entry, base: 1 })),
        });
    }
    orders
}

async fn give<S: Store<Payload = serde_json::Value>>(store: &S, begin: DateTime<Utc>) {
    let mut places: HashMap<DeviceId, u64> = HashMap::new();
    for (number, (actor, day, action)) in orders(begin.date_naive()).into_iter().enumerate() {
        let at =
            begin + TimeDelta::days(i64::try_from(day).unwrap()) + TimeDelta::seconds(i64::try_from(number).unwrap());
        let device = DeviceId(actor.employee().map_or(Uuid::from_u128(77), |who| who.0));
        let place = places.entry(device).or_default();
        *place += 1;
        let (id, seq) = (CommandId(Uuid::from_u128(0xC00 + number as u128)), *place);
        let command = Command { id, device, seq, v: VERSION, made_at: at, action };
        let payload = serde_json::to_value(&command).unwrap();
        let arrived = Arrived { id, device, seq, command: Some(command), payload };
        let taken = Office::new(store).take(actor, &arrived, Order::Device, None, at).await.unwrap();
        assert!(matches!(&taken, Taken::Decided(Verdict::Accepted, _)), "{number}: {taken:?}");
    }
}

async fn all(db: &Db, table: &str) -> Vec<serde_json::Value> {
    let text = format!("SELECT * FROM {table}");
    let rows: Vec<Value> = db.run(text, surrealdb::types::Variables::new()).await.unwrap().take(0).unwrap();
    rows.into_iter().map(Value::into_json_value).collect()
}

#[tokio::test]
async fn a_loaded_database_is_a_written_one() {
    let begin: DateTime<Utc> = "2026-07-01T02:00:00Z".parse().unwrap();
    let written = Db::open("mem://", "written").await.unwrap();
    give(&written, begin).await;
    let loaded = Db::open("mem://", "loaded").await.unwrap();
    let loader = Loader::for_empty(&loaded, begin + TimeDelta::days(20)).await.unwrap();
    give(&loader, begin).await;
    loaded.load(loader.take()).await.unwrap();
    loaded.load(loader.finish()).await.unwrap();
    // What is old has left the loaded logs from the beginning; in the written ones it is taken away.
    crate::tend::once(&written, crate::tend::Sums::All, begin + TimeDelta::days(20 + 90)).await.unwrap();
    for table in TABLES {
        let (written, loaded) = (all(&written, table).await, all(&loaded, table).await);
        assert!(!written.is_empty(), "{table}");
        assert_eq!(written.len(), loaded.len(), "{table}");
        for (one, other) in written.iter().zip(&loaded) {
            assert_eq!(one, other, "{table}");
        }
    }
}

#[tokio::test]
async fn what_waits_is_written_down_later_as_if_it_had_always_been() {
    let begin: DateTime<Utc> = "2026-07-01T02:00:00Z".parse().unwrap();
    let db = Db::open("mem://", "older").await.unwrap();
    give(&db, begin).await;
    let kept = [all(&db, "wait").await, all(&db, "letter").await];
    // Four of forty were returned, four were never answered.
    assert_eq!(kept.each_ref().map(Vec::len), [8, 4]);
    db.run("DELETE wait; DELETE letter", surrealdb::types::Variables::new()).await.unwrap();
    for _twice in 0..2 {
        for table in ["entry", "remark"] {
            let mut mark: Option<String> = None;
            loop {
                mark = db.note_waits(table, mark.as_deref(), 7).await.unwrap();
                if mark.is_none() {
                    break;
                }
            }
        }
    }
    assert_eq!([all(&db, "wait").await, all(&db, "letter").await], kept);
}
