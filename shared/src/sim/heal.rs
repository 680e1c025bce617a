//! The way to rest: nothing goes wrong any more, and everything that waits is carried to its end.

use super::audit::{Broken, Checked};
use super::build::Build;
use super::world::{Weather, World};
use crate::sync::phone::Input;

/// Moves within which a healed world must have come to rest.
const MOVES_MAX: u32 = 20_000;
/// Pulls that every device makes, one after the other: what one of them brings up another may have to bring down.
const ROUNDS: u32 = 3;
/// The pause after which a timer has rung in any case.
const PAUSE_MS: u64 = 61_000;

impl World {
    /// Heals the world and waits until it rests.
    pub(super) fn heal(&mut self) -> Checked {
        self.say(|| "the world is healed".to_owned());
        self.weather = Weather::default();
        self.store.conflict_in(0);
        self.signed_out.clear();
        self.nodes = [Build::Current; 2];
        for device in &mut self.devices {
            (device.full, device.portal_until_ms, device.apart_until_ms, device.clock_days) = (false, 0, 0, 0);
        }
        self.settle()?;
        for _ in 0..ROUNDS {
            for at in 0..self.devices.len() {
                if self.devices[at].is_signed_out() || self.devices[at].app.is_some() {
                    self.tell(at, Input::Woke)?;
                }
            }
            self.settle()?;
        }
        self.read_journal()?;
        self.check_rest()
    }

    /// Goes on until nothing is left to do, timers included.
    fn settle(&mut self) -> Checked {
        for _ in 0..MOVES_MAX {
            self.read_journal()?;
            let mut moves = self.moves();
            if moves.is_empty() {
                let Some(next) = self.next_moment() else { return Ok(()) };
                self.now_ms = self.now_ms.max(next);
                moves = self.moves();
            }
            let Some(next) = self.chance.pick(&moves).copied() else { return Ok(()) };
            self.perform(next)?;
        }
        Err(Broken {
            invariant: "L1",
            text: format!("no rest after {MOVES_MAX} moves; next {:?}", self.moves().first()),
        })
    }

    /// When something is due next.
    pub(super) fn next_moment(&self) -> Option<u64> {
        let messages = self.messages.iter().map(|message| message.due_ms);
        let apps = self.devices.iter().filter_map(|device| device.app.as_ref());
        let timers = apps.flat_map(|app| {
            let asked = app.asked.as_ref().map(|(_, again_ms)| *again_ms);
            let sending = app.sending.as_ref().map(|sending| sending.until_ms);
            [app.flight.map(|flight| flight.until_ms), app.wake_ms, asked, sending]
        });
        messages.chain(timers.flatten()).min().map(|next| next.min(self.now_ms + PAUSE_MS))
    }
}
