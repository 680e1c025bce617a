//! What citizens say today, counter by counter: four answers as four labelled bars, and the last words.

use shared::counter::Counter;
use shared::response::Score;
use shared::words::Language;

use super::team::Team;
use crate::components::frame;
use crate::components::source::{Source, source};
use crate::format;
use crate::view::prelude::*;
use crate::words::{BoardWords, board_words, fill};

/// The section; nothing for a team without counters.
#[must_use]
pub fn counters(team: Team) -> View {
    let tiles = move || {
        let board = team.board.get();
        let tiles: Vec<View> = board.counters.iter().map(|counter| tile(team, counter)).collect();
        let count = tiles.len().to_string();
        let b = board_words(team.here.w.language);
        let tiles = view! { <ul class="tiles">{tiles}</ul>{source(b, move || from_counters(team, b))} };
        (!board.counters.is_empty()).then(|| frame::section("loket", team.here.w.team.counters, count, tiles))
    };
    tiles.into_view()
}

/// Where the tiles come from: the answers of the day at each counter.
fn from_counters(team: Team, b: &'static BoardWords) -> Source {
    let w = team.here.w;
    let board = team.board.get();
    let told = |counters: &[Counter]| {
        let [all, good] = counters.iter().fold([0, 0], |[all, good], counter| {
            let tally = counter.tally_on(board.day);
            let [_, _, pleased, most] = tally.answers;
            [all + tally.total(), good + pleased + most]
        });
        fill(b.input_counters, &[&all.to_string(), &good.to_string()])
    };
    Source {
        rule: b.rule_counters,
        working_days: false,
        inputs: told(&board.counters),
        n: fill(b.n_counters, &[&board.counters.len().to_string()]),
        period: [b.day, ", ", &format::date_year(w, board.day)].concat(),
        rows: board.counters.iter().map(|one| (one.name.clone(), told(std::slice::from_ref(one)))).collect(),
    }
}

fn tile(team: Team, counter: &Counter) -> View {
    let here = team.here;
    let w = here.w;
    let tally = counter.tally_on(team.board.with(|board| board.day));
    let total = tally.total();
    let class = if total == 0 { "tile is-quiet" } else { "tile" };
    let levels: Vec<View> = Score::BEST_FIRST
        .into_iter()
        .map(|score| {
            let count = tally.answers.get(usize::from(score.get()) - 1).copied().unwrap_or_default();
            let (id, en) = score.words();
            let word = if w.language == Language::Id { id } else { en };
            let name = [word, ": ", &count.to_string()].concat();
            view! {
                <div class="level">
                    <dt>{word}</dt>
                    <dd>
                        <progress max={total.max(1).to_string()} value={count.to_string()} aria-label={name}></progress>
                        <span>{count}</span>
                    </dd>
                </div>
            }
        })
        .collect();
    let words = (!counter.last_words.is_empty())
        .then(|| view! { <p class="tile-words">{fill(w.quoted, &[&counter.last_words])}</p> });
    let last = counter
        .last_at
        .map_or_else(|| w.team.no_answers.to_owned(), |at| fill(w.team.last_at, &[&here.moment_inside(at)]));
    let service = [&counter.name, w.dot, &counter.service_name].concat();
    view! {
        <li class={class}>
            <h3 class="tile-name">{service}</h3>
            <p class="tile-count"><strong>{total}</strong>" "{w.team.answers}</p>
            <dl class="levels">{levels}</dl>
            {words}
            <p class="tile-foot">{last}</p>
        </li>
    }
}
