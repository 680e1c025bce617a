//! The table itself: name, Indonesian, English. The voice is in the design README: *Anda*, short, verbs first, no
//! exclamation marks, no blame. No sentence is put together here. What only the board says is in [`super::team`],
//! what is said of two devices in [`super::merge`].

use super::merge::{self, MergeWords};
use super::plan::{self, PlanWords};
use super::team::{self, TeamWords};

words! {
    /// Every sentence of the screen in one language.
    Words { team: &'static TeamWords = (&team::ID, &team::EN), merge: &'static MergeWords = (&merge::ID, &merge::EN), plan: &'static PlanWords = (&plan::ID, &plan::EN) }

    // Days and small words.
    months: "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember",
        "January February March April May June July August September October November December";
    weekdays: "Senin Selasa Rabu Kamis Jumat Sabtu Minggu", "Monday Tuesday Wednesday Thursday Friday Saturday Sunday";
    today: "Hari ini", "Today";
    yesterday: "Kemarin", "Yesterday";
    and: "dan", "and";
    entry_one: "catatan", "entry";
    entry_many: "catatan", "entries";
    photo_one: "foto", "photo";
    photo_many: "foto", "photos";
    message_one: "pesan", "message";
    message_many: "pesan", "messages";
    items: "{0} hal", "{0} items";
    of: "{0} dari {1}", "{0} of {1}";
    of_measure: "{0} dari {1} {2}", "{0} of {1} {2}";
    percent: "{0}\u{a0}%", "{0}%";
    since: "sejak {0}", "since {0}";
    quoted: "“{0}”", "“{0}”";
    dot: " · ", " · ";
    undo: "Urungkan", "Undo";
    cancel: "Batal", "Cancel";
    close: "Tutup", "Close";
    skip: "Lewati ke isi", "Skip to content";
    loading: "Memuat", "Loading";
    back_to: "Kembali ke {0}", "Back to {0}";

    // Places.
    nav: "Utama", "Main";
    nav_board: "Papan", "Board";
    units: "Papan unit", "Unit board";
    my_page: "Halaman saya seperti dilihat atasan", "My page as my superior sees it";
    my_page_about: "Dibuka orang lain {0} kali-hari. Anda melihat persis yang mereka lihat.", "Opened by others on {0} viewer-days. You see exactly what they see.";
    write: "Catat pekerjaan", "Write down work";
    book: "Buku", "Notebook";
    inbox: "Kabar", "News";
    me: "Saya", "Me";
    manage: "Kelola", "Manage";
    asked_superior: "Permintaan atasan", "Request for a superior";
    days_away: "Hari tidak masuk", "Days away";
    queue: "Antrean di HP", "Waiting on this phone";
    queue_short: "Antrean", "Queue";
    fresh_count: " kabar baru", " new";
    part_missing: "Bagian ini belum ada di HP", "This part is not on the phone yet";
    part_missing_about: "Buka lagi saat ada jaringan. Catatan Anda tetap aman.", "Open it again when there is a network. Your entries are safe.";
    lost: "Halaman ini tidak ada", "This page does not exist";
    lost_about: "Alamatnya mungkin berubah. Catatan Anda tetap aman.", "Its address may have changed. Your entries are safe.";

    // States.
    on_phone: "Tersimpan di HP", "Saved on the phone";
    sending: "Mengirim", "Sending";
    sent: "Terkirim", "Sent";
    seen: "Dilihat atasan", "Seen by superior";
    approved: "Disetujui", "Approved";
    returned: "Perlu revisi", "Needs revision";
    failed: "Gagal", "Failed";
    failed_because: "Gagal: {0}", "Failed: {0}";
    on_phone_means: "Aman di HP ini, belum dikirim.", "Safe on this phone, not sent yet.";
    sending_means: "Sedang dalam perjalanan.", "On its way.";
    sent_means: "Sudah sampai di kantor.", "Arrived at the office.";
    seen_means: "Sudah dibuka oleh atasan Anda.", "Your superior has opened it.";
    approved_means: "Dihitung sebagai hasil kerja.", "Counted as a result.";
    returned_means: "Ada pesan dari atasan untuk Anda.", "There is a message from your superior.";
    failed_means: "Perlu satu langkah dari Anda.", "Needs one step from you.";

    // Banners.
    still_on_phone: "{0} masih di HP", "{0} still on the phone";
    offline_since: "Tidak ada jaringan sejak {0}.", "No network since {0}.";
    offline: "Tidak ada jaringan.", "No network.";
    by_itself: "Nanti terkirim sendiri.", "Will be sent by itself.";
    works_offline: "Anda tetap dapat mencatat.", "You can still write.";
    sign_in_again: "Masuk lagi untuk mengirim", "Sign in again to send";
    session_over: "Sesi berakhir. Antrean tetap aman di HP.", "The session has ended. The queue is safe on the phone.";
    office_busy: "Kantor sedang sibuk. Dicoba lagi sendiri.", "The office is busy. It will be tried again by itself.";
    look: "Lihat", "Look";
    lost_storage: "Penyimpanan HP ini telah dibersihkan", "This phone's storage was cleared";
    lost_until: "Kantor memegang semua yang dikirim HP ini sampai {0}.", "The office holds everything this phone had sent until {0}.";
    lost_waiting: "Saat itu {0} masih menunggu di sini, dan kini hilang.", "At that moment {0} still waited here and are lost.";
    lost_nothing: "Saat itu tidak ada yang menunggu di sini.", "Nothing waited here at that moment.";
    lost_later: "Yang dicatat sesudahnya dan foto yang belum terkirim tidak ada lagi.", "What was written after that, and photos not sent yet, are gone.";
    understood: "Mengerti", "Understood";
    update: "Versi baru siap", "A new version is ready";
    update_about: "Yang Anda tulis sudah tersimpan.", "What you wrote is saved.";
    update_now: "Perbarui sekarang", "Update now";

    // Sign-in.
    sign_in: "Masuk", "Sign in";
    sign_in_about: "Buku kerja Anda, juga saat tidak ada jaringan.", "Your work notebook, also without a network.";
    safe_on_phone: "{0} tetap aman di HP. Masuk lagi untuk mengirim.", "{0} safe on the phone. Sign in again to send.";
    sign_in_failed: "Belum masuk.", "Not signed in.";
    nip: "NIP", "NIP";
    nip_hint: "18 angka, boleh dengan spasi.", "18 digits, with or without spaces.";
    password: "Kata sandi", "Password";
    show: "Tampilkan", "Show";
    hide: "Sembunyikan", "Hide";
    show_password: "Tampilkan sandi", "Show it";
    hide_password: "Sembunyikan sandi", "Hide it";
    choose_language: "Bahasa", "Language";
    sign_in_watch: "Catatan disimpan di HP ini dulu, lalu dikirim ke kantor. Tidak ada pelacakan lokasi.",
        "Entries are kept on this phone first, then sent to the office. No location is tracked.";

    // Today.
    photo_first: "Foto dulu", "Photo first";
    copy_yesterday: "Salin kemarin", "Copy yesterday";
    waits_for_you: "Menunggu Anda", "Waiting for you";
    revise_this: "Perlu revisi: {0}", "Needs revision: {0}";
    entry_of: "Catatan {0}", "Entry of {0}";
    from: "dari {0}", "from {0}";
    fresh_remarks: "{0} kabar baru", "{0} new messages";
    needs_step: "{0} perlu satu langkah dari Anda", "{0} needing one step from you";
    plans_today: "Rencana hari ini", "Plans for today";
    plans_done: "{0} dari {1} selesai", "{0} of {1} done";
    plan_finished: "Selesai · {0} {1}", "Done · {0} {1}";
    plan_proposed: "Menunggu persetujuan atasan", "Waiting for your superior's agreement";
    plan_proposed_to: "Menunggu persetujuan Bapak/Ibu {0}", "Waiting for the agreement of {0}";
    no_plans: "Belum ada rencana yang berjalan hari ini. Pekerjaan tetap dapat dicatat sebagai tambahan.",
        "No plan runs today. Work can still be written down as additional.";
    no_plan_yet: "Belum ada rencana. Usulkan rencana pertama Anda.", "No plan yet. Propose your first plan.";
    record_result: ", catat hasil", ", write down a result";
    recorded: "Sudah dicatat", "Written down";
    nothing_today: "Belum ada catatan hari ini. Mulai dari yang paling Anda ingat.",
        "No entry today. Start with what you remember best.";
    start_writing: "Mulai mencatat", "Start writing";
    open_book: "Buka buku bulan {0}", "Open the notebook of {0}";
    heard: "Terakhir terhubung {0}.", "Last contact {0}.";
    never_heard: "Belum pernah terhubung.", "No contact yet.";
    all_arrived: "Semua sudah sampai.", "Everything has arrived.";

    // The form.
    revise: "Perbaiki catatan", "Revise the entry";
    draft: "Draf", "Draft";
    draft_at: "Draf {0}", "Draft {0}";
    what: "Apa yang Anda kerjakan?", "What did you do?";
    which_plan: "Untuk rencana yang mana?", "For which plan?";
    additional: "Tambahan, di luar rencana", "Additional, outside the plans";
    additional_short: "Tambahan", "Additional";
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
    not_accepted: "Tidak diterima.", "Not accepted.";
    draft_replaced: "Draf sebelumnya diganti.", "The earlier draft was replaced.";
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
    plans: "Rencana saya", "My plans";
    plans_about: "Hasil yang Anda janjikan, dan sejauh mana sekarang.", "The results you promised, and how far they are.";
    plan_one: "rencana", "plan";
    plan_many: "rencana", "plans";
    plan_agreed: "Disepakati", "Agreed";
    from_until: "{0} sampai {1}", "{0} to {1}";
    propose_plan: "Usulkan rencana", "Propose a plan";
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
    board: "Papan tim", "Team board";
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
