//! The superior's answers to one proposal: agree, propose something else, decline a change. Each is asked online and names the
//! version that was read.

use std::sync::Arc;

use shared::command::Action;
use shared::plan::{AgreePlan, Deal, DeclinePlan, OfferPlan, Plan, PlanState, Terms};
use shared::row::Rows;
use shared::words::Spoken;

use super::super::ask::ask;
use super::super::team::Team;
use crate::browser::spawn;
use crate::components::deal::DealForm;
use crate::components::here::Here;
use crate::components::icon::icon;
use crate::components::indicators::{indicators, moves};
use crate::components::refusal::refusal;
use crate::components::remember::remember;
use crate::view::prelude::*;
use crate::words::fill;

/// Names of forms that may stand on one page.
const FORMS: [&str; 12] = [
    "jawab-1", "jawab-2", "jawab-3", "jawab-4", "jawab-5", "jawab-6", "jawab-7", "jawab-8", "jawab-9", "jawab-10",
    "jawab-11", "jawab-12",
];

/// A plan of somebody, and who answers.
#[derive(Clone)]
pub struct Answer {
    /// The open board.
    pub team: Team,
    /// The plan.
    pub plan: Plan,
    /// Whose it is.
    pub name: String,
    /// Do they lead a unit?
    pub head: bool,
    /// Its place, which names its form.
    pub at: usize,
    /// Reads the office again.
    pub again: Arc<dyn Fn() + Send + Sync>,
}

/// What an answer is said with.
#[derive(Clone)]
struct Say {
    here: Here,
    done: String,
    again: Arc<dyn Fn() + Send + Sync>,
    busy: RwSignal<bool>,
    reason: RwSignal<Option<Spoken>>,
}

impl Say {
    fn new(answer: &Answer, reason: RwSignal<Option<Spoken>>) -> Self {
        let here = answer.team.here;
        let (done, again) = (fill(here.w.plan.did_answer, &[&answer.name]), Arc::clone(&answer.again));
        Self { here, done, again, busy: RwSignal::new(false), reason }
    }

    fn ask(&self, action: Action, then: impl FnOnce() + 'static) {
        let again = Arc::clone(&self.again);
        let heard = move || {
            then();
            again();
        };
        ask(self.here, action, self.busy, self.reason, self.done.clone(), heard);
    }
}

impl Answer {
    /// What is proposed, and the answers.
    pub fn view(self, rows: &Rows) -> View {
        let here = self.team.here;
        let p = here.w.plan;
        let terms = Terms::of(&self.plan, rows);
        let (plan, base, agreed) = (self.plan.id, terms.version, self.plan.state == PlanState::Agreed);
        let now = terms.deal(&self.plan);
        let (words, deal) = match &terms.offer {
            Some(offer) => (Some(fill(here.w.quoted, &[&offer.words])), offer.deal.clone()),
            None => (None, now.clone()),
        };
        let reason = RwSignal::new(None::<Spoken>);
        let say = Say::new(&self, reason);
        let agree = {
            let say = say.clone();
            move |_| say.ask(Action::AgreePlan(AgreePlan { plan, base }), || {})
        };
        let words = words.map(|words| view! { <p class="words">{words}</p> });
        let moves = agreed.then(|| moves(here, &now, &deal));
        let busy = say.busy;
        let decline = agreed.then(|| decline(say, self.at, plan, base));
        let shown = indicators(here, &deal);
        let id = ["usulan-", &self.at.to_string()].concat();
        view! {
            <article class="proposal" aria-labelledby={id.clone()}>
                <p class="words big-words" id={id}>{deal.result.clone()}</p>
                {words}{moves}{shown}
                {refusal(here.w, here.w.not_accepted, reason)}
                <div class="button-row">
                    <button class="button primary" type="button" aria-busy={move || busy.get().then_some("true")} on:click={agree}>
                        {icon("approved")}{here.w.team.approve}
                    </button>
                </div>
                {counter(self, deal, base, p.counter)}
                {decline}
            </article>
        }
    }
}

/// *Minta ubah target*: the superior asks to renegotiate what was agreed.
pub fn wish(answer: Answer, rows: &Rows) -> View {
    let terms = Terms::of(&answer.plan, rows);
    let (deal, title) = (terms.deal(&answer.plan), answer.team.here.w.plan.renegotiate);
    counter(answer, deal, terms.version, title)
}

/// The form of another proposal, behind its name.
fn counter(answer: Answer, begin: Deal, base: u32, title: &'static str) -> View {
    let here = answer.team.here;
    let w = here.w;
    let (opened, words) = (RwSignal::new(false), RwSignal::new(String::new()));
    let current = StoredValue::new(None::<(DealForm, Say, RwSignal<bool>)>);
    let plan = answer.plan.id;
    // What was begun about this plan stays when the answer to another one draws the page again.
    let kept = StoredValue::new(["jawab/", &plan.to_string()].concat());
    let submit = move |event: Event| {
        event.prevent_default();
        let Some((form, say, ready)) = current.get_value() else { return };
        let offer = OfferPlan { plan, base, deal: form.deal(), words: words.get_untracked() };
        let name = kept.get_value();
        say.ask(Action::OfferPlan(Box::new(offer)), move || {
            let _ = ready.try_set(false);
            spawn(async move { here.desk.keep_form(&name, Vec::new()).await });
        });
    };
    let id = ["alasan-", &answer.at.to_string()].concat();
    let fields = fresh(move || {
        if !opened.get() {
            return View::None;
        }
        let name = FORMS.get(answer.at % FORMS.len()).copied().unwrap_or_default();
        let form = DealForm::new(here, name, answer.head);
        form.fill(&begin);
        let ready = form.remember(here, kept.get_value(), vec![words]);
        current.set_value(Some((form, Say::new(&answer, form.reason), ready)));
        let id = id.clone();
        let shown = move || {
            ready.get().then(|| {
                view! {
                    {refusal(w, w.not_accepted, form.reason)}
                    <div class="field">
                        <label for={id.clone()}>{w.plan.reason}</label>
                        <textarea class="input" id={id.clone()} rows="2" bind:value={words}></textarea>
                        <p class="hint">{w.plan.counter_about}</p>
                    </div>
                    {form.fields(here)}
                }
            })
        };
        shown.into_view()
    });
    view! {
        <details class="source" on:toggle={move |_| opened.set(true)}>
            <summary>{icon("edit")}{title}</summary>
            <form class="propose" novalidate={true} on:submit={submit}>
                {fields}
                <div class="button-row"><button class="button" type="submit">{icon("send")}{w.plan.send_offer}</button></div>
            </form>
        </details>
    }
}

/// *Tolak perubahan*, with the reason.
fn decline(say: Say, at: usize, plan: shared::ids::PlanId, base: u32) -> View {
    let p = say.here.w.plan;
    let words = RwSignal::new(String::new());
    remember(say.here, ["tetap/", &plan.to_string()].concat(), vec![words]);
    let id = ["tolak-", &at.to_string()].concat();
    let submit = move |event: Event| {
        event.prevent_default();
        let decline = DeclinePlan { plan, base, words: words.get_untracked() };
        say.ask(Action::DeclinePlan(decline), move || drop(words.try_set(String::new())));
    };
    view! {
        <details class="source">
            <summary>{icon("close")}{p.keep_agreed}</summary>
            <form class="propose" novalidate={true} on:submit={submit}>
                <div class="field">
                    <label for={id.clone()}>{p.reason}</label>
                    <textarea class="input" id={id} rows="2" bind:value={words}></textarea>
                </div>
                <div class="button-row"><button class="button" type="submit">{p.keep_agreed}</button></div>
            </form>
        </details>
    }
}
