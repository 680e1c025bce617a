//! What travels between devices and server nodes.

use serde_json::Value;

use super::photo::Carried;
use crate::sync::line::Fault;
use crate::sync::parcel::Heard;
use crate::sync::talk::{Pull, Pulled, Push, Pushed};

/// What a device asks.
#[derive(Clone, Debug)]
pub(super) enum Request {
    Push(Push<Value>),
    Pull(Pull),
    /// A decision that is made online.
    Ask(Value),
    /// How much is there of a photo, or a slice of it.
    Photo(Carried),
}

/// What the server answers.
#[derive(Clone, Debug)]
pub(super) enum Reply {
    Pushed(Result<Pushed, Fault>),
    Pulled(Box<Result<Pulled, Fault>>),
    Asked,
    Photo(Heard),
}

/// What travels.
#[derive(Clone, Debug)]
pub(super) enum Body {
    Up(Request),
    /// With the last commit that the server's look could see.
    Down(Reply, u64),
    /// The bell.
    Hint,
}

/// A message under way.
#[derive(Clone, Debug)]
pub(super) struct Message {
    pub(super) due_ms: u64,
    pub(super) device: usize,
    pub(super) flight: u64,
    pub(super) body: Body,
}

/// What a message is called in a replay.
pub(super) fn name(body: &Body) -> String {
    match body {
        Body::Up(Request::Push(push)) => format!("push of {} as {}", push.commands.len(), push.device),
        Body::Up(Request::Pull(pull)) => format!("{:?}", pull.question),
        Body::Up(Request::Photo(asked)) => format!("{asked:?}"),
        Body::Up(Request::Ask(payload)) => format!("asks {}", payload["action"]),
        Body::Down(reply, seen_at) => format!("at commit {seen_at}: {reply:?}"),
        Body::Hint => "a bell".to_owned(),
    }
}
