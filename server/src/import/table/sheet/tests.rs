//! Workbooks that want more of their reader than they seem to.

use super::*;

const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const CELL: &str = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>";

fn short(number: usize) -> [u8; 2] {
    u16::try_from(number).unwrap().to_le_bytes()
}

fn long(number: usize) -> [u8; 4] {
    u32::try_from(number).unwrap().to_le_bytes()
}

/// An archive of parts that are not packed.
fn archive(parts: &[(&str, String)], comment: &[u8]) -> Vec<u8> {
    let (mut bytes, mut directory) = (Vec::new(), Vec::new());
    for (name, content) in parts {
        let mut crc = flate2::Crc::new();
        crc.update(content.as_bytes());
        let (size, at) = (long(content.len()), bytes.len());
        // What both records say alike: version, flags, method, time, sum, sizes, length of the name.
        let said =
            [&b"\x14\0\0\0\0\0\0\0\0\0"[..], &crc.sum().to_le_bytes(), &size, &size, &short(name.len())].concat();
        bytes.extend([&b"PK\x03\x04"[..], &said, &[0; 2], name.as_bytes(), content.as_bytes()].concat());
        directory.extend([&b"PK\x01\x02\x14\0"[..], &said, &[0; 12], &long(at), name.as_bytes()].concat());
    }
    let (count, start) = (short(parts.len()), long(bytes.len()));
    let end = [&b"PK\x05\x06\0\0\0\0"[..], &count, &count, &long(directory.len()), &start, &short(comment.len())];
    bytes.extend([&directory[..], &end.concat(), comment].concat());
    bytes
}

/// The parts of a workbook in which so many sheets are one and the same part.
fn parts(sheets: usize, rows: &str, texts: &str) -> Vec<(&'static str, String)> {
    let relation = |id: &str, kind: &str, target: &str| {
        format!(
            "<Relationships><Relationship Id=\"{id}\" Type=\"{RELATIONS}/{kind}\" Target=\"{target}\"/></Relationships>"
        )
    };
    let sheet = |number: usize| format!("<sheet name=\"S{number}\" sheetId=\"{number}\" r:id=\"one\"/>");
    let sheets: String = (1..=sheets).map(sheet).collect();
    vec![
        ("_rels/.rels", relation("book", "officeDocument", "xl/workbook.xml")),
        ("xl/_rels/workbook.xml.rels", relation("one", "worksheet", "worksheets/sheet1.xml")),
        ("xl/workbook.xml", format!("<workbook><sheets>{sheets}</sheets></workbook>")),
        ("xl/worksheets/sheet1.xml", format!("<worksheet><sheetData>{rows}</sheetData></worksheet>")),
        ("xl/sharedStrings.xml", format!("<sst {texts}><si><t>NIP</t></si></sst>")),
    ]
}

#[test]
fn a_small_workbook_is_read() {
    let line = || vec![(1, vec!["NIP".to_owned()])];
    let small = archive(&parts(2, CELL, "uniqueCount=\"1\""), b"");
    assert_eq!(guarded(&small), Ok(Some(vec![line(), line()])));
    assert!(matches!(guarded(&archive(&parts(1, CELL, ""), b"of the office")), Ok(Some(_))), "a comment is no harm");
}

#[test]
fn a_list_of_texts_that_claims_too_many_is_turned_away() {
    let claim = archive(&parts(1, CELL, "uniqueCount=\"1000000000000000\""), b"");
    assert_eq!(guarded(&claim), Ok(None));
}

#[test]
fn an_archive_with_a_second_end_is_turned_away() {
    // It has no parts, and says that its comment goes beyond the file: a reader that is strict falls back to the true end.
    let end = [&b"PK\x05\x06"[..], &[0; 16], &[0xff; 2]].concat();
    assert_eq!(guarded(&archive(&parts(1, CELL, ""), &end)), Ok(None));
    let empty = [&b"PK\x05\x06"[..], &[0; 18]].concat();
    assert_eq!(guarded(&archive(&parts(1, CELL, ""), &empty)), Ok(None));
    let mut trailed = archive(&parts(1, CELL, ""), b"");
    trailed.extend(b"more");
    assert_eq!(guarded(&trailed), Ok(None));
    let mut shifted = b"PK\x03\x04".to_vec();
    shifted.extend(archive(&parts(1, CELL, ""), b""));
    assert_eq!(guarded(&shifted), Ok(None));
}

#[test]
fn many_sheets_of_one_part_are_turned_away() {
    let read = |sheets, rows: &str| guarded(&archive(&parts(sheets, rows, ""), b"")).map(|read| read.is_some());
    assert_eq!((read(64, CELL), read(65, CELL)), (Ok(true), Ok(false)));
    // Each row lays out a hundred cells, and a sheet of them is as large as one may be.
    let rows: String =
        (1..=20_000).map(|row| format!("<row r=\"{row}\"><c r=\"CV{row}\"><v>1</v></c></row>")).collect();
    assert_eq!((read(2, &rows), read(3, &rows)), (Ok(true), Ok(false)));
}
