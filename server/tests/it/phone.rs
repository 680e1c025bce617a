//! Our client against our server, without a mock between them: the phone's core at the real doors.

use axum::http::StatusCode;
use serde::Serialize;
use serde::de::DeserializeOwned;
use shared::command::{Action, Command};
use shared::ids::{DeviceId, EntryId};
use shared::row::Row;
use shared::scope::Scope;
use shared::sync::defence::Defences;
use shared::sync::phone::{Effect, Input, Memory, Phone, Store, Waiting};
use shared::sync::wire::Verdict;
use teladan_server::command;

use crate::doors::{House, STAFF_NIP, post};
use crate::support::{new_id, order};

/// A phone with its disk, at the doors of a house.
pub struct Device<'a> {
    house: &'a House,
    pub cookie: String,
    pub disk: Memory,
    pub phone: Phone,
    /// Everything it was told to send.
    pushes: usize,
}

impl<'a> Device<'a> {
    pub async fn of(house: &'a House) -> Self {
        let cookie = house.signed_in(STAFF_NIP).await;
        let disk = Memory::new(DeviceId(new_id()));
        let phone = Self::booted(house, &disk);
        Self { house, cookie, disk, phone, pushes: 0 }
    }

    fn booted(house: &House, disk: &Memory) -> Phone {
        Phone::restored(house.small.staff, "test".to_owned(), &[], disk.clone(), Defences::default())
    }

    /// The app is started again from this disk.
    pub fn boots_with(&mut self, disk: Memory) {
        self.phone = Self::booted(self.house, &disk);
        self.disk = disk;
    }

    fn command(&self, action: Action) -> Command {
        Command { device: self.disk.device, ..order(self.disk.next_seq, action) }
    }

    async fn saves(&mut self, action: Action) -> Command {
        let command = self.command(action);
        self.disk.outbox.push(Waiting::Read(command.clone()));
        self.disk.next_seq += 1;
        self.tells(Input::Saved(command.clone())).await;
        command
    }

    async fn asks<T: DeserializeOwned>(&self, path: &str, body: &impl Serialize) -> T {
        let body = serde_json::to_value(body).unwrap();
        let answer = self.house.ask(post(path, Some(&self.cookie), &body)).await;
        assert!(matches!(answer.status, StatusCode::OK | StatusCode::CREATED), "{}", answer.body);
        serde_json::from_value(answer.body).unwrap()
    }

    pub async fn tells(&mut self, input: Input) {
        let mut todo = std::collections::VecDeque::from(self.phone.step(input));
        while let Some(effect) = todo.pop_front() {
            let input = match effect {
                Effect::Push(push) => {
                    self.pushes += 1;
                    Input::Pushed(Ok(self.asks("/api/sync/push", &push).await), DeviceId(new_id()))
                }
                Effect::Pull(pull) => {
                    Input::Pulled(Box::new(Ok(self.asks("/api/sync/pull", &pull).await)), DeviceId(new_id()))
                }
                Effect::Store(store) => {
                    Store::apply(&store, &mut self.disk);
                    continue;
                }
                Effect::WakeAfter { .. } | Effect::SendPhotos | Effect::Note(_) => continue,
            };
            todo.extend(self.phone.step(input));
        }
    }

    pub fn entries(&self) -> usize {
        self.phone.confirmed().iter().filter(|row| matches!(row, Row::Entry(_))).count()
    }

    pub fn is_level(&self) -> bool {
        let memory = self.phone.memory();
        memory.outbox.is_empty() && self.disk.outbox.is_empty() && self.disk.rows == memory.rows
    }
}

#[tokio::test]
async fn a_phone_brings_its_work_to_the_office_and_gets_its_rows() {
    let house = House::new().await;
    let mut device = Device::of(&house).await;
    device.tells(Input::Woke).await;
    let plan = house.small.plan;
    assert!(device.phone.confirmed().plan(plan).is_some(), "what was there before it came");
    for quantity in 1..=3 {
        device.saves(house.small.entry(EntryId(new_id()), quantity)).await;
    }
    assert!(device.is_level());
    assert_eq!(device.entries(), 3);
    assert_eq!(device.phone.confirmed().plan(plan).unwrap().done.to_string(), "6");
    let own = Scope::Own(house.small.staff);
    let head = house.small.office.db.heads(&[own]).await.unwrap()[0].1;
    assert_eq!(device.phone.memory().cursors[&own], head);
}

#[tokio::test]
async fn a_phone_from_a_backup_finds_its_place_again() {
    let house = House::new().await;
    let mut device = Device::of(&house).await;
    device.saves(house.small.entry(EntryId(new_id()), 1)).await;
    let backup = device.disk.clone();
    device.saves(house.small.entry(EntryId(new_id()), 2)).await;
    let before = backup.device;
    device.boots_with(backup);
    device.saves(house.small.entry(EntryId(new_id()), 3)).await;
    assert!(device.is_level(), "the place was taken by another command, so it was renumbered");
    assert_ne!(device.disk.device, before);
    assert_eq!(device.entries(), 3, "nothing was lost and nothing doubled");
}

#[tokio::test]
async fn a_restored_server_gets_back_what_it_has_forgotten() {
    let house = House::new().await;
    let mut device = Device::of(&house).await;
    let known = device.saves(house.small.entry(EntryId(new_id()), 1)).await;
    let lost = device.command(house.small.entry(EntryId(new_id()), 2));
    // As if it had been accepted after the backup: the phone remembers it, the server does not.
    let sent = device.disk.sent.first().cloned().unwrap();
    device.disk.sent.push(shared::sync::phone::Sent { what: Waiting::Read(lost.clone()), ..sent });
    device.boots_with(device.disk.clone());
    house.small.office.db.begin_epoch().await.unwrap();
    device.tells(Input::Woke).await;
    assert!(device.is_level());
    assert_eq!(device.entries(), 2, "the forgotten one is there, the known one is not there twice");
    let actor = house.small.as_staff();
    for command in [known, lost] {
        assert_eq!(command::run(&house.small.office, actor, &command).await.unwrap(), Verdict::Accepted);
    }
}

#[tokio::test]
async fn a_log_without_its_beginning_is_answered_with_the_whole() {
    let house = House::new().await;
    let mut device = Device::of(&house).await;
    device.saves(house.small.entry(EntryId(new_id()), 1)).await;
    let behind = device.disk.clone();
    for quantity in 2..=3 {
        device.saves(house.small.entry(EntryId(new_id()), quantity)).await;
    }
    let own = Scope::Own(house.small.staff);
    let head = house.small.office.db.heads(&[own]).await.unwrap()[0].1;
    let now = teladan_server::clock::now();
    shared::sync::office::compact(&house.small.office.db, own, head - 1, now).await.unwrap();
    device.boots_with(behind);
    device.tells(Input::Woke).await;
    assert!(device.is_level());
    assert_eq!(device.entries(), 3);
}

#[tokio::test]
async fn a_row_lost_on_the_phone_is_missed_and_fetched() {
    let house = House::new().await;
    let mut device = Device::of(&house).await;
    let command = device.saves(house.small.entry(EntryId(new_id()), 1)).await;
    let Action::RecordEntry(record) = command.action else { panic!("an entry") };
    let own = Scope::Own(house.small.staff);
    device.disk.rows.get_mut(&own).unwrap().remove(&record.id.into());
    device.boots_with(device.disk.clone());
    assert_eq!(device.entries(), 0);
    device.tells(Input::Woke).await;
    assert_eq!(device.entries(), 1);
    assert!(device.is_level());
}

#[tokio::test]
async fn a_board_is_not_pulled_like_a_phones_own_rows() {
    let house = House::new().await;
    let head = house.signed_in(crate::doors::HEAD_NIP).await;
    let scope = format!("t:{}", house.small.unit);
    for question in [
        serde_json::json!({ "whole": { "scope": scope, "mark": null } }),
        serde_json::json!({ "news": { "cursors": { &scope: 0 }, "upto": null, "waiting": [] } }),
    ] {
        let pull =
            serde_json::json!({ "protocol": 2, "device": new_id(), "owner": house.small.head, "question": question });
        let answer = house.ask(post("/api/sync/pull", Some(&head), &pull)).await;
        assert_eq!((answer.status, answer.body.get("told")), (StatusCode::NOT_FOUND, None), "{question}");
    }
}
