//! Many answers at once, sent in groups. A group has one fate, so a group that was refused is halved until it is known which of its
//! members was meant; all others happen. What got no answer is told apart: it may be sent again.

use crate::together::ACTIONS_MAX;
use crate::words::Spoken;

/// What the office said about a group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
    /// All of it has happened.
    Accepted,
    /// None of it has happened, for this reason.
    Refused(Spoken),
    /// Nobody answered.
    Lost(Spoken),
}

/// Items under way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Batch<T> {
    /// Groups not sent yet, the next one last.
    groups: Vec<Vec<T>>,
    /// What has happened.
    pub done: Vec<T>,
    /// What was refused, each with its reason.
    pub refused: Vec<(T, Spoken)>,
    /// What got no answer, because the line broke.
    pub unsent: Vec<T>,
    /// Why it broke.
    pub lost: Option<Spoken>,
}

impl<T: Clone> Batch<T> {
    /// In groups of [`ACTIONS_MAX`], in this order.
    #[must_use]
    pub fn of(items: &[T]) -> Self {
        let groups = items.chunks(ACTIONS_MAX).rev().map(<[T]>::to_vec).collect();
        Self { groups, done: Vec::new(), refused: Vec::new(), unsent: Vec::new(), lost: None }
    }

    /// What is to be sent now; none when all is answered.
    #[must_use]
    pub fn group(&self) -> Option<&[T]> {
        self.groups.last().map(Vec::as_slice)
    }

    /// The office's answer to that.
    pub fn told(&mut self, told: Told) {
        let Some(mut group) = self.groups.pop() else { return };
        match told {
            Told::Accepted => self.done.append(&mut group),
            Told::Refused(reason) if group.len() < 2 => {
                self.refused.extend(group.into_iter().map(|one| (one, reason.clone())))
            }
            Told::Refused(_) => {
                let second = group.split_off(group.len() / 2);
                self.groups.extend([second, group]);
            }
            Told::Lost(reason) => {
                self.lost = Some(reason);
                self.unsent.append(&mut group);
                for mut group in self.groups.drain(..).rev() {
                    self.unsent.append(&mut group);
                }
            }
        }
    }
}
