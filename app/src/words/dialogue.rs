//! What the pages of the dialogue say: name, Indonesian, English. Their part fetches it.

words! {
    /// Every sentence of these pages in one language.
    DialogueWords {}

    title: "Dialog kinerja", "Performance dialogue";
    all: "Semua dialog", "All dialogues";
    mine: "Dialog saya", "My dialogue";
    mine_about: "Dengan atasan saya, tiap triwulan", "With my superior, every quarter";
    with_team: "Dengan tim, {0}", "With the team, {0}";
    quarter: "Triwulan {0} {1}", "Quarter {0} of {1}";
    quarters: "Triwulan", "Quarters";
    print: "Cetak", "Print";
    not_now: "Dialog dengan tim dibaca di kantor. Halaman ini terbuka sendiri begitu tersambung.", "Dialogues with the team are read at the office. This page opens by itself once connected.";
    kept: "Tersimpan di HP, lalu dikirim.", "Saved on the phone, then sent.";
    missing: "Dialog ini tidak ada untuk Anda.", "There is no such dialogue for you.";
    between: "{0} dan {1}", "{0} and {1}";
    no_superior: "atasan yang belum ditetapkan", "a superior who is not set yet";
    only_two: "Hanya terlihat oleh kedua pihak. Suara warga tidak ada di sini.", "Seen by the two of you only. Citizens' words are not in here.";
    not_yet: "Belum dibuka", "Not opened yet";
    is_asked: "Diminta pegawai", "Asked for by the person";
    is_open: "Berjalan", "Under way";
    is_closed: "Ditutup", "Closed";
    open_actions: "{0} tindakan belum ditandai", "{0} actions not marked yet";

    ask: "Ajukan dialog", "Ask for the dialogue";
    ask_about: "Atasan Anda diberi tahu, lalu membukanya. Anda dapat mulai menulis sekarang.", "Your superior is told and opens it. You can begin to write now.";
    did_ask: "Dialog diajukan.", "The dialogue is asked for.";
    waits_for_superior: "Menunggu atasan membukanya. Anda sudah dapat menulis.", "Waiting for the superior to open it. You can write already.";
    open: "Buka dialog", "Open the dialogue";
    open_about: "Tindak lanjut triwulan sebelumnya yang belum selesai ikut terbawa.", "Actions of the quarter before that are not done come along.";
    did_open: "Dialog dibuka.", "The dialogue is open.";

    flagged: "Untuk dibahas", "To be talked about";
    nothing_flagged: "Belum ada catatan yang ditandai pada triwulan ini.", "No entry of this quarter is marked yet.";
    marked_by_you: "ditandai Anda", "marked by you";
    marked_by_person: "ditandai pegawai", "marked by the person";
    marked_by_superior: "ditandai atasan", "marked by the superior";

    notes: "Pembicaraan", "What was said";
    your_words: "Tulisan Anda", "Your words";
    words_of_person: "Tulisan pegawai", "The person's words";
    said_before: "Dengan {0} sebelumnya", "With {0} before";
    words_of_superior: "Tulisan atasan", "The superior's words";
    notes_hint: "Apa yang berjalan baik, apa yang menghambat, apa yang dibutuhkan.", "What goes well, what is in the way, what is needed.";
    nothing_written: "Belum ada tulisan.", "Nothing written yet.";
    save: "Simpan tulisan", "Save the words";
    did_note: "Tulisan Anda tersimpan di kantor.", "Your words are saved at the office.";
    saved: "Tersimpan", "Saved";
    not_saved: "Belum disimpan", "Not saved yet";

    actions: "Tindak lanjut", "Agreed actions";
    no_actions: "Belum ada tindakan yang disepakati.", "No action is agreed yet.";
    carried: "Terbawa dari {0}", "Carried over from {0}";
    due: "Tenggat {0}", "Due {0}";
    by_person: "Pegawai", "The person";
    by_superior: "Atasan", "The superior";
    by_both: "Bersama", "Both";
    last_time: "Sebab triwulan lalu: {0}", "Why not last quarter: {0}";
    because: "Sebab: {0}", "Reason: {0}";
    done: "Selesai", "Done";
    not_met: "Belum tercapai", "Not met";
    overdue: "Lewat tenggat", "Overdue";
    to_do: "Berjalan", "To do";
    mark_done: "Tandai selesai: {0}", "Mark as done: {0}";
    mark_not_met: "Tandai belum tercapai: {0}", "Mark as not met: {0}";
    mark_it: "Tandai belum tercapai", "Mark as not met";
    why_not: "Sebabnya, dan apa lanjutannya", "Why, and what comes next";
    did_settle: "Tindakan ditandai.", "The action is marked.";
    withdraw: "Tarik", "Take back";
    withdraw_it: "Tarik tindakan: {0}", "Take back the action: {0}";
    did_withdraw: "Tindakan ditarik.", "The action is taken back.";
    add: "Sepakati tindakan", "Agree on an action";
    what: "Apa yang dilakukan", "What is to be done";
    until: "Tenggat", "Due";
    who: "Oleh siapa", "By whom";
    agree: "Sepakati", "Agree";
    did_agree: "Tindakan disepakati.", "The action is agreed.";

    close: "Tutup dialog", "Close the dialogue";
    close_about: "Setelah ditutup, tulisan dan tindakan tidak berubah lagi. Yang belum tercapai terbawa ke triwulan berikutnya.",
        "Once closed, words and actions no longer change. What is not met comes along into the next quarter.";
    close_now: "Tutup sekarang", "Close now";
    did_close: "Dialog ditutup.", "The dialogue is closed.";
    superior_closes: "Atasan menutup dialog ini setelah selesai dibicarakan.", "The superior closes this dialogue when all is said.";
    closed_at: "Ditutup {0}.", "Closed {0}.";
    reply: "Tanggapan pegawai", "The person's answer";
    reply_label: "Tanggapan Anda", "Your answer";
    reply_hint: "Satu kali, setelah dialog ditutup. Atasan Anda membacanya.", "Once, after the dialogue is closed. Your superior reads it.";
    send_reply: "Kirim tanggapan", "Send the answer";
    did_reply: "Tanggapan Anda tersimpan.", "Your answer is saved.";
}
