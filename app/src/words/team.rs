//! What only the board of a team says: name, Indonesian, English.

words! {
    /// Every sentence of the board in one language.
    TeamWords {}

    live_now: "Langsung · baru saja diperbarui", "Live · updated just now";
    live_seconds: "Langsung · diperbarui {0}\u{a0}dtk lalu", "Live · updated {0}\u{a0}s ago";
    live_minutes: "Langsung · diperbarui {0}\u{a0}mnt lalu", "Live · updated {0}\u{a0}min ago";
    stale: "Papan ini berhenti sejak {0}.", "This board stands still since {0}.";
    stale_about: "Menyambung lagi sendiri.", "It reconnects by itself.";
    stale_short: "Tertunda · data pukul {0}", "Delayed · data of {0}";
    board_missing: "Papan ini tidak ada untuk Anda. Pilih papan lain, atau minta admin memeriksa unit Anda.",
        "There is no such board for you. Choose another, or ask an admin to check your unit.";
    no_boards: "Anda belum memimpin tim, jadi belum ada papan.", "You do not lead a team, so there is no board.";
    unit: "Unit", "Unit";
    have_recorded: "{0} dari {1} orang yang bertugas sudah mencatat hari ini.", "{0} of {1} people on duty have written today.";
    are_away: "{0} tidak masuk.", "{0} away.";
    away_filter: "Tidak masuk", "Away";
    wait_for_you: " menunggu Anda.", " waiting for you.";
    wait_for_superior: " menunggu atasannya.", " waiting for their superior.";
    none_waits: "Tidak ada yang menunggu Anda.", "Nothing waits for you.";
    team_empty: "Belum ada orang di unit ini.", "Nobody is in this unit yet.";
    team_progress: "Kemajuan rencana tim", "Progress of the team's plans";
    team_progress_note: "{0} rencana berjalan, {1} sudah tercapai", "{0} plans running, {1} reached";
    attention: "Perlu perhatian sekarang", "Needs attention now";
    nothing_urgent: "Tidak ada yang mendesak.", "Nothing is urgent.";
    assessed: "Orang yang saya nilai", "People I assess";
    waits_long: "{0} menunggu Anda lebih dari 2 hari kerja.", "{0} waiting for you for more than 2 working days.";
    from_people: "Dari {0} orang", "From {0} people";
    review_them: "Tinjau {0}", "Review {0}";
    silent: "{0} belum mencatat {1} hari kerja.", "{0} has written nothing for {1} working days.";
    away_afterwards: "{0} menulis hari tidak masuk sesudah harinya.", "{0} wrote days away after they had passed.";
    away_look: "Lihat dan jawab", "Look and answer";
    open_page: "Buka halamannya", "Open the page";
    nothing_today: "{0} orang belum mencatat hari ini.", "{0} people have written nothing today.";
    show_them: "Tampilkan", "Show them";
    not_revised: "{0} dikembalikan dan belum direvisi.", "{0} sent back and not revised.";
    stuck: "{0} terhambat.", "{0} blocked.";
    stuck_filter: "Terhambat", "Blocked";
    written_late: "{0} terlambat dicatat dan menunggu.", "{0} written late and waiting.";
    person_page: "Halaman lengkap", "Full page";
    returned_filter: "Perlu revisi", "Need revision";
    late_filter: "Terlambat", "Late";
    plan_waits: "Rencana menunggu disetujui: {0}", "Plan waiting for agreement: {0}";
    plan_agreed: "Rencana disetujui.", "The plan is agreed.";
    counters: "Kata warga hari ini", "What citizens say today";
    answers: "jawaban hari ini", "answers today";
    last_at: "Terakhir {0}", "Last {0}";
    no_answers: "Belum ada jawaban hari ini", "No answers today";
    everyone: "Semua orang", "Everyone";
    by_alphabet: "{0}, menurut abjad", "{0}, by alphabet";
    everyone_caption: "Semua orang di unit ini, menurut abjad", "Everyone in this unit, by alphabet";
    not_recorded: "Belum mencatat", "Not written yet";
    search_name: "Cari nama", "Search a name";
    name: "Nama", "Name";
    latest: "Catatan terakhir hari ini", "Latest entry today";
    ten_days: "10 hari kerja", "10 working days";
    ten_sentence: "{0} dari {1} hari kerja tercatat", "{0} of {1} working days written";
    ten_none: "Belum ada hari kerja yang bisa dihitung", "No working day to count yet";
    progress: "Kemajuan", "Progress";
    waiting: "Menunggu", "Waiting";
    nobody_matches: "Tidak ada nama yang cocok dengan saringan ini.", "No name matches this filter.";
    no_entry_today: "Belum ada catatan hari ini", "No entry today";
    close_panel: "Tutup panel", "Close the panel";
    approve: "Setujui", "Approve";
    write_message: "Tulis pesan", "Write a message";
    return_hint: "Tulis apa yang perlu diperbaiki, dan sebabnya.", "Write what needs revision, and why.";
    did_approve: "Catatan {0} disetujui.", "The entry of {0} is approved.";
    did_thank: "Terima kasih terkirim ke {0}.", "Your thanks went to {0}.";
    did_return: "Catatan dikembalikan ke {0} dengan pesan Anda.", "The entry went back to {0} with your message.";
    did_write: "Pesan terkirim ke {0}.", "Your message went to {0}.";
    others: "Catatan lain", "Other entries";
    open: "Buka", "Open";
    nothing_to_read: "Belum ada catatan hari ini, dan tidak ada yang menunggu.", "No entry today, and nothing waits.";
    knows: "{0} tahu bahwa Anda membuka ini.", "{0} knows that you open this.";
    photo_of: "Foto {0} dari {1}", "Photo {0} of {1}";
}
