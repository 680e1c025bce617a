//! Builds side by side: what an older one does not know, and what it says in other words. All of it happens to the JSON under way,
//! so that the readers of the product do what they do in the world.
//!
//! The versions are made up: a command of version 0 never existed, and remarks were there from the beginning.

use serde_json::{Map, Value};

use crate::command::Command;
use crate::command::ladder::{Ladder, Step};
use crate::row::Row;
use crate::scope::Scope;
use crate::sync::phone::Waiting;
use crate::sync::talk::{Pulled, Push, SHAPE, ScopeNews, Told};

/// Every version that this world has shipped: one more than the product.
pub(super) const LADDER: Ladder = Ladder::with(0, &[gather as Step]);

/// The kind of row, and the commands about it, that came with the current build.
const NEW_KIND: &str = "remark";
/// A field that came with the current build.
const NEW_FIELD: &str = "seen_at";
/// Fields of a push that came with protocol 2.
const NEW_TALK: [&str; 3] = ["build", "owner", "epoch"];

/// A build of the app or of a server node, the oldest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Build {
    /// Pushes in protocol 1 and writes commands in version 0; knows no more than the one after it.
    First,
    /// Knows neither remarks nor when an entry was seen; as a node, tells no sums.
    Previous,
    /// The one at hand.
    Current,
}

impl Build {
    /// How the app names itself.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::First => "b0",
            Self::Previous => "b1",
            Self::Current => "b2",
        }
    }

    /// The one that comes after it.
    pub(super) const fn next(self) -> Self {
        match self {
            Self::First => Self::Previous,
            Self::Previous | Self::Current => Self::Current,
        }
    }

    /// Does this build know everything?
    pub(super) fn is_older(self) -> bool {
        self < Self::Current
    }

    /// A command as this build writes it down.
    pub(super) fn writes(self, command: &Command) -> Value {
        let mut value = serde_json::to_value(command).unwrap_or_default();
        if self == Self::First {
            value["v"] = 0.into();
            each_record(&mut value["action"], &|record| {
                if let Some(Value::Object(content)) = record.remove("content") {
                    record.extend(content);
                }
            });
        }
        value
    }

    /// A push as this build sends it and any office reads it.
    pub(super) fn sends(self, push: Push<Waiting>) -> Option<Push<Value>> {
        let commands: Vec<Value> = push.commands.iter().map(|waiting| self.queued(waiting)).collect();
        let mut value = serde_json::to_value(&Push { commands, ..emptied(push) }).ok()?;
        if self == Self::First {
            value["protocol"] = 1.into();
            let fields = value.as_object_mut()?;
            NEW_TALK.iter().for_each(|name| drop(fields.remove(*name)));
        }
        serde_json::from_value(value).ok()
    }

    fn queued(self, waiting: &Waiting) -> Value {
        match waiting {
            Waiting::Read(command) => self.writes(command),
            Waiting::Sealed(_) => serde_json::to_value(waiting).unwrap_or_default(),
        }
    }

    /// An answer as a phone or a node of this build takes it in or gives it.
    pub(super) fn reads(self, pulled: Pulled) -> Pulled {
        if !self.is_older() {
            return pulled;
        }
        let read = serde_json::to_value(&pulled).ok().and_then(|mut value| {
            forget(&mut value);
            serde_json::from_value(value).ok()
        });
        // To an app of its own time every node that came later knows enough.
        Pulled { shape: SHAPE, ..read.unwrap_or(pulled) }
    }

    /// An answer as a node of this build gives it.
    pub(super) fn answers(self, pulled: Pulled) -> Pulled {
        if !self.is_older() {
            return pulled;
        }
        let mut pulled = Pulled { shape: SHAPE - 1, ..self.reads(pulled) };
        if let Told::News(news) = &mut pulled.told {
            for news in &mut news.scopes {
                if let ScopeNews::Delta { checksum, .. } = news {
                    *checksum = None;
                }
            }
        }
        pulled
    }

    /// A row as this build holds it; none when it does not know the kind.
    pub(super) fn holds(self, row: &Row) -> Option<Row> {
        if !self.is_older() {
            return Some(row.clone());
        }
        let mut value = serde_json::to_value(row).ok()?;
        forget(&mut value);
        serde_json::from_value(value).ok().filter(|row| *row != Row::Unknown)
    }

    /// Does a node of this build understand the command?
    pub(super) fn understands(self, payload: &Value) -> bool {
        let action = payload.get("action").and_then(Value::as_object);
        let new = |action: &Map<String, Value>| action.keys().any(|name| name.starts_with(NEW_KIND));
        !(self.is_older() && action.is_some_and(new))
    }
}

fn emptied(push: Push<Waiting>) -> Push<Value> {
    let Push { protocol, build, owner, device, epoch, commands: _ } = push;
    Push { protocol, build, owner, device, epoch, commands: Vec::new() }
}

/// Does this to every `entry.record`, alone or in a group.
fn each_record(action: &mut Value, change: &impl Fn(&mut Map<String, Value>)) {
    if let Some(record) = action.get_mut("entry.record").and_then(Value::as_object_mut) {
        change(record);
    }
    if let Some(actions) = action.pointer_mut("/together/actions").and_then(Value::as_array_mut) {
        actions.iter_mut().for_each(|action| each_record(action, change));
    }
}

/// From version 0 to 1: what an entry says stands in its content.
fn gather(mut payload: Value) -> Option<Value> {
    each_record(payload.get_mut("action")?, &|record| {
        let id = record.remove("id").unwrap_or_default();
        let content = std::mem::take(record);
        record.insert("id".to_owned(), id);
        record.insert("content".to_owned(), Value::Object(content));
    });
    Some(payload)
}

/// What an older build does not know is under another name for it: the new kind, and the new field.
fn forget(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            fields.remove(NEW_FIELD);
            if let Some(row) = fields.remove(NEW_KIND) {
                fields.insert("a kind of later".to_owned(), row);
            }
            fields.values_mut().for_each(forget);
        }
        Value::Array(values) => values.iter_mut().for_each(forget),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// Scopes of an answer in which there are rows of unknown kinds.
pub(super) fn strange(pulled: &Pulled) -> Vec<Scope> {
    match &pulled.told {
        Told::Whole { scope, rows, .. } => rows.contains(&Row::Unknown).then_some(*scope).into_iter().collect(),
        Told::News(news) => news.scopes.iter().filter_map(strange_news).collect(),
        Told::Revoked { .. } | Told::Restored => Vec::new(),
    }
}

fn strange_news(news: &ScopeNews) -> Option<Scope> {
    let ScopeNews::Delta { scope, changes, .. } = news else { return None };
    let unknown = crate::change::Op::Put { row: Row::Unknown };
    changes.iter().any(|change| change.op == unknown).then_some(*scope)
}
