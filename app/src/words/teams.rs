//! What the pages of teams across units say: name, Indonesian, English. Their parts fetch it.

words! {
    /// Every sentence about teams across units in one language.
    TeamsWords {}

    // On an entry and in its form.
    for_team: "Untuk tim", "For a team";
    for_team_hint: "Ketua tim ikut membaca catatan ini. Yang menyetujui tetap atasan Anda.",
        "The team's leader reads this entry too. Your superior still approves it.";
    for_named: "Untuk {0}", "For {0}";
    for_some: "Untuk tim lintas unit", "For a team across units";
    team_left: "Tim yang sudah Anda tinggalkan", "A team that you have left";

    // The list.
    list_about: "Tim lintas unit yang Anda pimpin atau ikuti.", "Teams across units that you lead or are in.";
    list_none: "Anda belum masuk tim lintas unit. Admin kepegawaian yang menambahkan anggotanya.",
        "You are in no team across units yet. The personnel admin adds its members.";
    you_lead: "Anda ketua", "You lead it";
    you_are_in: "Anda anggota", "You are in it";
    over: "Sudah berakhir", "It is over";
    led_by: "Ketua: {0}", "Led by {0}";
    past: "Tim yang sudah lewat", "Earlier teams";
    row_about: "Tim yang Anda pimpin atau ikuti, dan catatannya.", "Teams that you lead or are in, and what was done for them.";

    // One team.
    missing: "Tim ini tidak ada, atau bukan tim Anda.", "There is no such team, or it is not yours.";
    purpose: "Tujuan", "Purpose";
    no_purpose: "Tujuannya belum ditulis.", "Its purpose is not written yet.";
    leader: "Ketua", "Leader";
    term: "Masa tim", "Term";
    members: "Anggota", "Members";
    no_members: "Belum ada anggota. Admin kepegawaian yang menambahkannya.", "No members yet. The personnel admin adds them.";
    is_leader: "ketua tim", "team leader";
    nothing_week: "{0} anggota belum mencatat untuk tim ini minggu ini", "{0} members have written nothing for this team this week";
    nothing_week_one: "{0} belum mencatat untuk tim ini minggu ini", "{0} has written nothing for this team this week";
    is_blocked: "{0} terhambat", "{0} is blocked";
    not_answered: "{0} belum menjawab pertanyaan Anda", "{0} has not answered your question";
    read_it: "Baca", "Read it";
    entries: "Catatan untuk tim", "Entries for the team";
    entries_days: "{0}, 31 hari terakhir", "{0}, the last 31 days";
    entries_none: "Belum ada catatan untuk tim ini. Anggota memilih timnya saat mencatat.",
        "No entry for this team yet. Members choose the team when they write.";
    entries_mine: "Catatan Anda untuk tim ini", "Your entries for this team";
    entries_mine_none: "Belum ada. Pilih tim ini di bagian “Untuk tim” saat Anda mencatat.",
        "None yet. Choose this team under “For a team” when you write.";
    more: "Tampilkan {0} lagi", "Show {0} more";
    react: "Tanggapi", "Respond";
    react_to: "Tanggapi catatan {0}", "Respond to the entry of {0}";
    react_close: "Tutup tanggapan", "Close the response";
    leader_note: "Anda memberi umpan balik sebagai ketua tim. Menyetujui atau mengembalikan tetap bagian atasan langsung.",
        "You give feedback as the team's leader. Approving and sending back stay with the direct superior.";
    wrote_last: "terakhir mencatat {0}", "last wrote on {0}";
    wrote_never: "belum mencatat 31 hari ini", "nothing in 31 days";
    in_it: "anggota {0}", "in it {0}";

    // The admin's pages.
    tab: "Tim", "Teams";
    admin_about: "Tim kerja lintas unit. Tiap anggota tetap di unitnya, dan tetap dinilai atasannya.",
        "Work teams across units. Each member stays in their unit and is assessed by their superior.";
    admin_none: "Belum ada tim lintas unit.", "No team across units yet.";
    make: "Buat tim", "Make a team";
    make_title: "Tim baru", "A new team";
    change: "Ubah tim", "Change the team";
    name: "Nama tim", "Name of the team";
    name_hint: "Seperti di surat tugas, misalnya Tim Percepatan Penurunan Stunting.", "As in the letter of assignment.";
    purpose_hint: "Satu atau dua kalimat: apa yang dicapai, sampai kapan.", "One or two sentences: what it should reach, by when.";
    keeper: "Dikelola admin", "In the keeping of";
    leader_hint: "Boleh dari unit mana pun yang Anda kelola. Ketik tiga huruf namanya.", "From any unit that you look after. Type three letters of the name.";
    made: "Tim dibuat. Tambahkan anggotanya.", "The team is made. Add its members.";
    changed: "Tim diubah.", "The team is changed.";
    add_member: "Tambah anggota", "Add a member";
    member: "Nama anggota", "Name of the member";
    added: "{0} masuk tim.", "{0} is in the team.";
    end: "Akhiri hari ini", "End today";
    end_of: "Akhiri keanggotaan {0} hari ini", "End the membership of {0} today";
    cancel_of: "Batalkan keanggotaan {0}", "Cancel the membership of {0}";
    ended: "Keanggotaan {0} berakhir hari ini. Catatannya tetap ada.", "The membership of {0} ends today. What they wrote stays.";
    cancelled: "Keanggotaan {0} dibatalkan.", "The membership of {0} is cancelled.";
    were_members: "Pernah menjadi anggota", "Former members";
    admin_no_members: "Belum ada anggota. Tambahkan di bawah.", "No members yet. Add them below.";
    count_members: "{0} anggota", "{0} members";
    back: "Semua tim", "All teams";
}
