//! Plans as the office tells them, and the half-written form of one, which stays on this device.

use shared::ids::{EmployeeId, PlanId};
use shared::plan::told::{Climb, Plans, Ties};
use shared::words::Spoken;

use super::{Desk, say};
use crate::api;

impl Desk {
    /// One person's plans with their terms, as those above read them.
    ///
    /// # Errors
    /// They are not for whoever asks, or there is no line.
    pub async fn plans_of(self, employee: EmployeeId) -> Result<Plans, Spoken> {
        api::plans(employee).await.map_err(say::failure)
    }

    /// What this person's plans can be tied to.
    ///
    /// # Errors
    /// As [`Desk::plans_of`].
    pub async fn ties_of(self, employee: EmployeeId) -> Result<Ties, Spoken> {
        api::ties(employee).await.map_err(say::failure)
    }

    /// From a result to the mission, as it is now.
    ///
    /// # Errors
    /// As [`Desk::plans_of`].
    pub async fn climb(self, plan: PlanId) -> Result<Climb, Spoken> {
        api::climb(plan).await.map_err(say::failure)
    }

    /// What was typed into the form with this name; empty when there is nothing.
    pub async fn load_form(self, name: &str) -> Vec<String> {
        match self.home() {
            Some(home) => home.own.form(name).await.ok().flatten().unwrap_or_default(),
            None => Vec::new(),
        }
    }

    /// Keeps the form as it is now; an empty one is let go of. A device that cannot keep it says so when it is saved.
    pub async fn keep_form(self, name: &str, texts: Vec<String>) {
        if let Some(home) = self.home() {
            let _ = home.own.keep_form(name, &texts).await;
        }
    }
}
