//! What is written together, what must last, and what belongs to the form: drafts, photos, discarding.

use futures::future::join;
use shared::ids::CommandId;
use shared::sync::phone::contract::{command, reason};
use shared::sync::phone::{Refused, Sent, Store, Waiting};
use wasm_bindgen::JsCast;

use crate::people::{ME, append, bytes, database, pull, recall, take_in, window, wish, wish_with};
use crate::store::{Fault, Own};
use crate::tools::{Told, begun, breaks_at, ensure, mends, same, text};
use crate::{Case, Outcome};

pub(crate) const CASES: &[Case] = &[
    ("a save that breaks anywhere leaves nothing behind", || Box::pin(broken_append())),
    ("a pull that breaks anywhere leaves nothing behind", || Box::pin(broken_pull())),
    ("saving, discarding and putting back ask for the disk itself; what can be asked for again does not", || {
        Box::pin(durability())
    }),
    ("the draft is the last one kept, and the entry that it was for takes it away", || Box::pin(drafts())),
    ("what is written while something is being encrypted comes after it", || Box::pin(order())),
    ("photos stay for as long as their hold says", || Box::pin(photos())),
    ("what was discarded comes back where it stood, or at the end", || Box::pin(put_back())),
    ("a quiet pull writes nothing", || Box::pin(quiet())),
];

/// Breaks one writing after the other until none is left to break; each time nothing may have changed.
async fn break_everywhere(work: impl AsyncFn() -> Result<(), Fault>) -> Result<u32, String> {
    let before = text(&database()).await?;
    for nth in 1..99 {
        breaks_at(nth);
        let ended = work().await;
        if !mends() {
            ended.told("nothing was broken")?;
            return Ok(nth - 1);
        }
        same(ended, Err(Fault::Unwritten), &format!("writing {nth} was broken"))?;
        ensure(text(&database()).await? == before, &format!("writing {nth} was broken and something has changed"))?;
    }
    Err("there was no end of writings".to_owned())
}

async fn broken_append() -> Outcome {
    let own = window().await?;
    own.keep_draft(&"draf").await.told("a draft")?;
    own.keep_for_draft("aa", bytes("foto")).await.told("a photo")?;
    let wish = || Waiting::Read(wish_with(1, &["bb"]));
    let broken =
        break_everywhere(async || own.append(wish(), &[("bb".to_owned(), bytes("x"))]).await.map(drop)).await?;
    ensure(broken >= 6, "command, counter, photo, hold, old photo, old hold and draft are one transaction")?;
    let draft: Option<String> = own.draft().await.told("the draft")?;
    same((draft, own.photos_waiting()), (None, vec!["bb".to_owned()]), "draft and photos afterwards")
}

/// A pull that changes everything that a pull can change.
fn everything(own: &[Waiting]) -> Store {
    Store {
        answered: vec![own[0].id(), own[1].id()],
        sent: vec![Sent { what: own[0].clone(), at: Default::default() }],
        refused: vec![Refused { what: own[1].clone(), reason: reason("tidak") }],
        ..pull(2, 5)
    }
}

async fn broken_pull() -> Outcome {
    let own = window().await?;
    let waiting = [append(&own, 1).await?, append(&own, 2).await?, append(&own, 3).await?];
    let broken = break_everywhere(async || take_in(&own, everything(&waiting)).await).await?;
    ensure(broken >= 9, "turn, time, epoch, rows, sent log, tray, queue and cursors are one transaction")?;
    let memory = recall(&own).await?;
    same((memory.outbox.len(), memory.tray.len(), memory.sent.len()), (1, 1, 1), "queue, tray and sent log")
}

/// The writing transactions of this work, as `durability` and tables.
async fn asked(work: impl Future<Output = Outcome>) -> Result<Vec<String>, String> {
    begun();
    work.await?;
    Ok(begun().into_iter().filter_map(|one| one.strip_prefix("readwrite ").map(str::to_owned)).collect())
}

async fn durability() -> Outcome {
    let born = asked(async { Own::open(ME).await.map(drop).told("a new database") }).await?;
    same(born.first().map(String::as_str), Some("strict keys"), "the key, before anything else is written")?;
    ensure(born.iter().all(|one| one.starts_with("strict")), "identities and what was plain")?;
    let own = window().await?;
    let waiting = std::cell::RefCell::new(Vec::new());
    let appended = asked(async {
        let one = append(&own, 1).await?;
        waiting.borrow_mut().push(one);
        Ok(())
    });
    same(appended.await?, vec!["strict outbox photos holds drafts meta".to_owned()], "an append")?;
    let waiting = waiting.into_inner();
    let discarded = asked(async { own.discard(waiting[0].id(), &[]).await.map(drop).told("a discard") }).await?;
    same(discarded, vec!["strict outbox tray holds".to_owned()], "a discard")?;
    let back = asked(async { own.put_back(&command(1, ""), None, None, &[]).await.told("putting back") }).await?;
    same(back, vec!["strict outbox tray holds".to_owned()], "putting back")?;
    let pulled = asked(async { take_in(&own, pull(2, 5)).await.told("a pull") }).await?;
    same(pulled, vec!["relaxed rows outbox tray cursors meta".to_owned()], "a pull")?;
    let drafted = asked(async { own.keep_draft(&"x").await.told("a draft") }).await?;
    same(drafted, vec!["strict drafts".to_owned()], "a draft")
}

async fn draft(own: &Own) -> Result<Option<String>, String> {
    own.draft().await.told("the draft is read")
}

async fn drafts() -> Outcome {
    let own = window().await?;
    same(draft(&own).await?, None, "no draft yet")?;
    for text in ["satu", "dua \u{1f600} \0"] {
        own.keep_draft(&text).await.told("a draft")?;
        same(draft(&window().await?).await?.as_deref(), Some(text), "the draft in a fresh window")?;
    }
    own.append(wish(1), &[]).await.told("its entry")?;
    same(draft(&own).await?, None, "the draft after its entry")?;
    own.keep_draft(&"tiga").await.told("a draft")?;
    own.clear_draft().await.told("clearing it")?;
    same(draft(&own).await?, None, "the draft after clearing")
}

async fn order() -> Outcome {
    let own = window().await?;
    let long = "panjang ".repeat(400_000);
    for _ in 0..5 {
        let (first, last) = join(own.keep_draft(&long), own.keep_draft(&"pendek")).await;
        first.and(last).told("two drafts")?;
        same(draft(&own).await?.map(|text| text.len()), Some(6), "the later draft, which is encrypted sooner")?;
    }
    let (kept, saved) = join(own.keep_draft(&long), own.append(wish(1), &[])).await;
    kept.and(saved.map(drop)).told("a draft and its entry")?;
    same(draft(&own).await?, None, "the draft after its entry, which is encrypted sooner")?;
    let (kept, found) = join(own.keep_draft(&long), own.draft::<String>()).await;
    kept.told("a draft")?;
    same(found.told("the draft")?.map(|text| text.len()), Some(long.len()), "reading after writing")
}

async fn photo(own: &Own, sha256: &str) -> Result<Option<Vec<u8>>, String> {
    let bytes = own.photo(sha256).await.told("a photo is read")?;
    Ok(bytes.and_then(|bytes| bytes.dyn_into::<js_sys::Uint8Array>().ok()).map(|bytes| bytes.to_vec()))
}

async fn photos() -> Outcome {
    let own = window().await?;
    for sha256 in ["aa", "bb"] {
        own.keep_for_draft(sha256, bytes(sha256)).await.told("a photo for the draft")?;
    }
    same(own.photos_waiting(), vec![], "a draft's photos do not wait")?;
    let entry = wish_with(1, &["aa", "cc", "dd"]);
    let taken = [("cc".to_owned(), bytes("cc"))];
    own.append(Waiting::Read(entry.clone()), &taken).await.told("an entry with photos")?;
    let fresh = window().await?;
    for (sha256, bytes) in [("aa", Some("aa")), ("bb", None), ("cc", Some("cc")), ("dd", None)] {
        let wanted = bytes.map(|bytes| bytes.as_bytes().to_vec());
        same(photo(&fresh, sha256).await?, wanted, &format!("photo {sha256}"))?;
    }
    same(fresh.photos_waiting(), vec!["aa".to_owned(), "cc".to_owned()], "photos that wait")?;
    own.keep_for_draft("aa", bytes("other")).await.told("a photo that waits already")?;
    same(photo(&own, "aa").await?, Some(b"aa".to_vec()), "a photo that waits goes on waiting")?;
    own.photo_sent("aa").await.told("a photo is sent")?;
    same((photo(&own, "aa").await?, own.photos_waiting()), (None, vec!["cc".to_owned()]), "after it was sent")?;
    own.discard(entry.id, &["cc".to_owned()]).await.told("the entry is discarded")?;
    same((photo(&own, "cc").await?, own.photos_waiting()), (Some(b"cc".to_vec()), vec![]), "a loose photo")?;
    own.put_back(&entry, None, None, &["cc".to_owned()]).await.told("the entry comes back")?;
    same(own.photos_waiting(), vec!["cc".to_owned()], "a photo that waits again")?;
    own.discard(entry.id, &["cc".to_owned()]).await.told("the entry is discarded again")?;
    own.drop_loose().await.told("loose photos are dropped")?;
    same(photo(&own, "cc").await?, None, "a photo that was let go")
}

fn ids(outbox: &[Waiting]) -> Vec<CommandId> {
    outbox.iter().map(Waiting::id).collect()
}

async fn put_back() -> Outcome {
    let own = window().await?;
    let mut before = Vec::new();
    for number in 1..=3 {
        before.push(append(&own, number).await?);
    }
    let middle = before[1].command().cloned().ok_or("a command of this build")?;
    let place = own.discard(middle.id, &[]).await.told("the middle one is discarded")?;
    same(recall(&own).await?.outbox.len(), 2, "the queue without it")?;
    own.put_back(&middle, place, None, &[]).await.told("it comes back")?;
    same(recall(&own).await?.outbox, before.clone(), "the queue as it was")?;
    own.discard(middle.id, &[]).await.told("it is discarded")?;
    own.put_back(&middle, Some(1), None, &[]).await.told("its place is taken")?;
    let wanted = [before[0].id(), before[2].id(), middle.id];
    same(ids(&recall(&own).await?.outbox), wanted.to_vec(), "at the end")?;
    own.discard(middle.id, &[]).await.told("it is discarded")?;
    own.put_back(&middle, None, Some(&reason("belum")), &[]).await.told("it comes back to the tray")?;
    let refused = Refused { what: before[1].clone(), reason: reason("belum") };
    same(recall(&own).await?.tray, vec![refused], "the tray")
}

async fn quiet() -> Outcome {
    let own = window().await?;
    take_in(&own, pull(2, 5)).await.told("a pull")?;
    let quiet = asked(async { take_in(&own, pull(0, 5)).await.told("a quiet pull") }).await?;
    same(quiet, vec![], "a quiet pull")
}
