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
    closed: "Hari ini kantor libur; tidak ada catatan yang ditunggu.", "The office is closed today; no entry is waited for.";
    closed_wrote: "{0} orang tetap mencatat.", "{0} people have written all the same.";
    closed_short: "libur", "day off";
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
    answer: "Waktu umpan balik, nilai tengah", "Time to feedback, median";
    answer_mean: "Waktu umpan balik, rata-rata", "Time to feedback, mean";
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
    rule_recorded: "Orang dengan paling sedikit satu catatan bertanggal kerja hari ini, dari pegawai yang tidak cuti, sakit, atau dinas luar. Yang tidak masuk tetapi mencatat ikut dihitung. Pada hari libur tidak ada yang ditunggu.",
        "People with at least one entry whose work date is today, of all staff who are not on leave, ill or on duty elsewhere. Whoever is away and writes all the same is counted. On a holiday nobody is waited for.";
    rule_entries: "Semua catatan dengan tanggal kerja dalam periode. Hari kerja orang dijumlahkan dari semua pegawai; untuk unit, hari sebelum catatan pertama kantor tidak dihitung.",
        "All entries whose work date is in the period. Person working days are added up over all staff; for a unit, days before the office's first entry do not count.";
    rule_waiting: "Catatan dalam periode yang belum disetujui dan belum dikembalikan.",
        "Entries of the period that are neither approved nor sent back.";
    rule_progress: "Rata-rata persentase tiap rencana yang disepakati dan berjalan hari ini. Berkas dan orang tidak dijumlahkan. Rencana yang belum dikerjakan dihitung 0%; yang tidak punya persentase, dan orang atau unit tanpa rencana berjalan, ditinggalkan dan bukan nol.",
        "Mean of the percentages of all agreed plans that run today. Files and people are not added up. A plan nobody has worked on counts 0%; one without a percentage, and people or units without a running plan, are left out and not zero.";
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
    n_units: "{0} unit", "{0} units";
    n_items: "{0} hal", "{0} items";
    left_out: "{0} tanpa persentase tidak dihitung", "{0} without a percentage not counted";
    without_plan: "{0} orang tanpa rencana berjalan tidak dihitung", "{0} people without a running plan not counted";

    due: "Selesai terhadap target", "Done against target";
    due_about: "{0}: {1} rencana, {2} tercapai", "{0}: {1} plans, {2} reached";
    due_none: "{0}: belum ada target", "{0}: no target yet";
    due_left_out: "{0} tanpa target di masa ini tidak dihitung", "{0} without a target in this time not counted";
    rule_due: "Tiap rencana: hasil dari catatan bertanggal kerja di bulan atau triwulan ini, dibagi bagian target untuknya (paling tinggi 100%). Target dibagi rata atas hari Senin sampai Jumat selama masa rencana, libur ikut, dalam satuan utuh. Angkanya rata-rata semua rencana; yang tidak punya bagian target di masa ini ditinggalkan, bukan nol.",
        "Each plan: amounts of entries whose work date lies in this month or quarter, divided by its share of the target (100% at most). A target is laid evenly over Monday to Friday of the plan's term, holidays included, in whole pieces. The figure is the mean of all plans; one without a share in this time is left out and not zero.";
    due_choice: "Bulan atau triwulan", "Month or quarter";
    due_no_share: "Tidak ada bagian target di {0}.", "No share of the target falls into {0}.";
    due_unknown: "Sebagian hasilnya tercatat sebelum bulan disimpan, jadi bulannya tidak diketahui.",
        "Some of its results were recorded before months were kept, so their month is not known.";
    due_plans: "Tidak ada rencana yang berjalan di {0}.", "No plan runs in {0}.";
    due_mean: "Rata-rata {0} dari {1} rencana", "Mean of {1} plans: {0}";
    quarter_of: "Triwulan {0} {1}", "Quarter {0} of {1}";

    columns: "Tiap kolom", "Each column";
    columns_rows: "Baris tabel ini. Setiap baris dihitung dari catatan dan rencana orang di bawahnya.",
        "The lines of this table. Each is counted from the entries and plans of the people under it.";
    rule_returned: "Catatan dalam periode yang dikembalikan dan belum direvisi.", "Entries of the period that were sent back and not revised yet.";
    rule_late: "Catatan dalam periode yang ditulis lebih lambat dari sehari setelah pekerjaan.", "Entries of the period written later than the day after the work.";
    rule_staff: "Pegawai yang ditempatkan di sini hari ini.", "People placed here today.";
    rule_days_written: "Hari dengan paling sedikit satu catatan, dari hari kerja dalam periode dikurangi hari tidak masuk.",
        "Days with at least one entry, of the working days of the period less the days away.";
    rule_ten: "Kotak penuh: ada catatan. Kotak kecil: tidak ada. Garis: hari ini yang belum lewat, atau tidak masuk.",
        "Full square: there is an entry. Small square: there is none. Dash: today while it lasts, or away.";
    rule_waiting_team: "Catatan yang belum disetujui dan belum dikembalikan, berapa pun umurnya.", "Entries that are neither approved nor sent back, however old they are.";
    rule_trend: "Tiap hari: orang dengan paling sedikit satu catatan bertanggal kerja hari itu, di unit ini dan semua di bawahnya. Sabtu dan Minggu hanya bila ada catatan.",
        "Each day: people with at least one entry whose work date is that day, in this unit and all below. Saturdays and Sundays only where there are entries.";
    rule_attention: "Belum mencatat: dari pukul 12.00 pada hari kerja, tanpa yang tidak masuk. Diam: tidak ada catatan pada 3 hari kerja terakhir atau lebih. Dikembalikan: belum direvisi. Terhambat: hari ini, dan yang menunggu. Terlambat: yang menunggu dan ditulis lebih lambat dari sehari setelah pekerjaan. Menunggu lama: lebih dari 2 hari kerja sejak sampai.",
        "Not written: from 12:00 on a working day, without those away. Silent: no entry on the last 3 working days or more. Sent back: not revised yet. Blocked: today, and what waits. Late: what waits and was written later than the day after the work. Waiting long: more than 2 working days since it arrived.";
    input_attention: "{0} orang, {1} catatan menunggu, {2} dikembalikan", "{0} people, {1} entries waiting, {2} sent back";
    days_16: "hari ini, 16 hari terakhir, dan yang lebih lama jika masih menunggu", "today, the last 16 days, and what is older if it still waits";
    rule_counters: "Jawaban warga lewat kode QR loket, dihitung menurut hari di tempat loket itu. Satu orang dapat menjawab lebih dari sekali; jawaban pegawai ditolak.",
        "Answers of citizens by the counter's QR code, counted by the day where the counter is. One person may answer more than once; answers of staff are refused.";
    input_counters: "{0} jawaban, {1} baik atau sangat baik", "{0} answers, {1} good or very good";
    n_counters: "{0} loket", "{0} counters";
    input_each_plan: "hasil dan target tiap rencana", "amount and target of each plan";
    rule_plans: "Jumlah hasil pada catatan yang mendukung rencana itu, dibagi targetnya. Penuh hanya bila target tercapai.",
        "Sum of the amounts of the entries for the plan, divided by its target. Full only when the target is reached.";
    tv_rule: "Mencatat: dari yang bertugas hari ini. Kemajuan: rata-rata rencana berjalan.", "Written: of those on duty today. Progress: mean of running plans.";

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
    in_period_entries: "{0}: {1} catatan.", "{0}: {1} entries.";
    everyone_in: "{0}, menurut abjad", "{0}, by alphabet";
    rule_team_day: "Orang dengan paling sedikit satu catatan hari ini, dari semua yang tampil di papan ini tanpa yang cuti, sakit, atau dinas luar. Pada hari libur tidak ada yang ditunggu. Menunggu: catatan yang belum disetujui dan belum dikembalikan, berapa pun umurnya.",
        "People with at least one entry today, of all who stand on this board without those on leave, ill or on duty elsewhere. On a holiday nobody is waited for. Waiting: entries that are neither approved nor sent back, however old they are.";
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
    tv_order: "Urutan unit dipilih di layar itu, saat kodenya diketik.", "The order of units is chosen on that screen, where the code is typed.";
    tv_order_of: "Urutan unit", "Order of units";
    tv_alphabet: "Menurut abjad", "By alphabet";
    tv_attention: "Perlu perhatian dulu", "Needs attention first";
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
