//! Filling: every command is decided by the rules, at its own time and in its device's order; the records go into the database in large
//! batches (`teladan_server::db::load`).

use std::collections::HashMap;
use std::path::Path;
use std::time::Instant;

use chrono::{DateTime, TimeDelta, Utc};
use clap::ValueEnum;
use shared::actor::Actor;
use shared::command::{Action, Command, VERSION};
use shared::ids::{CommandId, DeviceId};
use shared::sync::office::age::changes_before;
use shared::sync::office::{Arrived, Office as Core, Order, Taken};
use shared::sync::wire::Verdict;
use teladan_server::assets::Assets;
use teladan_server::db::Db;
use teladan_server::db::load::{Load, Loader};
use teladan_server::office::Office;
use teladan_server::{clock, rollup, tend};
use tokio::sync::mpsc;

use crate::city::{City, PEOPLE, WORKDAYS, minted};

/// Records that wait to be inserted together.
const RECORDS_AT_ONCE: usize = 20_000;
/// Inserters beside the one who decides.
const INSERTERS: usize = 2;

/// How much has been written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Size {
    /// A thousand entries, all of today.
    Small,
    /// A million, of a year.
    Large,
}

impl Size {
    pub fn name(self) -> &'static str {
        match self {
            Self::Small => "small",
            Self::Large => "large",
        }
    }
}

struct Filler {
    loader: Loader,
    places: HashMap<DeviceId, u64>,
    commands: u64,
    ready: mpsc::Sender<Load>,
}

/// Fills a folder that is not there yet, and has the sums looked through.
pub async fn run(place: &Path, size: Size) {
    let (start, now) = (Instant::now(), clock::now());
    std::fs::create_dir_all(place).unwrap();
    // Losing a half-filled folder loses nothing, so nothing waits for the disk here.
    let db = Db::open(&format!("rocksdb://{}?sync=never", place.join("db").display()), "agency").await.unwrap();
    let (ready, waiting) = mpsc::channel(2);
    let inserting = tokio::spawn(insert(db.clone(), waiting));
    let loader = Loader::for_empty(&db, changes_before(now)).await.unwrap();
    let mut filler = Filler { loader, places: HashMap::new(), commands: 0, ready };
    let city = City::new(now.date_naive());
    for action in city.founding() {
        let at = city.founded + TimeDelta::milliseconds(i64::try_from(filler.commands).unwrap());
        filler.give(Actor::Operator, action, at).await;
    }
    let first = if size == Size::Small { WORKDAYS - 1 } else { 0 };
    for day in first..WORKDAYS {
        filler.day(&city, day, size).await;
        if day % 25 == 24 {
            println!(
                "{:>4} workdays, {:>8} commands, {:>5.0} s",
                day + 1,
                filler.commands,
                start.elapsed().as_secs_f64()
            );
        }
    }
    filler.ready.send(filler.loader.finish()).await.unwrap();
    drop(filler.ready);
    let records = inserting.await.unwrap();
    println!(
        "{}: {} commands, {records} records, {:.0} s",
        size.name(),
        filler.commands,
        start.elapsed().as_secs_f64()
    );
    look_through(db).await;
    std::fs::write(place.join("whole"), "").unwrap();
}

async fn insert(db: Db, mut waiting: mpsc::Receiver<Load>) -> usize {
    let (mut records, mut working) = (0, tokio::task::JoinSet::new());
    while let Some(load) = waiting.recv().await {
        records += load.len();
        while working.len() >= INSERTERS {
            working.join_next().await.unwrap().unwrap();
        }
        let db = db.clone();
        working.spawn(async move { db.load(load).await.unwrap() });
    }
    working.join_all().await;
    records
}

impl Filler {
    /// The superiors' morning with yesterday's work, then everybody's afternoon.
    async fn day(&mut self, city: &City, day: u64, size: Size) {
        if let Some(yesterday) = day.checked_sub(1).filter(|_| size == Size::Large) {
            for person in (0..PEOPLE).filter(|person| City::writes(*person, yesterday)) {
                for action in city.review(person, yesterday) {
                    let actor = Actor::Employee { employee: city.superior(person) };
                    self.give(actor, action, city.reviewed_at(person, yesterday)).await;
                }
            }
        }
        let work_date = city.days[usize::try_from(day).unwrap()];
        let writes = |person: &u64| match size {
            Size::Small => person.is_multiple_of(5),
            Size::Large => City::writes(*person, day),
        };
        for person in (0..PEOPLE).filter(writes) {
            let action = city.record(person, city.entry_id(person, day), work_date, day * PEOPLE + person);
            let actor = Actor::Employee { employee: city.who(person) };
            self.give(actor, action, city.written_at(person, day)).await;
        }
    }

    async fn give(&mut self, actor: Actor, action: Action, at: DateTime<Utc>) {
        self.commands += 1;
        let device = DeviceId(actor.employee().map_or(uuid::Uuid::nil(), |who| who.0));
        let place = self.places.entry(device).or_default();
        *place += 1;
        let (id, seq) = (CommandId(minted(at, 6, self.commands)), *place);
        let command = Command { id, device, seq, v: VERSION, made_at: at, action };
        let payload = serde_json::to_value(&command).unwrap();
        let arrived = Arrived { id, device, seq, command: Some(command), payload };
        let taken = Core::new(&self.loader).take(actor, &arrived, Order::Device, None, at).await.unwrap();
        assert!(matches!(&taken, Taken::Decided(Verdict::Accepted, _)), "{taken:?}: {arrived:?}");
        if self.commands.is_multiple_of(64) && self.loader.ready() >= RECORDS_AT_ONCE {
            self.ready.send(self.loader.take()).await.unwrap();
        }
    }
}

/// The server's own checks: sums of boards on a sample of places, and the sums of scopes that phones compare with.
async fn look_through(db: Db) {
    let start = Instant::now();
    let office = Office::new(db, Assets::default());
    let report = rollup::check_some(&office, 7, 100).await.unwrap();
    assert_eq!(report.differed, 0, "{report:?}");
    let done = tend::once(&office.db, tend::Sums::Sample(3), clock::now()).await.unwrap();
    assert_eq!((done.drifted, done.changes), (0, 0), "{done:?}");
    println!(
        "looked through: {} sums of boards and {} of {} scopes agree with their rows, {:.0} s",
        report.places,
        done.counted,
        done.scopes,
        start.elapsed().as_secs_f64()
    );
    office.db.note("rollups").await.unwrap();
}
