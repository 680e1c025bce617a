//! Several windows at one database, and a browser that clears it under them.

use std::collections::BTreeSet;

use futures::future::join_all;
use shared::sync::phone::Waiting;

use crate::people::{ME, MINE, append, database, open, pull, recall, take_in, window};
use crate::store::{Fault, Own};
use crate::tools::{Told, clear, ensure, is_let_go, opens_as_before, same, stands_still, text};
use crate::{Case, Outcome};

pub(crate) const CASES: &[Case] = &[
    ("two windows that append at the same moment share no place and leave no hole", || Box::pin(appends_at_once())),
    ("a window that was overtaken writes nothing", || Box::pin(overtaken())),
    ("storage that was cleared under an open page is noticed, and places begin anew", || Box::pin(cleared())),
    ("what is written after the storage was cleared opens in the new database", || Box::pin(written_after_clearing())),
    ("a window of an earlier build lets go and cannot come back", || Box::pin(earlier_build())),
    ("a window that stands still does not hold up a start for ever", || Box::pin(stands_still_there())),
    ("another build asks for its log whole", || Box::pin(another_build())),
];

async fn appends_at_once() -> Outcome {
    let (one, other) = (window().await?, window().await?);
    let appends = (0..40).map(|number| append(if number % 2 == 0 { &one } else { &other }, number));
    let done: Vec<Waiting> = join_all(appends).await.into_iter().collect::<Result<_, _>>()?;
    let places: BTreeSet<_> = done.iter().map(Waiting::place).collect();
    let devices: BTreeSet<_> = done.iter().map(|waiting| waiting.place().0).collect();
    same(devices.len(), 1, "incarnations")?;
    same(places.iter().map(|(_, seq)| *seq).collect::<Vec<_>>(), (1..=40).collect(), "the places")?;
    let mut wanted = done;
    wanted.sort_by_key(|waiting| waiting.place().1);
    same(recall(&one).await?.outbox, wanted, "the queue")
}

async fn overtaken() -> Outcome {
    let (one, other) = (window().await?, window().await?);
    take_in(&one, pull(3, 5)).await.told("the first pull")?;
    let before = text(&database()).await?;
    same(take_in(&other, pull(1, 9)).await, Err(Fault::Moved), "the overtaken window")?;
    same(text(&database()).await?, before, "what lies there")?;
    recall(&other).await?;
    take_in(&other, pull(4, 9)).await.told("a pull after reading anew")?;
    same(take_in(&one, pull(1, 11)).await, Err(Fault::Moved), "the other way round")?;
    same(recall(&one).await?.cursors.get(&MINE).copied(), Some(9), "the cursor")
}

async fn cleared() -> Outcome {
    let own = window().await?;
    let before = append(&own, 1).await?.place();
    take_in(&own, pull(2, 3)).await.told("a pull")?;
    clear().await?;
    same(own.append(crate::people::wish(2), &[]).await.map(drop), Err(Fault::Lost), "an append after clearing")?;
    same(take_in(&own, pull(1, 4)).await, Err(Fault::Lost), "a pull after clearing")?;
    same(own.recall(crate::people::BUILD).await.map(drop), Err(Fault::Lost), "a look after clearing")?;
    let again = window().await?;
    let after = append(&again, 2).await?.place();
    ensure(after.0 != before.0 && after.1 == 1, "places begin anew under another incarnation")?;
    same(own.append(crate::people::wish(3), &[]).await.map(drop), Err(Fault::Lost), "the old window, still")
}

async fn written_after_clearing() -> Outcome {
    let own = window().await?;
    own.keep_draft(&"sebelum").await.told("a draft")?;
    clear().await?;
    // Another window makes the new database and its key before this one writes again.
    let again = open().await?;
    own.keep_draft(&"sesudah").await.told("a draft after clearing")?;
    let draft: Option<String> = again.draft().await.told("the draft is read")?;
    same(draft.as_deref(), Some("sesudah"), "the draft in the new database")
}

async fn earlier_build() -> Outcome {
    crate::old::an_earlier_build_was_here().await?;
    ensure(opens_as_before(&database()).await?, "the earlier build is at home")?;
    window().await?;
    ensure(!opens_as_before(&database()).await?, "the earlier build is locked out")
}

async fn stands_still_there() -> Outcome {
    crate::old::an_earlier_build_was_here().await?;
    stands_still(&database()).await?;
    same(Own::open(ME).await.map(drop), Err(Fault::Closed), "opening while another window holds an older one")?;
    stands_still(&database()).await?;
    let own = window().await?;
    append(&own, 8).await?;
    // What opened too late has been closed again: nobody who does not let go holds the database.
    ensure(is_let_go(&database()).await?, "everybody lets go")
}

async fn another_build() -> Outcome {
    let own = window().await?;
    take_in(&own, pull(2, 5)).await.told("a pull")?;
    same(recall(&own).await?.cursors.get(&MINE).copied(), Some(5), "the cursor of this build")?;
    let memory = own.recall("b2").await.told("another build reads")?.memory;
    ensure(memory.cursors.is_empty(), "another build has no cursor")?;
    same(memory.rows.get(&MINE).map_or(0, shared::row::Rows::len), 2, "its rows")
}
