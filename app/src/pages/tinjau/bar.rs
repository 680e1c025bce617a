//! The bar over the list: choose all, approve, send back with one reason; and what came of it.

use super::desk::{Review, Verdict, can_be_decided};
use crate::components::browser::focus_soon;
use crate::components::icon::icon;
use crate::view::prelude::*;
use crate::words::fill;

/// The bar, the field for a reason, and the outcome.
pub(super) fn bar(review: Review) -> View {
    let f = review.f;
    let can = Memo::new(move |_| review.waits.with(|all| all.iter().any(|wait| can_be_decided(&wait.entry))));
    let chosen = Memo::new(move |_| review.chosen_now().len());
    let all = Memo::new(move |_| {
        let total = review.waits.with(|all| all.iter().filter(|wait| can_be_decided(&wait.entry)).count());
        total > 0 && chosen.get() == total
    });
    let count = move || match chosen.get() {
        0 => f.none_chosen.to_owned(),
        count => fill(f.chosen, &[&count.to_string()]),
    };
    let busy = move || review.busy.get().then_some("true");
    let off = move || (chosen.get() == 0).then_some("true");
    let approve = move |_| review.decide(Verdict::Approve);
    let back = move |_| open_reason(review);
    let buttons = move || {
        let words = review.team.here.w.entries(chosen.get());
        view! {
            <button
                class="button primary" type="button" aria-busy={busy} aria-disabled={off} on:click={approve}
            >{icon("approved")}{fill(f.approve, &[&words])}</button>
            <button class="button" type="button" aria-busy={busy} aria-disabled={off} on:click={back}>
                {icon("back")}{fill(f.send_back, &[&words])}
            </button>
        }
    };
    let view = move || {
        can.get().then(|| {
            view! {
                <div class="review-bar" role="group" aria-label={f.list}>
                    <label class="review-all">
                        <input
                            type="checkbox" prop:checked={move || all.get()}
                            on:change={move |_| review.choose_all(!all.get_untracked())}
                        />{f.choose_all}
                    </label>
                    <span class="note soft" role="status">{count}</span>
                    <div class="button-row">{buttons}</div>
                </div>
            }
        })
    };
    view! { {outcome(review)} {view} {move || review.writes.get().then(|| reason(review))} }
}

/// Opens the field for a reason, if anything is chosen.
pub(super) fn open_reason(review: Review) {
    if !untrack(|| review.chosen_now()).is_empty() {
        review.writes.set(true);
        focus_soon("#alasan");
    }
}

/// What came of it, if not all of it happened.
fn outcome(review: Review) -> View {
    let words = move || {
        review.outcome.get().map(|(code, words)| {
            view! { <div class="refusal" data-code={code}>{icon("warn")}<div class="refusal-body"><p>{words}</p></div></div> }
        })
    };
    view! { <div role="alert">{words}</div> }
}

fn reason(review: Review) -> View {
    let (w, f) = (review.team.here.w, review.f);
    let hint = move || fill(f.reason_hint, &[&w.entries(review.chosen_now().len())]);
    let submit = move |event: Event| {
        event.prevent_default();
        review.decide(Verdict::Return(review.reason.get_untracked()));
    };
    view! {
        <form class="field review-reason" on:submit={submit}>
            <label for="alasan">{f.reason}</label>
            <textarea class="input" id="alasan" rows="3" aria-describedby="alasan-hint" bind:value={review.reason}></textarea>
            <p class="hint" id="alasan-hint">{hint}</p>
            <div class="button-row">
                <button class="button primary" type="submit" aria-busy={move || review.busy.get().then_some("true")}>
                    {icon("back")}{move || fill(f.send_back, &[&w.entries(review.chosen_now().len())])}
                </button>
                <button class="button quiet" type="button" on:click={move |_| review.writes.set(false)}>{w.cancel}</button>
            </div>
        </form>
    }
}
