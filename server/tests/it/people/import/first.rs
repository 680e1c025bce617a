//! First passwords of a batch: for whom, how often, and for whom no longer.

use axum::http::StatusCode;
use chrono::TimeDelta;
use serde_json::{Value, json};
use shared::actor::Actor;
use shared::admin::GiveAdmin;
use shared::command::Action;
use shared::ids::{EmployeeId, UnitId};
use shared::people::import::Passwords;
use teladan_server::clock;
use teladan_server::import::first::{batch_of, give};
use uuid::Uuid;

use super::super::{ADMIN_NIP, OTHER_NIP, Town, person};
use super::{HEADER, MAP, file, list};
use crate::doors::{Answer, get, post};
use crate::support::{accepted, new_id};

impl Town {
    /// The admin of the dinas beside signs in.
    async fn admin_beside(&self) -> String {
        let give = Action::GiveAdmin(GiveAdmin { person: self.other, unit: self.beside });
        accepted(&self.house.small.office, Actor::Operator, give).await;
        self.house.signed_in(OTHER_NIP).await
    }

    /// The same new person comes into one dinas or the other.
    async fn takes_in(&self, cookie: &str, unit: UnitId, name: &str) -> Uuid {
        let batch = new_id();
        let path = format!("/api/import/apply?name=x.csv&map={MAP}&unit={unit}&batch={batch}");
        let text = format!("{HEADER}199001012020121001;Budi Santoso;III/a;Operator;{name};\n");
        let answer = self.house.ask(file(&path, cookie, text)).await;
        assert_eq!((answer.status, &answer.body["finished"]), (StatusCode::OK, &json!(true)), "{}", answer.body);
        batch
    }

    async fn passwords(&self, cookie: &str, batch: Uuid) -> Answer {
        self.house.ask(file(&format!("/api/import/{batch}/passwords?from=0"), cookie, "")).await
    }

    async fn signs_in(&self, nip: &str, password: &str) -> StatusCode {
        let key = json!({ "nip": nip, "password": password });
        self.house.ask(post("/api/session", None, &key)).await.status
    }
}

fn rows(answer: &Answer) -> usize {
    answer.body["csv"].as_str().unwrap_or_default().lines().count()
}

/// The password that a list has for somebody.
fn password<'a>(csv: &'a str, name: &str) -> Option<&'a str> {
    csv.lines().find(|line| line.contains(name))?.rsplit(';').next()
}

#[tokio::test]
async fn who_has_undone_a_batch_gives_nothing_by_it() {
    let town = Town::new().await;
    let (admin, beside) = (town.house.signed_in(ADMIN_NIP).await, town.admin_beside().await);
    let undone = town.takes_in(&beside, town.beside, "Dinas Kesehatan").await;
    let told = town.undoes(&beside, undone).await;
    assert_eq!((&told["batch"]["state"], &told["batch"]["left"]), (&json!("undone"), &json!([])), "{told}");
    // The same number makes the same account, now with the other admin.
    let batch = town.takes_in(&admin, town.dinas, "Dinas Kependudukan").await;
    let refused = town.passwords(&beside, undone).await;
    assert_eq!((refused.status, &refused.body["code"]), (StatusCode::CONFLICT, &json!("batch_undone")));
    assert_eq!(rows(&town.passwords(&admin, batch).await), 2);
}

#[tokio::test]
async fn who_was_moved_elsewhere_gets_no_password_from_the_old_admin() {
    let town = Town::new().await;
    let beside = town.admin_beside().await;
    let batch = town.takes_in(&beside, town.beside, "Dinas Kesehatan").await;
    let found = town.house.ask(get("/api/people?q=santoso", &beside)).await.body[0]["id"].clone();
    let budi: EmployeeId = found.as_str().unwrap().parse().unwrap();
    accepted(&town.house.small.office, Actor::Operator, person(budi, "Budi Santoso", town.dinas, None)).await;
    let given = town.passwords(&beside, batch).await;
    assert_eq!((given.status, rows(&given), &given.body["next"]), (StatusCode::OK, 1, &Value::Null));
}

#[tokio::test]
async fn of_two_lists_at_once_one_has_the_password() {
    let town = Town::new().await;
    let admin = town.house.signed_in(ADMIN_NIP).await;
    let batch = new_id();
    let (status, _) = town.brings("apply", &admin, &list(&town), &format!("&batch={batch}")).await;
    assert_eq!(status, StatusCode::OK);
    let (one, two) = tokio::join!(town.passwords(&admin, batch), town.passwords(&admin, batch));
    let csv = |answer: &Answer| answer.body["csv"].as_str().unwrap_or_default().to_owned();
    let lists = [csv(&one), csv(&two)];
    for (nip, name) in [("199001012020121001", "Budi Santoso"), ("199202022021122002", "Siti Aminah")] {
        let told: Vec<&str> = lists.iter().filter_map(|list| password(list, name)).collect();
        assert_eq!(told.len(), 1, "{name}");
        assert_eq!(town.signs_in(nip, told[0]).await, StatusCode::CREATED, "{name}");
    }
}

#[tokio::test]
async fn a_list_that_was_lost_is_made_anew_for_who_has_not_signed_in() {
    let town = Town::new().await;
    let office = &town.house.small.office;
    let admin = town.house.signed_in(ADMIN_NIP).await;
    let batch = new_id();
    let (status, _) = town.brings("apply", &admin, &list(&town), &format!("&batch={batch}")).await;
    assert_eq!(status, StatusCode::OK);
    let row = batch_of(office, town.admin, batch).await.unwrap().unwrap();
    let begun = clock::now();
    let later = async |seconds| {
        let Passwords { csv, next } =
            give(office, town.admin, &row, 0, begun + TimeDelta::seconds(seconds)).await.unwrap();
        assert_eq!(next, None);
        csv
    };
    let lists = [later(0).await, later(31).await];
    let [lost, given] = lists.each_ref().map(|list| password(list, "Siti Aminah").unwrap());
    assert_eq!(town.signs_in("199202022021122002", lost).await, StatusCode::UNAUTHORIZED);
    assert_eq!(town.signs_in("199202022021122002", given).await, StatusCode::CREATED);
    let last = later(62).await;
    assert_eq!((password(&last, "Siti Aminah"), password(&last, "Budi Santoso").is_some()), (None, true));
    let budi = password(&last, "Budi Santoso").unwrap();
    assert_eq!(town.signs_in("199001012020121001", budi).await, StatusCode::CREATED);
    assert_eq!(later(93).await.lines().count(), 1, "everybody has signed in");
}
