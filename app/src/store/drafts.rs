//! The unfinished entry form, kept after every change.

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::Result;
use super::crypt::Placed;
use super::own::{DRAFTS, HOLDS, Own, PHOTOS};
use super::photos::drop_drafts;
use super::table::{Sure, json};
use crate::json::read;

const ENTRY: &str = "entry";

impl Own {
    pub(crate) async fn draft<T: DeserializeOwned>(&self) -> Result<Option<T>> {
        let visit = self.shelf.enter().await?;
        let crypt = visit.crypt();
        let Some(draft) = visit.read(&[DRAFTS])?.get(DRAFTS, ENTRY).await? else { return Ok(None) };
        let mut texts = crypt.decrypt_texts(&[Placed::new(DRAFTS, ENTRY, draft)]).await;
        Ok(texts.pop().flatten().and_then(|text| read(&text)))
    }

    pub(crate) async fn keep_draft(&self, draft: &impl Serialize) -> Result<()> {
        let visit = self.shelf.enter().await?;
        let draft = visit.crypt().encrypt_text(DRAFTS, ENTRY, &json(draft)?).await?;
        let tx = visit.write(&[DRAFTS], Sure::Strict)?;
        tx.put(DRAFTS, ENTRY.into(), draft)?;
        tx.commit().await
    }

    /// Lets go of the draft and of its photos.
    pub(crate) async fn clear_draft(&self) -> Result<()> {
        let tx = self.shelf.write(&[DRAFTS, PHOTOS, HOLDS], Sure::Relaxed).await?;
        tx.delete(DRAFTS, ENTRY.into())?;
        drop_drafts(&tx, &[]).await?;
        tx.commit().await
    }
}
