//! Photos on this phone. A hold says why one lies here: `draft` (the form shows it), `waiting` (it must reach the office),
//! `loose` (its entry was discarded; kept until the next start, so that discarding can be undone).

use shared::entry::Photo;
use wasm_bindgen::JsValue;

use super::Result;
use super::own::{HOLDS, Own, PHOTOS};
use super::table::{Sure, Tx};

impl Own {
    /// Photos that must reach the office.
    pub(crate) fn photos_waiting(&self) -> Vec<String> {
        self.waiting.borrow().clone()
    }

    /// The bytes of a photo, if it lies here.
    pub(crate) async fn photo(&self, sha256: &str) -> Result<Option<JsValue>> {
        let db = self.shelf.db().await?;
        Tx::read(&db, &[PHOTOS])?.get(PHOTOS, sha256).await
    }

    /// Keeps a photo for the form. One that waits already goes on waiting.
    pub(crate) async fn keep_for_draft(&self, sha256: &str, bytes: JsValue) -> Result<()> {
        let db = self.shelf.db().await?;
        let tx = Tx::write(&db, &[PHOTOS, HOLDS], Sure::Relaxed)?;
        if tx.get(HOLDS, sha256).await?.is_none_or(|hold| hold != "waiting") {
            tx.put(PHOTOS, sha256.into(), bytes)?;
            tx.put(HOLDS, sha256.into(), "draft".into())?;
        }
        tx.commit().await
    }

    /// The office has it durably; now it may go.
    pub(crate) async fn photo_sent(&self, sha256: &str) -> Result<()> {
        let db = self.shelf.db().await?;
        let tx = Tx::write(&db, &[PHOTOS, HOLDS], Sure::Relaxed)?;
        tx.delete(PHOTOS, sha256.into())?;
        tx.delete(HOLDS, sha256.into())?;
        tx.commit().await?;
        self.waiting.borrow_mut().retain(|waits| waits != sha256);
        Ok(())
    }

    /// Lets go of what was kept for undoing a discard.
    pub(crate) async fn drop_loose(&self) -> Result<()> {
        let db = self.shelf.db().await?;
        let tx = Tx::write(&db, &[PHOTOS, HOLDS], Sure::Relaxed)?;
        drop_held(&tx, "loose", &[]).await?;
        tx.commit().await
    }
}

/// Keeps the photos of an entry until they have been sent, those just taken and those of its draft; says which wait now.
/// A photo that lies neither here nor there is at the office already.
pub(super) async fn keep_for_sending(tx: &Tx, wanted: &[Photo], taken: &[(String, JsValue)]) -> Result<Vec<String>> {
    let mut waiting = Vec::new();
    for Photo { sha256, .. } in wanted {
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
pub(super) async fn drop_drafts(tx: &Tx, except: &[Photo]) -> Result<()> {
    drop_held(tx, "draft", except).await
}

async fn drop_held(tx: &Tx, held: &str, except: &[Photo]) -> Result<()> {
    for (key, hold) in tx.keys(HOLDS).await?.into_iter().zip(tx.values(HOLDS).await?) {
        let named = |sha256: String| except.iter().any(|photo| photo.sha256 == sha256);
        if hold == held && !key.as_string().is_some_and(named) {
            tx.delete(PHOTOS, key.clone())?;
            tx.delete(HOLDS, key)?;
        }
    }
    Ok(())
}
