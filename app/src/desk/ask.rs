//! Asking: what a supervisor does needs the office's word, so it is sent at once and answered with the verdict.

use std::rc::Rc;

use shared::command::{Action, Command};
use shared::ids::{CommandId, DeviceId};
use shared::sync::client::{Fault, Input};
use shared::sync::wire::{PROTOCOL, PushRequest, Verdict};
use shared::words::Spoken;
use uuid::Uuid;

use super::home::Home;
use super::{Desk, say};
use crate::{api, clock};

impl Desk {
    /// Asks the office and waits for its verdict. Nothing is queued. When no answer comes and the same is asked again, it
    /// is the same command: it happens once.
    ///
    /// # Errors
    /// The refusal, or why there is no verdict.
    pub async fn ask(self, action: Action) -> Result<(), Spoken> {
        let home = self.home().ok_or_else(say::signed_out)?;
        if let Err(fault) = self.confirm(&home).await {
            self.tell(&home, Input::Wake);
            return Err(say::failure(fault.into()));
        }
        let command = online_command(&home, action).await;
        home.unanswered.replace(Some(command.clone()));
        let (id, device) = (command.id, command.device);
        let reply = api::push(&PushRequest { protocol: PROTOCOL, device, commands: vec![command] }).await;
        let verdict = match reply {
            Ok(reply) => reply.answers.into_iter().find(|answer| answer.id == id).map(|answer| answer.verdict),
            Err(failure) => {
                if failure.fault == Fault::SignedOut {
                    home.confirmed.set(false);
                }
                self.tell(&home, Input::Wake);
                return Err(say::failure(failure));
            }
        };
        let verdict = verdict.ok_or_else(say::busy)?;
        home.unanswered.replace(None);
        self.tell(&home, Input::Wake);
        match verdict {
            Verdict::Accepted => Ok(()),
            Verdict::Rejected { reason } => Err(reason),
        }
    }
}

async fn online_command(home: &Rc<Home>, action: Action) -> Command {
    let same = home.unanswered.borrow().clone().filter(|command| command.action == action);
    if let Some(command) = same {
        return command;
    }
    // A full disk must not keep a superior from working: then this one command is a device of its own.
    let place = home.own.next_online_seq().await.map(|seq| (home.own.online, seq));
    let (device, seq) = place.unwrap_or_else(|_| (DeviceId(Uuid::now_v7()), 1));
    Command { id: CommandId(Uuid::now_v7()), device, seq, v: 1, made_at: clock::now(), action }
}
