//! Databases of an earlier build: plain texts, and a version that knows no key.

use js_sys::Array;
use serde::Serialize;
use shared::ids::DeviceId;
use shared::row::Rows;
use shared::sync::phone::contract::{command, reason, row};
use uuid::Uuid;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

use crate::people::{BUILD, MARKER, ME, MINE, append, bytes, database, open, pull, recall, take_in};
use crate::store::Own;
use crate::tools::{Told, breaks_at, contains, dump, ensure, has_space, mends, old, same};
use crate::{Case, Outcome};

pub(crate) const CASES: &[Case] = &[
    ("a database of an earlier build is read, and lies there encrypted afterwards", || Box::pin(read_and_encrypted())),
    (
        "encrypting an earlier build's database may break anywhere: everything is read, and the next start goes on",
        || Box::pin(broken()),
    ),
];

const DEVICE: DeviceId = DeviceId(Uuid::from_u128(0xD1));

fn json(value: &impl Serialize) -> Result<JsValue, String> {
    serde_json::to_string(value).map(|text| JsValue::from_str(&text)).map_err(|error| error.to_string())
}

/// What the earlier build wrote, word for word in its form.
pub(crate) async fn an_earlier_build_was_here() -> Outcome {
    let mut values: Vec<[JsValue; 3]> = Vec::new();
    let mut put = |table: &str, key: JsValue, value: JsValue| values.push([table.into(), key, value]);
    for number in 0..3 {
        let row = row(ME, number, 1, MARKER);
        put("rows", row.key().map(|key| key.to_string()).into(), json(&row)?);
    }
    for (place, number) in [(1.0, 1), (4.0, 2)] {
        let mut command = command(number, MARKER);
        (command.device, command.seq) = (DEVICE, number);
        put("outbox", place.into(), json(&command)?);
    }
    // One that a build before that could not read either, and a text that is no command at all.
    put(
        "outbox",
        5.into(),
        format!(r#"{{"id":"{}","device":"{DEVICE}","seq":3,"later":"{MARKER}"}}"#, Uuid::from_u128(9)).into(),
    );
    put("outbox", 6.into(), "?".into());
    let refused = command(5, MARKER);
    let stuck = format!(r#"{{"command":{},"reason":{}}}"#, text(&refused)?, text(&reason(MARKER))?);
    put("tray", refused.id.to_string().into(), stuck.into());
    let sent = command(6, MARKER);
    let kept = format!(r#"{{"at":"1970-01-01T00:00:00Z","command":{}}}"#, text(&text(&sent)?)?);
    put("meta", format!("sent:{}", sent.id).into(), kept.into());
    put("drafts", "entry".into(), json(&MARKER)?);
    for (sha256, hold) in [("aa", "waiting"), ("bb", "draft")] {
        put("photos", sha256.into(), bytes(&format!("{MARKER} {sha256}")));
        put("holds", sha256.into(), hold.into());
    }
    put("cursors", MINE.to_string().into(), 5.into());
    put("meta", "device".into(), json(&DEVICE)?);
    put("meta", "birth".into(), json(&DeviceId(Uuid::from_u128(0xD0)))?);
    for (name, value) in [("seq", 3), ("turn", 2), ("epoch", 1)] {
        put("meta", name.into(), value.into());
    }
    put("meta", "build".into(), BUILD.into());
    let tables = ["rows", "outbox", "tray", "cursors", "drafts", "photos", "holds", "meta"];
    old(&database(), &tables, values).await
}

fn text(value: &impl Serialize) -> Result<String, String> {
    serde_json::to_string(value).map_err(|error| error.to_string())
}

/// Everything that was there is there.
async fn nothing_is_lost(own: &Own) -> Outcome {
    let memory = recall(own).await?;
    same(memory.rows.get(&MINE).map_or(0, Rows::len), 3, "rows")?;
    same(memory.cursors.get(&MINE).copied(), Some(5), "the cursor")?;
    let places: Vec<_> = memory.outbox.iter().map(shared::sync::phone::Waiting::place).collect();
    same(places, vec![(DEVICE, 1), (DEVICE, 2), (DEVICE, 3)], "the queue's places")?;
    let read = memory.outbox.iter().filter_map(|waiting| waiting.command()).map(|command| &command.action);
    let wanted = [command(1, MARKER).action, command(2, MARKER).action];
    same(read.cloned().collect::<Vec<_>>(), wanted.to_vec(), "commands that this build reads")?;
    same((memory.tray.len(), memory.sent.len(), own.unopened()), (1, 1, 0), "tray, sent log, what does not open")?;
    same((memory.device, memory.next_seq), (DEVICE, 4), "the next place")?;
    let draft: Option<String> = own.draft().await.told("the draft")?;
    same(draft.as_deref(), Some(MARKER), "the draft")?;
    same(own.photos_waiting(), vec!["aa".to_owned()], "photos that wait")?;
    for sha256 in ["aa", "bb"] {
        let photo = own.photo(sha256).await.told("a photo")?.unwrap_or_default();
        let photo = js_sys::Uint8Array::new(photo.unchecked_ref()).to_vec();
        same(photo, format!("{MARKER} {sha256}").into_bytes(), "a photo")?;
    }
    let (outbox, tray) = own.export().await.told("the export")?;
    same((outbox.len(), tray.len()), (4, 1), "the export")
}

async fn read_and_encrypted() -> Outcome {
    an_earlier_build_was_here().await?;
    ensure(contains(&database(), MARKER).await?, "it was plain")?;
    let own = open().await?;
    nothing_is_lost(&own).await?;
    ensure(!contains(&database(), MARKER).await?, "it is encrypted")?;
    let again = open().await?;
    nothing_is_lost(&again).await?;
    same(append(&again, 8).await?.place(), (DEVICE, 4), "a command after that")?;
    take_in(&again, pull(4, 6)).await.told("a pull after that")?;
    same(recall(&open().await?).await?.rows.get(&MINE).map_or(0, Rows::len), 4, "rows after that")
}

/// What an earlier build left opens on a phone without space; to be called before anything else of the page has written.
///
/// # Errors
/// What is not so, in words.
#[wasm_bindgen]
pub async fn prove_without_space() -> Result<(), JsValue> {
    crate::store::learn(crate::store::Codec::whole());
    let own = open().await?;
    nothing_is_lost(&own).await?;
    let kept = own.keep_draft(&"penuh").await;
    same(kept, Err(crate::store::Fault::Unwritten), "there is no space")?;
    nothing_is_lost(&own).await?;
    ensure(contains(&database(), MARKER).await?, "it could not be encrypted")?;
    has_space(-1.0).await?;
    nothing_is_lost(&open().await?).await?;
    Ok(ensure(!contains(&database(), MARKER).await?, "it is encrypted when there is space again")?)
}

/// Leaves a database as an earlier build did.
///
/// # Errors
/// It could not be written.
#[wasm_bindgen]
pub async fn leave_as_before() -> Result<(), JsValue> {
    Ok(an_earlier_build_was_here().await?)
}

async fn broken() -> Outcome {
    an_earlier_build_was_here().await?;
    // Each start encrypts some tables and breaks a writing later than the one before.
    for nth in 1..40 {
        breaks_at(nth);
        let own = Own::open(ME).await;
        let failed = mends();
        if let Ok(own) = own {
            nothing_is_lost(&own).await.map_err(|what| format!("broken at {nth}: {what}"))?;
        }
        if !failed {
            ensure(!contains(&database(), MARKER).await?, "it is encrypted in the end")?;
            let plain = dump(&database()).await?.into_iter().filter(|[table, _, value]| {
                ["rows", "tray", "drafts", "photos"].iter().any(|name| *table == *name) && !Array::is_array(value)
            });
            return same(plain.count(), 0, "plain values in the end");
        }
    }
    Err("it never came to an end".to_owned())
}
