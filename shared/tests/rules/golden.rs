//! What other machines remember keeps its shape: commands in queues, rows on phones and in the database, messages under way.
//!
//! Each line of a golden file was written by some build that was shipped. All lines must be read, and nothing that a line says
//! may be lost or altered by reading it. The last line of each name is what this build writes. So a field that is added, with a
//! default, adds a line; a field that is renamed, dropped or made compulsory fails.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use teladan_shared::change::Op;
use teladan_shared::command::ladder::Ladder;
use teladan_shared::command::{Command, VERSION};
use teladan_shared::row::Row;
use teladan_shared::sync::office::arrive;
use teladan_shared::sync::phone::{Sealed, Waiting};
use teladan_shared::sync::talk::{Pull, Pulled, Push, Pushed, Question, SHAPE, ScopeNews, Stop, Told};
use teladan_shared::sync::wire::{BoardReply, LiveChange, LiveHead, Me, PullReply, PullRequest, Verdict};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

/// One command of every kind in each version. Somewhere a phone still has them in its queue.
const COMMANDS: [&str; VERSION as usize] = [include_str!("../golden/commands-v1.jsonl")];
/// Every kind of row: with nothing but what must be there, and in full.
const ROWS: &str = include_str!("../golden/rows.jsonl");
/// Every message, from protocol 1 on.
const TALK: &str = include_str!("../golden/talk.jsonl");

/// Everything that `old` says stands in `new`. What is absent in `old` may be anything.
fn stands(old: &Value, new: &Value) -> bool {
    match (old, new) {
        (Value::Object(old), Value::Object(new)) => {
            old.iter().all(|(name, value)| value.is_null() || new.get(name).is_some_and(|new| stands(value, new)))
        }
        (Value::Array(old), Value::Array(new)) => {
            old.len() == new.len() && old.iter().zip(new).all(|(old, new)| stands(old, new))
        }
        _ => old == new,
    }
}

/// Reads the lines, each with its name and content, and tells the names. `again` reads and writes one.
fn keep(text: &str, again: impl Fn(&str, &Value, &Value) -> (String, Value)) -> Vec<String> {
    let mut last: Vec<(String, Value, Value)> = Vec::new();
    for line in text.lines() {
        let whole: Value = serde_json::from_str(line).unwrap();
        let (name, content) = whole.as_object().unwrap().iter().next().unwrap();
        let (name, written) = again(name, content, &whole);
        assert!(stands(content, &written), "lost or altered:\n{line}\n{written}");
        last.retain(|(known, ..)| *known != name);
        last.push((name, content.clone(), written));
    }
    for (name, content, written) in &last {
        assert_eq!(content, written, "{name} is written in another shape: add a line for it");
    }
    last.into_iter().map(|(name, ..)| name).collect()
}

fn sorted(mut names: Vec<String>) -> Vec<String> {
    names.sort();
    names.dedup();
    names
}

/// The names of all kinds; who adds a kind adds a line.
fn kind(row: &Row) -> &'static str {
    match row {
        Row::Unit(_) => "unit",
        Row::Employee(_) => "employee",
        Row::Account(_) => "account",
        Row::Draft(_) => "draft",
        Row::Templates(_) => "templates",
        Row::Plan(_) => "plan",
        Row::Terms(_) => "terms",
        Row::Expectation(_) => "expectation",
        Row::Goal(_) => "goal",
        Row::Entry(_) => "entry",
        Row::Remark(_) => "remark",
        Row::Service(_) => "service",
        Row::Counter(_) => "counter",
        Row::Response(_) => "response",
        Row::Claim(_) => "claim",
        Row::Absences(_) => "absences",
        Row::Asked(_) => "asked",
        Row::Admin(_) => "admin",
        Row::Career(_) => "career",
        Row::Opened(_) => "opened",
        Row::Dialogue(_) => "dialogue",
        Row::Team(_) => "team",
        Row::Echo(_) => "echo",
        Row::Unknown => "unknown",
    }
}

#[test]
fn every_row_ever_written_can_still_be_read() {
    let names = keep(ROWS, |name, _, whole| {
        let row: Row = serde_json::from_value(whole.clone()).map_err(|error| format!("{error}: {whole}")).unwrap();
        assert_eq!(kind(&row), name, "a kind that is no longer known");
        (name.to_owned(), serde_json::to_value(&row).unwrap()[name].clone())
    });
    assert_eq!(names.len(), 23, "one of each kind: {names:?}");
    assert_eq!(ROWS.lines().count(), usize::from(SHAPE), "phones are told by this number that there are new rows");
}

/// Without any one field a row is either read with a default, or it was never written without it.
#[test]
fn what_a_row_may_lack_it_may_lack_for_ever() {
    let lines: Vec<Value> = ROWS.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    for full in &lines {
        let (name, content) = full.as_object().unwrap().iter().next().unwrap();
        let lean = lines.iter().find_map(|line| line.get(name)).unwrap();
        for field in content.as_object().unwrap().keys().filter(|field| lean.get(field).is_none()) {
            let mut without = full.clone();
            without[name].as_object_mut().unwrap().remove(field);
            assert!(serde_json::from_value::<Row>(without).is_ok(), "{name} without {field}");
        }
    }
}

#[test]
fn every_command_ever_shipped_can_still_be_taken() {
    for (version, text) in (1_u16..).zip(COMMANDS) {
        for line in text.lines() {
            let payload: Value = serde_json::from_str(line).unwrap();
            assert_eq!(payload["v"], version, "{line}");
            let command = Ladder::SHIPPED.climb(payload);
            let command = command.ok_or_else(|| format!("no longer understood: {line}")).unwrap();
            assert_eq!(command.v, VERSION);
            if version == VERSION {
                assert_eq!(serde_json::to_string(&command).unwrap(), line, "written as it was read");
            }
        }
        assert_eq!(text.lines().count(), 72, "one of each kind, and those that have learned a field");
    }
}

#[test]
fn a_command_without_a_version_is_of_the_first_and_one_of_the_future_is_not_understood() {
    let line = COMMANDS[0].lines().next().unwrap();
    let climb = |text: &str| Ladder::SHIPPED.climb(serde_json::from_str(text).unwrap());
    assert!(climb(&line.replace(r#""v":1,"#, "")).is_some());
    assert_eq!(climb(&line.replace(r#""v":1,"#, &format!(r#""v":{},"#, VERSION + 1))), None);
    let typed: Command = serde_json::from_str(&line.replace(r#""v":1,"#, "")).unwrap();
    assert_eq!(typed.v, 1);
}

fn again<T: DeserializeOwned + Serialize>(content: &Value) -> (T, Value) {
    let read: T = serde_json::from_value(content.clone()).map_err(|error| format!("{error}: {content}")).unwrap();
    let written = serde_json::to_value(&read).unwrap();
    (read, written)
}

/// A push as the office reads it, command by command, and as a phone writes it.
fn push(content: &Value) -> Value {
    let (push, _): (Push<Value>, Value) = again(content);
    let commands = push.commands.iter().map(|payload| {
        let arrived = arrive(Ladder::SHIPPED, payload.clone(), push.device).unwrap();
        assert_eq!((arrived.device, arrived.payload), (push.device, payload.clone()));
        let sealed: Option<Sealed> = serde_json::from_value(payload.clone()).ok();
        // What a later build has sealed is kept without being understood.
        assert_eq!(arrived.command.is_none(), sealed.is_some());
        sealed.map_or_else(|| Waiting::Read(arrived.command.unwrap()), Waiting::Sealed)
    });
    let Push { protocol, build, owner, device, epoch, .. } = push.clone();
    let push = Push { protocol, build, owner, device, epoch, commands: commands.collect::<Vec<_>>() };
    serde_json::to_value(&push).unwrap()
}

fn stop(pushed: &Pushed) -> &'static str {
    match pushed.stop {
        None => "none",
        Some(Stop::Fork { .. }) => "fork",
        Some(Stop::Gap { .. }) => "gap",
        Some(Stop::Restored) => "restored",
    }
}

fn question(pull: &Pull) -> &'static str {
    match &pull.question {
        Question::Whole { mark: None, .. } => "whole",
        Question::Whole { mark: Some(_), .. } => "whole from a mark",
        Question::News { upto: None, .. } => "news",
        Question::News { upto: Some(_), .. } => "news up to a moment",
    }
}

fn told(pulled: &Pulled) -> &'static str {
    match &pulled.told {
        Told::Whole { .. } => "whole",
        Told::News(_) => "news",
        Told::Revoked { .. } => "revoked",
        Told::Restored => "restored",
    }
}

#[test]
fn every_message_ever_sent_can_still_be_read() {
    let names = keep(TALK, |name, content, _| match name {
        "push" => (name.to_owned(), push(content)),
        "pushed" => {
            let (read, written) = again(content);
            (format!("{name}: {}", stop(&read)), written)
        }
        "pull" => {
            let (read, written) = again(content);
            (format!("{name}: {}", question(&read)), written)
        }
        "pulled" => {
            let (read, written) = again(content);
            (format!("{name}: {}", told(&read)), written)
        }
        "pull_request" => (name.to_owned(), again::<PullRequest>(content).1),
        "pull_reply" => (name.to_owned(), again::<PullReply>(content).1),
        "me" => (name.to_owned(), again::<Me>(content).1),
        "board" => (name.to_owned(), again::<BoardReply>(content).1),
        "change" => (name.to_owned(), again::<LiveChange>(content).1),
        "head" => (name.to_owned(), again::<LiveHead>(content).1),
        // Nothing stands in this, so the line is reported.
        _ => (name.to_owned(), Value::Null),
    });
    let wanted = [
        "board",
        "change",
        "head",
        "me",
        "pull: news",
        "pull: news up to a moment",
        "pull: whole",
        "pull: whole from a mark",
        "pull_reply",
        "pull_request",
        "pulled: news",
        "pulled: restored",
        "pulled: revoked",
        "pulled: whole",
        "push",
        "pushed: fork",
        "pushed: gap",
        "pushed: none",
        "pushed: restored",
    ];
    assert_eq!(sorted(names), wanted);
}

/// What lies within messages: each kind of news, of change and of verdict is in some line.
#[test]
fn the_messages_hold_every_kind_of_news_change_and_verdict() {
    let mut names = Vec::new();
    for line in TALK.lines() {
        let whole: Value = serde_json::from_str(line).unwrap();
        let Some(content) = whole.get("pulled") else { continue };
        let (Pulled { told: Told::News(news), .. }, _) = again(content) else { continue };
        for scope in &news.scopes {
            match scope {
                ScopeNews::Delta { changes, .. } => {
                    names.push("delta");
                    names.extend(changes.iter().map(|change| match change.op {
                        Op::Put { .. } => "put",
                        Op::Drop { .. } => "drop",
                    }));
                }
                ScopeNews::Reset { .. } => names.push("reset"),
                ScopeNews::Revoked { .. } => names.push("revoked"),
            }
        }
        names.extend(news.answers.iter().map(|answer| match answer.verdict {
            Verdict::Accepted => "accepted",
            Verdict::Rejected { .. } => "rejected",
        }));
    }
    names.sort_unstable();
    assert_eq!(names, ["accepted", "delta", "drop", "put", "rejected", "reset", "revoked"]);
}
