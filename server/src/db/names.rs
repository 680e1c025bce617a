//! Names, word by word, so that people are found without a scan: `name:[word, employee]`. Kept by the same transaction as the
//! people themselves.

use shared::change::{Change, Op};
use shared::employee::Employee;
use shared::row::Row;
use shared::sync::office::Batch;
use surrealdb::types::{Array, Object, RecordId, SurrealValue, Value, object};

use super::{Db, DbError, text, vars};

/// Names with a word in common that are looked through at first.
const FEW_NAMES: usize = 300;
/// And at most, where those are not enough: a city's people whose name is the most common one. The database reads the whole range either
/// way, so all of them are asked for at once.
const NAMES_MAX: usize = 20 * FEW_NAMES;

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
        let fits = |name: &StoredName| {
            let has = words(&name.name);
            wanted.iter().all(|word| has.iter().any(|known| known.starts_with(word.as_str())))
        };
        let mut found: Vec<String> = Vec::new();
        for limit in [FEW_NAMES, NAMES_MAX] {
            let names = self.names_of(longest, limit).await?;
            let full = names.len() == limit;
            for name in names.into_iter().filter(fits) {
                if found.len() < most && !found.contains(&name.employee) {
                    found.push(name.employee);
                }
            }
            if found.len() == most || !full {
                break;
            }
        }
        Ok(found)
    }

    /// The first names with a word that begins so, in the order of words.
    async fn names_of(&self, begins: &str, limit: usize) -> Result<Vec<StoredName>, DbError> {
        const QUERY: &str = "SELECT name, employee FROM name:[$from, '']..[$until, ''] LIMIT $limit";
        let until = format!("{begins}\u{10ffff}");
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let batch = vars([("from", text(begins)), ("until", text(until)), ("limit", limit.into_value())]);
        Ok(self.run(QUERY, batch).await?.take(0)?)
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

    /// So many people with the same first word, and one more with another second word who stands behind them all.
    async fn crowd(db: &Db, count: usize) -> String {
        let person = |number: usize| {
            let name = if number < count { "Muhammad Rizki" } else { "Muhammad Said" };
            let id = format!("00000000-0000-0000-0000-{number:012}");
            let row = object! { name: name.to_owned(), employee: id.clone() };
            let spot = |word: &str| RecordId::new("name", Array::from(vec![text(word), text(id.clone())]));
            Value::Object(object! { rid: spot("muhammad"), row: row })
        };
        let people = super::super::list((0..=count).map(person));
        db.run("FOR $one IN $people { CREATE $one.rid CONTENT $one.row }", vars([("people", people)])).await.unwrap();
        format!("00000000-0000-0000-0000-{count:012}")
    }

    #[tokio::test]
    async fn a_rare_second_word_is_found_behind_many_with_the_same_first() {
        let db = Db::open("mem://", "names").await.unwrap();
        let last = crowd(&db, FEW_NAMES * 2).await;
        assert_eq!(db.called("muhammad sai", 12).await.unwrap(), [last]);
        assert_eq!(db.called("muhammad", 12).await.unwrap().len(), 12);
        assert_eq!(db.called("muhammad x", 12).await.unwrap(), [""; 0]);
        let rizki = db.called("muhammad rizki", FEW_NAMES + 5).await.unwrap();
        assert_eq!(rizki.len(), FEW_NAMES + 5, "no gap and nobody twice where a page ends");
    }
}
