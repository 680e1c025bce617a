//! Usulkan rencana: the form of a new result. A half-written one is kept on the device.

use shared::command::Action;
use shared::ids::{CommandId, PlanId};
use shared::plan::{Deal, PlanKind, ProposePlan};
use uuid::Uuid;

use super::period::Period;
use super::tie::TieField;
use crate::browser::spawn;
use crate::components::deal::DealForm;
use crate::components::frame;
use crate::components::here::Here;
use crate::components::icon::icon;
use crate::components::refusal::refusal;
use crate::view::prelude::*;
use crate::words::fill;

/// Name of the draft.
const DRAFT: &str = "plan";

#[derive(Clone, Copy)]
struct Form {
    deal: DealForm,
    /// `tambahan`, or empty.
    kind: RwSignal<String>,
    tie: TieField,
    period: Period,
    ready: RwSignal<bool>,
    /// The refused command that this one takes the place of.
    refused: Option<CommandId>,
    busy: RwSignal<bool>,
}

/// The page.
#[must_use]
pub fn usul(here: Here) -> View {
    let w = here.w;
    let (deal, tie) = (DealForm::new(here, "usul", here.leads()), TieField::open(here));
    let (kind, period) = (RwSignal::new(String::new()), Period::new(here));
    let refused = here.asked_once("tolak").and_then(|id| refused(here, &id));
    let ready = match &refused {
        // What was refused is said better here; the draft of another proposal is left alone.
        Some((_, plan)) => {
            deal.fill(&plan.deal());
            kind.set(if plan.kind == PlanKind::Main { String::new() } else { "tambahan".to_owned() });
            RwSignal::new(true)
        }
        None => deal.remember(here, DRAFT.to_owned(), vec![kind, tie.chosen]),
    };
    let refused = refused.map(|(id, _)| id);
    let form = Form { deal, kind, tie, period, ready, refused, busy: RwSignal::new(false) };
    let top = frame::top_back(here, w.propose_plan, ("/rencana", w.plans), View::None);
    let body = move || form.ready.get().then(|| fields(here, form));
    frame::page(here, w.propose_plan, top, body)
}

/// The refused proposal with this id.
fn refused(here: Here, id: &str) -> Option<(CommandId, ProposePlan)> {
    let id: CommandId = id.parse().ok()?;
    here.desk.queue.with_untracked(|queue| {
        let refused = queue.tray.iter().find(|refused| refused.command.id == id)?;
        let Action::ProposePlan(plan) = &refused.command.action else { return None };
        Some((id, plan.as_ref().clone()))
    })
}

fn fields(here: Here, form: Form) -> View {
    let w = here.w;
    let submit = move |event: Event| {
        event.prevent_default();
        propose(here, form);
    };
    let chip = move |value: &'static str, words: &'static str| {
        let is_chosen = move || form.kind.with(|kind| kind == value);
        view! {
            <button
                type="button" class="chip" aria-pressed={move || is_chosen().to_string()}
                on:click={move |_| form.kind.set(value.to_owned())}
            >
                {move || is_chosen().then(|| icon("tick"))}{words}
            </button>
        }
    };
    let superior = here.superior();
    let seen_by = fill(w.plan_seen_by, &[superior.as_deref().unwrap_or(w.your_superior)]);
    let unclear = move || {
        let is_unclear = |reason: &shared::words::Spoken| reason.code == "period_unclear";
        form.deal.reason.with(|reason| reason.as_ref().is_some_and(is_unclear)).then_some("true")
    };
    view! {
        <form class="propose" method="post" novalidate={true} on:submit={submit}>
            {refusal(w, w.not_saved, form.deal.reason)}
            <fieldset class="field">
                <legend>{w.plan.kind}</legend>
                <div class="chips">{chip("", w.plan.main_short)}{chip("tambahan", w.plan.additional_short)}</div>
            </fieldset>
            {form.tie.view(here)}
            {form.period.field(here, unclear)}
            {form.deal.fields(here)}
            <p class="note soft">{w.plan.draft_kept}</p>
            <p class="note soft">{seen_by}</p>
            <button class="button primary roomy wide" type="submit" aria-busy={move || form.busy.get().then_some("true")}>
                {icon("flag")}{w.propose_plan}
            </button>
        </form>
    }
}

fn propose(here: Here, form: Form) {
    if form.busy.get_untracked() {
        return;
    }
    form.busy.set(true);
    form.deal.reason.set(None);
    let (from, until) = form.period.dates(here.today.get_untracked());
    let (supports, goal) = form.tie.read();
    let Deal { result, measure, target, about, more } = form.deal.deal();
    let is_main = form.kind.with_untracked(String::is_empty);
    let kind = if is_main { PlanKind::Main } else { PlanKind::Additional };
    let (id, owner) = (PlanId(Uuid::now_v7()), here.me);
    let plan = ProposePlan { id, owner, result, measure, target, from, until, kind, supports, goal, about, more };
    spawn(async move {
        let saved = here.desk.save(Action::ProposePlan(Box::new(plan)), Vec::new()).await;
        let _ = form.busy.try_set(false);
        if let Err(reason) = saved {
            let _ = form.deal.reason.try_set(Some(reason));
            return;
        }
        let _ = form.ready.try_set(false);
        match form.refused {
            Some(refused) => drop(here.desk.discard(refused).await),
            None => here.desk.keep_form(DRAFT, Vec::new()).await,
        }
        here.toasts.say(here.w.proposed);
        here.go("/rencana");
    });
}
