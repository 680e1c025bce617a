//! Encryption at rest: what is not readable, what does not open, and what happens where there is no key.

use std::collections::BTreeSet;

use js_sys::{Array, Uint8Array};
use shared::row::Rows;
use shared::sync::phone::contract::reason;
use shared::sync::phone::{Refused, Sent, Store};
use shared::sync::wire::Me;
use wasm_bindgen::JsValue;

use crate::people::{BUILD, MARKER, ME, MINE, append, bytes, database, open, pull, recall, take_in, window, wish};
use crate::store::{Device, Own};
use crate::tools::{Told, clear, contains, dump, ensure, has_crypto, key, put, remove, same};
use crate::{Case, Outcome};

pub(crate) const CASES: &[Case] = &[
    ("nothing that people wrote is readable in the database", || Box::pin(not_readable())),
    ("the device knows who was in last, and does not tell", || Box::pin(device())),
    ("the key is there to be used and cannot be taken out", || Box::pin(the_key())),
    ("no two values share an initialisation vector", || Box::pin(fresh_vectors())),
    ("a row laid in another's place does not open, and the log is asked for whole", || Box::pin(swapped_rows())),
    ("a command laid in another's place does not open, is counted, kept and told", || Box::pin(swapped_commands())),
    ("without the key nothing opens and nothing is thrown away", || Box::pin(key_lost())),
    ("without WebCrypto everything works, plain, and is encrypted once there is WebCrypto", || Box::pin(no_crypto())),
];

/// Writes something in every table.
async fn fill(own: &Own) -> Outcome {
    let mut waiting = Vec::new();
    for number in 1..=4 {
        waiting.push(append(own, number).await?);
    }
    let pull = Store {
        answered: vec![waiting[0].id(), waiting[1].id()],
        sent: vec![Sent { what: waiting[0].clone(), at: Default::default() }],
        refused: vec![Refused { what: waiting[1].clone(), reason: reason(MARKER) }],
        ..pull(3, 5)
    };
    take_in(own, pull).await.told("a pull")?;
    own.keep_draft(&MARKER).await.told("a draft")?;
    own.keep_for_draft("aa", bytes(MARKER)).await.told("a photo")
}

async fn not_readable() -> Outcome {
    let own = window().await?;
    fill(&own).await?;
    let tables: BTreeSet<_> = dump(&database()).await?.iter().filter_map(|[table, ..]| table.as_string()).collect();
    let wanted = ["cursors", "drafts", "holds", "keys", "meta", "outbox", "photos", "rows", "tray"];
    same(tables, wanted.map(str::to_owned).into(), "tables with something in them")?;
    ensure(!contains(&database(), MARKER).await?, "the marker is readable")?;
    let (outbox, tray) = own.export().await.told("the export")?;
    ensure(outbox.len() == 2 && tray.len() == 1, "the export has everything")?;
    ensure(outbox.iter().chain(&tray).all(|text| text.contains(MARKER)), "the export is readable")?;
    // Were it there, it would be found: as text and as bytes.
    for plain in [JsValue::from_str(MARKER), bytes(MARKER)] {
        put(&database(), "drafts", &"other".into(), &plain).await?;
        ensure(contains(&database(), MARKER).await?, "a plain marker is found")?;
    }
    Ok(())
}

async fn device() -> Outcome {
    let me = Me {
        rows: pull(1, 1).puts.into_iter().map(|(_, row)| row).collect(),
        employee: ME,
        boards: vec![],
        server_time: Default::default(),
        admin: vec![],
        known: None,
    };
    // As an earlier build left it.
    let text = JsValue::from_str(&serde_json::to_string(&me).map_err(|error| error.to_string())?);
    let last = ["facts".into(), "last".into(), ME.to_string().into()];
    crate::tools::old("teladan", &["facts"], vec![["facts".into(), format!("me:{ME}").into(), text], last]).await?;
    let device = Device::open().await.told("the device")?;
    same(device.last().await.told("who was in last")?, Some(me.clone()), "an earlier build's words")?;
    device.remember(&me).await.told("somebody signs in")?;
    ensure(!contains("teladan", MARKER).await?, "the marker is readable")?;
    let device = Device::open().await.told("the device")?;
    same(device.last().await.told("who was in last")?, Some(me), "who was in last")?;
    device.forget(ME, false).await.told("somebody leaves")?;
    let owed = device.owes_sign_out().await.told("what is owed")?;
    same((device.last().await.told("nobody")?, owed), (None, true), "after leaving")?;
    device.sign_out_settled().await.told("it is settled")?;
    same(device.owes_sign_out().await, Ok(false), "nothing is owed")
}

async fn the_key() -> Outcome {
    window().await?;
    let told = "AES-GCM 256 false encrypt decrypt InvalidAccessError InvalidAccessError";
    same(key(&database()).await?.as_str(), told, "the key")?;
    clear().await?;
    window().await?;
    same(key(&database()).await?.as_str(), told, "the key of a new database")
}

/// Values of a table with their keys.
async fn values(table: &str) -> Result<Vec<(JsValue, JsValue)>, String> {
    let all = dump(&database()).await?.into_iter().filter(|[name, ..]| *name == table);
    Ok(all.map(|[_, key, value]| (key, value)).collect())
}

async fn fresh_vectors() -> Outcome {
    let own = window().await?;
    let mut vectors = Vec::new();
    for place in 1..=3 {
        // The same three rows, every time.
        take_in(&own, pull(3, place)).await.told("a pull")?;
        for (_, value) in values("rows").await? {
            vectors.push(Uint8Array::new(&Array::from(&value).get(0)).to_vec());
        }
    }
    ensure(vectors.iter().all(|vector| vector.len() == 12), "a vector has 96 bits")?;
    same(vectors.iter().collect::<BTreeSet<_>>().len(), 9, "different vectors")
}

async fn swapped_rows() -> Outcome {
    let own = window().await?;
    take_in(&own, pull(3, 5)).await.told("a pull")?;
    let rows = values("rows").await?;
    put(&database(), "rows", &rows[0].0, &rows[1].1).await?;
    let memory = recall(&own).await?;
    same(memory.rows.get(&MINE).map_or(0, Rows::len), 2, "rows that open")?;
    ensure(memory.cursors.is_empty(), "the log is asked for whole")?;
    ensure(recall(&window().await?).await?.cursors.is_empty(), "and still is in a fresh window")?;
    take_in(&own, Store { cleared: vec![MINE], ..pull(3, 6) }).await.told("the whole log")?;
    let memory = recall(&own).await?;
    same(memory.rows.get(&MINE).map_or(0, Rows::len), 3, "rows afterwards")?;
    same(memory.cursors.get(&MINE).copied(), Some(6), "the cursor afterwards")
}

/// Another value's cipher with this one's stub.
fn with_body_of(value: &JsValue, other: &JsValue) -> JsValue {
    let (value, other) = (Array::from(value), Array::from(other));
    Array::of3(&other.get(0), &other.get(1), &value.get(2)).into()
}

async fn swapped_commands() -> Outcome {
    let own = window().await?;
    for number in 1..=3 {
        append(&own, number).await?;
    }
    let queue = values("outbox").await?;
    for (at, other) in [(0, 1), (1, 0)] {
        put(&database(), "outbox", &queue[at].0, &with_body_of(&queue[at].1, &queue[other].1)).await?;
    }
    let memory = recall(&own).await?;
    same((memory.outbox.len(), own.unopened()), (1, 2), "commands that open, and that do not")?;
    let renumbered = shared::sync::phone::Queue { device: memory.device, next_seq: 2, outbox: memory.outbox };
    take_in(&own, Store { queue: Some(renumbered), ..pull(1, 2) }).await.told("a queue that is written anew")?;
    same(values("outbox").await?.len(), 3, "what does not open stays")?;
    let (outbox, _) = own.export().await.told("the export")?;
    let told = outbox.iter().filter(|text| text.contains("\"seq\"") && !text.contains(MARKER)).count();
    same((outbox.len(), told), (3, 2), "the export tells what stands in clear")
}

async fn key_lost() -> Outcome {
    let own = window().await?;
    fill(&own).await?;
    remove(&database(), "keys", "values").await?;
    let again = open().await?;
    let memory = recall(&again).await?;
    same((memory.outbox.len(), memory.tray.len(), again.unopened()), (0, 0, 3), "queue, tray, and what does not open")?;
    ensure(memory.cursors.is_empty(), "the log is asked for whole")?;
    take_in(&again, Store { cleared: vec![MINE], ..pull(3, 6) }).await.told("the whole log")?;
    append(&again, 9).await?;
    let memory = recall(&again).await?;
    same((memory.rows.get(&MINE).map_or(0, Rows::len), memory.outbox.len()), (3, 1), "rows and queue afterwards")?;
    same((values("outbox").await?.len(), values("tray").await?.len()), (3, 1), "what lies there still")
}

async fn no_crypto() -> Outcome {
    has_crypto(false);
    let outcome = plain().await;
    has_crypto(true);
    let before = outcome?;
    let own = open().await?;
    ensure(own.is_encrypted(), "there is a key now")?;
    ensure(!contains(&database(), MARKER).await?, "what was plain is encrypted")?;
    let after = own.recall(BUILD).await.told("the disk is read")?.memory;
    same((after.outbox, after.tray, after.sent), before, "queue, tray and sent log")
}

type Commands = (Vec<shared::sync::phone::Waiting>, Vec<Refused>, Vec<Sent>);

async fn plain() -> Result<Commands, String> {
    let own = window().await?;
    ensure(!own.is_encrypted(), "there is no key")?;
    fill(&own).await?;
    own.append(wish(7), &[("bb".to_owned(), bytes("x"))]).await.told("an append")?;
    ensure(contains(&database(), MARKER).await?, "it is plain, and the app says so")?;
    let memory = recall(&window().await?).await?;
    same((memory.outbox.len(), memory.tray.len(), memory.sent.len()), (3, 1, 1), "queue, tray and sent log")?;
    Ok((memory.outbox, memory.tray, memory.sent))
}
