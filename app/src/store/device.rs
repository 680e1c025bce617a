//! What this device knows before anybody is known: who signed in last, and what the office said of them.

use shared::ids::EmployeeId;
use shared::sync::wire::Me;
use wasm_bindgen::JsValue;

use super::Result;
use super::crypt::Placed;
use super::shelf::Shelf;
use super::table::{Sure, json};
use crate::json::read;

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
        let visit = self.0.enter().await?;
        let crypt = visit.crypt();
        let tx = visit.read(&[FACTS])?;
        let Some(last) = tx.get(FACTS, LAST).await?.and_then(|last| last.as_string()) else { return Ok(None) };
        let name = key(&last);
        let Some(me) = tx.get(FACTS, &name).await? else { return Ok(None) };
        let mut texts = crypt.decrypt_texts(&[Placed::new(FACTS, &name, me)]).await;
        Ok(texts.pop().flatten().and_then(|text| read(&text)))
    }

    /// This person has signed in here.
    pub(crate) async fn remember(&self, me: &Me) -> Result<()> {
        let last = me.employee.to_string();
        let name = key(&last);
        let visit = self.0.enter().await?;
        let said = visit.crypt().encrypt_text(FACTS, &name, &json(me)?).await?;
        let tx = visit.write(&[FACTS], Sure::Strict)?;
        tx.put(FACTS, name.into(), said)?;
        tx.put(FACTS, LAST.into(), JsValue::from_str(&last))?;
        tx.delete(FACTS, OWED.into())?;
        tx.commit().await
    }

    /// Nobody is signed in here. The person's own database stays as it is.
    pub(crate) async fn forget(&self, employee: EmployeeId, office_knows: bool) -> Result<()> {
        let tx = self.0.write(&[FACTS], Sure::Strict).await?;
        tx.delete(FACTS, LAST.into())?;
        tx.delete(FACTS, key(&employee.to_string()).into())?;
        if !office_knows {
            tx.put(FACTS, OWED.into(), JsValue::from_str("true"))?;
        }
        tx.commit().await
    }

    /// Did somebody sign out while there was no line? Then the office must still be told.
    pub(crate) async fn owes_sign_out(&self) -> Result<bool> {
        let owed = self.0.read(&[FACTS]).await?.get(FACTS, OWED).await?;
        Ok(owed.is_some())
    }

    /// The office was told.
    pub(crate) async fn sign_out_settled(&self) -> Result<()> {
        let tx = self.0.write(&[FACTS], Sure::Relaxed).await?;
        tx.delete(FACTS, OWED.into())?;
        tx.commit().await
    }
}

fn key(employee: &str) -> String {
    format!("me:{employee}")
}
