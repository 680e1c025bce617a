//! Templates: kept by the person, for the person alone.

use teladan_shared::actor::Actor;
use teladan_shared::again::amounts;
use teladan_shared::change::Op;
use teladan_shared::command::Action;
use teladan_shared::entry::{Content, Doing, More, Photo, RecordEntry};
use teladan_shared::ids::{EntryId, PlanId, TemplateId};
use teladan_shared::quantity::Quantity;
use teladan_shared::refusal::{Refusal, Unfit};
use teladan_shared::rule::{Ctx, decide};
use teladan_shared::scope::Scope;
use teladan_shared::template::{DropTemplate, KeepTemplate, NAME_CHARACTERS_MAX, TEMPLATES_MAX, Template, Templates};
use uuid::Uuid;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use crate::house::*;

pub fn template(number: u128, name: &str) -> Template {
    Template {
        id: TemplateId(Uuid::from_u128(number)),
        name: name.into(),
        content: Content {
            photos: vec![Photo { sha256: "a".repeat(64), bytes: 9 }],
            more: Box::new(More { links: vec!["https://arsip.go.id/7".into()], ..blocked() }),
            ..content("legalisir kutipan akta", 7, "2026-07-14")
        },
    }
}

/// What stays of one day's work is not kept.
fn blocked() -> More {
    More { doing: Doing::Blocked, obstacle: "listrik padam".into(), ..More::default() }
}

fn with(template: Template, change: impl Fn(&mut Content)) -> Template {
    let mut template = template;
    change(&mut template.content);
    template
}

fn keep(template: Template) -> Action {
    Action::KeepTemplate(Box::new(KeepTemplate(template)))
}

fn names(house: &House) -> Vec<String> {
    let list = house.rows.templates(Templates::of(STAFF)).map(|templates| templates.list.clone());
    list.unwrap_or_default().into_iter().map(|template| template.name).collect()
}

#[test]
fn bji_3_a_template_is_kept_renamed_replaced_and_dropped() {
    let mut house = House::new();
    house.done(by(STAFF), keep(template(1, "  Legalisir ")));
    house.done(by(STAFF), keep(with(template(2, "Apel"), |said| said.plan = None)));
    assert_eq!(names(&house), ["Legalisir", "Apel"]);
    house.done(by(STAFF), keep(with(template(1, "Legalisir akta"), |said| said.text = "legalisir akta lahir".into())));
    let row = house.rows.templates(Templates::of(STAFF)).unwrap();
    assert_eq!(
        (row.list[0].name.as_str(), row.list[0].content.text.as_str()),
        ("Legalisir akta", "legalisir akta lahir")
    );
    assert_eq!((row.list.len(), row.rev), (2, 3));
    let (first, second) = (&row.list[0].content, &row.list[1].content);
    assert_eq!((second.plan, second.quantity), (None, Quantity::ZERO), "additional work has no count");
    assert_eq!((first.photos.len(), first.more.links.len()), (0, 1), "links come again, photos do not");
    assert_eq!((first.more.doing, first.more.obstacle.as_str()), (Doing::Done, ""));
    let gone = Action::DropTemplate(DropTemplate { id: TemplateId(Uuid::from_u128(1)) });
    house.done(by(STAFF), gone.clone());
    assert_eq!(names(&house), ["Apel"]);
    assert_eq!(house.asked(&by(STAFF), &gone), Ok(0), "another device was first: no mistake");
}

#[test]
fn bji_3_templates_are_the_persons_own() {
    let mut house = House::new();
    let changes = decide(&keep(template(1, "Legalisir")), &house.rows, &by(STAFF)).unwrap();
    assert_eq!(changes.len(), 1);
    assert_eq!(changes[0].scopes, [Scope::Own(STAFF)], "on no board");
    assert!(matches!(&changes[0].op, Op::Put { .. }));
    house.done(by(STAFF), keep(template(1, "Legalisir")));
    // Under the same id another person begins their own.
    house.done(by(OTHER), keep(with(template(1, "Milik lain"), |said| said.plan = None)));
    assert_eq!(names(&house), ["Legalisir"]);
    house.done(by(OTHER), Action::DropTemplate(DropTemplate { id: TemplateId(Uuid::from_u128(1)) }));
    assert_eq!(names(&house), ["Legalisir"]);
    let operator = Ctx { actor: Actor::Operator, ..by(STAFF) };
    assert_eq!(house.asked(&operator, &keep(template(3, "X"))), Err(Refusal::NotAllowed));
    let (handed, _) = house.handed_out(&by(STAFF), &keep(template(2, "Dua")));
    assert_eq!(decide(&keep(template(2, "Dua")), &handed, &by(STAFF)).map(|changes| changes.len()), Ok(1));
}

#[test]
fn bji_3_what_makes_no_template_is_said() {
    let mut house = House::new();
    let ask = |house: &House, template| house.asked(&by(STAFF), &keep(template));
    let base = || template(1, "Legalisir");
    let table = [
        (template(1, "  "), Refusal::from(Unfit::TemplateUnnamed)),
        (
            template(1, &"x".repeat(NAME_CHARACTERS_MAX + 1)),
            Refusal::TextTooLong { characters_max: NAME_CHARACTERS_MAX },
        ),
        (with(base(), |said| said.text = " ".into()), Refusal::TextMissing),
        (with(base(), |said| said.plan = Some(PlanId(Uuid::from_u128(77)))), Unfit::TemplatePlan.into()),
        (with(base(), |said| said.quantity = Quantity::whole(-1)), Refusal::QuantityNotCountable),
        (with(base(), |said| said.more.links = vec!["bukan tautan".into()]), Unfit::Link.into()),
    ];
    for (template, why) in table {
        assert_eq!(ask(&house, template), Err(why));
    }
    let others = house.asked(&by(OTHER), &keep(base()));
    assert_eq!(others, Err(Unfit::TemplatePlan.into()), "another's plan is as if it were not there");
    assert_eq!(ask(&house, with(base(), |said| said.quantity = Quantity::ZERO)), Ok(1), "the amount may stay open");
    for number in 1..=TEMPLATES_MAX {
        house.done(by(STAFF), keep(template(u128::try_from(number).unwrap(), "Contoh")));
    }
    assert_eq!(ask(&house, template(99, "Terlalu banyak")), Err(Unfit::TooManyTemplates.into()));
    assert!(Refusal::from(Unfit::TooManyTemplates).spoken().id.contains("12"));
    assert_eq!(ask(&house, template(1, "Ganti")), Ok(1), "one that is there may always be replaced");
}

#[test]
fn bji_3_the_last_amounts_of_a_plan_newest_first_and_each_once() {
    let mut house = House::new();
    let days = [
        ("2026-07-06", 5),
        ("2026-07-07", 7),
        ("2026-07-08", 5),
        ("2026-07-09", 3),
        ("2026-07-10", 9),
        ("2026-07-13", 5),
    ];
    for (number, (date, much)) in (0x200..).zip(days) {
        let id = EntryId(Uuid::from_u128(number));
        house.done(
            by(STAFF),
            Action::RecordEntry(RecordEntry { id, content: content("akta", much, date), draft: None }),
        );
    }
    let of = |person, count| -> Vec<String> {
        amounts(&house.rows, person, PLAN, count).iter().map(ToString::to_string).collect()
    };
    assert_eq!(of(STAFF, 4), ["5", "9", "3", "7"]);
    assert_eq!(of(STAFF, 2), ["5", "9"]);
    assert!(of(OTHER, 4).is_empty());
    assert!(amounts(&house.rows, STAFF, PlanId(Uuid::from_u128(77)), 4).is_empty());
}
