//! Half-written forms other than the entry's: the texts of their fields, under the form's name.

use super::Result;
use super::own::{DRAFTS, Own};
use super::table::{Sure, json};
use crate::json::read;

impl Own {
    pub(crate) async fn form(&self, name: &str) -> Result<Option<Vec<String>>> {
        Ok(self.unfinished(name).await?.and_then(|text| read(&text)))
    }

    pub(crate) async fn keep_form(&self, name: &str, texts: &[String]) -> Result<()> {
        if !texts.is_empty() {
            return self.keep_unfinished(name, &json(&texts)?).await;
        }
        let tx = self.shelf.write(&[DRAFTS], Sure::Relaxed).await?;
        tx.delete(DRAFTS, name.into())?;
        tx.commit().await
    }
}
