//! Work and words follow whoever moves, whichever command moves them, and also when the server stopped in between.

use serde_json::Value;
use shared::actor::Actor;
use shared::command::Action;
use shared::entry::{ApproveEntry, ReturnEntry};
use shared::ids::{EntryId, RemarkId};
use shared::remark::{RemarkKind, WriteRemark};
use shared::together::Together;
use teladan_server::people;

use super::{ADMIN_NIP, BOSS_NIP, Town, accepted_verdict, person};
use crate::doors::get;
use crate::support::{accepted, new_id};

struct Work {
    returned: EntryId,
    reason: RemarkId,
    asked: EntryId,
    question: RemarkId,
}

/// An entry that was sent back, and an approved one about which its owner asks.
async fn worked(town: &Town) -> Work {
    let small = &town.house.small;
    let [returned, asked] = [(); 2].map(|()| EntryId(new_id()));
    let [reason, question] = [(); 2].map(|()| RemarkId(new_id()));
    for entry in [returned, asked] {
        accepted(&small.office, small.as_staff(), small.entry(entry, 3)).await;
    }
    let send_back = ReturnEntry { entry: returned, base: 1, remark: reason, reason: "Samakan angkanya.".into() };
    accepted(&small.office, small.as_head(), Action::ReturnEntry(send_back)).await;
    accepted(&small.office, small.as_head(), Action::ApproveEntry(ApproveEntry { entry: asked, base: 1 })).await;
    let ask = WriteRemark::plain(question, asked, RemarkKind::Note, "Sudah benar?".into());
    accepted(&small.office, small.as_staff(), Action::WriteRemark(WriteRemark { asks: true, ..ask })).await;
    Work { returned, reason, asked, question }
}

async fn on_board(town: &Town, cookie: &str) -> Vec<Value> {
    town.house.ask(get(&format!("/api/board/{}", town.dinas), cookie)).await.body["rows"].as_array().unwrap().clone()
}

fn all_there(rows: &[Value], work: &Work) -> bool {
    let has = |kind: &str, id: String| rows.iter().any(|row| row[kind]["id"] == id.as_str());
    has("entry", work.returned.to_string())
        && has("entry", work.asked.to_string())
        && has("remark", work.reason.to_string())
        && has("remark", work.question.to_string())
}

#[tokio::test]
async fn what_was_said_goes_along_whichever_command_moves_the_person() {
    for group in [false, true] {
        let town = Town::new().await;
        let (admin, boss) = (town.house.signed_in(ADMIN_NIP).await, town.house.signed_in(BOSS_NIP).await);
        let work = worked(&town).await;
        let small = &town.house.small;
        let set = person(small.staff, "Rahmawati", small.unit, Some(town.boss));
        let action = if group { Action::Together(Together { actions: vec![set] }) } else { set };
        assert!(accepted_verdict(&town.gives(&admin, action).await));
        assert!(all_there(&on_board(&town, &boss).await, &work), "in a group: {group}");
        assert!(small.office.db.moving().await.unwrap().is_empty());
    }
}

#[tokio::test]
async fn whoever_was_cut_off_is_followed_at_the_next_start() {
    let town = Town::new().await;
    let boss = town.house.signed_in(BOSS_NIP).await;
    let work = worked(&town).await;
    let small = &town.house.small;
    // The command is taken, and the server stops before anything is carried.
    accepted(&small.office, Actor::Operator, person(small.staff, "Rahmawati", small.unit, Some(town.boss))).await;
    assert!(!all_there(&on_board(&town, &boss).await, &work));
    assert_eq!(small.office.db.moving().await.unwrap().len(), 1);
    people::follow(&small.office).await.unwrap();
    assert!(all_there(&on_board(&town, &boss).await, &work));
    assert!(small.office.db.moving().await.unwrap().is_empty(), "once");
}

#[tokio::test]
async fn the_people_of_a_superior_who_goes_to_another_unit_go_along() {
    let town = Town::new().await;
    let work = worked(&town).await;
    let small = &town.house.small;
    let boss = town.house.signed_in(BOSS_NIP).await;
    // The head of the bidang is called into the dinas, and still assesses their people.
    accepted(&small.office, Actor::Operator, person(small.head, "Zulkifli", town.dinas, Some(town.boss))).await;
    people::follow(&small.office).await.unwrap();
    let rows = on_board(&town, &boss).await;
    assert!(all_there(&rows, &work));
    assert!(rows.iter().any(|row| row["employee"]["id"] == small.staff.to_string().as_str()));
}

#[tokio::test]
async fn who_moves_again_before_they_were_followed_leaves_nobody_behind() {
    let town = Town::new().await;
    let work = worked(&town).await;
    let small = &town.house.small;
    let (boss, db) = (town.house.signed_in(BOSS_NIP).await, &small.office.db);
    let moves = async |who, name: &str, unit| {
        accepted(&small.office, Actor::Operator, person(who, name, unit, None)).await;
    };
    moves(small.head, "Zulkifli", town.beside).await;
    accepted(&small.office, Actor::Operator, person(small.head, "Zulkifli", town.dinas, Some(town.boss))).await;
    assert_eq!(db.is_moving(small.head).await.unwrap().unwrap().left, [small.unit, town.beside].into());
    people::follow(&small.office).await.unwrap();
    assert!(db.moving().await.unwrap().is_empty());
    let rows = on_board(&town, &boss).await;
    assert!(all_there(&rows, &work), "of the first unit");
    // What moves somebody while they are followed is not taken for done.
    moves(town.other, "Obed Wanggai", town.dinas).await;
    let first = db.is_moving(town.other).await.unwrap().unwrap();
    moves(town.other, "Obed Wanggai", small.unit).await;
    db.followed(&first).await.unwrap();
    assert_eq!(db.is_moving(town.other).await.unwrap().unwrap().left, [town.dinas].into());
}
