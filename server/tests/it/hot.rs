//! No query that people wait for goes through a table. A witness hears what every door, the writer and those who look by themselves ask
//! of a real database, and the database is asked how it goes about it.

use std::collections::BTreeSet;
use std::path::Path;

use axum::body::Body;
use axum::http::{Request, header};
use chrono::{Days, NaiveTime, TimeDelta};
use futures::StreamExt;
use shared::command::Action;
use shared::entry::{ApproveEntry, ReturnEntry};
use shared::ids::{EntryId, RemarkId};
use shared::scope::Scope;
use teladan_server::db::witness::Reading;
use teladan_server::office::Office;
use teladan_server::tend::{self, Sums};
use teladan_server::{clock, push, rollup, waits};

use crate::roles::cast::{Cast, Role};
use crate::roles::{ask, table};
use crate::support::{Small, accepted, new_id, today};

/// Texts that may go through a table, each with its reason.
const EXCUSED: [(&str, &str); 2] = [
    (
        "FROM parcel WHERE at < $before",
        "tidying, once an hour: heads of photos on their way, a few for each person at most",
    ),
    ("DELETE session WHERE employee = $employee", "an operator's rare order: a new password ends all sessions"),
];

/// Tables that may be read from end to end, because they have a row for each unit or for each unit's period, whatever people write.
const SMALL: [&str; 2] = ["staff", "span"];

fn is_excused(text: &str) -> bool {
    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    EXCUSED.iter().any(|(known, _)| words(text).contains(known))
}

/// What is wrong with how one SELECT reads, if anything is.
fn fault(reading: &Reading) -> Option<String> {
    for (operator, source) in &reading.sources {
        let open = source.split_once(":..").map(|(table, _)| table);
        match operator.as_str() {
            "RecordIdScan" if open.is_none_or(|table| SMALL.contains(&table)) => {}
            "SourceExpr" if is_list_of_records(source) => {}
            // A name that gets its value on the way: a record of the writer's, never a table.
            "DynamicScan" | "SourceExpr" if source.starts_with('$') => {}
            _ => return Some(format!("{operator} of {source}: {}", reading.select)),
        }
    }
    reading.sources.is_empty().then(|| format!("nobody knows how this reads: {}", reading.select))
}

/// `[]`, or `[table:id, …]` without a range in it.
fn is_list_of_records(source: &str) -> bool {
    let first = source.strip_prefix('[').and_then(|rest| rest.split_once(':')).map(|(table, _)| table);
    source == "[]"
        || (first.is_some_and(|table| table.chars().all(|c| c.is_ascii_lowercase())) && !source.contains(".."))
}

/// Everything that is asked of a real database when everybody does what they may.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_query_of_a_door_or_of_the_writer_goes_through_a_table() {
    let folder = std::env::temp_dir().join(format!("teladan-hot-{}", new_id()));
    let small = Small::on(&format!("rocksdb://{}", folder.display())).await;
    let (db, witness) = small.office.db.clone().witnessed();
    let small = Small { office: Office { db, ..small.office }, ..small };
    let cast = Cast::over(small.clone()).await;
    everybody_asks(&cast).await;
    everybody_writes(&small).await;
    strangers_look(&cast).await;
    what_nobody_asks_for(&small.office).await;
    let heard = witness.take();
    let known: Vec<&str> = heard.iter().map(|asked| asked.text.as_str()).collect();
    for part in [
        "FROM change:[",
        "FROM live:[",
        "FROM rollup:[",
        "FROM tally:[",
        "FROM name:[",
        "FROM wait:[",
        "FROM letter:[",
        "FROM tv:[",
        "FROM push:[",
        "'entry', $day, '']",
        "bytes FROM $ids",
        "CREATE $command.rid",
    ] {
        assert!(known.iter().any(|text| text.contains(part)), "nobody has asked {part}: {known:#?}");
    }
    let (mut faults, mut selects) = (BTreeSet::new(), 0);
    for asked in heard.iter().filter(|asked| !is_excused(&asked.text)) {
        for reading in small.office.db.readings(asked).await.unwrap() {
            selects += 1;
            faults.extend(fault(&reading));
        }
    }
    assert!(selects > 60, "{selects} SELECTs of {} texts", heard.len());
    assert!(faults.is_empty(), "{faults:#?}");
    drop((small, cast, heard));
    std::fs::remove_dir_all(folder).ok();
}

/// Every operation by everybody who is let in; a live line until its first word.
async fn everybody_asks(cast: &Cast) {
    for line in table::lines() {
        for target in line.targets() {
            let mut let_in = Role::ALL.into_iter().filter(|role| line.expected(target, *role) < 300);
            if let Some(role) = let_in.next() {
                ask(cast, &line, role, cast.place(target)).await;
            }
        }
    }
    let unit = cast.house.small.unit;
    let team = cast.place(table::Target::Own).fill("{team}", &table::lines()[0]).await;
    for (role, path) in [
        (Role::Head, format!("/api/live?unit={unit}")),
        (Role::Head, format!("/api/units/{unit}/live")),
        (Role::Leader, format!("/api/live?team={team}")),
    ] {
        let cookie = cast.cookie(role).await.unwrap();
        let request = Request::get(path).header(header::COOKIE, cookie).body(Body::empty()).unwrap();
        let mut line = cast.house.response(request).await.into_body().into_data_stream();
        assert!(line.next().await.is_some_and(|part| part.is_ok()));
    }
}

/// The owner's pen and the superior's.
async fn everybody_writes(small: &Small) {
    let (staff, head) = (small.as_staff(), small.as_head());
    let [first, second] = [(); 2].map(|()| EntryId(new_id()));
    accepted(&small.office, staff, small.entry(first, 3)).await;
    accepted(&small.office, staff, small.entry(second, 4)).await;
    accepted(&small.office, head, Action::ApproveEntry(ApproveEntry { entry: first, base: 1 })).await;
    let (remark, reason) = (RemarkId(new_id()), "Samakan angkanya.".into());
    accepted(&small.office, head, Action::ReturnEntry(ReturnEntry { entry: second, base: 1, remark, reason })).await;
    // Both have to be found: the one that was sent back, and what was said about it.
    let waiting = small.office.db.waiting(&[small.staff, small.head], today() + Days::new(1)).await.unwrap();
    assert!(waiting.rows.len() > 1);
}

/// Pages that need no session.
async fn strangers_look(cast: &Cast) {
    for path in ["/f/TIDAK-ADA", "/readyz", "/healthz"] {
        cast.house.response(Request::get(path).body(Body::empty()).unwrap()).await;
    }
}

/// What a server does by itself.
async fn what_nobody_asks_for(office: &Office) {
    tend::once(&office.db, Sums::Mend, clock::now() + TimeDelta::days(200)).await.unwrap();
    rollup::check_some(office, 7, 20).await.unwrap();
    rollup::recount(office).await.unwrap();
    office.db.heads(&[Scope::Office]).await.unwrap();
    // At half past three, where everybody who wanted it on this day is looked at.
    let push = office.push.clone().unwrap();
    let day = clock::now() + TimeDelta::days(1);
    push::round::round(office, &push, day.with_time(NaiveTime::from_hms_opt(8, 40, 0).unwrap()).unwrap())
        .await
        .unwrap();
    office.db.looks(Scope::Office, today() - Days::new(30)).await.unwrap();
    waits::prepare(office).await.unwrap();
}

/// The texts as they stand in the source, also those that no test has heard: a FROM or a writing names a record, a range or what is
/// bound, never a whole table.
#[test]
fn no_text_in_the_source_names_a_whole_table() {
    let mut faults = Vec::new();
    let mut looked = 0;
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/db");
    for file in files(&folder) {
        let text = std::fs::read_to_string(&file).unwrap();
        // Tests falsify and count whole tables on purpose.
        let text = text.split("#[cfg(test)]\nmod tests {").next().unwrap();
        for word in ["FROM ", "UPDATE ", "DELETE ", "UPSERT "] {
            for (at, _) in text.match_indices(word) {
                let rest = text[at + word.len()..].trim_start_matches("ONLY ");
                let name: String = rest.chars().take_while(|letter| letter.is_ascii_lowercase()).collect();
                looked += 1;
                let after = &rest[name.len()..];
                let whole = !name.is_empty() && !after.starts_with([':', '(']) && !after.starts_with("::");
                if whole
                    && !is_excused(&text[at.saturating_sub(40)..(at + 60).min(text.len())])
                    && !is_for_tests(text, at)
                {
                    faults.push(format!("{}: {word}{name}", file.display()));
                }
            }
        }
    }
    assert!(looked > 60, "{looked} places");
    assert!(faults.is_empty(), "{faults:#?}");
}

/// Does the place belong to a function that is hidden from the documents because only tests ask for it?
fn is_for_tests(text: &str, at: usize) -> bool {
    let function = text[..at].rfind("pub async fn").unwrap_or(0);
    text[..function].trim_end().ends_with("#[doc(hidden)]")
}

fn files(folder: &Path) -> Vec<std::path::PathBuf> {
    let mut all = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let tests = path.file_name().is_some_and(|name| name == "tests.rs" || name == "probes" || name == "probes.rs");
        if path.is_dir() && !tests {
            all.extend(files(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") && !tests {
            all.push(path);
        }
    }
    all
}
