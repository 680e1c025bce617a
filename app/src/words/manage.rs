//! What only an admin reads: the form of a unit, missions and programmes. Name, Indonesian, English.

use shared::words::Language;

words! {
    /// Every sentence of the admin's forms in one language.
    ManageWords {}

    unit_change: "Ubah unit", "Change the unit";
    unit_below: "Unit baru di bawahnya", "New unit below it";
    unit_new: "Unit baru", "New unit";
    unit_name: "Nama resmi", "Official name";
    unit_parent: "Unit induk", "Unit above";
    unit_parent_stays: "Unit induknya di luar wewenang Anda, jadi tetap.", "The unit above is not yours, so it stays.";
    unit_leader: "Pimpinan", "Head";
    unit_leader_hint: "Boleh kosong. Pimpinan membuka papan unit ini dan unit di bawahnya.",
        "May be empty. The head opens the board of this unit and of those below.";
    unit_zone: "Zona waktu", "Time zone";
    unit_zone_hint: "Hari, keterlambatan, dan jam di unit ini dihitung menurut zona ini.",
        "Days, lateness and hours in this unit follow this zone.";
    unit_did: "Unit disimpan.", "The unit is saved.";
    tab_goals: "Misi dan program", "Missions and programmes";
    goals_about: "Rencana pimpinan dikaitkan ke program di sini. Dari satu catatan harian, empat langkah sampai ke misinya.",
        "Plans of those who lead are tied to the programmes here. From one daily entry it is four steps to the mission.";
    goals_read: "Ditulis oleh admin seluruh pemerintah daerah.", "Written by the admin of the whole region.";
    goals_none: "Belum ada misi. Tulis misi daerah, lalu program di bawahnya.", "No mission yet. Write the region's mission, then the programmes below it.";
    goals_none_read: "Belum ada misi.", "No mission yet.";
    programmes_none: "Belum ada program.", "No programme yet.";
    mission_new: "Misi baru", "New mission";
    mission: "Misi", "Mission";
    programme_new: "Program baru", "New programme";
    programme: "Program", "Programme";
    goal_name: "Bunyinya", "Its words";
    goal_name_hint: "Seperti tertulis di RPJMD.", "As the region's plan (RPJMD) words it.";
    goal_from: "Tahun mulai", "First year";
    goal_until: "Tahun akhir", "Last year";
    goal_change: "Ubah", "Change";
    goal_close: "Tutup", "Close";
    goal_open: "Buka lagi", "Open again";
    goal_closed: "Ditutup", "Closed";
    goal_closed_about: "Rencana yang sudah terkait tetap terkait; yang baru tidak ditawari.",
        "Plans that are tied stay tied; new ones are not offered it.";
    goal_did: "Tersimpan.", "Saved.";
    goal_years: "{0}–{1}", "{0}–{1}";
    goal_since: "sejak {0}", "since {0}";
    goal_to: "sampai {0}", "until {0}";
}

/// The sentences of the admin's forms in a language.
#[must_use]
pub fn manage(language: Language) -> &'static ManageWords {
    super::pick(language, &ID, |english| english.manage)
}
