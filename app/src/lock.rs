//! Web Locks: one window of a browser holds a name, and the browser takes it back when that window dies. No leases, no clocks.
//!
//! Called by name: web-sys keeps them behind an unstable flag, browsers have had them for years. It does not know what a lock is for.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::AbortController;

use crate::browser;

/// How a lock is asked for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum How {
    /// After all who asked before.
    InTurn,
    /// At once, away from whoever holds it.
    ByForce,
}

/// A lock that is held or waited for; dropping it gives it back, or leaves the line.
pub(crate) struct Claim {
    /// Ends the promise for whose life the browser lets us hold the lock.
    give_back: Option<Function>,
    leave: Option<AbortController>,
    dropped: Rc<Cell<bool>>,
}

impl Drop for Claim {
    fn drop(&mut self) {
        self.dropped.set(true);
        if let Some(leave) = &self.leave {
            leave.abort();
        }
        if let Some(give_back) = &self.give_back {
            let _ = give_back.call0(&JsValue::UNDEFINED);
        }
    }
}

/// Asks for the lock. `granted` is called when this window holds it, `ended` when it holds or may wait for it no longer through no
/// doing of ours: another window took it by force, or the browser would not give it. Neither is called once the claim is dropped.
/// None where there are no Web Locks.
pub(crate) fn claim(
    name: &str,
    how: How,
    granted: impl FnOnce() + 'static,
    ended: impl FnOnce() + 'static,
) -> Option<Claim> {
    let locks = browser::property(&["navigator", "locks"])?;
    let request: Function = Reflect::get(&locks, &"request".into()).ok()?.dyn_into().ok()?;
    let options = Object::new();
    let leave = (how == How::InTurn).then(AbortController::new).and_then(Result::ok);
    let (key, value) = match &leave {
        Some(leave) => ("signal", JsValue::from(leave.signal())),
        None => ("steal", JsValue::from(how == How::ByForce)),
    };
    Reflect::set(&options, &key.into(), &value).ok()?;
    let mut give_back = None;
    let held = Promise::new(&mut |resolve, _| give_back = Some(resolve));
    let dropped = Rc::new(Cell::new(false));
    let gone = Rc::clone(&dropped);
    let hold: Box<dyn FnOnce(JsValue) -> JsValue> = Box::new(move |_lock| {
        if !gone.get() {
            granted();
        }
        held.into()
    });
    let hold = Closure::once_into_js(hold);
    let asked: Promise = request.call3(&locks, &name.into(), &options, &hold).ok()?.dyn_into().ok()?;
    let gone = Rc::clone(&dropped);
    browser::spawn(async move {
        let _ = JsFuture::from(asked).await;
        if !gone.get() {
            ended();
        }
    });
    Some(Claim { give_back, leave, dropped })
}
