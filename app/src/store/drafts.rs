//! The unfinished entry form, kept after every change.

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::Result;
use super::own::{DRAFTS, HOLDS, Own, PHOTOS};
use super::photos::drop_drafts;
use super::table::{Sure, Tx};

const ENTRY: &str = "entry";

impl Own {
    pub(crate) async fn draft<T: DeserializeOwned>(&self) -> Result<Option<T>> {
        let db = self.shelf.db().await?;
        Tx::read(&db, &[DRAFTS])?.get_json(DRAFTS, ENTRY).await
    }

    pub(crate) async fn keep_draft(&self, draft: &impl Serialize) -> Result<()> {
        let db = self.shelf.db().await?;
        let tx = Tx::write(&db, &[DRAFTS], Sure::Relaxed)?;
        tx.put_json(DRAFTS, ENTRY, draft)?;
        tx.commit().await
    }

    /// Lets go of the draft and of its photos.
    pub(crate) async fn clear_draft(&self) -> Result<()> {
        let db = self.shelf.db().await?;
        let tx = Tx::write(&db, &[DRAFTS, PHOTOS, HOLDS], Sure::Relaxed)?;
        tx.delete(DRAFTS, ENTRY.into())?;
        drop_drafts(&tx, &[]).await?;
        tx.commit().await
    }
}
