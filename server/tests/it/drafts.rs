//! Drafts in the database: gone and begun again in one command, and in nobody's log but their owner's.

use shared::command::Action;
use shared::draft::{Set, SetDraft, Spent};
use shared::ids::DraftId;
use shared::merge::Field;
use shared::row::{Key, Row};
use shared::scope::Scope;
use shared::sync::checksum;
use shared::sync::office::{Look, Store};
use shared::together::Together;

use crate::support::{Small, accepted, new_id};

fn set(draft: DraftId, value: &str) -> Action {
    let sets = vec![Set { field: Field::Text, base: String::new(), value: value.to_owned() }];
    Action::SetDraft(SetDraft { draft, seen: 0, photos: None, sets })
}

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_dropped_and_begun_again_in_one_command_is_there_and_the_sum_follows() {
    let small = Small::in_memory().await;
    let draft = DraftId(new_id());
    let drop = || Action::DropDraft(Spent { draft, seen: vec!["satu".to_owned(), "dua".to_owned()] });
    accepted(&small.office, small.as_staff(), set(draft, "satu")).await;
    let again = Together { actions: vec![drop(), set(draft, "dua")] };
    accepted(&small.office, small.as_staff(), Action::Together(again)).await;
    let Some(Row::Draft(row)) = small.office.db.row(Key::from(draft)).await.unwrap() else { panic!("gone") };
    assert_eq!(row.value(Field::Text), "dua");
    let own = Scope::Own(small.staff);
    let live = Some((own, None, 99));
    let look = Look { heads: vec![own, Scope::Unit(small.unit)], live, ..Look::default() };
    let seen = small.office.db.look(&look).await.unwrap();
    let sum = seen.live.iter().filter_map(checksum::of_row).fold(0, u32::wrapping_add);
    assert_eq!(seen.heads[&own].sum, Some(sum));
    assert!(seen.live.iter().any(|row| matches!(row, Row::Draft(_))));
    let board = seen.heads[&Scope::Unit(small.unit)].seq;
    accepted(&small.office, small.as_staff(), drop()).await;
    assert!(small.office.db.row(Key::from(draft)).await.unwrap().is_none());
    let seen = small.office.db.look(&look).await.unwrap();
    assert!(!seen.live.iter().any(|row| matches!(row, Row::Draft(_))));
    assert_eq!(seen.heads[&Scope::Unit(small.unit)].seq, board, "the board has not heard of it");
}
