//! The rules, the words of their refusals, and how commands are read and written: they come with the form for writing.
//!
//! Looking at the day takes none of it. It is needed when somebody writes, and when something waits on this device: that is shown
//! over what is confirmed, and sent. So it lies in the form's part, which is fetched as soon as the first screen stands.

use std::cell::Cell;

use leptos::wasm_split::{SplitLoaderError, wasm_split};
use shared::refusal::Refusal;
use shared::rule::{Rules, decide};
use shared::sync::phone::Waiting;
use shared::sync::talk::Push;
use shared::words::Spoken;

use crate::clock;
use crate::store::{Codec, learn};

/// Longest wait for it. Then what is confirmed is shown without it, and it is asked for again.
const FETCH_MS_MAX: u32 = 8_000;

/// What a phone must have to promise something.
#[derive(Clone, Copy)]
pub(crate) struct Rulebook {
    /// May it happen, and what changes then?
    pub(crate) decide: Rules,
    /// A refusal in words.
    pub(crate) say: fn(&Refusal) -> Spoken,
    /// Commands on their way to the office.
    pub(crate) push: fn(&Push<Waiting>) -> String,
    codec: Codec,
}

/// It cannot be had: the network went away before the service worker had kept it.
pub(crate) struct Missing;

thread_local! {
    static KNOWN: Cell<Option<Rulebook>> = const { Cell::new(None) };
}

#[wasm_split(write, fallible, wasm_split_path = leptos::wasm_split)]
fn rulebook() -> Result<Rulebook, SplitLoaderError> {
    let push = |push: &Push<Waiting>| serde_json::to_string(push).unwrap_or_default();
    Ok(Rulebook { decide, say: Refusal::spoken, push, codec: Codec::whole() })
}

/// The rulebook, if it is here.
pub(crate) fn known() -> Option<Rulebook> {
    KNOWN.get()
}

/// The rulebook, fetched when it is not here yet.
///
/// # Errors
/// It cannot be had now.
pub(crate) async fn fetch() -> Result<Rulebook, Missing> {
    if let Some(known) = known() {
        return Ok(known);
    }
    let rulebook = clock::within(FETCH_MS_MAX, rulebook()).await.and_then(Result::ok).ok_or(Missing)?;
    learn(rulebook.codec);
    KNOWN.set(Some(rulebook));
    Ok(rulebook)
}
