//! What has changed in an entry since it was read: before and now, field by field.

use shared::entry::{Content, Entry};
use shared::merge::Field;

use super::desk::Review;
use crate::components::entry_line::counts_towards;
use crate::components::icon::icon;
use crate::format;
use crate::view::prelude::*;

/// The differences, with the sentence that it has to be read again.
pub(super) fn changed(review: Review, before: &Entry, now: &Entry) -> View {
    let f = review.f;
    let mut parts: Vec<View> =
        Field::ALL.into_iter().filter_map(|field| difference(review, field, before, now)).collect();
    if before.photos != now.photos {
        parts.push(both(review, f.photos, before.photos.len().to_string(), now.photos.len().to_string()));
    }
    view! {
        <div class="changed" role="status">
            <p class="line">{icon("swap")}<strong>{f.changed}</strong></p>
            <dl>{parts}</dl>
        </div>
    }
}

fn difference(review: Review, field: Field, before: &Entry, now: &Entry) -> Option<View> {
    let (here, f) = (review.team.here, review.f);
    if Content::of(before).value(field) == Content::of(now).value(field) {
        return None;
    }
    let value = |entry: &Entry| match field {
        Field::Text => entry.text.clone(),
        Field::Plan => review.team.live.rows.with(|rows| counts_towards(here, entry, rows)),
        Field::Quantity => entry.quantity.to_string(),
        Field::WorkDate => format::date_year(here.w, entry.work_date),
    };
    let name = match field {
        Field::Text => f.text,
        Field::Plan => f.plan,
        Field::Quantity => f.amount,
        Field::WorkDate => f.work_date,
    };
    Some(both(review, name, value(before), value(now)))
}

fn both(review: Review, name: &'static str, before: String, now: String) -> View {
    let f = review.f;
    view! {
        <div>
            <dt>{name}</dt>
            <dd><span class="aloud">{f.was}": "</span><del class="words">{before}</del></dd>
            <dd><span class="aloud">{f.is_now}": "</span><ins class="words">{now}</ins></dd>
        </div>
    }
}
