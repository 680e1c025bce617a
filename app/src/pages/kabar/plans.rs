//! What became of plans: an offer of the superior's that waits for an answer stands here until it is given; a yes or a no for as
//! long as it is news.

use chrono::{Days, NaiveDate};
use shared::ids::PlanId;
use shared::plan::{Side, StepKind, Terms};
use shared::row::Row;

use crate::components::here::Here;
use crate::components::icon::icon;
use crate::view::prelude::*;
use crate::words::{echo_words, fill};

/// Days for which an answer stands among the news.
const DAYS: u64 = 14;

/// A letter for each plan of which there is something to tell; where only what is unread is wanted, for those that wait.
pub(super) fn plans(here: Here, only_waiting: bool) -> Option<View> {
    let since = if only_waiting { Some(NaiveDate::MAX) } else { here.today.get().checked_sub_days(Days::new(DAYS)) };
    let since = since.unwrap_or_default();
    let letters: Vec<View> = here.desk.view.with(|rows| {
        let mine = rows.iter().filter_map(|row| if let Row::Terms(terms) = row { Some(terms) } else { None });
        let mine = mine.filter(|terms| terms.owner == here.me);
        mine.filter_map(|terms| {
            let plan = PlanId(terms.id.0);
            let result = rows.plan(plan).map(|plan| plan.result.clone()).unwrap_or_default();
            letter(here, terms, plan, &result, since)
        })
        .collect()
    });
    (!letters.is_empty()).then(|| view! { <ol class="letters">{letters}</ol> })
}

fn letter(here: Here, terms: &Terms, plan: PlanId, result: &str, since: NaiveDate) -> Option<View> {
    let (w, e) = (here.w, echo_words(here.w.language));
    let last = terms.trail.last()?;
    let waits = terms.offer.as_ref().is_some_and(|offer| offer.by == Side::Superior);
    let (class, name, title) = if waits {
        ("letter is-revise", "ask", e.plan_waits)
    } else if here.zone.local_date(last.at) < since {
        return None;
    } else if last.kind == StepKind::Agreed {
        ("letter", "approved", e.plan_agreed)
    } else if last.kind == StepKind::Declined {
        ("letter is-revise", "back", e.plan_declined)
    } else {
        return None;
    };
    // What I have said myself is no news to me, nor what nobody has said.
    let mine = here.desk.person.with(|person| person.as_ref().is_some_and(|person| person.employee.name == last.by));
    if mine || last.by.is_empty() {
        return None;
    }
    let words = (!last.words.is_empty())
        .then(|| view! { <blockquote class="words">{fill(w.quoted, &[&last.words])}</blockquote> });
    let about = [result, w.dot, &last.by, w.dot, &here.moment(last.at)].concat();
    let address = ["/rencana/", &plan.to_string()].concat();
    Some(view! {
        <li class={class}>
            {icon(name)}
            <article>
                <p class="letter-head"><span class="letter-kind">{title}</span></p>
                {words}
                <p class="entry-about">{about}</p>
                <div class="button-row"><a class="button quiet flush" href={address}>{icon("flag")}{e.open_plan}</a></div>
            </article>
        </li>
    })
}
