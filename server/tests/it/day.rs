//! The day through the doors: documents that travel like photos, and entries as a file.

use std::io::Cursor;

use axum::body::to_bytes;
use axum::http::{StatusCode, header};
use calamine::{Data, Reader, Xlsx};
use chrono::Days;
use shared::actor::Actor;
use shared::command::Action;
use shared::employee::SetEmployee;
use shared::entry::{Content, FILE_BYTES_MAX, File, More, PHOTO_BYTES_MAX, Photo, RecordEntry};
use shared::ids::{EmployeeId, EntryId, TemplateId, UnitId};
use shared::quantity::Quantity;
use shared::row::{Key, Row};
use shared::scope::Scope;
use shared::template::{DropTemplate, KeepTemplate, Template, Templates};
use shared::unit::SetUnit;

use crate::doors::{HEAD_NIP, House, STAFF_NIP, account, get};
use crate::parcel::{Sender, name_of, path};
use crate::support::{accepted, new_id, today};

const STRANGER_NIP: &str = "199105052019031003";

/// The small office, and somebody of another unit.
async fn town() -> House {
    let house = House::new().await;
    let (unit, person) = (UnitId(new_id()), EmployeeId(new_id()));
    let order = |action| accepted(&house.small.office, Actor::Operator, action);
    let (name, zone) = ("Dinas Kesehatan".into(), Default::default());
    order(Action::SetUnit(SetUnit { id: unit, name, parent: None, head: None, zone, was: None })).await;
    let (name, rank, position) = ("Obed Wanggai".into(), "III/a".into(), "Analis".into());
    order(Action::SetEmployee(SetEmployee { id: person, name, rank, position, unit, superior: None })).await;
    account(&house.small, STRANGER_NIP, person).await;
    house
}

/// A document of so many bytes.
fn pdf(bytes: usize) -> Vec<u8> {
    let rest = (8..bytes).map(|at| u8::try_from((at * 31 + at / 251) % 256).unwrap());
    b"%PDF-1.7".iter().copied().chain(rest).collect()
}

fn file(bytes: &[u8], name: &str) -> File {
    File { sha256: name_of(bytes), bytes: u32::try_from(bytes.len()).unwrap(), name: name.to_owned() }
}

/// Writes an entry of so many days ago as the member of staff.
async fn writes(house: &House, days_ago: u64, text: &str, planned: bool, more: More) -> EntryId {
    let id = EntryId(new_id());
    let content = Content {
        plan: planned.then_some(house.small.plan),
        text: text.to_owned(),
        quantity: Quantity::whole(i64::from(planned) * 7),
        work_date: today() - Days::new(days_ago),
        photos: Vec::new(),
        more: Box::new(more),
    };
    let record = Action::RecordEntry(RecordEntry { id, content, draft: None });
    accepted(&house.small.office, house.small.as_staff(), record).await;
    id
}

#[tokio::test]
async fn a_document_travels_like_a_photo_and_is_handed_out_and_never_shown() {
    let house = town().await;
    let staff = Sender::new(&house, STAFF_NIP).await;
    let document = pdf(500_000);
    assert_eq!(staff.sends_all(&document).await.0, 201);
    let named = file(&document, "Laporan “Juli”.exe");
    let id = writes(&house, 0, "laporan", true, More { files: vec![named.clone()], ..More::default() }).await;
    let address = format!("/api/entry/{id}/file/{}", named.sha256);
    for nip in [STAFF_NIP, HEAD_NIP] {
        let cookie = house.signed_in(nip).await;
        let answer = house.response(get(&address, &cookie)).await;
        assert_eq!(answer.status(), StatusCode::OK);
        let head = answer.headers().clone();
        assert_eq!(head[header::CONTENT_TYPE], "application/pdf");
        assert_eq!(head[header::X_CONTENT_TYPE_OPTIONS], "nosniff");
        let disposition = head[header::CONTENT_DISPOSITION].to_str().unwrap();
        assert!(disposition.starts_with("attachment; ") && disposition.contains(".exe.pdf"), "{disposition}");
        assert_eq!(to_bytes(answer.into_body(), usize::MAX).await.unwrap(), document);
        // The door for photos shows no document, even to those who may see the entry.
        let shown = house.response(get(&address.replace("/file/", "/photo/"), &cookie)).await;
        assert_eq!(shown.status(), StatusCode::NOT_FOUND);
    }
    let stranger = house.signed_in(STRANGER_NIP).await;
    assert_eq!(house.response(get(&address, &stranger)).await.status(), StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_document_that_an_entry_calls_a_photo_is_not_shown() {
    let house = town().await;
    let document = pdf(1_000);
    assert_eq!(Sender::new(&house, STAFF_NIP).await.sends_all(&document).await.0, 201);
    let id = EntryId(new_id());
    let photos = vec![Photo { sha256: name_of(&document), bytes: 1_000 }];
    let (plan, text, quantity, work_date, more) = (None, "foto".into(), Quantity::ZERO, today(), Box::default());
    let content = Content { plan, text, quantity, work_date, photos, more };
    let record = Action::RecordEntry(RecordEntry { id, content, draft: None });
    accepted(&house.small.office, house.small.as_staff(), record).await;
    let cookie = house.signed_in(STAFF_NIP).await;
    let address = format!("/api/entry/{id}/photo/{}", name_of(&document));
    assert_eq!(house.response(get(&address, &cookie)).await.status(), StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn what_a_parcel_is_its_bytes_say() {
    let house = town().await;
    let staff = Sender::new(&house, STAFF_NIP).await;
    let archive = [b"PK\x03\x04".as_slice(), &[7; 500]].concat();
    assert_eq!(staff.sends(&path(&archive), 0, &archive, archive.len()).await.0, 415, "an archive is no document");
    let macros = [b"PK\x03\x04[Content_Types].xml word/document.xml word/vbaProject.bin".as_slice(), &[0; 99]].concat();
    assert_eq!(staff.sends(&path(&macros), 0, &macros, macros.len()).await.0, 415, "nor is one with a program inside");
    let photo = [b"\xff\xd8\xff".as_slice(), &[1; 65_533]].concat();
    let too_large = usize::try_from(PHOTO_BYTES_MAX).unwrap() + 1;
    assert_eq!(staff.sends(&path(&photo), 0, &photo, too_large).await.0, 413, "a photo stays small");
    let document = pdf(65_536);
    let most = usize::try_from(FILE_BYTES_MAX).unwrap();
    assert_eq!(staff.sends(&path(&document), 0, &document, most + 1).await.0, 413);
    assert_eq!(staff.sends(&path(&document), 0, &document, most).await.0, 204, "a document may be larger than a photo");
}

/// The rows of a workbook as texts, the first column as a date.
fn read(bytes: Vec<u8>) -> Vec<[String; 4]> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    let sheet = book.worksheet_range("Progres harian").unwrap();
    let text = |cell: &Data| {
        let Data::DateTime(date) = cell else { return cell.to_string() };
        let (year, month, day, ..) = date.to_ymd_hms_milli();
        format!("{year}-{month:02}-{day:02}")
    };
    sheet.rows().skip(1).map(|row| std::array::from_fn(|column| text(&row[column]))).collect()
}

#[tokio::test]
async fn entries_as_a_file_are_the_entries_of_the_page() {
    let house = town().await;
    let document = pdf(2_000);
    let evidence = More {
        links: vec!["https://drive.go.id/7".into()],
        files: vec![file(&document, "rekap.pdf")],
        ..More::default()
    };
    let first = writes(&house, 2, "Menerbitkan akta", true, evidence).await;
    writes(&house, 1, "=1+1", false, More::default()).await;
    writes(&house, 30, "di luar masa", false, More::default()).await;
    let (from, until) = (today() - Days::new(7), today());
    let address =
        |shape: &str| format!("/api/person/{}/export?from={from}&until={until}&shape={shape}", house.small.staff);
    let wanted = vec![
        [
            (today() - Days::new(2)).to_string(),
            "Menerbitkan akta (7 berkas)".to_owned(),
            "Kutipan akta kelahiran terbit".to_owned(),
            format!("https://drive.go.id/7\nhttps://teladan.go.id/api/entry/{first}/file/{}", name_of(&document)),
        ],
        [(today() - Days::new(1)).to_string(), "=1+1".to_owned(), "Tambahan".to_owned(), String::new()],
    ];
    for nip in [STAFF_NIP, HEAD_NIP] {
        let cookie = house.signed_in(nip).await;
        let mut request = get(&address("xlsx"), &cookie);
        request.headers_mut().insert(header::HOST, "teladan.go.id".parse().unwrap());
        let answer = house.response(request).await;
        assert_eq!(answer.status(), StatusCode::OK, "{nip}");
        assert!(answer.headers()[header::CONTENT_DISPOSITION].to_str().unwrap().starts_with("attachment"));
        let bytes = to_bytes(answer.into_body(), usize::MAX).await.unwrap();
        assert_eq!(read(bytes.to_vec()), wanted);
    }
    let scope = Scope::Own(house.small.staff);
    let looks = house.small.office.db.looks(scope, today()).await.unwrap();
    assert!(matches!(&looks[..], [Row::Opened(look)] if look.viewer == house.small.head), "a look by file is a look");
    let cookie = house.signed_in(STAFF_NIP).await;
    let answer = house.response(get(&address("csv"), &cookie)).await;
    let bytes = to_bytes(answer.into_body(), usize::MAX).await.unwrap();
    let text = String::from_utf8(bytes.to_vec()).unwrap();
    assert!(text.starts_with("\u{feff}Tanggal;") && text.contains(";'=1+1;Tambahan;"), "{text}");
}

#[tokio::test]
async fn a_file_is_for_the_same_people_as_the_page() {
    let house = town().await;
    let id = writes(&house, 0, "laporan", true, More::default()).await;
    let stranger = house.signed_in(STRANGER_NIP).await;
    let staff = house.signed_in(STAFF_NIP).await;
    let of = |person: EmployeeId, from: &str, until: &str, shape: &str| {
        format!("/api/person/{person}/export?from={from}&until={until}&shape={shape}")
    };
    let own = |from, until, shape| of(house.small.staff, from, until, shape);
    let table = [
        (&stranger, own("2026-01-01", "2026-01-31", "xlsx"), StatusCode::NOT_FOUND),
        (&staff, of(house.small.head, "2026-01-01", "2026-01-31", "csv"), StatusCode::NOT_FOUND),
        (&staff, of(EmployeeId(new_id()), "2026-01-01", "2026-01-31", "csv"), StatusCode::NOT_FOUND),
        (&staff, own("2026-02-01", "2026-01-31", "csv"), StatusCode::UNPROCESSABLE_ENTITY),
        (&staff, own("2025-01-01", "2026-01-31", "csv"), StatusCode::UNPROCESSABLE_ENTITY),
        (&staff, own("2026-1-1", "2026-01-31", "csv"), StatusCode::BAD_REQUEST),
        (&staff, own("2026-01-01", "2026-01-31", "pdf"), StatusCode::BAD_REQUEST),
        (&staff, own("2026-01-01", "2026-01-31", "csv"), StatusCode::OK),
    ];
    for (cookie, address, wanted) in table {
        assert_eq!(house.response(get(&address, cookie)).await.status(), wanted, "{address}");
    }
    let nobody = house.response(get(&own("2026-01-01", "2026-01-31", "csv"), "")).await;
    assert_eq!(nobody.status(), StatusCode::UNAUTHORIZED);
    assert!(house.small.office.db.row(Key::from(id)).await.unwrap().is_some());
}

/// BJI-3: templates lie in the person's own scope, from where a second device has them, and behind no door of anybody else.
#[tokio::test]
async fn bji_3_templates_are_with_the_person_and_nowhere_else() {
    let house = House::new().await;
    let small = &house.small;
    let content = Content {
        plan: Some(small.plan),
        text: "Legalisir rahasia pribadi".into(),
        quantity: Quantity::whole(7),
        work_date: today(),
        photos: Vec::new(),
        more: Box::default(),
    };
    let template = Template { id: TemplateId(new_id()), name: "Legalisir".into(), content };
    let keep = Action::KeepTemplate(Box::new(KeepTemplate(template.clone())));
    accepted(&small.office, small.as_staff(), keep).await;
    let own = small.office.db.of_kind(Scope::Own(small.staff), "templates").await.unwrap();
    assert!(matches!(&own[..], [Row::Templates(row)] if row.list == [template.clone()]), "{own:?}");
    for scope in [Scope::Unit(small.unit), Scope::Own(small.head), Scope::Office] {
        assert!(small.office.db.of_kind(scope, "templates").await.unwrap().is_empty(), "{scope}");
    }
    let head = house.signed_in(HEAD_NIP).await;
    for path in [format!("/api/person/{}", small.staff), format!("/api/board/{}", small.unit)] {
        let answer = house.ask(get(&path, &head)).await;
        assert_eq!(answer.status, StatusCode::OK);
        assert!(!answer.body.to_string().contains("rahasia"), "{path}");
    }
    let gone = Action::DropTemplate(DropTemplate { id: template.id });
    accepted(&small.office, small.as_staff(), gone).await;
    let row = small.office.db.row(Key::from(Templates::of(small.staff))).await.unwrap();
    assert!(matches!(row, Some(Row::Templates(row)) if row.list.is_empty()));
}
