//! Actors and a place for them to act: a small office in a database of its own.

use std::sync::Arc;
use std::time::Duration;

use axum::body::BodyDataStream;
use chrono::NaiveDate;
use futures::StreamExt;
use shared::actor::Actor;
use shared::command::{Action, Command};
use shared::employee::SetEmployee;
use shared::entry::{Content, RecordEntry};
use shared::ids::{CommandId, DeviceId, EmployeeId, EntryId, PlanId, UnitId};
use shared::plan::{About, Aspect, Indicator, PlanKind, ProposePlan};
use shared::quantity::Quantity;
use shared::sync::wire::Verdict;
use shared::unit::SetUnit;
use teladan_server::assets::Assets;
use teladan_server::db::Db;
use teladan_server::office::Office;
use teladan_server::push::address::Hosts;
use teladan_server::push::{Push, Settings};
use teladan_server::{clock, command};
use uuid::Uuid;

/// An office with one unit, its head and one member of staff with an agreed plan.
#[derive(Clone)]
pub struct Small {
    pub office: Office,
    pub unit: UnitId,
    pub head: EmployeeId,
    pub staff: EmployeeId,
    pub plan: PlanId,
}

/// How long a test waits for what must come: far more than it takes, because a loaded machine is no fault.
pub const PATIENCE: Duration = Duration::from_secs(60);

/// What a line tells until it has told this.
pub async fn told(line: &mut BodyDataStream, until: &str) -> String {
    let mut told = String::new();
    while !told.contains(until) {
        let part = tokio::time::timeout(PATIENCE, line.next()).await;
        let part = part.unwrap_or_else(|_| panic!("{until} is not in {told}")).unwrap().unwrap();
        told.push_str(&String::from_utf8_lossy(&part));
    }
    told
}

pub fn new_id() -> Uuid {
    Uuid::now_v7()
}

pub fn order(seq: u64, action: Action) -> Command {
    Command { id: CommandId(new_id()), device: DeviceId(Uuid::from_u128(77)), seq, v: 1, made_at: clock::now(), action }
}

pub fn today() -> NaiveDate {
    shared::zone::Zone::Wib.local_date(clock::now())
}

pub async fn accepted(office: &Office, actor: Actor, action: Action) {
    let verdict = command::run(office, actor, &order(1, action)).await.unwrap();
    assert_eq!(verdict, Verdict::Accepted);
}

pub fn about(name: &str, aspect: Aspect) -> About {
    let (source, formula) = ("register akta".to_owned(), "terbit tanpa koreksi dibagi terbit".to_owned());
    About { name: name.to_owned(), aspect: Some(aspect), source, formula, ..About::default() }
}

pub fn neat() -> Indicator {
    let about = about("Ketepatan data akta", Aspect::Quality);
    Indicator { about, measure: "persen".to_owned(), target: Quantity::whole(98) }
}

impl Small {
    pub async fn in_memory() -> Self {
        Self::on("mem://").await
    }

    pub async fn on(url: &str) -> Self {
        let office = Office::new(Db::open(url, "test").await.unwrap(), Assets::default());
        // A receiver on this machine stands for the services of browsers.
        let settings = Settings { hosts: Hosts { local: true, ..Hosts::default() }, contact: None };
        let push = Push::open(&office.db, settings).await.unwrap();
        let office = office.pushing(Arc::new(push));
        let small = Self {
            office,
            unit: UnitId(new_id()),
            head: EmployeeId(new_id()),
            staff: EmployeeId(new_id()),
            plan: PlanId(new_id()),
        };
        small.found().await;
        small
    }

    async fn found(&self) {
        let unit = |head| {
            Action::SetUnit(SetUnit {
                id: self.unit,
                name: "Bidang Pendaftaran".into(),
                parent: None,
                head,
                zone: Default::default(),
                was: None,
            })
        };
        let person = |id, name: &str, superior| {
            Action::SetEmployee(SetEmployee {
                id,
                name: name.into(),
                rank: "III/a".into(),
                position: "Analis".into(),
                unit: self.unit,
                superior,
            })
        };
        accepted(&self.office, Actor::Operator, unit(None)).await;
        accepted(&self.office, Actor::Operator, person(self.head, "Zulkifli", None)).await;
        accepted(&self.office, Actor::Operator, person(self.staff, "Rahmawati", Some(self.head))).await;
        accepted(&self.office, Actor::Operator, unit(Some(self.head))).await;
        let plan = ProposePlan {
            id: self.plan,
            owner: self.staff,
            result: "Kutipan akta kelahiran terbit".into(),
            measure: "berkas".into(),
            target: Quantity::whole(250),
            from: today() - chrono::Days::new(40),
            until: today() + chrono::Days::new(40),
            kind: PlanKind::Main,
            supports: None,
            goal: None,
            about: about("Jumlah kutipan akta terbit", Aspect::Quantity),
            more: vec![neat()],
        };
        accepted(&self.office, Actor::Operator, Action::ProposePlan(Box::new(plan))).await;
    }

    pub fn as_staff(&self) -> Actor {
        Actor::Employee { employee: self.staff }
    }

    pub fn as_head(&self) -> Actor {
        Actor::Employee { employee: self.head }
    }

    pub fn entry(&self, id: EntryId, quantity: i64) -> Action {
        let content = Content {
            plan: Some(self.plan),
            text: format!("{quantity} kutipan akta terbit"),
            quantity: Quantity::whole(quantity),
            work_date: today(),
            photos: Vec::new(),
            more: Default::default(),
        };
        Action::RecordEntry(RecordEntry { id, content, draft: None })
    }
}
