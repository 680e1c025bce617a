//! Feedback: shapes, questions, answers, flags, what waits in which order, and how long answers took. Acceptance BJI-7, DMI-9, PLB-8.

use teladan_shared::command::Action;
use teladan_shared::entry::{ApproveEntry, Content, Entry, FlagEntry, RecordEntry, ReviseEntry};
use teladan_shared::feedback::{AnswerTime, Batch, Told, conversations, open_questions, review_queue};
use teladan_shared::ids::{EmployeeId, EntryId, RemarkId};
use teladan_shared::refusal::{FeedbackFault, Refusal};
use teladan_shared::remark::{ReadRemark, Remark, RemarkKind, SHAPE_CHARACTERS_MAX, Shape, WriteRemark};
use teladan_shared::rule::Ctx;
use teladan_shared::together::ACTIONS_MAX;
use uuid::Uuid;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use crate::house::*;

mod reader;

fn remark(id: u128) -> RemarkId {
    RemarkId(Uuid::from_u128(id))
}

fn later(who: EmployeeId, minutes: i64) -> Ctx {
    let mut ctx = by(who);
    ctx.now += chrono::TimeDelta::minutes(minutes);
    ctx.received_at = Some(ctx.now);
    ctx
}

fn work(id: u128) -> Action {
    let content = Content { plan: None, ..content("kerja", 0, "2026-07-14") };
    Action::RecordEntry(RecordEntry { id: EntryId(Uuid::from_u128(id)), content, draft: None })
}

fn words(id: u128, entry: EntryId, text: &str) -> WriteRemark {
    WriteRemark::plain(remark(id), entry, RemarkKind::Note, text.into())
}

fn shape(behaviour: &str, impact: &str, next: &str) -> Action {
    let shape = Some(Shape { behaviour: behaviour.into(), impact: impact.into(), next: next.into() });
    Action::WriteRemark(WriteRemark { shape, ..words(30, ENTRY, "") })
}

fn the(house: &House, id: u128) -> &Remark {
    house.rows.remark(remark(id)).unwrap()
}

#[test]
fn dmi_9_a_shape_has_all_three_or_is_none() {
    let mut house = House::new();
    house.done(by(STAFF), work(6));
    let incomplete = Err(Refusal::Feedback(FeedbackFault::ShapeIncomplete));
    let long = "x".repeat(SHAPE_CHARACTERS_MAX + 1);
    let table = [
        (shape("Menjelaskan syarat", "Pemohon tidak kembali dua kali", "Tempel di loket"), Ok(2)),
        (shape(" ", "dampak", "langkah"), incomplete.clone()),
        (shape("perilaku", "", "langkah"), incomplete.clone()),
        (shape("perilaku", "dampak", "\n"), incomplete),
        (shape("perilaku", &long, "langkah"), Err(Refusal::TextTooLong { characters_max: SHAPE_CHARACTERS_MAX })),
    ];
    for (action, verdict) in table {
        assert_eq!(house.asked(&by(HEAD), &action), verdict, "{action:?}");
    }
    house.done(by(HEAD), shape(" Menjelaskan syarat. ", "Pemohon tidak kembali.", "Tempel di loket."));
    let said = the(&house, 30);
    assert_eq!(said.shape.as_ref().unwrap().behaviour, "Menjelaskan syarat.", "without blanks at the ends");
    assert_eq!(said.text, "Menjelaskan syarat. Pemohon tidak kembali. Tempel di loket.", "an older phone reads it too");
}

#[test]
fn only_the_owner_asks_for_feedback_and_needs_no_words() {
    let mut house = House::new();
    house.done(by(STAFF), work(6));
    let ask = Action::WriteRemark(WriteRemark { asks: true, ..words(30, ENTRY, "") });
    assert_eq!(house.asked(&by(HEAD), &ask), Err(Refusal::NotAllowed));
    assert_eq!(house.asked(&by(OTHER), &ask), Err(Refusal::NotFound));
    house.done(by(STAFF), ask);
    assert_eq!((the(&house, 30).to, the(&house, 30).asks), (HEAD, true));
}

#[test]
fn plb_8_every_remark_can_be_answered_and_the_answer_knows_which() {
    let mut house = House::new();
    house.done(by(STAFF), work(6));
    house.done(by(STAFF), work(60));
    house.done(by(HEAD), Action::WriteRemark(words(30, ENTRY, "Sudah dicek dengan register?")));
    let answer = |entry, to| Action::WriteRemark(WriteRemark { reply_to: Some(to), ..words(31, entry, "Sudah, Pak.") });
    let other_entry = EntryId(Uuid::from_u128(60));
    assert_eq!(house.asked(&by(STAFF), &answer(ENTRY, remark(99))), Err(Refusal::NotFound), "an answer to nothing");
    assert_eq!(house.asked(&by(STAFF), &answer(other_entry, remark(30))), Err(Refusal::NotFound), "of another entry");
    house.done(by(STAFF), answer(ENTRY, remark(30)));
    assert_eq!((the(&house, 31).reply_to, the(&house, 31).to), (Some(remark(30)), HEAD));
    // The author of the answer is told when it was read; reading again does not move the moment.
    house.done(later(HEAD, 5), Action::ReadRemark(ReadRemark { remark: remark(31) }));
    assert_eq!(house.asked(&later(HEAD, 9), &Action::ReadRemark(ReadRemark { remark: remark(31) })), Ok(0));
    assert_eq!(the(&house, 31).read_at, Some(later(HEAD, 5).now));
}

#[test]
fn a_flag_is_put_by_the_two_alone_and_outlives_a_revision() {
    let mut house = House::new();
    house.done(by(STAFF), work(6));
    let flag = |on| Action::FlagEntry(FlagEntry { entry: ENTRY, on });
    assert_eq!(house.asked(&by(OTHER), &flag(true)), Err(Refusal::NotFound));
    assert_eq!(house.asked(&by(STAFF), &flag(false)), Ok(0), "nothing to take away");
    house.done(by(HEAD), flag(true));
    assert_eq!(house.asked(&by(STAFF), &flag(true)), Ok(0), "twice is once");
    let content = Content { plan: None, ..content("kerja, diperbaiki", 0, "2026-07-14") };
    house.done(by(STAFF), Action::ReviseEntry(ReviseEntry { entry: ENTRY, base: 1, content, seen: None }));
    assert_eq!(house.rows.entry(ENTRY).unwrap().flag.as_ref().unwrap().by, HEAD);
    house.done(by(STAFF), flag(false));
    assert_eq!(house.rows.entry(ENTRY).unwrap().flag, None);
}

#[test]
fn what_asks_for_feedback_stands_first_then_the_oldest_until_somebody_answers() {
    let mut house = House::new();
    for (at, id) in [(0, 6), (10, 60), (20, 61)] {
        house.done(later(STAFF, at), work(id));
    }
    let order = |house: &House| -> Vec<u128> {
        let queue = review_queue(&house.rows, &|person| person.superior == Some(HEAD));
        queue.iter().map(|wait| wait.entry.id.0.as_u128()).collect()
    };
    assert_eq!(order(&house), [6, 60, 61]);
    let ask = |id, at: u128| {
        Action::WriteRemark(WriteRemark { asks: true, ..words(id, EntryId(Uuid::from_u128(at)), "Sudah benar?") })
    };
    house.done(later(STAFF, 30), ask(30, 61));
    assert_eq!(order(&house), [61, 6, 60]);
    assert_eq!(review_queue(&house.rows, &|_| true)[0].asks.as_deref(), Some("Sudah benar?"));
    assert!(review_queue(&house.rows, &|person| person.id == OTHER).is_empty(), "nobody else's");
    // An approval is no answer to a question; words are.
    let last = EntryId(Uuid::from_u128(61));
    house.done(later(HEAD, 35), Action::ApproveEntry(ApproveEntry { entry: last, base: 1 }));
    assert_eq!(order(&house), [61, 6, 60]);
    house.done(later(STAFF, 36), Action::WriteRemark(words(32, last, "Menambahkan: lihat lampiran.")));
    assert_eq!(open_questions(&house.rows).len(), 1, "one's own words are no answer");
    house.done(later(HEAD, 40), Action::WriteRemark(words(31, last, "Sudah benar.")));
    assert_eq!(order(&house), [6, 60]);
    // Asked again, it is open again, once.
    house.done(later(STAFF, 50), ask(33, 61));
    house.done(later(STAFF, 51), ask(34, 61));
    assert_eq!(open_questions(&house.rows).iter().map(|one| one.id).collect::<Vec<_>>(), [remark(34)]);
}

#[test]
fn bji_7_the_median_is_taken_over_what_was_answered() {
    let entry = |took: Option<u32>, arrived: bool| {
        let mut house = House::new();
        house.done(by(STAFF), work(6));
        let mut entry: Entry = house.rows.entry(ENTRY).unwrap().clone();
        entry.answer_seconds = took;
        entry.received_at = entry.received_at.filter(|_| arrived);
        entry
    };
    let table: [(&[Option<u32>], Option<u32>); 5] = [
        (&[], None),
        (&[None], None),
        (&[Some(60), None], Some(60)),
        (&[Some(9000), Some(60), Some(120)], Some(120)),
        (&[Some(9000), Some(60), Some(120), Some(180)], Some(120)),
    ];
    for (took, median) in table {
        let entries: Vec<Entry> = took.iter().map(|took| entry(*took, true)).collect();
        let time = AnswerTime::of(entries.iter());
        assert_eq!((time.median_seconds, time.arrived), (median, took.len()), "{took:?}");
    }
    assert_eq!(AnswerTime::of([entry(None, false)].iter()).arrived, 0, "what is on the phone waits for nobody");
}

#[test]
fn bji_7_only_the_first_answer_is_measured_and_ones_own_words_are_none() {
    let mut house = House::new();
    house.done(by(STAFF), work(6));
    house.done(later(STAFF, 10), Action::WriteRemark(words(30, ENTRY, "Ada lampiran.")));
    assert_eq!(house.rows.entry(ENTRY).unwrap().answer_seconds, None);
    house.done(later(HEAD, 30), Action::WriteRemark(words(31, ENTRY, "Rapi.")));
    house.done(later(HEAD, 90), Action::ApproveEntry(ApproveEntry { entry: ENTRY, base: 1 }));
    assert_eq!(house.rows.entry(ENTRY).unwrap().answer_seconds, Some(30 * 60));
}

#[test]
fn letters_are_gathered_by_entry_newest_first() {
    let mut house = House::new();
    house.done(by(STAFF), work(6));
    house.done(by(STAFF), work(60));
    let other = EntryId(Uuid::from_u128(60));
    for (at, id, entry) in [(1, 30, ENTRY), (2, 31, other), (3, 32, ENTRY)] {
        house.done(later(HEAD, at), Action::WriteRemark(words(id, entry, "Kata.")));
    }
    let inbox = teladan_shared::board::inbox(&house.rows, STAFF);
    let seen: Vec<_> = conversations(&inbox).iter().map(|one| (one.entry, one.letters.len())).collect();
    assert_eq!(seen, [(ENTRY, 2), (other, 1)]);
    assert_eq!(the(&house, 30).unit, Some(UNIT), "the reader is led to the right board");
}

/// Sends a batch to an office that refuses a group with any of `bad` in it, and is gone after `answers` answers.
fn sent(count: usize, bad: &[usize], answers: usize) -> (Batch<usize>, usize) {
    let items: Vec<usize> = (0..count).collect();
    let (mut batch, mut asked) = (Batch::of(&items), 0);
    while let Some(group) = batch.group() {
        assert!(group.len() <= ACTIONS_MAX);
        let reason = Refusal::ChangedSinceSeen.spoken();
        let told = match (asked < answers, group.iter().any(|one| bad.contains(one))) {
            (false, _) => Told::Lost(reason),
            (true, true) => Told::Refused(reason),
            (true, false) => Told::Accepted,
        };
        asked += 1;
        batch.told(told);
    }
    (batch, asked)
}

#[test]
fn of_many_approvals_only_what_was_meant_is_refused() {
    for (count, bad) in
        [(0, vec![]), (1, vec![]), (1, vec![0]), (25, vec![]), (25, vec![7]), (25, vec![0, 24]), (61, vec![20, 21])]
    {
        let (batch, asked) = sent(count, &bad, usize::MAX);
        let refused: Vec<usize> = batch.refused.iter().map(|(one, _)| *one).collect();
        assert_eq!(refused, bad, "{count}");
        let done: Vec<usize> = (0..count).filter(|one| !bad.contains(one)).collect();
        assert_eq!(batch.done, done, "in order, each once: {count}");
        assert!(batch.unsent.is_empty() && asked <= count.div_ceil(ACTIONS_MAX) + 10 * bad.len(), "{count}: {asked}");
    }
}

#[test]
fn what_got_no_answer_is_told_apart_and_nothing_is_forgotten() {
    for answers in 0..6 {
        let (batch, _) = sent(45, &[3], answers);
        let mut all = [batch.done.clone(), batch.unsent.clone()].concat();
        all.extend(batch.refused.iter().map(|(one, _)| *one));
        all.sort_unstable();
        assert_eq!(all, (0..45).collect::<Vec<_>>(), "after {answers} answers");
        assert_eq!(batch.lost.is_some(), !batch.unsent.is_empty());
    }
}
