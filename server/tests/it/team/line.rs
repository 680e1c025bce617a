//! A leader's line tells of what is for the team now, not of what its log remembers.

use axum::body::Body;
use chrono::{Days, TimeDelta};
use shared::actor::Actor;
use shared::command::{Action, Command};
use shared::entry::{RecordEntry, ReviseEntry};
use shared::ids::{EntryId, RemarkId};
use shared::remark::{RemarkKind, WriteRemark};
use shared::sync::wire::Verdict;
use teladan_server::{clock, command};

use super::{Joint, LEADER_NIP};
use crate::doors::get;
use crate::support::{accepted, new_id, order, today, told};

impl Joint {
    /// What a line tells that begins after this change, until it has told this.
    async fn heard(&self, after: u64, until: &str) -> String {
        let cookie = self.house.signed_in(LEADER_NIP).await;
        let line = self.house.response(get(&format!("/api/live?team={}&after={after}", self.team), &cookie)).await;
        let mut line = Body::into_data_stream(line.into_body());
        told(&mut line, until).await
    }

    /// An entry for the team of so many minutes ago.
    async fn wrote(&self, text: &str, minutes: i64) {
        let moment = clock::now() - TimeDelta::minutes(minutes);
        let mut content = self.content(text, Some(self.team));
        content.work_date = today() - Days::new(1);
        let record = Action::RecordEntry(RecordEntry { id: EntryId(new_id()), content, draft: None });
        let command = Command { made_at: moment, ..order(1, record) };
        let (office, actor) = (&self.house.small.office, self.house.small.as_staff());
        assert_eq!(command::run_at(office, actor, &command, Some(moment)).await.unwrap(), Verdict::Accepted);
    }
}

#[tokio::test]
async fn bji_5_what_was_taken_off_the_team_is_not_told_again_nor_what_was_said_about_it() {
    let joint = Joint::new().await;
    let small = &joint.house.small;
    let gone = joint.writes("Posyandu rahasia", Some(joint.team)).await;
    let remark = WriteRemark::plain(RemarkId(new_id()), gone, RemarkKind::Question, "Berapa balita?".into());
    accepted(&small.office, Actor::Employee { employee: joint.leader }, Action::WriteRemark(remark)).await;
    let seen = Some(joint.content("Posyandu rahasia", Some(joint.team)));
    let revise = ReviseEntry { entry: gone, base: 1, content: joint.content("Posyandu rahasia", None), seen };
    accepted(&small.office, small.as_staff(), Action::ReviseEntry(revise)).await;
    joint.writes("Posyandu terbuka", Some(joint.team)).await;
    let told = joint.heard(0, "Posyandu terbuka").await;
    assert!(!told.contains("rahasia") && !told.contains("Berapa balita?"), "{told}");
    assert!(told.contains(&format!(r#"{{"drop":{{"key":{{"kind":"entry","id":"{gone}"}}}}}}"#)), "{told}");
}

#[tokio::test]
async fn bji_5_a_line_that_was_broken_for_long_begins_with_the_whole_board() {
    let joint = Joint::new().await;
    let before = joint.scope().await.head;
    for text in ["Posyandu satu", "Posyandu dua", "Posyandu tiga"] {
        joint.wrote(text, 60).await;
    }
    let told = joint.heard(before, "event: reset").await;
    assert!(!told.contains("Posyandu"), "{told}");
    // Whoever comes back asks once more for the last change, however old it is.
    let head = joint.scope().await.head;
    let told = joint.heard(head - 1, "Posyandu tiga").await;
    assert!(!told.contains("event: reset"), "{told}");
}
