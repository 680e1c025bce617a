//! Menunggu Anda: entries that came back, what the office did not accept, and messages not read yet.

use shared::board::{inbox, notebook, thread};
use shared::entry::{Entry, Review};
use shared::remark::RemarkKind;
use shared::row::Rows;

use crate::components::echo;
use crate::components::frame;
use crate::components::here::Here;
use crate::components::icon::icon_in;
use crate::components::waits::is_told;
use crate::format;
use crate::view::prelude::*;
use crate::words::fill;

/// The section; nothing when nothing waits.
#[must_use]
pub fn section(here: Here) -> Option<View> {
    let w = here.w;
    let stuck = here.desk.queue.with(|queue| queue.tray.iter().filter(|refused| is_told(&refused.command)).count());
    let mut lines = Vec::new();
    if stuck > 0 {
        lines.push(row(
            "warn",
            "icon stop",
            fill(w.needs_step, &[&w.entries(stuck)]),
            String::new(),
            "/antrean".to_owned(),
        ));
    }
    here.desk.view.with(|rows| {
        lines.extend(
            notebook(rows, here.me)
                .into_iter()
                .filter(|entry| entry.review == Review::Returned)
                .map(|entry| returned(here, entry, rows)),
        );
        let fresh: Vec<_> = inbox(rows, here.me)
            .into_iter()
            .filter(|remark| remark.read_at.is_none() && remark.kind != RemarkKind::Return)
            .collect();
        let talks: Vec<&str> = echo::all(rows).filter(|echo| echo.is_new()).map(|echo| echo.by_name.as_str()).collect();
        let newest = fresh.first().map(|remark| remark.author_name.as_str()).or_else(|| talks.first().copied());
        if let Some(newest) = newest {
            let about = fill(w.from, &[newest]);
            let title = fill(w.fresh_remarks, &[&(fresh.len() + talks.len()).to_string()]);
            lines.push(row("inbox", "icon accent", title, about, "/kabar".to_owned()));
        }
    });
    let count = fill(w.items, &[&lines.len().to_string()]);
    (!lines.is_empty()).then(|| frame::section("tunggu", w.waits_for_you, count, lines))
}

fn returned(here: Here, entry: &Entry, rows: &Rows) -> View {
    let w = here.w;
    let today = here.today.get();
    let mut about = fill(w.entry_of, &[&format::date(w, entry.work_date)]);
    if let Some(why) = thread(rows, entry.id).into_iter().rfind(|remark| remark.kind == RemarkKind::Return) {
        let at = format::moment_inside(w, here.zone, why.at, today);
        about = [&about, w.dot, &fill(w.from, &[&why.author_name]), ", ", &at].concat();
    }
    let title = fill(w.revise_this, &[&entry.text]);
    row("back", "icon care", title, about, ["/catat?ubah=", &entry.id.to_string()].concat())
}

fn row(name: &str, class: &'static str, title: String, about: String, address: String) -> View {
    let about = (!about.is_empty()).then(|| view! { <span class="row-about">{about}</span> });
    view! {
        <div class="row">
            {icon_in(name, class)}
            <div><a class="row-title clamp" href={address}>{title}</a>{about}</div>
            {icon_in("right", "icon go")}
        </div>
    }
}
