//! What an earlier build wrote as plain text is encrypted once, table by table. Until then it is read as it is.
//!
//! That build is locked out by the database's version, so only windows of this build write meanwhile, and they write no plain text.

use wasm_bindgen::JsValue;

use super::Result;
use super::crypt::{Placed, is_encrypted};
use super::outbox::{stub, with_stub};
use super::own::{DRAFTS, ENCRYPTED, META, OUTBOX, Own, PHOTOS, ROWS, TRAY};
use super::pull::SENT;
use super::table::Sure;

/// A plain value: its key, and the name that it will be bound to.
struct Plain {
    key: JsValue,
    name: String,
    value: JsValue,
}

/// What is to be encrypted in a table. A text in the queue that is no command stays as it is.
fn plain(table: &str, key: JsValue, value: JsValue) -> Option<Plain> {
    let name = match table {
        OUTBOX => stub(&value)?.id.to_string(),
        _ => key.as_string()?,
    };
    let wanted = !is_encrypted(&value) && (table != META || name.starts_with(SENT));
    wanted.then_some(Plain { key, name, value })
}

impl Own {
    /// Encrypts everything that is plain, and notes it.
    pub(super) async fn encrypt_plain(&self) -> Result<()> {
        for table in [ROWS, OUTBOX, TRAY, DRAFTS, PHOTOS, META] {
            self.encrypt_table(table).await?;
        }
        let tx = self.shelf.write(&[META], Sure::Strict).await?;
        tx.put(META, ENCRYPTED.into(), true.into())?;
        tx.commit().await
    }

    async fn encrypt_table(&self, table: &str) -> Result<()> {
        let visit = self.shelf.enter().await?;
        let crypt = visit.crypt();
        let pairs = visit.read(&[table])?.pairs(table).await?;
        let old: Vec<Plain> = pairs.into_iter().filter_map(|(key, value)| plain(table, key, value)).collect();
        if old.is_empty() {
            return Ok(());
        }
        let placed: Vec<_> = old.iter().map(|old| Placed::new(table, &old.name, old.value.clone())).collect();
        let values = crypt.encrypt(&placed).await?;
        let tx = self.shelf.write(&[table], Sure::Strict).await?;
        let now = tx.pairs(table).await?;
        let mut rest = now.into_iter();
        for (old, value) in old.into_iter().zip(values) {
            // Another window may have taken it away or written it anew.
            let same = |(key, value): &(JsValue, JsValue)| *key == old.key && plain_as(&old.value, value);
            let found = rest.clone().position(|pair| same(&pair));
            let Some(at) = found else { continue };
            rest.nth(at);
            let value = if table == OUTBOX { with_stub(value, &old.value) } else { value };
            tx.put(table, old.key, value)?;
        }
        tx.commit().await
    }
}

/// The same text, or the bytes of the same photo: those are named by their hash.
fn plain_as(old: &JsValue, now: &JsValue) -> bool {
    old == now || (!old.is_string() && !is_encrypted(now))
}
