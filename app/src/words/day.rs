//! What only the pages about the day say: the rest of an entry, copies of yesterday, completeness, the file for BKN. Name,
//! Indonesian, English.

use shared::absence::AbsenceKind;
use shared::entry::{Adoption, Doing, Part};
use shared::words::Language;

use super::people::people;

words! {
    /// Every sentence about the day in one language.
    DayWords {}

    // How far it has come.
    doing: "Sampai di mana?", "How far is it?";
    done: "Selesai", "Done";
    going: "Masih berjalan", "Still going on";
    blocked: "Terhambat", "Blocked";
    obstacle: "Apa yang menghambat?", "What stands in the way?";
    obstacle_hint: "Atasan langsung melihatnya di papan tim.", "Your superior sees it on the team board.";
    obstacle_is: "Terhambat: {0}", "Blocked: {0}";

    // Evidence besides photos, and kinds.
    more: "Tautan, berkas, inovasi, keputusan", "Links, files, innovation, decisions";
    more_about: "Boleh kosong.", "May stay empty.";
    links: "Tautan bukti", "Links to evidence";
    link: "Alamat", "Address";
    link_add: "Tambah tautan", "Add link";
    link_remove: "Hapus tautan {0}", "Remove link {0}";
    link_hint: "Misalnya dokumen di penyimpanan kantor. Paling banyak 5.", "For example a document in the office's storage. At most 5.";
    link_opens: "{0} (tab baru)", "{0} (new tab)";
    files: "Berkas", "Files";
    file_add: "Tambah berkas", "Add file";
    file_remove: "Hapus berkas {0}", "Remove file {0}";
    file_hint: "PDF, DOCX, XLSX, PPTX, ODT, ODS, ODP. Masing-masing paling besar 2 MB.", "PDF, DOCX, XLSX, PPTX, ODT, ODS, ODP. At most 2 MB each.";
    file_reading: "Membaca berkas", "Reading the file";
    special: "Jenis pekerjaan", "Kind of work";
    ordinary: "Biasa", "Ordinary";
    innovation: "Inovasi", "Innovation";
    participation: "Ikut memutuskan", "Part in a decision";
    adoption: "Sudah dipakai?", "Is it used?";
    proposed: "Masih usulan", "A proposal";
    tried: "Diuji coba", "Being tried";
    adopted: "Sudah dipakai", "In use";
    effect: "Dampaknya", "Its effect";
    effect_hint: "Apa yang berubah, atau akan berubah. Gagasannya sendiri ditulis di atas.", "What has changed, or should. The idea itself is written above.";
    forum: "Forum", "Forum";
    forum_hint: "Misalnya: rapat bidang, tim penyusun SOP.", "For example: a division meeting, the team that writes the procedure.";
    part: "Peran Anda", "Your part";
    member: "Peserta", "Member";
    adviser: "Pemberi masukan", "Adviser";
    chair: "Pemimpin", "Chair";
    minutes: "Notulis", "Minutes";
    outcome: "Keputusannya", "What was decided";

    // Lateness.
    late_one: "Terlambat dicatat {0} hari kerja", "Written {0} working day late";
    late_many: "Terlambat dicatat {0} hari kerja", "Written {0} working days late";
    late_will: "Akan ditandai: {0}. Catatan tetap diterima.", "It will be marked: {0}. The entry is accepted all the same.";

    // Copies.
    often: "Sering Anda catat", "What you often write";
    recent: "Jumlah terakhir", "Recent amounts";
    templates: "Contoh Anda", "Your templates";
    template_keep: "Simpan sebagai contoh", "Save as a template";
    template_about: "Dipakai lagi dengan satu ketukan.", "Used again with one tap.";
    template_name: "Nama contoh", "Name of the template";
    template_hint: "Uraian, rencana, jumlah, dan tautan ikut tersimpan; foto dan berkas tidak.",
        "Words, plan, amount and links are kept; photos and files are not.";
    template_full: "Sudah 12 contoh. Ganti isi salah satu, atau hapus yang tidak dipakai.",
        "There are 12 templates. Fill one anew, or remove what is not used.";
    template_save: "Simpan contoh", "Save template";
    template_kept: "Contoh {0} tersimpan.", "Template {0} is saved.";
    template_rename: "Ganti nama contoh {0}", "Rename the template {0}";
    template_renamed: "Contoh itu sekarang bernama {0}.", "The template is called {0} now.";
    template_replace: "Ganti isinya", "Fill anew";
    template_replaced: "Isi contoh {0} diganti dengan isi formulir.", "The template {0} holds what the form says now.";
    template_remove: "Hapus", "Remove";
    template_gone: "Contoh {0} dihapus.", "The template {0} is removed.";
    template_ended: "Rencana contoh ini sudah berakhir. Pilih rencana lain, atau tugas tambahan.",
        "The plan of this template has ended. Choose another plan, or additional work.";
    template: "Contoh", "Template";
    copy_title: "Salin kemarin", "Copy yesterday";
    copy_open: "Belum selesai", "Not finished";
    copy_none: "Belum ada catatan untuk disalin.", "There is no entry to copy yet.";
    copy_about: "Pilih yang Anda kerjakan lagi hari ini. Jumlah bisa diubah; foto tidak ikut.",
        "Choose what you did again today. Amounts can be changed; photos do not come along.";
    copy_amount: "Jumlah untuk {0}", "Amount for {0}";
    copy_save: "Simpan {0}", "Save {0}";
    copy_nothing: "Pilih dulu yang disalin", "Choose what to copy first";
    copy_saved: "{0} tersimpan di HP.", "{0} saved on the phone.";

    // Completeness and the heat map.
    complete: "Kelengkapan", "Completeness";
    complete_is: "{0} dari {1} hari kerja tercatat", "{0} of {1} working days written";
    complete_none: "Belum ada hari kerja yang bisa dihitung.", "No working day to count yet.";
    complete_rule: "Hari kerja yang punya catatan, dari hari kerja yang menunggu catatan. Libur nasional, cuti bersama, cuti, sakit, dan dinas luar tidak dihitung, kecuali ada catatan pada hari tidak masuk. Hari sebelum catatan pertama tidak dihitung. Hari ini dihitung setelah ada catatan.",
        "Working days with an entry, of working days that ask for one. National holidays, joint leave, leave, illness and duty elsewhere do not count, unless something was written while away. Days before the first entry do not count. Today counts once something is written.";
    complete_missing: "Tanpa catatan: {0}.", "Without an entry: {0}.";
    complete_all: "Semua hari kerja tercatat.", "Every working day is written.";
    complete_afterwards: "{0} di antaranya ditulis sesudah harinya.", "{0} of them written after the day.";
    day_afterwards: "{0}, ditulis sesudah harinya", "{0}, written after the day";
    complete_away: "{0} hari kerja tidak masuk (cuti, sakit, dinas).", "{0} working days away (leave, illness, duty).";
    calendar_unknown: "Daftar hari libur tahun {0} belum ada, jadi hari kerja belum dihitung dan tidak ada yang dianggap belum mencatat.",
        "There is no list of holidays for {0} yet, so working days are not counted and nobody is called missing.";
    map: "Tiga belas minggu", "Thirteen weeks";
    map_sentence: "Catatan per hari dari {0} sampai {1}: {2} dari {3} hari kerja tercatat, {4} catatan, {5} di antaranya terlambat.",
        "Entries by day from {0} to {1}: {2} of {3} working days written, {4} entries, {5} of them late.";
    map_table: "Lihat sebagai tabel", "Show as a table";
    map_less: "sedikit", "few";
    map_more: "banyak", "many";
    map_missing: "hari kerja kosong", "working day without";
    map_late: "ada yang terlambat", "some were late";
    map_off: "libur atau tidak masuk", "day off or away";
    col_day: "Hari", "Day";
    col_entries: "Catatan", "Entries";
    col_about: "Keterangan", "Remark";
    day_missing: "Tanpa catatan", "Without an entry";
    day_closed: "Libur", "Day off";
    day_open: "Belum berakhir", "Not over";
    day_late: "{0} terlambat", "{0} late";

    // The file for BKN.
    export: "Unduh untuk e-Kinerja BKN", "Download for BKN's e-Kinerja";
    export_about: "Tanggal, uraian, rencana hasil kerja, dan tautan bukti, siap disalin. Perlu jaringan.",
        "Date, description, result and links to evidence, ready to copy. Needs a network.";
    export_xlsx: "Excel (XLSX)", "Excel (XLSX)";
    export_csv: "CSV", "CSV";
}

/// The table of a language.
#[must_use]
pub fn day(language: Language) -> &'static DayWords {
    super::pick(language, &ID, |english| english.day)
}

impl DayWords {
    /// How far it has come.
    #[must_use]
    pub const fn state(&self, doing: Doing) -> &'static str {
        match doing {
            Doing::Done => self.done,
            Doing::Going => self.going,
            Doing::Blocked => self.blocked,
        }
    }

    /// How far an idea has come.
    #[must_use]
    pub const fn adoption(&self, adoption: Adoption) -> &'static str {
        match adoption {
            Adoption::Proposed => self.proposed,
            Adoption::Tried => self.tried,
            Adoption::Adopted => self.adopted,
        }
    }

    /// In what part.
    #[must_use]
    pub const fn part_of(&self, part: Part) -> &'static str {
        match part {
            Part::Member => self.member,
            Part::Adviser => self.adviser,
            Part::Chair => self.chair,
            Part::Minutes => self.minutes,
        }
    }

    /// "Terlambat dicatat 3 hari kerja".
    #[must_use]
    pub fn late(&self, days: u32) -> String {
        super::fill(if days == 1 { self.late_one } else { self.late_many }, &[&days.to_string()])
    }

    /// Why somebody is away.
    #[must_use]
    pub fn away(&self, kind: AbsenceKind) -> &'static str {
        people(self.language).away(kind)
    }
}
