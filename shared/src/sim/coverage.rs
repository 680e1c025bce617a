//! How often each interesting thing happened. A long run in which one never did has proved less than it seems.

macro_rules! events {
    ($($(#[$doc:meta])* $name:ident $text:literal),+ $(,)?) => {
        /// An interesting thing.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Event {
            $(#[doc = $text] $name,)+
        }

        impl Event {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$name,)+];

            /// In words.
            #[must_use]
            pub const fn text(self) -> &'static str {
                match self { $(Self::$name => $text,)+ }
            }
        }
    };
}

events! {
    Saved "a command was saved",
    SaidNo "the phone refused at once",
    Accepted "a command was accepted",
    Rejected "a command was refused by the server",
    Quarantined "a command could not be understood",
    Group "a group was accepted",
    GroupRefused "a group was refused whole",
    Duplicate "a known command came again",
    Fork "a fork was answered",
    Gap "a gap was answered",
    Renumbered "a queue was renumbered",
    SavedLate "a command was saved under an older incarnation",
    Conflict "a commit found a conflict",
    Busy "the server gave up and asked to wait",
    Dropped "a message was lost",
    Doubled "a message came twice",
    Delayed "a message was hours late",
    TooLate "an answer came after its request was given up",
    AnswerLost "an answer was lost after its commit",
    NodeDied "a server node died with work in hand",
    AppDied "an app died",
    AppDiedMidway "an app died between two effects",
    RelaxedLost "relaxed transactions were lost",
    Evicted "a browser cleared everything",
    LossReported "lost commands were reported",
    DeviceRestored "a device was restored from a backup",
    DeviceCloned "a device was cloned",
    Full "a device was full",
    NotSaved "a full device said that it could not save",
    Rotten "a row was lost on a device",
    Mismatch "rows did not add up and were fetched again",
    ClockWrong "a clock was a day off",
    Portal "a portal answered",
    Partition "a device was cut off",
    SignedOut "a session ended",
    HintLost "a bell was not heard",
    Hinted "a bell was heard",
    Restored "the server was restored",
    OfferedAgain "a restored server got back what it had forgotten",
    Compacted "a log was compacted",
    Reset "a cursor lay before the floor",
    ResetDuringPush "a scope was reset while commands waited",
    Retired "a row was retired",
    Buried "a tombstone reached a device",
    WholePages "a scope came in several pages",
    NewsPages "news came in several pages",
    ManyScopes "one cut moved several scopes",
    Revoked "a scope was taken away",
    Denied "a scope was not given",
    Regained "a scope was given back",
    Approved "an approval was accepted",
    Stale "a decision about an older version was refused",
    AskedAgain "a supervisor asked again and it was the same command",
    NotSuperior "a decision by somebody who may not was refused",
    Sealed "a command that the phone could not read was sent",
    OldProtocol "a push came in the previous protocol",
    OldShape "a command came in an older shape",
    Strange "a row of an unknown kind came",
    Updated "an app was updated",
    OldNode "an older node answered",
    NotYetKnown "an older node could not read a command",
    PassedOver "an older node passed over rows that the phone knows",
    NodeUpdated "an older node was updated",
    SecondWindow "a second window pushed the same queue",
    Discarded "a command was discarded",
    Resent "a refused command was edited and sent again",
    PhotoArrived "a photo left its phone",
    ParcelResumed "a parcel went on where it had stopped",
    SliceElsewhere "a slice came where the office did not stand",
    PhotoDamaged "a photo did not fit its name and was dropped",
    ParcelSwept "a parcel was cleared away",
    PhotoForgotten "a restored server had forgotten a photo",
    DraftSoft "two devices' fields of a draft came together",
    DraftHard "two devices wrote into the same field of a draft",
    DraftSpent "a draft went with its entry",
    DraftRest "what another device wrote outlived its draft",
    EntrySoft "two devices' revisions of an entry came together",
    EntryHard "two devices revised the same field of an entry",
    Settled "a person chose between two values",
    NotSettled "an approval before the choice was refused",
}

/// Counts by event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coverage {
    counts: Vec<u64>,
}

impl Default for Coverage {
    fn default() -> Self {
        Self { counts: vec![0; Event::ALL.len()] }
    }
}

impl Coverage {
    /// It happened.
    pub fn count(&mut self, event: Event) {
        if let Some(count) = self.counts.get_mut(event as usize) {
            *count += 1;
        }
    }

    /// How often it happened.
    #[must_use]
    pub fn of(&self, event: Event) -> u64 {
        self.counts.get(event as usize).copied().unwrap_or(0)
    }

    /// Adds the counts of another run.
    pub fn add(&mut self, other: &Self) {
        for (count, more) in self.counts.iter_mut().zip(&other.counts) {
            *count += more;
        }
    }

    /// What never happened.
    pub fn missing(&self) -> impl Iterator<Item = Event> {
        Event::ALL.iter().copied().filter(|event| self.of(*event) == 0)
    }
}
