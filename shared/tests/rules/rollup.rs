//! Sums kept while writing equal the sums of everything, whatever happens in whatever order.

mod away;

use chrono::{Days, NaiveDate, TimeDelta};
use proptest::prelude::*;
use teladan_shared::absence::{AbsenceKind, Absences, AddAbsence, WithdrawAbsence};
use teladan_shared::actor::Actor;
use teladan_shared::change::{Change, apply};
use teladan_shared::command::Action;
use teladan_shared::employee::{CarryRows, Employee, SetEmployee};
use teladan_shared::entry::{ApproveEntry, Content, RecordEntry, ReturnEntry, ReviseEntry, SeeEntry};
use teladan_shared::ids::{AbsenceId, EmployeeId, EntryId, PlanId, RemarkId, UnitId};
use teladan_shared::plan::{AgreePlan, ProposePlan};
use teladan_shared::quantity::Quantity;
use teladan_shared::remark::{RemarkKind, WriteRemark};
use teladan_shared::rollup::Counts;
use teladan_shared::rollup::share::{Sums, deltas, recount};
use teladan_shared::row::{Key, Row, Rows};
use teladan_shared::rule::{Ctx, decide};
use teladan_shared::together::Together;
use teladan_shared::unit::{Unit, UnitKind};
use teladan_shared::zone::Zone;
use uuid::Uuid;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use crate::house::*;

/// Kinds of steps.
const KINDS: u8 = 13;

/// One random step: what, by whom, about which.
type Step = (u8, u8, u8, u8);

struct World {
    rows: Rows,
    kept: Sums,
    hour: i64,
    accepted: usize,
}

fn unit(at: u8) -> UnitId {
    UnitId(Uuid::from_u128(0x100 + u128::from(at % 2)))
}

fn head(at: u8) -> EmployeeId {
    EmployeeId(Uuid::from_u128(0x200 + u128::from(at % 2)))
}

fn staff(at: u8) -> EmployeeId {
    EmployeeId(Uuid::from_u128(0x300 + u128::from(at % 3)))
}

fn entry_id(at: u8) -> EntryId {
    EntryId(Uuid::from_u128(0x400 + u128::from(at % 8)))
}

fn plan_id(at: u8) -> PlanId {
    PlanId(Uuid::from_u128(0x500 + u128::from(at % 4)))
}

fn date(at: u8) -> NaiveDate {
    day("2026-07-10") + Days::new(u64::from(at % 4))
}

impl World {
    fn new() -> Self {
        let unit = |at| {
            Row::Unit(Unit {
                id: unit(at),
                name: "U".into(),
                parent: None,
                head: Some(head(at)),
                kind: UnitKind::default(),
                acting: Vec::new(),
                zone: Zone::Wib,
                rev: 1,
            })
        };
        let person = |id, at, superior| {
            let (name, rank, position) = ("N".into(), String::new(), String::new());
            Row::Employee(Employee { id, name, rank, position, unit: crate::rollup::unit(at), superior, rev: 1 })
        };
        let rows: Rows = [unit(0), unit(1), person(head(0), 0, None), person(head(1), 1, None)]
            .into_iter()
            .chain((0..3).map(|at| person(staff(at), at, Some(head(at)))))
            .collect();
        let kept = recount(&rows);
        Self { rows, kept, hour: 0, accepted: 0 }
    }

    fn take(&mut self, (what, who, which, more): Step) {
        self.hour += 7;
        let now =
            "2026-07-14T01:00:00Z".parse::<chrono::DateTime<chrono::Utc>>().unwrap() + TimeDelta::hours(self.hour % 60);
        let content = Content {
            plan: (more % 3 != 0).then(|| plan_id(more)),
            text: "kerja".into(),
            quantity: Quantity::whole(i64::from(more % 5) + 1),
            work_date: date(more),
            photos: vec![],
            more: Default::default(),
        };
        let entry = entry_id(which);
        let base = self.rows.entry(entry).map_or(1, |entry| entry.version);
        let remark = RemarkId(Uuid::from_u128(0x600 + u128::from(self.hour.unsigned_abs())));
        let owner = self.rows.entry(entry).and_then(|entry| self.rows.employee(entry.owner));
        let superior = owner.and_then(|owner| owner.superior).unwrap_or(head(who));
        let by_staff = Actor::Employee { employee: staff(who) };
        let by_head = Actor::Employee { employee: superior };
        let record = Action::RecordEntry(RecordEntry { id: entry, content: content.clone(), draft: None });
        let approve = Action::ApproveEntry(ApproveEntry { entry, base });
        let (actor, action) = match what % KINDS {
            0 | 1 => (by_staff, record),
            2 => (by_staff, Action::ReviseEntry(ReviseEntry { entry, base, content, seen: None })),
            3 => (by_head, approve),
            4 => (by_head, Action::ReturnEntry(ReturnEntry { entry, base, remark, reason: "angka".into() })),
            5 => {
                let (kind, text) = (RemarkKind::Thanks, String::new());
                (by_head, Action::WriteRemark(WriteRemark::plain(remark, entry, kind, text)))
            }
            6 => {
                let (name, rank, position) = ("N".into(), String::new(), String::new());
                let (id, unit, superior) = (staff(who), unit(which), Some(head(which)));
                (Actor::Operator, Action::SetEmployee(SetEmployee { id, name, rank, position, unit, superior }))
            }
            7 => {
                let by = if more % 2 == 0 { by_staff } else { Actor::Operator };
                let (from, until) = (day("2026-07-01"), day("2026-07-12") + Days::new(u64::from(more % 2) * 30));
                let (result, measure, target) = ("hasil".into(), "berkas".into(), Quantity::whole(6));
                let (id, owner) = (plan_id(which), staff(who));
                let (kind, supports, goal) = Default::default();
                let (about, more) = (about("Jumlah berkas", None), vec![neat()]);
                let plan =
                    ProposePlan { id, owner, result, measure, target, from, until, kind, supports, goal, about, more };
                (by, Action::ProposePlan(Box::new(plan)))
            }
            8 => {
                let plan = self.rows.plan(plan_id(which));
                let owner = plan.and_then(|plan| self.rows.employee(plan.owner));
                let by = owner.and_then(|owner| owner.superior).unwrap_or(head(0));
                let base = plan.map_or(0, |plan| plan.rev);
                (Actor::Employee { employee: by }, Action::AgreePlan(AgreePlan { plan: plan_id(which), base }))
            }
            9 => {
                let (id, person, kind) =
                    (AbsenceId(Uuid::from_u128(0x700 + u128::from(which % 4))), staff(who), AbsenceKind::Duty);
                let (from, until) = (date(which) + Days::new(8), date(which) + Days::new(8 + u64::from(more % 3)));
                (by_staff, Action::AddAbsence(AddAbsence { id, person, kind, from, until, note: String::new() }))
            }
            10 => {
                let (id, person) = (AbsenceId(Uuid::from_u128(0x700 + u128::from(which % 4))), staff(who));
                (by_staff, Action::WithdrawAbsence(WithdrawAbsence { id, person }))
            }
            11 => {
                let rows = vec![Key::from(Absences::of(staff(who))), Key::from(entry), Key::from(plan_id(more))];
                (Actor::Operator, Action::CarryRows(CarryRows { person: staff(who), rows }))
            }
            _ => {
                let see = Action::SeeEntry(SeeEntry { entry, base });
                (by_head, Action::Together(Together { actions: vec![see, approve] }))
            }
        };
        let ctx = Ctx::on_server(actor, now, now);
        let Ok(changes) = decide(&action, &self.rows, &ctx) else { return };
        self.accepted += 1;
        self.keep(&changes);
    }

    fn keep(&mut self, changes: &[Change]) {
        let delta = deltas(&self.rows, changes);
        for (place, counts) in delta.days {
            self.kept.days.entry(place).or_default().add(&counts, 1);
        }
        for (place, sums) in delta.spans {
            self.kept.spans.entry(place).or_default().add(&sums, 1);
        }
        for (place, sums) in delta.parts {
            self.kept.parts.entry(place).or_default().add(&sums, 1);
        }
        for (place, people) in delta.away {
            *self.kept.away.entry(place).or_default() += people;
        }
        for (place, people) in delta.staff {
            *self.kept.staff.entry(place).or_default() += people;
        }
        changes.iter().for_each(|change| apply(&mut self.rows, &change.op));
    }

    /// Something that must be accepted, kept like a random step.
    fn done(&mut self, actor: Actor, action: Action) {
        let now = "2026-07-14T01:00:00Z".parse().unwrap();
        let changes = decide(&action, &self.rows, &Ctx::on_server(actor, now, now)).unwrap();
        self.keep(&changes);
    }

    /// What was kept, without places where nothing is left.
    fn kept(&self) -> Sums {
        let mut kept = self.kept.clone();
        kept.days.retain(|_, counts| !counts.is_zero());
        kept.spans.retain(|_, sums| !sums.is_zero());
        kept.parts.retain(|_, sums| !sums.is_zero());
        kept.away.retain(|_, people| *people != 0);
        kept.staff.retain(|_, people| *people != 0);
        kept
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn plm_5_what_is_kept_while_writing_is_what_a_recount_finds(steps in proptest::collection::vec(any::<Step>(), 1..60)) {
        let mut world = World::new();
        for step in steps {
            world.take(step);
            prop_assert_eq!(world.kept(), recount(&world.rows));
            prop_assert_eq!(world.kept().by_unit_and_day(), recount(&world.rows).by_unit_and_day());
        }
    }
}

/// The steps of the property test do happen: a generator whose commands are all refused would prove nothing.
#[test]
fn the_random_steps_reach_every_sum() {
    let mut world = World::new();
    let mut seen = Counts::default();
    let (mut plans, mut due, mut moved, mut away, mut back) = (0, 0, 0, 0, 0);
    for at in 0..10_000_u32 {
        let number = at.wrapping_mul(2_654_435_761);
        let byte = |place: u32| u8::try_from(number.rotate_left(place * 7 + at % 31) & 0xff).unwrap();
        let before = world.accepted;
        world.take((byte(0), byte(1), byte(2), byte(3)));
        let did = |kind| u32::from(byte(0) % KINDS == kind && world.accepted > before);
        moved += did(6);
        away += did(9);
        back += did(10);
        if at % 100 == 99 {
            world.kept().by_unit_and_day().values().for_each(|day| seen.add(day, 1));
            plans += world.kept().spans.values().map(|sums| sums.reached).sum::<i64>();
            due += world.kept().parts.values().map(|sums| sums.percent).sum::<i64>();
            world = World::new();
        }
    }
    let missing: Vec<&str> =
        Counts::NAMES.into_iter().zip(seen.values()).filter(|(_, sum)| *sum == 0).map(|(name, _)| name).collect();
    assert_eq!(missing, ["blocked"], "blocked comes with the state of an entry");
    assert!(plans > 0 && due > 0 && moved > 0, "{plans} plans reached, {due} percent of months, {moved} moves");
    assert!(away > 0 && back > 0, "{away} times away, {back} taken back");
}

#[test]
fn plm_5_a_day_that_loses_its_last_entry_loses_its_person() {
    let mut house = House::new();
    let all = recount(&house.rows);
    assert_eq!(all.staff[&UNIT], 3);
    house.done(by(STAFF), entry(content("tujuh", 7, "2026-07-14")));
    let on = |house: &House, date| recount(&house.rows).by_unit_and_day().get(&(day(date), UNIT)).copied();
    assert_eq!(on(&house, "2026-07-14").map(|day| (day.people, day.waiting)), Some((1, 1)));
    let moved = Action::ReviseEntry(ReviseEntry {
        entry: ENTRY,
        base: 1,
        content: content("tujuh", 7, "2026-07-13"),
        seen: None,
    });
    house.done(by(STAFF), moved);
    assert_eq!(on(&house, "2026-07-14"), None);
    assert_eq!(on(&house, "2026-07-13").map(|day| day.people), Some(1));
    house.done(by(HEAD), Action::ApproveEntry(ApproveEntry { entry: ENTRY, base: 2 }));
    let day = on(&house, "2026-07-13").unwrap();
    assert_eq!((day.waiting, day.approved, day.answered, day.mean_answer_seconds()), (0, 1, 1, Some(0)));
}
