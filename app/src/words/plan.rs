//! What the pages about plans say: name, Indonesian, English. A plan in both languages is a *rencana*; SKP, RHK and the names
//! of aspects and perspectives are those of the forms of PermenPANRB 6/2022.

words! {
    /// Every sentence about plans in one language.
    PlanWords {}

    title: "Rencana hasil kerja", "Planned result";
    result_hint: "Hasil yang dapat dilihat orang lain, misalnya: kutipan akta terbit.",
        "A result that others can see, for example: certificates issued.";
    main: "A. Utama", "A. Main";
    additional: "B. Tambahan", "B. Additional";
    main_short: "Utama", "Main";
    additional_short: "Tambahan", "Additional";
    kind: "Bagian SKP", "Part of the SKP";
    quarter: "Triwulan {0} {1}", "Quarter {0} of {1}";
    year: "Tahun {0}", "Year {0}";
    counter_waits: "{0} menjawab dengan usulan lain", "{0} answered with another proposal";
    your_superior: "Atasan Anda", "Your superior";
    asked: "Menunggu jawaban atas perubahan target", "Waiting for an answer about the target";
    untied: "Belum dikaitkan", "Not tied yet";
    supports: "Mendukung: {0}", "Supports: {0}";
    gone: "Rencana ini tidak ada di HP ini.", "This plan is not on this phone.";
    agreed_so: "Yang berlaku sekarang", "What counts now";
    indicators: "Indikator", "Indicators";
    target_of: "Target {0} {1}", "Target {0} {1}";
    reported: "Realisasi {0} {1}, {2}", "So far {0} {1}, {2}";
    not_reported: "Belum ada realisasi", "Nothing reported yet";
    take: "Unduh rencana (SKP)", "Take the plans along";
    which_number: "Dari mana angka ini?", "Where does this number come from?";
    rule: "Jumlah hasil pada catatan Anda yang mendukung rencana ini, dibagi targetnya; catatan yang masih di HP ikut dihitung. Penuh hanya bila target tercapai.",
        "Sum of the amounts of your entries for the plan, divided by its target; entries still on the phone count too. Full only when the target is reached.";
    counted_by_entries: "{0} dihitung dari catatan harian", "{0} counted from daily entries";
    source_is: "Sumber: {0}", "Source: {0}";
    formula_is: "Cara menghitung: {0}", "Formula: {0}";
    report: "Laporkan realisasi {0}", "Report on {0}";
    report_short: "Laporkan realisasi", "Report a figure";
    value: "Realisasi ({0})", "Figure ({0})";
    note: "Keterangan", "Note";
    save_report: "Simpan realisasi", "Save the figure";
    report_saved: "Realisasi tersimpan di HP, lalu dikirim.", "The figure is saved on the phone, then sent.";

    counted_name: "Jumlah {0}", "Number of {0}";
    name: "Nama indikator", "Name of the indicator";
    counted: "Indikator 1: dihitung dari catatan harian", "Indicator 1: counted from daily entries";
    further: "Indikator {0}", "Indicator {0}";
    further_about: "Menunjukkan mutu, bukan hanya jumlah. Wajib ada satu indikator kualitas atau waktu.",
        "Shows how good it is, not only how much. One indicator of quality or time is needed.";
    further_head: "Menunjukkan dampak bagi yang dilayani. Wajib ada satu indikator outcome.",
        "Shows what came of it for those who are served. One outcome is needed.";
    aspect: "Aspek", "Aspect";
    quantity: "Kuantitas", "Quantity";
    quality: "Kualitas", "Quality";
    time: "Waktu", "Time";
    group: "Kelompok", "Group";
    service: "Pelayanan publik", "Public service";
    innovation: "Inovasi", "Innovation";
    participation: "Partisipasi dalam keputusan", "Part in decisions";
    perspective: "Perspektif", "Perspective";
    recipients: "Penerima Layanan", "Those served";
    process: "Proses Bisnis", "Process";
    internal: "Penguatan Internal", "Internal strength";
    budget: "Anggaran", "Budget";
    level: "Tingkat", "Level";
    output: "Keluaran (output)", "Output";
    outcome: "Dampak (outcome)", "Outcome";
    choose: "Pilih", "Choose";
    source: "Sumber data", "Source";
    formula: "Cara menghitung", "Formula";
    source_counted: "Catatan harian di Teladan", "Daily entries in Teladan";
    formula_counted: "Jumlah hasil pada catatan yang mendukung rencana ini", "Sum of the amounts of entries for this plan";
    add_indicator: "Tambah indikator", "Add an indicator";
    remove_indicator: "Buang indikator {0}", "Remove indicator {0}";
    tie: "Mendukung hasil kerja atasan", "Supports a result of the superior";
    tie_of: "Mendukung hasil kerja {0}", "Supports a result of {0}";
    tie_programme: "Mendukung program", "Serves a programme";
    tie_later: "Kaitkan nanti", "Tie it later";
    tie_offline: "Daftar hasil kerja atasan perlu jaringan. Usulan tetap dapat dikirim; kaitkan nanti.",
        "The superior's results need a network. You can propose all the same and tie it later.";
    tie_empty: "Atasan belum punya rencana. Usulan tetap dapat dikirim; kaitkan nanti.",
        "Your superior has no plan yet. You can propose all the same and tie it later.";
    change_tie: "Ubah kaitan", "Change the tie";
    save_tie: "Simpan kaitan", "Save the tie";
    tie_saved: "Kaitan tersimpan di HP, lalu dikirim.", "The tie is saved on the phone, then sent.";
    draft_kept: "Isian ini tersimpan di HP selama belum dikirim.", "What you type is kept on this phone until it is sent.";

    why: "Untuk apa ini?", "What is this for?";
    step_own: "Hasil kerja Anda", "Your result";
    step_result: "Hasil kerja {0}", "Result of {0}";
    step_above: "Hasil kerja atasan", "The superior's result";
    step_programme: "Program daerah", "Programme of the region";
    step_mission: "Misi daerah", "Mission of the region";
    step_open: "Belum dikaitkan ke atas.", "Not tied to anything above yet.";
    entry_additional: "Pekerjaan tambahan: tidak dihitung ke sebuah rencana.", "Additional work: it counts towards no plan.";

    counter_of: "Usulan {0}", "Proposal of {0}";
    your_offer: "Usulan perubahan Anda", "Your proposed change";
    becomes: "{0}: dari {1} menjadi {2} {3}", "{0}: from {1} to {2} {3}";
    accept: "Setuju dengan usulan ini", "Agree to this proposal";
    accepted: "Persetujuan tersimpan di HP, lalu dikirim.", "Your agreement is saved on the phone, then sent.";
    propose_again: "Usulkan lagi", "Propose again";
    decline: "Tolak, tetap seperti semula", "Decline, keep it as it is";
    declined: "Jawaban tersimpan di HP, lalu dikirim.", "Your answer is saved on the phone, then sent.";
    take_back: "Tarik usulan", "Take it back";
    taken_back: "Usulan ditarik.", "The proposal is taken back.";
    renegotiate: "Minta ubah target", "Ask to change the target";
    renegotiate_about: "Yang berlaku tetap dihitung sampai atasan menyetujui perubahannya.",
        "What counts now goes on counting until your superior agrees to the change.";
    change_proposal: "Ubah usulan", "Change the proposal";
    reason: "Alasan", "Reason";
    reason_hint: "Apa yang berubah, dan sejak kapan.", "What has changed, and since when.";
    send_offer: "Kirim usulan", "Send the proposal";
    offer_saved: "Usulan tersimpan di HP, lalu dikirim.", "The proposal is saved on the phone, then sent.";

    trail: "Riwayat kesepakatan", "How it was agreed";
    did_propose: "mengusulkan", "proposed";
    did_ask: "meminta perubahan", "asked for a change";
    did_counter: "menjawab dengan usulan lain", "answered with another proposal";
    did_agree: "menyetujui", "agreed";
    did_decline: "menolak atau menarik usulan", "declined or took it back";
    did_tie: "mengubah kaitan", "changed the tie";
    admin: "Admin", "Admin";
    target_moved: "Target {0} menjadi {1}", "Target {0} to {1}";

    behaviour: "Perilaku kerja: BerAKHLAK", "Behaviour: BerAKHLAK";
    behaviour_about: "Tujuh nilai dengan panduannya. Ekspektasi khusus ditulis oleh atasan.",
        "Seven values with their guides. Special expectations are written by the superior.";
    special_of: "Ekspektasi khusus {0}", "Special expectation of {0}";
    unverified: "Panduan nilai ini belum dicocokkan dengan naskah resminya.", "The guides of this value are not checked against the official text yet.";

    person_plans: "Rencana {0}", "Plans of {0}";
    waits_for_you: "Menunggu jawaban Anda", "Waiting for your answer";
    review: "Tinjau usulan", "Look at the proposal";
    load: "Beban sekarang: {0} rencana berjalan, {1} belum tercapai.", "Load now: {0} plans running, {1} not reached.";
    load_open: "Sisa: {0}.", "Left: {0}.";
    counter: "Usulkan lain", "Propose something else";
    counter_about: "Pegawai dapat menyetujui atau mengusulkan lagi.", "The person can agree or propose again.";
    did_answer: "Jawaban Anda terkirim ke {0}.", "Your answer went to {0}.";
    keep_agreed: "Tolak perubahan", "Decline the change";
    expectations: "Ekspektasi perilaku", "Expected behaviour";
    expectations_about: "Kosongkan yang cukup dengan panduan umum.", "Leave empty where the guides are enough.";
    save_expectations: "Simpan ekspektasi", "Save the expectations";
    expectations_saved: "Ekspektasi tersimpan dan terlihat oleh {0}.", "The expectations are saved and seen by {0}.";
    no_plans: "Belum ada rencana.", "No plans yet.";
}
