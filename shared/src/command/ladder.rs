//! The ladder of versions: a command of any shape ever shipped is brought up to the shape of this build, one step after the other.
//!
//! Steps work on JSON, because an older shape may not fit today's types. A field that only came to be, with a default, is no
//! new version; a field that changed its place, name or meaning is one.

use serde_json::Value;

use super::{Command, VERSION};

/// From one version to the next one. None: it is no command of that version.
pub type Step = fn(Value) -> Option<Value>;

/// One step for each version before [`VERSION`]; the first leads from 1 to 2. Who raises `VERSION` without a step cannot compile.
const STEPS: [Step; VERSION as usize - 1] = [];

/// Steps from the oldest version that is still understood to the one that this build writes.
#[derive(Clone, Copy, Debug)]
pub struct Ladder {
    oldest: u16,
    steps: &'static [Step],
}

impl Ladder {
    /// Every version ever shipped.
    pub const SHIPPED: Self = Self { oldest: 1, steps: &STEPS };

    /// Another ladder, for a world in which other versions were shipped. Its last step must lead to [`VERSION`].
    #[cfg(any(test, feature = "sim"))]
    pub(crate) const fn with(oldest: u16, steps: &'static [Step]) -> Self {
        Self { oldest, steps }
    }

    /// The command as this build means it; none when a newer build wrote it, or when it is no command.
    #[must_use]
    pub fn climb(self, payload: Value) -> Option<Command> {
        let version = match payload.get("v") {
            None => 1,
            Some(version) => u16::try_from(version.as_u64()?).ok()?,
        };
        let climbed = usize::from(version.checked_sub(self.oldest)?);
        let mut payload = payload;
        for step in self.steps.get(climbed..)? {
            payload = step(payload)?;
        }
        payload.as_object_mut()?.insert("v".to_owned(), VERSION.into());
        serde_json::from_value(payload).ok()
    }
}

#[cfg(test)]
mod tests {
    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    use super::*;
    use crate::command::Action;

    /// What was called `seen` is called `see`.
    fn renamed(mut payload: Value) -> Option<Value> {
        let action = payload.get_mut("action")?.as_object_mut()?;
        let content = action.remove("entry.seen")?;
        action.insert("entry.see".to_owned(), content);
        Some(payload)
    }

    /// The version that was seen was not told.
    fn based(mut payload: Value) -> Option<Value> {
        payload.get_mut("action")?.get_mut("entry.seen")?.as_object_mut()?.insert("base".to_owned(), 1.into());
        Some(payload)
    }

    fn command(v: i64, action: &str) -> Value {
        let id = "00000000-0000-0000-0000-000000000007";
        let text = format!(
            r#"{{"id":"{id}","device":"{id}","seq":3,"v":{v},"made_at":"2026-07-14T03:00:00Z","action":{action}}}"#
        );
        serde_json::from_str(&text).unwrap()
    }

    #[test]
    fn each_version_climbs_from_its_own_step_and_a_later_one_not_at_all() {
        const ENTRY: &str = r#""entry":"00000000-0000-0000-0000-000000000008""#;
        let ladder = Ladder::with(4, &[based, renamed]);
        let shapes = [
            (4, format!(r#"{{"entry.seen":{{{ENTRY}}}}}"#)),
            (5, format!(r#"{{"entry.seen":{{{ENTRY},"base":1}}}}"#)),
            (6, format!(r#"{{"entry.see":{{{ENTRY},"base":1}}}}"#)),
        ];
        for (v, action) in &shapes {
            let command = ladder.climb(command(*v, action)).unwrap();
            assert_eq!((command.v, command.seq), (VERSION, 3));
            assert!(matches!(command.action, Action::SeeEntry(see) if see.base == 1), "version {v}");
        }
        for v in [3, 5, 7, -1, 70_000] {
            assert_eq!(ladder.climb(command(v, &shapes[0].1)), None, "version {v} of another shape, or of none");
        }
        assert_eq!(ladder.climb(command(7, &shapes[2].1)), None, "a newer build wrote it");
    }
}
