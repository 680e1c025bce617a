//! The defences of the protocol, by name. In the product all of them stand; the simulator takes one away at a time and must
//! then see the world break, or else its checks prove nothing.

/// One thing that keeps work from getting lost, doubled, torn or seen by the wrong eyes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Defence {
    /// A command is known by its id, not by its place.
    Dedupe,
    /// A place that is taken is answered with a fork.
    Fork,
    /// A place that skips others is answered with a gap.
    Gap,
    /// Rows and verdicts of a pull come from one snapshot.
    Snapshot,
    /// The outbox shrinks by pull, not by the answer to a push.
    KeepUntilPulled,
    /// What is called saved lies in a strict transaction.
    StrictOutbox,
    /// Head and changes move in one transaction.
    HeadInTransaction,
    /// A restored server is noticed.
    Epoch,
    /// The sent log is offered again to a restored server.
    SentLog,
    /// A decision names the version that was seen.
    Base,
    /// A scope that is no longer for this person is taken away.
    Revoke,
    /// Who may read a scope is asked at every pull.
    Membership,
    /// A commit finds that what it looked at has moved.
    Guards,
    /// Pages of a pull lead to one moment and are shown together.
    OneCut,
    /// A cursor before the log's floor is answered with a reset.
    Floor,
    /// What was decided is kept with its verdict in the same transaction.
    VerdictInTransaction,
    /// A command that is refused goes to the tray.
    Tray,
    /// A phone whose rows do not add up asks for the whole scope.
    Checksum,
    /// A photo leaves the phone when the office says that it has it, and not before.
    KeepPhoto,
    /// Bytes are kept under a name only if their hash is that name.
    PhotoHash,
    /// What an older node of the office has told is fetched again from a newer one.
    OlderNode,
    /// A field of a draft says which value its writer knew.
    FieldBase,
}

impl Defence {
    /// All, in the order of a report.
    pub const ALL: [Self; 22] = [
        Self::Dedupe,
        Self::Fork,
        Self::Gap,
        Self::Snapshot,
        Self::KeepUntilPulled,
        Self::StrictOutbox,
        Self::HeadInTransaction,
        Self::Epoch,
        Self::SentLog,
        Self::Base,
        Self::Revoke,
        Self::Membership,
        Self::Guards,
        Self::OneCut,
        Self::Floor,
        Self::VerdictInTransaction,
        Self::Tray,
        Self::Checksum,
        Self::KeepPhoto,
        Self::PhotoHash,
        Self::OlderNode,
        Self::FieldBase,
    ];

    /// Its name on a command line.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Dedupe => "dedupe",
            Self::Fork => "fork",
            Self::Gap => "gap",
            Self::Snapshot => "snapshot",
            Self::KeepUntilPulled => "keep-until-pulled",
            Self::StrictOutbox => "strict-outbox",
            Self::HeadInTransaction => "head-in-transaction",
            Self::Epoch => "epoch",
            Self::SentLog => "sent-log",
            Self::Base => "base",
            Self::Revoke => "revoke",
            Self::Membership => "membership",
            Self::Guards => "guards",
            Self::OneCut => "one-cut",
            Self::Floor => "floor",
            Self::VerdictInTransaction => "verdict-in-transaction",
            Self::Tray => "tray",
            Self::Checksum => "checksum",
            Self::KeepPhoto => "keep-photo",
            Self::PhotoHash => "photo-hash",
            Self::OlderNode => "older-node",
            Self::FieldBase => "field-base",
        }
    }
}

/// Which defences stand. Outside the simulator: all, and the compiler forgets that it was ever a question.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Defences {
    #[cfg(feature = "sim")]
    without: Option<Defence>,
}

impl Defences {
    /// All but this one.
    #[cfg(feature = "sim")]
    #[must_use]
    pub const fn without(without: Option<Defence>) -> Self {
        Self { without }
    }

    /// Does it stand?
    #[must_use]
    #[inline]
    pub fn stands(self, defence: Defence) -> bool {
        #[cfg(feature = "sim")]
        return self.without != Some(defence);
        #[cfg(not(feature = "sim"))]
        {
            let _ = defence;
            true
        }
    }
}
