//! The panel's part about plans: what waits for the superior's answer, how much the person has on their hands, all running
//! plans, and what is expected of their behaviour. Read from the office when the panel opens and whenever the board says that
//! something was said about a plan.

mod answer;
mod expect;

use std::sync::Arc;

use shared::board::Line;
use shared::ids::EmployeeId;
use shared::plan::load::Load;
use shared::plan::{Plan, PlanState, Side, is_head};
use shared::row::{Row, Rows};
use shared::words::Spoken;

use self::answer::{Answer, wish};
use self::expect::{Written, expectations};
use super::team::Team;
use crate::browser::spawn;
use crate::components::icon::icon;
use crate::components::plan_line::so_far;
use crate::components::plan_source::of_plans;
use crate::components::source::source;
use crate::view::prelude::*;
use crate::words::people::people;
use crate::words::{board_words, count, fill};

/// What the office told of the person, once it did.
type Told = RwSignal<Option<Arc<Rows>>>;
/// Why it did not tell, the last time.
type Missing = RwSignal<Option<Spoken>>;
/// Asks the office again.
type Again = Arc<dyn Fn() + Send + Sync>;

/// The part about plans.
#[must_use]
pub fn plans(team: Team, line: Memo<Option<Line>>) -> View {
    let (told, missing): (Told, Missing) = (RwSignal::new(None), RwSignal::new(None));
    let person = Memo::new(move |_| line.get().map(|line| line.employee.id));
    let mine = Memo::new(move |_| line.get().is_some_and(|line| team.is_mine(&line.employee)));
    // What was said about the person's plans, as the board shows it; entries do not change it.
    let said = Memo::new(move |_| {
        let person = person.get();
        team.live.rows.with(|rows| {
            let plans = rows.iter().filter_map(|row| if let Row::Plan(plan) = row { Some(plan) } else { None });
            let plans = plans.filter(|plan| Some(plan.owner) == person);
            plans.map(|plan| (plan.id, plan.turn, plan.state, plan.target, plan.supports)).collect::<Vec<_>>()
        })
    });
    Effect::new(move || {
        said.track();
        if let Some(person) = person.get() {
            read(team, person, told, missing);
        }
    });
    // One for each person, whatever is drawn again.
    let written = Memo::new(move |_| {
        person.track();
        Written::new()
    });
    let plans = fresh(move || {
        let (person, mine) = (person.get(), mine.get());
        match (person, told.get()) {
            (Some(person), Some(rows)) => {
                let again = Arc::new(move || read(team, person, told, missing));
                section(team, person, mine.then(|| written.get()), &rows, again)
            }
            _ => View::None,
        }
    });
    let unread = move || {
        let reason = missing.get().filter(|_| told.with(Option::is_none))?;
        let again = move |_| {
            if let Some(person) = person.get_untracked() {
                read(team, person, told, missing);
            }
        };
        Some(not_read(team, &reason, again))
    };
    view! { {unread}{plans} }
}

/// Why nothing is shown yet, and the way to ask again.
fn not_read(team: Team, reason: &Spoken, again: impl Fn(Event) + 'static) -> View {
    let w = team.here.w;
    view! {
        <p class="note soft" role="status">{reason.in_language(w.language).to_owned()}</p>
        <p><button class="button quiet flush" type="button" on:click={again}>{icon("refresh")}{people(w.language).reload}</button></p>
    }
}

fn read(team: Team, person: EmployeeId, told: Told, missing: Missing) {
    spawn(async move {
        match team.here.desk.plans_of(person).await {
            Ok(plans) => {
                let _ = missing.try_set(None);
                let rows: Rows = plans.rows.into_iter().collect();
                // What is the same is not drawn anew: somebody may be typing there.
                if told.try_with_untracked(|before| before.as_deref() != Some(&rows)) == Some(true) {
                    let _ = told.try_set(Some(Arc::new(rows)));
                }
            }
            Err(reason) => drop(missing.try_set(Some(reason))),
        }
    });
}

/// `written`: what is expected of the person, where it is the reader's to say.
fn section(team: Team, person: EmployeeId, written: Option<Written>, rows: &Arc<Rows>, again: Again) -> View {
    let (here, mine) = (team.here, written.is_some());
    let w = here.w;
    let Some(employee) = rows.employee(person) else { return View::None };
    let plans = || {
        rows.iter()
            .filter_map(|row| if let Row::Plan(plan) = row { Some(plan) } else { None })
            .filter(|plan| plan.until >= team.today.get_untracked())
    };
    let answer = |at: usize, plan: &Plan| Answer {
        team,
        plan: plan.clone(),
        name: employee.name.clone(),
        head: is_head(employee, rows),
        at,
        again: again.clone(),
    };
    let waiting: Vec<View> = plans()
        .enumerate()
        .filter(|(_, plan)| mine && plan.waits_for() == Some(Side::Superior))
        .map(|(at, plan)| answer(at, plan).view(rows))
        .collect();
    let lines: Vec<View> = plans().enumerate().map(|(at, plan)| line(answer(at, plan), mine, rows)).collect();
    let many = lines.len();
    let b = board_words(w.language);
    let counted: Vec<Plan> = plans().filter(|plan| plan.state == PlanState::Agreed).cloned().collect();
    let asks = (!waiting.is_empty()).then(|| {
        let heard = load(team, plans());
        view! { <h4 class="part">{w.plan.waits_for_you}</h4>{heard}{waiting} }
    });
    let list = if many == 0 {
        view! { <p class="after soft">{w.plan.no_plans}</p> }
    } else {
        view! { <ul>{lines}</ul>{source(b, move || of_plans(here, &counted))} }
    };
    let expected = written.map(|written| expectations(team, written, employee, rows, again.clone()));
    let total = count(many, w.plan_one, w.plan_many);
    let open = asks.is_some().then_some("");
    view! {
        <details class="source person-plans" open={open}>
            <summary>{icon("flag")}{fill(w.plan.person_plans, &[&employee.name])}{w.dot}{total}</summary>
            {asks}{list}{expected}
        </details>
    }
}

/// How much the person has on their hands, beside what they ask for.
fn load<'a>(team: Team, plans: impl Iterator<Item = &'a Plan>) -> View {
    let w = team.here.w;
    let load = Load::of(plans, team.today.get_untracked());
    let open: Vec<String> =
        load.open.iter().map(|(measure, left)| [&left.to_string(), " ", measure].concat()).collect();
    let left = (!open.is_empty()).then(|| [" ", &fill(w.plan.load_open, &[&w.list(open)])].concat());
    let words = fill(w.plan.load, &[&load.running.to_string(), &load.unfinished.to_string()]);
    view! { <p class="note soft">{words}{left.unwrap_or_default()}</p> }
}

fn line(answer: Answer, mine: bool, rows: &Rows) -> View {
    let (here, plan) = (answer.team.here, answer.plan.clone());
    let w = here.w;
    let so_far = so_far(here, &plan);
    let state = match (plan.waits_for(), plan.state) {
        (Some(Side::Owner), _) => Some(fill(w.plan.counter_waits, &[w.you])),
        (Some(Side::Superior), PlanState::Proposed) => Some(w.plan_proposed.to_owned()),
        (Some(Side::Superior), PlanState::Agreed) => Some(w.plan.asked.to_owned()),
        (None, _) => None,
    };
    let state = state.map(|state| view! { <span>{state}</span> });
    let untied = plan.is_untied().then(|| view! { <span>{w.plan.untied}</span> });
    let wish = (mine && plan.waits_for().is_none()).then(|| wish(answer, rows));
    view! {
        <li class="plan">
            <span class="plan-mark"></span>
            <div>
                <p class="plan-text">{plan.result.clone()}</p>
                <p class="plan-meta">
                    <progress max="100" value={plan.percent().to_string()} aria-label={so_far.clone()}></progress>{so_far}
                </p>
                <p class="plan-meta">{state}{untied}</p>
                {wish}
            </div>
        </li>
    }
}
