//! Teams across units: who may make them, who is in them on which day, what reaches whom, and what a leader may say.

use std::collections::BTreeSet;

use teladan_shared::change::{Change, Op, apply};
use teladan_shared::command::Action;
use teladan_shared::ids::{EmployeeId, TeamId};
use teladan_shared::refusal::{OfficeFault, Refusal, TeamFault};
use teladan_shared::row::Row;
use teladan_shared::rule::{Ctx, decide};
use teladan_shared::scope::Scope;
use teladan_shared::team::{JoinTeam, LeaveTeam, MEMBERS_MAX, PURPOSE_CHARACTERS_MAX, SetTeam, Team};
use uuid::Uuid;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

mod work;

use crate::house::*;
use crate::people::{
    ADMIN, BOSS, CITY, CITY_ADMIN, DINAS, ELSEWHERE, STRANGER, asked_narrowly, operator, person, town,
};

const TEAM: TeamId = TeamId(Uuid::from_u128(0x200));
const OTHER_TEAM: TeamId = TeamId(Uuid::from_u128(0x201));

fn set(change: impl FnOnce(&mut SetTeam)) -> Action {
    let (name, purpose) = ("Tim percepatan penurunan stunting".into(), "Balita stunting turun".into());
    let (from, until) = (day("2026-07-01"), day("2026-12-31"));
    let mut set = SetTeam { id: TEAM, base: 0, name, purpose, unit: CITY, leader: STRANGER, from, until };
    change(&mut set);
    Action::SetTeam(set)
}

fn join(person: EmployeeId, from: &str, until: &str) -> Action {
    Action::JoinTeam(JoinTeam { team: TEAM, person, from: day(from), until: day(until) })
}

fn leave(person: EmployeeId, from: &str, until: &str) -> Action {
    Action::LeaveTeam(LeaveTeam { team: TEAM, person, from: day(from), until: day(until) })
}

/// The team of the town: led from another dinas, with one of the house's staff in it.
fn with_team() -> House {
    let mut house = town();
    house.done(by(CITY_ADMIN), set(|_| ()));
    house.done(by(CITY_ADMIN), join(STAFF, "2026-07-10", "2026-12-31"));
    house
}

fn team(house: &House) -> &Team {
    house.rows.team(TEAM).unwrap()
}

/// Carries it out, and tells which rows go to which scopes; a dropped one begins with a minus.
fn heard(house: &mut House, ctx: &Ctx, action: &Action) -> BTreeSet<(String, Scope)> {
    let changes = decide(action, &house.rows, ctx).unwrap();
    changes.iter().for_each(|change| apply(&mut house.rows, &change.op));
    let name = |change: &Change| match &change.op {
        Op::Put { row } => row.key().unwrap().kind,
        Op::Drop { key } => ["-", &key.kind].concat(),
    };
    changes
        .iter()
        .flat_map(|change| change.scopes.iter().map(|scope| (name(change), *scope)).collect::<Vec<_>>())
        .collect()
}

#[test]
fn plm_10_an_admin_makes_a_team_of_those_whom_they_look_after() {
    let house = town();
    let unsound = Refusal::PeriodUnsound { days_max: 1_827 };
    let leader = || Err(Refusal::Team(TeamFault::LeaderUnknown));
    let table = [
        ("the city's admin", CITY_ADMIN, set(|_| ()), Ok(1)),
        ("an admin of a dinas, above it", ADMIN, set(|_| ()), Err(Refusal::NotFound)),
        ("a leader of another dinas", ADMIN, set(|set| set.unit = DINAS), leader()),
        ("within the dinas", ADMIN, set(|set| (set.unit, set.leader) = (DINAS, HEAD)), Ok(1)),
        ("a head of unit", HEAD, set(|_| ()), Err(Refusal::NotAllowed)),
        ("nobody leads", CITY_ADMIN, set(|set| set.leader = EmployeeId(Uuid::from_u128(77))), leader()),
        ("without a name", CITY_ADMIN, set(|set| set.name = " ".into()), Err(TeamFault::NameMissing.into())),
        ("without a purpose", CITY_ADMIN, set(|set| set.purpose = " ".into()), Ok(1)),
        ("ends before it begins", CITY_ADMIN, set(|set| set.until = day("2026-06-30")), Err(unsound.clone())),
        ("six years", CITY_ADMIN, set(|set| set.until = day("2032-07-01")), Err(unsound)),
        ("one that is not there", CITY_ADMIN, set(|set| set.base = 3), Err(Refusal::NotFound)),
        ("a unit that is not there", CITY_ADMIN, set(|set| set.unit.0 = Uuid::nil()), Err(Refusal::NotFound)),
    ];
    for (what, who, action, expected) in table {
        assert_eq!(house.asked(&by(who), &action), expected, "{what}");
        assert_eq!(asked_narrowly(&house, &by(who), &action), expected, "{what}, narrowly");
    }
    let long = |set: &mut SetTeam| set.purpose = "x".repeat(PURPOSE_CHARACTERS_MAX + 1);
    let too_long = Refusal::TextTooLong { characters_max: PURPOSE_CHARACTERS_MAX };
    assert_eq!(house.asked(&operator(), &set(long)), Err(too_long));
}

#[test]
fn plm_10_a_team_that_has_changed_is_looked_at_again_and_keeps_its_members() {
    let mut house = with_team();
    let again = |base| set(move |set| (set.base, set.name) = (base, "Tim baru".into()));
    assert_eq!(house.asked(&by(CITY_ADMIN), &again(1)), Err(Refusal::ChangedSinceSeen));
    assert_eq!(house.asked(&by(CITY_ADMIN), &again(0)), Err(Refusal::ChangedSinceSeen));
    house.done(by(CITY_ADMIN), again(2));
    assert_eq!((team(&house).rev, team(&house).members.len(), team(&house).name.as_str()), (3, 1, "Tim baru"));
}

#[test]
fn plm_10_a_leader_who_has_moved_may_stay_and_a_new_one_must_be_the_admins() {
    let mut house = town();
    house.done(by(ADMIN), set(|set| (set.unit, set.leader) = (DINAS, HEAD)));
    house.done(operator(), person(HEAD, "Zulkifli", ELSEWHERE, None));
    let again = |leader| set(move |set| (set.unit, set.leader, set.base) = (DINAS, leader, 1));
    assert_eq!(house.asked(&by(ADMIN), &again(HEAD)), Ok(1));
    assert_eq!(house.asked(&by(ADMIN), &again(STRANGER)), Err(TeamFault::LeaderUnknown.into()));
    assert_eq!(house.asked(&by(ADMIN), &again(BOSS)), Ok(1));
    let handed_over = set(|set| (set.base, set.unit, set.leader) = (1, ELSEWHERE, HEAD));
    assert_eq!(house.asked(&by(ADMIN), &handed_over), Err(Refusal::NotFound), "into another's keeping");
}

/// A leader reads what people of other units have written: that is for another admin to give.
#[test]
fn plm_10_no_admin_makes_themselves_the_leader_of_a_team_that_is_there() {
    let mut house = with_team();
    let own = || Err(Refusal::Office(OfficeFault::OwnMatter));
    let led = |leader| move |set: &mut SetTeam| (set.base, set.leader) = (2, leader);
    let new = |set: &mut SetTeam| (set.id, set.leader) = (OTHER_TEAM, CITY_ADMIN);
    let check = |house: &House, what: &str, who, action: &Action, expected: Result<usize, Refusal>| {
        assert_eq!(house.asked(&by(who), action), expected, "{what}");
        assert_eq!(asked_narrowly(house, &by(who), action), expected, "{what}, narrowly");
        assert_eq!(house.asked(&operator(), action), Ok(1), "{what} by the operator");
    };
    check(&house, "a team that runs", CITY_ADMIN, &set(led(CITY_ADMIN)), own());
    check(&house, "a new one, which holds nothing yet", CITY_ADMIN, &set(new), Ok(1));
    check(&house, "somebody else leads", CITY_ADMIN, &set(led(HEAD)), Ok(1));
    house.done(operator(), set(led(CITY_ADMIN)));
    let kept = |until: &str| {
        let (name, until) = ("Tim baru".into(), day(until));
        set(move |set| (set.base, set.leader, set.name, set.until) = (3, CITY_ADMIN, name, until))
    };
    check(&house, "what one leads already", CITY_ADMIN, &kept("2026-12-31"), Ok(1));
    check(&house, "an earlier end", CITY_ADMIN, &kept("2026-10-31"), Ok(1));
    check(&house, "a later end", CITY_ADMIN, &kept("2027-01-31"), own());
    check(&house, "letting go", CITY_ADMIN, &set(|set| (set.base, set.until) = (3, day("2027-01-31"))), Ok(1));
}

#[test]
fn plm_10_members_join_and_leave_by_their_days() {
    let house = with_team();
    let taken = Err(Refusal::PeriodTaken { from: day("2026-07-10"), until: day("2026-12-31") });
    let outside = || Err(TeamFault::OutsideTerm { from: day("2026-07-01"), until: day("2026-12-31") }.into());
    let unsound = || Err(Refusal::PeriodUnsound { days_max: 1_827 });
    let nobody = EmployeeId(Uuid::from_u128(77));
    let nowhere = Action::JoinTeam(JoinTeam {
        team: OTHER_TEAM,
        person: STAFF,
        from: day("2026-07-10"),
        until: day("2026-07-11"),
    });
    let table = [
        ("twice on one day", CITY_ADMIN, join(STAFF, "2026-07-01", "2026-07-10"), taken),
        ("before that", CITY_ADMIN, join(STAFF, "2026-07-01", "2026-07-09"), Ok(1)),
        ("before the term", CITY_ADMIN, join(OTHER, "2026-06-30", "2026-08-01"), outside()),
        ("beyond the term", CITY_ADMIN, join(OTHER, "2026-07-30", "2027-01-01"), outside()),
        ("reversed", CITY_ADMIN, join(OTHER, "2026-08-30", "2026-08-01"), unsound()),
        ("nobody", CITY_ADMIN, join(nobody, "2026-08-01", "2026-08-30"), Err(Refusal::NotFound)),
        ("no team", CITY_ADMIN, nowhere, Err(Refusal::NotFound)),
        ("by an admin of a dinas", ADMIN, join(OTHER, "2026-08-01", "2026-08-30"), Err(Refusal::NotFound)),
        ("by the leader", STRANGER, join(OTHER, "2026-08-01", "2026-08-30"), Err(Refusal::NotAllowed)),
        ("leaves earlier", CITY_ADMIN, leave(STAFF, "2026-07-10", "2026-09-30"), Ok(1)),
        ("leaves another time", CITY_ADMIN, leave(STAFF, "2026-07-11", "2026-09-30"), Err(Refusal::NotFound)),
        ("stays beyond the term", CITY_ADMIN, leave(STAFF, "2026-07-10", "2027-09-30"), outside()),
        ("was never there", CITY_ADMIN, leave(STAFF, "2026-07-10", "2026-07-09"), unsound()),
        ("leaves by the leader", STRANGER, leave(STAFF, "2026-07-10", "2026-09-30"), Err(Refusal::NotAllowed)),
    ];
    for (what, who, action, expected) in table {
        assert_eq!(house.asked(&by(who), &action), expected, "{what}");
        assert_eq!(asked_narrowly(&house, &by(who), &action), expected, "{what}, narrowly");
    }
}

#[test]
fn plm_10_an_admin_of_one_dinas_takes_nobody_out_of_another() {
    let mut house = town();
    house.done(by(ADMIN), set(|set| (set.unit, set.leader) = (DINAS, HEAD)));
    assert_eq!(house.asked(&by(ADMIN), &join(STAFF, "2026-07-10", "2026-07-11")), Ok(1));
    assert_eq!(house.asked(&by(ADMIN), &join(STRANGER, "2026-07-10", "2026-07-11")), Err(Refusal::NotFound));
}

#[test]
fn plm_10_what_has_not_begun_is_taken_back_and_the_past_stays() {
    let mut house = with_team();
    house.done(by(CITY_ADMIN), join(OTHER, "2026-07-14", "2026-08-30"));
    house.done(by(CITY_ADMIN), leave(OTHER, "2026-07-14", "2026-07-13"));
    assert_eq!(team(&house).members.len(), 1, "it began today, so it never was");
    house.done(by(CITY_ADMIN), leave(STAFF, "2026-07-10", "2026-07-12"));
    let ended = &team(&house).members[0];
    assert_eq!((ended.from, ended.until), (day("2026-07-10"), day("2026-07-12")));
    house.done(by(CITY_ADMIN), join(STAFF, "2026-08-01", "2026-08-30"));
    let on = |date| team(&house).has(STAFF, day(date));
    assert_eq!(["2026-07-09", "2026-07-12", "2026-07-13", "2026-08-01"].map(on), [false, true, false, true]);
    let longer = leave(STAFF, "2026-07-10", "2026-08-01");
    let taken = Refusal::PeriodTaken { from: day("2026-08-01"), until: day("2026-08-30") };
    assert_eq!(house.asked(&by(CITY_ADMIN), &longer), Err(taken), "both at once");
}

#[test]
fn plm_10_a_team_is_no_crowd() {
    let mut house = with_team();
    let one = team(&house).members[0].clone();
    let members = vec![one; MEMBERS_MAX];
    house.rows.put(Row::Team(Team { members, ..team(&house).clone() }));
    let full = Err(Refusal::ListFull { items_max: MEMBERS_MAX });
    assert_eq!(house.asked(&by(CITY_ADMIN), &join(OTHER, "2026-08-01", "2026-08-30")), full);
}

#[test]
fn plm_10_a_teams_row_reaches_those_who_are_in_it_and_not_those_who_were() {
    let mut house = town();
    let own = |heard: &BTreeSet<(String, Scope)>| -> Vec<EmployeeId> {
        heard.iter().filter_map(|(_, scope)| if let Scope::Own(who) = scope { Some(*who) } else { None }).collect()
    };
    let made = heard(&mut house, &by(CITY_ADMIN), &set(|_| ()));
    assert_eq!(own(&made), [STRANGER]);
    for scope in [Scope::Team(TEAM), Scope::Office] {
        assert!(made.contains(&("team".to_owned(), scope)), "{scope}");
    }
    assert_eq!(own(&heard(&mut house, &by(CITY_ADMIN), &join(STAFF, "2026-07-10", "2026-12-31"))), [STAFF, STRANGER]);
    let joined = heard(&mut house, &by(CITY_ADMIN), &join(OTHER, "2026-08-10", "2026-12-31"));
    assert_eq!(own(&joined), [STAFF, OTHER, STRANGER], "who is still to come knows");
    let left = heard(&mut house, &by(CITY_ADMIN), &leave(STAFF, "2026-07-10", "2026-07-13"));
    assert_eq!(own(&left), [STAFF, OTHER, STRANGER], "the last that they hear");
    let handed = heard(&mut house, &by(CITY_ADMIN), &set(|set| (set.base, set.leader) = (4, BOSS)));
    assert_eq!(own(&handed), [OTHER, BOSS, STRANGER], "the leader before hears that, too");
    let later = heard(&mut house, &by(CITY_ADMIN), &set(|set| (set.base, set.leader) = (5, BOSS)));
    assert_eq!(own(&later), [OTHER, BOSS]);
}
