//! The unfinished entry form.

use shared::words::Spoken;

use super::{Desk, Draft, say};
use crate::clock;

impl Desk {
    /// What was typed before; empty when there is nothing.
    pub async fn load_draft(self) -> Draft {
        match self.home() {
            Some(home) => home.own.draft().await.ok().flatten().unwrap_or_default(),
            None => Draft::default(),
        }
    }

    /// Keeps the form as it is now.
    ///
    /// # Errors
    /// The device could not keep it.
    pub async fn keep_draft(self, draft: Draft) -> Result<(), Spoken> {
        let home = self.home().ok_or_else(say::signed_out)?;
        let draft = Draft { saved_at: Some(clock::now()), ..draft };
        home.own.keep_draft(&draft).await.map_err(say::disk)
    }

    /// Lets go of the draft and of its photos. Saving an entry does this by itself.
    pub async fn clear_draft(self) {
        if let Some(home) = self.home() {
            let _ = home.own.clear_draft().await;
        }
    }
}
