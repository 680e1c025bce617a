//! What a sender hears who looked at a parcel before another one ended it, at the one moment that cannot be hit from outside.

use super::*;
use crate::assets::Assets;
use crate::db::Db;

#[tokio::test]
async fn whoever_looked_before_the_parcel_ended_looks_again_instead_of_hearing_of_a_wrong_type() {
    let office = Office::new(Db::open("mem://", "parcel").await.unwrap(), Assets::default());
    let owner = EmployeeId(uuid::Uuid::now_v7());
    let photo = [b"\xff\xd8\xff".as_slice(), &[7; 90]].concat();
    let (first, last) = photo.split_at(80);
    let sha256 = hex(&Sha256::digest(&photo));
    let found = office.db.parcel(owner, &sha256).await.unwrap();
    let begins = Slice { from: 0, bytes: 80, whole: 93 };
    let at = At { owner, sha256: &sha256, has: begins.from };
    office.db.append_slice(at, first.to_vec(), None, clock::now()).await.unwrap();
    let ends = Slice { from: 80, bytes: 13, whole: 93 };
    let seen = Found { have: Have::Part(80), ..found };

    let faster = shelve(&office, owner, &sha256, &seen, ends, last).await.unwrap();
    assert_eq!(faster.map(|answer| answer.status()), Some(StatusCode::CREATED));
    let slower = shelve(&office, owner, &sha256, &seen, ends, last).await;
    assert!(matches!(slower, Ok(None)), "{:?}", slower.map(|answer| answer.map(|answer| answer.status())));

    let kept = office.db.photo(owner, &sha256).await.unwrap().unwrap();
    assert_eq!(kept.bytes.into_inner().to_vec(), photo);
}
