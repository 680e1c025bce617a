//! The form of a deal: a result, the indicator that entries count, and the further ones. The owner proposes with it, both
//! sides bargain with it. What was typed stays until it has been saved.

mod draft;
mod fields;
mod indicator;

use shared::plan::{About, Aspect, Deal, Group, Indicator, Level, Perspective};
use shared::quantity::Quantity;
use shared::words::Spoken;

use self::indicator::Says;
use crate::components::here::Here;
use crate::view::prelude::*;
use crate::words::fill;

/// What is typed.
#[derive(Clone, Copy)]
pub struct DealForm {
    /// Is it the plan of a head of unit? Then indicators have perspectives.
    pub head: bool,
    /// Why the office or the rule said no.
    pub reason: RwSignal<Option<Spoken>>,
    /// The first part of every field's id, so that two forms may stand on one page.
    name: &'static str,
    /// What the counted indicator is called where nobody has named it.
    counted_name: &'static str,
    result: RwSignal<String>,
    first: Says,
    more: RwSignal<Vec<Says>>,
}

/// The words that stand for the values of the enums, in drafts and in lists of choices.
const ASPECTS: [(&str, Aspect); 3] =
    [("quality", Aspect::Quality), ("time", Aspect::Time), ("quantity", Aspect::Quantity)];
const GROUPS: [(&str, Group); 3] =
    [("service", Group::Service), ("innovation", Group::Innovation), ("participation", Group::Participation)];
const PERSPECTIVES: [(&str, Perspective); 4] = [
    ("recipients", Perspective::Recipients),
    ("process", Perspective::Process),
    ("internal", Perspective::Internal),
    ("budget", Perspective::Budget),
];
const LEVELS: [(&str, Level); 2] = [("output", Level::Output), ("outcome", Level::Outcome)];

fn of_word<T: Copy>(table: &[(&'static str, T)], word: &str) -> Option<T> {
    table.iter().find(|(name, _)| *name == word).map(|(_, value)| *value)
}

fn word_of<T: Copy + PartialEq>(table: &[(&'static str, T)], value: T) -> &'static str {
    table.iter().find(|(_, known)| *known == value).map_or("", |(name, _)| name)
}

impl DealForm {
    /// An empty form with the sentences that are true of every counted indicator, and room for one further indicator.
    #[must_use]
    pub fn new(here: Here, name: &'static str, head: bool) -> Self {
        let first = Says::new(0);
        first.source.set(here.w.plan.source_counted.to_owned());
        first.formula.set(here.w.plan.formula_counted.to_owned());
        let form = Self {
            head,
            reason: RwSignal::new(None),
            name,
            counted_name: here.w.plan.counted_name,
            result: RwSignal::new(String::new()),
            first,
            more: RwSignal::new(Vec::new()),
        };
        form.add();
        form
    }

    /// One more indicator: of quality for staff, an outcome for heads, because that is what is missing.
    fn add(self) {
        let at = self.more.with_untracked(|more| more.iter().map(|one| one.key).max().unwrap_or(0)) + 1;
        let says = Says::new(at);
        if self.head {
            says.level.set("outcome".to_owned());
        } else {
            says.aspect.set("quality".to_owned());
        }
        self.more.update(|more| more.push(says));
    }

    fn remove(self, key: usize) {
        self.more.update(|more| more.retain(|one| one.key != key));
    }

    /// Fills the form with a deal.
    pub fn fill(self, deal: &Deal) {
        self.result.set(deal.result.clone());
        self.first.fill(&deal.about, &deal.measure, deal.target);
        let further = deal.more.iter().enumerate().map(|(at, one)| {
            let says = Says::new(at + 1);
            says.fill(&one.about, &one.measure, one.target);
            says
        });
        self.more.set(further.collect());
        if deal.more.is_empty() {
            self.add();
        }
    }

    /// The deal as typed; the rule knows whether it is one. An indicator of which nothing was typed is none.
    #[must_use]
    pub fn deal(self) -> Deal {
        let (mut about, measure, target) = self.first.read(self.head);
        if about.name.trim().is_empty() && !measure.trim().is_empty() {
            about.name = fill(self.counted_name, &[measure.trim()]);
        }
        let typed = self.more.get_untracked().into_iter().filter(|one| !one.is_blank());
        let more = typed.map(|one| {
            let (about, measure, target) = one.read(self.head);
            Indicator { about, measure, target }
        });
        Deal { result: self.result.get_untracked(), measure, target, about, more: more.collect() }
    }
}

impl Says {
    fn fill(self, about: &About, measure: &str, target: Quantity) {
        self.name.set(about.name.clone());
        self.measure.set(measure.to_owned());
        self.target.set(if target == Quantity::ZERO { String::new() } else { target.to_string() });
        self.source.set(about.source.clone());
        self.formula.set(about.formula.clone());
        self.aspect.set(about.aspect.map_or("", |aspect| word_of(&ASPECTS, aspect)).to_owned());
        self.perspective.set(about.perspective.map_or("", |one| word_of(&PERSPECTIVES, one)).to_owned());
        self.group.set(word_of(&GROUPS, about.group).to_owned());
        self.level.set(word_of(&LEVELS, about.level).to_owned());
    }

    fn read(self, head: bool) -> (About, String, Quantity) {
        let about = About {
            name: self.name.get_untracked(),
            group: of_word(&GROUPS, &self.group.get_untracked()).unwrap_or_default(),
            aspect: of_word(&ASPECTS, &self.aspect.get_untracked()).filter(|_| !head),
            perspective: of_word(&PERSPECTIVES, &self.perspective.get_untracked()),
            level: of_word(&LEVELS, &self.level.get_untracked()).unwrap_or_default(),
            source: self.source.get_untracked(),
            formula: self.formula.get_untracked(),
        };
        let target = self.target.with_untracked(|typed| Quantity::parse(typed)).unwrap_or(Quantity::ZERO);
        (about, self.measure.get_untracked(), target)
    }
}
