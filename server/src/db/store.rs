//! The database as the store that the sync core asks for ([`shared::sync::office::Store`]).

use std::time::Duration;

use shared::scope::Scope;
use shared::sync::office::{Batch, Look, Seen, Store, Trouble};

use super::{Db, DbError};

impl Store for Db {
    type Payload = serde_json::Value;
    type Error = DbError;

    async fn look(&self, look: &Look) -> Result<Seen, DbError> {
        self.see(look).await
    }

    async fn commit(&self, batch: Batch<serde_json::Value>) -> Result<Vec<(Scope, u64)>, Trouble<DbError>> {
        match self.write(&batch).await {
            Ok(heads) => Ok(heads),
            Err(DbError::Conflict) => Err(Trouble::Conflict),
            Err(error) => Err(Trouble::Store(error)),
        }
    }

    /// A short pause that differs from one writer to the next, longer with every try.
    async fn pause(&self, tries: u32) {
        let most_us = 2_000_u32.saturating_mul(1 << tries.min(7));
        let mut byte = [0_u8; 2];
        let part = getrandom::fill(&mut byte).map_or(u32::from(u16::MAX) / 2, |()| u32::from(u16::from_le_bytes(byte)));
        let pause_us = u64::from(most_us) * u64::from(part) / u64::from(u16::MAX) + 200;
        tokio::time::sleep(Duration::from_micros(pause_us)).await;
    }
}
