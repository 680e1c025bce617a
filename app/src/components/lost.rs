//! The card about storage that the browser has cleared. It stays until it has been read.

use shared::sync::lost::Lost;

use crate::components::here::Here;
use crate::components::icon::icon;
use crate::view::prelude::*;
use crate::words::fill;

/// The card, if there is something to say.
#[must_use]
pub fn lost(here: Here) -> View {
    (move || here.desk.lost.get().map(|lost| card(here, lost))).into_view()
}

fn card(here: Here, Lost { until, waiting }: Lost) -> View {
    let w = here.w;
    let held = fill(w.lost_until, &[&here.moment_inside(until)]);
    let gone = match usize::try_from(waiting) {
        Ok(waiting) if waiting > 0 => fill(w.lost_waiting, &[&w.entries(waiting)]),
        _ => w.lost_nothing.to_owned(),
    };
    let words = [held.as_str(), " ", &gone, " ", w.lost_later].concat();
    view! {
        <div class="banner is-stop">
            {icon("warn")}
            <p><strong>{w.lost_storage}</strong>{words}</p>
            <button class="button" type="button" on:click={move |_| here.desk.dismiss_lost()}>{w.understood}</button>
        </div>
    }
}
