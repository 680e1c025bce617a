//! The words of the citizen's pages, Indonesian and English side by side.

use shared::words::Language;

/// A sentence in both languages.
#[derive(Clone, Copy, Debug)]
pub(super) struct Words(&'static str, &'static str);

impl Words {
    /// In this language.
    pub(super) const fn say(self, language: Language) -> &'static str {
        match language {
            Language::Id => self.0,
            Language::En => self.1,
        }
    }
}

/// How a language is named in an address and in a page's head.
pub(super) const fn code(language: Language) -> &'static str {
    match language {
        Language::Id => "id",
        Language::En => "en",
    }
}

/// The language that an address asks for.
pub(super) fn asked(bahasa: &str) -> Language {
    if bahasa == "en" { Language::En } else { Language::Id }
}

pub(super) const HOUSE: Words = Words("Suara warga", "Citizens’ voice");
pub(super) const QUESTION: Words = Words("Bagaimana pelayanan kami hari ini?", "How was our service today?");
pub(super) const STORY: Words = Words("Ceritakan sedikit", "Tell us a little");
pub(super) const STORY_FREE: Words = Words("boleh kosong", "may stay empty");
pub(super) const SEND: Words = Words("Kirim", "Send");
pub(super) const PROMISE: Words = Words(
    "Tanpa nama dan tanpa akun. Nomor HP dan lokasi Anda tidak disimpan.",
    "No name and no account. Your phone number and location are not kept.",
);
pub(super) const NOT_SENT: Words = Words("Belum terkirim", "Not sent yet");

pub(super) const THANKS: Words = Words("Terima kasih.", "Thank you.");
pub(super) const RECEIVED: Words = Words("Suara Anda sudah kami terima: ", "We have received your answer: ");
pub(super) const WHAT_NOW: Words = Words(
    "Jawaban Anda langsung terlihat oleh petugas dan atasannya.",
    "Staff at this counter and their superior see it at once.",
);
pub(super) const CODE: Words = Words("Kode jawaban Anda", "The code of your answer");
pub(super) const CODE_WHY: Words = Words(
    "Catat kode ini bila nanti ingin menanyakannya. Tanpa kode ini tidak ada yang menghubungkan jawaban dengan Anda.",
    "Note this code if you may want to ask about your answer later. Nothing else connects it with you.",
);
pub(super) const NEXT: Words = Words("Jawaban baru", "A new answer");
pub(super) const NEXT_WHY: Words = Words("untuk pengunjung berikutnya", "for the next visitor");

pub(super) const UNKNOWN: Words = Words("Kode loket ini tidak dikenal.", "This counter code is not known.");
pub(super) const UNKNOWN_WHY: Words = Words(
    "Periksa huruf di bawah kode QR, atau tanyakan petugas.",
    "Check the letters under the QR code, or ask the staff.",
);
pub(super) const NO_ANSWER: Words = Words("Kode jawaban ini tidak dikenal.", "This answer code is not known.");
pub(super) const NO_ANSWER_WHY: Words = Words(
    "Periksa lagi kodenya. Jawaban yang sudah dikirim tetap tersimpan.",
    "Check the code again. Answers that were sent are safe.",
);
pub(super) const AWAY: Words = Words("Halaman ini belum dapat dibuka.", "This page cannot be opened at the moment.");
pub(super) const AWAY_WHY: Words =
    Words("Sistem kami sedang terganggu. Coba lagi sebentar lagi.", "Our system is disturbed. Try again shortly.");
pub(super) const AWAY_KEPT: Words = Words(
    "Jawaban Anda belum sampai karena sistem kami sedang terganggu. Isinya masih ada di bawah. Tekan Kirim sekali lagi; \
     jawaban tidak akan tercatat dua kali.",
    "Your answer has not arrived because our system is disturbed. It is still here below. Press Send again; it will not be \
     counted twice.",
);
pub(super) const BUSY: Words = Words(
    "Loket ini sedang menerima terlalu banyak jawaban sekaligus. Isian Anda masih ada di bawah. Tunggu sebentar, lalu tekan \
     Kirim lagi.",
    "This counter is receiving too many answers at once. Yours is still here below. Wait a moment, then press Send again.",
);
pub(super) const TOO_LONG: Words = Words(
    "Tulisan Anda lebih dari 500 huruf. Isinya masih ada di bawah. Pendekkan sedikit, lalu tekan Kirim lagi.",
    "Your text has more than 500 characters. It is still here below. Shorten it a little, then press Send again.",
);
pub(super) const CHOOSE: Words =
    Words("Pilih dulu satu wajah, lalu tekan Kirim lagi.", "Choose one of the faces first, then press Send again.");
pub(super) const TOO_LARGE: Words =
    Words("Tulisan Anda terlalu panjang untuk dikirim.", "Your text is too long to be sent.");
pub(super) const TOO_LARGE_WHY: Words = Words(
    "Kembali ke halaman sebelumnya; tulisan Anda biasanya masih ada di sana. Pendekkan sampai 500 huruf.",
    "Go back to the page before; your text is usually still there. Shorten it to 500 characters.",
);
pub(super) const NOT_A_FORM: Words = Words("Kiriman ini tidak dapat dibaca.", "What was sent could not be read.");
pub(super) const NOT_A_FORM_WHY: Words =
    Words("Buka halaman loket ini, lalu isi dari sana.", "Open the page of this counter and answer there.");
pub(super) const OPEN: Words = Words("Buka halaman loket", "Open the counter’s page");
pub(super) const TRY_AGAIN: Words = Words("Coba lagi", "Try again");
