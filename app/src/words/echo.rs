//! What Kabar says of dialogues and plans: name, Indonesian, English. Its part fetches it.

use shared::dialogue::Deed;

words! {
    /// Every sentence about them in one language.
    EchoWords {}

    title: "Dialog kinerja, triwulan {0} {1}", "Performance dialogue, quarter {0} of {1}";
    open_it: "Lihat dialog", "See the dialogue";
    sentence: "{0} {1}.", "{0} {1}.";
    asks: "meminta dialog", "asks for the dialogue";
    opens: "membuka dialog", "opened the dialogue";
    notes: "menambah tulisan", "added to their words";
    agrees: "menyepakati tindakan", "agreed on an action";
    withdraws: "menarik tindakan", "took back an action";
    settles: "menandai tindakan selesai", "marked an action as done";
    gives_up: "menandai tindakan belum tercapai", "marked an action as not met";
    closes: "menutup dialog", "closed the dialogue";
    replies: "memberi tanggapan", "gave an answer";

    plan_waits: "Tawaran atasan menunggu jawaban Anda", "Your superior's offer waits for your answer";
    plan_agreed: "Rencana Anda disetujui", "Your plan is agreed to";
    plan_declined: "Rencana Anda tidak disetujui", "Your plan is not agreed to";
    open_plan: "Buka rencana", "Open the plan";
}

impl EchoWords {
    /// What somebody has done, to stand after their name; none for what is no news.
    #[must_use]
    pub const fn deed(&self, deed: Deed, by_person: bool) -> Option<&'static str> {
        Some(match deed {
            Deed::Open if by_person => self.asks,
            Deed::Open => self.opens,
            Deed::Note => self.notes,
            Deed::Agree => self.agrees,
            Deed::Withdraw => self.withdraws,
            Deed::Done => self.settles,
            Deed::NotMet => self.gives_up,
            Deed::Close => self.closes,
            Deed::Reply => self.replies,
            Deed::Read => return None,
        })
    }
}
