//! How long first answers took, as a figure with its source. The same for a person's page and for a team.

use shared::entry::Entry;
use shared::feedback::AnswerTime;

use crate::components::here::Here;
use crate::components::source::{Source, source};
use crate::view::prelude::*;
use crate::words::{BoardWords, board_words, feedback_words, fill};

const MINUTE: u32 = 60;
const HOUR: u32 = 60 * MINUTE;
const DAY: u32 = 24 * HOUR;

/// What a figure is made of: the entries, which days they are of, and its rows by name.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Basis {
    /// Of all.
    pub time: AnswerTime,
    /// Of which days.
    pub period: String,
    /// By person, or by day.
    pub rows: Vec<(String, AnswerTime)>,
}

/// The same entries, counted by name in the order in which the names come.
#[must_use]
pub fn by_name(entries: &[(String, &Entry)]) -> Vec<(String, AnswerTime)> {
    let mut names: Vec<&String> = Vec::new();
    for (name, _) in entries {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let of =
        |wanted: &String| AnswerTime::of(entries.iter().filter(|(name, _)| name == wanted).map(|(_, entry)| *entry));
    names.into_iter().map(|name| (name.clone(), of(name))).collect()
}

/// The figure; nothing where no entry has arrived yet.
#[must_use]
pub fn answer_time(here: Here, basis: impl Fn() -> Basis + Send + Sync + 'static) -> View {
    let (b, f) = (board_words(here.w.language), feedback_words(here.w.language));
    let basis = Memo::new(move |_| basis());
    let shown = Memo::new(move |_| basis.with(|basis| basis.time.arrived > 0));
    let value = move || basis.with(|basis| median(b, basis.time));
    let about = move || basis.with(|basis| about(f.answer_about, basis.time));
    let made = move || {
        basis.with(|basis| Source {
            rule: f.rule_median,
            working_days: false,
            inputs: about_inputs(f.input_answers, basis.time),
            n: fill(b.n_answered, &[&basis.time.answered.to_string()]),
            period: basis.period.clone(),
            rows: basis.rows.iter().map(|(name, time)| (name.clone(), of_so_many(b, *time))).collect(),
        })
    };
    let view = move || {
        shown.get().then(|| {
            view! {
                <div class="stat answer-time">
                    <p class="stat-label">{b.answer}</p>
                    <p class="stat-value">{value}</p>
                    <p class="stat-context">{about}</p>
                    {source(b, made)}
                </div>
            }
        })
    };
    view.into_view()
}

fn about(sentence: &str, time: AnswerTime) -> String {
    fill(sentence, &[&time.answered.to_string(), &time.arrived.to_string()])
}

fn about_inputs(sentence: &str, time: AnswerTime) -> String {
    fill(sentence, &[&time.arrived.to_string(), &time.answered.to_string()])
}

/// "5 jam"
fn median(b: &BoardWords, time: AnswerTime) -> String {
    let Some(seconds) = time.median_seconds else { return b.no_figure.to_owned() };
    let (sentence, value) = match seconds {
        ..HOUR => (b.minutes, seconds / MINUTE),
        HOUR..=172_800 => (b.hours, seconds / HOUR),
        _ => (b.days, seconds / DAY),
    };
    fill(sentence, &[&value.to_string()])
}

/// "5 jam (12)"
fn of_so_many(b: &BoardWords, time: AnswerTime) -> String {
    [median(b, time).as_str(), " (", &time.answered.to_string(), ")"].concat()
}
