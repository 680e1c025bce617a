//! Photos on this phone, and documents, which are kept like them. A hold says why one lies here: `draft` (the form shows it), `waiting` (it must reach the office),
//! `loose` (its entry was discarded; kept until the next start, so that discarding can be undone).

use js_sys::{ArrayBuffer, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};

use super::Result;
use super::crypt::{Crypt, Placed};
use super::own::{HOLDS, Own, PHOTOS};
use super::table::{Sure, Tx};

impl Own {
    /// Photos that must reach the office.
    pub(crate) fn photos_waiting(&self) -> Vec<String> {
        self.waiting.borrow().clone()
    }

    /// The bytes of a photo, if it lies here and opens.
    pub(crate) async fn photo(&self, sha256: &str) -> Result<Option<JsValue>> {
        let visit = self.shelf.enter().await?;
        let crypt = visit.crypt();
        let Some(bytes) = visit.read(&[PHOTOS])?.get(PHOTOS, sha256).await? else { return Ok(None) };
        let bytes = crypt.decrypt(&[Placed::new(PHOTOS, sha256, bytes)]).await.pop().flatten();
        Ok(bytes.map(|bytes| if bytes.has_type::<ArrayBuffer>() { Uint8Array::new(&bytes).into() } else { bytes }))
    }

    /// Keeps a photo for the form. One that waits already goes on waiting.
    pub(crate) async fn keep_for_draft(&self, sha256: &str, bytes: JsValue) -> Result<()> {
        let visit = self.shelf.enter().await?;
        let taken = encrypted(&visit.crypt(), &[(sha256.to_owned(), bytes)]).await?;
        let tx = visit.write(&[PHOTOS, HOLDS], Sure::Strict)?;
        if tx.get(HOLDS, sha256).await?.is_none_or(|hold| hold != "waiting") {
            for (sha256, bytes) in taken {
                tx.put(PHOTOS, sha256.into(), bytes)?;
            }
            tx.put(HOLDS, sha256.into(), "draft".into())?;
        }
        tx.commit().await
    }

    /// The office has it durably; now it may go.
    pub(crate) async fn photo_sent(&self, sha256: &str) -> Result<()> {
        let tx = self.shelf.write(&[PHOTOS, HOLDS], Sure::Relaxed).await?;
        tx.delete(PHOTOS, sha256.into())?;
        tx.delete(HOLDS, sha256.into())?;
        tx.commit().await?;
        self.waiting.borrow_mut().retain(|waits| waits != sha256);
        Ok(())
    }

    /// Lets go of what was kept for undoing a discard.
    pub(crate) async fn drop_loose(&self) -> Result<()> {
        let tx = self.shelf.write(&[PHOTOS, HOLDS], Sure::Relaxed).await?;
        drop_held(&tx, "loose", &[]).await?;
        tx.commit().await
    }
}

/// Photos as they go to the disk.
pub(super) async fn encrypted(crypt: &Crypt, photos: &[(String, JsValue)]) -> Result<Vec<(String, JsValue)>> {
    let placed: Vec<_> = photos.iter().map(|(sha256, bytes)| Placed::new(PHOTOS, sha256, bytes.clone())).collect();
    let bytes = crypt.encrypt(&placed).await?;
    Ok(photos.iter().map(|(sha256, _)| sha256.clone()).zip(bytes).collect())
}

/// Keeps the photos of an entry until they have been sent, those just taken and those of its draft; says which wait now.
/// A photo that lies neither here nor there is at the office already.
pub(super) async fn keep_for_sending(tx: &Tx, wanted: &[String], taken: &[(String, JsValue)]) -> Result<Vec<String>> {
    let mut waiting = Vec::new();
    for sha256 in wanted {
        if let Some((_, bytes)) = taken.iter().find(|(taken, _)| taken == sha256) {
            tx.put(PHOTOS, sha256.into(), bytes.clone())?;
        } else if tx.get(HOLDS, sha256).await?.is_none() {
            continue;
        }
        tx.put(HOLDS, sha256.into(), "waiting".into())?;
        waiting.push(sha256.clone());
    }
    Ok(waiting)
}

/// Lets go of the form's photos, except those named.
pub(super) async fn drop_drafts(tx: &Tx, except: &[String]) -> Result<()> {
    drop_held(tx, "draft", except).await
}

async fn drop_held(tx: &Tx, held: &str, except: &[String]) -> Result<()> {
    for (key, hold) in tx.keys(HOLDS).await?.into_iter().zip(tx.values(HOLDS).await?) {
        let named = |sha256: String| except.contains(&sha256);
        if hold == held && !key.as_string().is_some_and(named) {
            tx.delete(PHOTOS, key.clone())?;
            tx.delete(HOLDS, key)?;
        }
    }
    Ok(())
}
