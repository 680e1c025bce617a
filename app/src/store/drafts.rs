//! Unfinished forms, kept after every change: the entry's here, the others by their names in `forms`.

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
        Ok(self.unfinished(ENTRY).await?.and_then(|text| read(&text)))
    }

    pub(crate) async fn keep_draft(&self, draft: &impl Serialize) -> Result<()> {
        self.keep_unfinished(ENTRY, &json(draft)?).await
    }

    /// The text that is kept under the name of a form.
    pub(super) async fn unfinished(&self, form: &str) -> Result<Option<String>> {
        let visit = self.shelf.enter().await?;
        let crypt = visit.crypt();
        let Some(text) = visit.read(&[DRAFTS])?.get(DRAFTS, form).await? else { return Ok(None) };
        Ok(crypt.decrypt_texts(&[Placed::new(DRAFTS, form, text)]).await.pop().flatten())
    }

    pub(super) async fn keep_unfinished(&self, form: &str, text: &str) -> Result<()> {
        let visit = self.shelf.enter().await?;
        let text = visit.crypt().encrypt_text(DRAFTS, form, text).await?;
        let tx = visit.write(&[DRAFTS], Sure::Strict)?;
        tx.put(DRAFTS, form.into(), text)?;
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
