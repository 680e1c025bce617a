//! A listener on an element. It goes with its holder: an element that is taken away may still be told that it has lost the focus or has
//! changed, and nobody must be there to hear it.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, Event};

type Act = Rc<dyn Fn(Event)>;

/// What is done when an event comes.
pub(super) struct Heard {
    dom: Element,
    name: &'static str,
    act: Rc<RefCell<Act>>,
    closure: Closure<dyn Fn(Event)>,
}

impl Heard {
    /// Listens from now on.
    pub(super) fn new(dom: &Element, name: &'static str, act: Act) -> Self {
        let act = Rc::new(RefCell::new(act));
        let now = Rc::clone(&act);
        // What is done may take away what is focused, and so be told of the next event before it has ended.
        let heard: Box<dyn Fn(Event)> = Box::new(move |event| {
            let act = Rc::clone(&now.borrow());
            act(event);
        });
        let closure = Closure::wrap(heard);
        let _ = dom.add_event_listener_with_callback(name, closure.as_ref().unchecked_ref());
        Self { dom: dom.clone(), name, act, closure }
    }

    /// From now on something else is done.
    pub(super) fn does(&self, act: Act) {
        self.act.replace(act);
    }
}

impl Drop for Heard {
    fn drop(&mut self) {
        let _ = self.dom.remove_event_listener_with_callback(self.name, self.closure.as_ref().unchecked_ref());
    }
}
