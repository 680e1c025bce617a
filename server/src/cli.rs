//! The command line. `serve` runs the server; `compute` is for anybody and touches nothing; the other verbs are for the
//! operator and work whether the server runs or not: they knock at its operator's door, and open the database themselves
//! when nobody answers.

mod admin;
mod push;
mod rollup;

use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, Subcommand};

use shared::compute::Rule;
use shared::named::Named;
use shared::zone::Zone;

use admin::Admin;
use rollup::Rollup;

use crate::operator::{self, Order};
use crate::{clock, compute, serve};

/// Teladan: a performance system for Indonesian civil servants.
#[derive(Debug, Parser)]
#[command(version, about, long_about = None)]
pub struct Cli {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// Run the server. The first start fills an empty database with a demo agency, unless --empty is given.
    Serve(Serve),
    /// Bring in people from a CSV or XLSX file.
    #[command(subcommand)]
    Import(Import),
    /// Write a file of invented people, to try things out.
    #[command(subcommand)]
    Generate(Generate),
    /// Open counters and list them.
    #[command(subcommand)]
    Counter(Counter),
    /// Write the poster with the QR code of a counter.
    Poster(Poster),
    /// Give somebody a new password.
    Password(Password),
    /// Say who looks after which unit: people, placements, requests, imports.
    #[command(subcommand)]
    Admin(Admin),
    /// Say that the data were restored from a backup: phones then offer again what the backup does not know.
    Restored {
        #[command(flatten)]
        place: Place,
    },
    /// Take what is old out of the logs and count all sums anew, now; the server does it by itself, a little every few seconds.
    Tend {
        #[command(flatten)]
        place: Place,
        /// Mend sums that are wrong. First find out why they are: the journal names the scopes.
        #[arg(long)]
        mend: bool,
    },
    /// The sums behind the boards.
    #[command(subcommand)]
    Rollup(Rollup),
    /// Recompute any figure: one JSON object a line in, one a line out. Needs no database and no network.
    Compute(Compute),
}

/// Where the data are.
#[derive(Clone, Debug, Args)]
pub struct Place {
    /// Folder for the embedded database.
    #[arg(long, default_value = "./data")]
    pub data: PathBuf,
    /// Another database: ws://USER:PASSWORD@HOST:PORT (a SurrealDB server), rocksdb://DIR?sync=every, mem://.
    #[arg(long, env = "DATABASE_URL", hide_env_values = true)]
    pub database: Option<String>,
}

impl Place {
    /// The address of the database.
    #[must_use]
    pub fn url(&self) -> String {
        self.database.clone().unwrap_or_else(|| format!("rocksdb://{}?sync=every", self.data.join("db").display()))
    }
}

/// `teladan serve`.
#[derive(Clone, Debug, Args)]
pub struct Serve {
    /// Where the data are.
    #[command(flatten)]
    pub place: Place,
    /// Port on this machine.
    #[arg(long, default_value_t = 8080)]
    pub port: u16,
    /// Address to listen on. Put a TLS proxy in front before you open it to others.
    #[arg(long, default_value = "127.0.0.1")]
    pub listen: std::net::IpAddr,
    /// Address under which people reach the server, printed on posters.
    #[arg(long)]
    pub public_url: Option<String>,
    /// Folder with the built app; needed only where the app is not inside the binary.
    #[arg(long)]
    pub assets: Option<PathBuf>,
    /// Leave an empty database empty.
    #[arg(long)]
    pub empty: bool,
    /// Notices on phones while the app is closed.
    #[command(flatten)]
    pub push: push::Push,
}

impl Serve {
    /// Where the server listens.
    #[must_use]
    pub fn socket(&self) -> SocketAddr {
        SocketAddr::new(self.listen, self.port)
    }
}

#[derive(Debug, Subcommand)]
enum Import {
    /// NIP, name, rank, position, unit, superior's NIP. Known people are updated by NIP; doing it twice changes nothing.
    Staff {
        #[command(flatten)]
        place: Place,
        /// CSV (comma or semicolon; UTF-8 or Windows-1252) or XLSX.
        file: PathBuf,
        /// List every row's problems and write nothing.
        #[arg(long)]
        dry_run: bool,
        /// Write the good rows and leave out the others.
        #[arg(long)]
        skip_bad: bool,
        /// Make first passwords for new people and write them to this CSV file.
        #[arg(long)]
        passwords: Option<PathBuf>,
        /// Time zone of new units: wib, wita or wit.
        #[arg(long, default_value = "wib", value_parser = zone)]
        zone: Zone,
    },
}

#[derive(Debug, Subcommand)]
enum Generate {
    /// Invented people with valid NIPs, in the shape that `import staff` reads; the same seed gives the same file.
    Staff {
        /// How many.
        #[arg(long, default_value_t = 100)]
        count: usize,
        /// Of which city.
        #[arg(long, default_value = "Muara Kencana")]
        city: String,
        /// Another number gives other people.
        #[arg(long, default_value_t = 1)]
        seed: u64,
        /// Where to write; without it to standard output.
        #[arg(long)]
        out: Option<PathBuf>,
    },
}

#[derive(Debug, Subcommand)]
enum Counter {
    /// Open a counter, so that citizens can say how they were served there.
    Open {
        #[command(flatten)]
        place: Place,
        /// Short code for the address under the QR code: 3 to 12 capital letters, digits or hyphens.
        code: String,
        /// What stands on the sign, such as "Loket 3".
        #[arg(long)]
        name: String,
        /// The service given there, such as "Akta kelahiran".
        #[arg(long)]
        service: String,
        /// Name of the unit that runs it.
        #[arg(long)]
        unit: String,
    },
    /// List all counters.
    List {
        #[command(flatten)]
        place: Place,
    },
}

/// `teladan poster`.
#[derive(Debug, Args)]
struct Poster {
    #[command(flatten)]
    place: Place,
    /// The counter's code, such as DUK-3.
    counter: String,
    /// Where to write; the ending .svg or .pdf decides the form. Without it: CODE.svg.
    #[arg(long)]
    out: Option<PathBuf>,
    /// Address under which people reach the server.
    #[arg(long)]
    public_url: Option<String>,
}

/// `teladan password`.
#[derive(Debug, Args)]
struct Password {
    #[command(flatten)]
    place: Place,
    /// Whose.
    nip: String,
}

/// `teladan compute`. Exit code 0: all lines computed; 1: some were answered with an error; 2: a line was not JSON.
#[derive(Debug, Args)]
struct Compute {
    /// Which rule.
    #[arg(required_unless_present = "list", value_parser = rule())]
    rule: Option<Rule>,
    /// List the rules with an example each.
    #[arg(long, conflicts_with_all = ["rule", "example", "explain"])]
    list: bool,
    /// Print an input line that works.
    #[arg(long, conflicts_with = "explain")]
    example: bool,
    /// Print source, formula, units, rounding, errors and open questions, in Indonesian and English.
    #[arg(long)]
    explain: bool,
}

impl Compute {
    fn run(&self) -> Result<ExitCode, operator::Trouble> {
        let page = match self.rule {
            None => compute::list(),
            Some(rule) if self.example => format!("{}\n", rule.example()),
            Some(rule) if self.explain => rule.explain().to_owned(),
            Some(rule) => {
                let today = Zone::default().local_date(clock::now());
                return compute::process(rule, today).map_err(|e| operator::Trouble::File("compute".to_owned(), e));
            }
        };
        compute::print(&page).map_err(|error| operator::Trouble::File("compute".to_owned(), error))
    }
}

fn rule() -> impl TypedValueParser<Value = Rule> {
    PossibleValuesParser::new(Rule::NAMES).try_map(|name| name.parse::<Rule>())
}

fn zone(text: &str) -> Result<Zone, String> {
    match text.to_lowercase().as_str() {
        "wib" => Ok(Zone::Wib),
        "wita" => Ok(Zone::Wita),
        "wit" => Ok(Zone::Wit),
        _ => Err("wib, wita or wit".to_owned()),
    }
}

/// Does what the command line says.
///
/// # Errors
/// In words, for the operator.
pub async fn run(cli: Cli) -> Result<ExitCode, operator::Trouble> {
    match cli.verb {
        Verb::Serve(wanted) => serve::run(wanted).await.map(|()| ExitCode::SUCCESS),
        Verb::Import(Import::Staff { place, file, dry_run, skip_bad, passwords, zone }) => {
            let order = Order::import(&file, dry_run, skip_bad, passwords.is_some(), zone)?;
            operator::deliver(&place, order).await?.import(passwords.as_deref())
        }
        Verb::Generate(Generate::Staff { count, city, seed, out }) => {
            operator::generate(count, &city, seed, out.as_deref())
        }
        Verb::Counter(Counter::Open { place, code, name, service, unit }) => {
            operator::deliver(&place, Order::OpenCounter { code, name, service, unit }).await?.words()
        }
        Verb::Counter(Counter::List { place }) => operator::deliver(&place, Order::ListCounters).await?.words(),
        Verb::Poster(wanted) => {
            let out = wanted.out.unwrap_or_else(|| PathBuf::from(format!("{}.svg", wanted.counter)));
            let order = Order::Poster {
                code: wanted.counter,
                pdf: out.extension().is_some_and(|e| e == "pdf"),
                public_url: wanted.public_url,
            };
            operator::deliver(&wanted.place, order).await?.file(&out)
        }
        Verb::Admin(wanted) => {
            let (place, order) = wanted.order();
            operator::deliver(&place, order).await?.words()
        }
        Verb::Compute(wanted) => wanted.run(),
        Verb::Rollup(Rollup::Recount { place }) => operator::deliver(&place, Order::RecountRollups).await?.words(),
        Verb::Restored { place } => operator::deliver(&place, Order::Restored).await?.words(),
        Verb::Tend { place, mend } => operator::deliver(&place, Order::Tend { mend }).await?.words(),
        Verb::Password(wanted) => operator::deliver(&wanted.place, Order::Password { nip: wanted.nip }).await?.words(),
    }
}
