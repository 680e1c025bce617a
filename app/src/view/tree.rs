//! The description: text, elements, lists, and places that follow signals.

use std::borrow::Cow;
use std::rc::Rc;

use leptos::prelude::{Get, GetUntracked, LocalStorage, RwSignal, Set};
use wasm_bindgen::JsValue;
use web_sys::Event;

/// The value of an attribute; none when the element is to be without it.
pub type Word = Option<Cow<'static, str>>;

/// What is to be shown.
pub enum View {
    /// Nothing.
    None,
    /// Words.
    Text(Cow<'static, str>),
    /// An element.
    Element(Box<Element>),
    /// One after the other.
    Many(Vec<View>),
    /// A place that follows the signals its closure reads. `fresh`: what stood there is not reused.
    Live {
        /// Describes what stands there now.
        make: Box<dyn Fn() -> View>,
        /// Draws it anew each time.
        fresh: bool,
    },
}

impl View {
    /// The `id` of an element that was given one.
    pub(super) fn name(&self) -> Option<&str> {
        let Self::Element(element) = self else { return None };
        element.facts.iter().find_map(|(name, fact)| {
            let Fact::Set(word) = fact else { return None };
            word.as_deref().filter(|_| *name == "id")
        })
    }
}

/// An element and what is in it.
pub struct Element {
    pub(super) tag: &'static str,
    pub(super) facts: Vec<(&'static str, Fact)>,
    pub(super) children: Vec<View>,
}

/// Something about an element.
pub enum Fact {
    /// An attribute.
    Set(Word),
    /// An attribute that follows signals.
    Live(Box<dyn Fn() -> Word>),
    /// A property that follows signals.
    Prop(Box<dyn Fn() -> JsValue>),
    /// What happens at an event.
    On(Rc<dyn Fn(Event)>),
    /// Who wants to know the element.
    Node(NodeRef),
}

/// Holds an element once it has been drawn.
#[derive(Clone, Copy)]
pub struct NodeRef(RwSignal<Option<web_sys::Element>, LocalStorage>);

impl NodeRef {
    /// Holds nothing yet.
    #[must_use]
    pub fn new() -> Self {
        Self(RwSignal::new_local(None))
    }

    /// The element; whoever asks is told when it is there.
    #[must_use]
    pub fn get(self) -> Option<web_sys::Element> {
        self.0.get()
    }

    /// The element, if it is there.
    #[must_use]
    pub fn get_untracked(self) -> Option<web_sys::Element> {
        self.0.get_untracked()
    }

    pub(super) fn hold(self, element: &web_sys::Element) {
        if self.0.get_untracked().as_ref() != Some(element) {
            self.0.set(Some(element.clone()));
        }
    }
}

impl Default for NodeRef {
    fn default() -> Self {
        Self::new()
    }
}

/// A place that is drawn anew whenever its closure runs: another page, not the same one changed.
pub fn fresh(make: impl Fn() -> View + 'static) -> View {
    View::Live { make: Box::new(make), fresh: true }
}

/// What can stand in a description.
pub trait IntoView {
    /// As a view.
    fn into_view(self) -> View;
}

impl IntoView for View {
    fn into_view(self) -> View {
        self
    }
}

impl IntoView for () {
    fn into_view(self) -> View {
        View::None
    }
}

impl IntoView for &'static str {
    fn into_view(self) -> View {
        View::Text(Cow::Borrowed(self))
    }
}

impl IntoView for String {
    fn into_view(self) -> View {
        View::Text(Cow::Owned(self))
    }
}

impl IntoView for u32 {
    fn into_view(self) -> View {
        View::Text(Cow::Owned(self.to_string()))
    }
}

impl IntoView for usize {
    fn into_view(self) -> View {
        View::Text(Cow::Owned(self.to_string()))
    }
}

impl<T: IntoView> IntoView for Option<T> {
    fn into_view(self) -> View {
        self.map_or(View::None, T::into_view)
    }
}

impl IntoView for Vec<View> {
    fn into_view(self) -> View {
        View::Many(self)
    }
}

impl<F: Fn() -> T + 'static, T: IntoView> IntoView for F {
    fn into_view(self) -> View {
        View::Live { make: Box::new(move || self().into_view()), fresh: false }
    }
}

/// What can be the value of an attribute.
pub trait IntoWord {
    /// As a value.
    fn into_word(self) -> Word;
}

impl IntoWord for &'static str {
    fn into_word(self) -> Word {
        Some(Cow::Borrowed(self))
    }
}

impl IntoWord for String {
    fn into_word(self) -> Word {
        Some(Cow::Owned(self))
    }
}

impl IntoWord for bool {
    fn into_word(self) -> Word {
        self.then_some(Cow::Borrowed(""))
    }
}

impl<T: IntoWord> IntoWord for Option<T> {
    fn into_word(self) -> Word {
        self.and_then(T::into_word)
    }
}

/// What can be set on an element.
pub trait IntoFact {
    /// As a fact.
    fn into_fact(self) -> Fact;
}

macro_rules! facts {
    ($($plain:ty),+) => {$(
        impl IntoFact for $plain {
            fn into_fact(self) -> Fact {
                Fact::Set(self.into_word())
            }
        }
    )+};
}

facts!(&'static str, String, bool, Option<&'static str>, Option<String>);

impl<F: Fn() -> T + 'static, T: IntoWord> IntoFact for F {
    fn into_fact(self) -> Fact {
        Fact::Live(Box::new(move || self().into_word()))
    }
}
