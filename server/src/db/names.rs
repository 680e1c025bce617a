//! Names, word by word, so that people are found without a scan: `name:[word, employee]`. Kept by the same transaction as the
//! people themselves.

use shared::change::{Change, Op};
use shared::employee::Employee;
use shared::row::Row;
use shared::sync::office::Batch;
use surrealdb::types::{Array, Object, RecordId, SurrealValue, Value, object};

use super::{Db, DbError, text, vars};

/// Names with a word in common that are looked through at most.
const NAMES_MAX: i64 = 300;

/// The words of a name as they are compared: small letters and digits, titles with the rest.
pub(super) fn words(name: &str) -> Vec<String> {
    let bare = |word: &str| word.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    let mut words: Vec<String> = name.split_whitespace().map(bare).filter(|word: &String| !word.is_empty()).collect();
    words.sort_unstable();
    words.dedup();
    words
}

fn spot(word: String, employee: &Employee) -> RecordId {
    let key = Array::from(vec![text(word), text(employee.id.to_string())]);
    RecordId::new("name", key)
}

fn employee(row: &Row) -> Option<&Employee> {
    if let Row::Employee(employee) = row { Some(employee) } else { None }
}

/// Records for the people whom these changes put.
pub(super) fn puts(changes: &[Change]) -> Vec<Value> {
    spots(changes).into_iter().map(|(rid, row)| Value::Object(object! { rid: rid, row: row })).collect()
}

/// The same, each with its place.
pub(super) fn spots(changes: &[Change]) -> Vec<(RecordId, Object)> {
    let put = changes.iter().filter_map(|change| if let Op::Put { row } = &change.op { employee(row) } else { None });
    let of = |employee: &Employee| {
        let row = object! { name: employee.name.clone(), employee: employee.id.to_string() };
        words(&employee.name).into_iter().map(|word| (spot(word, employee), row.clone())).collect::<Vec<_>>()
    };
    put.flat_map(of).collect()
}

/// Records of words that are no longer somebody's.
pub(super) fn drops<P>(batch: &Batch<P>) -> Vec<Value> {
    let mut gone = Vec::new();
    for change in &batch.changes {
        let (key, now) = match &change.op {
            Op::Put { row } => (row.key(), employee(row)),
            Op::Drop { key } => (Some(key.clone()), None),
        };
        let Some(before) = key.and_then(|key| batch.before.get(&key)).and_then(employee) else { continue };
        let kept = now.map(|now| words(&now.name)).unwrap_or_default();
        let left = words(&before.name).into_iter().filter(|word| !kept.contains(word));
        gone.extend(left.map(|word| Value::RecordId(spot(word, before))));
    }
    gone
}

#[derive(Debug, SurrealValue)]
struct StoredName {
    name: String,
    employee: String,
}

impl Db {
    /// Ids of people in whose name every one of these words begins a word; at most `most`.
    ///
    /// # Errors
    /// The database is out of reach.
    pub async fn called(&self, typed: &str, most: usize) -> Result<Vec<String>, DbError> {
        let wanted = words(typed);
        let Some(longest) = wanted.iter().max_by_key(|word| word.chars().count()) else { return Ok(Vec::new()) };
        const QUERY: &str = "SELECT name, employee FROM name:[$from, '']..[$until, ''] LIMIT $most";
        let until = format!("{longest}\u{10ffff}");
        let batch = vars([("from", text(longest)), ("until", text(until)), ("most", NAMES_MAX.into_value())]);
        let names: Vec<StoredName> = self.run(QUERY, batch).await?.take(0)?;
        let fits = |name: &StoredName| {
            let has = words(&name.name);
            wanted.iter().all(|word| has.iter().any(|known| known.starts_with(word.as_str())))
        };
        let mut found: Vec<String> = names.into_iter().filter(fits).map(|name| name.employee).collect();
        let mut seen = std::collections::BTreeSet::new();
        found.retain(|id| seen.insert(id.clone()));
        found.truncate(most);
        Ok(found)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_compared_by_their_words() {
        assert_eq!(words("Dra. Hj. Nurhayati  SIREGAR, M.Si."), ["dra", "hj", "msi", "nurhayati", "siregar"]);
        assert_eq!(words("I Gusti I Gusti - "), ["gusti", "i"]);
    }
}
