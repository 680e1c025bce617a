//! What is heard of dialogues: how much of it is new, where it leads, and that it was read.

use std::time::Duration;

use shared::command::Action;
use shared::dialogue::{Deed, DialogueId, Echo, OwnStep};
use shared::row::{Row, Rows};

use crate::components::here::Here;
use crate::view::prelude::*;

/// Everything that this person hears of dialogues. All of it is in their own scope.
pub fn all(rows: &Rows) -> impl Iterator<Item = &Echo> {
    rows.iter().filter_map(|row| if let Row::Echo(echo) = row { Some(echo) } else { None })
}

/// Dialogues of which something is new.
#[must_use]
pub fn unread(rows: &Rows) -> usize {
    all(rows).filter(|echo| echo.is_new()).count()
}

/// The page of a dialogue.
#[must_use]
pub fn address(dialogue: DialogueId) -> String {
    let quarter = dialogue.quarter;
    let number = [quarter.year.to_string(), "-".to_owned(), quarter.number.to_string()].concat();
    ["/dialog/", &dialogue.person.to_string(), "?tw=", &number].concat()
}

/// Saves that these have been read, once they have been on the screen for a while. It works offline, and is given up when the page
/// closes before.
pub fn read_after(here: Here, echoes: Vec<Echo>, reading: Duration) {
    let open = StoredValue::new(true);
    on_cleanup(move || {
        open.try_set_value(false);
    });
    let save = move || {
        if open.try_get_value() != Some(true) {
            return;
        }
        crate::browser::spawn(async move {
            for echo in echoes {
                let read = OwnStep { base: echo.told, ..OwnStep::new(echo.id.dialogue, Deed::Read) };
                let _ = here.desk.save(Action::OwnStep(read), Vec::new()).await;
            }
        });
    };
    set_timeout(save, reading);
}
