//! Asking: what a supervisor does needs the office's word, so it is sent at once and answered with the verdict.

use std::rc::Rc;

use shared::command::{Action, Command, VERSION};
use shared::ids::{CommandId, DeviceId};
use shared::sync::line::Fault;
use shared::sync::phone::{Input, Waiting};
use shared::sync::talk::{PROTOCOL, Push};
use shared::sync::wire::Verdict;
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
            self.tell(&home, Input::Woke);
            return Err(say::failure(fault.into()));
        }
        let command = online_command(&home, action);
        home.unanswered.replace(Some(command.clone()));
        let (id, device) = (command.id, command.device);
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
        home.unanswered.replace(None);
        self.tell(&home, Input::Woke);
        match verdict {
            Verdict::Accepted => Ok(()),
            Verdict::Rejected { reason } => Err(reason),
        }
    }
}

/// The command that has no answer yet, if it is the same wish; else a new one. It is an incarnation of its own, so that nothing
/// asked before can stand in its way.
fn online_command(home: &Rc<Home>, action: Action) -> Command {
    let same = home.unanswered.borrow().clone().filter(|command| command.action == action);
    let fresh = || Uuid::now_v7();
    same.unwrap_or_else(|| Command {
        id: CommandId(fresh()),
        device: DeviceId(fresh()),
        seq: 1,
        v: VERSION,
        made_at: clock::now(),
        action,
    })
}
