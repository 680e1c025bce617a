//! Half-written forms other than the entry's: the texts of their fields, under the form's name.

use super::Result;
use super::own::{DRAFTS, Own};
use super::table::{Sure, Tx};

impl Own {
    pub(crate) async fn form(&self, name: &str) -> Result<Option<Vec<String>>> {
        let db = self.shelf.db().await?;
        Tx::read(&db, &[DRAFTS])?.get_json(DRAFTS, name).await
    }

    pub(crate) async fn keep_form(&self, name: &str, texts: &[String]) -> Result<()> {
        let db = self.shelf.db().await?;
        let tx = Tx::write(&db, &[DRAFTS], Sure::Relaxed)?;
        if texts.is_empty() {
            tx.delete(DRAFTS, name.into())?;
        } else {
            tx.put_json(DRAFTS, name, &texts)?;
        }
        tx.commit().await
    }
}
