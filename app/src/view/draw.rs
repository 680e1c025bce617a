//! Puts a description on the page, and later another one in its place with as little change as there is.

mod meet;

use std::borrow::Cow;
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use js_sys::Reflect;
use leptos::prelude::{RenderEffect, document, on_cleanup};
use wasm_bindgen::JsValue;
use web_sys::{Element as Dom, Node, Text};

use super::heard::Heard;
use super::tree::{Element, Fact, View, Word};

const SVG: &str = "http://www.w3.org/2000/svg";

/// What stands on the page.
enum Shown {
    None,
    Text(Text, Cow<'static, str>),
    Element(Box<ShownElement>),
    Many(Vec<Shown>),
    Live(ShownLive),
}

struct ShownElement {
    tag: &'static str,
    dom: Dom,
    facts: Vec<(&'static str, Kept)>,
    children: Vec<Shown>,
}

/// What was said about an element.
enum Kept {
    Set(Word),
    /// Held, because it ends with its holder.
    Live(#[expect(dead_code, reason = "an effect ends when it is dropped")] RenderEffect<()>),
    On(Heard),
    Node,
}

/// A place that follows signals, and the invisible mark at its end.
struct ShownLive {
    content: Rc<RefCell<Shown>>,
    end: Text,
    effect: RenderEffect<()>,
}

/// Where something is drawn: in what, before what, and whether it is a drawing.
#[derive(Clone, Copy)]
struct Place<'a> {
    parent: &'a Node,
    before: Option<&'a Node>,
    svg: bool,
}

/// Puts a view at the end of an element, for as long as the page lives.
pub fn mount(view: View, parent: &Node) {
    std::mem::forget(draw(view, Place { parent, before: None, svg: false }));
}

impl Place<'_> {
    fn insert(self, node: &Node) {
        let _ = self.parent.insert_before(node, self.before);
    }
}

fn draw(view: View, place: Place<'_>) -> Shown {
    match view {
        View::None => Shown::None,
        View::Text(words) => {
            let text = document().create_text_node(&words);
            place.insert(&text);
            Shown::Text(text, words)
        }
        View::Element(element) => {
            let element = draw_element(*element, place.svg);
            place.insert(&element.dom);
            Shown::Element(Box::new(element))
        }
        View::Many(views) => Shown::Many(views.into_iter().map(|view| draw(view, place)).collect()),
        View::Live { make, fresh } => {
            let end = document().create_text_node("");
            place.insert(&end);
            let content = Rc::new(RefCell::new(Shown::None));
            let effect = follow(make, fresh, &content, &end, place.svg);
            Shown::Live(ShownLive { content, end, effect })
        }
    }
}

/// Does the closure around still stand as it was when this was made? The signals of a closure go when it runs again, while an effect that
/// reads them may be waiting for its turn: it must not read them then.
struct Stands(Arc<AtomicBool>);

impl Stands {
    fn new() -> Self {
        let stands = Arc::new(AtomicBool::new(true));
        let gone = Arc::clone(&stands);
        on_cleanup(move || gone.store(false, Ordering::Relaxed));
        Self(stands)
    }

    fn still(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// Shows what the closure says, now and whenever it says something else.
fn follow(
    make: Box<dyn Fn() -> View>,
    fresh: bool,
    content: &Rc<RefCell<Shown>>,
    end: &Text,
    svg: bool,
) -> RenderEffect<()> {
    let (content, end, stands) = (Rc::clone(content), end.clone(), Stands::new());
    RenderEffect::new(move |_: Option<()>| {
        if !stands.still() {
            return;
        }
        let view = make();
        let Some(parent) = end.parent_node() else { return };
        let place = Place { parent: &parent, before: Some(&end), svg };
        let mut shown = content.borrow_mut();
        if fresh {
            remove(std::mem::replace(&mut shown, Shown::None));
        }
        change(&mut shown, view, place);
    })
}

fn draw_element(element: Element, svg: bool) -> ShownElement {
    let Element { tag, facts, children } = element;
    let svg = svg || tag == "svg";
    let document = document();
    let dom = if svg { document.create_element_ns(Some(SVG), tag) } else { document.create_element(tag) };
    let Ok(dom) = dom else { wasm_bindgen::throw_str(tag) };
    let facts = facts.into_iter().map(|(name, fact)| (name, keep(&dom, name, fact))).collect();
    let place = Place { parent: &dom, before: None, svg };
    let children = children.into_iter().map(|view| draw(view, place)).collect();
    ShownElement { tag, dom, facts, children }
}

fn keep(dom: &Dom, name: &'static str, fact: Fact) -> Kept {
    match fact {
        Fact::Set(word) => {
            set(dom, name, &word);
            Kept::Set(word)
        }
        Fact::Live(_) | Fact::Prop(_) => Kept::Live(follow_fact(dom.clone(), name, fact)),
        Fact::On(act) => Kept::On(Heard::new(dom, name, act)),
        Fact::Node(node) => {
            node.hold(dom);
            Kept::Node
        }
    }
}

fn follow_fact(dom: Dom, name: &'static str, fact: Fact) -> RenderEffect<()> {
    let stands = Stands::new();
    RenderEffect::new(move |_: Option<()>| match &fact {
        _ if !stands.still() => {}
        Fact::Live(word) => set(&dom, name, &word()),
        Fact::Prop(value) => {
            let (name, value) = (JsValue::from_str(name), value());
            // Setting what is there already would move the cursor of a field.
            if Reflect::get(&dom, &name).is_ok_and(|there| there != value) {
                let _ = Reflect::set(&dom, &name, &value);
            }
        }
        Fact::Set(_) | Fact::On(_) | Fact::Node(_) => {}
    })
}

fn set(dom: &Dom, name: &str, word: &Word) {
    let _ = match word {
        Some(word) => dom.set_attribute(name, word),
        None => dom.remove_attribute(name),
    };
}

/// Makes what stands there into what is described.
fn change(shown: &mut Shown, view: View, place: Place<'_>) {
    let view = match (&mut *shown, view) {
        (Shown::None, View::None) => return,
        (Shown::Text(text, old), View::Text(new)) => {
            if *old != new {
                text.set_data(&new);
                *old = new;
            }
            return;
        }
        (Shown::Element(old), View::Element(new)) if old.fits(&new) => return old.change(*new, place.svg),
        (Shown::Many(old), View::Many(new)) => return change_all(old, new, place),
        (Shown::Live(old), View::Live { make, fresh: false }) => {
            old.effect = follow(make, false, &old.content, &old.end, place.svg);
            return;
        }
        (_, view) => view,
    };
    let first = first(shown);
    let new = draw(view, Place { before: first.as_ref().or(place.before), ..place });
    remove(std::mem::replace(shown, new));
}

fn change_all(old: &mut Vec<Shown>, new: Vec<View>, place: Place<'_>) {
    meet::meet(old, &new);
    if new.len() < old.len() {
        old.drain(new.len()..).for_each(remove);
    }
    for (at, view) in new.into_iter().enumerate() {
        let next = old.get(at + 1..).and_then(|rest| rest.iter().find_map(first));
        let place = Place { before: next.as_ref().or(place.before), ..place };
        match old.get_mut(at) {
            Some(old) => change(old, view, place),
            None => old.push(draw(view, place)),
        }
    }
}

impl ShownElement {
    /// Is it the same element, about which the same is said?
    fn fits(&self, new: &Element) -> bool {
        self.tag == new.tag
            && self.facts.len() == new.facts.len()
            && self.facts.iter().zip(&new.facts).all(|((old_name, kept), (name, fact))| {
                old_name == name
                    && matches!(
                        (kept, fact),
                        (Kept::Set(_), Fact::Set(_))
                            | (Kept::Live(_), Fact::Live(_) | Fact::Prop(_))
                            | (Kept::On(..), Fact::On(_))
                            | (Kept::Node, Fact::Node(_))
                    )
            })
    }

    fn change(&mut self, new: Element, svg: bool) {
        for ((_, kept), (name, fact)) in self.facts.iter_mut().zip(new.facts) {
            match (kept, fact) {
                (Kept::Set(old), Fact::Set(new)) => {
                    if *old != new {
                        set(&self.dom, name, &new);
                        *old = new;
                    }
                }
                (Kept::On(heard), Fact::On(new)) => heard.does(new),
                (kept, fact) => *kept = keep(&self.dom, name, fact),
            }
        }
        let place = Place { parent: &self.dom, before: None, svg: svg || self.tag == "svg" };
        change_all(&mut self.children, new.children, place);
    }
}

/// The first node of what stands there.
fn first(shown: &Shown) -> Option<Node> {
    match shown {
        Shown::None => None,
        Shown::Text(text, _) => Some(text.clone().into()),
        Shown::Element(element) => Some(element.dom.clone().into()),
        Shown::Many(all) => all.iter().find_map(first),
        Shown::Live(live) => first(&live.content.borrow()).or_else(|| Some(live.end.clone().into())),
    }
}

fn remove(shown: Shown) {
    match shown {
        Shown::None => {}
        Shown::Text(text, _) => text.remove(),
        Shown::Element(element) => element.dom.remove(),
        Shown::Many(all) => all.into_iter().for_each(remove),
        Shown::Live(live) => {
            remove(live.content.replace(Shown::None));
            live.end.remove();
        }
    }
}
