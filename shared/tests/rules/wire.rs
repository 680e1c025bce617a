//! What travels keeps its shape.

use teladan_shared::absence::AbsenceKind;
use teladan_shared::account::OpenAccount;
use teladan_shared::actor::Actor;
use teladan_shared::admin::GiveAdmin;
use teladan_shared::command::Action;
use teladan_shared::counter::OpenCounter;
use teladan_shared::dialogue::{Quarter, Step, StepDialogue};
use teladan_shared::draft::{Set, SetDraft};
use teladan_shared::expectation::{SetExpectation, Special};
use teladan_shared::goal::SetGoal;
use teladan_shared::ids::{AccountId, CounterId, DraftId, GoalId, ResponseId, ServiceId, SuperiorRequestId, TeamId};
use teladan_shared::merge::Field;
use teladan_shared::nip::Nip;
use teladan_shared::opened::OpenPerson;
use teladan_shared::remark::{RemarkKind, WriteRemark};
use teladan_shared::response::{LeaveResponse, Score};
use teladan_shared::row::Row;
use teladan_shared::rule::Ctx;
use teladan_shared::service::SetService;
use teladan_shared::superior::RequestSuperior;
use teladan_shared::team::SetTeam;
use teladan_shared::template::KeepTemplate;
use uuid::Uuid;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use crate::house::*;
use crate::people::{away, place};
use crate::template::template;

#[test]
fn every_kind_of_row_survives_the_wire() {
    let mut house = House::new();
    house.done(by(STAFF), entry(content("tujuh", 7, "2026-07-14")));
    house.done(by(HEAD), Action::WriteRemark(WriteRemark::plain(REMARK, ENTRY, RemarkKind::Thanks, String::new())));
    let now = by(HEAD).now;
    let operator = Ctx::on_server(Actor::Operator, now, now);
    let service = ServiceId(Uuid::from_u128(20));
    let counter = CounterId(Uuid::from_u128(21));
    house.done(operator, Action::SetService(SetService { id: service, name: "Akta".into(), unit: UNIT }));
    house.done(
        operator,
        Action::OpenCounter(OpenCounter { id: counter, code: "DUK-3".into(), name: "Loket 3".into(), service }),
    );
    let account = AccountId(Uuid::from_u128(22));
    let nip = Nip::parse("198609262015051001").unwrap();
    house.done(operator, Action::OpenAccount(OpenAccount { id: account, nip, employee: STAFF }));
    let response = LeaveResponse {
        id: ResponseId(Uuid::from_u128(23)),
        counter,
        score: Score::try_from(4).unwrap(),
        text: "ramah".into(),
        reference: "K7MP2QXR".into(),
    };
    house.done(operator, Action::LeaveResponse(response));
    let sets = vec![Set { field: Field::Text, base: String::new(), value: "tujuh".into() }];
    let draft = DraftId(Uuid::from_u128(24));
    house.done(by(STAFF), Action::SetDraft(SetDraft { draft, seen: 0, photos: Some(1), sets }));
    let wish = SuperiorRequestId(Uuid::from_u128(24));
    let (wanted, wanted_name) = (None, "Bu Sri".into());
    house.done(
        by(STAFF),
        Action::RequestSuperior(RequestSuperior { id: wish, wanted, wanted_name, reason: "pindah".into() }),
    );
    house.done(by(STAFF), away(1, AbsenceKind::Leave, "2026-07-20", "2026-07-22"));
    let special = vec![Special { value: "harmonis".into(), text: "Sapa pemohon lebih dulu.".into() }];
    let expected = SetExpectation { employee: STAFF, year: 2026, base: 0, special };
    house.done(by(HEAD), Action::SetExpectation(expected));
    house.done(by(STAFF), Action::KeepTemplate(Box::new(KeepTemplate(template(1, "Akta")))));
    house.done(operator, Action::GiveAdmin(GiveAdmin { person: HEAD, unit: UNIT }));
    house.done(operator, Action::PlaceEmployee(place(&house, STAFF, None)));
    house.done(by(HEAD), Action::OpenPerson(OpenPerson { person: STAFF }));
    let quarter = Quarter { year: 2026, number: 3 };
    house.done(by(STAFF), Action::StepDialogue(StepDialogue { person: STAFF, quarter, step: Step::Open }));
    let goal = SetGoal {
        id: GoalId(Uuid::from_u128(24)),
        name: "Pelayanan dasar yang tuntas".into(),
        parent: None,
        from: None,
        until: None,
        closed: false,
    };
    house.done(operator, Action::SetGoal(goal));
    let (id, name, purpose) = (TeamId(Uuid::from_u128(25)), "Tim Arsip".into(), String::new());
    let (from, until) = (day("2026-07-01"), day("2026-12-31"));
    let set = SetTeam { id, base: 0, name, purpose, unit: UNIT, leader: OTHER, from, until };
    house.done(operator, Action::SetTeam(set));
    let kinds: std::collections::BTreeSet<String> = house.rows.iter().filter_map(|row| Some(row.key()?.kind)).collect();
    assert_eq!(kinds.len(), 23, "{kinds:?}");
    for row in house.rows.iter() {
        let value = serde_json::to_value(row).unwrap();
        assert_eq!(&serde_json::from_value::<Row>(value).unwrap(), row);
        assert_eq!(&serde_json::from_str::<Row>(&serde_json::to_string(row).unwrap()).unwrap(), row);
    }
}
