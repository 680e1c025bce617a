//! The form of a proposal. What was typed stays until it is saved.

use shared::command::Action;
use shared::ids::PlanId;
use shared::plan::ProposePlan;
use shared::quantity::Quantity;
use shared::words::Spoken;
use uuid::Uuid;

use super::period::Period;
use crate::browser::spawn;
use crate::components::frame;
use crate::components::here::Here;
use crate::components::icon::icon;
use crate::components::refusal::refusal;
use crate::view::prelude::*;
use crate::words::fill;

/// Characters of a result and of a measure; the rule knows better.
const RESULT_CHARACTERS_MAX: &str = "300";
const MEASURE_CHARACTERS_MAX: &str = "40";

#[derive(Clone, Copy)]
struct Form {
    result: RwSignal<String>,
    measure: RwSignal<String>,
    target: RwSignal<String>,
    period: Period,
    busy: RwSignal<bool>,
    reason: RwSignal<Option<Spoken>>,
}

/// The form.
#[must_use]
pub fn form(here: Here) -> View {
    let w = here.w;
    let text = || RwSignal::new(String::new());
    let (busy, reason) = (RwSignal::new(false), RwSignal::new(None));
    let form = Form { result: text(), measure: text(), target: text(), period: Period::new(here), busy, reason };
    let submit = move |event: Event| {
        event.prevent_default();
        propose(here, form);
    };
    let is_refused = move |code: &'static str| {
        move || form.reason.with(|reason| reason.as_ref().is_some_and(|reason| reason.code == code)).then_some("true")
    };
    let superior = here.superior();
    let seen_by = fill(w.plan_seen_by, &[superior.as_deref().unwrap_or(w.your_superior)]);
    let fields = view! {
        <form class="propose" method="post" novalidate={true} on:submit={submit}>
            {refusal(w, w.not_saved, form.reason)}
            <div class="field">
                <label for="hasil">{w.plan_result}</label>
                <textarea
                    class="input" id="hasil" rows="2" required={true} maxlength={RESULT_CHARACTERS_MAX}
                    aria-describedby="hasil-hint" aria-invalid={is_refused("text_missing")} bind:value={form.result}
                ></textarea>
                <p class="hint" id="hasil-hint">{w.plan_result_hint}</p>
            </div>
            <div class="pair">
                <div class="field">
                    <label for="target">{w.target}</label>
                    <input
                        class="input" id="target" type="text" inputmode="decimal" autocomplete="off" required={true}
                        aria-invalid={is_refused("indicator_incomplete")} bind:value={form.target}
                    />
                </div>
                <div class="field">
                    <label for="satuan">{w.measure}</label>
                    <input
                        class="input" id="satuan" type="text" autocomplete="off" required={true}
                        maxlength={MEASURE_CHARACTERS_MAX} aria-describedby="satuan-hint"
                        aria-invalid={is_refused("indicator_incomplete")} bind:value={form.measure}
                    />
                </div>
                <p class="hint" id="satuan-hint">{w.plan_measure_hint}</p>
            </div>
            {form.period.field(here, is_refused("indicator_incomplete"))}
            <p class="note soft after">{seen_by}</p>
            <button class="button primary roomy wide" type="submit" aria-busy={move || form.busy.get().then_some("true")}>
                {icon("flag")}{w.propose_plan}
            </button>
        </form>
    };
    frame::section("usul", w.propose_plan, "", fields)
}

fn propose(here: Here, form: Form) {
    if form.busy.get_untracked() {
        return;
    }
    form.busy.set(true);
    form.reason.set(None);
    let (from, until) = form.period.dates(here.today.get_untracked());
    let (kind, supports, goal, about, more) = Default::default();
    let plan = ProposePlan {
        id: PlanId(Uuid::now_v7()),
        owner: here.me,
        result: form.result.get_untracked(),
        measure: form.measure.get_untracked(),
        target: form.target.with_untracked(|typed| Quantity::parse(typed)).unwrap_or(Quantity::ZERO),
        from,
        until,
        kind,
        supports,
        goal,
        about,
        more,
    };
    spawn(async move {
        let saved = here.desk.save(Action::ProposePlan(Box::new(plan)), Vec::new()).await;
        let _ = form.busy.try_set(false);
        if let Err(reason) = saved {
            let _ = form.reason.try_set(Some(reason));
            return;
        }
        for field in [form.result, form.measure, form.target] {
            let _ = field.try_set(String::new());
        }
        here.toasts.say(here.w.proposed);
    });
}
