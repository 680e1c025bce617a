//! Saving: first the rule, then the disk, then the word *saved*, then the line.

use shared::command::{Action, Command, VERSION};
use shared::ids::{CommandId, DeviceId};
use shared::sync::phone::{Input, Waiting};
use shared::words::Spoken;
use uuid::Uuid;
use wasm_bindgen_futures::JsFuture;

use super::{Desk, Snapshot, say};
use crate::store::Form;
use crate::{browser, clock, rulebook, store};

impl Desk {
    /// Saves a command on this device, also without a line. When it answers with an id, the strict transaction has
    /// completed: nothing but the loss of the device takes it away. A refusal is said at once, and nothing is saved.
    ///
    /// # Errors
    /// Why it may not be, or why the device could not keep it.
    pub async fn save(self, action: Action, photos: Vec<Snapshot>) -> Result<CommandId, Spoken> {
        self.save_from(action, photos, Form::Ends).await
    }

    /// The same for a new entry that is not what was being written in the form, as a copy or a mended one: that stays.
    ///
    /// # Errors
    /// As [`Desk::save`].
    pub async fn save_beside(self, action: Action, photos: Vec<Snapshot>) -> Result<CommandId, Spoken> {
        self.save_from(action, photos, Form::Stays).await
    }

    async fn save_from(self, action: Action, photos: Vec<Snapshot>, form: Form) -> Result<CommandId, Spoken> {
        let mut home = self.home().ok_or_else(say::signed_out)?;
        let rules = rulebook::fetch().await.map_err(|rulebook::Missing| say::part_missing())?;
        let now = clock::now();
        home.client.borrow_mut().learn(rules.decide);
        home.client.borrow().promise_by(rules.decide, &action, now).map_err(|refusal| (rules.say)(&refusal))?;
        let id = CommandId(Uuid::now_v7());
        // Its place is given by the transaction that keeps it.
        let command = Command { id, device: DeviceId(Uuid::nil()), seq: 0, v: VERSION, made_at: now, action };
        let photos: Vec<_> = photos
            .into_iter()
            .map(|photo| (photo.sha256, js_sys::Uint8Array::from(photo.bytes.as_slice()).into()))
            .collect();
        let mut kept = home.own.append_from(Waiting::Read(command.clone()), &photos, form).await;
        if let Err(store::Fault::Lost) = kept {
            home = self.move_again(&home).await.map_err(say::disk)?;
            kept = home.own.append_from(Waiting::Read(command.clone()), &photos, form).await;
        }
        let (device, seq) = kept.map_err(say::disk)?.place();
        let known = home.client.borrow().memory().outbox.iter().any(|waiting| waiting.id() == id);
        self.tell(&home, if known { Input::Woke } else { Input::Saved(Command { device, seq, ..command }) });
        self.tell_tabs_moved(&home);
        ask_to_persist();
        Ok(id)
    }
}

/// Asks the browser not to clear the storage by itself. The first save is when the person would understand why.
fn ask_to_persist() {
    if browser::setting("teladan.persist").is_some() {
        return;
    }
    browser::remember_setting("teladan.persist", "asked");
    let Some(navigator) = browser::window().map(|window| window.navigator()) else { return };
    if browser::property(&["navigator", "storage"]).is_some()
        && let Ok(promise) = navigator.storage().persist()
    {
        crate::browser::spawn(async move {
            let _ = JsFuture::from(promise).await;
        });
    }
}
