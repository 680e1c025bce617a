//! What every file that draws something needs: the macro, the view, and Leptos' signals.

pub use leptos::prelude::{
    Effect, Get, GetUntracked, GetValue, LocalStorage, Memo, RwSignal, Set, SetValue, StoredValue, Track, Update,
    UpdateValue, With, WithUntracked, WithValue, document, event_target, event_target_value, on_cleanup,
    provide_context, request_animation_frame, set_timeout, untrack, window, window_event_listener_untyped,
};
pub use web_sys::Event;

pub use super::{IntoView, NodeRef, View, fresh};
pub use crate::view;
