//! The other agencies of the demo city, with what their bidang do. All invented.

/// An agency: its name, what its head is called, and two bidang with what they do: result, measure, target, and a sentence in which `{}`
/// is the amount.
pub(super) struct Agency {
    pub(super) name: &'static str,
    pub(super) bidang: [(&'static str, &'static str, &'static str, i64, &'static str); 2],
    /// Of a hundred people, how many have written today.
    pub(super) writes: u64,
}

const fn agency(
    name: &'static str,
    writes: u64,
    bidang: [(&'static str, &'static str, &'static str, i64, &'static str); 2],
) -> Agency {
    Agency { name, bidang, writes }
}

pub(super) static AGENCIES: [Agency; 9] = [
    agency(
        "Badan Penanggulangan Bencana Daerah",
        92,
        [
            (
                "Pencegahan dan Kesiapsiagaan",
                "Simulasi evakuasi sekolah",
                "sekolah",
                24,
                "Simulasi gempa di {} sekolah selesai; jalur evakuasi lantai dua diperbaiki.",
            ),
            (
                "Kedaruratan dan Logistik",
                "Penanganan kejadian sesuai waktu tanggap",
                "kejadian",
                60,
                "{} kejadian ditangani, semua tiba dalam 15 menit.",
            ),
        ],
    ),
    agency(
        "Badan Pendapatan Daerah",
        95,
        [
            (
                "Pajak Daerah",
                "Verifikasi objek pajak restoran",
                "objek",
                400,
                "{} objek pajak restoran diverifikasi di lapangan.",
            ),
            (
                "Penagihan dan Keberatan",
                "Penyelesaian surat keberatan PBB",
                "surat",
                120,
                "{} surat keberatan PBB dijawab dengan perhitungan ulang.",
            ),
        ],
    ),
    agency(
        "Dinas Kesehatan",
        88,
        [
            (
                "Kesehatan Masyarakat",
                "Kunjungan posyandu yang dibina",
                "posyandu",
                90,
                "Membina {} posyandu; dua kader baru dilatih menimbang.",
            ),
            (
                "Pencegahan dan Pengendalian Penyakit",
                "Penyelidikan epidemiologi DBD",
                "lokasi",
                75,
                "Penyelidikan epidemiologi di {} lokasi, jentik ditemukan di dua rumah.",
            ),
        ],
    ),
    agency(
        "Dinas Lingkungan Hidup",
        80,
        [
            (
                "Pengelolaan Sampah",
                "Pengangkutan sampah tepat jadwal",
                "rit",
                900,
                "{} rit sampah diangkut sebelum pukul tujuh.",
            ),
            (
                "Penataan dan Pengawasan",
                "Pemeriksaan dokumen UKL-UPL",
                "dokumen",
                80,
                "{} dokumen UKL-UPL diperiksa; satu diminta melengkapi peta.",
            ),
        ],
    ),
    agency(
        "Dinas Pekerjaan Umum dan Penataan Ruang",
        84,
        [
            (
                "Bina Marga",
                "Perbaikan lubang jalan yang dilaporkan",
                "titik",
                240,
                "{} titik jalan berlubang ditutup dan difoto sebelum dan sesudah.",
            ),
            (
                "Sumber Daya Air",
                "Pembersihan saluran primer",
                "meter",
                3_000,
                "{} meter saluran primer dibersihkan sebelum hujan.",
            ),
        ],
    ),
    agency(
        "Dinas Pendidikan",
        90,
        [
            (
                "Pembinaan Sekolah Dasar",
                "Supervisi kelas sekolah dasar",
                "kelas",
                180,
                "Supervisi {} kelas; umpan balik ditulis bersama guru.",
            ),
            (
                "Pembinaan SMP",
                "Pendampingan guru mata pelajaran",
                "guru",
                120,
                "Mendampingi {} guru menyusun modul ajar.",
            ),
        ],
    ),
    agency(
        "Dinas Perhubungan",
        38,
        [
            (
                "Angkutan",
                "Pemeriksaan kelaikan angkutan umum",
                "kendaraan",
                500,
                "{} angkutan umum diperiksa; tiga diminta mengganti ban.",
            ),
            (
                "Lalu Lintas",
                "Penanganan keluhan lampu lalu lintas",
                "simpang",
                90,
                "Lampu di {} simpang diperbaiki dan disetel ulang.",
            ),
        ],
    ),
    agency(
        "Dinas Sosial",
        86,
        [
            (
                "Rehabilitasi Sosial",
                "Pendampingan lansia terlantar",
                "orang",
                70,
                "{} lansia didampingi sampai ke panti, keluarganya dihubungi.",
            ),
            (
                "Perlindungan dan Jaminan Sosial",
                "Verifikasi data penerima bantuan",
                "keluarga",
                800,
                "Data {} keluarga penerima bantuan diverifikasi di rumahnya.",
            ),
        ],
    ),
    agency(
        "Satuan Polisi Pamong Praja",
        83,
        [
            (
                "Ketertiban Umum",
                "Patroli wilayah rawan",
                "patroli",
                150,
                "{} patroli selesai; pedagang diajak berdialog tanpa penertiban paksa.",
            ),
            (
                "Perlindungan Masyarakat",
                "Pelatihan anggota linmas",
                "orang",
                300,
                "{} anggota linmas dilatih pertolongan pertama.",
            ),
        ],
    ),
];
