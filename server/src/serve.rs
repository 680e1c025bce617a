//! `teladan serve`: opens the database, fills it the first time, opens the doors, and closes them in order.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use tokio::net::TcpListener;
use tracing_subscriber::EnvFilter;

use crate::assets::Assets;
use crate::cli::Serve;
use crate::db::Db;
use crate::http::doors;
use crate::office::Office;
use crate::operator::{self, AGENCY, Trouble};
use crate::push::{self, Push};
use crate::{people, rollup, seed, tend, waits, watch};

/// Seconds that requests under way have to end after the server was told to close.
const CLOSING_SECONDS_MAX: u64 = 10;

/// Runs the server until it is told to close (SIGINT or SIGTERM).
///
/// # Errors
/// The folder, the database or the port cannot be had.
pub async fn run(wanted: Serve) -> Result<(), Trouble> {
    keep_journal();
    let data = &wanted.place.data;
    std::fs::create_dir_all(data).map_err(|error| Trouble::File(data.display().to_string(), error))?;
    let db = Db::open(&wanted.place.url(), AGENCY).await?;
    let office = Office::new(db, assets(wanted.assets.as_deref())?).known_as(wanted.public_url.as_deref());
    let office = with_push(office, &wanted).await?;
    let socket = wanted.socket();
    let listener = TcpListener::bind(socket).await.map_err(|error| Trouble::Port(socket, error))?;
    let port = listener.local_addr().map_or(wanted.port, |address| address.port());
    let address = wanted.public_url.clone().unwrap_or_else(|| format!("http://localhost:{port}"));
    rollup::greet(&office).await?;
    waits::greet(&office).await?;
    if !wanted.empty {
        fill(&office, &wanted).await?;
    }
    operator::listen(office.clone(), data.clone(), address.clone()).await?;
    welcome(&wanted, &address);
    tokio::spawn(watch::run(office.clone()));
    tokio::spawn(tend::run(office.clone()));
    tokio::spawn(rollup::run(office.clone()));
    tokio::spawn(waits::run(office.clone()));
    tokio::spawn(people::run(office.clone()));
    if let Some(push) = office.push.clone() {
        tokio::spawn(push::round::run(office.clone(), push));
    }
    let closing = office.closing.clone();
    tokio::spawn({
        let closing = closing.clone();
        async move {
            told_to_close().await;
            closing.cancel();
        }
    });
    let serving = axum::serve(listener, doors(office)).with_graceful_shutdown(closing.clone().cancelled_owned());
    tokio::select! {
        ended = serving => ended.map_err(|error| Trouble::Port(socket, error)),
        () = async { closing.cancelled().await; tokio::time::sleep(Duration::from_secs(CLOSING_SECONDS_MAX)).await } => Ok(()),
    }
}

/// The office with its key for push services, unless nobody is to be told anything.
async fn with_push(office: Office, wanted: &Serve) -> Result<Office, Trouble> {
    let Some(settings) = wanted.push.settings(wanted.public_url.as_deref()) else { return Ok(office) };
    let push = Push::open(&office.db, settings).await.map_err(|error| Trouble::Said(error.to_string()))?;
    Ok(office.pushing(Arc::new(push)))
}

/// A demo agency with known logins must never stand open to the network.
async fn fill(office: &Office, wanted: &Serve) -> Result<(), Trouble> {
    if !wanted.listen.is_loopback() {
        println!(
            "Listening beyond this machine, so no demo agency is made. Bring in people with: teladan import staff FILE"
        );
        return Ok(());
    }
    seed::once(office, &wanted.place.data).await
}

fn assets(folder: Option<&Path>) -> Result<Assets, Trouble> {
    if let Some(folder) = folder {
        return Assets::from_folder(folder).map_err(|error| Trouble::File(folder.display().to_string(), error));
    }
    #[cfg(feature = "embed")]
    return Ok(Assets::embedded());
    #[cfg(not(feature = "embed"))]
    Ok(Assets::default())
}

fn welcome(wanted: &Serve, address: &str) {
    println!("Teladan: {address}");
    match &wanted.place.database {
        Some(url) => println!("Data:    {}", url.rsplit_once('@').map_or(url.as_str(), |(_, host)| host)),
        None => println!("Data:    {}", wanted.place.data.join("db").display()),
    }
    print!("{}", seed::logins(&wanted.place.data));
}

/// Structured lines on standard error; `RUST_LOG` chooses how many.
fn keep_journal() {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("warn,teladan_server=info"));
    tracing_subscriber::fmt().json().with_env_filter(filter).with_writer(std::io::stderr).try_init().ok();
}

async fn told_to_close() {
    let term = async {
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(mut signal) => {
                signal.recv().await;
            }
            Err(_) => std::future::pending().await,
        }
    };
    tokio::select! {
        () = term => {}
        _ = tokio::signal::ctrl_c() => {}
    }
}
