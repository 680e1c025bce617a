//! The people, plans and counters of the demo agency. All invented; every number is of the kind that such an office has.

/// Somebody in the demo.
#[derive(Debug)]
pub(crate) struct Someone {
    pub(crate) name: &'static str,
    pub(crate) rank: &'static str,
    pub(crate) position: &'static str,
    /// Only for those who get a login.
    pub(crate) nip: Option<&'static str>,
    /// Index into [`WORK`]: what this person does all day.
    pub(crate) work: [usize; 2],
}

const fn someone(name: &'static str, rank: &'static str, position: &'static str, work: [usize; 2]) -> Someone {
    Someone { name, rank, position, nip: None, work }
}

pub(crate) const SEKDA: Someone = Someone {
    name: "Ir. H. Muhammad Yamin Lubis, M.T.",
    rank: "IV/d",
    position: "Sekretaris Daerah Kota Muara Kencana",
    nip: Some("196908121995031003"),
    work: [0, 0],
};

pub(crate) const LEADER: Someone = Someone {
    name: "Dra. Hj. Nurhayati Siregar, M.Si.",
    rank: "IV/c",
    position: "Kepala Dinas Kependudukan dan Pencatatan Sipil",
    nip: Some("197203151994032004"),
    work: [0, 0],
};

pub(crate) const HEAD: Someone = Someone {
    name: "Drs. H. Zulkifli Hasan Basri, M.Si.",
    rank: "IV/a",
    position: "Kepala Bidang Pelayanan Pendaftaran Penduduk",
    nip: Some("197509211999031002"),
    work: [5, 3],
};

/// Looks after the people of the dinas.
pub(crate) const ADMIN: Someone = Someone {
    name: "Sri Rahayu Ningsih, S.A.P.",
    rank: "III/b",
    position: "Analis Sumber Daya Manusia Aparatur Ahli Pertama",
    nip: Some("198806122014032003"),
    work: [9, 9],
};

/// Heads no unit, and assesses colleagues all the same: a functional senior.
pub(crate) const SENIOR: Someone = Someone {
    name: "Ferdinand Kaisiepo, S.Si., M.Si.",
    rank: "IV/b",
    position: "Analis Kebencanaan Ahli Madya",
    nip: Some("197801052005011004"),
    work: [0, 0],
};

pub(crate) static STAFF: [Someone; 22] = [
    Someone {
        name: "Rahmawati Kusumaningtyas, S.Sos.",
        rank: "III/b",
        position: "Administrator Database Kependudukan Ahli Pertama",
        nip: Some("199004172015032001"),
        work: [0, 1],
    },
    someone("Ahmad Syaifuddin Zuhri, S.A.P.", "III/a", "Analis Kependudukan Ahli Pertama", [2, 3]),
    someone("Baharuddin bin Abdul Karim", "II/c", "Operator SIAK Terampil", [1, 4]),
    someone("Dewi Kartikasari Hutagalung, S.Sos.", "III/b", "Penelaah Teknis Kebijakan", [3, 5]),
    someone("Fransiska Xaveria Tukan, A.Md.", "II/d", "Operator SIAK Terampil", [0, 4]),
    someone("I Gusti Ngurah Agung Pramana, S.T.", "III/b", "Pranata Komputer Ahli Pertama", [6, 1]),
    someone("Indrawati Lie, S.E.", "III/c", "Penelaah Teknis Kebijakan", [5, 3]),
    someone("Maria Goreti Yuliana Ndiwa, A.Md.", "II/d", "Operator SIAK Terampil", [4, 0]),
    someone("Marlina boru Simanjuntak, A.Md.Kom.", "II/d", "Operator SIAK Terampil", [7, 0]),
    someone(
        "Muhammad Fadhilurrahman Al-Ghifari, S.Kom., M.T.I.",
        "III/d",
        "Administrator Database Kependudukan Ahli Muda",
        [1, 6],
    ),
    someone("Ni Luh Putu Ayu Wulandari, S.E.", "III/a", "Administrator Database Kependudukan Ahli Pertama", [8, 1]),
    someone("Nyimas Siti Aminah", "II/b", "Pengadministrasi Perkantoran", [9, 2]),
    someone("Obed Wanggai", "II/c", "Operator SIAK Terampil", [8, 4]),
    someone("Raden Roro Retno Wahyuningtyas, S.H.", "III/c", "Penelaah Teknis Kebijakan", [7, 5]),
    someone("Rizky Ananda Pratama, S.Tr.IP.", "III/a", "Analis Kependudukan Ahli Pertama", [2, 8]),
    someone("Siti Nurhaliza Dg. Ngai, A.Md.", "II/d", "Operator SIAK Terampil", [0, 7]),
    someone("Sri Wahyuni", "II/c", "Arsiparis Terampil", [9, 7]),
    someone("Suparman", "II/b", "Pengadministrasi Perkantoran", [9, 4]),
    someone("Teuku Muhammad Iskandarsyah, A.Md.", "II/d", "Pranata Komputer Terampil", [6, 4]),
    someone("Theresia Manuhutu, S.I.P.", "III/a", "Analis Kependudukan Ahli Pertama", [3, 2]),
    someone("Yohanes Babtista Kellen, S.Kom.", "III/a", "Pranata Komputer Ahli Pertama", [6, 1]),
    someone("Zainal Abidin Lubis, S.E.", "III/c", "Penelaah Teknis Kebijakan", [5, 2]),
];

/// A result with its indicator: what, in which measure, how much in the quarter, how much on a usual day, and sentences
/// in which `{}` is the amount.
pub(crate) struct Work {
    pub(crate) result: &'static str,
    pub(crate) measure: &'static str,
    pub(crate) target: i64,
    pub(crate) daily: i64,
    pub(crate) sentences: [&'static str; 3],
}

const fn work(
    result: &'static str,
    measure: &'static str,
    target: i64,
    daily: i64,
    sentences: [&'static str; 3],
) -> Work {
    Work { result, measure, target, daily, sentences }
}

pub(crate) static WORK: [Work; 10] = [
    work(
        "Penerbitan kutipan akta kelahiran di loket",
        "berkas",
        1200,
        19,
        [
            "{} kutipan akta kelahiran terbit, termasuk 2 permohonan yang terlambat lebih dari 60 hari.",
            "{} kutipan akta kelahiran terbit sebelum loket tutup. Satu pemohon diminta melengkapi surat nikah.",
            "{} berkas akta kelahiran diserahkan langsung kepada pemohon di loket.",
        ],
    ),
    work(
        "Perbaikan data ganda NIK",
        "data",
        600,
        9,
        [
            "Memperbaiki {} data ganda NIK; 1 data perlu surat dari kelurahan.",
            "{} pasangan NIK ganda antarkecamatan diperiksa dan diselesaikan.",
            "Menyandingkan {} data KK Kelurahan Ilir Timur dengan hasil verifikasi lapangan.",
        ],
    ),
    work(
        "Pelayanan pindah datang penduduk",
        "pemohon",
        700,
        11,
        [
            "{} pemohon pindah datang dilayani; 2 menunggu surat RT.",
            "{} surat keterangan pindah terbit pada hari yang sama.",
            "Mendampingi {} keluarga baru mengurus pindah datang dan KIA anaknya.",
        ],
    ),
    work(
        "Telaah permohonan perubahan data kependudukan",
        "telaah",
        320,
        5,
        [
            "{} telaah perubahan data selesai dan diteruskan ke Kepala Bidang.",
            "Menelaah {} permohonan perubahan nama dengan penetapan pengadilan.",
            "{} berkas perubahan status perkawinan ditelaah; satu dikembalikan karena putusan belum inkrah.",
        ],
    ),
    work(
        "Pencetakan KTP-el",
        "keping",
        2600,
        41,
        [
            "{} KTP-el dicetak dan diserahkan.",
            "{} keping KTP-el dicetak sebelum tinta printer loket 2 diganti.",
            "Mencetak {} KTP-el pengganti karena hilang dan rusak.",
        ],
    ),
    work(
        "Laporan layanan untuk pimpinan",
        "laporan",
        60,
        1,
        [
            "{} laporan mingguan layanan selesai, lengkap dengan kendala tiap loket.",
            "Menyusun {} bahan paparan capaian kepemilikan akta kelahiran untuk rapat Kepala Dinas.",
            "{} laporan tindak lanjut rekomendasi Inspektorat dikirim.",
        ],
    ),
    work(
        "Keandalan aplikasi SIAK di loket",
        "pemeriksaan",
        190,
        3,
        [
            "{} pemeriksaan jaringan loket; gangguan pagi selesai dalam 20 menit.",
            "Cadangan basis data SIAK selesai dan {} kali diuji pulih.",
            "{} perangkat loket diperiksa; satu pemindai diganti.",
        ],
    ),
    work(
        "Penerbitan akta kematian",
        "berkas",
        260,
        4,
        [
            "{} akta kematian terbit; keluarga diberi penjelasan tentang perubahan KK.",
            "Menjawab {} pertanyaan keluarga tentang akta kematian dan menyelesaikan berkasnya.",
            "{} berkas akta kematian dari kelurahan diverifikasi dan terbit.",
        ],
    ),
    work(
        "Perekaman KTP-el keliling",
        "orang",
        900,
        14,
        [
            "Jemput bola KTP-el di Panti Wreda Harapan Kita: {} lansia direkam, 4 di antaranya di tempat tidur.",
            "Perekaman keliling di SMA Negeri 2 Muara Kencana: {} siswa direkam.",
            "{} warga Rumah Susun Kencana Asri direkam; dua orang menunggu foto ulang Kamis pagi.",
        ],
    ),
    work(
        "Penataan arsip kependudukan",
        "boks",
        380,
        6,
        [
            "{} boks arsip akta tahun 2019 ditata dan diberi label.",
            "Memindai {} boks arsip KK dan mencocokkan nomor registernya.",
            "{} boks arsip dipindahkan ke ruang simpan baru.",
        ],
    ),
];

/// Counters: code, sign, service.
pub(crate) const COUNTERS: [(&str, &str, &str); 4] = [
    ("DUK-1", "Loket 1", "Pindah datang"),
    ("DUK-2", "Loket 2", "KTP-el"),
    ("DUK-3", "Loket 3", "Akta kelahiran"),
    ("DUK-4", "Loket 4", "Akta kematian"),
];

/// What citizens write.
pub(crate) const VOICES: [(u8, &str); 10] = [
    (4, "Ibu di loket 3 sabar sekali menjelaskan akta kelahiran anak saya. Semoga sehat selalu."),
    (4, ""),
    (3, ""),
    (3, "Cepat, hanya antre 15 menit."),
    (4, "Petugasnya ramah dan jelas."),
    (2, "Panggilan nomor tidak terdengar dari kursi belakang."),
    (3, ""),
    (4, ""),
    (1, "Sudah dua kali datang, printer masih rusak."),
    (3, "Ruang tunggunya sejuk, terima kasih."),
];

/// What the superior writes.
pub(crate) const WORDS: [&str; 4] = [
    "Penjelasan Bapak/Ibu kepada keluarga pemohon tenang dan lengkap. Mereka pulang tanpa harus kembali besok.",
    "Terima kasih, laporan ini langsung saya pakai di rapat pagi.",
    "Baik sekali urutannya. Minggu depan mohon catat juga yang dikembalikan ke kelurahan.",
    "Kerja yang rapi.",
];
