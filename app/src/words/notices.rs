//! What the switches for notices say: name, Indonesian, English.

use shared::words::Language;

words! {
    /// Every sentence about notices in one language.
    NoticeWords {}

    title: "Pemberitahuan di perangkat ini", "Notifications on this device";
    remind: "Ingatkan saya pukul 15.30 bila hari ini belum ada catatan", "Remind me at 15.30 if there is no entry today";
    remind_about: "Hanya pada hari kerja, sekali sehari, dan tidak saat Anda cuti atau dinas luar. Orang lain tidak melihatnya.",
        "On working days only, once a day, and not while you are on leave or on duty elsewhere. Nobody else sees it.";
    news: "Beri tahu saat ada kabar", "Tell me when there is news";
    news_about: "Tanpa nama dan tanpa isi, paling sering tiap 15 menit, dan tidak pada pukul 21.00 sampai 06.00.",
        "Without names or content, at most every 15 minutes, and not between 21.00 and 06.00.";
    unable: "Peramban ini tidak dapat memberi tahu saat aplikasi ditutup. Di iPhone, pasang Teladan ke layar utama dulu. Kabar tetap ada di halaman Kabar.",
        "This browser cannot notify you while the app is closed. On an iPhone, add Teladan to the home screen first. News is still on the page Kabar.";
    off: "Kantor ini tidak mengirim pemberitahuan. Kabar tetap ada di halaman Kabar.", "This office sends no notifications. News is still on the page Kabar.";
    refused: "Peramban belum mengizinkan pemberitahuan. Izinkan untuk situs ini di pengaturan peramban, lalu buka halaman ini lagi. Kabar tetap ada di halaman Kabar.",
        "The browser does not allow notifications. Allow them for this site in the browser's settings, then open this page again. News is still on the page Kabar.";
    unreachable: "Layanan pemberitahuan peramban belum terjangkau. Coba lagi nanti; Kabar tetap ada di halaman Kabar.",
        "The browser's notification service cannot be reached. Try again later; news is still on the page Kabar.";
}

/// What the switches for notices say in a language.
#[must_use]
pub fn notice_words(language: Language) -> &'static NoticeWords {
    super::pick(language, &ID, |english| english.notices)
}
