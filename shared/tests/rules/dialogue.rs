//! Dialogues: who may do what and when, two who write at once, and what comes along over the year's end. Acceptance PLB-8.

use teladan_shared::command::Action;
use teladan_shared::dialogue::{
    ActionState, Agreed, Dialogue, DialogueId, DialogueState, Doer, Quarter, Step, StepDialogue,
};
use teladan_shared::ids::AgreedId;
use teladan_shared::refusal::{FeedbackFault, Refusal};
use teladan_shared::rule::{Ctx, decide, needs};
use teladan_shared::scope::Scope;
use uuid::Uuid;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use crate::house::*;

mod hands;

const NOW: Quarter = Quarter { year: 2026, number: 3 };

fn step_in(quarter: Quarter, step: Step) -> Action {
    Action::StepDialogue(StepDialogue { person: STAFF, quarter, step })
}

fn step(step: Step) -> Action {
    step_in(NOW, step)
}

fn note(text: &str, base: u32) -> Action {
    step(Step::Note { text: text.into(), base })
}

fn id(number: u128) -> AgreedId {
    AgreedId(Uuid::from_u128(number))
}

fn agree(number: u128, due: &str) -> Step {
    Step::Agree { action: id(number), text: "Ikut pelatihan arsip".into(), due: day(due), doer: Doer::Person }
}

fn on(who: teladan_shared::ids::EmployeeId, date: &str) -> Ctx {
    let mut ctx = by(who);
    ctx.now = format!("{date}T03:00:00Z").parse().unwrap();
    ctx
}

fn the(house: &House, quarter: Quarter) -> &Dialogue {
    house.rows.dialogue(DialogueId { person: STAFF, quarter }).unwrap()
}

fn opened() -> House {
    let mut house = House::new();
    house.done(by(HEAD), step(Step::Open));
    house
}

const fn fault<T>(fault: FeedbackFault) -> Result<T, Refusal> {
    Err(Refusal::Feedback(fault))
}

#[test]
fn it_is_asked_for_opened_and_closed_by_the_right_one() {
    let mut house = House::new();
    assert_eq!(house.asked(&by(OTHER), &step(Step::Open)), Err(Refusal::NotFound), "a colleague sees nothing");
    assert_eq!(house.asked(&by(STAFF), &note("Saya ingin", 0)), Err(Refusal::NotFound), "before it is there");
    house.done(by(STAFF), step(Step::Open));
    assert_eq!(house.asked(&by(STAFF), &step(Step::Open)), Ok(0), "asking twice is asking once");
    house.done(by(STAFF), note("Saya ingin bicara tentang loket.", 0));
    assert_eq!(house.asked(&by(STAFF), &step(agree(1, "2026-08-01"))), fault(FeedbackFault::DialogueNotOpen));
    house.done(by(HEAD), step(Step::Open));
    assert_eq!(the(&house, NOW).person_note.text, "Saya ingin bicara tentang loket.", "what was asked stays");
    assert_eq!(the(&house, NOW).superior_name, "Zulkifli");
    let close = |house: &House| step(Step::Close { base: the(house, NOW).rev });
    assert_eq!(house.asked(&by(STAFF), &close(&house)), Err(Refusal::NotAllowed));
    assert_eq!(house.asked(&by(HEAD), &step(Step::Close { base: 1 })), Err(Refusal::ChangedSinceSeen));
    house.done(by(HEAD), close(&house));
    for (who, action) in [
        (HEAD, note("lagi", 0)),
        (STAFF, note("lagi", 1)),
        (HEAD, step(agree(9, "2026-08-01"))),
        (HEAD, step(Step::Close { base: the(&house, NOW).rev })),
    ] {
        assert_eq!(house.asked(&by(who), &action), fault(FeedbackFault::DialogueClosed), "{action:?}");
    }
}

#[test]
fn only_the_two_are_told() {
    let house = House::new();
    let changes = decide(&step(Step::Open), &house.rows, &by(HEAD)).unwrap();
    let scopes: Vec<Scope> = changes.iter().flat_map(|change| change.scopes.clone()).collect();
    assert_eq!(scopes, [Scope::Own(STAFF), Scope::Office], "on the person's own phone, and on no board");
    let mine = Dialogue {
        superior: Some(HEAD),
        reply: "balasan".into(),
        ..Dialogue::new(the(&opened(), NOW).id, DialogueState::Closed)
    };
    assert_eq!(mine.clone().for_reader(STAFF).reply, "balasan");
    assert_eq!(mine.clone().for_reader(HEAD).reply, "balasan");
    assert_eq!(mine.for_reader(OTHER).reply, "", "a later superior does not read what was said to the one before");
}

#[test]
fn both_write_and_nobody_overwrites() {
    let mut house = opened();
    house.done(by(STAFF), note("kata pegawai", 0));
    house.done(by(HEAD), note("kata atasan", 0));
    assert_eq!(house.asked(&by(STAFF), &note("dari HP lain", 0)), Err(Refusal::ChangedSinceSeen));
    assert_eq!(house.asked(&by(STAFF), &note("kata pegawai", 0)), Ok(0), "the same words are no change");
    house.done(by(STAFF), note("kata pegawai, lanjut", 1));
    let dialogue = the(&house, NOW);
    assert_eq!((&*dialogue.person_note.text, &*dialogue.superior_note.text), ("kata pegawai, lanjut", "kata atasan"));
}

#[test]
fn actions_are_agreed_settled_and_taken_back() {
    let mut house = opened();
    assert_eq!(house.asked(&by(HEAD), &step(agree(1, "2026-07-13"))), fault(FeedbackFault::DueInThePast));
    let empty = Step::Agree { action: id(1), text: " ".into(), due: day("2026-07-14"), doer: Doer::Both };
    assert_eq!(house.asked(&by(HEAD), &step(empty)), fault(FeedbackFault::ActionMissing));
    house.done(by(HEAD), step(agree(1, "2026-07-14")));
    assert_eq!(house.asked(&by(STAFF), &step(agree(1, "2026-08-01"))), Err(Refusal::AlreadyThere));
    house.done(by(STAFF), step(agree(2, "2026-08-01")));
    let settle = |number, done, words: &str| step(Step::Settle { action: id(number), done, explanation: words.into() });
    assert_eq!(house.asked(&by(STAFF), &settle(1, false, " ")), fault(FeedbackFault::ExplanationMissing));
    assert_eq!(house.asked(&by(STAFF), &settle(7, true, "")), Err(Refusal::NotFound));
    let late = on(HEAD, "2026-07-20");
    let close = step(Step::Close { base: the(&house, NOW).rev });
    assert_eq!(house.asked(&late, &close), fault(FeedbackFault::ActionsOpen), "the first is overdue");
    assert_eq!(house.asked(&by(HEAD), &close), Ok(2), "on its day it is not overdue yet");
    house.done(late, settle(1, false, "Kelas penuh; daftar lagi September."));
    house.done(late, step(Step::Withdraw { action: id(2) }));
    assert_eq!(the(&house, NOW).actions.len(), 1);
    assert_eq!(house.asked(&late, &step(Step::Close { base: the(&house, NOW).rev })), Ok(2));
}

#[test]
fn plb_8_the_person_has_the_last_word_once() {
    let mut house = opened();
    let reply = step(Step::Reply { text: "Saya tidak setuju dengan butir dua.".into() });
    assert_eq!(house.asked(&by(STAFF), &reply), Err(Refusal::NotAllowed), "not before it is closed");
    house.done(by(HEAD), step(Step::Close { base: 1 }));
    assert_eq!(house.asked(&by(HEAD), &reply), Err(Refusal::NotAllowed));
    house.done(by(STAFF), reply.clone());
    assert_eq!(house.asked(&by(STAFF), &reply), Err(Refusal::NotAllowed), "once");
    assert_eq!(the(&house, NOW).reply, "Saya tidak setuju dengan butir dua.");
}

#[test]
fn what_is_not_done_comes_along_over_the_years_end() {
    let last = Quarter { year: 2026, number: 4 };
    let first = Quarter { year: 2027, number: 1 };
    let mut house = House::new();
    let autumn = on(HEAD, "2026-11-02");
    house.done(autumn, step_in(last, Step::Open));
    for number in [1, 2, 3] {
        house.done(autumn, step_in(last, agree(number, "2026-12-20")));
    }
    let winter = on(HEAD, "2027-01-05");
    assert_eq!(house.asked(&winter, &step_in(first, Step::Open)), fault(FeedbackFault::EarlierOpen));
    let settle = |number, done, words: &str| Step::Settle { action: id(number), done, explanation: words.into() };
    house.done(winter, step_in(last, settle(1, true, "")));
    house.done(winter, step_in(last, settle(2, false, "Anggaran belum turun.")));
    house.done(winter, step_in(last, settle(3, false, "Menunggu ruangan.")));
    house.done(winter, step_in(last, Step::Close { base: the(&house, last).rev }));
    house.done(winter, step_in(first, Step::Open));
    let carried = |action: &Agreed| (action.id, action.state, action.since, action.explanation.clone());
    let came: Vec<_> = the(&house, first).actions.iter().map(carried).collect();
    let open = |number, words: &str| (id(number), ActionState::Open, Some(last), words.to_owned());
    assert_eq!(came, [open(2, "Anggaran belum turun."), open(3, "Menunggu ruangan.")]);
    assert_eq!(house.asked(&winter, &step_in(first, Step::Withdraw { action: id(2) })), Err(Refusal::NotAllowed));
    // Twice carried, it still says when it was agreed first; and a quarter without a dialogue loses nothing.
    house.done(winter, step_in(first, settle(2, true, "")));
    house.done(winter, step_in(first, settle(3, false, "Masih menunggu.")));
    house.done(winter, step_in(first, Step::Close { base: the(&house, first).rev }));
    let third = Quarter { year: 2027, number: 3 };
    house.done(on(HEAD, "2027-07-01"), step_in(third, Step::Open));
    let came: Vec<_> = the(&house, third).actions.iter().map(carried).collect();
    assert_eq!(came, [open(3, "Masih menunggu.")]);
}

#[test]
fn a_quarter_that_has_not_begun_has_no_dialogue_and_quarters_follow_each_other() {
    let house = House::new();
    let table = [((2026, 4), false), ((2026, 3), true), ((2026, 2), true), ((2026, 0), false), ((2026, 5), false)];
    for ((year, number), may) in table {
        let asked = house.asked(&by(HEAD), &step_in(Quarter { year, number }, Step::Open));
        let wanted = if may { Ok(2) } else { fault(FeedbackFault::QuarterNotBegun) };
        assert_eq!(asked, wanted, "{year}/{number}");
    }
    let new_year = Quarter { year: 2027, number: 1 };
    assert_eq!(new_year.before(), Quarter { year: 2026, number: 4 });
    assert_eq!(new_year.before().after(), new_year);
    assert_eq!(new_year.before().last_day(), Some(day("2026-12-31")));
    assert!(new_year.has(day("2027-03-31")) && !new_year.has(day("2027-04-01")));
}

#[test]
fn opening_looks_at_the_earlier_ones_and_other_steps_do_not() {
    let house = House::new();
    let dialogues = |step_of: Step| {
        let keys = needs(&step(step_of), &house.rows, &by(HEAD));
        keys.into_iter().filter(|key| key.kind == "dialogue").map(|key| key.id).collect::<Vec<_>>()
    };
    let open = dialogues(Step::Open);
    assert_eq!(open.len(), 5);
    assert!(open.iter().any(|id| id.ends_with("/2025/4")), "{open:?}");
    assert_eq!(dialogues(Step::Close { base: 1 }).len(), 1);
}
