//! The line that carries hints while nobody looks at a board. A hint says "look"; the pull says what.

use std::cell::{Cell, RefCell};

use gloo_timers::callback::Timeout;
use shared::scope::Scope;
use shared::sync::line::{Fault, Line};
use shared::sync::wire::LiveHead;

use super::Desk;
use crate::api::{Live, News};
use crate::{browser, clock};

/// The line and its next try.
#[derive(Default)]
pub(super) struct Hints {
    line: RefCell<Option<Live>>,
    retry: RefCell<Option<Timeout>>,
    failures: Cell<u32>,
}

impl Desk {
    /// Opens or closes the line, as it should be now: somebody is in, this window leads, it is seen, and no board carries the
    /// hints.
    pub(super) fn tend_hints(self) {
        let core = self.core();
        let signed_in =
            self.home().is_some_and(|home| home.confirmed.get() && *home.line.borrow() != Line::Down(Fault::SignedOut));
        let wanted = signed_in && self.leads() && browser::is_visible() && core.watches.borrow().is_empty();
        if !wanted {
            core.hints.line.replace(None);
            core.hints.retry.replace(None);
            core.hints.failures.set(0);
        } else if core.hints.line.borrow().is_none() && core.hints.retry.borrow().is_none() {
            core.hints.line.replace(Live::open(None, move |news| self.hear_hint(&news)));
        }
    }

    fn hear_hint(self, news: &News) {
        let core = self.core();
        match news {
            News::Open => core.hints.failures.set(0),
            News::Head(head) => self.follow(head),
            News::Change(_) | News::Reset | News::Sums(_) | News::Beat => {}
            News::Broken => {
                let failures = core.hints.failures.get();
                core.hints.failures.set(failures + 1);
                let retry = Timeout::new(clock::backoff_ms(failures), move || {
                    let core = self.core();
                    core.hints.line.replace(None);
                    core.hints.retry.replace(None);
                    self.tend_hints();
                });
                core.hints.retry.replace(Some(retry));
            }
        }
    }

    /// The person's own log has moved: look.
    pub(super) fn follow(self, head: &LiveHead) {
        if self.home().is_some_and(|home| head.scope == Scope::Own(home.employee)) {
            self.wake();
        }
    }
}
