//! The sheet a page is written on: its head with the one h1, the banners, and the main part with the id that the skip
//! link knows. It also names the document.

use crate::components::banner::banners;
use crate::components::here::Here;
use crate::components::icon::{aloud, icon};
use crate::view::prelude::*;
use crate::words::fill;

/// Names the document: "Hari ini · Teladan".
pub fn name_document(title: &str) {
    document().set_title(&[title, " · Teladan"].concat());
}

/// The one h1 of a page; it takes the focus when one comes here from another page.
#[must_use]
pub fn heading(title: impl Into<String>) -> View {
    view! { <h1 tabindex="-1">{title.into()}</h1> }
}

/// Head of a page that stands in the navigation.
#[must_use]
pub fn top(title: impl Into<String>, about: Option<String>) -> View {
    let about = about.map(|about| view! { <p class="note soft">{about}</p> });
    view! { <header class="top">{heading(title)}{about}</header> }
}

/// Head of a page that one came to from another; `beside` stands at the end of the line.
#[must_use]
pub fn top_back(here: Here, title: &'static str, back: (&'static str, &'static str), beside: View) -> View {
    let (address, place) = back;
    view! {
        <header class="top has-back">
            <a class="button quiet icon-only" href={address}>{icon("left")}{aloud(fill(here.w.back_to, &[place]))}</a>
            {heading(title)}
            {beside}
        </header>
    }
}

/// A page of one column.
#[must_use]
pub fn page(here: Here, name: &str, top: View, body: impl IntoView) -> View {
    main(here, name, top, "page", body.into_view())
}

/// A page whose main part has a shape of its own.
#[must_use]
pub fn main(here: Here, name: &str, top: View, class: &'static str, body: View) -> View {
    name_document(name);
    view! { {top} {banners(here)} <main id="isi" class={class}>{body}</main> }
}

/// A section with its heading on a ruled line and a count at the end of it.
#[must_use]
pub fn section(id: &'static str, title: impl Into<String>, count: impl Into<String>, body: impl IntoView) -> View {
    let count = Some(count.into()).filter(|count| !count.is_empty());
    let count = count.map(|count| view! { <span class="count">{count}</span> });
    section_beside(id, title.into(), count.into_view(), body.into_view())
}

/// The same with anything at the end of its line.
#[must_use]
pub fn section_beside(id: &'static str, title: String, beside: View, body: View) -> View {
    view! {
        <section class="section" aria-labelledby={id}>
            <div class="section-head"><h2 id={id}>{title}</h2>{beside}</div>
            {body}
        </section>
    }
}

/// The same for a list, which is not empty before the office was heard for the first time.
#[must_use]
pub fn empty_list(here: Here, sentence: &'static str, action: View) -> View {
    if here.awaits_first_news() { skeleton(here.w.loading) } else { empty(sentence, action) }
}

/// One piece of cloth, one sentence, one action.
#[must_use]
pub fn empty(sentence: &'static str, action: View) -> View {
    view! {
        <div class="empty"><span class="empty-cloth" aria-hidden="true"></span><p>{sentence}</p>{action}</div>
    }
}

/// The shape of a list that is on its way.
#[must_use]
pub fn skeleton(loading: &'static str) -> View {
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
}
