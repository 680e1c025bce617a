//! A witness writes down what is asked of the database, and asks the database how it would go about it. For tests and
//! measurements: a server that serves people has none.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use serde_json::Value as Json;
use surrealdb::types::{Value, Variables};

use super::{Db, DbError};

/// Texts that were asked, each with what was bound to it the last time.
#[derive(Debug, Default)]
pub struct Witness(Mutex<BTreeMap<String, (Variables, u64)>>);

/// One text that was asked.
#[derive(Clone, Debug)]
pub struct Asked {
    /// The text.
    pub text: String,
    /// How often.
    pub times: u64,
    vars: Variables,
}

/// How the database reads for one SELECT.
#[derive(Clone, Debug)]
pub struct Reading {
    /// The SELECT, as it stands in the text.
    pub select: String,
    /// Operators that fetch rows, each with where it fetches them from.
    pub sources: Vec<(String, String)>,
    /// Rows fetched; none if it was not carried out, because the text gives a name its value only on the way.
    pub rows: Option<u64>,
}

impl Witness {
    pub(super) fn note(&self, text: &str, vars: &Variables) {
        let mut asked = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let times = asked.get(text).map_or(0, |(_, times)| *times);
        asked.insert(text.to_owned(), (vars.clone(), times + 1));
    }

    /// What was asked since the last time, the texts in their alphabetical order.
    #[must_use]
    pub fn take(&self) -> Vec<Asked> {
        let asked = std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner));
        asked.into_iter().map(|(text, (vars, times))| Asked { text, times, vars }).collect()
    }
}

impl Db {
    /// The same database before a witness.
    #[must_use]
    pub fn witnessed(self) -> (Self, Arc<Witness>) {
        let witness = Arc::new(Witness::default());
        (Self { witness: Some(witness.clone()), ..self }, witness)
    }

    /// How the database reads for each SELECT of a text. Nothing is written: those that could be carried out by themselves are, of
    /// the others the plan is told.
    ///
    /// # Errors
    /// The database is out of reach.
    pub async fn readings(&self, asked: &Asked) -> Result<Vec<Reading>, DbError> {
        let mut readings = Vec::new();
        for select in selects(&asked.text) {
            let known = names(select).all(|name| asked.vars.iter().any(|(bound, _)| bound == name));
            let analyze = if known && !select.contains("FOR UPDATE") { "ANALYZE " } else { "" };
            let question = format!("EXPLAIN {analyze}FORMAT JSON {select}");
            let plan: Option<Value> = self.ask(question.into(), asked.vars.clone()).await?.take(0)?;
            let plan = plan.map_or(Json::Null, Value::into_json_value);
            let mut reading = Reading { select: select.to_owned(), sources: Vec::new(), rows: None };
            walk(&plan, &mut reading);
            if analyze.is_empty() {
                reading.rows = None;
            }
            readings.push(reading);
        }
        Ok(readings)
    }
}

/// Every operator of a plan that fetches rows. What is above them only passes rows on.
fn walk(plan: &Json, reading: &mut Reading) {
    match plan {
        Json::Array(parts) => parts.iter().for_each(|part| walk(part, reading)),
        Json::Object(parts) => {
            if let Some(operator) =
                plan["operator"].as_str().filter(|name| name.ends_with("Scan") || name.starts_with("Source"))
            {
                let from = plan["attributes"].as_object().into_iter().flatten();
                let from =
                    from.filter(|(name, _)| ["record_id", "table", "source", "index", "expr"].contains(&name.as_str()));
                let from: Vec<&str> = from.filter_map(|(_, value)| value.as_str()).collect();
                reading.sources.push((operator.to_owned(), from.join(" ")));
                let rows = plan["metrics"]["output_rows"].as_u64().unwrap_or(0);
                reading.rows = Some(reading.rows.unwrap_or(0) + rows);
            }
            parts.values().for_each(|part| walk(part, reading));
        }
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::String(_) => {}
    }
}

/// Every SELECT of a text, to the end of its statement or of its brackets.
fn selects(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    for (at, word) in text.match_indices("SELECT") {
        let rest = &text[at..];
        let (mut depth, mut end) = (0_i32, rest.len());
        for (place, letter) in rest.char_indices().skip(word.len()) {
            match letter {
                '(' | '[' | '{' => depth += 1,
                ')' | ']' | '}' if depth == 0 => end = place,
                ')' | ']' | '}' => depth -= 1,
                ';' if depth == 0 => end = place,
                _ => {}
            }
            if end != rest.len() {
                break;
            }
        }
        found.push(rest[..end].trim());
    }
    found
}

/// Names of variables in a text.
fn names(text: &str) -> impl Iterator<Item = &str> {
    text.split('$')
        .skip(1)
        .map(|part| part.split(|letter: char| letter != '_' && !letter.is_alphanumeric()).next().unwrap_or(""))
}

#[cfg(test)]
mod tests {
    use surrealdb::types::SurrealValue;

    use super::*;

    #[test]
    fn selects_are_found_where_they_stand() {
        let text = "BEGIN; LET $n = (SELECT VALUE seq FROM ONLY $rid) ?? 0; SELECT id[1] FROM change:[$scope, 0]..[$scope, '~'] LIMIT $n; COMMIT;";
        assert_eq!(
            selects(text),
            ["SELECT VALUE seq FROM ONLY $rid", "SELECT id[1] FROM change:[$scope, 0]..[$scope, '~'] LIMIT $n"]
        );
        assert_eq!(names(selects(text)[1]).collect::<Vec<_>>(), ["scope", "scope", "n"]);
    }

    #[tokio::test]
    async fn a_scan_of_a_table_is_told_apart_from_a_range() {
        let (db, witness) = Db::open("mem://", "witness").await.unwrap().witnessed();
        for id in 1..=5 {
            db.run(format!("CREATE note:[7, {id}] SET n = {id}"), Variables::new()).await.unwrap();
        }
        assert_eq!(witness.take().len(), 5);
        let vars = super::super::vars([
            ("from", 2_i64.into_value()),
            ("rid", Value::RecordId(super::super::record("note", "epoch"))),
        ]);
        for text in
            ["SELECT n FROM note WHERE n = 3", "SELECT n FROM note:[7, $from]..[7, 5]", "SELECT * FROM ONLY $rid"]
        {
            db.run(text, vars.clone()).await.unwrap();
        }
        let mut told = Vec::new();
        for asked in witness.take() {
            for reading in db.readings(&asked).await.unwrap() {
                told.push((reading.select, reading.sources[0].0.clone(), reading.rows));
            }
        }
        let told: Vec<_> =
            told.iter().map(|(select, operator, rows)| (select.as_str(), operator.as_str(), *rows)).collect();
        assert_eq!(
            told,
            [
                ("SELECT * FROM ONLY $rid", "RecordIdScan", Some(1)),
                ("SELECT n FROM note WHERE n = 3", "TableScan", Some(1)),
                ("SELECT n FROM note:[7, $from]..[7, 5]", "RecordIdScan", Some(3)),
            ]
        );
    }
}
