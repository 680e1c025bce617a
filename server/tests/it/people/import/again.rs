//! What an import remembers, what it does again after a cut, and what it does not do for the one who brings it.

use axum::http::StatusCode;
use serde_json::json;
use teladan_server::clock;

use super::super::{ADMIN_NIP, Town};
use super::{HEADER, file};
use crate::doors::{HEAD_NIP, STAFF_NIP, get};
use crate::support::new_id;

/// What is remembered is the choice itself: here the position stands under "Golongan" and the rank under "Jabatan".
#[tokio::test]
async fn row_19_the_admins_own_choice_of_columns_is_remembered() {
    let town = Town::new().await;
    let admin = town.house.signed_in(ADMIN_NIP).await;
    let text = format!("{HEADER}{STAFF_NIP};Rahmawati;Analis Ahli;III/b;Bidang Pendaftaran;{HEAD_NIP}\n");
    let swapped = "0,1,3,2,4,5,-";
    let check = town.house.ask(file(&town.import("check", swapped, ""), &admin, text.clone())).await;
    assert_eq!((check.status, &check.body["bad"]), (StatusCode::OK, &json!(0)), "{}", check.body);
    let columns = |more: &str| format!("/api/import/columns?name=daftar.csv{more}");
    let again = town.house.ask(file(&columns(""), &admin, text.clone())).await.body;
    assert_eq!((&again["remembered"], &again["suggested"]), (&json!(true), &json!([0, 1, 3, 2, 4, 5, -1])));
    // By their titles, wherever they stand; and not for a list that has others.
    let moved = "Nama;NIP;Jabatan;Golongan;Unit Kerja;NIP Atasan\n1;1;1;1;1;1\n";
    let elsewhere = town.house.ask(file(&columns(""), &admin, moved)).await.body;
    assert_eq!((&elsewhere["remembered"], &elsewhere["suggested"]), (&json!(true), &json!([1, 0, 2, 3, 4, 5, -1])));
    let other = town.house.ask(file(&columns(""), &admin, "NIP;Nama\n1;1\n")).await.body;
    assert_eq!(other["remembered"], json!(false));
}

/// A batch that was cut off after its last steps were noted and before they were done.
#[tokio::test]
async fn what_was_noted_before_a_cut_is_noted_once_and_taken_back_once() {
    let town = Town::new().await;
    let small = &town.house.small;
    let admin = town.house.signed_in(ADMIN_NIP).await;
    let batch = new_id();
    let row = |state: &str, steps: u32, counts: [u32; 3]| {
        json!({ "id": batch, "name": "daftar.csv", "unit": town.dinas, "at": clock::now(), "state": state, "of": 3,
            "steps": steps, "undo": steps, "counts": counts })
    };
    let before = json!({ "id": small.staff, "name": "Rahmawati", "rank": "III/a", "position": "Analis", "unit": small.unit,
        "superior": small.head });
    small.office.db.keep_steps(batch, 0, vec![json!({ "changed": { "before": before, "rev": 1 } })]).await.unwrap();
    small.office.db.keep_batch(town.admin, batch, row("begun", 1, [0, 1, 0])).await.unwrap();
    let text = format!("{HEADER}{STAFF_NIP};Rahmawati;III/b;Analis Ahli;Bidang Pendaftaran;{HEAD_NIP}\n");
    let (status, progress) = town.brings("apply", &admin, &text, &format!("&batch={batch}")).await;
    assert_eq!((status, &progress["finished"]), (StatusCode::OK, &json!(true)), "{progress}");
    let told = town.house.ask(get("/api/import", &admin)).await.body["batches"][0].clone();
    assert_eq!(told["changed"], json!(1), "one person has changed, not two");
    let undone = town.undoes(&admin, batch).await;
    assert_eq!((&undone["batch"]["state"], &undone["batch"]["left"]), (&json!("undone"), &json!([])));
    let page = town.house.ask(get(&format!("/api/people/{}", small.staff), &admin)).await.body["employee"].clone();
    assert_eq!((&page["position"], &page["rank"]), (&json!("Analis"), &json!("III/a")));
}

#[tokio::test]
async fn an_admin_imports_nothing_in_their_own_matter() {
    let town = Town::new().await;
    let small = &town.house.small;
    let admin = town.house.signed_in(ADMIN_NIP).await;
    let text = format!(
        "{HEADER}{ADMIN_NIP};Sri Rahayu;IV/c;Kepala Dinas;Dinas Kependudukan;\n\
         {STAFF_NIP};Rahmawati;III/a;Analis;Bidang Pendaftaran;{ADMIN_NIP}\n\
         199001012020121001;Budi Santoso;III/a;Operator;Bidang Pendaftaran;{ADMIN_NIP}\n\
         199202022021122002;Siti Aminah;II/c;Operator;Seksi Baru;{HEAD_NIP}\n"
    );
    let (_, check) = town.brings("check", &admin, &text, "").await;
    let problems = check["problems"].as_array().unwrap();
    let told: Vec<_> = problems.iter().map(|one| (&one["row"], one["reason"]["code"].as_str().unwrap())).collect();
    assert_eq!(told, [(&json!(2), "own_matter"), (&json!(3), "own_matter")], "who is new may come below the admin");
    let path = format!("&skip=true&batch={}", new_id());
    let (status, progress) = town.brings("apply", &admin, &text, &path).await;
    assert_eq!((status, &progress["finished"]), (StatusCode::OK, &json!(true)), "{progress}");
    let page = |who| town.house.ask(get(&format!("/api/people/{who}"), &admin));
    assert_eq!(page(town.admin).await.body["employee"]["position"], "Analis");
    assert_eq!(page(small.staff).await.body["employee"]["superior"], json!(small.head));
    let found = town.house.ask(get("/api/people?q=santoso", &admin)).await.body[0]["id"].clone();
    let found = found.as_str().unwrap().to_owned();
    assert_eq!(page(found.parse().unwrap()).await.body["employee"]["superior"], json!(town.admin));
}
