//! For whom the owner's words are, and until when an entry is open. Acceptance PLB-8.

use teladan_shared::command::Action;
use teladan_shared::employee::Employee;
use teladan_shared::entry::ApproveEntry;
use teladan_shared::feedback::open_questions;
use teladan_shared::ids::EmployeeId;
use teladan_shared::refusal::{FeedbackFault, Refusal};
use teladan_shared::remark::{ReadRemark, WriteRemark};
use teladan_shared::row::Row;
use teladan_shared::unit::{Acting, ActingKind, Unit};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use super::{later, remark, the, words, work};
use crate::house::*;

fn stands_in(house: &mut House, person: EmployeeId, head: Option<EmployeeId>) {
    let (kind, from, until) = (ActingKind::Plt, day("2026-07-14"), day("2026-07-20"));
    let unit = house.rows.unit(UNIT).unwrap().clone();
    let acting = Acting { person, name: "Suparman".into(), kind, from, until };
    house.rows.put(Row::Unit(Unit { head, acting: vec![acting], ..unit }));
    let staff = house.rows.employee(STAFF).unwrap().clone();
    house.rows.put(Row::Employee(Employee { superior: head, ..staff }));
}

#[test]
fn plb_8_the_answer_reaches_whoever_stands_in() {
    let ask = |id| Action::WriteRemark(WriteRemark { asks: true, ..words(id, ENTRY, "Sudah benar?") });
    let answer = |id, to| Action::WriteRemark(WriteRemark { reply_to: Some(remark(to)), ..words(id, ENTRY, "Sudah.") });
    // With the head away, and with the post vacant: who stands in today is asked, and answers.
    for head in [Some(HEAD), None] {
        let mut house = House::new();
        house.done(by(STAFF), work(6));
        stands_in(&mut house, OTHER, head);
        house.done(later(STAFF, 1), ask(30));
        assert_eq!(the(&house, 30).to, OTHER, "{head:?}");
        house.done(later(OTHER, 2), Action::WriteRemark(words(31, ENTRY, "Sudah dicek?")));
        house.done(later(STAFF, 3), answer(32, 31));
        assert_eq!((the(&house, 32).to, the(&house, 32).reply_to), (OTHER, Some(remark(31))), "{head:?}");
        house.done(later(OTHER, 4), Action::ReadRemark(ReadRemark { remark: remark(32) }));
        // When nobody stands in any more, an answer still goes to whoever wrote, and a new question to the head.
        let after = later(STAFF, 8 * 24 * 60);
        house.done(after, answer(33, 31));
        assert_eq!(the(&house, 33).to, OTHER, "{head:?}");
        let asked = house.asked(&after, &ask(34));
        match head {
            None => assert_eq!(asked, Err(Refusal::Feedback(FeedbackFault::NobodyAssesses))),
            Some(head) => {
                house.done(after, ask(34));
                assert_eq!(the(&house, 34).to, head);
            }
        }
    }
    // An answer to one's own words is for whoever assesses.
    let mut house = House::new();
    house.done(by(STAFF), work(6));
    house.done(by(STAFF), ask(30));
    house.done(by(STAFF), answer(31, 30));
    assert_eq!(the(&house, 31).to, HEAD);
}

#[test]
fn an_entry_is_open_until_everybody_has_done_their_part() {
    let mut house = House::new();
    house.done(by(STAFF), work(6));
    let open = |house: &House| house.rows.entry(ENTRY).unwrap().is_open();
    let ask = |id| Action::WriteRemark(WriteRemark { asks: true, ..words(id, ENTRY, "") });
    assert!(open(&house));
    house.done(later(HEAD, 1), Action::ApproveEntry(ApproveEntry { entry: ENTRY, base: 1 }));
    assert!(!open(&house));
    house.done(later(STAFF, 2), ask(30));
    assert_eq!((open(&house), open_questions(&house.rows).len()), (true, 1), "it is asked about");
    house.done(later(STAFF, 3), ask(31));
    house.done(later(STAFF, 4), Action::WriteRemark(words(32, ENTRY, "Lihat lampiran.")));
    assert!(open(&house), "one's own words are no answer");
    house.done(later(HEAD, 5), Action::WriteRemark(words(33, ENTRY, "Sudah benar.")));
    assert_eq!((open(&house), open_questions(&house.rows).len()), (false, 0));
}
