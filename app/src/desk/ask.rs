//! Asking: what a supervisor does needs the office's word, so it is sent at once and answered with the verdict.

use shared::command::{Action, Command, VERSION};
use shared::sync::line::Fault;
use shared::sync::phone::{Input, Waiting};
use shared::sync::talk::{PROTOCOL, Push};
use shared::sync::wire::Verdict;
use shared::words::Spoken;

use super::unanswered::Name;
use super::{Desk, say};
use crate::api;

impl Desk {
    /// Asks the office and waits for its verdict. Nothing is queued. When no answer comes and the same is asked again, it
    /// is the same command: it happens once.
    ///
    /// # Errors
    /// The refusal, or why there is no verdict.
    pub async fn ask(self, action: Action) -> Result<(), Spoken> {
        let home = self.home().ok_or_else(say::signed_out)?;
        if let Err(fault) = self.confirm(&home).await {
            self.tell(&home, Input::Woke);
            return Err(say::failure(fault.into()));
        }
        let new = |action, Name { id, device, made_at }| Command { id, device, seq: 1, v: VERSION, made_at, action };
        let command = home.unanswered.asks(action, new);
        let (id, device, asked) = (command.id, command.device, command.action.clone());
        // No epoch: what is decided now is decided by the server as it is now.
        let (build, commands) = (self.core().build.clone(), vec![Waiting::Read(command)]);
        let owner = Some(home.employee);
        let reply = api::push(&Push { protocol: PROTOCOL, build, owner, device, epoch: None, commands }).await;
        let verdict = match reply {
            Ok(reply) => reply.answers.into_iter().find(|answer| answer.id == id).map(|answer| answer.verdict),
            Err(failure) => {
                if failure.fault == Fault::SignedOut {
                    home.confirmed.set(false);
                }
                self.tell(&home, Input::Woke);
                return Err(say::failure(failure));
            }
        };
        let verdict = verdict.ok_or_else(say::busy)?;
        home.unanswered.answered(Some(&asked));
        self.tell(&home, Input::Woke);
        match verdict {
            Verdict::Accepted => Ok(()),
            Verdict::Rejected { reason } => Err(reason),
        }
    }
}
