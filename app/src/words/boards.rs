//! What boards of units, a person's page and televisions say: name, Indonesian, English. Their pages fetch it with their part.

words! {
    /// Every sentence of these pages in one language.
    BoardWords {}

    title: "Papan unit", "Unit board";
    city_board: "Papan unit", "Unit board";
    units_below: "{0} unit di bawahnya", "{0} units below";
    one_team: "Satu tim, tanpa unit di bawahnya", "One team, no units below";
    breadcrumb: "Unit di atasnya", "Units above";
    team_board: "Papan tim", "Team board";
    no_units: "Anda belum memimpin unit, jadi belum ada papan unit.", "You do not lead a unit, so there is no unit board.";
    missing: "Papan ini tidak ada untuk Anda. Pilih unit lain, atau minta admin memeriksa unit Anda.",
        "There is no such board for you. Choose another unit, or ask an admin to check yours.";
    period: "Periode", "Period";
    day: "Hari ini", "Today";
    week: "Minggu ini", "This week";
    month: "Bulan ini", "This month";
    quarter: "Triwulan ini", "This quarter";
    free: "Rentang bebas", "Free range";
    free_refused: "Rentang belum benar. ", "The range is not right yet. ";
    from_until: "{0} sampai {1}", "{0} to {1}";

    recorded_of: "{0} dari {1} orang yang bertugas sudah mencatat hari ini.", "{0} of {1} people on duty have written today.";
    away_today: "{0} tidak masuk.", "{0} away.";
    away_not_counted: "{0} cuti, sakit, atau dinas luar tidak dihitung", "{0} on leave, ill or on duty elsewhere not counted";
    away: "Tidak masuk", "Away";
    waiting_returned: "{0} catatan menunggu atasan, {1} perlu revisi.", "{0} entries wait for a superior, {1} need revision.";
    none_waiting: "Tidak ada catatan yang menunggu.", "No entry waits.";
    nobody_yet: "Belum ada orang di unit ini.", "Nobody is in this unit yet.";

    recorded: "Mencatat hari ini", "Written today";
    out_of: "dari {0}", "of {0}";
    percent_of_people: "{0} dari yang bertugas", "{0} of those on duty";
    entries: "Catatan", "Entries";
    person_days: "{0} dari {1} hari kerja orang", "{0} of {1} person working days";
    late_entries: "{0} terlambat dicatat", "{0} written late";
    waiting: "Menunggu atasan", "Waiting for a superior";
    returned_count: "{0} perlu revisi", "{0} need revision";
    progress: "Kemajuan rencana", "Progress of plans";
    progress_about: "{0} rencana berjalan, {1} tercapai", "{0} plans running, {1} reached";
    answer: "Waktu umpan balik", "Time to feedback";
    answer_about: "{0} dari {1} catatan sudah dijawab", "{0} of {1} entries answered";
    no_figure: "–", "–";
    no_plans: "belum ada rencana berjalan", "no plan is running";
    minutes: "{0}\u{a0}mnt", "{0}\u{a0}min";
    hours: "{0}\u{a0}jam", "{0}\u{a0}h";
    days: "{0}\u{a0}hari", "{0}\u{a0}days";

    which_number: "Dari mana angka ini?", "Where does this number come from?";
    rule: "Aturan", "Rule";
    inputs: "Masukan", "Inputs";
    n: "n", "n";
    rows: "Barisnya", "Its rows";
    no_rows: "Tidak ada baris di bawahnya.", "No rows below it.";
    rule_recorded: "Orang dengan paling sedikit satu catatan bertanggal kerja hari ini, dari pegawai yang tidak cuti, sakit, atau dinas luar. Yang tidak masuk tetapi mencatat ikut dihitung.",
        "People with at least one entry whose work date is today, of all staff who are not on leave, ill or on duty elsewhere. Whoever is away and writes all the same is counted.";
    rule_entries: "Semua catatan dengan tanggal kerja dalam periode. Hari kerja orang: pegawai kali hari Senin sampai Jumat, dikurangi hari tidak masuk.",
        "All entries whose work date is in the period. Person working days: staff times Monday to Friday, less the days away.";
    rule_waiting: "Catatan dalam periode yang belum disetujui dan belum dikembalikan.",
        "Entries of the period that are neither approved nor sent back.";
    rule_progress: "Rata-rata persentase tiap rencana yang disepakati dan berjalan hari ini. Berkas dan orang tidak dijumlahkan.",
        "Mean of the percentages of all agreed plans that run today. Files and people are not added up.";
    rule_answer: "Dari sampai di kantor hingga jawaban pertama atasan (setuju, kembali, atau pesan), dirata-ratakan atas catatan dalam periode.",
        "From arrival at the office to the superior's first answer (approval, return or message), averaged over the entries of the period.";
    input_staff: "{0} pegawai", "{0} staff";
    input_recorded: "{0} orang mencatat hari ini, {1} pegawai, {2} tidak masuk", "{0} people have written today, {1} staff, {2} away";
    input_entries: "{0} catatan", "{0} entries";
    input_person_days: "{0} hari orang dengan catatan, {1} hari kerja orang, {2} hari tidak masuk", "{0} person-days with entries, {1} person working days, {2} days away";
    input_waiting: "{0} menunggu, {1} disetujui, {2} dikembalikan", "{0} waiting, {1} approved, {2} sent back";
    input_plans: "jumlah persentase {0}", "percentages add up to {0}";
    input_answer: "{0} jam seluruhnya", "{0} hours in all";
    n_people: "{0} orang", "{0} people";
    n_plans: "{0} rencana", "{0} plans";
    n_answered: "{0} catatan dijawab", "{0} answered entries";

    trend: "Yang mencatat tiap hari", "Who wrote, day by day";
    trend_note: "Satu batang satu hari. Garis atas: semua {0} pegawai.", "One bar is one day. Upper line: all {0} staff.";
    trend_sentence: "{0} sampai {1}: paling sedikit {2}, paling banyak {3} orang sehari.",
        "{0} to {1}: at least {2}, at most {3} people a day.";
    trend_table: "Lihat sebagai tabel", "Show as a table";
    date: "Tanggal", "Date";
    people: "Orang", "People";

    units: "Unit", "Units";
    attention_first: "perlu perhatian dulu, lalu menurut abjad", "needs attention first, then by alphabet";
    by_alphabet: "menurut abjad", "by alphabet";
    alphabet: "Menurut abjad", "By alphabet";
    needs_attention: "Perlu perhatian", "Needs attention";
    units_caption: "Unit di bawah ini, dengan semua yang ada di bawahnya", "Units below, with everything under them";
    unit_name: "Nama unit", "Unit";
    staff: "Pegawai", "Staff";
    search_unit: "Cari nama", "Search a name";
    none_matches: "Tidak ada nama yang cocok dengan saringan ini.", "No name matches this filter.";
    waiting_short: "Menunggu", "Waiting";
    returned_short: "Perlu revisi", "Need revision";
    progress_short: "Kemajuan", "Progress";
    care_recorded: "Kurang dari setengah yang bertugas sudah mencatat hari ini", "Less than half of those on duty have written today";
    care_returned: "{0} catatan dikembalikan dan belum direvisi", "{0} entries sent back and not revised";
    care_waiting: "{0} catatan menunggu, lebih dari satu tiap orang", "{0} entries wait, more than one for each person";
    care_late: "{0} catatan terlambat, lebih dari satu dari sepuluh", "{0} entries late, more than one in ten";

    own_people: "Orang di unit ini", "People of this unit";
    own_people_caption: "Orang di unit ini, menurut abjad", "People of this unit, by alphabet";
    has_recorded: "sudah", "yes";
    has_not: "belum", "not yet";
    not_recorded: "Belum mencatat", "Not written yet";
    status: "Saring orang", "Filter people";
    late_short: "Terlambat", "Late";
    days_written: "Hari tercatat", "Days written";
    nobody_matches: "Tidak ada orang yang cocok dengan saringan ini.", "Nobody matches this filter.";
    in_period: "{0}: {1} catatan. {2} dari {3} hari kerja orang tercatat.", "{0}: {1} entries. {2} of {3} person working days written.";
    everyone_in: "{0}, menurut abjad", "{0}, by alphabet";
    rule_team_day: "Orang dengan paling sedikit satu catatan hari ini, dari semua yang tampil di papan ini tanpa yang cuti, sakit, atau dinas luar. Menunggu: catatan 16 hari terakhir yang belum disetujui dan belum dikembalikan.",
        "People with at least one entry today, of all who stand on this board without those on leave, ill or on duty elsewhere. Waiting: entries of the last 16 days that are neither approved nor sent back.";
    input_team_day: "{0} orang mencatat, {1} tidak masuk, {2} catatan menunggu", "{0} people have written, {1} away, {2} entries waiting";
    did_write: "{0} catatan hari ini", "{0} entries today";
    and_waiting: "{0} menunggu", "{0} waiting";
    open_knows: "Membuka halaman seseorang tercatat, dan orangnya dapat melihatnya.",
        "Opening a person's page is noted, and the person can see it.";

    person: "Halaman pegawai", "Person";
    person_missing: "Halaman ini tidak ada untuk Anda.", "There is no such page for you.";
    seen_by: "Halaman ini sama bagi {0} dan bagi atasannya.", "This page is the same for {0} and for their superiors.";
    assessed_by: "Dinilai oleh {0}", "Assessed by {0}";
    last_days: "20 hari kerja terakhir", "The last 20 working days";
    last_days_sentence: "{0} dari {1} hari kerja tercatat", "{0} of {1} working days written";
    plans: "Rencana", "Plans";
    plans_none: "Belum ada rencana yang berjalan.", "No plan is running.";
    journal: "Catatan", "Entries";
    journal_none: "Belum ada catatan dalam tiga bulan terakhir.", "No entry in the last three months.";
    journal_count: "{0} dalam tiga bulan", "{0} in three months";
    journal_more: "Yang lebih lama ada di buku pemiliknya.", "Older ones are in the owner's notebook.";
    looks: "Yang membuka halaman ini", "Who has opened this page";
    looks_none: "Belum ada orang lain yang membuka halaman ini.", "Nobody else has opened this page.";
    looks_about: "Dicatat sekali sehari untuk tiap orang. Tidak ada yang lain yang dilacak: tidak lokasi, tidak lama melihat, tidak layar, tidak waktu daring.",
        "Noted once a day for each viewer. Nothing else is tracked: no location, no time spent, no screen, no time online.";
    my_page: "Yang dilihat atasan tentang saya", "What my superior sees of me";

    tv: "Layar TV", "TV screen";
    tv_about: "Layar hanya menampilkan jumlah unit ini, tanpa nama orang. Buka {0} di layar, lalu ketik kodenya.",
        "A screen shows this unit's sums only, without names. Open {0} on the screen and type the code.";
    tv_order: "Unit berurut abjad dan bergantian bila banyak. Tambahkan ?urut=perhatian pada alamatnya agar yang perlu perhatian lebih dulu.",
        "Units stand by alphabet, and in turns when they are many. Add ?urut=perhatian to the address to see those first that need attention.";
    tv_label: "Tempat layar", "Where it hangs";
    tv_label_hint: "Misalnya: Ruang tunggu lantai 1", "Such as: waiting room, first floor";
    tv_make: "Buat kode", "Make a code";
    tv_code: "Kode untuk layar", "Code for the screen";
    tv_code_until: "Hanya ditampilkan sekali. Berlaku sampai {0}, untuk satu layar.", "Shown only once. Valid until {0}, for one screen.";
    tv_list: "Layar yang terhubung", "Connected screens";
    tv_none: "Belum ada layar.", "No screen yet.";
    tv_seen: "terakhir membuka {0}", "last opened {0}";
    tv_unnamed: "Layar tanpa nama", "Screen without a name";
    tv_revoke: "Cabut {0}", "Revoke {0}";
    tv_revoke_short: "Cabut", "Revoke";
    tv_revoked: "Layar dicabut.", "The screen is revoked.";
    tv_pair: "Hubungkan layar ini", "Connect this screen";
    tv_pair_about: "Ketik kode dari papan unit. Layar ini lalu menampilkan jumlah satu unit, tanpa nama orang.",
        "Type the code from the unit's board. This screen then shows one unit's sums, without names.";
    tv_pair_code: "Kode", "Code";
    tv_connect: "Hubungkan", "Connect";
    tv_not_connected: "Belum terhubung", "Not connected";
    tv_live: "Langsung, diperbarui {0} detik lalu", "Live, updated {0} seconds ago";
    tv_live_now: "Langsung, baru saja diperbarui", "Live, updated just now";
    tv_stale: "Berhenti sejak {0}. Menyambung lagi sendiri.", "Stands still since {0}. It reconnects by itself.";
    tv_counters: "Suara warga hari ini", "What citizens say today";
    tv_counter: "Loket", "Counter";
    tv_answers: "Jawaban", "Answers";
    tv_pleased: "Baik atau sangat baik", "Good or very good";
    tv_no_names: "Tanpa nama orang", "No names of persons";
    tv_ready: "{0} dari {1} orang", "{0} of {1} people";
}
