//! An office of three people, and what is asked of it.

use chrono::{DateTime, NaiveDate, Utc};
use teladan_shared::actor::Actor;
use teladan_shared::board::{Board, Frame};
use teladan_shared::calendar::Calendar;
use teladan_shared::change::apply;
use teladan_shared::command::Action;
use teladan_shared::employee::Employee;
use teladan_shared::entry::{Content, RecordEntry};
use teladan_shared::ids::{EmployeeId, EntryId, PlanId, RemarkId, UnitId};
use teladan_shared::plan::{About, Aspect, Indicator, PlanKind, ProposePlan};
use teladan_shared::quantity::Quantity;
use teladan_shared::refusal::Refusal;
use teladan_shared::row::{Row, Rows};
use teladan_shared::rule::{Ctx, decide, needs};
use teladan_shared::unit::Unit;
use teladan_shared::zone::Zone;
use uuid::Uuid;

pub const UNIT: UnitId = UnitId(Uuid::from_u128(1));
pub const HEAD: EmployeeId = EmployeeId(Uuid::from_u128(2));
pub const STAFF: EmployeeId = EmployeeId(Uuid::from_u128(3));
pub const OTHER: EmployeeId = EmployeeId(Uuid::from_u128(4));
pub const PLAN: PlanId = PlanId(Uuid::from_u128(5));
pub const ENTRY: EntryId = EntryId(Uuid::from_u128(6));
pub const REMARK: RemarkId = RemarkId(Uuid::from_u128(7));

pub fn by(employee: EmployeeId) -> Ctx {
    let now: DateTime<Utc> = "2026-07-14T07:00:00Z".parse().unwrap();
    Ctx::on_server(Actor::Employee { employee }, now, now)
}

pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub struct House {
    pub rows: Rows,
}

impl House {
    pub fn new() -> Self {
        let person = |id, name: &str, superior| Employee {
            id,
            name: name.into(),
            rank: "III/a".into(),
            position: "Analis".into(),
            unit: UNIT,
            superior,
            rev: 1,
        };
        let (kind, acting) = Default::default();
        let (name, head) = ("Bidang".into(), Some(HEAD));
        let unit = Unit { id: UNIT, name, parent: None, head, zone: Zone::Wib, kind, acting, rev: 1 };
        let people = [
            person(HEAD, "Zulkifli", None),
            person(STAFF, "Rahmawati", Some(HEAD)),
            person(OTHER, "Suparman", Some(HEAD)),
        ];
        let rows = people.into_iter().map(Row::Employee).chain([Row::Unit(unit)]).collect();
        let mut house = Self { rows };
        house.done(by(HEAD), house.plan());
        house
    }

    pub fn plan(&self) -> Action {
        Action::ProposePlan(Box::new(ProposePlan {
            id: PLAN,
            owner: STAFF,
            result: "Akta terbit".into(),
            measure: "berkas".into(),
            target: Quantity::whole(20),
            from: day("2026-07-01"),
            until: day("2026-09-30"),
            kind: PlanKind::Main,
            supports: None,
            goal: None,
            about: about("Jumlah kutipan akta terbit", None),
            more: vec![neat()],
        }))
    }

    /// From now on this person leads the unit; in the beginning nobody plans as a head.
    pub fn lead(&mut self, head: EmployeeId) {
        let unit = self.rows.unit(UNIT).unwrap().clone();
        self.rows.put(Row::Unit(Unit { head: Some(head), ..unit }));
    }

    pub fn proposed(&self) -> ProposePlan {
        let Action::ProposePlan(plan) = self.plan() else { unreachable!("not a plan") };
        *plan
    }

    pub fn asked(&self, ctx: &Ctx, action: &Action) -> Result<usize, Refusal> {
        decide(action, &self.rows, ctx).map(|changes| changes.len())
    }

    /// The rows that a command by this actor has asked for when it asks for no more, and after how many rounds.
    pub fn handed_out(&self, ctx: &Ctx, action: &Action) -> (Rows, usize) {
        let mut known = Rows::default();
        for round in 0..10 {
            let wanted = needs(action, &known, ctx);
            let news: Vec<Row> =
                wanted.iter().filter(|key| !known.has(key)).filter_map(|key| self.rows.get(key).cloned()).collect();
            if news.is_empty() {
                return (known, round);
            }
            news.into_iter().for_each(|row| known.put(row));
        }
        unreachable!("never ends");
    }

    pub fn done(&mut self, ctx: Ctx, action: Action) {
        for change in decide(&action, &self.rows, &ctx).unwrap() {
            apply(&mut self.rows, &change.op);
        }
    }
}

pub fn about(name: &str, aspect: Option<Aspect>) -> About {
    let (source, formula) = ("register akta".into(), "terbit tanpa koreksi dibagi terbit".into());
    About { name: name.into(), aspect, source, formula, ..About::default() }
}

pub fn neat() -> Indicator {
    let about = about("Ketepatan data akta", Some(Aspect::Quality));
    Indicator { about, measure: "persen".into(), target: Quantity::whole(98) }
}

pub fn content(text: &str, quantity: i64, date: &str) -> Content {
    Content {
        plan: Some(PLAN),
        text: text.into(),
        quantity: Quantity::whole(quantity),
        work_date: day(date),
        photos: vec![],
        more: Default::default(),
    }
}

pub fn entry(content: Content) -> Action {
    Action::RecordEntry(RecordEntry { id: ENTRY, content, draft: None })
}

/// The head's board on a day, with these days in its chart.
pub fn board(rows: &Rows, day: NaiveDate, days: &[NaiveDate]) -> Board {
    Board::of(rows, UNIT, Some(HEAD), &Frame { day, days, firsts: &[], calendar: Calendar::official() })
}
