//! What is said when two devices of one person have written: name, Indonesian, English.

words! {
    /// Every sentence about merging in one language.
    MergeWords {}

    continued: "Dilanjutkan dari perangkat lain, {0}.", "Continued from another device, {0}.";
    merged: "Digabung dari dua perangkat. Periksa sebentar.", "Merged from two devices. Have a look.";
    two_values: "Dua perangkat menulis isi yang berbeda. Pilih satu; yang lain dilepas.",
        "Two devices wrote different things. Choose one; the other is let go.";
    about: "{0} Pilih satu isi", "{0} Choose one";
    here: "Di perangkat ini", "On this device";
    elsewhere: "Dari perangkat lain", "From another device";
    in_entry: "Sekarang di catatan", "In the entry now";
    use_this: "Pakai ini", "Use this";
    use_this_one: "Pakai ini: {0}", "Use this: {0}";
    used: "Dipakai", "In use";
    chosen: "Pilihan tersimpan di HP.", "The choice is saved on the phone.";
    finished: "Draf ini sudah selesai di perangkat lain.", "This draft was finished on another device.";
    photos_elsewhere: "{0} ada di perangkat lain. Simpan dari sana agar fotonya ikut.",
        "{0} on another device. Save from there so that they come along.";
    not_settled: "Belum dipilih pemiliknya: ada dua isi dari dua perangkat.",
        "Not settled by its owner: two devices wrote different things.";
}
