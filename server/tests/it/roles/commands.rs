//! Who may give which command: every action, by every kind of person, about something of their own unit, of another unit and of
//! another agency. What is expected stands in `commands.txt`, a line for each action. Nothing is written: the office looks up the
//! rows that the rule asks for, as it does for a command that arrives, and the rule answers.

use std::collections::{BTreeMap, BTreeSet};

use chrono::Days;
use shared::absence::{AbsenceKind, AddAbsence};
use shared::actor::Actor;
use shared::command::Action;
use shared::counter::OpenCounter;
use shared::goal::SetGoal;
use shared::ids::{AbsenceId, CounterId, GoalId, RemarkId, ServiceId, SuperiorRequestId};
use shared::remark::{RemarkKind, WriteRemark};
use shared::row::{Key, Row, Rows};
use shared::rule::{Ctx, decide, needs};
use shared::service::SetService;
use shared::superior::{Asked, RequestSuperior};
use teladan_server::clock;
use teladan_server::office::Office;

use super::cast::{Cast, Role};
use super::table::Target;
use super::things::Place;
use crate::support::{accepted, new_id, today};

/// The table, read when the test runs.
fn table() -> String {
    std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/roles/commands.txt")).unwrap()
}

/// How often a rule may ask for more rows.
const ROUNDS_MAX: usize = 40;

/// Who speaks; whoever has no session cannot give a command, but at a counter and at the operator's desk somebody can.
const SPEAKERS: [&str; 13] = [
    "staff",
    "peer",
    "head",
    "acting",
    "above",
    "top",
    "beside",
    "assessor",
    "admin",
    "admin-beside",
    "foreign",
    "citizen",
    "operator",
];

fn actor(cast: &Cast, who: &str) -> Actor {
    match who {
        "citizen" => Actor::Citizen,
        "operator" => Actor::Operator,
        role => Actor::Employee { employee: cast.who(Role::named(role).unwrap()[0]) },
    }
}

/// Who is told which code; the first that names somebody counts.
type Rules = Vec<(Vec<String>, String)>;

/// One line: what is asked, and what everybody is told.
struct Line {
    place: usize,
    name: String,
    args: String,
    rules: Vec<(String, Rules)>,
}

impl std::fmt::Display for Line {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "commands.txt:{} {}", self.place, self.name)
    }
}

impl Line {
    fn read(place: usize, line: &str) -> Self {
        let mut parts = line.split(" | ").map(str::trim);
        let name = parts.next().unwrap_or_default().to_owned();
        let (mut rules, mut args) = (Vec::new(), String::new());
        for part in parts {
            if part.starts_with('{') {
                part.clone_into(&mut args);
                continue;
            }
            let (target, said) =
                part.split_once(':').unwrap_or_else(|| panic!("commands.txt:{place}: no target: {part}"));
            let rule = |rule: &str| {
                let (who, code) = rule.split_once('=').unwrap_or_else(|| panic!("commands.txt:{place}: {rule}"));
                let who: Vec<String> = who.split_whitespace().map(str::to_owned).collect();
                let odd = who.iter().find(|who| *who != "rest" && !SPEAKERS.contains(&who.as_str()));
                assert!(odd.is_none(), "commands.txt:{place}: nobody is called {odd:?}");
                (who, code.trim().to_owned())
            };
            rules.push((target.to_owned(), said.split(';').map(rule).collect()));
        }
        Self { place, name, args, rules }
    }

    fn expected(&self, target: &str, who: &str) -> &str {
        let rules = self.rules.iter().find(|(of, _)| of == target).map(|(_, rules)| rules.as_slice());
        let named = |(names, _): &&(Vec<String>, String)| names.iter().any(|name| name == who || name == "rest");
        rules.unwrap_or_default().iter().find(named).map_or("nothing", |(_, code)| code)
    }
}

fn lines() -> Vec<Line> {
    let table = table();
    let lines = (1..).zip(table.lines().map(str::trim)).filter(|(_, line)| !line.is_empty() && !line.starts_with('#'));
    lines.map(|(place, line)| Line::read(place, line)).collect()
}

#[test]
fn every_command_has_its_line_in_the_table() {
    let source = include_str!("../../../../shared/src/command.rs");
    let actions = source.split_once("pub enum Action {").unwrap().1.split_once("\n}\n").unwrap().0;
    let known: BTreeSet<&str> =
        actions.split("rename = \"").skip(1).map(|rest| rest.split_once('"').unwrap().0).collect();
    assert!(known.len() > 40, "the source is read as it is written: {known:?}");
    let lines = lines();
    let said: BTreeSet<&str> = lines.iter().map(|line| line.name.as_str()).collect();
    let missing: Vec<_> = known.difference(&said).collect();
    assert!(missing.is_empty(), "nobody has said who may give {missing:?}: a line for each in roles/commands.txt");
    let odd: Vec<_> = said.difference(&known).collect();
    assert!(odd.is_empty(), "there is no such command: {odd:?}");
}

#[tokio::test]
async fn every_role_is_told_what_the_table_says_of_a_command() {
    let cast = Cast::new().await;
    let office = &cast.house.small.office;
    let mut things = BTreeMap::new();
    for (word, target) in [("own", Target::Own), ("other", Target::Other), ("foreign", Target::Foreign)] {
        things.insert(word, Things::of(cast.place(target), if word == "foreign" { None } else { Some(office) }).await);
    }
    let mut wrong = Vec::new();
    for line in lines() {
        let mut told = Vec::new();
        let mut fits = true;
        for (target, _) in &line.rules {
            let place = &things[if target == "all" { "own" } else { target.as_str() }];
            let args = place.fill(&line).await;
            let action: Action = serde_json::from_str(&format!("{{\"{}\":{args}}}", line.name))
                .unwrap_or_else(|error| panic!("{line}: {error}: {args}"));
            let mut codes: BTreeMap<String, Vec<&str>> = BTreeMap::new();
            for who in SPEAKERS {
                let code = verdict(office, actor(&cast, who), &action).await;
                fits &= code == line.expected(target, who);
                codes.entry(code).or_default().push(who);
            }
            told.push(format!("{target}: {}", in_words(codes)));
        }
        if !fits {
            wrong.push(format!("{line} is in truth\n{} | {} | {}", line.name, told.join(" | "), line.args));
        }
    }
    assert!(wrong.is_empty(), "{} lines are not so:\n{}", wrong.len(), wrong.join("\n"));
}

/// The rules of a line as they would be written: whoever is not named is told what most are told.
fn in_words(codes: BTreeMap<String, Vec<&str>>) -> String {
    let most = codes.iter().max_by_key(|(_, who)| who.len()).map(|(code, _)| code.clone()).unwrap_or_default();
    let named = codes.iter().filter(|(code, _)| **code != most);
    let mut rules: Vec<String> = named.map(|(code, who)| format!("{} = {code}", who.join(" "))).collect();
    rules.push(format!("rest = {most}"));
    rules.join("; ")
}

/// What the office answers, with no more rows than the rule asks for.
async fn verdict(office: &Office, actor: Actor, action: &Action) -> String {
    let ctx = Ctx::on_server(actor, clock::now(), clock::now());
    let (mut rows, mut asked) = (Rows::default(), BTreeSet::new());
    for _ in 0..ROUNDS_MAX {
        let wanted: Vec<Key> = needs(action, &rows, &ctx).into_iter().filter(|key| asked.insert(key.clone())).collect();
        if wanted.is_empty() {
            break;
        }
        office.db.rows(&wanted).await.unwrap().into_iter().for_each(|row| rows.put(row));
    }
    decide(action, &rows, &ctx).map_or_else(|refusal| refusal.spoken().code, |_| "accepted".to_owned())
}

/// A place and what more lies in it: for a command about something that is not there says nothing about roles.
struct Things {
    place: Place,
    more: Vec<(&'static str, String)>,
}

impl Things {
    async fn of(place: &Place, office: Option<&Office>) -> Self {
        let [absence, request, remark, service, counter, mission] = [(); 6].map(|()| new_id());
        let mut more = vec![
            ("{absence}", absence.to_string()),
            ("{request}", request.to_string()),
            ("{remark}", remark.to_string()),
            ("{service}", service.to_string()),
            ("{counter}", counter.to_string()),
            ("{mission}", mission.to_string()),
        ];
        let (mut unit_rev, mut asked_rev, mut superior) = (1, 1, place.person);
        if let Some(office) = office {
            let person = Actor::Employee { employee: place.person };
            let (from, until) = (today() - Days::new(9), today() - Days::new(8));
            let (id, note) = (AbsenceId(absence), String::new());
            let add = AddAbsence { id, person: place.person, kind: AbsenceKind::Sick, from, until, note };
            accepted(office, person, Action::AddAbsence(add)).await;
            let (wanted, wanted_name, reason) = (None, "Bu Sri".to_owned(), "Saya pindah.".to_owned());
            let wish = RequestSuperior { id: SuperiorRequestId(request), wanted, wanted_name, reason };
            accepted(office, person, Action::RequestSuperior(wish)).await;
            let rows: Rows = row(office, Key::from(place.person)).await.into_iter().collect();
            superior = rows.employee(place.person).and_then(|one| one.superior).unwrap();
            let thanks = WriteRemark::plain(RemarkId(remark), place.entry, RemarkKind::Thanks, String::new());
            accepted(office, Actor::Employee { employee: superior }, Action::WriteRemark(thanks)).await;
            let id = ServiceId(service);
            let set = SetService { id, name: "Akta kelahiran".into(), unit: place.unit };
            accepted(office, Actor::Operator, Action::SetService(set)).await;
            let code = format!("L{}", &counter.simple().to_string().to_uppercase()[24..32]);
            let open = OpenCounter { id: CounterId(counter), code, name: "Loket 1".into(), service: id };
            accepted(office, Actor::Operator, Action::OpenCounter(open)).await;
            let (name, parent) = ("Pelayanan yang tuntas".to_owned(), None);
            let goal = SetGoal { id: GoalId(mission), name, parent, from: None, until: None, closed: false };
            accepted(office, Actor::Operator, Action::SetGoal(goal)).await;
            unit_rev = row(office, Key::from(place.unit)).await.map_or(0, |row| row.rev());
            asked_rev = row(office, Key::from(Asked::of(place.person))).await.map_or(0, |row| row.rev());
        }
        more.push(("{unit_rev}", unit_rev.to_string()));
        more.push(("{asked_rev}", asked_rev.to_string()));
        more.push(("{superior}", superior.to_string()));
        Self { place: place.clone(), more }
    }

    async fn fill(&self, line: &Line) -> String {
        let mut text = line.args.clone();
        for (name, value) in &self.more {
            text = text.replace(name, value);
        }
        self.place.fill(&text, line).await
    }
}

async fn row(office: &Office, key: Key) -> Option<Row> {
    office.db.row(key).await.unwrap()
}
