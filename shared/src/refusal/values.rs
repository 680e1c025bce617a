//! What stands for the marks in a refusal's sentences.

use chrono::{Datelike, NaiveDate};

use super::Refusal;

impl Refusal {
    /// Marks, and what stands for them.
    pub(super) fn values(&self) -> Vec<(&'static str, String)> {
        let date = |d: &NaiveDate| format!("{:02}-{:02}-{}", d.day(), d.month(), d.year());
        match self {
            Self::TextTooLong { characters_max } => vec![("{max}", characters_max.to_string())],
            Self::FutureDate { today } => vec![("{today}", date(today))],
            Self::OutsidePlan { from, until } => {
                vec![("{from}", date(from)), ("{until}", date(until))]
            }
            Self::PeriodTaken { from, until } => {
                vec![("{from}", date(from)), ("{until}", date(until))]
            }
            Self::PeriodUnsound { days_max } => vec![("{max}", days_max.to_string())],
            Self::ListFull { items_max } => vec![("{max}", items_max.to_string())],
            Self::TooManyPhotos { photos_max } => vec![("{max}", photos_max.to_string())],
            Self::PhotoTooLarge { kilobytes_max } => vec![("{max}", kilobytes_max.to_string())],
            Self::Unfit(unfit) => unfit.values(),
            Self::Plan(fault) => fault.values(),
            Self::Team(fault) => fault.values(),
            Self::NotAllowed
            | Self::NotFound
            | Self::AlreadyThere
            | Self::TextMissing
            | Self::QuantityNotCountable
            | Self::PlanNotAgreed
            | Self::PhotoDamaged
            | Self::ChangedSinceSeen
            | Self::EntryApproved
            | Self::NotSettled
            | Self::Feedback(_)
            | Self::Office(_)
            | Self::ScoreUnknown
            | Self::NipTaken
            | Self::CodeTaken
            | Self::CodeUnreadable
            | Self::SuperiorCycle
            | Self::UnitCycle
            | Self::SuperiorSame
            | Self::RequestWaiting
            | Self::Unreadable => Vec::new(),
        }
    }
}
