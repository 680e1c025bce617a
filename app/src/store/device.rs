//! What this device knows before anybody is known: who signed in last, and what the office said of them.

use shared::ids::EmployeeId;
use shared::sync::wire::Me;
use wasm_bindgen::JsValue;

use super::Result;
use super::table::{Shelf, Sure, Tx};

const FACTS: &str = "facts";
const LAST: &str = "last";
const OWED: &str = "sign_out_owed";

/// The device's own database.
pub(crate) struct Device(Shelf);

impl Device {
    pub(crate) async fn open() -> Result<Self> {
        Shelf::open("teladan".to_owned(), &[FACTS]).await.map(Self)
    }

    /// Who signed in last, with what the office said of them.
    pub(crate) async fn last(&self) -> Result<Option<Me>> {
        let db = self.0.db().await?;
        let tx = Tx::read(&db, &[FACTS])?;
        let Some(last) = tx.get(FACTS, LAST).await?.and_then(|last| last.as_string()) else { return Ok(None) };
        tx.get_json(FACTS, &key(&last)).await
    }

    /// This person has signed in here.
    pub(crate) async fn remember(&self, me: &Me) -> Result<()> {
        let db = self.0.db().await?;
        let tx = Tx::write(&db, &[FACTS], Sure::Strict)?;
        let last = me.employee.to_string();
        tx.put_json(FACTS, &key(&last), me)?;
        tx.put(FACTS, LAST.into(), JsValue::from_str(&last))?;
        tx.delete(FACTS, OWED.into())?;
        tx.commit().await
    }

    /// Nobody is signed in here. The person's own database stays as it is.
    pub(crate) async fn forget(&self, employee: EmployeeId, office_knows: bool) -> Result<()> {
        let db = self.0.db().await?;
        let tx = Tx::write(&db, &[FACTS], Sure::Strict)?;
        tx.delete(FACTS, LAST.into())?;
        tx.delete(FACTS, key(&employee.to_string()).into())?;
        if !office_knows {
            tx.put(FACTS, OWED.into(), JsValue::from_str("true"))?;
        }
        tx.commit().await
    }

    /// Did somebody sign out while there was no line? Then the office must still be told.
    pub(crate) async fn owes_sign_out(&self) -> Result<bool> {
        let db = self.0.db().await?;
        let owed = Tx::read(&db, &[FACTS])?.get(FACTS, OWED).await?;
        Ok(owed.is_some())
    }

    /// The office was told.
    pub(crate) async fn sign_out_settled(&self) -> Result<()> {
        let db = self.0.db().await?;
        let tx = Tx::write(&db, &[FACTS], Sure::Relaxed)?;
        tx.delete(FACTS, OWED.into())?;
        tx.commit().await
    }
}

fn key(employee: &str) -> String {
    format!("me:{employee}")
}
