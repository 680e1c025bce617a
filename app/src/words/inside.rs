//! What the pages behind the first screen say: the form, an entry, Kabar, Antrean, Buku, Rencana, Saya. Name, Indonesian, English.
//! Their parts fetch it. It is read through [`super::Words`], so that a page need not know where a sentence stands; one that the
//! first screen begins to use moves to [`super::table`].

words! {
    /// Every sentence of these pages in one language.
    InsideWords {}

    // Days and small words.
    of: "{0} dari {1}", "{0} of {1}";
    take_table: "Unduh tabel ini", "Take this table along";
    since: "sejak {0}", "since {0}";
    quoted: "“{0}”", "“{0}”";
    cancel: "Batal", "Cancel";
    close: "Tutup", "Close";

    // Places.
    my_page: "Halaman saya seperti dilihat atasan", "My page as my superior sees it";
    my_page_about: "Dibuka orang lain {0} kali-hari. Anda melihat persis yang mereka lihat.", "Opened by others on {0} viewer-days. You see exactly what they see.";
    asked_superior: "Permintaan atasan", "Request for a superior";
    days_away: "Hari tidak masuk", "Days away";

    // States.
    sending: "Mengirim", "Sending";
    failed: "Gagal", "Failed";
    sending_means: "Sedang dalam perjalanan.", "On its way.";
    failed_means: "Perlu satu langkah dari Anda.", "Needs one step from you.";

    // The form.
    revise: "Perbaiki catatan", "Revise the entry";
    draft: "Draf", "Draft";
    draft_at: "Draf {0}", "Draft {0}";
    what: "Apa yang Anda kerjakan?", "What did you do?";
    which_plan: "Untuk rencana yang mana?", "For which plan?";
    additional: "Tambahan, di luar rencana", "Additional, outside the plans";
    additional_note: "Diperiksa atasan sebelum dihitung", "Checked by your superior before it counts";
    amount: "Hasil", "Result";
    measure: "Satuan", "Measure";
    less: "Kurangi satu", "One less";
    more: "Tambah satu", "One more";
    then: "Dengan ini: {0} dari {1} {2}.", "With this: {0} of {1} {2}.";
    then_reached: "Dengan ini target tercapai: {0} dari {1} {2}.", "With this the target is reached: {0} of {1} {2}.";
    date: "Tanggal", "Date";
    today_is: "Hari ini, {0}", "Today, {0}";
    other_date: "Tanggal lain", "Another date";
    pick_date: "Pilih tanggal", "Choose a date";
    evidence: "Bukti", "Evidence";
    optional: "boleh kosong", "optional";
    take_photo: "Ambil foto", "Take a photo";
    photo_number: "Foto {0}", "Photo {0}";
    remove_photo: "Buang foto {0}", "Remove photo {0}";
    photos_hint: "{0}, {1}\u{a0}KB. Lokasi sudah dihapus dari foto.", "{0}, {1}\u{a0}kB. The location was removed.";
    seen_by_two: "Terlihat oleh Anda dan {0}. Tersimpan di HP dulu, lalu dikirim.",
        "Seen by you and {0}. Saved on the phone first, then sent.";
    seen_by_you: "Terlihat oleh Anda dan atasan Anda. Tersimpan di HP dulu, lalu dikirim.",
        "Seen by you and your superior. Saved on the phone first, then sent.";
    save: "Simpan", "Save";
    saved: "Tersimpan di HP. Terkirim sendiri saat ada jaringan.", "Saved on the phone. Sent by itself when there is a network.";
    not_saved: "Belum tersimpan.", "Not saved yet.";
    draft_replaced: "Draf sebelumnya diganti.", "The earlier draft was replaced.";
    unsaved_back: "Perubahan yang belum disimpan dilanjutkan.", "Your unsaved changes are back.";
    cannot_revise: "Catatan ini tidak dapat diubah lagi.", "This entry can no longer be changed.";

    // One entry, and what is said about it.
    entry: "Catatan", "Entry";
    entry_gone: "Catatan ini tidak ada di HP ini.", "This entry is not on this phone.";
    thread: "Percakapan", "Conversation";
    thread_empty: "Belum ada pesan tentang catatan ini.", "Nothing was said about this entry yet.";
    message: "Pesan", "Message";
    send_message: "Kirim pesan", "Send message";
    message_hint: "Dibaca oleh Anda dan {0}.", "Read by you and {0}.";
    your_superior: "atasan Anda", "your superior";
    message_saved: "Pesan tersimpan di HP, lalu dikirim.", "The message is saved on the phone, then sent.";
    you: "Anda", "You";
    written_at: "ditulis {0}", "written {0}";
    arrived_at: "sampai {0}", "arrived {0}";

    // Inbox.
    inbox_title: "Kabar untuk Anda", "News for you";
    kind_of_news: "Jenis kabar", "Kind of news";
    all: "Semua", "All";
    unread: "Belum dibaca", "Unread";
    fresh: "Baru", "New";
    thanks_from: "Terima kasih dari {0}", "Thanks from {0}";
    writes: "{0} menulis", "{0} writes";
    asks: "{0} bertanya", "{0} asks";
    about_entry: "Tentang catatan {0}", "About the entry of {0}";
    reply: "Balas", "Reply";
    open_entry: "Buka catatan", "Open the entry";
    inbox_empty: "Belum ada kabar. Tanggapan atasan atas catatan Anda muncul di sini.",
        "No news yet. What your superior says about your entries appears here.";
    unread_empty: "Semua kabar sudah Anda baca.", "You have read everything.";
    see_all: "Lihat semua kabar", "See all news";

    // Plans.
    plans_about: "Hasil yang Anda janjikan, dan sejauh mana sekarang.", "The results you promised, and how far they are.";
    plan_agreed: "Disepakati", "Agreed";
    from_until: "{0} sampai {1}", "{0} to {1}";
    plan_measure_hint: "Satuan misalnya berkas, orang, laporan.", "A measure is, for example, files, people or reports.";
    target: "Target", "Target";
    period: "Masa", "Period";
    this_quarter: "Triwulan ini", "This quarter";
    this_year: "Tahun ini", "This year";
    other_period: "Tanggal lain", "Other dates";
    first_day: "Mulai", "From";
    last_day: "Sampai", "Until";
    plan_seen_by: "Dihitung setelah disepakati {0}. Tersimpan di HP dulu, lalu dikirim.",
        "It counts once {0} has agreed. Saved on the phone first, then sent.";
    proposed: "Usulan tersimpan di HP, lalu dikirim.", "The proposal is saved on the phone, then sent.";

    // Queue.
    not_arrived: "{0} belum sampai ke kantor. Semuanya tersimpan di HP ini.",
        "{0} not at the office yet. Everything is saved on this phone.";
    arrived_all: "Tidak ada yang menunggu. Semua catatan sudah sampai ke kantor.", "Nothing waits. All entries are at the office.";
    line_up: "Terhubung dengan kantor.", "Connected with the office.";
    line_unknown: "Belum dicoba.", "Not tried yet.";
    send_now: "Kirim sekarang", "Send now";
    one_step: "Perlu satu langkah dari Anda", "Needs one step from you";
    fix: "Perbaiki", "Fix";
    change: "Ubah", "Change";
    copy_text: "Salin teks", "Copy text";
    copied: "Teks tersalin.", "Text copied.";
    not_copied: "Teks belum tersalin: peramban tidak mengizinkannya. Tekan lama teksnya, lalu pilih Salin.",
        "The text was not copied: the browser does not allow it. Press and hold the text, then choose Copy.";
    discard: "Buang", "Discard";
    discarded: "Dibuang dari antrean.", "Discarded from the queue.";
    by_themselves: "Berjalan sendiri", "Going by themselves";
    next_turn: "giliran berikutnya", "next turn";
    no_photo: "tanpa foto", "no photo";
    arrived_today: "Sudah sampai hari ini", "Arrived today";
    last_resort: "Jalan terakhir", "Last resort";
    last_resort_about: "Membersihkan data peramban akan menghapus antrean ini. Bila HP akan diganti atau diperbaiki, simpan antrean ke berkas dulu; admin dapat memasukkannya.",
        "Clearing the browser's data deletes this queue. Before the phone is replaced or repaired, save the queue to a file; an admin can bring it in.";
    export: "Simpan antrean ke berkas", "Save the queue to a file";
    exported: "Berkas antrean tersimpan di unduhan.", "The queue file is among your downloads.";
    signs: "Arti setiap tanda", "What each sign means";

    // Notebook.
    book_empty: "Belum ada catatan di bulan ini.", "No entries in this month.";
    month_before: "Bulan sebelumnya", "Month before";
    month_after: "Bulan berikutnya", "Month after";

    // The board and what stays with everybody.
    thanks: "Terima kasih", "Thank you";

    // Me.
    theme: "Tampilan", "Look";
    theme_auto: "Ikut HP", "As the phone";
    theme_light: "Terang", "Light";
    theme_dark: "Gelap", "Dark";
    theme_contrast: "Kontras", "Contrast";
    superior: "Atasan", "Superior";
    no_superior: "Belum ditetapkan", "Not set yet";
    device: "HP ini", "This phone";
    persisted: "Penyimpanan tahan lama", "Lasting storage";
    persisted_yes: "Ya", "Yes";
    persisted_no: "Belum", "Not yet";
    persisted_note: "Peramban boleh membersihkan sendiri bila ruang habis. Pasang Teladan di layar utama supaya tahan lama.",
        "The browser may clear it when space runs out. Put Teladan on the home screen to make it last.";
    space: "Ruang terpakai", "Space used";
    space_of: "{0} dari {1}\u{a0}MB", "{0} of {1}\u{a0}MB";
    unknown: "Tidak diketahui", "Unknown";
    last_contact: "Terakhir terhubung", "Last contact";
    waits: "Menunggu dikirim", "Waiting to be sent";
    sender: "Pengiriman", "Sending";
    other_window: "Lewat jendela lain", "By another window";
    renumbered: "Urutan kiriman diperbaiki", "Order of sending mended";
    office_restored: "Kantor dipulihkan dari cadangan", "Office restored from a backup";
    mismatched: "Data diambil ulang", "Data fetched again";
    times: "{0}×", "{0}×";
    opens_offline: "Terbuka tanpa jaringan", "Opens without a network";
    build: "Versi", "Version";
    who_sees: "Yang Anda catat terlihat oleh Anda, {0}, dan pimpinan unit Anda. Warga dan rekan tidak melihatnya. Draf hanya Anda yang melihat. Tidak ada lokasi, ketikan, atau lama daring yang direkam.",
        "What you write is seen by you, {0}, and the head of your unit. Citizens and colleagues do not see it. A draft is seen by you alone. No location, typing or online time is recorded.";
    sign_out: "Keluar", "Sign out";
    sign_out_title: "Keluar dengan {0} belum terkirim?", "Sign out with {0} not sent?";
    sign_out_about: "Yang belum terkirim hanya ada di HP ini. Setelah keluar, Anda harus masuk lagi di HP ini untuk mengirimnya.",
        "What is not sent is only on this phone. After signing out you must sign in again on this phone to send it.";
    send_first: "Kirim dulu", "Send first";
    leave_queue: "Keluar, antrean tetap di HP ini", "Sign out, the queue stays on this phone";
}
