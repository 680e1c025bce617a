//! Notices on this device while the app is closed: asking the browser for them, and the office. Nothing is asked of the browser before
//! somebody presses a switch.
//!
//! The browser is spoken to by name, because the first screen should not carry what only the page *Saya* needs.

use js_sys::{Function, Object, Promise, Reflect};
use shared::push::{Standing, Subscribe, Wishes};
use shared::words::Spoken;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::{Desk, say};
use crate::{api, browser, clock};

/// Longest wait for the browser to give its address back.
const GIVING_BACK_MS_MAX: u32 = 3_000;

/// What this device can do, and what it has asked for.
#[derive(Clone)]
pub enum Bell {
    /// The browser has no notices.
    Unable,
    /// The office sends none.
    Off,
    /// The browser was told to refuse them.
    Refused,
    /// It can be asked.
    Able(Standing),
}

/// Why a device will not be told anything.
pub enum Deaf {
    /// Permission was not given.
    Refused,
    /// The browser's own service cannot be reached.
    Unreachable,
    /// What the office says.
    Said(Spoken),
}

impl Desk {
    /// What this device can do, and what it has asked for. A device whose browser has forgotten its address has asked for nothing.
    ///
    /// # Errors
    /// The office does not answer.
    pub async fn bell(self) -> Result<Bell, Spoken> {
        let Some(pushes) = pushes().await else { return Ok(Bell::Unable) };
        if permission().as_deref() == Some("denied") {
            return Ok(Bell::Refused);
        }
        let mut standing: Standing = self.read("/api/push").await?;
        if standing.key.is_none() {
            return Ok(Bell::Off);
        }
        if address(&pushes).await.is_none() {
            standing.wishes = Wishes::default();
        }
        Ok(Bell::Able(standing))
    }

    /// Asks for these notices; the browser asks the person, if it has not yet. With no wish the address is given back.
    ///
    /// # Errors
    /// The person or the browser refuses, its service is out of reach, or the office says no.
    pub async fn set_bell(self, key: &str, wishes: Wishes) -> Result<(), Deaf> {
        if !wishes.any() {
            api::drop_push().await.map_err(|failure| Deaf::Said(say::failure(failure)))?;
            self.silence().await;
            return Ok(());
        }
        let notification = browser::property(&["Notification"]).ok_or(Deaf::Refused)?;
        let given = ask(&notification, "requestPermission", &JsValue::UNDEFINED).await;
        if given.ok().and_then(|given| given.as_string()).as_deref() != Some("granted") {
            return Err(Deaf::Refused);
        }
        let pushes = pushes().await.ok_or(Deaf::Refused)?;
        let address = subscribe(&pushes, key).await.ok_or(Deaf::Unreachable)?;
        let language = leptos::prelude::GetUntracked::get_untracked(&self.language);
        let sent = Subscribe {
            endpoint: text(&address, &["endpoint"]).ok_or(Deaf::Unreachable)?,
            p256dh: text(&address, &["keys", "p256dh"]).ok_or(Deaf::Unreachable)?,
            auth: text(&address, &["keys", "auth"]).ok_or(Deaf::Unreachable)?,
            language,
            wishes,
        };
        api::keep_push(&sent).await.map_err(|failure| Deaf::Said(say::failure(failure)))
    }

    /// Gives the browser's address back: nothing can be sent here any more, whatever the office still knows.
    /// Nobody waits for long who wants to leave without a network.
    pub async fn silence(self) {
        let _ = clock::within(GIVING_BACK_MS_MAX, give_back()).await;
    }
}

async fn give_back() {
    if let Some(pushes) = pushes().await
        && let Some(known) = address(&pushes).await
    {
        let _ = ask(&known, "unsubscribe", &JsValue::UNDEFINED).await;
    }
}

/// What the browser has been told about notices: `default`, `granted` or `denied`.
fn permission() -> Option<String> {
    browser::property(&["Notification", "permission"])?.as_string()
}

/// The browser's side of notices, where it has one and the app's worker is there.
async fn pushes() -> Option<JsValue> {
    browser::property(&["PushManager"])?;
    browser::property(&["Notification"])?;
    let workers = browser::property(&["navigator", "serviceWorker"])?;
    let worker = ask(&workers, "getRegistration", &JsValue::UNDEFINED).await.ok()?;
    Reflect::get(&worker, &"pushManager".into()).ok().filter(JsValue::is_object)
}

/// The address that this browser has, if it has one.
async fn address(pushes: &JsValue) -> Option<JsValue> {
    ask(pushes, "getSubscription", &JsValue::UNDEFINED).await.ok().filter(JsValue::is_object)
}

/// An address for this office's key, as an object of texts. One that was made for another key is given back first.
async fn subscribe(pushes: &JsValue, key: &str) -> Option<JsValue> {
    let wanted = Object::new();
    Reflect::set(&wanted, &"userVisibleOnly".into(), &JsValue::TRUE).ok()?;
    Reflect::set(&wanted, &"applicationServerKey".into(), &key.into()).ok()?;
    let made = match ask(pushes, "subscribe", &wanted).await {
        Ok(made) => made,
        Err(_) => {
            let before = address(pushes).await?;
            ask(&before, "unsubscribe", &JsValue::UNDEFINED).await.ok()?;
            ask(pushes, "subscribe", &wanted).await.ok()?
        }
    };
    ask(&made, "toJSON", &JsValue::UNDEFINED).await.ok()
}

/// Calls a method and waits for what it promises.
async fn ask(target: &JsValue, method: &str, with: &JsValue) -> Result<JsValue, JsValue> {
    let method: Function = Reflect::get(target, &method.into())?.dyn_into()?;
    let answer = method.call1(target, with)?;
    JsFuture::from(Promise::resolve(&answer)).await
}

fn text(object: &JsValue, path: &[&str]) -> Option<String> {
    let mut value = object.clone();
    for step in path {
        value = Reflect::get(&value, &JsValue::from_str(step)).ok()?;
    }
    value.as_string()
}
