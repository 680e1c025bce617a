//! The tie: which result of the superior a plan supports. The list is the office's and needs a line; without one the tie is
//! left open and made later.

use shared::command::Action;
use shared::ids::{GoalId, PlanId};
use shared::plan::TiePlan;
use shared::plan::told::Ties;
use shared::words::Spoken;

use crate::browser::spawn;
use crate::components::here::Here;
use crate::components::icon::icon;
use crate::components::refusal::refusal;
use crate::view::prelude::*;
use crate::words::fill;

/// How a programme is told from a result among the choices.
const PROGRAMME: &str = "program:";

/// The list, when it has come; `Err` when it will not.
type Told = RwSignal<Option<Result<Ties, ()>>>;

/// What is chosen, and what there is to choose from.
#[derive(Clone, Copy)]
pub struct TieField {
    /// The id, with a mark before it where it is a programme's.
    pub chosen: RwSignal<String>,
    told: Told,
}

impl TieField {
    /// Asks the office for the list.
    #[must_use]
    pub fn open(here: Here) -> Self {
        let field = Self { chosen: RwSignal::new(String::new()), told: RwSignal::new(None) };
        spawn(async move {
            let told = here.desk.ties_of(here.me).await.map_err(drop);
            let _ = field.told.try_set(Some(told));
        });
        field
    }

    /// What was chosen: a result, a programme, or neither.
    #[must_use]
    pub fn read(self) -> (Option<PlanId>, Option<GoalId>) {
        self.chosen.with_untracked(|chosen| match chosen.strip_prefix(PROGRAMME) {
            Some(goal) => (None, goal.parse().ok()),
            None => (chosen.parse().ok(), None),
        })
    }

    /// The list of choices.
    #[must_use]
    pub fn view(self, here: Here) -> View {
        let p = here.w.plan;
        let field = move || match self.told.get() {
            None => view! { <p class="hint">{here.w.loading}</p> },
            Some(Err(())) => view! { <p class="hint">{p.tie_offline}</p> },
            Some(Ok(ties)) if ties.results.is_empty() && ties.programmes.is_empty() => {
                view! { <p class="hint">{p.tie_empty}</p> }
            }
            Some(Ok(ties)) => self.choices(here, &ties),
        };
        field.into_view()
    }

    fn choices(self, here: Here, ties: &Ties) -> View {
        let p = here.w.plan;
        let now = self.chosen.get_untracked();
        let option = |value: String, words: &str| {
            let chosen = value == now;
            view! { <option value={value} selected={chosen}>{words.to_owned()}</option> }
        };
        let mut options = vec![option(String::new(), p.tie_later)];
        options.extend(ties.results.iter().map(|result| option(result.id.to_string(), &result.name)));
        options
            .extend(ties.programmes.iter().map(|goal| option([PROGRAMME, &goal.id.to_string()].concat(), &goal.name)));
        let label = match (ties.results.is_empty(), ties.superior.is_empty()) {
            (true, _) => p.tie_programme.to_owned(),
            (false, true) => p.tie.to_owned(),
            (false, false) => fill(p.tie_of, &[&ties.superior]),
        };
        view! {
            <div class="field">
                <label for="kaitan">{label}</label>
                <span class="select">
                    <select class="input" id="kaitan" on:change={move |event| self.chosen.set(event_target_value(&event))}>
                        {options}
                    </select>
                    {icon("down")}
                </span>
            </div>
        }
    }
}

/// *Ubah kaitan*, on the page of a plan. The list is fetched when it is opened.
#[must_use]
pub fn change_tie(here: Here, plan: PlanId, base: Memo<u32>) -> View {
    let p = here.w.plan;
    let (opened, current) = (RwSignal::new(false), StoredValue::new(None::<TieField>));
    let reason = RwSignal::new(None::<Spoken>);
    let save = move |event: Event| {
        event.prevent_default();
        let Some(field) = current.get_value() else { return };
        let (supports, goal) = field.read();
        let tie = TiePlan { plan, base: base.get_untracked(), supports, goal };
        spawn(async move {
            match here.desk.save(Action::TiePlan(tie), Vec::new()).await {
                Ok(_) => here.toasts.say(p.tie_saved),
                Err(refused) => {
                    let _ = reason.try_set(Some(refused));
                }
            }
        });
    };
    let list = fresh(move || {
        if !opened.get() {
            return View::None;
        }
        let field = TieField::open(here);
        current.set_value(Some(field));
        field.view(here)
    });
    view! {
        <details class="source" on:toggle={move |_| opened.set(true)}>
            <summary>{icon("route")}{p.change_tie}</summary>
            <form class="propose" on:submit={save}>
                {refusal(here.w, here.w.not_saved, reason)}
                {list}
                <div class="button-row"><button class="button" type="submit">{p.save_tie}</button></div>
            </form>
        </details>
    }
}
