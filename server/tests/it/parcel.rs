//! Photos in slices, through the doors: every status, two senders at once, and whose photo it is.

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use chrono::TimeDelta;
use sha2::{Digest, Sha256};
use shared::command::Action;
use shared::entry::Photo;
use shared::ids::EntryId;
use shared::sync::parcel::SLICE_BYTES;
use shared::sync::parcel::shelf::{Have, LIMITS};
use teladan_server::auth::hex;
use teladan_server::clock;
use teladan_server::db::DbError;
use teladan_server::db::parcel::At;

use crate::doors::{HEAD_NIP, House, STAFF_NIP, get};
use crate::support::{accepted, new_id};

/// A picture of so many bytes; `seed` makes it another one.
fn picture(bytes: usize, seed: usize) -> Vec<u8> {
    let rest = (3..bytes).map(|at| u8::try_from((at * 31 + at / 251 + seed) % 256).unwrap());
    b"\xff\xd8\xff".iter().copied().chain(rest).collect()
}

pub fn name_of(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// A phone that sends photos, and what it hears: the status, how much the office has, and whether that is all.
pub struct Sender<'a> {
    house: &'a House,
    cookie: String,
}

pub type Heard = (u16, Option<u32>, bool);

impl<'a> Sender<'a> {
    pub async fn new(house: &'a House, nip: &str) -> Self {
        Self { house, cookie: house.signed_in(nip).await }
    }

    async fn hears(&self, request: Request<Body>) -> Heard {
        let answer = self.house.response(request).await;
        assert_eq!(answer.headers()["x-teladan"], "1", "every answer of ours says so");
        let number = |name: &str| answer.headers().get(name).map(|value| value.to_str().unwrap().parse().unwrap());
        (answer.status().as_u16(), number("upload-offset"), number("upload-length").is_some())
    }

    async fn asks(&self, path: &str) -> Heard {
        let request = Request::head(path).header(header::COOKIE, &self.cookie).body(Body::empty()).unwrap();
        self.hears(request).await
    }

    pub async fn sends(&self, path: &str, from: usize, slice: &[u8], whole: usize) -> Heard {
        let request = Request::patch(path)
            .header(header::COOKIE, &self.cookie)
            .header(header::CONTENT_TYPE, "application/offset+octet-stream")
            .header("upload-offset", from)
            .header("upload-length", whole);
        self.hears(request.body(Body::from(slice.to_vec())).unwrap()).await
    }

    /// All of it, slice by slice; what was heard last.
    pub async fn sends_all(&self, photo: &[u8]) -> Heard {
        let path = path(photo);
        let mut heard = self.asks(&path).await;
        while let (200 | 204 | 409, Some(has), false) = heard {
            let from = usize::try_from(has).unwrap();
            let to = photo.len().min(from + SLICE_BYTES as usize);
            heard = self.sends(&path, from, &photo[from..to], photo.len()).await;
        }
        heard
    }
}

pub fn path(photo: &[u8]) -> String {
    format!("/api/photo/{}", name_of(photo))
}

const SLICE: usize = SLICE_BYTES as usize;

async fn shows(house: &House, owner: shared::actor::Actor, photo: &[u8], cookie: &str) -> StatusCode {
    let entry = EntryId(new_id());
    let mut action = house.small.entry(entry, 1);
    if let Action::RecordEntry(record) = &mut action {
        record.content.plan = None;
        record.content.photos = vec![Photo { sha256: name_of(photo), bytes: u32::try_from(photo.len()).unwrap() }];
    }
    accepted(&house.small.office, owner, action).await;
    house.ask(get(&format!("/api/entry/{entry}/photo/{}", name_of(photo)), cookie)).await.status
}

#[tokio::test]
async fn a_photo_comes_slice_by_slice_and_is_whole_at_the_end() {
    let house = House::new().await;
    let staff = Sender::new(&house, STAFF_NIP).await;
    let photo = picture(2 * SLICE + 900, 0);
    let path = path(&photo);
    assert_eq!(staff.asks(&path).await, (200, Some(0), false));
    assert_eq!(staff.sends(&path, 0, &photo[..SLICE], photo.len()).await, (204, Some(65_536), false));
    assert_eq!(staff.asks(&path).await, (200, Some(65_536), false));
    let again = staff.sends(&path, 0, &photo[..SLICE], photo.len()).await;
    assert_eq!(again, (409, Some(65_536), false), "a slice that comes twice");
    let skips = staff.sends(&path, 2 * SLICE, &photo[2 * SLICE..], photo.len()).await;
    assert_eq!(skips, (409, Some(65_536), false), "a slice that skips one");
    let overlaps = staff.sends(&path, SLICE / 2, &photo[SLICE / 2..SLICE + SLICE / 2], photo.len()).await;
    assert_eq!(overlaps, (409, Some(65_536), false), "a slice that overlaps");
    assert_eq!(staff.sends(&path, SLICE, &photo[SLICE..2 * SLICE], photo.len()).await, (204, Some(131_072), false));
    assert_eq!(staff.sends(&path, 2 * SLICE, &photo[2 * SLICE..], photo.len()).await, (201, Some(131_972), true));
    assert_eq!(staff.asks(&path).await, (200, Some(131_972), true));
    let again = staff.sends(&path, 2 * SLICE, &photo[2 * SLICE..], photo.len()).await;
    assert_eq!(again, (201, Some(131_972), true), "the last slice comes twice");
    let kept = house.small.office.db.photo(house.small.staff, &name_of(&photo)).await.unwrap().unwrap();
    assert_eq!((kept.mime.as_str(), kept.bytes.into_inner().to_vec()), ("image/jpeg", photo.clone()));
    assert_eq!(shows(&house, house.small.as_staff(), &photo, &staff.cookie).await, StatusCode::OK);
    assert!(house.small.office.db.parcel_bytes(house.small.staff, &name_of(&photo)).await.unwrap().is_empty());
}

#[tokio::test]
async fn damaged_bytes_are_dropped_and_the_photo_starts_over() {
    let house = House::new().await;
    let staff = Sender::new(&house, STAFF_NIP).await;
    let photo = picture(SLICE + 10, 1);
    let path = path(&photo);
    let mut bent = photo.clone();
    bent[700] ^= 1;
    assert_eq!(staff.sends(&path, 0, &bent[..SLICE], photo.len()).await.0, 204);
    assert_eq!(staff.sends(&path, SLICE, &photo[SLICE..], photo.len()).await, (422, None, false));
    assert_eq!(staff.asks(&path).await, (200, Some(0), false), "the parcel is empty");
    assert_eq!(staff.sends_all(&photo).await.0, 201);
}

#[tokio::test]
async fn what_is_no_slice_of_a_picture_is_turned_away() {
    let house = House::new().await;
    let staff = Sender::new(&house, STAFF_NIP).await;
    let photo = picture(SLICE + 10, 2);
    let name = path(&photo);
    let large = picture(SLICE + 1, 2);
    let most = LIMITS.bytes_max as usize;
    assert_eq!(staff.sends(&name, 0, &large, 3 * SLICE).await.0, 413, "the slice");
    assert_eq!(staff.sends(&name, 0, &photo[..SLICE], most + 1).await.0, 413, "the photo");
    assert_eq!(staff.sends(&name, 0, &vec![0; most + 1], most).await.0, 413, "the body");
    assert_eq!(staff.sends(&name, 0, &photo[..100], photo.len()).await.0, 400, "a crumb");
    assert_eq!(staff.sends(&name, 0, &photo[..100], 50).await.0, 400, "longer than the photo");
    assert_eq!(staff.sends(&name, 0, b"", 50).await.0, 400, "nothing");
    let text = vec![b'a'; SLICE];
    assert_eq!(staff.sends(&name, 0, &text, photo.len()).await.0, 415, "no picture");
    assert_eq!(staff.sends(&path(&text), 0, &text, text.len()).await.0, 415, "no picture, in one slice");
    for path in ["/api/photo/foto.jpg", "/api/photo/..", &name.to_uppercase().replace("/API/PHOTO", "/api/photo")] {
        assert_eq!((staff.asks(path).await.0, staff.sends(path, 0, &photo[..SLICE], photo.len()).await.0), (404, 404));
    }
    let bare = Request::patch(&name).header(header::COOKIE, &staff.cookie).body(Body::from("x")).unwrap();
    assert_eq!(staff.hears(bare).await.0, 400, "no offset");
    assert_eq!(staff.asks(&name).await, (200, Some(0), false), "nothing of all this was kept");
}

#[tokio::test]
async fn strangers_send_nothing_and_a_queue_is_not_taken_from_another_session() {
    let house = House::new().await;
    let photo = picture(100, 3);
    let nobody = Sender { house: &house, cookie: String::new() };
    assert_eq!(nobody.asks(&path(&photo)).await.0, 401);
    assert_eq!(nobody.sends(&path(&photo), 0, &photo, photo.len()).await.0, 401);
    let head = Sender::new(&house, HEAD_NIP).await;
    let hers = format!("{}?owner={}", path(&photo), house.small.staff);
    assert_eq!(head.asks(&hers).await.0, 401);
    assert_eq!(head.sends(&hers, 0, &photo, photo.len()).await.0, 401);
    let his = format!("{}?owner={}", path(&photo), house.small.head);
    assert_eq!(head.sends(&his, 0, &photo, photo.len()).await.0, 201);
}

#[tokio::test]
async fn whoever_only_knows_a_hash_has_nothing_of_the_photo() {
    let house = House::new().await;
    let (staff, head) = (Sender::new(&house, STAFF_NIP).await, Sender::new(&house, HEAD_NIP).await);
    let photo = picture(SLICE + 1, 4);
    assert_eq!(staff.sends_all(&photo).await.0, 201);
    assert_eq!(head.asks(&path(&photo)).await, (200, Some(0), false), "whole for her, nothing for him");
    let his = shows(&house, house.small.as_head(), &photo, &head.cookie).await;
    assert_eq!(his, StatusCode::NOT_FOUND, "an entry of his that names her photo opens nothing");
    assert_eq!(head.sends_all(&photo).await.0, 201);
    assert_eq!(shows(&house, house.small.as_head(), &photo, &head.cookie).await, StatusCode::OK);
}

#[tokio::test]
async fn two_devices_that_send_the_same_photo_at_once_both_end_well() {
    let house = House::new().await;
    let (one, other) = (Sender::new(&house, STAFF_NIP).await, Sender::new(&house, STAFF_NIP).await);
    for seed in 5..15 {
        let photo = picture(3 * SLICE + 7, seed);
        let (first, second) = tokio::join!(one.sends_all(&photo), other.sends_all(&photo));
        for heard in [first, second] {
            assert!(matches!(heard, (201 | 200, Some(_), true)), "{heard:?}");
        }
        let kept = house.small.office.db.photo(house.small.staff, &name_of(&photo)).await.unwrap().unwrap();
        assert_eq!(kept.bytes.into_inner().to_vec(), photo);
    }
}

#[tokio::test]
async fn a_person_has_so_many_parcels_open_and_old_ones_are_swept() {
    let house = House::new().await;
    let staff = Sender::new(&house, STAFF_NIP).await;
    let db = &house.small.office.db;
    let photos: Vec<Vec<u8>> = (20..=20 + LIMITS.open_max).map(|seed| picture(2 * SLICE, seed)).collect();
    for photo in &photos {
        assert_eq!(staff.sends(&path(photo), 0, &photo[..SLICE], photo.len()).await.0, 204);
    }
    let open = db.parcel(house.small.staff, &name_of(&photos[0])).await.unwrap();
    assert_eq!((open.have, open.open.len()), (Have::Part(0), LIMITS.open_max), "the oldest has made room");
    assert!(db.parcel_bytes(house.small.staff, &name_of(&photos[0])).await.unwrap().is_empty());
    assert_eq!(db.sweep_parcels(clock::now() - TimeDelta::days(1)).await.unwrap(), 0);
    assert_eq!(db.sweep_parcels(clock::now() + TimeDelta::seconds(1)).await.unwrap(), LIMITS.open_max);
    assert_eq!(staff.asks(&path(&photos[1])).await, (200, Some(0), false));
    assert!(db.parcel_bytes(house.small.staff, &name_of(&photos[1])).await.unwrap().is_empty());
    assert_eq!(staff.sends_all(&photos[1]).await.0, 201);
}

#[tokio::test]
async fn what_was_decided_about_a_parcel_that_has_moved_since_is_not_written() {
    let house = House::new().await;
    let (db, owner, sha256) = (&house.small.office.db, house.small.staff, "a".repeat(64));
    let at = |has| At { owner, sha256: &sha256, has };
    db.append_slice(at(0), vec![1; 10], None, clock::now()).await.unwrap();
    let late = db.append_slice(at(0), vec![2; 10], None, clock::now()).await;
    assert!(matches!(late, Err(DbError::Conflict)), "{late:?}");
    for photo in [None, Some(("image/jpeg", vec![2; 10]))] {
        let late = db.close_parcel(at(0), photo).await;
        assert!(matches!(late, Err(DbError::Conflict)), "{late:?}");
    }
    assert_eq!(db.parcel(owner, &sha256).await.unwrap().have, Have::Part(10));
    assert_eq!(db.parcel_bytes(owner, &sha256).await.unwrap(), vec![1; 10]);
}
