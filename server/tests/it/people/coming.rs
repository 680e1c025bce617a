//! A place that begins later is seen by the admin and the person, and taken by the office itself when its day has come, once.

use axum::http::StatusCode;
use chrono::{DateTime, Days, NaiveDate, Utc};
use serde_json::{Value, json};
use shared::command::Action;
use shared::employee::{PlaceEmployee, StayEmployee};
use teladan_server::people;

use super::{ADMIN_NIP, BOSS_NIP, OTHER_NIP, Town, accepted_verdict};
use crate::doors::{STAFF_NIP, get};
use crate::support::today;

impl Town {
    /// Of one's own people one sees who comes and goes.
    async fn coming(&self, cookie: &str) -> Value {
        self.house.ask(get("/api/requests", cookie)).await.body["coming"].clone()
    }

    async fn page(&self, cookie: &str) -> Value {
        self.house.ask(get(&format!("/api/people/{}", self.house.small.staff), cookie)).await.body
    }

    /// The member of staff goes to the dinas from this day on.
    fn later(&self, from: NaiveDate, base: u64) -> Action {
        let (id, unit, superior) = (self.house.small.staff, self.dinas, Some(self.boss));
        let (position, reason, base) = ("Arsiparis".into(), "SK 14/2026".into(), u32::try_from(base).unwrap());
        Action::PlaceEmployee(PlaceEmployee { id, base, from, unit, position, superior, reason })
    }
}

/// Just after midnight of that day in Western Indonesia.
fn morning(day: NaiveDate) -> DateTime<Utc> {
    (day.pred_opt().unwrap()).and_hms_opt(17, 0, 1).unwrap().and_utc()
}

#[tokio::test]
async fn a_place_that_begins_later_is_taken_on_its_day_by_whichever_node_comes_first() {
    let town = Town::new().await;
    let small = &town.house.small;
    let (admin, staff) = (town.house.signed_in(ADMIN_NIP).await, town.house.signed_in(STAFF_NIP).await);
    let other = town.house.signed_in(OTHER_NIP).await;
    let from = today() + Days::new(20);
    assert_eq!(town.coming(&admin).await, json!([]));
    let base = town.page(&admin).await["employee"]["rev"].as_u64().unwrap();
    assert!(accepted_verdict(&town.gives(&admin, town.later(from, base)).await));

    let lines = town.coming(&admin).await;
    assert_eq!(
        (lines[0]["name"].as_str(), lines[0]["unit_name"].as_str()),
        (Some("Rahmawati"), Some("Bidang Pendaftaran"))
    );
    assert_eq!(lines[0]["coming"]["place"]["from"], from.to_string());
    for cookie in [&admin, &staff] {
        let page = town.page(cookie).await;
        assert_eq!(page["coming"]["place"]["unit_name"], "Dinas Kependudukan");
        assert_eq!(page["unit_name"], "Bidang Pendaftaran", "and nothing has changed");
    }
    assert_eq!(town.status(&format!("/api/people/{}", small.staff), &other).await, StatusCode::NOT_FOUND);

    let boss = town.house.signed_in(BOSS_NIP).await;
    people::arrive(&small.office, morning(from) - chrono::TimeDelta::seconds(2)).await.unwrap();
    assert_eq!(town.page(&staff).await["unit_name"], "Bidang Pendaftaran", "the evening before");
    let (one, two) = (people::arrive(&small.office, morning(from)), people::arrive(&small.office, morning(from)));
    let (one, two) = tokio::join!(one, two);
    one.and(two).unwrap();
    people::follow(&small.office).await.unwrap();
    let page = town.page(&staff).await;
    assert_eq!(
        (page["unit_name"].as_str(), page["superior_name"].as_str()),
        (Some("Dinas Kependudukan"), Some("Nurhayati Siregar"))
    );
    let pages: Vec<_> =
        page["career"].as_array().unwrap().iter().map(|page| page["from"].as_str().map(str::to_owned)).collect();
    assert_eq!(pages.last().unwrap().as_deref(), Some(from.to_string().as_str()));
    assert_eq!(pages.iter().filter(|day| **day == pages[pages.len() - 1]).count(), 1, "once: {pages:?}");
    assert_eq!((page["coming"].clone(), town.coming(&admin).await), (Value::Null, json!([])));
    let board = town.house.ask(get(&format!("/api/board/{}", town.dinas), &boss)).await.body;
    let rows = board["rows"].as_array().unwrap();
    assert!(rows.iter().any(|row| row["plan"]["owner"] == small.staff.to_string().as_str()), "their work went along");
}

#[tokio::test]
async fn what_was_taken_back_does_not_begin_and_what_cannot_begin_says_why() {
    let town = Town::new().await;
    let small = &town.house.small;
    let admin = town.house.signed_in(ADMIN_NIP).await;
    let from = today() + Days::new(20);
    let base = town.page(&admin).await["employee"]["rev"].as_u64().unwrap();
    let stay = |from| Action::StayEmployee(StayEmployee { person: small.staff, from });
    assert!(accepted_verdict(&town.gives(&admin, town.later(from, base)).await));
    let second = town.gives(&admin, town.later(from + Days::new(1), base)).await;
    assert_eq!(second["rejected"]["reason"]["code"], "place_coming");
    assert!(accepted_verdict(&town.gives(&admin, stay(from)).await));
    people::arrive(&small.office, morning(from)).await.unwrap();
    assert_eq!(town.page(&admin).await["unit_name"], "Bidang Pendaftaran");

    // Another one, and meanwhile the new superior comes to be below the person.
    assert!(accepted_verdict(&town.gives(&admin, town.later(from, base)).await));
    let below = super::person(town.boss, "Nurhayati Siregar", town.dinas, Some(small.staff));
    crate::support::accepted(&small.office, shared::actor::Actor::Operator, below).await;
    for _ in 0..2 {
        people::arrive(&small.office, morning(from)).await.unwrap();
    }
    let page = town.page(&admin).await;
    assert_eq!(
        (page["unit_name"].as_str(), page["coming"]["fault"]["code"].as_str()),
        (Some("Bidang Pendaftaran"), Some("superior_cycle"))
    );
    assert_eq!(town.coming(&admin).await.as_array().unwrap().len(), 1, "the admin finds it among what waits");
}
