//! What the office tells about plans beside the rows that a phone holds.

use shared::ids::{EmployeeId, PlanId};
use shared::plan::told::{Climb, Plans, Ties};

use super::fetch::{Failure, Question, read};

/// One person's plans with their terms, and what is expected of them.
pub(crate) async fn plans(employee: EmployeeId) -> Result<Plans, Failure> {
    read(&Question::get(&["/api/employee/", &employee.to_string(), "/plans"].concat()).ask().await?)
}

/// What this person's plans can be tied to.
pub(crate) async fn ties(employee: EmployeeId) -> Result<Ties, Failure> {
    read(&Question::get(&["/api/employee/", &employee.to_string(), "/ties"].concat()).ask().await?)
}

/// From a result to the mission.
pub(crate) async fn climb(plan: PlanId) -> Result<Climb, Failure> {
    read(&Question::get(&["/api/plan/", &plan.to_string(), "/up"].concat()).ask().await?)
}
