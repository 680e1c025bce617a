//! A plan against its share of a month or a quarter. Acceptance BNY-3, and peers row 10: what has no figure is left out.

use teladan_shared::board::Progress;
use teladan_shared::command::Action;
use teladan_shared::entry::ReviseEntry;
use teladan_shared::plan::part::{Due, Part};
use teladan_shared::plan::{Plan, PlanState};
use teladan_shared::quantity::Quantity;
use teladan_shared::rollup::PlanSums;
use teladan_shared::rollup::period::Period;
use teladan_shared::rollup::share::{Span, recount};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use crate::house::*;

fn plan(target: &str, from: &str, until: &str) -> Plan {
    let house = House::new();
    let target = Quantity::parse(target).unwrap();
    Plan { target, from: day(from), until: day(until), ..house.rows.plan(PLAN).unwrap().clone() }
}

fn share(plan: &Plan, part: Part) -> String {
    plan.due(part).unwrap().target.to_string()
}

fn month(text: &str) -> Part {
    Part::month(day(text))
}

#[test]
fn bny_3_a_target_is_laid_over_weekdays_and_its_shares_add_up() {
    // July, August and September 2026 have 23, 21 and 22 weekdays.
    let table = [
        ("20", "2026-07-01", "2026-09-30", ["6", "7", "7"]),
        ("66", "2026-07-01", "2026-09-30", ["23", "21", "22"]),
        ("0,66", "2026-07-01", "2026-09-30", ["0,23", "0,21", "0,22"]),
        ("1", "2026-07-01", "2026-09-30", ["0", "0", "1"]),
        ("9", "2026-08-01", "2026-08-31", ["0", "9", "0"]),
        // From a Wednesday to a Wednesday: three weekdays, then three.
        ("6", "2026-07-29", "2026-08-05", ["3", "3", "0"]),
        // A weekend has no weekday: its two days count alike.
        ("6", "2026-08-01", "2026-08-02", ["0", "6", "0"]),
    ];
    for (target, from, until, shares) in table {
        let plan = plan(target, from, until);
        let told = ["2026-07-14", "2026-08-14", "2026-09-14"].map(|date| share(&plan, month(date)));
        assert_eq!(told.each_ref().map(String::as_str), shares, "{target} from {from} to {until}");
        assert_eq!(share(&plan, Part::quarter(day("2026-08-14"))), target);
        let sum = plan.parts().into_iter().filter(|part| !part.is_quarter());
        let sum = sum.fold(Quantity::ZERO, |sum, part| sum.plus(plan.due(part).unwrap().target));
        assert_eq!(sum, plan.target, "{target} from {from} to {until}");
    }
}

#[test]
fn bny_3_work_counts_in_the_month_of_its_work_date_and_follows_a_revision() {
    let mut house = House::new();
    let due = |house: &House, date| {
        let Due { done, target } = house.rows.plan(PLAN).unwrap().due(month(date)).unwrap();
        (done.to_string(), target.to_string())
    };
    house.done(by(STAFF), entry(content("tujuh", 7, "2026-07-14")));
    assert_eq!(due(&house, "2026-07-31"), ("7".into(), "6".into()));
    let later = |quantity, date, base| {
        let content = content("kurang", quantity, date);
        Action::ReviseEntry(ReviseEntry { entry: ENTRY, base, content, seen: None })
    };
    house.done(by(STAFF), later(4, "2026-07-01", 1));
    assert_eq!(due(&house, "2026-07-31"), ("4".into(), "6".into()));
    let mut ctx = by(STAFF);
    ctx.now = "2026-08-20T07:00:00Z".parse().unwrap();
    house.done(ctx, later(5, "2026-08-19", 2));
    assert_eq!(due(&house, "2026-07-31"), ("0".into(), "6".into()));
    assert_eq!(due(&house, "2026-08-01"), ("5".into(), "7".into()));
    let plan = house.rows.plan(PLAN).unwrap();
    assert_eq!((plan.done, plan.months.as_slice()), (Quantity::whole(5), &[Quantity::ZERO, Quantity::whole(5)][..]));
    assert_eq!(plan.due(Part::quarter(day("2026-07-01"))).map(|due| due.done), Some(Quantity::whole(5)));
}

#[test]
fn bny_3_the_sums_of_a_unit_hold_each_month_and_quarter_once() {
    let mut house = House::new();
    house.done(by(STAFF), entry(content("tiga", 3, "2026-07-14")));
    let sums = recount(&house.rows);
    let at = |part: Part| sums.parts.get(&Span { until: part.until, from: part.from, unit: UNIT }).copied();
    let of = |percent, reached| Some(PlanSums { plans: 1, reached, percent, left_out: 0 });
    assert_eq!(sums.parts.len(), 4);
    assert_eq!(at(month("2026-07-01")), of(50, 0));
    assert_eq!(at(month("2026-08-01")), of(0, 0), "nothing done of a share is a true zero");
    assert_eq!(at(Part::quarter(day("2026-07-01"))), of(15, 0));
    // A target that is agreed anew moves the months that were there before.
    let plan = Plan { target: Quantity::whole(10), ..house.rows.plan(PLAN).unwrap().clone() };
    assert_eq!(PlanSums::of_part(&plan, month("2026-07-01")), of(100, 1).unwrap());
}

#[test]
fn what_has_no_percentage_is_left_out_and_not_counted_as_zero() {
    let july = month("2026-07-01");
    let left_out = PlanSums { left_out: 1, ..PlanSums::default() };
    let table = [
        ("no share in the month", plan("1", "2026-07-01", "2026-09-30")),
        ("done before months were kept", Plan { done: Quantity::whole(3), ..plan("20", "2026-07-01", "2026-09-30") }),
    ];
    for (why, plan) in table {
        assert_eq!(PlanSums::of_part(&plan, july), left_out, "{why}");
    }
    let long = plan("20", "2020-01-01", "2026-12-31");
    assert_eq!((long.due(july), long.parts()), (None, vec![]), "too long to be laid out");
    let proposed = Plan { state: PlanState::Proposed, ..plan("20", "2026-07-01", "2026-09-30") };
    assert_eq!(proposed.parts(), vec![]);

    let half = Plan { done: Quantity::whole(10), ..plan("20", "2026-07-01", "2026-09-30") };
    let none = plan("20", "2026-07-01", "2026-09-30");
    let uncounted = Plan { target: Quantity::ZERO, ..half.clone() };
    let today = day("2026-07-14");
    let of = |plans: &[&Plan]| {
        let Progress { plans, percent, left_out, .. } = Progress::of(plans.iter().copied(), today);
        (plans, percent, left_out)
    };
    assert_eq!(of(&[&half, &none]), (2, 25, 0), "a plan on which nobody has worked is a true zero");
    assert_eq!(of(&[&half, &uncounted]), (1, 50, 1), "a plan without a target to count against is none");
    assert_eq!(of(&[&proposed]), (0, 0, 0));
}

#[test]
fn bny_3_a_month_or_a_quarter_stands_beside_the_days_of_a_board() {
    let (november, fourth) = (month("2026-11-26"), Part::quarter(day("2026-11-26")));
    let table = [
        (Period::Hari, "2026-11-26", "2026-11-26", november),
        (Period::Minggu, "2026-10-26", "2026-11-01", november),
        (Period::Bulan, "2026-11-01", "2026-11-26", november),
        (Period::Triwulan, "2026-10-01", "2026-11-26", fourth),
        (Period::Bebas, "2026-11-02", "2026-11-13", november),
        (Period::Bebas, "2026-09-02", "2026-10-13", Part::quarter(day("2026-10-13"))),
    ];
    for (period, from, until, wanted) in table {
        assert_eq!(Part::beside(period, day(from), day(until)), wanted, "{period:?} {from} {until}");
    }
    assert_eq!((fourth.from, fourth.until), (day("2026-10-01"), day("2026-12-31")));
}

#[test]
fn a_month_or_a_quarter_has_a_word_for_addresses() {
    for (word, from) in [("2026-11", "2026-11-01"), ("2026-t4", "2026-10-01"), ("2026-t1", "2026-01-01")] {
        let part = Part::named(word).unwrap();
        assert_eq!((part.from, part.word().as_str()), (day(from), word));
    }
    for nonsense in ["", "2026", "2026-13", "2026-t5", "2026-t0", "t4", "2026-t44"] {
        assert_eq!(Part::named(nonsense), None, "{nonsense}");
    }
}
