//! Icons: line drawings from one sprite, whose address the page's `<html data-icons>` names.

use crate::view::prelude::*;

thread_local! {
    static SPRITE: String = document()
        .document_element()
        .and_then(|html| html.get_attribute("data-icons"))
        .unwrap_or_else(|| "/assets/icons.svg".to_owned());
}

/// An icon beside words.
#[must_use]
pub fn icon(name: &str) -> View {
    icon_in(name, "icon")
}

/// An icon with more classes: `icon care`.
#[must_use]
pub fn icon_in(name: &str, class: &'static str) -> View {
    let href = SPRITE.with(|sprite| [sprite, "#i-", name].concat());
    view! { <svg class={class} aria-hidden="true"><use href={href}></use></svg> }
}

/// Words that are heard, not seen.
#[must_use]
pub fn aloud(words: impl Into<String>) -> View {
    view! { <span class="aloud">{words.into()}</span> }
}

/// The mark of Teladan: a woven diamond.
#[must_use]
pub fn mark() -> View {
    view! {
        <svg viewBox="0 0 28 28" aria-hidden="true" class="mark">
            <path class="mark-ground" d="M14 0l14 14-14 14L0 14z"></path>
            <path
                class="mark-thread"
                d="M13 5h2v2h-2zM11 7h6v2h-6zM9 9h4v2H9zM15 9h4v2h-4zM7 11h4v2H7zM17 11h4v2h-4zM5 13h4v2H5zM13 13h2v2h-2zM19 13h4v2h-4zM7 15h4v2H7zM17 15h4v2h-4zM9 17h4v2H9zM15 17h4v2h-4zM11 19h6v2h-6zM13 21h2v2h-2z"
            ></path>
        </svg>
    }
}
