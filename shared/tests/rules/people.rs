//! Who belongs where, who may say so, and who is away: a town of two dinas with an admin each, and one above both.

use teladan_shared::absence::{AbsenceKind, AddAbsence};
use teladan_shared::account::OpenAccount;
use teladan_shared::actor::Actor;
use teladan_shared::admin::{GiveAdmin, TakeAdmin};
use teladan_shared::change::Op;
use teladan_shared::command::Action;
use teladan_shared::employee::{Career, PlaceEmployee, SetEmployee};
use teladan_shared::ids::{AbsenceId, AccountId, EmployeeId, SuperiorRequestId, UnitId};
use teladan_shared::nip::Nip;
use teladan_shared::refusal::{FeedbackFault, OfficeFault, Refusal};
use teladan_shared::row::{Row, Rows};
use teladan_shared::rule::{Ctx, decide, needs};
use teladan_shared::scope::Scope;
use teladan_shared::superior::{
    AnswerSuperior, Asked, Decision, ReadSuperior, RequestState, RequestSuperior, WithdrawSuperior,
};
use teladan_shared::unit::{SetUnit, SetUnitKind, UnitKind};
use uuid::Uuid;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

mod acting;
mod afterwards;
mod coming;
mod later;
mod meanwhile;
mod own;
mod stands;
mod within;

use crate::house::*;

pub const CITY: UnitId = UnitId(Uuid::from_u128(0x100));
pub const DINAS: UnitId = UnitId(Uuid::from_u128(0x101));
pub const SEKSI: UnitId = UnitId(Uuid::from_u128(0x102));
pub const ELSEWHERE: UnitId = UnitId(Uuid::from_u128(0x103));
pub const BOSS: EmployeeId = EmployeeId(Uuid::from_u128(0x110));
pub const ADMIN: EmployeeId = EmployeeId(Uuid::from_u128(0x111));
pub const CITY_ADMIN: EmployeeId = EmployeeId(Uuid::from_u128(0x112));
pub const STRANGER: EmployeeId = EmployeeId(Uuid::from_u128(0x113));
const WISH: SuperiorRequestId = SuperiorRequestId(Uuid::from_u128(0x120));

pub fn operator() -> Ctx {
    let now = by(HEAD).now;
    Ctx::on_server(Actor::Operator, now, now)
}

pub fn unit(id: UnitId, name: &str, parent: Option<UnitId>, head: Option<EmployeeId>) -> Action {
    Action::SetUnit(SetUnit { id, name: name.into(), parent, head, zone: Default::default(), was: None })
}

pub fn person(id: EmployeeId, name: &str, unit: UnitId, superior: Option<EmployeeId>) -> Action {
    let (rank, position) = (String::new(), "Analis".into());
    Action::SetEmployee(SetEmployee { id, name: name.into(), rank, position, unit, superior })
}

pub fn away(id: u128, kind: AbsenceKind, from: &str, until: &str) -> Action {
    let (id, from, until) = (AbsenceId(Uuid::from_u128(id)), day(from), day(until));
    Action::AddAbsence(AddAbsence { id, person: STAFF, kind, from, until, note: String::new() })
}

pub fn place(house: &House, id: EmployeeId, superior: Option<EmployeeId>) -> PlaceEmployee {
    let person = house.rows.employee(id).unwrap();
    let (unit, position) = (person.unit, person.position.clone());
    PlaceEmployee { id, base: person.rev, from: day("2026-07-01"), unit, position, superior, reason: "SK".into() }
}

fn wish(wanted: Option<EmployeeId>) -> Action {
    let (wanted_name, reason) = ("Bu Boss".into(), "Saya pindah ke dinas.".into());
    Action::RequestSuperior(RequestSuperior { id: WISH, wanted, wanted_name, reason })
}

fn answer(house: &House, decision: Decision, words: &str) -> Action {
    let base = house.rows.asked(Asked::of(STAFF)).map_or(0, |asked| asked.rev);
    Action::AnswerSuperior(AnswerSuperior { person: STAFF, request: WISH, base, decision, answer: words.into() })
}

/// City > Dinas > the house's Bidang > Seksi, and another dinas beside it.
pub fn town() -> House {
    let mut house = House::new();
    let mut order = |action| house.done(operator(), action);
    order(unit(CITY, "Pemerintah Kota", None, None));
    order(unit(DINAS, "Dinas Kependudukan", Some(CITY), None));
    order(unit(UNIT, "Bidang", Some(DINAS), Some(HEAD)));
    order(unit(SEKSI, "Seksi Arsip", Some(UNIT), None));
    order(unit(ELSEWHERE, "Dinas Kesehatan", Some(CITY), None));
    order(person(BOSS, "Bu Boss", DINAS, None));
    order(person(ADMIN, "Admin Dinas", DINAS, Some(BOSS)));
    order(person(CITY_ADMIN, "Admin Kota", CITY, None));
    order(person(STRANGER, "Orang Lain", ELSEWHERE, None));
    order(Action::GiveAdmin(GiveAdmin { person: ADMIN, unit: DINAS }));
    order(Action::GiveAdmin(GiveAdmin { person: CITY_ADMIN, unit: CITY }));
    house
}

/// Decides with no more rows than the rule asks for, as the office does.
pub fn asked_narrowly(house: &House, ctx: &Ctx, action: &Action) -> Result<usize, Refusal> {
    let mut known = Rows::default();
    for _ in 0..40 {
        let wanted = needs(action, &known, ctx);
        let before = known.len();
        wanted.iter().filter_map(|key| house.rows.get(key).cloned()).for_each(|row| known.put(row));
        if known.len() == before {
            break;
        }
    }
    decide(action, &known, ctx).map(|changes| changes.len())
}

#[test]
fn an_admin_writes_at_their_unit_and_below_and_nowhere_else() {
    let house = town();
    let new = EmployeeId(Uuid::from_u128(0x130));
    let new_unit = UnitId(Uuid::from_u128(0x131));
    let nip = || Nip::parse("198609262015051001").unwrap();
    let open = |employee| Action::OpenAccount(OpenAccount { id: AccountId(Uuid::from_u128(1)), nip: nip(), employee });
    let ok = Ok::<(), Refusal>(());
    let outside = Err(Refusal::NotFound);
    let not_mine = Err(Refusal::NotAllowed);
    let kind = |unit| Action::SetUnitKind(SetUnitKind { unit, kind: UnitKind::Uptd });
    let out = PlaceEmployee { unit: ELSEWHERE, ..place(&house, STAFF, None) };
    // What is asked, and what the dinas' admin, the city's admin and a head without a right are told.
    let table = [
        ("person in the dinas", person(new, "Baru", DINAS, Some(BOSS)), &ok, &ok, &not_mine),
        ("person far below", person(new, "Baru", SEKSI, Some(HEAD)), &ok, &ok, &not_mine),
        ("person beside", person(new, "Baru", ELSEWHERE, None), &outside, &ok, &not_mine),
        ("person above", person(new, "Baru", CITY, None), &outside, &ok, &not_mine),
        ("pulling somebody over", person(STRANGER, "Orang Lain", DINAS, None), &outside, &ok, &not_mine),
        ("pushing somebody out", person(STAFF, "Rahmawati", ELSEWHERE, None), &outside, &ok, &not_mine),
        ("unit below", unit(new_unit, "Seksi Baru", Some(UNIT), None), &ok, &ok, &not_mine),
        ("unit at the top", unit(new_unit, "Kota Lain", None, None), &outside, &outside, &not_mine),
        ("moving a unit out", unit(UNIT, "Bidang", Some(ELSEWHERE), Some(HEAD)), &outside, &ok, &not_mine),
        ("kind of a unit", kind(SEKSI), &ok, &ok, &not_mine),
        ("kind of one beside", kind(ELSEWHERE), &outside, &ok, &not_mine),
        ("an account", open(STAFF), &ok, &ok, &not_mine),
        ("an account beside", open(STRANGER), &outside, &ok, &not_mine),
        ("a right below", Action::GiveAdmin(GiveAdmin { person: HEAD, unit: UNIT }), &ok, &ok, &not_mine),
        (
            "a right over one's own",
            Action::GiveAdmin(GiveAdmin { person: HEAD, unit: DINAS }),
            &outside,
            &ok,
            &not_mine,
        ),
        ("taking one's equal's", Action::TakeAdmin(TakeAdmin { person: ADMIN, unit: DINAS }), &outside, &ok, &not_mine),
        ("a place", Action::PlaceEmployee(place(&house, STAFF, Some(BOSS))), &ok, &ok, &not_mine),
        ("a place out of reach", Action::PlaceEmployee(out), &outside, &ok, &not_mine),
        ("a place beside", Action::PlaceEmployee(place(&house, STRANGER, None)), &outside, &ok, &not_mine),
    ];
    for (what, action, dinas, city, head) in table {
        for (who, expected) in [(ADMIN, dinas), (CITY_ADMIN, city), (HEAD, head)] {
            assert_eq!(house.asked(&by(who), &action).map(drop), *expected, "{what} by {who}");
            assert_eq!(asked_narrowly(&house, &by(who), &action).map(drop), *expected, "{what} by {who}, narrowly");
        }
        assert!(house.asked(&operator(), &action).is_ok(), "{what} by the operator");
    }
}

#[test]
fn a_right_that_was_taken_is_gone() {
    let mut house = town();
    let act = Action::PlaceEmployee(place(&house, STAFF, Some(BOSS)));
    assert!(house.asked(&by(ADMIN), &act).is_ok());
    house.done(by(CITY_ADMIN), Action::TakeAdmin(TakeAdmin { person: ADMIN, unit: DINAS }));
    assert_eq!(house.asked(&by(ADMIN), &act), Err(Refusal::NotAllowed));
}

#[test]
fn no_unit_lies_below_itself() {
    let house = town();
    for parent in [UNIT, SEKSI] {
        let circle = unit(UNIT, "Bidang", Some(parent), Some(HEAD));
        assert_eq!(house.asked(&operator(), &circle), Err(Refusal::UnitCycle));
        assert_eq!(asked_narrowly(&house, &operator(), &circle), Err(Refusal::UnitCycle));
    }
    assert_eq!(house.rows.unit(DINAS).unwrap().kind, UnitKind::Dinas, "the name tells");
}

#[test]
fn a_wish_is_answered_once_and_moves_the_person_with_the_book() {
    let mut house = town();
    house.done(by(STAFF), wish(Some(BOSS)));
    assert_eq!(house.asked(&by(STAFF), &wish(Some(BOSS))), Err(Refusal::RequestWaiting));
    let yes = answer(&house, Decision::Approve { superior: BOSS }, "");
    assert_eq!(house.asked(&by(STAFF), &yes), Err(Refusal::NotAllowed));
    assert_eq!(house.asked(&by(HEAD), &yes), Err(Refusal::NotAllowed));
    let no = |words: &str| answer(&house, Decision::Refuse, words);
    assert_eq!(house.asked(&by(ADMIN), &no(" ")), Err(Refusal::Feedback(FeedbackFault::WordsMissing)));
    assert_eq!(house.asked(&by(ADMIN), &no("Tetap.")), Ok(1));
    let circle = answer(&house, Decision::Approve { superior: STAFF }, "");
    assert_eq!(house.asked(&by(ADMIN), &circle), Err(Refusal::SuperiorCycle));
    let Action::AnswerSuperior(seen) = yes.clone() else { unreachable!("not an answer") };
    let unseen = Action::AnswerSuperior(AnswerSuperior { base: seen.base + 1, ..seen });
    assert_eq!(house.asked(&by(ADMIN), &unseen), Err(Refusal::ChangedSinceSeen), "another revision than was seen");
    assert_eq!(asked_narrowly(&house, &by(ADMIN), &yes), Ok(3), "the wish, the person, the book");
    let changes = decide(&yes, &house.rows, &by(ADMIN)).unwrap();
    let person = changes.iter().find(|change| matches!(&change.op, Op::Put { row: Row::Employee(_) })).unwrap();
    assert_eq!(person.scopes, [Scope::Own(STAFF), Scope::Unit(UNIT), Scope::Unit(DINAS)], "old board and new");
    house.done(by(ADMIN), yes.clone());
    assert_eq!(house.rows.employee(STAFF).unwrap().superior, Some(BOSS));
    let book = &house.rows.career(Career::of(STAFF)).unwrap().list;
    let pages: Vec<_> =
        book.iter().map(|page| (page.from, page.superior_name.as_str(), page.by_name.as_str())).collect();
    assert_eq!(pages, [(None, "Zulkifli", ""), (Some(day("2026-07-14")), "Bu Boss", "Admin Dinas")]);
    assert_eq!(house.asked(&by(ADMIN), &yes), Err(Refusal::ChangedSinceSeen), "answered once");
    let back = Action::PlaceEmployee(place(&house, STAFF, Some(HEAD)));
    let changes = decide(&back, &house.rows, &by(ADMIN)).unwrap();
    let told = &changes[0].scopes;
    assert!(told.contains(&Scope::Unit(DINAS)), "the board that the person leaves is told as well: {told:?}");
    let asked = house.rows.asked(Asked::of(STAFF)).unwrap();
    assert_eq!((asked.list[0].state, asked.unread().count()), (RequestState::Approved, 1));
    house.done(by(STAFF), Action::ReadSuperior(ReadSuperior { id: WISH }));
    assert_eq!(house.rows.asked(Asked::of(STAFF)).unwrap().unread().count(), 0);
    assert_eq!(house.asked(&by(STAFF), &Action::ReadSuperior(ReadSuperior { id: WISH })), Ok(0));
}

#[test]
fn a_wish_is_refused_for_its_first_fault_and_can_be_taken_back() {
    let mut house = town();
    assert_eq!(house.asked(&by(STAFF), &wish(Some(HEAD))), Err(Refusal::SuperiorSame));
    assert_eq!(house.asked(&by(STAFF), &wish(Some(STAFF))), Err(Refusal::SuperiorCycle));
    assert_eq!(house.asked(&operator(), &wish(Some(BOSS))), Err(Refusal::NotAllowed));
    let nobody = wish(Some(EmployeeId(Uuid::from_u128(0x999))));
    assert_eq!(house.asked(&by(STAFF), &nobody), Err(Refusal::NotFound));
    let now = by(STAFF).now;
    let on_phone = Ctx::on_phone(Actor::Employee { employee: STAFF }, now, now);
    assert_eq!(house.asked(&on_phone, &nobody), Ok(1), "a phone does not know everybody");
    assert_eq!(house.asked(&by(STAFF), &wish(None)), Ok(1), "a name will do");
    house.done(by(STAFF), wish(None));
    house.done(by(STAFF), Action::WithdrawSuperior(WithdrawSuperior { id: WISH }));
    let asked = house.rows.asked(Asked::of(STAFF)).unwrap();
    assert_eq!((asked.list[0].state, asked.waiting()), (RequestState::Withdrawn, None));
    let yes = answer(&house, Decision::Approve { superior: BOSS }, "");
    assert_eq!(house.asked(&by(ADMIN), &yes), Err(Refusal::ChangedSinceSeen));
}

#[test]
fn nobody_answers_their_own_wish() {
    let mut house = town();
    house.done(operator(), Action::GiveAdmin(GiveAdmin { person: STAFF, unit: UNIT }));
    house.done(by(STAFF), wish(Some(BOSS)));
    let yes = answer(&house, Decision::Approve { superior: BOSS }, "");
    assert_eq!(house.asked(&by(STAFF), &yes), Err(Refusal::Office(OfficeFault::OwnMatter)));
    assert_eq!(house.asked(&by(CITY_ADMIN), &yes), Ok(3));
}

#[test]
fn a_place_is_dated_and_kept_in_the_book() {
    let mut house = town();
    let moved = PlaceEmployee { unit: SEKSI, ..place(&house, STAFF, Some(BOSS)) };
    let stale = Action::PlaceEmployee(PlaceEmployee { base: 9, ..moved.clone() });
    assert_eq!(house.asked(&by(ADMIN), &stale), Err(Refusal::ChangedSinceSeen));
    let unexplained = Action::PlaceEmployee(PlaceEmployee { reason: " ".into(), ..moved.clone() });
    assert_eq!(house.asked(&by(ADMIN), &unexplained), Err(Refusal::Office(OfficeFault::ReasonMissing)));
    house.done(by(ADMIN), Action::PlaceEmployee(moved));
    let book = &house.rows.career(Career::of(STAFF)).unwrap().list;
    let pages: Vec<_> = book.iter().map(|page| (page.from, page.unit_name.as_str(), page.reason.as_str())).collect();
    assert_eq!(pages, [(None, "Bidang", ""), (Some(day("2026-07-01")), "Seksi Arsip", "SK")]);
}

#[test]
fn a_rank_and_a_position_have_a_length() {
    let house = town();
    let set = |rank: usize, position: usize| {
        let (rank, position, name) = (" ".to_owned() + &"x".repeat(rank), "y".repeat(position), "Rahmawati".to_owned());
        Action::SetEmployee(SetEmployee { id: STAFF, name, rank, position, unit: UNIT, superior: Some(HEAD) })
    };
    let too_long = Err(Refusal::TextTooLong { characters_max: 200 });
    for ctx in [by(ADMIN), operator()] {
        assert_eq!(house.asked(&ctx, &set(200, 200)).map(drop), Ok(()));
        assert_eq!(house.asked(&ctx, &set(201, 1)).map(drop), too_long);
        assert_eq!(house.asked(&ctx, &set(1, 201)).map(drop), too_long);
    }
}

#[test]
fn the_book_does_not_grow_without_end_or_without_a_change() {
    let mut house = town();
    for turn in 0..60 {
        house.done(operator(), person(STAFF, "Rahmawati", UNIT, [Some(HEAD), Some(BOSS)][turn % 2]));
        house.done(operator(), person(STAFF, "Rahmawati, S.Sos.", UNIT, [Some(HEAD), Some(BOSS)][turn % 2]));
    }
    assert_eq!(house.rows.career(Career::of(STAFF)).unwrap().list.len(), 40);
}
