//! Carrying an import out: the only place of this room that writes, and it writes by commands.
//!
//! Units first, parents before children; then people, superiors before their people, with their accounts right behind;
//! then the heads of units, then passwords. Cut off anywhere, the same file again completes it.

use std::collections::HashMap;

use shared::account::OpenAccount;
use shared::actor::Actor;
use shared::command::Action;
use shared::ids::UnitId;
use shared::nip::Nip;
use shared::unit::SetUnit;
use shared::words::Spoken;
use shared::zone::Zone;
use tokio::sync::mpsc;
use uuid::Uuid;

use crate::auth::new_token;
use crate::clock;
use crate::db::DbError;
use crate::db::gift::Gift;
use crate::office::Office;

use super::check::{Checked, check};
use super::hand::{Hand, Stop};
use super::known::Known;
use super::load;
use super::passwords::{self, Initial};
use super::plan::{Ids, Plan, Step};
pub use super::report::{Outcome, Report};
use super::table::{self, FileError};

/// Passwords in the making; the pool hashes a few of them at the same time.
const PASSWORDS_AT_ONCE: usize = 8;
/// Under which name the installation keeps the secret behind [`Ids`]: among the secrets, outside the domain's log.
const SECRET: &str = "import-ids";
/// Under which name the operator's import gives passwords.
const GIVER: &str = "operator";

/// How to import.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Only look, write nothing.
    pub dry_run: bool,
    /// Leave rows with problems out instead of writing nothing.
    pub skip_bad: bool,
    /// Give an initial password to every account in the file that has none.
    pub passwords: bool,
    /// Time zone of new units at the top; units below live in their parent's.
    pub zone: Zone,
}

/// Why there is no import and no report. Nothing was written then.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// The file is no staff list.
    #[error("{} ({})", .0.spoken().id, .0.spoken().en)]
    File(#[from] FileError),
    /// The database is out of reach.
    #[error(transparent)]
    Db(#[from] DbError),
    /// No randomness.
    #[error("no randomness: {0}")]
    Random(getrandom::Error),
}

impl From<getrandom::Error> for ImportError {
    fn from(error: getrandom::Error) -> Self {
        Self::Random(error)
    }
}

/// Imports a staff list. `name` is only used to speak of the file.
///
/// # Errors
/// See [`ImportError`]. Two things are no error but an outcome in the report: rows with problems, and a stop on the way,
/// because passwords may have been given out by then.
pub async fn run(office: &Office, name: &str, bytes: &[u8], options: Options) -> Result<Report, ImportError> {
    let rows = table::read(name, bytes)?;
    let ids = ids(office, options.dry_run).await?;
    let known = load::known(&office.db, &rows, &ids).await?;
    let checked = check(&rows, &known);
    let plan = Plan::make(&checked.good, &known, options.zone, &ids, || UnitId(Uuid::now_v7()));
    let members = load::members(&office.db, &plan.neighbourhood(&known)).await?;
    let heads = plan.heads(&known, &members);
    let mut report = numbers(&checked, &plan, &heads);
    report.rows = rows.len();
    if !checked.problems.is_empty() && !options.skip_bad {
        return Ok(report);
    }
    if options.dry_run {
        return Ok(Report { outcome: Outcome::DryRun, ..report });
    }
    let done = write(office, &plan, (heads, &known), options, &mut report.passwords).await;
    let rows: HashMap<&Nip, usize> = checked.good.iter().map(|row| (&row.nip, row.row)).collect();
    report.passwords.sort_by_key(|one| rows.get(&one.nip));
    report.outcome = done.map_or_else(|stop| Outcome::Stopped { cause: stop.to_string() }, |()| Outcome::Written);
    Ok(report)
}

/// The identities of this installation. Its secret is made by the first import that writes; of two that begin at once, by one.
pub(super) async fn ids(office: &Office, dry_run: bool) -> Result<Ids, ImportError> {
    let fresh = new_token()?;
    Ok(Ids::new(match dry_run {
        true => office.db.credential(SECRET).await?.unwrap_or(fresh),
        false => office.db.secret(SECRET, &fresh).await?,
    }))
}

fn numbers(checked: &Checked, plan: &Plan, heads: &[SetUnit]) -> Report {
    let count = |test: &dyn Fn(&Step) -> bool| plan.steps().filter(|step| test(step)).count();
    Report {
        new: count(&|step| step.is_new),
        changed: count(&|step| !step.is_new && step.set.is_some()),
        same: count(&|step| step.set.is_none()),
        skipped: checked.bad_rows,
        without_superior: checked.good.iter().filter(|row| row.superior.is_none()).count(),
        units_new: plan.tree.new_units().len(),
        heads_set: heads.len(),
        accounts_opened: count(&|step| step.opens),
        problems: checked.problems.clone(),
        ..Report::default()
    }
}

async fn write(
    office: &Office,
    plan: &Plan,
    (heads, known): (Vec<SetUnit>, &Known),
    options: Options,
    given: &mut Vec<Initial>,
) -> Result<(), Stop> {
    let new = || Hand::of(office, Actor::Operator);
    let mut hand = new();
    for unit in plan.tree.new_units() {
        hand.give(Action::SetUnit(unit)).await?;
    }
    // Two hands: accounts follow right behind the people. More of them would only collide, because everybody's line of
    // superiors ends at the same person, whom each command looks at.
    let (there, arrived) = mpsc::unbounded_channel();
    let (written, opened) = futures::future::join(people(new(), plan.steps(), there), accounts(new(), arrived)).await;
    written.and(opened)?;
    for unit in heads {
        let before = known.head(unit.id);
        hand.crown(unit, before).await?;
    }
    if !options.passwords {
        return Ok(());
    }
    let steps: Vec<&Step> = plan.steps().collect();
    for some in steps.chunks(PASSWORDS_AT_ONCE) {
        let mut outcome = Ok(());
        for one in futures::future::join_all(some.iter().map(|step| password(office, step))).await {
            match one {
                Ok(initial) => given.extend(initial),
                Err(stop) => outcome = Err(stop),
            }
        }
        outcome?;
    }
    Ok(())
}

/// Gives an initial password to an account that has none.
pub(super) async fn password(office: &Office, step: &Step) -> Result<Option<Initial>, Stop> {
    let account = step.account.to_string();
    if office.db.credential(&account).await?.is_some() {
        return Ok(None);
    }
    let password = passwords::new()?;
    let hash = office.passwords.hash(password.clone()).await?;
    let is_given = office.db.give(&Gift::once(&account, GIVER, clock::now()), &hash).await?;
    Ok(is_given.then(|| Initial { nip: step.nip.clone(), name: step.name.clone(), password }))
}

/// Where people are told to have arrived.
type Line<'a> = mpsc::UnboundedSender<&'a Step>;

/// Writes people, superiors first, and tells who is there. Ends early when nobody listens any more. Whom somebody else has changed
/// meanwhile is left as they are, and said at the end.
async fn people<'s>(mut hand: Hand<'_>, steps: impl Iterator<Item = &'s Step>, there: Line<'s>) -> Result<(), Stop> {
    let mut overtaken = Vec::new();
    for step in steps {
        if !hand.write(step).await? {
            overtaken.push(step.row);
        }
        if there.send(step).is_err() {
            break;
        }
    }
    if overtaken.is_empty() { Ok(()) } else { Err(Stop::Refused(changed_meanwhile(&overtaken))) }
}

/// The sentence, with the rows that it is about.
fn changed_meanwhile(rows: &[usize]) -> Spoken {
    let rows = rows.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
    let mut said = overtaken();
    for words in [&mut said.id, &mut said.en] {
        *words = words.replace(ROWS, &rows);
    }
    said
}

/// Stands for the rows in a sentence.
const ROWS: &str = "(…)";

fn overtaken() -> Spoken {
    Spoken {
        code: "rows_overtaken".to_owned(),
        id: "Baris (…): datanya diubah orang lain selagi impor berjalan, jadi dibiarkan. Jalankan lagi berkas yang sama."
            .to_owned(),
        en: "Rows (…): somebody else changed them while the import was running, so they stay. Run the same file again."
            .to_owned(),
    }
}

/// Opens the accounts of those who have arrived.
async fn accounts(mut hand: Hand<'_>, mut arrived: mpsc::UnboundedReceiver<&Step>) -> Result<(), Stop> {
    while let Some(step) = arrived.recv().await {
        if step.opens {
            let open = OpenAccount { id: step.account, nip: step.nip.clone(), employee: step.employee };
            hand.give(Action::OpenAccount(open)).await?;
        }
    }
    Ok(())
}
