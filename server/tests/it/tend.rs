//! Tending: what is old leaves the logs, twice is once, and a phone that comes from before the floor is level again.

use chrono::{DateTime, TimeDelta, Utc};
use shared::command::Action;
use shared::entry::{Content, RecordEntry};
use shared::ids::EntryId;
use shared::quantity::Quantity;
use shared::scope::Scope;
use shared::sync::office::age::CHANGE_DAYS;
use shared::sync::phone::Input;
use shared::sync::wire::Verdict;
use teladan_server::tend::{self, Sums};
use teladan_server::{clock, command};

use crate::doors::{House, STAFF_NIP};
use crate::phone::Device;
use crate::support::{Small, new_id, order, today};

const OLD: usize = 1_200;
const YOUNG: usize = 5;

/// Additional work, accepted at this moment.
async fn works(small: &Small, at: DateTime<Utc>) {
    let (text, work_date) = ("Melayani loket.".to_owned(), today());
    let content =
        Content { plan: None, text, quantity: Quantity::ZERO, work_date, photos: Vec::new(), more: Default::default() };
    let action = Action::RecordEntry(RecordEntry { id: EntryId(new_id()), content, draft: None });
    let verdict = command::run_at(&small.office, small.as_staff(), &order(1, action), Some(at)).await.unwrap();
    assert_eq!(verdict, Verdict::Accepted);
}

/// Places in the person's log, as far as one page shows them, and its head.
async fn log(small: &Small) -> (Vec<u64>, u64) {
    let news = small.office.db.news(Scope::Own(small.staff), small.floor().await, &[]).await.unwrap();
    (news.changes.iter().map(|change| change.seq).collect(), news.head)
}

impl Small {
    /// How far the person's log is gone.
    async fn floor(&self) -> u64 {
        let page = self.office.db.standings(None, 1_000).await.unwrap();
        page.rows.iter().find(|row| row.scope == Scope::Own(self.staff)).unwrap().floor
    }
}

#[tokio::test]
async fn what_is_old_leaves_the_log_and_a_phone_from_before_is_sent_the_whole() {
    let house = House::new().await;
    let small = &house.small;
    let mut device = Device::of(&house).await;
    device.tells(Input::Woke).await;
    let behind = device.disk.clone();
    let now = clock::now();
    let later = now + TimeDelta::days(CHANGE_DAYS + 10);
    for _ in 0..OLD {
        works(small, now).await;
    }
    for _ in 0..YOUNG {
        works(small, later - TimeDelta::days(CHANGE_DAYS - 1)).await;
    }
    let head = log(small).await.1;
    let before = tend::once(&small.office.db, Sums::Sample(0), now).await.unwrap();
    assert_eq!(before.changes, 0, "nothing is old yet: {before:?}");

    let done = tend::once(&small.office.db, Sums::All, later).await.unwrap();
    let (places, _) = log(small).await;
    println!("log of {head} changes: {} left; {done:?}", places.len());
    assert_eq!(places, (head - YOUNG as u64 + 1..=head).collect::<Vec<_>>(), "the young ones stay, and no place moves");
    assert!(done.changes >= 2 * OLD as u64, "both scopes: {done:?}");
    assert_eq!((done.drifted, done.devices), (0, 0), "{done:?}");
    assert!(done.sessions > 0, "they have ended by then: {done:?}");
    let again = tend::once(&small.office.db, Sums::All, later).await.unwrap();
    assert_eq!((again.changes, again.sessions), (0, 0), "twice is once: {again:?}");

    device.cookie = house.signed_in(STAFF_NIP).await;
    device.boots_with(behind);
    device.tells(Input::Woke).await;
    assert!(device.is_level());
    assert_eq!(device.entries(), OLD + YOUNG);
    works(small, later).await;
    device.tells(Input::Woke).await;
    assert_eq!(device.entries(), OLD + YOUNG + 1, "and it goes on from there by news");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn several_nodes_that_tend_at_once_do_it_once() {
    let small = Small::in_memory().await;
    let now = clock::now();
    for _ in 0..600 {
        works(&small, now).await;
    }
    let later = now + TimeDelta::days(CHANGE_DAYS + 1);
    let nodes = (0..4).map(|_| {
        let db = small.office.db.clone();
        tokio::spawn(async move { tend::once(&db, Sums::All, later).await })
    });
    let writer = async {
        for _ in 0..20 {
            works(&small, later).await;
        }
    };
    let (done, ()) = tokio::join!(futures::future::join_all(nodes), writer);
    assert!(done.into_iter().all(|done| done.unwrap().is_ok()), "a conflict is no trouble");
    let rest = tend::once(&small.office.db, Sums::All, later).await.unwrap();
    assert_eq!(rest.drifted, 0);
    let (places, head) = log(&small).await;
    assert_eq!(places, (head - 19..=head).collect::<Vec<_>>());
}
