//! Editing what waits: discard, undo, and the export as a last resort.

use chrono::NaiveDate;
use shared::command::Command;
use shared::ids::CommandId;
use shared::row::Row;
use shared::stamp::{day_text, moment_text};
use shared::sync::phone::{Input, Waiting};
use shared::words::Spoken;

use super::home::{Discarded, Home};
use super::{Desk, say};
use crate::{clock, file, rulebook, store};

impl Desk {
    /// Takes a waiting or refused command away. [`Desk::restore`] undoes it.
    ///
    /// # Errors
    /// It is no longer there, or the device could not let it go.
    pub async fn discard(self, id: CommandId) -> Result<(), Spoken> {
        let home = self.home().ok_or_else(say::signed_out)?;
        let mut discarded = find(&home, id).ok_or_else(say::gone)?;
        discarded.place = home.own.discard(id, &discarded.photos).await.map_err(say::disk)?;
        home.discarded.borrow_mut().push(discarded);
        self.tell(&home, Input::Discarded(id));
        self.tell_tabs_moved(&home);
        Ok(())
    }

    /// Puts a discarded command back where it was.
    ///
    /// # Errors
    /// The device could not keep it.
    pub async fn restore(self, command: Command) -> Result<(), Spoken> {
        let home = self.home().ok_or_else(say::signed_out)?;
        let at = home.discarded.borrow().iter().position(|discarded| discarded.command.id == command.id);
        let back = at.map(|at| home.discarded.borrow_mut().remove(at));
        let back = back.unwrap_or(Discarded { command, reason: None, photos: Vec::new(), place: None });
        let kept = home.own.put_back(&back.command, back.place, back.reason.as_ref(), &back.photos).await;
        if kept.is_err() {
            home.discarded.borrow_mut().push(back);
        }
        kept.map_err(say::disk)?;
        self.tell_tabs_moved(&home);
        self.reread(&home, false).await;
        Ok(())
    }

    /// Downloads a file with everything that waits and everything that was refused, exactly as it lies on this device. Today, where the
    /// unit is, stands in its name.
    ///
    /// # Errors
    /// The device could not read it.
    pub async fn export_queue(self, today: NaiveDate) -> Result<(), Spoken> {
        let home = self.home().ok_or_else(say::signed_out)?;
        // With it a command stands in the file at its place; without it, as it lies there.
        let _ = rulebook::fetch().await;
        let (outbox, tray) = home.own.export().await.map_err(say::disk)?;
        let text = format!(
            "{{\"employee\":\"{}\",\"exported_at\":\"{}\",\"outbox\":[{}],\"tray\":[{}]}}\n",
            home.employee,
            moment_text(clock::now()),
            outbox.join(",\n"),
            tray.join(",\n")
        );
        let name = format!("teladan-antrean-{}.json", day_text(today));
        file::download(&name, "application/json", &text).ok_or_else(|| say::disk(store::Fault::Closed))
    }
}

/// The command, and those of its photos that nothing else on this device speaks of.
fn find(home: &Home, id: CommandId) -> Option<Discarded> {
    let mut client = home.client.borrow().clone();
    let memory = client.memory();
    let refused = memory.tray.iter().find(|refused| refused.what.id() == id);
    let reason = refused.map(|refused| refused.reason.clone());
    let waiting = || memory.outbox.iter().find(|waiting| waiting.id() == id);
    let command = refused.map(|refused| &refused.what).or_else(waiting)?.command()?.clone();
    client.step(Input::Discarded(id));
    let memory = client.memory();
    let others =
        memory.outbox.iter().chain(memory.tray.iter().map(|refused| &refused.what)).filter_map(Waiting::command);
    let mut spoken_of: Vec<String> = others.flat_map(|other| store::photos_of(&other.action)).collect();
    for row in client.view(clock::now()).iter() {
        if let Row::Entry(entry) = row {
            spoken_of.extend(entry.parcels().map(str::to_owned));
        }
    }
    let waiting = home.own.photos_waiting();
    let mut photos = store::photos_of(&command.action);
    photos.retain(|sha256| waiting.contains(sha256) && !spoken_of.contains(sha256));
    Some(Discarded { command, reason, photos, place: None })
}
