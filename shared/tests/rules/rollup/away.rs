//! Who is away: counted where the person is, and neither expected nor missed.

use teladan_shared::calendar::Calendar;
use teladan_shared::complete::{Kind, last_working_days};
use teladan_shared::rollup::board::{Care, Figures};
use teladan_shared::rollup::share::Span;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use super::*;

#[test]
fn plm_6_days_away_count_where_the_person_is_and_follow_a_move() {
    let mut world = World::new();
    let (id, person, kind) = (AbsenceId(Uuid::from_u128(0x700)), staff(0), AbsenceKind::Leave);
    let (from, until) = (day("2026-07-20"), day("2026-07-22"));
    let add = Action::AddAbsence(AddAbsence { id, person, kind, from, until, note: String::new() });
    world.done(Actor::Employee { employee: person }, add);
    let at = |at| Span { until, from, unit: unit(at) };
    assert_eq!(world.kept().away, [(at(0), 1)].into());
    let (name, rank, position) = ("N".into(), String::new(), String::new());
    let superior = Some(head(1));
    world.done(
        Actor::Operator,
        Action::SetEmployee(SetEmployee { id: person, name, rank, position, unit: unit(1), superior }),
    );
    let rows = vec![Key::from(Absences::of(person))];
    world.done(Actor::Operator, Action::CarryRows(CarryRows { person, rows }));
    assert_eq!(world.kept().away, [(at(1), 1)].into());
    world.done(Actor::Employee { employee: person }, Action::WithdrawAbsence(WithdrawAbsence { id, person }));
    assert!(world.kept().away.is_empty());
}

#[test]
fn plm_6_whoever_is_away_is_neither_expected_nor_missed() {
    let figures = |staff, today, away| Figures { staff, today, away, ..Figures::default() };
    // staff, today, away, expected, missing, few have recorded
    let table = [
        (10, 6, 0, 10, 4, false),
        (10, 4, 0, 10, 6, true),
        (10, 4, 2, 8, 4, false),
        (10, 0, 10, 0, 0, false),
        (10, 10, 0, 10, 0, false),
        // More away than can be: those who recorded all the same are not missed.
        (10, 8, 4, 8, 0, false),
        (0, 0, 0, 0, 0, false),
    ];
    for (staff, today, away, expected, missing, few) in table {
        let figures = figures(staff, today, away);
        assert_eq!((figures.expected(), figures.missing()), (expected, missing), "{figures:?}");
        assert_eq!(figures.care(true) == Some(Care::FewRecorded), few, "{figures:?}");
        assert_eq!(figures.care(false), None);
    }
    // The office is closed: whoever has recorded all the same is counted, and nobody is missed.
    let closed = Figures { off: 10, ..figures(10, 2, 0) };
    assert_eq!((closed.expected(), closed.missing(), closed.care(true)), (2, 0, None));
}

#[test]
fn plm_6_silence_is_counted_in_days_on_which_an_entry_was_expected() {
    let mut house = House::new();
    let today = day("2026-07-14");
    let days = last_working_days(today, 7, Calendar::official());
    let line = |house: &House| {
        board(&house.rows, today, &days).lines.into_iter().find(|line| line.employee.id == STAFF).unwrap()
    };
    assert_eq!(line(&house).silent_days(today), 6, "a whole week and Monday");
    house.done(by(STAFF), entry(content("delapan", 1, "2026-07-08")));
    assert_eq!(line(&house).silent_days(today), 3, "Thursday, Friday, Monday");
    let away = |id, from, until| {
        let (id, kind) = (AbsenceId(Uuid::from_u128(id)), AbsenceKind::Leave);
        Action::AddAbsence(AddAbsence {
            id,
            person: STAFF,
            kind,
            from: day(from),
            until: day(until),
            note: String::new(),
        })
    };
    house.done(by(STAFF), away(1, "2026-07-09", "2026-07-10"));
    assert_eq!(line(&house).silent_days(today), 1, "on leave nobody is silent");
    assert!(line(&house).is_missed());
    house.done(by(STAFF), away(2, "2026-07-14", "2026-07-14"));
    let line = line(&house);
    assert_eq!((line.silent_days(today), line.is_missed(), line.away), (0, false, Some(AbsenceKind::Leave)));
    assert_eq!(line.days.iter().filter(|day| matches!(day.kind, Kind::Away(_))).count(), 3);
}
