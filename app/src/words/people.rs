//! What only the pages about people say: my superior, my days away, and what an admin does. Name, Indonesian, English.

use shared::absence::AbsenceKind;
use shared::unit::UnitKind;
use shared::words::Language;

words! {
    /// Every sentence about people in one language.
    PeopleWords {}

    // This device.
    unencrypted: "Isi di HP ini terenkripsi", "What lies on this phone is encrypted";
    unencrypted_no: "Belum", "Not yet";
    unencrypted_note: "Peramban ini tidak menyediakan enkripsi. Kunci layar HP Anda, dan pakai peramban yang lebih baru bila bisa.",
        "This browser offers no encryption. Lock your phone's screen, and use a newer browser if you can.";

    // My superior.
    superior_wrong: "Atasan saya salah?", "Is my superior wrong?";
    superior_wrong_about: "Pilih atasan yang benar. Admin kepegawaian memeriksa, lalu mengubahnya.",
        "Choose the right superior. The personnel admin checks it, then changes it.";
    superior_should_be: "Atasan yang seharusnya", "Who it should be";
    superior_search_hint: "Ketik tiga huruf nama, lalu pilih. Tanpa jaringan, tulis nama lengkapnya saja.",
        "Type three letters of the name, then choose. Without a network, just write the full name.";
    superior_reason: "Alasan", "Reason";
    superior_reason_hint: "Misalnya: saya pindah bidang sejak 1 November, SK nomor 12.",
        "For example: I moved to another division on 1 November, decree 12.";
    superior_ask: "Ajukan permintaan", "Send the request";
    superior_asked: "Permintaan tersimpan di HP, lalu dikirim ke admin.", "The request is saved on the phone, then sent to the admin.";
    superior_waits: "Menunggu admin", "Waiting for the admin";
    superior_approved: "Disetujui", "Approved";
    superior_refused: "Tidak disetujui", "Not approved";
    superior_withdrawn: "Ditarik", "Taken back";
    superior_becomes: "Atasan Anda sekarang {0}", "Your superior is now {0}";
    superior_stays: "Atasan Anda tidak diubah", "Your superior was not changed";
    answered_by: "Dijawab {0}", "Answered by {0}";
    asked_for: "Diminta: {0}", "Asked for: {0}";
    withdraw: "Tarik", "Take back";
    withdraw_request: "Tarik permintaan", "Take the request back";
    withdrawn: "Permintaan ditarik.", "The request was taken back.";
    chosen: "Dipilih: {0}", "Chosen: {0}";
    choose_another: "Pilih yang lain", "Choose another";
    nobody_found: "Tidak ada nama yang cocok.", "No name matches.";
    search_unanswered: "Pencarian nama belum mendapat jawaban dari kantor.", "The search for names has had no answer from the office.";
    search_again: "Cari lagi", "Search again";

    // My days away.
    away_title: "Hari tidak masuk", "Days away";
    away_about: "Pada hari-hari ini tidak ada catatan yang diharapkan dari Anda.", "No entry is expected from you on these days.";
    away_none: "Belum ada.", "None yet.";
    away_add: "Tambah", "Add";
    away_kind: "Jenis", "Kind";
    away_leave: "Cuti", "Leave";
    away_sick: "Sakit", "Sick";
    away_duty: "Dinas luar", "Duty elsewhere";
    away_other: "Lainnya", "Other";
    away_note: "Keterangan", "Note";
    away_saved: "Tersimpan di HP, lalu dikirim. Atasan Anda dapat melihatnya.", "Saved on the phone, then sent. Your superior can see it.";
    away_written: "Tersimpan. Orangnya dan atasannya dapat melihatnya.", "Saved. The person and their superior can see it.";
    away_about_them: "Pada hari-hari ini tidak ada catatan yang diharapkan.", "No entry is expected on these days.";
    away_withdrawn: "Ditarik.", "Taken back.";
    away_by: "dicatat {0}", "written by {0}";
    away_afterwards: "ditulis sesudah harinya", "written after the day";
    away_known: "diketahui {0}", "known {0}";
    away_know: "Saya tahu", "I know of it";
    away_know_did: "Ditandai diketahui.", "Marked as known.";
    away_take: "Tarik dengan alasan", "Take back with a reason";
    away_take_reason: "Alasan untuk orangnya", "Reason for the person";
    away_take_did: "Ditarik. Orangnya membaca alasan Anda.", "Taken back. The person reads your reason.";
    away_taken: "Ditarik", "Taken back";
    away_taken_letter: "Hari tidak masuk ditarik: {0}", "Days away were taken back: {0}";
    away_taken_by: "oleh {0}", "by {0}";
    history_show: "Lihat riwayat penempatan", "Show my placements";
    one_day: "{0}", "{0}";

    // The admin's pages.
    manage_about: "Unit, orang, dan permintaan yang menjadi bagian Anda.", "Units, people and requests that are yours.";
    manage_none: "Anda belum menjadi admin unit mana pun.", "You are not an admin of any unit.";
    tab_people: "Unit dan orang", "Units and people";
    tab_requests: "Permintaan", "Requests";
    tab_import: "Impor", "Import";
    units: "Unit", "Units";
    unit_head: "Pimpinan", "Head";
    no_head: "Belum ada pimpinan", "No head yet";
    no_superior: "Tanpa atasan", "No superior";
    people_of: "Orang di {0}", "People in {0}";
    choose_unit: "Pilih unit untuk melihat orangnya.", "Choose a unit to see its people.";
    unit_empty: "Belum ada orang di unit ini.", "Nobody is in this unit yet.";
    plt: "Plt.", "Plt.";
    plh: "Plh.", "Plh.";
    acting_title: "Pelaksana tugas atau harian", "Acting head";
    acting_about: "Selama berlaku, ia membuka papan unit ini dan meninjau orangnya, di samping pimpinannya.",
        "While it runs, this person opens the unit's board and reviews its people, beside the head.";
    acting_who: "Siapa", "Who";
    acting_set: "Tetapkan", "Appoint";
    acting_did: "Ditetapkan.", "Appointed.";
    acting_end: "Akhiri", "End it";
    acting_ended: "Diakhiri.", "Ended.";
    unit_kind: "Jenis unit", "Kind of unit";
    unit_kind_about: "Impor menebaknya dari nama resmi. Perbaiki di sini bila namanya menyesatkan.",
        "The import guesses it from the official name. Put it right here where the name misleads.";
    unit_kind_did: "Jenis unit disimpan.", "The kind of unit is saved.";
    saved: "Tersimpan.", "Saved.";
    give_admin: "Jadikan admin {0}", "Make admin of {0}";
    take_admin: "Cabut hak admin {0}", "Take the admin right over {0}";
    admin_over: "Admin unit ini", "Admin of this unit";
    person: "Orang", "Person";
    place: "Penempatan", "Placement";
    place_change: "Ubah penempatan", "Change the placement";
    place_from: "Berlaku sejak", "From";
    place_unit: "Unit", "Unit";
    place_position: "Jabatan", "Position";
    place_from_hint: "Boleh tanggal yang belum tiba, paling jauh setahun. Sampai hari itu atasan yang sekarang tetap menilai.",
        "It may be a day to come, a year ahead at most. Until then the present superior assesses.";
    place_reason: "Dasar perubahan", "Ground of the change";
    place_reason_hint: "Nomor SK atau alasannya.", "The decree's number, or the reason.";
    place_did: "Penempatan diubah. Papan atasan yang baru sudah mengikutinya.", "The placement is changed. The new superior's board follows.";
    place_later: "Dicatat. Berlaku mulai {0}.", "Written down. It holds from {0}.";
    coming: "Berlaku nanti", "To come";
    coming_about: "Pada harinya penempatan dan papan berubah dengan sendirinya.",
        "On that day the placement and the boards change by themselves.";
    coming_from: "Mulai {0}", "From {0}";
    coming_cancel: "Batalkan", "Cancel it";
    coming_cancelled: "Dibatalkan. Penempatan yang sekarang tetap berlaku.", "Cancelled. The present placement goes on.";
    coming_fault: "Harinya sudah tiba, tetapi penempatan ini tidak dapat dijalankan: {0}",
        "Its day has come, but this placement could not be carried out: {0}";
    coming_people: "Akan berpindah", "About to move";
    history: "Riwayat penempatan", "Placements so far";
    history_none: "Belum pernah berubah sejak tercatat di sini.", "Never changed since it is kept here.";
    since_before: "Sejak sebelum tercatat", "Since before this was kept";
    since: "Sejak {0}", "Since {0}";
    written_by: "ditulis {0}", "written by {0}";
    requests_none: "Tidak ada permintaan yang menunggu.", "No request waits.";
    requests_waiting: "Menunggu jawaban", "Waiting for an answer";
    present_superior: "Atasan sekarang: {0}", "Present superior: {0}";
    wanted_superior: "Diminta: {0}", "Wanted: {0}";
    by_name_only: "Hanya nama yang ditulis. Pilih orangnya.", "Only a name was written. Choose the person.";
    answer: "Jawaban untuk orangnya", "Answer to the person";
    answer_hint: "Wajib bila tidak disetujui.", "Needed when you do not approve.";
    approve: "Setujui dan ubah atasan", "Approve and change the superior";
    refuse: "Jangan ubah", "Do not change";
    did_approve: "Atasan {0} diubah.", "The superior of {0} is changed.";
    did_refuse: "{0} diberi tahu.", "{0} is told.";
    reload: "Muat ulang", "Reload";
    not_read_anew: "Belum dapat dimuat ulang; yang tampak mungkin sudah berubah.", "Could not be read anew; what is shown may have changed.";

    // The import.
    import_about: "Daftar pegawai dari Excel atau CSV, paling besar 5 MB. Tidak ada yang ditulis sebelum Anda menerapkannya.",
        "A staff list from Excel or CSV, 5 MB at most. Nothing is written before you apply it.";
    import_file: "Pilih berkas", "Choose a file";
    import_into: "Ke dalam unit", "Into the unit";
    import_rows: "{0} baris di {1}", "{0} rows in {1}";
    import_columns: "Kolom mana yang mana?", "Which column is which?";
    import_remembered: "Diambil dari pilihan Anda yang terakhir.", "Taken from what you chose last.";
    import_no_column: "Tidak ada di berkas", "Not in the file";
    import_sample: "Baris pertama", "First rows";
    import_check: "Periksa dulu", "Check first";
    import_result: "Yang akan terjadi", "What would happen";
    import_counts: "{0} orang baru, {1} berubah, {2} tetap, {3} baris bermasalah.", "{0} new people, {1} changed, {2} as before, {3} rows with problems.";
    import_more: "{0} akun dibuka, {1} unit berganti pimpinan.", "{0} accounts opened, {1} units with another head.";
    import_units: "Unit baru: {0}", "New units: {0}";
    import_problems: "Baris bermasalah", "Rows with problems";
    import_problem: "Baris {0}, kolom {1}", "Row {0}, column {1}";
    import_download: "Unduh daftar masalah", "Download the list of problems";
    import_skip: "Lewati baris yang bermasalah", "Leave rows with problems out";
    import_apply: "Terapkan", "Apply";
    import_progress: "{0} dari {1} orang ditulis", "{0} of {1} people written";
    import_done: "Selesai ditulis.", "All is written.";
    import_same: "Tidak ada yang berubah: isi berkas sudah ada.", "Nothing changes: all of it is there already.";
    import_stopped: "Berhenti di tengah. Yang tertulis tetap; terapkan lagi untuk melanjutkan.", "Stopped on the way. What was written stays; apply again to go on.";
    import_passwords: "Buat dan unduh kata sandi awal", "Make and download first passwords";
    import_passwords_about: "Untuk akun yang belum pernah masuk. Jika diminta lagi, kata sandi awal sebelumnya tidak berlaku.",
        "For accounts that have never signed in. Asked for again, the earlier first passwords no longer hold.";
    batches: "Impor terdahulu", "Earlier imports";
    batches_none: "Belum ada impor.", "No import yet.";
    batch_counts: "{0} orang baru, {1} berubah, {2} unit baru", "{0} new people, {1} changed, {2} new units";
    batch_begun: "Belum selesai", "Not finished";
    batch_written: "Tertulis", "Written";
    batch_undone: "Diurungkan", "Undone";
    batch_undo: "Urungkan impor", "Undo the import";
    batch_undoing: "{0} langkah lagi", "{0} steps left";
    batch_passwords: "Kata sandi awal bagi yang belum pernah masuk", "First passwords for who never signed in";
    batch_left: "Tidak dapat diurungkan", "Could not be undone";
    column_nip: "NIP", "NIP";
    column_name: "Nama", "Name";
    column_rank: "Golongan", "Rank";
    column_position: "Jabatan", "Position";
    column_unit: "Unit kerja", "Unit";
    column_superior: "NIP atasan", "Superior's NIP";
    column_agency: "OPD", "Agency";
}

/// The sentences about people in a language.
#[must_use]
pub fn people(language: Language) -> &'static PeopleWords {
    super::pick(language, &ID, |english| english.people)
}

impl PeopleWords {
    /// What keeps somebody away.
    #[must_use]
    pub const fn away(&self, kind: AbsenceKind) -> &'static str {
        match kind {
            AbsenceKind::Leave => self.away_leave,
            AbsenceKind::Sick => self.away_sick,
            AbsenceKind::Duty => self.away_duty,
            AbsenceKind::Other => self.away_other,
        }
    }

    /// The columns of a staff list, in the order of a mapping.
    #[must_use]
    pub const fn columns(&self) -> [&'static str; 7] {
        [
            self.column_nip,
            self.column_name,
            self.column_rank,
            self.column_position,
            self.column_unit,
            self.column_superior,
            self.column_agency,
        ]
    }

    /// What kind of unit it is; official words are the same in both languages.
    #[must_use]
    pub const fn kind(&self, kind: UnitKind) -> &'static str {
        match kind {
            UnitKind::Agency => "Pemerintah daerah",
            UnitKind::Dinas => "Dinas/badan",
            UnitKind::Bidang => "Bidang/bagian",
            UnitKind::Seksi => "Seksi",
            UnitKind::Uptd => "UPTD",
            UnitKind::Kecamatan => "Kecamatan",
            UnitKind::Kelurahan => "Kelurahan",
            UnitKind::Other => self.away_other,
        }
    }
}
