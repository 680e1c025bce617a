//! What feedback is refused for: a message, a flag, a dialogue.

/// Why feedback is not ready, or a dialogue is not so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FeedbackFault {
    /// A remark or a return needs words.
    WordsMissing,
    /// One of behaviour, impact and next step is missing (acceptance DMI-9).
    ShapeIncomplete,
    /// The post of the superior is vacant and nobody stands in: nobody would read it.
    NobodyAssesses,
    /// No such quarter, or one that has not begun.
    QuarterNotBegun,
    /// The dialogue is closed: its words stay.
    DialogueClosed,
    /// The superior has not opened the dialogue yet.
    DialogueNotOpen,
    /// The dialogue of an earlier quarter is not closed.
    EarlierOpen,
    /// An action whose day has passed is neither done nor explained.
    ActionsOpen,
    /// An action that was not met needs a reason.
    ExplanationMissing,
    /// An agreed action needs words.
    ActionMissing,
    /// The day of an agreed action lies in the past.
    DueInThePast,
}

impl FeedbackFault {
    pub(super) const fn plain(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::WordsMissing => (
                "remark_missing",
                "Tulis dulu pesannya, agar orangnya tahu apa yang dimaksud.",
                "Write the message first, so that the person knows what you mean.",
            ),
            Self::ShapeIncomplete => (
                "shape_incomplete",
                "Isi ketiganya: perilaku, dampak, dan langkah berikutnya. Atau tulis pesan bebas.",
                "Fill in all three: behaviour, impact and next step. Or write a free message.",
            ),
            Self::NobodyAssesses => (
                "nobody_assesses",
                "Belum ada yang menilai Anda, jadi pesan ini tidak akan terbaca. Minta admin menunjuk atasan atau Plt., lalu kirim lagi.",
                "Nobody assesses you now, so nobody would read this. Ask an admin to name a superior or somebody who stands in, then send it again.",
            ),
            Self::QuarterNotBegun => (
                "quarter_not_begun",
                "Triwulan ini belum mulai. Pilih triwulan berjalan atau yang sudah lewat.",
                "This quarter has not begun. Choose the current one or an earlier one.",
            ),
            Self::DialogueClosed => (
                "dialogue_closed",
                "Dialog ini sudah ditutup dan isinya tidak diubah lagi. Lanjutkan pada dialog triwulan berikutnya.",
                "This dialogue is closed and no longer changes. Go on in the dialogue of the next quarter.",
            ),
            Self::DialogueNotOpen => (
                "dialogue_not_open",
                "Dialog ini belum dibuka atasan. Ajukan dulu, lalu tunggu atasan membukanya.",
                "The superior has not opened this dialogue yet. Ask for it first, then wait until it is opened.",
            ),
            Self::EarlierOpen => (
                "earlier_dialogue_open",
                "Dialog triwulan sebelumnya belum ditutup. Tutup dulu, agar tindakannya terbawa ke sini.",
                "The dialogue of an earlier quarter is not closed. Close it first, so that its actions come along.",
            ),
            Self::ActionsOpen => (
                "actions_open",
                "Masih ada tindakan lewat tenggat yang belum ditandai. Tandai selesai, atau belum tercapai dengan sebabnya, lalu tutup.",
                "Some actions past their day are not marked yet. Mark them done, or not met with the reason, then close.",
            ),
            Self::ExplanationMissing => (
                "explanation_missing",
                "Tulis sebab tindakan ini belum tercapai, dan apa lanjutannya.",
                "Write why this action was not met, and what comes next.",
            ),
            Self::ActionMissing => (
                "action_missing",
                "Tulis dulu tindakan yang disepakati, walau satu kalimat.",
                "Write the agreed action first, even one sentence.",
            ),
            Self::DueInThePast => (
                "due_in_the_past",
                "Tenggat tindakan sudah lewat. Pilih hari ini atau sesudahnya.",
                "The due date of the action has passed. Choose today or a later day.",
            ),
        }
    }
}
