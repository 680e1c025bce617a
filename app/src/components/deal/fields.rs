//! The fields of the form, one indicator after the other.

use shared::quantity::Quantity;

use super::DealForm;
use super::indicator::Says;
use crate::components::here::Here;
use crate::components::icon::icon;
use crate::view::prelude::*;
use crate::words::fill;

/// Characters of the texts; the rule knows better.
const RESULT_CHARACTERS_MAX: &str = "300";
const NAME_CHARACTERS_MAX: &str = "200";
const MEASURE_CHARACTERS_MAX: &str = "40";
/// The code of a target that is none.
const TARGET: &str = "indicator_target";

/// The field of one text.
struct Field {
    says: RwSignal<String>,
    id: String,
    label: &'static str,
    /// The code with which a rule says that this text is missing.
    code: &'static str,
    characters_max: &'static str,
    decimal: bool,
}

impl DealForm {
    /// All fields.
    #[must_use]
    pub fn fields(self, here: Here) -> View {
        let w = here.w;
        let id = self.id(0, "hasil");
        let hint = [&id, "-hint"].concat();
        let further = move || {
            let more = self.more.get();
            let many = more.len();
            more.into_iter().enumerate().map(|(at, says)| self.further(here, at, many, says)).collect::<Vec<View>>()
        };
        let about = if self.head { w.plan.further_head } else { w.plan.further_about };
        view! {
            <div class="field">
                <label for={id.clone()}>{w.plan.title}</label>
                <textarea
                    class="input" id={id} rows="2" required={true} maxlength={RESULT_CHARACTERS_MAX}
                    aria-describedby={hint.clone()} aria-invalid={self.lacks("text_missing", self.result)}
                    bind:value={self.result}
                ></textarea>
                <p class="hint" id={hint}>{w.plan.result_hint}</p>
            </div>
            <fieldset class="indicator">
                <legend>{w.plan.counted}</legend>
                {self.measured(here, self.first)}
                {self.first_choices(here)}
                {self.method(here, self.first)}
            </fieldset>
            <p class="note soft">{about}</p>
            {further}
            <div class="button-row">
                <button class="button" type="button" on:click={move |_| self.add()}>{icon("plus")}{w.plan.add_indicator}</button>
            </div>
        }
    }

    fn id(self, key: usize, part: &str) -> String {
        [self.name, "-", &key.to_string(), "-", part].concat()
    }

    /// Does the refusal speak of this field? Several indicators may lack the same; those that do are marked.
    fn lacks(self, code: &'static str, text: RwSignal<String>) -> impl Fn() -> Option<&'static str> + 'static {
        move || {
            let said = self.reason.with(|reason| reason.as_ref().is_some_and(|reason| reason.code == code));
            let countable = |text: &String| Quantity::parse(text).is_some_and(Quantity::is_countable);
            let is_said = |text: &String| if code == TARGET { countable(text) } else { !text.trim().is_empty() };
            (said && !text.with(is_said)).then_some("true")
        }
    }

    fn field(self, field: Field) -> View {
        let Field { says, id, label, code, characters_max, decimal } = field;
        let mode = if decimal { "decimal" } else { "text" };
        view! {
            <div class="field">
                <label for={id.clone()}>{label}</label>
                <input
                    class="input" id={id} type="text" autocomplete="off" inputmode={mode} maxlength={characters_max}
                    aria-invalid={self.lacks(code, says)} bind:value={says}
                />
            </div>
        }
    }

    /// Name, target and measure.
    fn measured(self, here: Here, says: Says) -> View {
        let w = here.w;
        let field = |says, part: &str, label, code, characters_max, decimal, key| {
            self.field(Field { says, id: self.id(key, part), label, code, characters_max, decimal })
        };
        let key = says.key;
        view! {
            {field(says.name, "nama", w.plan.name, "indicator_name", NAME_CHARACTERS_MAX, false, key)}
            <div class="pair">
                {field(says.target, "target", w.target, TARGET, MEASURE_CHARACTERS_MAX, true, key)}
                {field(says.measure, "satuan", w.measure, "indicator_measure", MEASURE_CHARACTERS_MAX, false, key)}
            </div>
        }
    }

    /// Where the figure comes from, and how it is made.
    fn method(self, here: Here, says: Says) -> View {
        let w = here.w;
        let field = |says, part: &str, label, code, key| {
            let id = self.id(key, part);
            self.field(Field { says, id, label, code, characters_max: RESULT_CHARACTERS_MAX, decimal: false })
        };
        view! {
            {field(says.source, "sumber", w.plan.source, "indicator_source", says.key)}
            {field(says.formula, "cara", w.plan.formula, "indicator_formula", says.key)}
        }
    }

    /// What the counted indicator is for, and whether it is what was made or what came of it. Its aspect is always quantity.
    fn first_choices(self, here: Here) -> View {
        let perspective = self.head.then(|| self.perspective(here, self.first));
        view! { <div class="pair">{perspective}{self.level(here, self.first)}</div>{self.group(here, self.first)} }
    }

    fn level(self, here: Here, says: Says) -> View {
        let p = here.w.plan;
        self.choice(here, says.level, says.key, "tingkat", p.level, &[("output", p.output), ("outcome", p.outcome)])
    }

    fn group(self, here: Here, says: Says) -> View {
        let p = here.w.plan;
        let groups = [("service", p.service), ("innovation", p.innovation), ("participation", p.participation)];
        self.choice(here, says.group, says.key, "kelompok", p.group, &groups)
    }

    fn further(self, here: Here, at: usize, many: usize, says: Says) -> View {
        let w = here.w;
        let number = (at + 2).to_string();
        let remove = (many > 1).then(|| {
            let words = fill(w.plan.remove_indicator, &[&number]);
            view! {
                <button class="button quiet stop flush" type="button" on:click={move |_| self.remove(says.key)}>
                    {icon("trash")}{words}
                </button>
            }
        });
        let p = w.plan;
        let aspects = [("quality", p.quality), ("time", p.time), ("quantity", p.quantity)];
        let first = if self.head {
            self.perspective(here, says)
        } else {
            self.choice(here, says.aspect, says.key, "aspek", p.aspect, &aspects)
        };
        view! {
            <fieldset class="indicator">
                <legend>{fill(p.further, &[&number])}</legend>
                {self.measured(here, says)}
                <div class="pair">{first}{self.level(here, says)}</div>
                {self.group(here, says)}
                {self.method(here, says)}
                {remove}
            </fieldset>
        }
    }

    fn perspective(self, here: Here, says: Says) -> View {
        let p = here.w.plan;
        let all =
            [("recipients", p.recipients), ("process", p.process), ("internal", p.internal), ("budget", p.budget)];
        self.choice(here, says.perspective, says.key, "perspektif", p.perspective, &all)
    }

    /// One of a few words. The first line is there until something was chosen.
    fn choice(
        self,
        here: Here,
        chosen: RwSignal<String>,
        key: usize,
        part: &str,
        label: &'static str,
        all: &[(&'static str, &'static str)],
    ) -> View {
        let id = self.id(key, part);
        let now = chosen.get_untracked();
        let none = now.is_empty().then(|| view! { <option value="" selected={true}>{here.w.plan.choose}</option> });
        let options: Vec<View> = all
            .iter()
            .map(|(value, words)| view! { <option value={*value} selected={now == *value}>{*words}</option> })
            .collect();
        let code = if part == "perspektif" { "indicator_perspective" } else { "indicator_aspect" };
        let change = move |event| chosen.set(event_target_value(&event));
        view! {
            <div class="field">
                <label for={id.clone()}>{label}</label>
                <span class="select">
                    <select class="input" id={id} aria-invalid={self.lacks(code, chosen)} on:change={change}>
                        {none}{options}
                    </select>
                    {icon("down")}
                </span>
            </div>
        }
    }
}
