//! Reading a command as it came: its identity first, and then, if this build can, what it says.

use serde_json::Value;

use super::Arrived;
use crate::command::Command;
use crate::command::ladder::Ladder;
use crate::ids::DeviceId;

/// A command as it came from this sender; none if not even its identity can be read. What cannot be understood is kept all the
/// same. A sealed one lies there as text, and its place beside it.
#[must_use]
pub fn arrive(ladder: Ladder, payload: Value, sender: DeviceId) -> Option<Arrived<Value>> {
    let id = payload.get("id")?.as_str()?.parse().ok()?;
    let device = payload.get("device").and_then(Value::as_str).and_then(|device| device.parse().ok()).unwrap_or(sender);
    let seq = payload.get("seq").and_then(Value::as_u64).unwrap_or(0);
    let read = match payload.get("sealed").and_then(Value::as_str) {
        Some(text) => serde_json::from_str(text).ok(),
        None => Some(payload.clone()),
    };
    let command = read.and_then(|read| ladder.climb(read)).filter(|command| command.id == id);
    let command = command.map(|command| Command { device, seq, ..command });
    Some(Arrived { id, device, seq, command, payload })
}
