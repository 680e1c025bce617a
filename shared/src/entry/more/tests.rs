//! What may stand beside the fields, and what becomes of it when two devices write.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use super::*;

fn code(more: &More) -> Option<String> {
    more.check().err().map(|refusal| refusal.spoken().code)
}

fn file(name: &str) -> File {
    File { sha256: "a".repeat(64), bytes: 1000, name: name.to_owned() }
}

#[test]
fn what_is_unfit_is_refused_by_name() {
    let links = |links: &[&str]| More { links: links.iter().map(|&link| link.to_owned()).collect(), ..More::default() };
    let files = |files: Vec<File>| More { files, ..More::default() };
    let blocked = |obstacle: &str| More { doing: Doing::Blocked, obstacle: obstacle.to_owned(), ..More::default() };
    let special = |special| More { special: Some(special), ..More::default() };
    let decided = |forum: &str, outcome: &str| Special::Participation {
        forum: forum.to_owned(),
        part: Part::Member,
        outcome: outcome.to_owned(),
    };
    let idea = |effect: &str| Special::Innovation { adoption: Adoption::Tried, effect: effect.to_owned() };
    let table = [
        (More::default(), None),
        (blocked("  "), Some("obstacle_missing")),
        (blocked("listrik padam"), None),
        (blocked(&"x".repeat(OBSTACLE_CHARACTERS_MAX + 1)), Some("text_too_long")),
        (links(&["https://drive.go.id/a?b#c"]), None),
        (links(&["HTTP://10.0.0.4:8080/x"]), None),
        (links(&["ftp://drive.go.id"]), Some("link_unfit")),
        (links(&["javascript:alert(1)"]), Some("link_unfit")),
        (links(&["data:text/html,x"]), Some("link_unfit")),
        (links(&["https://"]), Some("link_unfit")),
        (links(&["https:///x"]), Some("link_unfit")),
        (links(&["https://bkn.go.id@jahat.example/"]), Some("link_unfit")),
        (links(&["https://bkn.go.id\\@jahat.example/"]), None),
        (links(&["https://a b"]), Some("link_unfit")),
        (links(&["https://еxample.com"]), Some("link_unfit")),
        (links(&["https://a.id"; LINKS_MAX]), None),
        (links(&["https://a.id"; LINKS_MAX + 1]), Some("too_many_links")),
        (files(vec![file("rekap Juli.xlsx")]), None),
        (files(vec![file("a.pdf"); FILES_MAX + 1]), Some("too_many_files")),
        (files(vec![File { bytes: FILE_BYTES_MAX + 1, ..file("a.pdf") }]), Some("file_too_large")),
        (files(vec![File { sha256: "A".repeat(64), ..file("a.pdf") }]), Some("file_unfit")),
        (special(idea("antrean lebih pendek")), None),
        (special(idea(" ")), Some("special_incomplete")),
        (special(idea(&"x".repeat(SPECIAL_CHARACTERS_MAX + 1))), Some("text_too_long")),
        (special(decided("Rapat bidang", "Loket dibuka lebih pagi")), None),
        (special(decided("Rapat bidang", "")), Some("special_incomplete")),
        (special(decided("", "Loket dibuka lebih pagi")), Some("special_incomplete")),
    ];
    for (more, wanted) in table {
        assert_eq!(code(&more).as_deref(), wanted, "{more:?}");
    }
}

#[test]
fn a_name_hides_nothing() {
    for name in ["", " a.pdf", ".pdf", "../a.pdf", "a\\b.pdf", "a\n.pdf", "lapor\u{202e}fdp.exe", &"x".repeat(121)] {
        assert!(!is_file_name(name), "{name:?}");
    }
    for name in ["a.pdf", "Laporan Kegiatan – Juli 2026.docx", "لائحة.pdf"] {
        assert!(is_file_name(name), "{name:?}");
    }
}

#[test]
fn the_host_is_what_is_shown() {
    let table = [
        ("https://Drive.go.id:443/a/b", Some("Drive.go.id:443")),
        ("http://[::1]/x", Some("[::1]")),
        ("https://bkn.go.id\\@jahat.example/", Some("bkn.go.id")),
        ("https://.go.id", None),
        ("http:/a.id", None),
    ];
    for (link, wanted) in table {
        assert_eq!(host(link), wanted, "{link}");
    }
}

#[test]
fn what_a_document_is_its_bytes_say() {
    let archive = |names: &[&str]| [b"PK\x03\x04........", names.join("....").as_bytes()].concat();
    let open = |mime: &str| [b"PK\x03\x04".as_slice(), &[0; 26], b"mimetype", mime.as_bytes()].concat();
    let table = [
        (b"%PDF-1.7 ...".to_vec(), Some(FileKind::Pdf)),
        (archive(&["[Content_Types].xml", "word/document.xml"]), Some(FileKind::Docx)),
        (archive(&["[Content_Types].xml", "xl/workbook.xml"]), Some(FileKind::Xlsx)),
        (archive(&["[Content_Types].xml", "ppt/presentation.xml"]), Some(FileKind::Pptx)),
        (archive(&["[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"]), None),
        (archive(&["gambar.jpg"]), None),
        (open("application/vnd.oasis.opendocument.text"), Some(FileKind::Odt)),
        (open("application/vnd.oasis.opendocument.spreadsheet"), Some(FileKind::Ods)),
        (b"<html>%PDF-".to_vec(), None),
        (b"MZ".to_vec(), None),
        (Vec::new(), None),
    ];
    for (bytes, wanted) in table {
        assert_eq!(FileKind::of(&bytes), wanted, "{:?}", String::from_utf8_lossy(&bytes));
    }
    assert_eq!(FileKind::Pdf.named("laporan.PDF"), "laporan.PDF");
    assert_eq!(FileKind::Pdf.named("laporan.exe"), "laporan.exe.pdf");
}

#[test]
fn two_devices_add_to_lists_and_may_not_contradict_each_other() {
    let base = More { links: vec!["https://a.id".into(), "https://b.id".into()], ..More::default() };
    let theirs =
        More { links: vec!["https://b.id".into(), "https://c.id".into()], doing: Doing::Going, ..base.clone() };
    let mine =
        More { links: vec!["https://a.id".into(), "https://b.id".into(), "https://d.id".into()], ..base.clone() };
    let merged = More::merged(&base, &theirs, &mine).unwrap();
    assert_eq!(merged.links, ["https://b.id", "https://c.id", "https://d.id"]);
    assert_eq!(merged.doing, Doing::Going);
    let blocked = More { doing: Doing::Blocked, obstacle: "listrik".into(), ..base.clone() };
    assert_eq!(More::merged(&base, &theirs, &blocked), None, "going here, blocked there");
    assert_eq!(More::merged(&base, &blocked, &blocked), Some(blocked.clone()));
    // A build that knows nothing of it says nothing, and takes nothing away.
    assert_eq!(More::merged(&More::default(), &blocked, &More::default()), Some(blocked));
}

#[test]
fn what_is_not_blocked_has_no_obstacle() {
    let more = More { obstacle: " listrik ".into(), links: vec![" https://a.id ".into()], ..More::default() };
    assert_eq!(more.tidy().obstacle, "");
    assert_eq!(more.tidy().links, ["https://a.id"]);
    assert_eq!(More { doing: Doing::Blocked, ..more }.tidy().obstacle, "listrik");
}
