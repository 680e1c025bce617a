//! The agencies of a city, in the order in which a small one gets them, with their bidang and the houses they run.

use super::fields::{self, Field};

/// Houses that an agency runs in the quarters: schools, clinics, offices.
#[derive(Debug)]
pub(super) struct Houses {
    /// Their names before a number, with strokes between.
    pub(super) names: &'static str,
    /// Who leads one.
    pub(super) head: &'static str,
    /// People in one.
    pub(super) people: usize,
}

/// An agency (perangkat daerah).
#[derive(Debug)]
pub(super) struct Agency {
    pub(super) name: &'static str,
    /// Its part of the city's people, against the others'.
    pub(super) weight: usize,
    pub(super) field: &'static Field,
    /// With strokes between.
    pub(super) bidang: &'static str,
    pub(super) houses: Option<Houses>,
}

const fn agency(name: &'static str, weight: usize, field: &'static Field, bidang: &'static str) -> Agency {
    Agency { name, weight, field, bidang, houses: None }
}

const fn with(agency: Agency, names: &'static str, head: &'static str, people: usize) -> Agency {
    Agency { houses: Some(Houses { names, head, people }), ..agency }
}

/// All agencies besides the Sekretariat Daerah and the kecamatan.
pub(super) static AGENCIES: [Agency; 30] = [
    agency(
        "Dinas Kependudukan dan Pencatatan Sipil",
        14,
        &fields::CIVIL,
        "Pelayanan Pendaftaran Penduduk|Pelayanan Pencatatan Sipil|Pengelolaan Informasi Administrasi Kependudukan|Pemanfaatan Data dan Inovasi Pelayanan",
    ),
    with(
        agency(
            "Dinas Kesehatan",
            120,
            &fields::HEALTH,
            "Kesehatan Masyarakat|Pencegahan dan Pengendalian Penyakit|Pelayanan Kesehatan|Sumber Daya Kesehatan",
        ),
        "UPTD Puskesmas",
        "Kepala Puskesmas",
        28,
    ),
    agency(
        "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia",
        12,
        &fields::STAFFING,
        "Pengadaan, Pemberhentian dan Informasi|Mutasi dan Promosi|Pengembangan Kompetensi Aparatur|Penilaian Kinerja Aparatur dan Penghargaan",
    ),
    with(
        agency(
            "Dinas Pendidikan",
            400,
            &fields::TEACHING,
            "Pembinaan Sekolah Dasar|Pembinaan Sekolah Menengah Pertama|Pembinaan PAUD dan Pendidikan Nonformal|Pembinaan Ketenagaan",
        ),
        "SD Negeri|SMP Negeri|SD Negeri|TK Negeri Pembina",
        "Kepala Sekolah",
        22,
    ),
    with(
        agency(
            "Dinas Pekerjaan Umum dan Penataan Ruang",
            30,
            &fields::BUILDING,
            "Bina Marga|Sumber Daya Air dan Drainase|Cipta Karya|Tata Ruang",
        ),
        "UPTD Pemeliharaan Jalan Wilayah",
        "Kepala UPTD",
        15,
    ),
    with(
        agency(
            "Dinas Perhubungan",
            28,
            &fields::TRANSPORT,
            "Lalu Lintas|Angkutan|Prasarana dan Keselamatan|Pengembangan Transportasi",
        ),
        "UPTD Terminal|UPTD Pengelolaan Parkir Wilayah",
        "Kepala UPTD",
        14,
    ),
    agency(
        "Inspektorat",
        12,
        &fields::AUDIT,
        "Inspektur Pembantu Wilayah I|Inspektur Pembantu Wilayah II|Inspektur Pembantu Wilayah III|Inspektur Pembantu Khusus",
    ),
    agency(
        "Dinas Sosial",
        10,
        &fields::SOCIAL,
        "Rehabilitasi Sosial|Perlindungan dan Jaminan Sosial|Pemberdayaan Sosial|Penanganan Fakir Miskin",
    ),
    agency(
        "Satuan Polisi Pamong Praja",
        40,
        &fields::ORDER,
        "Ketertiban Umum dan Ketenteraman Masyarakat|Penegakan Produk Hukum Daerah|Perlindungan Masyarakat|Sumber Daya Aparatur",
    ),
    with(
        agency(
            "Badan Pendapatan Daerah",
            24,
            &fields::MONEY,
            "Pendataan dan Penetapan|Pajak Bumi dan Bangunan|Penagihan dan Pengawasan|Pembukuan dan Pelaporan",
        ),
        "UPTD Pelayanan Pajak Wilayah",
        "Kepala UPTD",
        12,
    ),
    agency(
        "Dinas Komunikasi dan Informatika",
        12,
        &fields::COMPUTING,
        "Pengelolaan Informasi Publik|Infrastruktur Teknologi Informasi|Layanan E-Government|Persandian dan Statistik",
    ),
    agency(
        "Badan Perencanaan Pembangunan Daerah",
        12,
        &fields::OFFICE,
        "Perencanaan dan Evaluasi|Pemerintahan dan Pembangunan Manusia|Perekonomian|Infrastruktur dan Kewilayahan",
    ),
    agency(
        "Badan Pengelolaan Keuangan dan Aset Daerah",
        16,
        &fields::MONEY,
        "Anggaran|Perbendaharaan|Akuntansi dan Pelaporan|Pengelolaan Aset",
    ),
    agency(
        "Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu",
        14,
        &fields::CIVIL,
        "Penanaman Modal|Pelayanan Perizinan Usaha|Pelayanan Perizinan Nonusaha|Pengaduan dan Peningkatan Layanan",
    ),
    with(
        agency(
            "Dinas Lingkungan Hidup",
            40,
            &fields::LAND,
            "Tata Lingkungan|Pengelolaan Sampah|Pengendalian Pencemaran|Peningkatan Kapasitas Lingkungan",
        ),
        "UPTD Tempat Pengolahan Sampah|UPTD Laboratorium Lingkungan",
        "Kepala UPTD",
        16,
    ),
    agency(
        "Badan Penanggulangan Bencana Daerah",
        12,
        &fields::ORDER,
        "Pencegahan dan Kesiapsiagaan|Kedaruratan dan Logistik|Rehabilitasi dan Rekonstruksi",
    ),
    agency(
        "Rumah Sakit Umum Daerah",
        130,
        &fields::HEALTH,
        "Pelayanan Medik|Keperawatan|Penunjang Medik|Keuangan dan Perencanaan",
    ),
    agency(
        "Sekretariat DPRD",
        14,
        &fields::OFFICE,
        "Umum dan Keuangan|Persidangan dan Perundang-undangan|Fasilitasi Penganggaran dan Pengawasan",
    ),
    with(
        agency(
            "Dinas Perdagangan",
            18,
            &fields::TRADE,
            "Pengembangan Perdagangan|Stabilisasi Harga dan Barang Pokok|Metrologi Legal|Pengelolaan Pasar",
        ),
        "UPTD Pasar Wilayah",
        "Kepala UPTD",
        12,
    ),
    agency(
        "Dinas Koperasi, Usaha Kecil dan Menengah",
        9,
        &fields::TRADE,
        "Kelembagaan dan Pengawasan|Pemberdayaan Koperasi|Pemberdayaan Usaha Mikro",
    ),
    agency(
        "Dinas Tenaga Kerja",
        11,
        &fields::SOCIAL,
        "Pelatihan dan Produktivitas|Penempatan Tenaga Kerja|Hubungan Industrial",
    ),
    agency("Dinas Pariwisata", 9, &fields::TRADE, "Destinasi Pariwisata|Pemasaran Pariwisata|Ekonomi Kreatif"),
    agency("Dinas Kebudayaan", 8, &fields::TRADE, "Pelestarian Cagar Budaya|Pembinaan Kesenian|Sejarah dan Tradisi"),
    agency(
        "Dinas Kepemudaan dan Olahraga",
        8,
        &fields::SOCIAL,
        "Pemberdayaan Pemuda|Pembudayaan Olahraga|Prestasi Olahraga",
    ),
    agency(
        "Dinas Perpustakaan dan Kearsipan",
        9,
        &fields::OFFICE,
        "Pelayanan Perpustakaan|Pembudayaan Gemar Membaca|Pengelolaan Arsip",
    ),
    agency(
        "Dinas Pertanian dan Ketahanan Pangan",
        16,
        &fields::LAND,
        "Tanaman Pangan dan Hortikultura|Peternakan dan Kesehatan Hewan|Ketahanan Pangan|Penyuluhan",
    ),
    agency("Dinas Perikanan", 9, &fields::LAND, "Perikanan Tangkap|Perikanan Budidaya|Pengolahan dan Pemasaran"),
    agency(
        "Dinas Perumahan Rakyat dan Kawasan Permukiman",
        14,
        &fields::BUILDING,
        "Perumahan|Kawasan Permukiman|Prasarana, Sarana dan Utilitas Umum",
    ),
    agency(
        "Dinas Pemadam Kebakaran dan Penyelamatan",
        40,
        &fields::ORDER,
        "Pencegahan Kebakaran|Pemadaman|Penyelamatan|Sarana dan Prasarana",
    ),
    agency(
        "Badan Kesatuan Bangsa dan Politik",
        8,
        &fields::LAW,
        "Ideologi dan Wawasan Kebangsaan|Politik Dalam Negeri|Kewaspadaan Nasional",
    ),
];

/// Assistants of the Sekda with their bagian.
pub(super) const ASSISTANTS: [(&str, &[&str]); 3] = [
    (
        "Asisten Pemerintahan dan Kesejahteraan Rakyat",
        &["Bagian Tata Pemerintahan", "Bagian Kesejahteraan Rakyat", "Bagian Hukum"],
    ),
    (
        "Asisten Perekonomian dan Pembangunan",
        &["Bagian Perekonomian", "Bagian Administrasi Pembangunan", "Bagian Pengadaan Barang dan Jasa"],
    ),
    (
        "Asisten Administrasi Umum",
        &[
            "Bagian Organisasi",
            "Bagian Umum",
            "Bagian Protokol dan Komunikasi Pimpinan",
            "Bagian Perencanaan dan Keuangan",
        ],
    ),
];

/// Names of kecamatan; kelurahan are named from both lists.
pub(super) const KECAMATAN: &str = "Sukarame|Ilir Timur|Ilir Barat|Kencana|Talang Jaya|Karang Anyar|Bukit Indah|Muara Dua|Seberang Ulu|Tanjung Harapan|Mekarsari|Sungai Raya|Padang Baru|Gunung Sari|Kampung Melayu|Batu Ampar|Teluk Indah|Pulau Mas";

/// First words of kelurahan.
pub(super) const KELURAHAN: &str = "Suka Maju|Talang Semut|Lorok Pakjo|Demang Lebar|Sialang|Kebun Bunga|Srijaya|Lawang Kidul|Bukit Lama|Pasar Baru|Karya Baru|Sungai Buah";
