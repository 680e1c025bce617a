//! What the demo city is for: missions and programmes, and the results of those who lead. All invented, in the words that
//! such plans have.

use shared::plan::{About, Aspect, Group, Indicator, Level, Perspective};
use shared::quantity::Quantity;

/// Missions with their programmes.
pub(crate) const MISSIONS: [(&str, [&str; 2]); 2] = [
    (
        "Misi 2: Mewujudkan pelayanan dasar yang mudah, merata, dan tuntas",
        ["Program Pencatatan Sipil", "Program Pendaftaran Penduduk"],
    ),
    (
        "Misi 4: Mewujudkan pemerintahan yang terbuka dan berbasis data",
        ["Program Pengelolaan Informasi Administrasi Kependudukan", "Program Pengelolaan Profil Kependudukan"],
    ),
];

/// A result of somebody who leads: what they do themselves is counted, what comes of it is the outcome.
pub(crate) struct Led {
    pub(crate) result: &'static str,
    /// For the head of the dinas the programme it serves, counted over all missions; for the head of the bidang the result
    /// of the dinas that it supports.
    pub(crate) above: usize,
    pub(crate) counted: (&'static str, &'static str, i64),
    pub(crate) outcome: (&'static str, &'static str, i64, Perspective),
    pub(crate) source: &'static str,
    pub(crate) formula: &'static str,
    /// Index into `people::WORK`, where the daily entries of the head count towards it.
    pub(crate) work: Option<usize>,
}

pub(crate) static DINAS: [Led; 3] = [
    Led {
        result: "Setiap kelahiran dan kematian warga tercatat",
        above: 0,
        counted: ("Rapat kendali pencatatan sipil", "rapat", 12),
        outcome: ("Anak 0-17 tahun memiliki akta kelahiran", "persen", 98, Perspective::Recipients),
        source: "Data konsolidasi bersih semester",
        formula: "Anak berakta dibagi seluruh anak 0-17 tahun",
        work: None,
    },
    Led {
        result: "Setiap warga memiliki identitas yang sah dan mutakhir",
        above: 1,
        counted: ("Kecamatan dikunjungi pimpinan", "kecamatan", 6),
        outcome: ("Warga wajib KTP sudah merekam", "persen", 99, Perspective::Recipients),
        source: "Data konsolidasi bersih semester",
        formula: "Warga terekam dibagi warga wajib KTP",
        work: None,
    },
    Led {
        result: "Data kependudukan dipakai untuk perencanaan kota",
        above: 2,
        counted: ("Perjanjian pemanfaatan data", "perjanjian", 4),
        outcome: ("Perangkat daerah memakai data NIK", "perangkat daerah", 18, Perspective::Process),
        source: "Catatan hak akses",
        formula: "Jumlah perangkat daerah dengan akses aktif",
        work: None,
    },
];

pub(crate) static BIDANG: [Led; 4] = [
    Led {
        result: "Kepemilikan akta kelahiran dan akta kematian meningkat",
        above: 0,
        counted: ("Laporan kendali layanan akta", "laporan", 7),
        outcome: ("Akta terbit pada hari permohonan lengkap", "persen", 90, Perspective::Recipients),
        source: "SIAK, waktu terima dan waktu terbit",
        formula: "Akta terbit pada hari yang sama dibagi akta terbit",
        work: Some(5),
    },
    Led {
        result: "Data kependudukan akurat dan tunggal",
        above: 2,
        counted: ("Telaah perubahan data diputuskan", "telaah", 40),
        outcome: ("Data ganda yang tersisa dibanding awal tahun", "persen", 25, Perspective::Process),
        source: "Laporan konsolidasi bulanan",
        formula: "Data ganda akhir bulan dibagi data ganda awal tahun",
        work: Some(3),
    },
    Led {
        result: "KTP-el menjangkau warga rentan",
        above: 1,
        counted: ("Jadwal jemput bola disusun", "jadwal", 3),
        outcome: ("Warga rentan terlayani di tempat", "orang", 600, Perspective::Recipients),
        source: "Berita acara jemput bola",
        formula: "Jumlah warga dalam berita acara",
        work: None,
    },
    Led {
        result: "Loket dan arsip berjalan andal",
        above: 1,
        counted: ("Pemeriksaan loket dan arsip", "pemeriksaan", 12),
        outcome: ("Jam layanan terhenti karena gangguan", "jam", 6, Perspective::Internal),
        source: "Buku gangguan loket",
        formula: "Jumlah jam terhenti dalam triwulan",
        work: None,
    },
];

/// Which result of the bidang a work of staff supports, by its place in `people::WORK`.
pub(crate) const SUPPORTS: [usize; 10] = [0, 1, 1, 1, 2, 3, 3, 0, 2, 3];

/// What shows that the work is good, not only much: name, measure, target, aspect, what for, where from.
pub(crate) struct Good(
    pub(crate) &'static str,
    pub(crate) &'static str,
    pub(crate) i64,
    pub(crate) Aspect,
    pub(crate) Group,
    pub(crate) &'static str,
);

/// One for each work of staff.
pub(crate) static GOOD: [Good; 10] = [
    Good("Akta terbit tanpa koreksi", "persen", 98, Aspect::Quality, Group::Service, "Register akta"),
    Good("Usul pencegahan data ganda dibahas", "usul", 2, Aspect::Quality, Group::Innovation, "Notula rapat bidang"),
    Good("Permohonan lengkap selesai", "hari", 1, Aspect::Time, Group::Service, "SIAK, waktu terima dan waktu terbit"),
    Good("Telaah diterima tanpa perbaikan", "persen", 95, Aspect::Quality, Group::Service, "Lembar disposisi"),
    Good("KTP-el diserahkan setelah siap cetak", "hari", 1, Aspect::Time, Group::Service, "SIAK, status cetak"),
    Good("Saran dalam rapat pimpinan dicatat", "saran", 3, Aspect::Quality, Group::Participation, "Notula rapat"),
    Good("Gangguan loket pulih", "menit", 30, Aspect::Time, Group::Service, "Buku gangguan loket"),
    Good("Keluarga menerima akta dan KK sekaligus", "persen", 90, Aspect::Quality, Group::Service, "Register akta"),
    Good("Foto diterima tanpa rekam ulang", "persen", 97, Aspect::Quality, Group::Service, "SIAK, status rekam"),
    Good("Arsip ditemukan saat diminta", "menit", 10, Aspect::Time, Group::Service, "Buku peminjaman arsip"),
];

/// The counted indicator of staff: what their entries add up.
pub(crate) fn counted(measure: &str) -> About {
    About {
        name: format!("Jumlah {measure} selesai"),
        aspect: Some(Aspect::Quantity),
        source: "Catatan harian di Teladan".to_owned(),
        formula: "Jumlah hasil pada catatan yang mendukung rencana ini".to_owned(),
        ..About::default()
    }
}

/// The further indicator of a work of staff.
pub(crate) fn good(Good(name, measure, target, aspect, group, source): &Good) -> Indicator {
    let about = About {
        name: (*name).to_owned(),
        group: *group,
        aspect: Some(*aspect),
        source: (*source).to_owned(),
        formula: "Dihitung pada akhir bulan dari sumber data".to_owned(),
        ..About::default()
    };
    Indicator { about, measure: (*measure).to_owned(), target: Quantity::whole(*target) }
}

/// Both indicators of somebody who leads.
pub(crate) fn led(plan: &Led) -> (About, Indicator) {
    let about = About {
        name: plan.counted.0.to_owned(),
        perspective: Some(Perspective::Process),
        source: "Catatan harian di Teladan".to_owned(),
        formula: "Jumlah hasil pada catatan yang mendukung rencana ini".to_owned(),
        ..About::default()
    };
    let (name, measure, target, perspective) = plan.outcome;
    let outcome = About {
        name: name.to_owned(),
        perspective: Some(perspective),
        level: Level::Outcome,
        source: plan.source.to_owned(),
        formula: plan.formula.to_owned(),
        ..About::default()
    };
    (about, Indicator { about: outcome, measure: measure.to_owned(), target: Quantity::whole(target) })
}
