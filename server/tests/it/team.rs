//! Teams across units at the doors: the leader reads what was done for the team and nothing else, and nobody else reads even that.

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use chrono::{Days, NaiveDate};
use serde_json::{Value, json};
use shared::actor::Actor;
use shared::command::Action;
use shared::employee::SetEmployee;
use shared::entry::{ApproveEntry, Content, More, RecordEntry, ReturnEntry, ReviseEntry};
use shared::ids::{EmployeeId, EntryId, RemarkId, TeamId, UnitId};
use shared::quantity::Quantity;
use shared::refusal::Refusal;
use shared::remark::{RemarkKind, WriteRemark};
use shared::row::{Key, Row};
use shared::scope::Scope;
use shared::sync::wire::Verdict;
use shared::team::{JoinTeam, LeaveTeam, SetTeam};
use shared::unit::SetUnit;
use teladan_server::db::log::Snapshot;
use teladan_server::{clock, command, rollup};

use crate::doors::{House, account, get, push};
use crate::support::{Small, accepted, new_id, order, today, told};

mod line;

const LEADER_NIP: &str = "198805052012031001";
const NEXT_NIP: &str = "199106062016032002";

/// A small office whose staff is in a team that somebody of another unit leads.
struct Joint {
    house: House,
    team: TeamId,
    leader: EmployeeId,
    next: EmployeeId,
}

fn days(before: u64, after: u64) -> (NaiveDate, NaiveDate) {
    (today() - Days::new(before), today() + Days::new(after))
}

impl Joint {
    async fn new() -> Self {
        Self::over(Small::in_memory().await).await
    }

    async fn over(small: Small) -> Self {
        let house = House::over(small).await;
        let small = house.small.clone();
        let elsewhere = UnitId(new_id());
        let set = SetUnit {
            id: elsewhere,
            name: "Kecamatan Kencana".into(),
            parent: None,
            head: None,
            zone: Default::default(),
            was: None,
        };
        accepted(&small.office, Actor::Operator, Action::SetUnit(set)).await;
        let [leader, next] = [(); 2].map(|()| EmployeeId(new_id()));
        for (id, name, nip) in [(leader, "Rosa Rumbiak", LEADER_NIP), (next, "Yusuf", NEXT_NIP)] {
            let (rank, position) = (String::new(), "Camat".into());
            let set = SetEmployee { id, name: name.into(), rank, position, unit: elsewhere, superior: None };
            accepted(&small.office, Actor::Operator, Action::SetEmployee(set)).await;
            account(&small, nip, id).await;
        }
        let joint = Self { house, team: TeamId(new_id()), leader, next };
        joint.set(0, leader).await;
        let (from, until) = days(20, 20);
        let join = JoinTeam { team: joint.team, person: small.staff, from, until };
        joint.order(Action::JoinTeam(join)).await;
        joint
    }

    async fn order(&self, action: Action) {
        accepted(&self.house.small.office, Actor::Operator, action).await;
    }

    async fn set(&self, base: u32, leader: EmployeeId) {
        let ((from, until), unit) = (days(30, 30), self.house.small.unit);
        let (id, name, purpose) = (self.team, "Tim penurunan stunting".into(), String::new());
        self.order(Action::SetTeam(SetTeam { id, base, name, purpose, unit, leader, from, until })).await;
    }

    fn content(&self, text: &str, team: Option<TeamId>) -> Content {
        let (plan, quantity) = (Some(self.house.small.plan), Quantity::whole(1));
        let more = Box::new(More { team, ..More::default() });
        Content { plan, text: text.into(), quantity, work_date: today(), photos: Vec::new(), more }
    }

    /// The member writes an entry.
    async fn writes(&self, text: &str, team: Option<TeamId>) -> EntryId {
        let id = EntryId(new_id());
        let record = RecordEntry { id, content: self.content(text, team), draft: None };
        accepted(&self.house.small.office, self.house.small.as_staff(), Action::RecordEntry(record)).await;
        id
    }

    async fn verdict(&self, who: EmployeeId, action: Action) -> Verdict {
        let actor = Actor::Employee { employee: who };
        command::run(&self.house.small.office, actor, &order(1, action)).await.unwrap()
    }

    async fn board(&self, nip: &str) -> (StatusCode, Value) {
        let cookie = self.house.signed_in(nip).await;
        let answer = self.house.ask(get(&format!("/api/teams/{}", self.team), &cookie)).await;
        (answer.status, answer.body)
    }

    async fn scope(&self) -> Snapshot {
        self.house.small.office.db.snapshot(Scope::Team(self.team), today() - Days::new(60), &[]).await.unwrap()
    }
}

fn kinds(board: &Value) -> Vec<String> {
    let rows = board["rows"].as_array().unwrap().iter();
    rows.map(|row| row.as_object().unwrap().keys().next().unwrap().clone()).collect()
}

#[tokio::test]
async fn plm_5_a_leader_sees_what_was_done_for_the_team_and_nothing_else_of_its_members() {
    let joint = Joint::new().await;
    let small = &joint.house.small;
    let said = joint.writes("Mendata balita di posyandu", Some(joint.team)).await;
    let own = joint.writes("Melayani loket akta", None).await;
    let (status, board) = joint.board(LEADER_NIP).await;
    assert_eq!((status, kinds(&board)), (StatusCode::OK, vec!["entry".to_owned(), "team".to_owned()]));
    let text = board.to_string();
    assert!(text.contains(&said.to_string()) && !text.contains(&own.to_string()) && !text.contains("loket"));
    assert!(!text.contains("Kutipan akta"), "no plan");
    let cookie = joint.house.signed_in(LEADER_NIP).await;
    for path in [
        format!("/api/person/{}", small.staff),
        format!("/api/people/{}", small.staff),
        format!("/api/employee/{}/plans", small.staff),
        format!("/api/dialogue/{}", small.staff),
        format!("/api/board/{}", small.unit),
        format!("/api/live?unit={}", small.unit),
        format!("/api/teams/{}", new_id()),
        "/api/teams".to_owned(),
    ] {
        assert_eq!(joint.house.ask(get(&path, &cookie)).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    let people = joint.house.ask(get(&format!("/api/teams/{}/people", joint.team), &cookie)).await.body;
    let names: Vec<&str> = people.as_array().unwrap().iter().map(|one| one["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["Rahmawati", "Rosa Rumbiak"]);
    assert_eq!(people[0]["unit"], "Bidang Pendaftaran");
}

#[tokio::test]
async fn plm_5_whoever_leads_no_longer_or_is_no_longer_in_it_finds_no_team() {
    let joint = Joint::new().await;
    let (staff, head) = (crate::doors::STAFF_NIP, crate::doors::HEAD_NIP);
    for nip in [staff, head, NEXT_NIP] {
        assert_eq!(joint.board(nip).await.0, StatusCode::NOT_FOUND, "{nip}");
    }
    let people = async |nip| {
        let cookie = joint.house.signed_in(nip).await;
        joint.house.ask(get(&format!("/api/teams/{}/people", joint.team), &cookie)).await.status
    };
    assert_eq!((people(staff).await, people(head).await), (StatusCode::OK, StatusCode::NOT_FOUND));
    let (from, _) = days(20, 0);
    let leave = LeaveTeam { team: joint.team, person: joint.house.small.staff, from, until: today() - Days::new(1) };
    joint.order(Action::LeaveTeam(leave)).await;
    assert_eq!(people(staff).await, StatusCode::NOT_FOUND);
    joint.set(3, joint.next).await;
    assert_eq!(joint.board(LEADER_NIP).await.0, StatusCode::NOT_FOUND);
    assert_eq!((people(LEADER_NIP).await, joint.board(NEXT_NIP).await.0), (StatusCode::NOT_FOUND, StatusCode::OK));
    let strangers = House::new().await;
    let abroad = strangers.signed_in(head).await;
    let path = format!("/api/teams/{}", joint.team);
    assert_eq!(strangers.ask(get(&path, &abroad)).await.status, StatusCode::NOT_FOUND, "another agency");
}

#[tokio::test]
async fn bny_3_what_was_written_stays_and_what_is_taken_off_goes() {
    let joint = Joint::new().await;
    let small = &joint.house.small;
    let [kept, gone] =
        [joint.writes("Posyandu satu", Some(joint.team)).await, joint.writes("Posyandu dua", Some(joint.team)).await];
    joint.writes("Loket", None).await;
    let remark = WriteRemark::plain(RemarkId(new_id()), gone, RemarkKind::Question, "Berapa balita?".into());
    accepted(&small.office, Actor::Employee { employee: joint.leader }, Action::WriteRemark(remark)).await;
    let before = joint.scope().await;
    assert_eq!(before.rows.iter().filter(|row| matches!(row, Row::Entry(_))).count(), 2);
    let revise = ReviseEntry { entry: gone, base: 1, content: joint.content("Posyandu dua", None), seen: None };
    // Without what was seen, a build that knows no more than the text has not taken the team away.
    accepted(&small.office, small.as_staff(), Action::ReviseEntry(revise.clone())).await;
    let team_of = async || match small.office.db.row(Key::from(gone)).await.unwrap() {
        Some(Row::Entry(entry)) => entry.more.team,
        other => panic!("{other:?}"),
    };
    assert_eq!(team_of().await, Some(joint.team));
    let seen = Some(joint.content("Posyandu dua", Some(joint.team)));
    accepted(&small.office, small.as_staff(), Action::ReviseEntry(ReviseEntry { base: 2, seen, ..revise })).await;
    assert_eq!(team_of().await, None, "the row is there without it");
    let after = joint.scope().await;
    let entries: Vec<EntryId> =
        after.rows.iter().filter_map(|row| if let Row::Entry(entry) = row { Some(entry.id) } else { None }).collect();
    assert_eq!(entries, [kept]);
    assert!(
        !joint.board(LEADER_NIP).await.1.to_string().contains("Berapa balita?"),
        "what was said about it goes along"
    );
    let own = small.office.db.snapshot(Scope::Own(small.staff), today(), &[]).await.unwrap();
    assert_eq!(own.rows.iter().filter(|row| matches!(row, Row::Entry(_))).count(), 3, "everybody else keeps it");
    let (from, _) = days(20, 0);
    let leave = LeaveTeam { team: joint.team, person: small.staff, from, until: today() - Days::new(1) };
    joint.order(Action::LeaveTeam(leave)).await;
    let late =
        RecordEntry { id: EntryId(new_id()), content: joint.content("Posyandu tiga", Some(joint.team)), draft: None };
    let no = Verdict::Rejected { reason: Refusal::from(shared::refusal::TeamFault::NotInTeam).spoken() };
    assert_eq!(joint.verdict(small.staff, Action::RecordEntry(late)).await, no);
    assert!(joint.board(LEADER_NIP).await.1.to_string().contains(&kept.to_string()), "what was written for it stays");
    assert_eq!(rollup::recount(&small.office).await.unwrap().differed, 0);
    let sums = teladan_server::tend::once(&small.office.db, teladan_server::tend::Sums::Mend, clock::now()).await;
    assert!(sums.is_ok(), "{sums:?}");
}

#[tokio::test]
async fn plm_5_the_leader_remarks_the_member_reads_and_the_assessor_decides() {
    let joint = Joint::new().await;
    let small = &joint.house.small;
    let entry = joint.writes("Posyandu", Some(joint.team)).await;
    let other = joint.writes("Loket", None).await;
    let say = |entry, text: &str| {
        Action::WriteRemark(WriteRemark::plain(RemarkId(new_id()), entry, RemarkKind::Question, text.into()))
    };
    let not_found = Verdict::Rejected { reason: Refusal::NotFound.spoken() };
    assert_eq!(joint.verdict(joint.leader, say(other, "Apa ini?")).await, not_found);
    assert_eq!(joint.verdict(joint.next, say(entry, "Apa ini?")).await, not_found);
    let back = ReturnEntry { entry, base: 1, remark: RemarkId(new_id()), reason: "Ulangi.".into() };
    for action in [Action::ApproveEntry(ApproveEntry { entry, base: 1 }), Action::ReturnEntry(back)] {
        assert_eq!(joint.verdict(joint.leader, action).await, not_found);
    }
    let cookie = joint.house.signed_in(LEADER_NIP).await;
    let pushed =
        joint.house.ask(crate::doors::post("/api/sync/push", Some(&cookie), &push(say(entry, "Berapa balita?")))).await;
    assert_eq!(pushed.body["answers"][0]["verdict"], json!("accepted"), "{}", pushed.body);
    let own = small.office.db.snapshot(Scope::Own(small.staff), today() - Days::new(1), &[]).await.unwrap();
    let heard =
        own.rows.iter().find_map(|row| if let Row::Remark(remark) = row { Some(remark) } else { None }).unwrap();
    assert_eq!((heard.author, heard.team), (joint.leader, Some(joint.team)));
    let answer = WriteRemark {
        reply_to: Some(heard.id),
        ..WriteRemark::plain(RemarkId(new_id()), entry, RemarkKind::Note, "Dua puluh.".into())
    };
    accepted(&small.office, small.as_staff(), Action::WriteRemark(answer)).await;
    assert!(joint.board(LEADER_NIP).await.1.to_string().contains("Dua puluh."));
    accepted(&small.office, small.as_head(), Action::ApproveEntry(ApproveEntry { entry, base: 1 })).await;
    let board = joint.board(LEADER_NIP).await.1;
    let shown = board["rows"].as_array().unwrap().iter().find_map(|row| row.get("entry")).unwrap();
    assert_eq!(shown["review"], "approved");
}

#[tokio::test]
async fn bji_5_a_leaders_line_brings_a_new_entry_of_the_team() {
    let joint = Joint::new().await;
    let (_, board) = joint.board(LEADER_NIP).await;
    let cookie = joint.house.signed_in(LEADER_NIP).await;
    let path = format!("/api/live?team={}&after={}", joint.team, board["head"]);
    let request = Request::get(path).header(header::COOKIE, cookie).body(Body::empty()).unwrap();
    let mut line = joint.house.response(request).await.into_body().into_data_stream();
    joint.writes("Loket", None).await;
    joint.writes("Posyandu", Some(joint.team)).await;
    let heard = told(&mut line, "event: change").await;
    assert!(heard.contains("Posyandu") && !heard.contains("Loket"), "{heard}");
    assert!(heard.contains(&format!("k:{}:", joint.team)), "{heard}");
}

#[tokio::test]
async fn plm_10_an_admin_lists_the_teams_in_their_keeping() {
    let joint = Joint::new().await;
    let small = &joint.house.small;
    let give = shared::admin::GiveAdmin { person: small.head, unit: small.unit };
    joint.order(Action::GiveAdmin(give)).await;
    let cookie = joint.house.signed_in(crate::doors::HEAD_NIP).await;
    let listed = joint.house.ask(get("/api/teams", &cookie)).await;
    assert_eq!(listed.body["teams"][0]["id"], joint.team.to_string());
    assert_eq!(listed.body["teams"][0]["members"][0]["name"], "Rahmawati");
}
