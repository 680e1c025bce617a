//! The operator's orders: import, poster, password. An embedded database lets only one process in, so an order goes to the
//! running server through a socket file in the data folder, which only the server's own user can open; when no server runs,
//! the order is carried out here.

mod admin;
mod counter;
mod door;
mod outcome;

use std::path::Path;
use std::process::ExitCode;

use serde::{Deserialize, Serialize};
use shared::nip::Nip;
use shared::row::{ClaimKind, Row};
use shared::zone::Zone;

pub use door::listen;
pub use outcome::{Outcome, write_private};

use crate::assets::Assets;
use crate::auth::PasswordError;
use crate::cli::Place;
use crate::db::{Db, DbError};
use crate::office::Office;
use crate::tend::{self, Done, Sums};
use crate::{clock, generate, import, poster, rollup};

/// Name of the agency's database. One agency, one database.
pub const AGENCY: &str = "agency";

/// What an operator may want.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(tag = "order", rename_all = "snake_case")]
pub enum Order {
    /// Bring in people.
    ImportStaff {
        /// Name of the file, for its ending.
        name: String,
        /// Its bytes.
        bytes: Vec<u8>,
        /// Only look.
        dry_run: bool,
        /// Leave out bad rows.
        skip_bad: bool,
        /// Make first passwords.
        passwords: bool,
        /// Time zone of new units at the top.
        zone: Zone,
    },
    /// Draw a poster.
    Poster {
        /// The counter's code.
        code: String,
        /// PDF instead of SVG.
        pdf: bool,
        /// Address under which people reach the server.
        public_url: Option<String>,
    },
    /// Open a counter.
    OpenCounter {
        /// Its code.
        code: String,
        /// What stands on the sign.
        name: String,
        /// The service given there.
        service: String,
        /// Name of the unit that runs it.
        unit: String,
    },
    /// List all counters.
    ListCounters,
    /// A new password.
    Password {
        /// Whose.
        nip: String,
    },
    /// Somebody looks after a unit.
    AddAdmin {
        /// Whose NIP.
        nip: String,
        /// Name of the unit.
        unit: String,
    },
    /// No longer.
    RemoveAdmin {
        /// Whose NIP.
        nip: String,
        /// Name of the unit.
        unit: String,
    },
    /// List all admins.
    ListAdmins,
    /// The data were restored from a backup.
    Restored,
    /// A round of tending, now and whole.
    Tend {
        /// Mend sums that are wrong.
        mend: bool,
    },
    /// Count all sums again.
    RecountRollups,
}

impl Order {
    /// The order to bring in a file.
    ///
    /// # Errors
    /// The file cannot be read.
    pub fn import(file: &Path, dry_run: bool, skip_bad: bool, passwords: bool, zone: Zone) -> Result<Self, Trouble> {
        let bytes = std::fs::read(file).map_err(|error| Trouble::File(file.display().to_string(), error))?;
        let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        Ok(Self::ImportStaff { name, bytes, dry_run, skip_bad, passwords, zone })
    }
}

/// Why an order or the server itself could not be carried out.
#[derive(Debug, thiserror::Error)]
pub enum Trouble {
    /// A file cannot be read or written.
    #[error("{0}: {1}")]
    File(String, std::io::Error),
    /// The database.
    #[error("{0}")]
    Database(#[from] DbError),
    /// The port.
    #[error("cannot listen on {0}: {1}")]
    Port(std::net::SocketAddr, std::io::Error),
    /// A password hash.
    #[error("{0}")]
    Password(#[from] PasswordError),
    /// A sentence from the work itself.
    #[error("{0}")]
    Said(String),
}

/// Has an order carried out: by the running server if there is one, otherwise here.
///
/// # Errors
/// The order failed, in words.
pub async fn deliver(place: &Place, order: Order) -> Result<Outcome, Trouble> {
    if let Some(outcome) = door::knock(&place.data, &order).await? {
        return Ok(outcome);
    }
    let office = Office::new(Db::open(&place.url(), AGENCY).await?, Assets::default());
    perform(&office, order, "http://localhost:8080").await
}

/// Carries an order out.
///
/// # Errors
/// The order failed, in words.
pub async fn perform(office: &Office, order: Order, address: &str) -> Result<Outcome, Trouble> {
    match order {
        Order::ImportStaff { name, bytes, dry_run, skip_bad, passwords, zone } => {
            let options = import::staff::Options { dry_run, skip_bad, passwords, zone };
            let report = import::staff::run(office, &name, &bytes, options)
                .await
                .map_err(|error| Trouble::Said(error.to_string()))?;
            Ok(Outcome::imported(&report))
        }
        Order::Poster { code, pdf, public_url } => {
            let counter = counter::find(office, &code).await?;
            let base = public_url.unwrap_or_else(|| address.to_owned());
            let address = format!("{}/f/{}", base.trim_end_matches('/'), counter.code);
            let drawn = if pdf {
                poster::pdf(&counter, &address)
            } else {
                poster::svg(&counter, &address).map(String::into_bytes)
            };
            drawn.map(|bytes| Outcome::File { bytes }).map_err(|error| Trouble::Said(error.to_string()))
        }
        Order::OpenCounter { code, name, service, unit } => counter::open(office, &code, &name, &service, &unit).await,
        Order::ListCounters => counter::list(office).await,
        Order::Password { nip } => new_password(office, &nip).await,
        Order::AddAdmin { nip, unit } => admin::add(office, &nip, &unit).await,
        Order::RemoveAdmin { nip, unit } => admin::remove(office, &nip, &unit).await,
        Order::ListAdmins => admin::list(office).await,
        Order::Restored => restored(office).await,
        Order::Tend { mend } => tended(office, mend).await,
        Order::RecountRollups => recount(office).await,
    }
}

async fn restored(office: &Office) -> Result<Outcome, Trouble> {
    office.db.begin_epoch().await?;
    let text = "Mulai sekarang setiap HP mengirim ulang yang belum dikenal di sini. \
                (From now on every phone sends again what is not known here.)";
    Ok(Outcome::Words { text: text.to_owned(), failed: false })
}

async fn tended(office: &Office, mend: bool) -> Result<Outcome, Trouble> {
    let sums = if mend { Sums::Mend } else { Sums::All };
    let Done { scopes, changes, summed, drifted, mended, sessions, devices, .. } =
        tend::once(&office.db, sums, clock::now()).await?;
    let text = format!(
        "Log: {scopes}, perubahan lama dihapus: {changes}, jumlah baru: {summed}, tidak cocok: {drifted}, diperbaiki: {mended}, \
         sesi berakhir: {sessions}, perangkat diam: {devices}. (Logs: {scopes}, old changes removed: {changes}, new sums: \
         {summed}, not matching: {drifted}, mended: {mended}, ended sessions: {sessions}, silent devices: {devices}.)"
    );
    Ok(Outcome::Words { text, failed: drifted > mended })
}

async fn recount(office: &Office) -> Result<Outcome, Trouble> {
    let report = rollup::recount(office).await?;
    let (places, differed) = (report.places, report.differed);
    let text = format!(
        "{places} tempat dihitung ulang, {differed} diperbaiki. ({places} places counted again, {differed} put right.)"
    );
    Ok(Outcome::Words { text, failed: false })
}

async fn new_password(office: &Office, nip: &str) -> Result<Outcome, Trouble> {
    let nip = Nip::parse(nip).map_err(|error| Trouble::Said(format!("{} ({})", error.words().0, error.words().1)))?;
    let Some(Row::Account(account)) = office.db.held(ClaimKind::Nip, nip.digits()).await? else {
        return Err(Trouble::Said("NIP ini belum terdaftar. (This NIP is not known.)".to_owned()));
    };
    let password = import::passwords::new().map_err(|error| Trouble::Said(error.to_string()))?;
    let hash = office.passwords.hash(password.clone()).await?;
    office.db.keep_credential(&account.id.to_string(), &hash).await?;
    office.db.close_sessions_of(account.employee).await?; // Whoever knew the old password is out.
    Ok(Outcome::Words { text: format!("Kata sandi baru (new password): {password}"), failed: false })
}

/// Writes a file of invented people.
///
/// # Errors
/// The file cannot be written.
pub fn generate(count: usize, city: &str, seed: u64, out: Option<&Path>) -> Result<ExitCode, Trouble> {
    let text = generate::staff(count, city, seed, clock::now().date_naive());
    match out {
        Some(file) => std::fs::write(file, text).map_err(|error| Trouble::File(file.display().to_string(), error))?,
        None => print!("{text}"),
    }
    Ok(ExitCode::SUCCESS)
}
