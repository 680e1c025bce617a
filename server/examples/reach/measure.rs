//! Measuring: boards as their heads open them, a phone that starts anew, and one more entry.

use std::path::Path;

use chrono::TimeDelta;
use shared::actor::Actor;
use shared::command::{Command, VERSION};
use shared::ids::{CommandId, DeviceId, EmployeeId, EntryId};
use shared::scope::Scope;
use shared::sync::office::{Arrived, Office as Core};
use shared::sync::talk::{PROTOCOL, Pull, Push, Question, Told};
use shared::sync::wire::Verdict;
use teladan_server::assets::Assets;
use teladan_server::auth::{new_token, token_hash};
use teladan_server::db::Db;
use teladan_server::http::doors;
use teladan_server::office::Office;
use teladan_server::{clock, command};
use uuid::Uuid;

use crate::city::{City, PEOPLE};
use crate::client::Client;
use crate::cost::Costs;

const REQUESTS: usize = 300;
/// Entries in one round, of several: the two sizes take turns, so that what else the machine does meets both.
const ENTRIES: usize = 200;
const ROUNDS: usize = 5;

async fn open(place: &Path) -> Office {
    // As a server opens it.
    let url = format!("rocksdb://{}?sync=every", place.join("db").display());
    Office::new(Db::open(&url, "agency").await.unwrap(), Assets::default())
}

pub async fn run(small: &Path, large: &Path) {
    let (small, large) = (open(small).await, open(large).await);
    let city = City::new(clock::now().date_naive());
    let chief = city.who(2);
    let boards = [
        ("team board of 40", format!("/api/board/{}", city.bidang(0, 0)), chief, 50.0),
        ("sums of a bidang, today", format!("/api/units/{}/board", city.bidang(0, 0)), chief, 100.0),
        ("sums of a dinas, month", format!("/api/units/{}/board?period=bulan", city.dinas(0)), city.who(0), 100.0),
        ("city board of 40, today", format!("/api/units/{}/board", city.city()), city.top(), 100.0),
        ("city board of 40, week", format!("/api/units/{}/board?period=minggu", city.city()), city.top(), 100.0),
        ("city board of 40, quarter", format!("/api/units/{}/board?period=triwulan", city.city()), city.top(), 100.0),
        ("a person's quarter", format!("/api/person/{}", city.who(3)), city.who(3), 50.0),
    ];
    rows_read(&small, &large, &boards).await;
    times(&large, &boards).await;
    pull(&large, &city).await;
    entries(&small, &large, &city).await;
}

type Board = (&'static str, String, EmployeeId, f64);

/// What does not depend on the machine.
async fn rows_read(small: &Office, large: &Office, boards: &[Board]) {
    println!("\n{:<28} {:>8} {:>16} {:>20}", "one request reads", "queries", "rows of 1,000", "rows of 1,000,000");
    for (name, path, who, _) in boards {
        let [(_, few), (queries, many)] = [heard(small, path, *who).await, heard(large, path, *who).await];
        println!("{name:<28} {queries:>8} {few:>16} {many:>20}");
    }
}

/// Queries and rows of one request.
async fn heard(office: &Office, path: &str, who: EmployeeId) -> (u64, u64) {
    let (db, witness) = office.db.clone().witnessed();
    let office = Office { db, ..office.clone() };
    let mut client = client(&office, who).await;
    client.get(path).await;
    // The first one signs in and notes a look; the second is like all that follow.
    drop(witness.take());
    client.get(path).await;
    let (mut queries, mut rows) = (0, 0);
    for asked in witness.take() {
        queries += asked.times;
        let readings = office.db.readings(&asked).await.unwrap();
        rows += asked.times * readings.into_iter().filter_map(|reading| reading.rows).sum::<u64>();
    }
    (queries, rows)
}

/// A browser with a session of this person, at a door of its own.
async fn client(office: &Office, who: EmployeeId) -> Client {
    let token = new_token().unwrap();
    office.db.open_session(&token_hash(&token), who, clock::now() + TimeDelta::hours(12)).await.unwrap();
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    tokio::spawn(axum::serve(listener, doors(office.clone())).into_future());
    Client::to(port, &format!("__Host-teladan={token}")).await
}

async fn times(office: &Office, boards: &[Board]) {
    println!(
        "\n{:<28} {:>8} {:>8} {:>8} {:>8} {:>9} {:>10}",
        "over HTTP, at 1,000,000", "p50 ms", "p95 ms", "cpu ms", "kB", "promise", "p95/promise"
    );
    for (name, path, who, promise_ms) in boards {
        let mut client = client(office, *who).await;
        let bytes = client.get(path).await;
        for _ in 0..10 {
            client.get(path).await;
        }
        let client = tokio::sync::Mutex::new(client);
        let costs = Costs::of(REQUESTS, |_| async {
            client.lock().await.get(path).await;
        })
        .await;
        let (p50, p95) = (costs.quantile_ms(50), costs.quantile_ms(95));
        let (cpu, kb) = (costs.cpu_ms(), bytes as f64 / 1e3);
        let ratio = p95 / promise_ms;
        println!("{name:<28} {p50:>8.1} {p95:>8.1} {cpu:>8.1} {kb:>8.1} {promise_ms:>6.0} ms {ratio:>10.2}");
    }
}

/// A new phone of somebody who has written for a year.
async fn pull(office: &Office, city: &City) {
    let who = city.who(3);
    let counted = tokio::sync::Mutex::new((0, 0));
    let costs = Costs::of(50, |_| async {
        let (mut mark, mut pages, mut rows) = (None, 0, 0);
        loop {
            let question = Question::Whole { scope: Scope::Own(who), mark: mark.take() };
            let (owner, device) = (Some(who), DeviceId(Uuid::from_u128(5)));
            let pull =
                Pull { protocol: PROTOCOL, build: String::new(), owner, device, epoch: None, outbox_len: 0, question };
            let pulled = Core::new(&office.db).pull(who, &pull, clock::now()).await.unwrap();
            pages += 1;
            let Told::Whole { rows: page, next, .. } = pulled.told else { break };
            rows += page.len();
            match next {
                Some(next) => mark = Some(next),
                None => break,
            }
        }
        *counted.lock().await = (pages, rows);
    })
    .await;
    let (pages, rows) = *counted.lock().await;
    println!(
        "\na new phone with a year of its own work: {rows} rows in {pages} pages, p50 {:.1} ms, p95 {:.1} ms, cpu {:.1} ms",
        costs.quantile_ms(50),
        costs.quantile_ms(95),
        costs.cpu_ms()
    );
}

/// One more entry, as a phone sends it, in both sizes by turns.
async fn entries(small: &Office, large: &Office, city: &City) {
    println!("\n{:<28} {:>10} {:>10} {:>10} {:>10}", "one more entry", "stored", "p50 ms", "p95 ms", "cpu ms");
    let mut cpu: [Vec<f64>; 2] = Default::default();
    for round in 0..=ROUNDS {
        for (at, (office, stored)) in [(small, "1,000"), (large, "1,000,000")].into_iter().enumerate() {
            let costs = Costs::of(ENTRIES, |number| one_more(office, city, round * ENTRIES + number)).await;
            // The first round warms up.
            if round > 0 {
                cpu[at].push(costs.cpu_ms());
                let (p50, p95) = (costs.quantile_ms(50), costs.quantile_ms(95));
                println!(
                    "{:<28} {stored:>10} {p50:>10.1} {p95:>10.1} {:>10.2}",
                    format!("round {round}"),
                    costs.cpu_ms()
                );
            }
        }
    }
    // The least of the rounds: what else the machine does only ever adds.
    let [few, many] = cpu.map(|all| all.into_iter().fold(f64::INFINITY, f64::min));
    println!("least processor time at 1,000,000 against 1,000: {:.2} (1.30 at most)", many / few);
}

async fn one_more(office: &Office, city: &City, number: usize) {
    let person = (number as u64 * 41 + 3) % PEOPLE;
    let who = city.who(person);
    let device = DeviceId(who.0);
    let seq = office.db.place(device).await.unwrap().map_or(0, |(seq, _)| seq) + 1;
    let (entry, now) = (EntryId(Uuid::now_v7()), clock::now());
    let action = city.record(person, entry, city.days[city.days.len() - 1], number as u64);
    let command = Command { id: CommandId(Uuid::now_v7()), device, seq, v: VERSION, made_at: now, action };
    let payload = serde_json::to_value(&command).unwrap();
    let arrived = Arrived { id: command.id, device, seq, command: Some(command), payload };
    let push = Push {
        protocol: PROTOCOL,
        build: String::new(),
        owner: Some(who),
        device,
        epoch: None,
        commands: vec![arrived],
    };
    let pushed = command::push(office, Actor::Employee { employee: who }, push).await.unwrap();
    assert!(matches!(&pushed.answers[..], [answer] if answer.verdict == Verdict::Accepted), "{pushed:?}");
}
