//! What the pages of feedback say: name, Indonesian, English. Their parts fetch it.

words! {
    /// Every sentence of these pages in one language.
    FeedbackWords {}

    // The queue of a superior.
    review: "Tinjau", "Review";
    review_none: "Tidak ada yang menunggu Anda. Semua catatan tim sudah dijawab.", "Nothing waits for you. Every entry of the team is answered.";
    review_waiting: "{0} menunggu Anda.", "{0} waiting for you.";
    review_asking: "{0} meminta umpan balik; itu yang pertama.", "{0} asking for feedback; those come first.";
    review_order: "Yang terlama di atas.", "The oldest on top.";
    review_more: "Masih ada yang lama menunggu. Muat ulang setelah ini selesai.", "There is more that has waited long. Open this page anew when these are done.";
    choice: "Yang ditampilkan", "What is shown";
    everything: "Semua", "Everything";
    waits_long: "Lebih dari 2 hari kerja", "More than 2 working days";
    none_long: "Tidak ada yang menunggu lebih dari 2 hari kerja.", "Nothing has waited for more than 2 working days.";
    review_all: "Tinjau semua", "Review them all";
    list: "Catatan yang menunggu", "Entries that wait";
    choose: "Pilih catatan {0}: {1}", "Choose the entry of {0}: {1}";
    choose_all: "Pilih semua", "Choose all";
    chosen: "{0} dipilih", "{0} chosen";
    none_chosen: "Belum ada yang dipilih", "None chosen";
    approve: "Setujui {0}", "Approve {0}";
    send_back: "Kembalikan {0}", "Send back {0}";
    reason: "Apa yang perlu diperbaiki", "What needs revision";
    reason_hint: "Satu alasan untuk {0}. Tiap orang membacanya di catatannya.", "One reason for {0}. Each person reads it under the entry.";
    asks: "Minta umpan balik", "Asks for feedback";
    late: "Terlambat dicatat", "Written late";
    approved_asks: "Sudah disetujui, pertanyaannya belum dijawab", "Approved, the question is not answered";
    answer_it: "Buka dan jawab", "Open and answer";
    open: "Buka", "Open";
    waits_since: "Menunggu sejak {0}", "Waiting since {0}";
    revised_at: "revisi sampai {0}", "revision arrived {0}";
    apart: "Waktu tulis di HP dan waktu sampai di kantor berselisih lebih dari sehari.", "Written on the phone and arrived at the office more than a day apart.";
    changed: "Berubah sejak Anda melihatnya. Baca lagi, lalu pilih.", "Changed since you saw it. Read it again, then choose.";
    was: "Sebelumnya", "Before";
    is_now: "Sekarang", "Now";
    text: "Uraian", "Words";
    plan: "Rencana", "Plan";
    amount: "Hasil", "Amount";
    work_date: "Tanggal kerja", "Work date";
    photos: "Foto", "Photos";
    did_approve: "{0} disetujui.", "{0} approved.";
    did_return: "{0} dikembalikan dengan alasan Anda.", "{0} sent back with your reason.";
    partly: "{0} berhasil, {1} tidak diterima. Yang tidak diterima tetap di bawah, dengan sebabnya.", "{0} done, {1} not accepted. What was not accepted stays below, with the reason.";
    unsent: "{0} belum terkirim karena jaringan. Tetap dipilih; tekan lagi saat tersambung.", "{0} not sent because of the network. Still chosen; press again when connected.";
    keys: "Papan tik", "Keyboard";
    keys_help: "Di dalam daftar: J turun, K naik, X pilih, A setujui, R kembalikan. Tab dan Spasi juga berlaku.", "Inside the list: J down, K up, X choose, A approve, R send back. Tab and Space work too.";
    to_board: "Papan tim", "Team board";

    // The inbox.
    more_one: "{0} kabar lain tentang catatan ini", "{0} more about this entry";
    more_many: "{0} kabar lain tentang catatan ini", "{0} more about this entry";

    // How long answers took.
    answer_about: "nilai tengah; {0} dari {1} catatan sudah dijawab", "median; {0} of {1} entries answered";
    rule_median: "Dari sampai di kantor hingga jawaban pertama atasan: setuju, kembali, terima kasih, atau pesan. Nilai tengah, dalam jam biasa: malam dan hari libur ikut dihitung.",
        "From arrival at the office to the superior's first answer: approval, return, thanks or message. The median, in plain hours: nights and days off count too.";
    input_answers: "{0} catatan sampai, {1} dijawab", "{0} entries arrived, {1} answered";
    last_weeks: "catatan pada papan ini, sejak {0}", "entries on this board, since {0}";
    last_quarter: "catatan pada halaman ini, sejak {0}", "entries on this page, since {0}";

    // What is said about one entry.
    feedback: "Umpan balik", "Feedback";
    behaviour: "Perilaku", "Behaviour";
    behaviour_hint: "Apa yang Anda lihat dilakukan, bukan orangnya.", "What you saw being done, not the person.";
    impact: "Dampak", "Impact";
    impact_hint: "Akibatnya bagi warga atau tim.", "What it led to, for citizens or the team.";
    next: "Langkah berikutnya", "Next step";
    next_hint: "Yang diteruskan atau diubah.", "What to keep or to change.";
    did_feedback: "Umpan balik terkirim ke {0}.", "Your feedback went to {0}.";
    send_feedback: "Kirim umpan balik", "Send feedback";
    flag: "Tandai untuk dibahas", "Mark for the dialogue";
    flagged: "Ditandai untuk dibahas", "Marked for the dialogue";
    did_flag: "Catatan ini dibahas pada dialog triwulan.", "This entry is talked about in the quarter's dialogue.";
    did_unflag: "Tanda dibahas dihapus.", "No longer marked for the dialogue.";
    ask: "Minta umpan balik", "Ask for feedback";
    ask_hint: "Pertanyaan Anda, boleh kosong. Catatan ini naik ke atas daftar {0}.", "Your question; may be empty. This entry moves to the top of the list of {0}.";
    did_ask: "Permintaan tersimpan di HP, lalu dikirim.", "The request is saved on the phone, then sent.";
    asked: "Minta umpan balik", "Asks for feedback";
    read_at: "dibaca {0}", "read {0}";
    not_read: "belum dibaca", "not read yet";
    answers_to: "Menjawab {0}: {1}", "Answering {0}: {1}";
    reply_to: "Balas pesan {0}", "Answer {0}";
    reply: "Balas", "Answer";
    no_reply: "Jangan sebagai balasan", "Not as an answer";
    answered: "sudah dijawab", "answered";
    not_answered: "belum dijawab", "not answered yet";
}
