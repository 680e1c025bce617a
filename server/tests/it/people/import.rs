//! The import in the browser, and its way back.

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use serde_json::{Value, json};
use shared::actor::Actor;
use shared::admin::GiveAdmin;
use shared::command::Action;
use shared::employee::SetEmployee;
use uuid::Uuid;

mod again;
mod first;

use super::{ADMIN_NIP, BOSS_NIP, OTHER_NIP, Town};
use crate::doors::{HEAD_NIP, STAFF_NIP, get, post};
use crate::support::{accepted, new_id};

fn file(path: &str, cookie: &str, bytes: impl Into<Body>) -> Request<Body> {
    let request = Request::post(path).header(header::COOKIE, cookie).header(header::HOST, "localhost");
    request.header(header::CONTENT_TYPE, "application/octet-stream").body(bytes.into()).unwrap()
}

const HEADER: &str = "NIP;Nama;Golongan;Jabatan;Unit Kerja;NIP Atasan\n";
const MAP: &str = "0,1,2,3,4,5,-";

impl Town {
    fn import(&self, step: &str, map: &str, more: &str) -> String {
        format!("/api/import/{step}?name=daftar.csv&map={map}&unit={}{more}", self.dinas)
    }

    async fn brings(&self, step: &str, cookie: &str, text: &str, more: &str) -> (StatusCode, Value) {
        let answer = self.house.ask(file(&self.import(step, MAP, more), cookie, text.to_owned())).await;
        (answer.status, answer.body)
    }

    async fn undoes(&self, cookie: &str, batch: Uuid) -> Value {
        let path = format!("/api/import/{batch}/undo");
        self.house.ask(file(&path, cookie, "")).await.body
    }
}

/// Two new people in a new unit, one known whose position changes.
fn list(town: &Town) -> String {
    let _ = town;
    format!(
        "{HEADER}199001012020121001;Budi Santoso;III/a;Kepala Seksi;Dinas Kependudukan / Seksi Baru;{BOSS_NIP}\n\
         199202022021122002;Siti Aminah;II/c;Operator;Seksi Baru;199001012020121001\n\
         {STAFF_NIP};Rahmawati;III/b;Analis Ahli;Bidang Pendaftaran;{HEAD_NIP}\n"
    )
}

#[tokio::test]
async fn a_list_is_checked_applied_and_taken_back() {
    let town = Town::new().await;
    let small = &town.house.small;
    let admin = town.house.signed_in(ADMIN_NIP).await;
    let text = list(&town);
    let (status, columns) = town.brings("columns", &admin, &text, "").await;
    assert_eq!((status, &columns["suggested"]), (StatusCode::OK, &json!([0, 1, 2, 3, 4, 5, -1])));
    assert_eq!((&columns["count"], &columns["remembered"]), (&json!(3), &json!(false)));

    let (status, check) = town.brings("check", &admin, &text, "").await;
    assert_eq!(status, StatusCode::OK, "{check}");
    let counts =
        |check: &Value| ["new", "changed", "same", "bad", "accounts"].map(|name| check[name].as_u64().unwrap());
    assert_eq!(counts(&check), [2, 1, 0, 0, 2]);
    assert_eq!(check["units"], json!(["Pemerintah Kota / Dinas Kependudukan / Seksi Baru"]));
    assert_eq!(town.house.ask(get("/api/people?q=santoso", &admin)).await.body, json!([]), "nothing is written yet");

    let batch = new_id();
    let (status, progress) = town.brings("apply", &admin, &text, &format!("&batch={batch}")).await;
    assert_eq!((status, progress), (StatusCode::OK, json!({ "done": 3, "of": 3, "finished": true })));
    let found = town.house.ask(get("/api/people?q=santoso", &admin)).await.body;
    assert_eq!(found[0]["unit"], "Seksi Baru");
    let page = town.house.ask(get(&format!("/api/people/{}", small.staff), &admin)).await.body;
    assert_eq!(page["employee"]["position"], "Analis Ahli");
    let (_, again) = town.brings("check", &admin, &text, "").await;
    assert_eq!(counts(&again), [0, 0, 3, 0, 0], "applied once, it changes nothing more");

    let undone = town.undoes(&admin, batch).await;
    assert_eq!((&undone["remaining"], &undone["batch"]["state"]), (&json!(0), &json!("undone")), "{undone}");
    assert_eq!(undone["batch"]["left"], json!([]));
    assert_eq!(town.house.ask(get("/api/people?q=santoso", &admin)).await.body, json!([]));
    let page = town.house.ask(get(&format!("/api/people/{}", small.staff), &admin)).await.body;
    assert_eq!((&page["employee"]["position"], &page["employee"]["rank"]), (&json!("Analis"), &json!("III/a")));
    let units = town.house.ask(get("/api/units", &admin)).await.body["units"].clone();
    assert!(!units.to_string().contains("Seksi Baru"), "the empty unit is gone as well");
    let (_, check) = town.brings("check", &admin, &text, "").await;
    assert_eq!(counts(&check), [2, 1, 0, 0, 2], "and all of it can come in again");
}

#[tokio::test]
async fn what_was_used_since_stays_and_is_listed() {
    let town = Town::new().await;
    let admin = town.house.signed_in(ADMIN_NIP).await;
    let batch = new_id();
    let (status, _) = town.brings("apply", &admin, &list(&town), &format!("&batch={batch}")).await;
    assert_eq!(status, StatusCode::OK);
    let path = format!("/api/import/{batch}/passwords?from=0");
    let given = town.house.ask(file(&path, &admin, "")).await.body;
    let csv = given["csv"].as_str().unwrap();
    assert_eq!((csv.lines().count(), &given["next"]), (3, &Value::Null), "{csv}");
    let again = town.house.ask(file(&path, &admin, "")).await;
    let expected = (StatusCode::CONFLICT, &json!("passwords_just_given"));
    assert_eq!((again.status, &again.body["code"]), expected, "each is told once");
    let line = csv.lines().find(|line| line.contains("Siti Aminah")).unwrap();
    let password = line.rsplit(';').next().unwrap();
    let key = json!({ "nip": "199202022021122002", "password": password });
    assert_eq!(town.house.ask(post("/api/session", None, &key)).await.status, StatusCode::CREATED);
    // Somebody corrects Rahmawati's rank after the import.
    let small = &town.house.small;
    let changed = SetEmployee {
        id: small.staff,
        name: "Rahmawati".into(),
        rank: "III/c".into(),
        position: "Analis Ahli".into(),
        unit: small.unit,
        superior: Some(small.head),
    };
    accepted(&small.office, Actor::Operator, Action::SetEmployee(changed)).await;
    let undone = town.undoes(&admin, batch).await;
    let left: Vec<(String, String)> = undone["batch"]["left"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (one["name"].as_str().unwrap().to_owned(), one["reason"]["code"].as_str().unwrap().to_owned()))
        .collect();
    let expected = [
        ("Rahmawati", "changed_since_seen"),
        ("Siti Aminah", "in_use"),
        ("Siti Aminah", "in_use"),
        ("Budi Santoso", "in_use"),
        ("Seksi Baru", "in_use"),
    ];
    let expected: Vec<(String, String)> = expected.map(|(name, code)| (name.to_owned(), code.to_owned())).to_vec();
    let sorted = |mut list: Vec<(String, String)>| {
        list.sort();
        list
    };
    assert_eq!(sorted(left), sorted(expected), "who signed in stays, with the superior and the unit");
    let page = town.house.ask(get(&format!("/api/people/{}", small.staff), &admin)).await.body;
    assert_eq!(page["employee"]["rank"], "III/c");
}

#[tokio::test]
async fn an_admin_imports_nothing_outside_their_own() {
    let town = Town::new().await;
    let admin = town.house.signed_in(ADMIN_NIP).await;
    let staff = town.house.signed_in(STAFF_NIP).await;
    let text = list(&town);
    for step in ["columns", "check", "apply"] {
        let more = format!("&batch={}", new_id());
        assert_eq!(town.brings(step, &staff, &text, &more).await.0, StatusCode::NOT_FOUND, "{step}");
        assert_eq!(town.brings(step, "", &text, &more).await.0, StatusCode::UNAUTHORIZED, "{step}");
    }
    let elsewhere = format!("/api/import/check?name=x.csv&map={MAP}&unit={}", town.beside);
    assert_eq!(town.house.ask(file(&elsewhere, &admin, text.clone())).await.status, StatusCode::NOT_FOUND);
    let mixed = format!(
        "{HEADER}{OTHER_NIP};Obed Wanggai;III/a;Analis;Dinas Kependudukan;\n\
         199001012020121001;=HYPERLINK(\"x\");III/a;Analis;Pemerintah Kota / Dinas Lain;\n\
         199202022021122002;;III/a;Analis;Seksi Baru;\n"
    );
    let (_, check) = town.brings("check", &admin, &mixed, "").await;
    let codes: Vec<&str> =
        check["problems"].as_array().unwrap().iter().map(|one| one["reason"]["code"].as_str().unwrap()).collect();
    assert_eq!(codes, ["elsewhere", "elsewhere", "name_empty"]);
    let csv = check["csv"].as_str().unwrap();
    assert_eq!(csv.lines().count(), 4, "{csv}");
    let (status, refused) = town.brings("apply", &admin, &mixed, &format!("&batch={}", new_id())).await;
    assert_eq!((status, &refused["code"]), (StatusCode::UNPROCESSABLE_ENTITY, &json!("rows_bad")));
    let batch = new_id();
    let (status, progress) = town.brings("apply", &admin, &mixed, &format!("&skip=true&batch={batch}")).await;
    assert_eq!((status, &progress["finished"]), (StatusCode::OK, &json!(true)), "{progress}");
    // Another admin's batch is not there.
    let head = town.house.small.head;
    accepted(
        &town.house.small.office,
        Actor::Operator,
        Action::GiveAdmin(GiveAdmin { person: head, unit: town.dinas }),
    )
    .await;
    let head = town.house.signed_in(HEAD_NIP).await;
    let path = format!("/api/import/{batch}/undo");
    assert_eq!(town.house.ask(file(&path, &head, "")).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn people_are_updated_by_their_number_and_keep_what_the_file_does_not_say() {
    let town = Town::new().await;
    let small = &town.house.small;
    let admin = town.house.signed_in(ADMIN_NIP).await;
    let text = format!("Nomor;Jabatan baru\n{STAFF_NIP};Pranata Komputer\n");
    let path = town.import("apply", "0,-,-,1,-,-,-", &format!("&batch={}", new_id()));
    let answer = town.house.ask(file(&path, &admin, text)).await;
    assert_eq!((answer.status, &answer.body["done"]), (StatusCode::OK, &json!(1)), "{}", answer.body);
    let page = town.house.ask(get(&format!("/api/people/{}", small.staff), &admin)).await.body["employee"].clone();
    assert_eq!(
        (&page["name"], &page["position"], &page["rank"], &page["superior"]),
        (&json!("Rahmawati"), &json!("Pranata Komputer"), &json!("III/a"), &json!(small.head))
    );
}

#[tokio::test]
async fn a_bomb_is_turned_away() {
    let town = Town::new().await;
    let admin = town.house.signed_in(ADMIN_NIP).await;
    let path = town.import("columns", MAP, "");
    let large = town.house.ask(file(&path, &admin, vec![b'x'; 6 * 1024 * 1024])).await;
    assert_eq!((large.status, &large.body["code"]), (StatusCode::PAYLOAD_TOO_LARGE, &json!("too_large")));
    let bomb = town.house.ask(file(&path, &admin, zip(&vec![b' '; 100_000_000]))).await;
    assert_eq!((bomb.status, &bomb.body["code"]), (StatusCode::UNPROCESSABLE_ENTITY, &json!("file_too_large")));
    let broken = town.house.ask(file(&path, &admin, zip(b"<x/>"))).await;
    assert_eq!((broken.status, &broken.body["code"]), (StatusCode::UNPROCESSABLE_ENTITY, &json!("file_unreadable")));
}

/// A ZIP archive of one part, whose directory says that it is small.
fn zip(content: &[u8]) -> Vec<u8> {
    use std::io::Write;
    let mut packer = flate2::write::DeflateEncoder::new(Vec::new(), flate2::Compression::best());
    packer.write_all(content).unwrap();
    let packed = packer.finish().unwrap();
    let name = b"xl/workbook.xml";
    let sizes = [u32::try_from(packed.len()).unwrap().to_le_bytes(), 10_u32.to_le_bytes()].concat();
    let short = |number: usize| u16::try_from(number).unwrap().to_le_bytes();
    let mut zip = b"PK\x03\x04\x14\0\0\0\x08\0\0\0\0\0\0\0\0\0".to_vec();
    zip.extend(&sizes);
    zip.extend(short(name.len()));
    zip.extend(short(0));
    zip.extend(name);
    zip.extend(&packed);
    let directory = u32::try_from(zip.len()).unwrap().to_le_bytes();
    let mut entry = b"PK\x01\x02\x14\0\x14\0\0\0\x08\0\0\0\0\0\0\0\0\0".to_vec();
    entry.extend(&sizes);
    entry.extend(short(name.len()));
    entry.extend([0; 16]);
    entry.extend(name);
    let size = u32::try_from(entry.len()).unwrap().to_le_bytes();
    zip.extend(&entry);
    zip.extend(b"PK\x05\x06\0\0\0\0\x01\0\x01\0");
    zip.extend(size);
    zip.extend(directory);
    zip.extend(short(0));
    zip
}
