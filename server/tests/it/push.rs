//! Notices on devices, from the rules to a push service that really takes them and really opens them: a receiver on this machine.

mod doors;
mod receiver;

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Value, json};
use shared::absence::{AbsenceKind, AddAbsence};
use shared::actor::Actor;
use shared::command::Action;
use shared::entry::{ApproveEntry, Content, RecordEntry};
use shared::ids::{AbsenceId, EntryId, RemarkId};
use shared::push::Wishes;
use shared::quantity::Quantity;
use shared::remark::{ReadRemark, RemarkKind, WriteRemark};
use shared::sync::wire::Verdict;
use teladan_server::command;
use teladan_server::push::devices;
use teladan_server::push::round::{Told, round};

use crate::support::{Small, new_id, order};
use receiver::Receiver;

const REMIND: Wishes = Wishes { remind: true, news: false };
const NEWS: Wishes = Wishes { remind: false, news: true };

/// A moment of Thursday 26 November 2026, a working day, in WIB.
fn wib(time: &str) -> DateTime<Utc> {
    format!("2026-11-26T{time}:00+07:00").parse().unwrap()
}

/// A small office, its receiver, and the staff member's phone.
struct Scene {
    small: Small,
    receiver: Receiver,
}

impl Scene {
    async fn new(wishes: Wishes) -> Self {
        let scene = Self { small: Small::in_memory().await, receiver: Receiver::start().await };
        scene.asks("hp", wishes, wib("07:00")).await;
        scene
    }

    /// The staff member asks for notices on this device.
    async fn asks(&self, device: &str, wishes: Wishes, at: DateTime<Utc>) {
        let (db, staff) = (&self.small.office.db, self.small.staff);
        db.open_session(&format!("sesi-{device}"), staff, at + TimeDelta::days(30)).await.unwrap();
        let sent = self.receiver.subscription(device, wishes);
        devices::keep(db, staff, device, &format!("sesi-{device}"), sent, at).await.unwrap();
    }

    async fn round(&self, at: DateTime<Utc>) -> Told {
        self.round_of(&self.small, at).await
    }

    async fn round_of(&self, node: &Small, at: DateTime<Utc>) -> Told {
        let push = node.office.push.clone().unwrap();
        round(&node.office, &push, at).await.unwrap()
    }

    async fn does(&self, actor: Actor, action: Action, at: DateTime<Utc>) {
        let verdict = command::run_at(&self.small.office, actor, &order(1, action), Some(at)).await.unwrap();
        assert_eq!(verdict, Verdict::Accepted);
    }

    async fn records(&self, at: DateTime<Utc>) -> EntryId {
        let entry = EntryId(new_id());
        let (text, work_date) = ("Melayani loket.".to_owned(), wib("12:00").date_naive());
        let (quantity, photos, more) = (Quantity::ZERO, Vec::new(), Default::default());
        let content = Content { plan: None, text, quantity, work_date, photos, more };
        self.does(self.small.as_staff(), Action::RecordEntry(RecordEntry { id: entry, content, draft: None }), at)
            .await;
        entry
    }

    /// The head writes a remark about an entry.
    async fn remarks(&self, entry: EntryId, at: DateTime<Utc>) -> RemarkId {
        let remark = RemarkId(new_id());
        let write = WriteRemark {
            id: remark,
            entry,
            kind: RemarkKind::Note,
            text: "Rapi, Rahmawati.".into(),
            shape: None,
            asks: false,
            reply_to: None,
        };
        self.does(self.small.as_head(), Action::WriteRemark(write), at).await;
        remark
    }

    fn heard(&self) -> Vec<Value> {
        self.receiver.heard().into_iter().map(|heard| heard.said).collect()
    }
}

fn sent(count: u32) -> Told {
    Told { sent: count, ..Told::default() }
}

#[tokio::test]
async fn a_reminder_comes_once_at_half_past_three_and_says_nothing_of_anybody() {
    let scene = Scene::new(REMIND).await;
    assert_eq!(scene.round(wib("15:29")).await, Told::default());
    assert_eq!(scene.round(wib("15:30")).await, sent(1));
    assert_eq!(scene.round(wib("15:31")).await, Told::default(), "once a day");
    let heard = scene.receiver.heard();
    assert_eq!(heard.len(), 1);
    assert_eq!(heard[0].said, json!({ "kind": "remind", "language": "id", "to": "/catat" }));
    assert_eq!(heard[0].header("content-encoding"), "aes128gcm");
    assert_eq!((heard[0].header("ttl"), heard[0].header("topic")), ("7200", "remind"));
    assert!(heard[0].header("authorization").starts_with("vapid t="));
    let next = wib("15:30") + TimeDelta::days(1);
    assert_eq!(scene.round(next).await, sent(1), "and the next day again");
}

#[tokio::test]
async fn nobody_is_reminded_who_has_written_is_away_or_has_signed_out() {
    let written = Scene::new(REMIND).await;
    written.records(wib("09:00")).await;
    assert_eq!(written.round(wib("15:30")).await, Told::default());

    let away = Scene::new(REMIND).await;
    let (from, until) = (wib("12:00").date_naive(), wib("12:00").date_naive());
    let add = AddAbsence {
        id: AbsenceId(new_id()),
        person: away.small.staff,
        kind: AbsenceKind::Leave,
        from,
        until,
        note: String::new(),
    };
    away.does(away.small.as_staff(), Action::AddAbsence(add), wib("08:00")).await;
    assert_eq!(away.round(wib("15:30")).await, Told::default());

    let gone = Scene::new(REMIND).await;
    gone.small.office.db.close_session("sesi-hp").await.unwrap();
    assert_eq!(gone.round(wib("15:30")).await, Told::default());

    let saturday = Scene::new(REMIND).await;
    assert_eq!(saturday.round(wib("15:30") + TimeDelta::days(2)).await, Told::default());
    for scene in [written, away, gone, saturday] {
        assert!(scene.heard().is_empty());
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_two_nodes_one_sends_and_a_restart_does_not_double() {
    let scene = Scene::new(REMIND).await;
    let [one, two] = [scene.small.clone(), scene.small.clone()];
    let (one, two) = tokio::join!(scene.round_of(&one, wib("15:30")), scene.round_of(&two, wib("15:30")));
    assert_eq!(one.sent + two.sent, 1);
    let settings = teladan_server::push::Settings::default();
    let again = teladan_server::push::Push::open(&scene.small.office.db, settings).await.unwrap();
    let before = scene.small.office.push.as_ref().unwrap().public_key();
    assert_eq!(again.public_key(), before, "the key outlives the process");
    assert_eq!(round(&scene.small.office, &again, wib("15:32")).await.unwrap(), Told::default());
    assert_eq!(scene.heard().len(), 1);
}

#[tokio::test]
async fn news_is_told_once_and_then_not_for_a_quarter_of_an_hour() {
    let scene = Scene::new(NEWS).await;
    let entry = scene.records(wib("09:00")).await;
    assert_eq!(scene.round(wib("09:01")).await, Told::default(), "one's own work is no news");
    scene.remarks(entry, wib("10:00")).await;
    assert_eq!(scene.round(wib("10:01")).await, sent(1));
    assert_eq!(scene.round(wib("10:02")).await, Told::default());
    scene.does(scene.small.as_head(), Action::ApproveEntry(ApproveEntry { entry, base: 1 }), wib("10:05")).await;
    assert_eq!(scene.round(wib("10:06")).await, Told::default(), "within the quarter");
    assert_eq!(scene.round(wib("10:16")).await, sent(1), "it was not forgotten");
    scene.remarks(entry, wib("22:00")).await;
    assert_eq!(scene.round(wib("22:01")).await, Told::default(), "at night");
    assert_eq!(scene.round(wib("06:00") + TimeDelta::days(1)).await, sent(1), "in the morning");
    let news = json!({ "kind": "news", "language": "id", "to": "/kabar" });
    assert_eq!(scene.heard(), [news.clone(), news.clone(), news]);
    assert_eq!(scene.receiver.heard()[0].header("urgency"), "low");
}

#[tokio::test]
async fn what_was_read_or_fetched_meanwhile_is_not_told() {
    let scene = Scene::new(NEWS).await;
    let entry = scene.records(wib("09:00")).await;
    let remark = scene.remarks(entry, wib("10:00")).await;
    scene.does(scene.small.as_staff(), Action::ReadRemark(ReadRemark { remark }), wib("10:00")).await;
    assert_eq!(scene.round(wib("10:01")).await, Told::default(), "read");
    // Another contact of the same person, from whatever browser.
    let device = shared::ids::DeviceId(new_id());
    scene.remarks(entry, wib("11:00")).await;
    let contact = shared::sync::lost::Contact { device, waiting: 0, at: wib("11:01") };
    scene.small.office.db.keep_contact("komputer", scene.small.staff, &contact).await.unwrap();
    assert_eq!(scene.round(wib("11:02")).await, Told::default(), "there");
    assert_eq!(scene.round(wib("11:30")).await, Told::default(), "fetched");
    scene.remarks(entry, wib("11:31")).await;
    assert_eq!(scene.round(wib("11:32")).await, sent(1));
}

#[tokio::test]
async fn a_device_that_is_no_more_is_forgotten_and_another_one_still_rings() {
    let scene = Scene::new(REMIND).await;
    scene.asks("tablet", REMIND, wib("07:00")).await;
    scene.receiver.no_longer_knows("hp", 410);
    assert_eq!(scene.round(wib("15:30")).await, Told { sent: 1, gone: 1, lost: 0 });
    let known = scene.small.office.db.push_devices(scene.small.staff).await.unwrap();
    assert_eq!(known.iter().map(|device| device.name.as_str()).collect::<Vec<_>>(), ["tablet"]);
    scene.receiver.no_longer_knows("tablet", 404);
    assert_eq!(scene.round(wib("15:30") + TimeDelta::days(1)).await, Told { sent: 0, gone: 1, lost: 0 });
    assert!(scene.small.office.db.notices_of(scene.small.staff).await.unwrap().is_none(), "nothing is left");
}

#[tokio::test]
async fn a_service_that_fails_costs_a_notice_and_no_device() {
    let scene = Scene::new(REMIND).await;
    scene.receiver.no_longer_knows("hp", 503);
    assert_eq!(scene.round(wib("15:30")).await, Told { sent: 0, gone: 0, lost: 1 });
    assert_eq!(scene.small.office.db.push_devices(scene.small.staff).await.unwrap().len(), 1);
}

#[tokio::test]
async fn a_person_has_six_devices_and_the_oldest_goes() {
    let scene = Scene::new(REMIND).await;
    for number in 0..devices::DEVICES_MAX {
        let at = wib("07:10") + TimeDelta::minutes(i64::try_from(number).unwrap());
        scene.asks(&format!("lain-{number}"), REMIND, at).await;
    }
    let known = scene.small.office.db.push_devices(scene.small.staff).await.unwrap();
    assert_eq!(known.len(), devices::DEVICES_MAX);
    assert!(known.iter().all(|device| device.name != "hp"), "the oldest went");
}
