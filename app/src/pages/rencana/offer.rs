//! The talk about one plan, on its owner's side: answer the superior's offer, propose anew, ask to renegotiate, take it back.
//! Saved on the phone like everything the owner says.

use shared::command::Action;
use shared::ids::PlanId;
use shared::plan::{AgreePlan, Deal, DeclinePlan, Offer, OfferPlan, Plan, PlanState, Side, Terms};
use shared::words::Spoken;

use crate::browser::spawn;
use crate::components::deal::DealForm;
use crate::components::frame;
use crate::components::here::Here;
use crate::components::icon::icon;
use crate::components::indicators::{indicators, moves};
use crate::components::refusal::refusal;
use crate::view::prelude::*;
use crate::words::fill;

/// What a person says about a plan, and why it may not be.
#[derive(Clone, Copy)]
pub struct Talk {
    here: Here,
    plan: PlanId,
    base: Memo<u32>,
    words: RwSignal<String>,
    busy: RwSignal<bool>,
    reason: RwSignal<Option<Spoken>>,
}

impl Talk {
    /// About this plan, whose terms are at `base`.
    #[must_use]
    pub fn new(here: Here, plan: PlanId, base: Memo<u32>) -> Self {
        let (words, busy, reason) = (RwSignal::new(String::new()), RwSignal::new(false), RwSignal::new(None));
        Self { here, plan, base, words, busy, reason }
    }

    fn save(self, action: Action, said: &'static str) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        self.reason.set(None);
        spawn(async move {
            let saved = self.here.desk.save(action, Vec::new()).await;
            let _ = self.busy.try_set(false);
            match saved {
                Ok(_) => {
                    let _ = self.words.try_set(String::new());
                    self.here.toasts.say(said);
                }
                Err(refused) => {
                    let _ = self.reason.try_set(Some(refused));
                }
            }
        });
    }

    fn agree(self) {
        let agree = AgreePlan { plan: self.plan, base: self.base.get_untracked() };
        self.save(Action::AgreePlan(agree), self.here.w.plan.accepted);
    }

    fn decline(self, said: &'static str) {
        let (base, words) = (self.base.get_untracked(), self.words.get_untracked());
        self.save(Action::DeclinePlan(DeclinePlan { plan: self.plan, base, words }), said);
    }
}

/// What is offered now, with the answers to it; nothing where no offer is open.
#[must_use]
pub fn open_offer(talk: Talk, plan: &Plan, terms: &Terms) -> Option<View> {
    let here = talk.here;
    let w = here.w;
    let offer = terms.offer.as_ref()?;
    let now = terms.deal(plan);
    let superior = here.superior().unwrap_or_else(|| w.plan.your_superior.to_owned());
    let title = match offer.by {
        Side::Superior => fill(w.plan.counter_of, &[&superior]),
        Side::Owner => w.plan.your_offer.to_owned(),
    };
    let answers = match offer.by {
        Side::Superior => answers(talk, plan),
        Side::Owner => view! {
            <div class="button-row">
                <button class="button" type="button" aria-busy={move || talk.busy.get().then_some("true")} on:click={move |_| talk.decline(w.plan.taken_back)}>
                    {icon("back")}{w.plan.take_back}
                </button>
            </div>
        },
    };
    Some(frame::section(
        "usulan",
        title,
        "",
        view! { {said(here, &now, offer)} {refusal(w, w.not_saved, talk.reason)} {answers} },
    ))
}

fn said(here: Here, now: &Deal, offer: &Offer) -> View {
    view! {
        <p class="words big-words">{fill(here.w.quoted, &[&offer.words])}</p>
        {moves(here, now, &offer.deal)}
        {indicators(here, &offer.deal)}
    }
}

fn answers(talk: Talk, plan: &Plan) -> View {
    let p = talk.here.w.plan;
    let decline = (plan.state == PlanState::Agreed).then(|| {
        view! {
            <div class="field">
                <label for="alasan-tolak">{p.reason}</label>
                <textarea class="input" id="alasan-tolak" rows="2" bind:value={talk.words}></textarea>
            </div>
            <button class="button" type="button" aria-busy={move || talk.busy.get().then_some("true")} on:click={move |_| talk.decline(p.declined)}>{p.decline}</button>
        }
    });
    view! {
        <div class="button-row">
            <button class="button primary" type="button" aria-busy={move || talk.busy.get().then_some("true")} on:click={move |_| talk.agree()}>{icon("approved")}{p.accept}</button>
        </div>
        {decline}
    }
}

/// The form of a new offer, behind its name: *Usulkan lagi*, *Ubah usulan* or *Minta ubah target*. It is begun with what
/// lies on the table, and kept while it is half-written.
#[must_use]
pub fn new_offer(talk: Talk, plan: &Plan, begin: Deal, countered: bool) -> View {
    let here = talk.here;
    let p = here.w.plan;
    let agreed = plan.state == PlanState::Agreed;
    let title = match (agreed, countered) {
        (_, true) => p.propose_again,
        (true, false) => p.renegotiate,
        (false, false) => p.change_proposal,
    };
    let (opened, words) = (RwSignal::new(false), RwSignal::new(String::new()));
    let current = StoredValue::new(None::<(DealForm, RwSignal<bool>)>);
    let draft = ["plan/", &plan.id.to_string()].concat();
    let kept = draft.clone();
    let submit = move |event: Event| {
        event.prevent_default();
        let Some((form, ready)) = current.get_value().filter(|_| !talk.busy.get_untracked()) else { return };
        talk.busy.set(true);
        let (base, said, draft) = (talk.base.get_untracked(), words.get_untracked(), draft.clone());
        let offer = OfferPlan { plan: talk.plan, base, deal: form.deal(), words: said };
        form.reason.set(None);
        spawn(async move {
            let saved = here.desk.save(Action::OfferPlan(Box::new(offer)), Vec::new()).await;
            let _ = talk.busy.try_set(false);
            match saved {
                Ok(_) => {
                    let _ = ready.try_set(false);
                    here.desk.keep_form(&draft, Vec::new()).await;
                    here.toasts.say(p.offer_saved);
                }
                Err(refused) => {
                    let _ = form.reason.try_set(Some(refused));
                }
            }
        });
    };
    let fields = fresh(move || {
        if !opened.get() {
            return View::None;
        }
        let form = DealForm::new(here, "ubah", here.leads());
        form.fill(&begin);
        let ready = form.remember(here, kept.clone(), vec![words]);
        current.set_value(Some((form, ready)));
        let shown = move || {
            ready.get().then(|| {
                let refused = refusal(here.w, here.w.not_saved, form.reason);
                view! { {refused} {reason_field(here, words, agreed)} {form.fields(here)} }
            })
        };
        shown.into_view()
    });
    let about = agreed.then(|| view! { <p class="note soft">{p.renegotiate_about}</p> });
    view! {
        <details class="source" on:toggle={move |_| opened.set(true)}>
            <summary>{icon("edit")}{title}</summary>
            <form class="propose" novalidate={true} on:submit={submit}>
                {about}{fields}
                <div class="button-row"><button class="button" type="submit">{icon("send")}{p.send_offer}</button></div>
            </form>
        </details>
    }
}

/// Why. What was agreed is changed for a reason; a proposal may be changed without.
fn reason_field(here: Here, words: RwSignal<String>, agreed: bool) -> View {
    let p = here.w.plan;
    let optional = (!agreed).then(|| view! { <span class="optional">{here.w.optional}</span> });
    view! {
        <div class="field">
            <label for="alasan">{p.reason}</label>{optional}
            <textarea class="input" id="alasan" rows="2" aria-describedby="alasan-hint" bind:value={words}></textarea>
            <p class="hint" id="alasan-hint">{p.reason_hint}</p>
        </div>
    }
}
