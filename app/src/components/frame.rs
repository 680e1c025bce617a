//! The sheet a page is written on: its head with the one h1, the banners, and the main part with the id that the skip
//! link knows. It also names the document.

use leptos::prelude::*;

use crate::components::banner::banners;
use crate::components::here::Here;
use crate::components::icon::{aloud, icon};
use crate::words::fill;

/// Names the document: "Hari ini · Teladan".
pub fn name_document(title: &str) {
    document().set_title(&[title, " · Teladan"].concat());
}

/// The one h1 of a page; it takes the focus when one comes here from another page.
#[must_use]
pub fn heading(title: impl Into<String>) -> AnyView {
    view! { <h1 tabindex="-1">{title.into()}</h1> }.into_any()
}

/// Head of a page that stands in the navigation.
#[must_use]
pub fn top(title: impl Into<String>, about: Option<String>) -> AnyView {
    let about = about.map(|about| view! { <p class="note soft">{about}</p> });
    view! { <header class="top">{heading(title)}{about}</header> }.into_any()
}

/// Head of a page that one came to from another; `beside` stands at the end of the line.
#[must_use]
pub fn top_back(here: Here, title: &'static str, back: (&'static str, &'static str), beside: AnyView) -> AnyView {
    let (address, place) = back;
    view! {
        <header class="top has-back">
            <a class="button quiet icon-only" href=address>{icon("left")}{aloud(fill(here.w.back_to, &[place]))}</a>
            {heading(title)}
            {beside}
        </header>
    }
    .into_any()
}

/// A page of one column.
#[must_use]
pub fn page(here: Here, name: &str, top: AnyView, body: impl IntoView + 'static) -> AnyView {
    main(here, name, top, "page", body.into_any())
}

/// A page whose main part has a shape of its own.
#[must_use]
pub fn main(here: Here, name: &str, top: AnyView, class: &'static str, body: AnyView) -> AnyView {
    name_document(name);
    view! { {top} {banners(here)} <main id="isi" class=class>{body}</main> }.into_any()
}

/// A section with its heading on a ruled line and a count at the end of it.
#[must_use]
pub fn section(
    id: &'static str,
    title: impl Into<String>,
    count: impl Into<String>,
    body: impl IntoView + 'static,
) -> AnyView {
    let count = Some(count.into()).filter(|count| !count.is_empty());
    let count = count.map(|count| view! { <span class="count">{count}</span> });
    view! {
        <section class="section" aria-labelledby=id>
            <div class="section-head"><h2 id=id>{title.into()}</h2>{count}</div>
            {body.into_any()}
        </section>
    }
    .into_any()
}

/// One piece of cloth, one sentence, one action.
#[must_use]
pub fn empty(sentence: &'static str, action: AnyView) -> AnyView {
    view! {
        <div class="empty"><span class="empty-cloth" aria-hidden="true"></span><p>{sentence}</p>{action}</div>
    }
    .into_any()
}

/// The shape of a list that is on its way.
#[must_use]
pub fn skeleton(loading: &'static str) -> AnyView {
    let line = || {
        view! {
            <li class="entry">
                <span class="entry-time"><span class="skeleton half"></span></span>
                <div class="entry-body"><span class="skeleton full"></span><span class="skeleton half"></span></div>
            </li>
        }
    };
    view! {
        <ol class="notebook" aria-hidden="true">{line()}{line()}{line()}</ol>
        <p class="aloud" role="status">{loading}</p>
    }
    .into_any()
}
