//! What is in the files, read back by another library.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};

use super::csv::plain;
use super::table::{Cell, Column, Table, sheet, workbook};
use super::{COLUMNS, Line, csv, xlsx};

fn some() -> Vec<Line> {
    let line = |day: u32, text: &str, result: &str, evidence: &str| Line {
        date: chrono::NaiveDate::from_ymd_opt(2026, 7, day).unwrap(),
        text: text.to_owned(),
        result: result.to_owned(),
        evidence: evidence.to_owned(),
    };
    vec![
        line(1, "Menerbitkan akta; loket 3 (7 berkas)", "Kutipan akta terbit", "https://a.go.id/1\nhttps://a.go.id/2"),
        line(2, "=HYPERLINK(\"http://jahat.example\";\"klik\")", "+62", ""),
        line(3, "Rapat “percepatan”, 10.00 – selesai\nNotula: ada", "Tambahan", "-"),
    ]
}

#[test]
fn a_workbook_holds_what_was_said_and_no_formula() {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(xlsx(&some()).unwrap())).unwrap();
    let sheet = book.worksheet_range("Progres harian").unwrap();
    assert_eq!(sheet.get_size(), (4, 4));
    for (row, line) in sheet.rows().skip(1).zip(some()) {
        let Data::DateTime(date) = &row[0] else { panic!("a date, and no text: {:?}", row[0]) };
        let (year, month, day, ..) = date.to_ymd_hms_milli();
        assert_eq!(format!("{year}-{month:02}-{day:02}"), line.date.to_string());
        let texts: Vec<String> = row[1..].iter().map(|cell| cell.to_string()).collect();
        assert_eq!(texts, [line.text, line.result, line.evidence]);
    }
    let names: Vec<String> = sheet.rows().next().unwrap().iter().map(|cell| cell.to_string()).collect();
    assert_eq!(names, COLUMNS);
    let formulas = book.worksheet_formula("Progres harian").unwrap();
    assert!(formulas.cells().all(|(_, _, formula)| formula.is_empty()), "no cell is carried out");
}

#[test]
fn a_table_keeps_numbers_as_numbers_and_leaves_empty_what_has_no_figure() {
    const COLUMNS: [Column; 5] = [("Nama", 20), ("Jumlah", 8), ("Hasil", 8), ("Sejak", 12), ("Persen", 8)];
    let day = chrono::NaiveDate::from_ymd_opt(2026, 7, 1).unwrap();
    let amount = shared::quantity::Quantity::parse("1.250,5").unwrap();
    let row = vec![Cell::from("=1+1"), Cell::Count(1250), Cell::Amount(amount), Cell::Day(day), Cell::from(None)];
    let table = Table { name: "2026-07-01 sd 2026-07-31".into(), columns: &COLUMNS, rows: vec![row] };
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(workbook(&table).unwrap())).unwrap();
    let range = book.worksheet_range(&table.name).unwrap();
    let cells = range.rows().nth(1).unwrap();
    assert_eq!(cells[..3], [Data::String("=1+1".into()), Data::Float(1250.0), Data::Float(1250.5)]);
    assert!(matches!(cells[3], Data::DateTime(_)), "{:?}", cells[3]);
    assert!(cells.get(4).is_none_or(|cell| *cell == Data::Empty), "no figure is no zero");
    let formulas = book.worksheet_formula(&table.name).unwrap();
    assert!(formulas.cells().all(|(_, _, formula)| formula.is_empty()), "no cell is carried out");
    let text = String::from_utf8(sheet(&table).unwrap()).unwrap();
    assert_eq!(text, "\u{feff}Nama;Jumlah;Hasil;Sejak;Persen\r\n'=1+1;1250;1250,5;01/07/2026;\r\n");
}

#[test]
fn csv_opens_in_an_indonesian_excel_and_runs_nothing() {
    let bytes = csv(&some()).unwrap();
    let text = std::str::from_utf8(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap()).unwrap();
    assert!(text.starts_with("Tanggal;Uraian kegiatan;Rencana hasil kerja;Tautan bukti\r\n"), "{text}");
    let mut reader = ::csv::ReaderBuilder::new().delimiter(b';').from_reader(text.as_bytes());
    let read: Vec<Vec<String>> =
        reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect();
    assert_eq!(read[0], ["01/07/2026", &some()[0].text, &some()[0].result, &some()[0].evidence]);
    assert_eq!(read[1][1..], ["'=HYPERLINK(\"http://jahat.example\";\"klik\")", "'+62", ""]);
    assert_eq!(read[2][3], "'-");
}

#[test]
fn whatever_begins_like_a_formula_is_a_text() {
    for text in ["=1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1", "\n=1", "＝1"] {
        assert!(plain(text).starts_with('\''), "{text:?}");
    }
    for text in ["1 = 1", "surat-menyurat", "", "https://a.go.id/?a=1"] {
        assert_eq!(plain(text), text);
    }
}
