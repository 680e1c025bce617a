//! What is on the screen. A page describes itself with `view! { <p class="x">{words}</p> }`; [`draw`] puts the description
//! on the page, and a closure in it keeps its place current.
//!
//! Leptos gives the signals, effects and owners. Its own views are left out: they are generic, so that every closure and
//! every tag brings a copy of the drawing code, which doubled what a phone had to load. Here one enum is drawn by one
//! function. A closure that runs again changes what stands there instead of putting it anew, so that focus, typed text and
//! open details stay.

mod draw;
mod heard;
mod pen;
mod tree;

pub mod prelude;

pub use draw::mount;
pub use pen::Pen;
pub use tree::{Element, Fact, IntoView, IntoWord, NodeRef, View, Word, fresh};

/// A description of elements, written as they are written in HTML. Values stand in braces unless they are literals;
/// `on:` takes a handler, `prop:` a property that follows a closure, `bind:value` a signal, `node_ref` a [`NodeRef`].
#[macro_export]
macro_rules! view {
    (@in $pen:ident) => {};
    (@in $pen:ident </ $tag:ident> $($rest:tt)*) => {
        $pen.close();
        $crate::view!(@in $pen $($rest)*);
    };
    (@in $pen:ident <$tag:ident $($rest:tt)*) => {
        $pen.open(stringify!($tag));
        $crate::view!(@tag $pen $($rest)*);
    };
    (@in $pen:ident $words:literal $($rest:tt)*) => {
        $pen.text($words);
        $crate::view!(@in $pen $($rest)*);
    };
    (@in $pen:ident {$($child:tt)*} $($rest:tt)*) => {
        $pen.put($($child)*);
        $crate::view!(@in $pen $($rest)*);
    };
    (@tag $pen:ident /> $($rest:tt)*) => {
        $pen.close();
        $crate::view!(@in $pen $($rest)*);
    };
    (@tag $pen:ident > $($rest:tt)*) => {
        $crate::view!(@in $pen $($rest)*);
    };
    (@tag $pen:ident on:$event:ident={$($value:tt)*} $($rest:tt)*) => {
        $pen.on(stringify!($event), $($value)*);
        $crate::view!(@tag $pen $($rest)*);
    };
    (@tag $pen:ident prop:$name:ident={$($value:tt)*} $($rest:tt)*) => {
        $pen.prop(stringify!($name), $($value)*);
        $crate::view!(@tag $pen $($rest)*);
    };
    (@tag $pen:ident bind:value={$($value:tt)*} $($rest:tt)*) => {
        $pen.bind($($value)*);
        $crate::view!(@tag $pen $($rest)*);
    };
    (@tag $pen:ident node_ref={$($value:tt)*} $($rest:tt)*) => {
        $pen.node($($value)*);
        $crate::view!(@tag $pen $($rest)*);
    };
    (@tag $pen:ident $name:ident$(-$part:ident)* = $value:literal $($rest:tt)*) => {
        $pen.word(concat!(stringify!($name) $(, "-", stringify!($part))*), $value);
        $crate::view!(@tag $pen $($rest)*);
    };
    (@tag $pen:ident $name:ident$(-$part:ident)* = {$($value:tt)*} $($rest:tt)*) => {
        $pen.set(concat!(stringify!($name) $(, "-", stringify!($part))*), $($value)*);
        $crate::view!(@tag $pen $($rest)*);
    };
    ($($markup:tt)*) => {{
        let mut pen = $crate::view::Pen::default();
        $crate::view!(@in pen $($markup)*);
        pen.done()
    }};
}
