//! What is asked for: a unit with a person and their entry, a television, a batch; made where the table names them.

use axum::http::{HeaderName, HeaderValue, header};
use chrono::{Days, TimeDelta};
use sha2::{Digest, Sha256};
use shared::actor::Actor;
use shared::command::Action;
use shared::entry::{Content, File, More, Photo, RecordEntry};
use shared::ids::{EmployeeId, EntryId, PlanId, TeamId, UnitId};
use shared::people::import::BatchState;
use shared::plan::{Aspect, PlanKind, ProposePlan};
use shared::quantity::Quantity;
use shared::team::{JoinTeam, SetTeam};
use teladan_server::auth::{hex, new_token, token_hash};
use teladan_server::clock;
use teladan_server::import::wizard::BatchRow;
use teladan_server::office::Office;
use uuid::Uuid;

use super::table::Line;
use crate::support::{about, accepted, neat, new_id, today};

/// Nobody's list: its row is refused, so that an import that is let in changes nothing for the next one.
const LIST: &str = "NIP;Nama;Golongan;Jabatan;Unit Kerja;NIP Atasan\n1;Siapa;III/a;Analis;Seksi;\n";

/// A unit with what lies in it.
#[derive(Clone)]
pub struct Place {
    /// Where it is; none for nowhere.
    office: Option<Office>,
    pub unit: UnitId,
    pub person: EmployeeId,
    nip: String,
    admin: EmployeeId,
    pub entry: EntryId,
    plan: PlanId,
    team: TeamId,
    /// An entry for that team, with the same photo and document.
    said: EntryId,
}

/// Some bytes that begin like a photo.
fn picture() -> Vec<u8> {
    [b"\xff\xd8\xff".as_slice(), &[7_u8; 600]].concat()
}

fn picture_name() -> String {
    hex(&Sha256::digest(picture()))
}

/// Some bytes that begin like a document.
fn paper() -> Vec<u8> {
    [b"%PDF-1.7 ".as_slice(), &[7_u8; 600]].concat()
}

fn paper_name() -> String {
    hex(&Sha256::digest(paper()))
}

/// A team that runs, with one person in it.
async fn team(office: &Office, unit: UnitId, person: EmployeeId, leader: EmployeeId) -> TeamId {
    let id = TeamId(new_id());
    let (from, until) = (today() - Days::new(30), today() + Days::new(30));
    let (name, purpose) = ("Tim penurunan stunting".into(), "Balita stunting turun".into());
    let set = SetTeam { id, base: 0, name, purpose, unit, leader, from, until };
    accepted(office, Actor::Operator, Action::SetTeam(set)).await;
    accepted(office, Actor::Operator, Action::JoinTeam(JoinTeam { team: id, person, from, until })).await;
    id
}

impl Place {
    /// The person writes an entry with a photo and a document, and both arrive. They have a plan, and are in a team, for which
    /// they write the same again. `people` are the person, an admin and the team's leader.
    pub async fn new(office: Office, unit: UnitId, people: [EmployeeId; 3], nip: &str) -> Self {
        let [person, admin, leader] = people;
        let [entry, said] = [(); 2].map(|()| EntryId(new_id()));
        let team = team(&office, unit, person, leader).await;
        let file = File { sha256: paper_name(), bytes: 609, name: "Rekap.pdf".into() };
        let content = Content {
            plan: None,
            text: "Melayani loket".into(),
            quantity: Quantity::ZERO,
            work_date: today(),
            photos: vec![Photo { sha256: picture_name(), bytes: 603 }],
            more: Box::new(More { files: vec![file], ..More::default() }),
        };
        let more = Box::new(More { team: Some(team), ..(*content.more).clone() });
        let for_team = Content { more, ..content.clone() };
        for (id, content) in [(entry, content), (said, for_team)] {
            let record = Action::RecordEntry(RecordEntry { id, content, draft: None });
            accepted(&office, Actor::Employee { employee: person }, record).await;
        }
        office.db.keep_photo(person, &picture_name(), "image/jpeg", picture()).await.unwrap();
        office.db.keep_photo(person, &paper_name(), "application/pdf", paper()).await.unwrap();
        let plan = PlanId(new_id());
        let propose = ProposePlan {
            id: plan,
            owner: person,
            result: "Berkas lengkap".into(),
            measure: "berkas".into(),
            target: Quantity::whole(40),
            from: today(),
            until: today(),
            kind: PlanKind::Main,
            supports: None,
            goal: None,
            about: about("Jumlah berkas", Aspect::Quantity),
            more: vec![neat()],
        };
        accepted(&office, Actor::Employee { employee: person }, Action::ProposePlan(Box::new(propose))).await;
        Self { office: Some(office), unit, person, nip: nip.to_owned(), admin, entry, plan, team, said }
    }

    /// Names of things that are nowhere. Somebody with this NIP there is.
    pub fn nowhere(like: &Self) -> Self {
        let (unit, person, team) = (UnitId(new_id()), EmployeeId(new_id()), TeamId(new_id()));
        let [entry, said] = [(); 2].map(|()| EntryId(new_id()));
        Self {
            office: None,
            unit,
            person,
            nip: like.nip.clone(),
            admin: person,
            entry,
            plan: PlanId(new_id()),
            team,
            said,
        }
    }

    /// The text with every name filled in.
    pub async fn fill(&self, text: &str, line: &impl std::fmt::Display) -> String {
        let mut text = text.to_owned();
        for (name, value) in [
            ("{unit}", self.unit.to_string()),
            ("{person}", self.person.to_string()),
            ("{nip}", self.nip.clone()),
            ("{entry}", self.entry.to_string()),
            ("{sha256}", picture_name()),
            ("{paper}", paper_name()),
            ("{today}", today().to_string()),
            ("{joined}", (today() - Days::new(30)).to_string()),
            ("{plan}", self.plan.to_string()),
            ("{team}", self.team.to_string()),
            ("{said}", self.said.to_string()),
            ("{new}", new_id().to_string()),
        ] {
            text = text.replace(name, &value);
        }
        if text.contains("{tv}") {
            text = text.replace("{tv}", &self.television().await.0);
        }
        if text.contains("{code}") {
            text = text.replace("{code}", &self.code().await);
        }
        if text.contains("{batch}") {
            text = text.replace("{batch}", &self.batch().await.to_string());
        }
        let unknown = text.split('{').skip(1).filter_map(|part| part.split_once('}')).find(|(name, _)| {
            !name.is_empty() && name.chars().all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit())
        });
        assert!(unknown.is_none(), "{line}: things.rs does not know how to make {{{}}}", unknown.unwrap_or_default().0);
        text
    }

    /// What is sent along.
    pub async fn body(&self, line: &Line) -> (Vec<(HeaderName, HeaderValue)>, Vec<u8>) {
        let of = |kind: &'static str| vec![(header::CONTENT_TYPE, HeaderValue::from_static(kind))];
        match line.body.as_str() {
            "" => (Vec::new(), Vec::new()),
            "jpeg" => (of("image/jpeg"), picture()),
            "csv" => (of("application/octet-stream"), LIST.as_bytes().to_vec()),
            "slice" => {
                let mut headers = of("application/offset+octet-stream");
                for (name, value) in [("upload-offset", 0), ("upload-length", picture().len())] {
                    headers.push((HeaderName::from_static(name), HeaderValue::from(value)));
                }
                (headers, picture())
            }
            json => (of("application/json"), self.fill(json, line).await.into_bytes()),
        }
    }

    /// A code that pairs one television.
    async fn code(&self) -> String {
        let code: String = new_id().simple().to_string().to_uppercase().chars().rev().take(8).collect();
        // The letters that a code does not have would be read as others.
        let code = code.replace('0', "7").replace('1', "4");
        if let Some(office) = &self.office {
            let until = clock::now() + TimeDelta::minutes(5);
            office.db.keep_tv_code(&token_hash(&code), self.unit, "Ruang tunggu", self.admin, until).await.unwrap();
        }
        code
    }

    /// A television of this unit: its name in the list, and its key.
    pub async fn television(&self) -> (String, String) {
        let (id, key) = (new_id().to_string(), new_token().unwrap());
        if let Some(office) = &self.office {
            let code = self.code().await;
            let paired = office.db.pair_tv(&token_hash(&code), &token_hash(&key), &id, clock::now()).await.unwrap();
            assert_eq!(paired, Some(self.unit));
        }
        (id, key)
    }

    /// A batch that the admin of this place has written, with no step in it.
    async fn batch(&self) -> Uuid {
        let id = new_id();
        let row = BatchRow {
            id,
            name: "daftar.csv".to_owned(),
            unit: self.unit,
            at: clock::now(),
            state: BatchState::Written,
            of: 0,
            steps: 0,
            undo: 0,
            counts: [0; 3],
            left: Vec::new(),
        };
        if let Some(office) = &self.office {
            office.db.keep_batch(self.admin, id, serde_json::to_value(row).unwrap()).await.unwrap();
        }
        id
    }
}
