//! What the desk itself has to say: what happened, what is safe, what to do.

use shared::sync::line::Fault;
use shared::words::Spoken;

use crate::{api, store};

fn spoken(code: &str, id: &str, en: &str) -> Spoken {
    Spoken { code: code.to_owned(), id: id.to_owned(), en: en.to_owned() }
}

/// Why the office did not do what was asked just now.
pub(super) fn failure(failure: api::Failure) -> Spoken {
    match failure.fault {
        Fault::Refused { reason } => reason,
        Fault::Busy => failure.said.unwrap_or_else(busy),
        Fault::Offline => offline(),
        Fault::SignedOut => signed_out(),
    }
}

pub(super) fn offline() -> Spoken {
    spoken(
        "offline",
        "Belum tersambung ke kantor. Ini perlu jaringan; coba lagi saat ada sinyal.",
        "The office cannot be reached. This needs a network; try again when there is a signal.",
    )
}

/// A part of the app could not be fetched: the network went away before the service worker had kept it.
pub(super) fn part_missing() -> Spoken {
    spoken(
        "part_missing",
        "Bagian ini belum ada di HP. Coba lagi saat ada jaringan; yang Anda tulis tetap di layar.",
        "This part is not on the phone yet. Try again when there is a network; what you wrote stays on the screen.",
    )
}

pub(super) fn busy() -> Spoken {
    spoken(
        "busy",
        "Kantor sedang sibuk. Tunggu sebentar, lalu coba lagi.",
        "The office is busy. Wait a moment, then try again.",
    )
}

pub(super) fn signed_out() -> Spoken {
    spoken(
        "signed_out",
        "Sesi Anda sudah berakhir. Masuk lagi; yang tersimpan di HP ini tetap aman.",
        "Your session has ended. Sign in again; what is saved on this phone is safe.",
    )
}

/// Why the device did not keep something.
pub(super) fn disk(fault: store::Fault) -> Spoken {
    match fault {
        store::Fault::Closed => spoken(
            "disk_closed",
            "Belum tersimpan: penyimpanan peramban tidak dapat dibuka. Jangan tutup halaman ini; tutup jendela Teladan yang lain, lalu coba lagi.",
            "Not saved yet: the browser's storage cannot be opened. Keep this page open; close other Teladan windows, then try again.",
        ),
        store::Fault::Unwritten | store::Fault::Moved | store::Fault::Lost => spoken(
            "disk_unwritten",
            "Belum tersimpan: penyimpanan HP tampaknya penuh. Tulisan Anda masih ada di layar; kosongkan sedikit ruang, lalu simpan lagi.",
            "Not saved yet: the phone's storage seems to be full. Your text is still on the screen; free some space, then save again.",
        ),
    }
}

pub(super) fn photo() -> Spoken {
    spoken(
        "photo_unreadable",
        "Foto ini tidak dapat dibaca di HP ini. Ambil ulang, atau pilih foto lain.",
        "This phone cannot read this photo. Take it again, or choose another one.",
    )
}

pub(super) fn gone() -> Spoken {
    spoken("not_waiting", "Catatan ini sudah tidak ada di antrean.", "This is no longer in the queue.")
}
