//! Reading at the office and giving orders there: what an admin does. Nothing of it is stored here, and nothing is queued.

use chrono::{DateTime, Utc};
use serde::Serialize;
use serde::de::DeserializeOwned;
use shared::command::VERSION;
use shared::ids::{CommandId, DeviceId};
use shared::sync::phone::Input;
use shared::sync::talk::{PROTOCOL, Push};
use shared::sync::wire::Verdict;
use shared::words::Spoken;
use wasm_bindgen::JsValue;

use super::unanswered::Name;
use super::{Desk, say};
use crate::api;

/// A command whose rule only the office knows.
#[derive(Serialize)]
struct Order<'a, A> {
    id: CommandId,
    device: DeviceId,
    seq: u64,
    v: u16,
    #[serde(with = "shared::stamp::moment")]
    made_at: DateTime<Utc>,
    action: &'a A,
}

impl Desk {
    /// Reads from the office.
    ///
    /// # Errors
    /// Why there is no answer, or the office's refusal.
    pub async fn read<T: DeserializeOwned>(self, path: &str) -> Result<T, Spoken> {
        api::get(path).await.map_err(say::failure)
    }

    /// Hands the office a file, or asks it to go on with something.
    ///
    /// # Errors
    /// As [`Desk::read`].
    pub async fn send<T: DeserializeOwned>(self, path: &str, bytes: Option<JsValue>) -> Result<T, Spoken> {
        api::send(path, bytes).await.map_err(say::failure)
    }

    /// Gives an order and waits for the verdict. `action` is written as the office reads it: `{"superior.answer": {…}}`. When no answer
    /// comes and the same is ordered again, it is the same order: it happens once.
    ///
    /// # Errors
    /// The refusal, or why there is no verdict.
    pub async fn order(self, action: &impl Serialize) -> Result<(), Spoken> {
        let home = self.home().ok_or_else(say::signed_out)?;
        self.confirm(&home).await.map_err(|fault| say::failure(fault.into()))?;
        let Name { id, device, made_at } = home.unanswered.orders(serde_json::to_string(action).unwrap_or_default());
        let commands = vec![Order { id, device, seq: 1, v: VERSION, made_at, action }];
        let (build, owner) = (self.core().build.clone(), Some(home.employee));
        let push = Push { protocol: PROTOCOL, build, owner, device, epoch: None, commands };
        let reply = api::order(&push).await.map_err(say::failure)?;
        self.tell(&home, Input::Woke);
        let verdict = reply.answers.into_iter().find(|answer| answer.id == id).ok_or_else(say::busy)?;
        home.unanswered.answered(None);
        match verdict.verdict {
            Verdict::Accepted => Ok(()),
            Verdict::Rejected { reason } => Err(reason),
        }
    }
}
