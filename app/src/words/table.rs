//! The table itself: name, Indonesian, English. The voice is in the design README: *Anda*, short, verbs first, no
//! exclamation marks, no blame. No sentence is put together here. Here stands what the first screen says, and what is said
//! around every page; what only the pages behind it say is in [`super::inside`] and reads the same, `w.save`.

use super::inside::InsideWords;
use super::{MergeText, PlanText, TeamText, inside, pick};
use shared::words::Language::{En, Id};

words! {
    /// The sentences of the first screen in one language, and the way to all others.
    Words { team: TeamText = (TeamText(Id), TeamText(En)), merge: MergeText = (MergeText(Id), MergeText(En)), plan: PlanText = (PlanText(Id), PlanText(En)) }

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
    of_measure: "{0} dari {1} {2}", "{0} of {1} {2}";
    percent: "{0}\u{a0}%", "{0}%";
    dot: " · ", " · ";
    undo: "Urungkan", "Undo";
    skip: "Lewati ke isi", "Skip to content";
    loading: "Memuat", "Loading";
    back_to: "Kembali ke {0}", "Back to {0}";

    // Places.
    nav: "Utama", "Main";
    nav_board: "Papan", "Board";
    units: "Papan unit", "Unit board";
    teams: "Tim", "Teams";
    write: "Catat pekerjaan", "Write down work";
    book: "Buku", "Notebook";
    inbox: "Kabar", "News";
    me: "Saya", "Me";
    manage: "Kelola", "Manage";
    queue: "Antrean di HP", "Waiting on this phone";
    queue_short: "Antrean", "Queue";
    fresh_count: " kabar baru", " new";
    part_missing: "Bagian ini belum ada di HP", "This part is not on the phone yet";
    part_missing_about: "Buka lagi saat ada jaringan. Catatan Anda tetap aman.", "Open it again when there is a network. Your entries are safe.";
    lost: "Halaman ini tidak ada", "This page does not exist";
    lost_about: "Alamatnya mungkin berubah. Catatan Anda tetap aman.", "Its address may have changed. Your entries are safe.";

    // States.
    on_phone: "Tersimpan di HP", "Saved on the phone";
    sent: "Terkirim", "Sent";
    seen: "Dilihat atasan", "Seen by superior";
    approved: "Disetujui", "Approved";
    returned: "Perlu revisi", "Needs revision";
    failed_because: "Gagal: {0}", "Failed: {0}";
    needs_choice: "Perlu dipilih", "Needs a choice";
    on_phone_means: "Aman di HP ini, belum dikirim.", "Safe on this phone, not sent yet.";
    sent_means: "Sudah sampai di kantor.", "Arrived at the office.";
    seen_means: "Sudah dibuka oleh atasan Anda.", "Your superior has opened it.";
    approved_means: "Dihitung sebagai hasil kerja.", "Counted as a result.";
    returned_means: "Ada pesan dari atasan untuk Anda.", "There is a message from your superior.";

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
    english_missing: "Bahasa Inggris belum ada di HP ini. Pilih lagi saat ada jaringan.",
        "English is not on this phone yet. Choose it again when there is a network.";
    sign_in_watch: "Catatan disimpan di HP ini dulu, lalu dikirim ke kantor. Tidak ada pelacakan lokasi.",
        "Entries are kept on this phone first, then sent to the office. No location is tracked.";

    // Today.
    photo_first: "Foto dulu", "Photo first";
    from_template: "Dari contoh", "From template";
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
    additional_short: "Tambahan", "Additional";
    not_accepted: "Tidak diterima.", "Not accepted.";

    // Plans.
    plans: "Rencana saya", "My plans";
    plan_one: "rencana", "plan";
    plan_many: "rencana", "plans";
    propose_plan: "Usulkan rencana", "Propose a plan";

    // The board and what stays with everybody.
    board: "Papan tim", "Team board";
}

/// What only the pages behind the first screen say. Their text travels with them.
impl std::ops::Deref for Words {
    type Target = InsideWords;

    fn deref(&self) -> &InsideWords {
        pick(self.language, &inside::ID, |english| english.inside)
    }
}
