//! The one writer: verdicts, identity, gap-free logs, concurrent writers.

use shared::command::Action;
use shared::entry::{ApproveEntry, SeeEntry};
use shared::ids::EntryId;
use shared::row::{Key, Row};
use shared::scope::Scope;
use shared::sync::wire::Verdict;
use teladan_server::command;

use crate::support::{Small, accepted, new_id, order, today};

#[tokio::test]
async fn the_same_command_twice_happens_once() {
    let small = Small::in_memory().await;
    let command = order(1, small.entry(EntryId(new_id()), 7));
    for _ in 0..3 {
        assert_eq!(command::run(&small.office, small.as_staff(), &command).await.unwrap(), Verdict::Accepted);
    }
    let Some(Row::Plan(plan)) = small.office.db.row(Key::from(small.plan)).await.unwrap() else { panic!("no plan") };
    assert_eq!(plan.done.to_string(), "7");
}

#[tokio::test]
async fn a_refusal_is_remembered_and_changes_nothing() {
    let small = Small::in_memory().await;
    let mut command = order(1, small.entry(EntryId(new_id()), 7));
    if let Action::RecordEntry(entry) = &mut command.action {
        entry.content.work_date = today() + chrono::Days::new(1);
    }
    let first = command::run(&small.office, small.as_staff(), &command).await.unwrap();
    assert!(matches!(&first, Verdict::Rejected { reason } if reason.code == "future_date"));
    assert_eq!(command::run(&small.office, small.as_staff(), &command).await.unwrap(), first);
    assert_eq!(
        small.office.db.heads(&[Scope::Own(small.staff)]).await.unwrap()[0].1,
        3,
        "employee, plan and its terms only"
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn many_writers_of_one_scope_leave_no_gap_and_lose_nothing() {
    let small = std::sync::Arc::new(Small::in_memory().await);
    let before = small.office.db.heads(&[Scope::Own(small.staff)]).await.unwrap()[0].1;
    let writers = (0..24).map(|_| {
        let small = small.clone();
        tokio::spawn(async move {
            let command = order(1, small.entry(EntryId(new_id()), 1));
            command::run(&small.office, small.as_staff(), &command).await.unwrap()
        })
    });
    for writer in futures::future::join_all(writers).await {
        assert_eq!(writer.unwrap(), Verdict::Accepted);
    }
    let news = small.office.db.news(Scope::Own(small.staff), before, &[]).await.unwrap();
    let seqs: Vec<u64> = news.changes.iter().map(|change| change.seq).collect();
    assert_eq!(seqs, (before + 1..=before + 48).collect::<Vec<_>>());
    let Some(Row::Plan(plan)) = small.office.db.row(Key::from(small.plan)).await.unwrap() else { panic!("no plan") };
    assert_eq!(plan.done.to_string(), "24");
}

#[tokio::test]
async fn an_approval_names_what_was_seen() {
    let small = Small::in_memory().await;
    let entry = EntryId(new_id());
    accepted(&small.office, small.as_staff(), small.entry(entry, 3)).await;
    accepted(&small.office, small.as_head(), Action::SeeEntry(SeeEntry { entry, base: 1 })).await;
    let stale = order(9, Action::ApproveEntry(ApproveEntry { entry, base: 2 }));
    let verdict = command::run(&small.office, small.as_head(), &stale).await.unwrap();
    assert!(matches!(verdict, Verdict::Rejected { reason } if reason.code == "changed_since_seen"));
    accepted(&small.office, small.as_head(), Action::ApproveEntry(ApproveEntry { entry, base: 1 })).await;
    let snapshot = small.office.db.snapshot(Scope::Unit(small.unit), today(), &[]).await.unwrap();
    let state =
        snapshot.rows.iter().find_map(|row| if let Row::Entry(found) = row { Some(found.state()) } else { None });
    assert_eq!(state, Some(shared::board::ItemState::Approved));
    assert!(snapshot.rows.len() >= 4, "unit, two people, plan and entry: {}", snapshot.rows.len());
}
