//! The pen that `view!` writes with: element by element, from left to right.

use std::borrow::Cow;
use std::rc::Rc;

use leptos::prelude::{Get, RwSignal, Set};
use wasm_bindgen::JsValue;
use web_sys::Event;

use super::tree::{Element, Fact, IntoFact, IntoView, NodeRef, View};

/// What has been written so far.
#[derive(Default)]
pub struct Pen {
    open: Vec<Element>,
    done: Vec<View>,
}

impl Pen {
    /// Begins an element.
    #[inline(never)]
    pub fn open(&mut self, tag: &'static str) {
        self.open.push(Element { tag, facts: Vec::new(), children: Vec::new() });
    }

    /// Ends the element that was begun last.
    #[inline(never)]
    pub fn close(&mut self) {
        if let Some(element) = self.open.pop() {
            self.child(View::Element(Box::new(element)));
        }
    }

    /// Writes an attribute that never changes.
    #[inline(never)]
    pub fn word(&mut self, name: &'static str, value: &'static str) {
        self.fact(name, Fact::Set(Some(Cow::Borrowed(value))));
    }

    /// Writes an attribute.
    pub fn set(&mut self, name: &'static str, value: impl IntoFact) {
        self.fact(name, value.into_fact());
    }

    /// Does something at an event.
    pub fn on(&mut self, event: &'static str, handler: impl Fn(Event) + 'static) {
        self.fact(event, Fact::On(Rc::new(handler)));
    }

    /// Writes a property that follows signals.
    pub fn prop(&mut self, name: &'static str, value: impl Fn() -> bool + 'static) {
        self.fact(name, Fact::Prop(Box::new(move || JsValue::from_bool(value()))));
    }

    /// Ties a field to a signal, both ways.
    #[inline(never)]
    pub fn bind(&mut self, text: RwSignal<String>) {
        self.fact("value", Fact::Prop(Box::new(move || JsValue::from_str(&text.get()))));
        self.fact("input", Fact::On(Rc::new(move |event| text.set(leptos::prelude::event_target_value(&event)))));
    }

    /// Tells where the element stands once it is drawn.
    #[inline(never)]
    pub fn node(&mut self, node: NodeRef) {
        self.fact("", Fact::Node(node));
    }

    /// Writes words.
    #[inline(never)]
    pub fn text(&mut self, words: &'static str) {
        self.child(View::Text(Cow::Borrowed(words)));
    }

    /// Writes what is in the element.
    pub fn put(&mut self, child: impl IntoView) {
        self.child(child.into_view());
    }

    /// All that was written.
    #[must_use]
    #[inline(never)]
    pub fn done(mut self) -> View {
        if self.done.len() == 1 { self.done.pop().unwrap_or(View::None) } else { View::Many(self.done) }
    }

    #[inline(never)]
    fn fact(&mut self, name: &'static str, fact: Fact) {
        if let Some(element) = self.open.last_mut() {
            element.facts.push((name, fact));
        }
    }

    #[inline(never)]
    fn child(&mut self, view: View) {
        match self.open.last_mut() {
            Some(element) => element.children.push(view),
            None => self.done.push(view),
        }
    }
}
