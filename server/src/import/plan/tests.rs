//! Plans for small files.

use super::*;
use crate::import::known::Person;
use shared::unit::Unit;
use uuid::Uuid;

fn nip(person: u8) -> Nip {
    Nip::parse(&format!("1986092620150510{person:02}")).unwrap()
}

fn row(person: u8, superior: u8) -> StaffRow {
    StaffRow {
        row: usize::from(person) + 1,
        nip: nip(person),
        name: format!("Orang {person}"),
        rank: "III/a".into(),
        position: "Analis".into(),
        unit: vec!["Dinas X".into()],
        superior: (superior > 0).then(|| nip(superior)),
        kept: Default::default(),
    }
}

fn plan(rows: &[StaffRow], known: &Known) -> Plan {
    let mut last = 100 + known.units.len() as u128;
    Plan::make(rows, known, Zone::Wib, &Ids::new("secret".into()), || {
        last += 1;
        UnitId(Uuid::from_u128(last))
    })
}

/// What the office knows after the plan was carried out.
fn after(rows: &[StaffRow]) -> Known {
    let plan = plan(rows, &Known::default());
    let unit = |set: SetUnit| {
        let (kind, acting) = Default::default();
        let SetUnit { id, name, parent, head, zone, .. } = set;
        Unit { id, name, parent, head, zone, kind, acting, rev: 1 }
    };
    let mut known = Known { units: plan.tree.new_units().into_iter().map(unit).collect(), ..Known::default() };
    for step in plan.steps() {
        let SetEmployee { id, name, rank, position, unit, superior } = step.set.clone().unwrap();
        known.people.insert(step.nip.clone(), Person { employee: id, account: Some(step.account) });
        known.employees.insert(id, Employee { id, name, rank, position, unit, superior, rev: 1 });
    }
    known
}

#[test]
fn superiors_come_before_their_people() {
    let plan = plan(&[row(3, 2), row(1, 0), row(2, 1), row(4, 1)], &Known::default());
    let levels: Vec<Vec<usize>> = plan.levels.iter().map(|level| level.iter().map(|step| step.row).collect()).collect();
    assert_eq!(levels, [vec![2], vec![3, 5], vec![4]]);
    assert!(plan.steps().all(|step| step.is_new && step.opens));
    assert_eq!(plan.heads(&Known::default(), &[])[0].head, Some(Ids::new("secret".into()).employee(&nip(1))));
}

#[test]
fn the_same_file_again_plans_nothing() {
    let rows = [row(1, 0), row(2, 1)];
    let known = after(&rows);
    let again = plan(&rows, &known);
    assert!(again.steps().all(|step| step.set.is_none() && !step.opens && !step.is_new));
    assert!(again.tree.new_units().is_empty());
}

#[test]
fn only_what_changed_is_set() {
    let known = after(&[row(1, 0), row(2, 1), row(3, 1)]);
    let moved = StaffRow { unit: vec!["Dinas X".into(), "Bidang Y".into()], ..row(3, 2) };
    let plan = plan(&[row(1, 0), row(2, 1), moved], &known);
    let changed: Vec<usize> = plan.steps().filter(|step| step.set.is_some()).map(|step| step.row).collect();
    assert_eq!(changed, [4]);
    assert_eq!(plan.touched.len(), 2);
    assert_eq!(plan.neighbourhood(&known).len(), 1, "the new unit has no members yet");
}

#[test]
fn people_who_change_places_are_written_from_the_new_top() {
    let known = after(&[row(1, 0), row(2, 1)]);
    let plan = plan(&[row(1, 2), row(2, 0)], &known);
    assert_eq!(plan.levels.iter().map(|level| level[0].row).collect::<Vec<_>>(), [3, 2]);
}

#[test]
fn identities_are_stable_and_keep_their_secret() {
    let ids = Ids::new("secret".into());
    assert_eq!(ids.employee(&nip(1)), ids.employee(&nip(1)));
    assert_ne!(ids.employee(&nip(1)).0, ids.account(&nip(1)).0);
    assert_ne!(ids.employee(&nip(1)), Ids::new("other".into()).employee(&nip(1)));
    assert_eq!(format!("{ids:?}"), "Ids(…)");
}

#[test]
fn who_is_known_is_written_over_what_was_looked_up() {
    let known = after(&[row(1, 0)]);
    let mut changed = row(1, 0);
    changed.position = "Kepala".into();
    let bases = |plan: &Plan| -> Vec<Option<u32>> {
        let base = |step: &Step| {
            if let Some(Action::RestoreEmployee(restore)) = step.write() { Some(restore.base) } else { None }
        };
        plan.steps().map(base).collect()
    };
    assert_eq!(bases(&plan(&[changed, row(2, 1)], &known)), [Some(1), None]);
}
