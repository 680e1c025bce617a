//! Files as offices send them. Those under `tests/fixtures` were written by LibreOffice itself.

use super::*;

const FIXTURES: [(&str, &[u8]); 5] = [
    ("staf-windows-1252-titik-koma.csv", include_bytes!("../../../tests/fixtures/staf-windows-1252-titik-koma.csv")),
    ("staf-utf8-koma.csv", include_bytes!("../../../tests/fixtures/staf-utf8-koma.csv")),
    ("staf-utf16-tab.csv", include_bytes!("../../../tests/fixtures/staf-utf16-tab.csv")),
    ("staf.xlsx", include_bytes!("../../../tests/fixtures/staf.xlsx")),
    ("staf.ods", include_bytes!("../../../tests/fixtures/staf.ods")),
];

#[test]
fn the_same_list_in_every_format_reads_the_same() {
    let all: Vec<_> = FIXTURES.iter().map(|(name, bytes)| (name, read(name, bytes).unwrap())).collect();
    for (name, rows) in &all {
        assert_eq!(rows, &all[0].1, "{name}");
    }
    let first = &all[0].1[0];
    assert_eq!((first.row, all[0].1.len()), (4, 6));
    assert_eq!(first.text(Column::Nip), "197203141998031004");
    assert_eq!(first.text(Column::Name), "Dr. H. Andre Café, S.Sos., M.Si.");
    assert_eq!(first.text(Column::Unit), "Dinas Kependudukan dan Pencatatan Sipil");
    assert_eq!(all[0].1[2].cell(Column::Superior).unwrap().place.to_string(), "G (NIP Atasan Langsung)");
}

#[test]
fn a_workbook_that_rounded_the_nip_says_so_in_the_cell() {
    let rows = read("staf-nip-angka.xlsx", include_bytes!("../../../tests/fixtures/staf-nip-angka.xlsx")).unwrap();
    assert_eq!(rows[0].text(Column::Nip), "1.98609262015051E17");
    assert_eq!(rows[0].text(Column::Rank), "9", "a small number stays a number");
}

#[test]
fn headers_by_many_names() {
    let table = [
        "NIP;Nama;Golongan;Jabatan;Unit Kerja;NIP Atasan",
        "nip baru,NAMA LENGKAP,Gol. Ruang,Jabatan,Unit Organisasi,Atasan",
        "NI PPPK\tName\tRank\tPosition\tUnit\tSuperior NIP",
        "No;Jabatan;N.I.P.;\"Nama\nPegawai\";Pangkat/Gol.;OPD;NIP Atasan Langsung",
        "PEMERINTAH KOTA\n\nDaftar; pegawai\nNIP;Nama;Golongan;Jabatan;Unit Kerja;NIP Atasan",
    ];
    for header in table {
        let rows = read("x", format!("{header}\n1;1;1;1;1;1;1\n1,1,1,1,1,1\n1\t1\t1\t1\t1\t1\n").as_bytes()).unwrap();
        assert!(rows.iter().any(|row| Column::WANTED.iter().all(|column| row.text(*column) == "1")), "{header}");
    }
}

#[test]
fn what_is_no_staff_list_says_why() {
    let missing = |columns: &[Column]| FileError::MissingColumns { name: "x".into(), row: 1, columns: columns.into() };
    let name = || "x".to_owned();
    let table: [(&[u8], FileError); 6] = [
        (b"", FileError::Empty { name: name() }),
        (b"\n\n", FileError::Empty { name: name() }),
        (b"a;b\n1;2\n", FileError::NoHeader { name: name() }),
        (b"NIP;Nama;Golongan;Jabatan\n1;2\n", missing(&[Column::Unit, Column::Superior])),
        (b"NIP;Nama;Golongan;Jabatan;Unit;Atasan\n;;\n", FileError::NoRows { name: name() }),
        (b"NIP,Nama,Golongan,Jabatan,Unit,Atasn\n1,2\n", missing(&[Column::Superior])),
    ];
    for (bytes, expected) in table {
        assert_eq!(read("x", bytes).unwrap_err(), expected);
    }
    let broken = read("x.xlsx", b"PK\x03\x04broken").unwrap_err();
    assert!(matches!(&broken, FileError::Workbook { .. }));
    assert!(missing(&[Column::Unit]).spoken().id.contains("Unit Kerja"));
}

#[test]
fn cells_are_cleaned() {
    let table = [
        ("  Budi\u{a0}  Santoso ", "Budi Santoso"),
        ("'198609262015051001", "198609262015051001"),
        ("'=1+1", "=1+1"),
        ("'Aisyiyah", "'Aisyiyah"),
        ("\u{feff}NIP\u{200b}", "NIP"),
        ("Ja'far", "Ja'far"),
        ("dua\r\nbaris", "dua baris"),
    ];
    for (text, expected) in table {
        assert_eq!(clean(text), expected);
    }
}

#[test]
fn columns_have_letters() {
    for (index, expected) in [(0, "A (x)"), (25, "Z (x)"), (26, "AA (x)"), (701, "ZZ (x)"), (702, "AAA (x)")] {
        assert_eq!(Place::new(index, "x").to_string(), expected);
    }
}
