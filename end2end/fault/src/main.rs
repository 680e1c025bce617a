//! The network between the browser and the server, as bad as a test wants it.
//!
//! `teladan-fault PORT` stands in front of the server on PORT. It prints one line, `line PORT control PORT`, and ends when its
//! standard input closes, so it never outlives the test that started it. Everything is on 127.0.0.1.

mod body;
mod broken;
mod carry;
mod control;
mod headers;
mod later;
mod line;
mod rule;
mod strangers;
#[cfg(test)]
mod tests;

use std::io;
use std::net::Ipv4Addr;
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::Ordering;

use tokio::io::{AsyncWriteExt, copy, sink, stdin, stdout};
use tokio::net::TcpListener;

use crate::carry::Carrier;
use crate::control::Control;
use crate::line::Line;

#[tokio::main]
async fn main() -> ExitCode {
    let Some(upstream) = std::env::args().nth(1).and_then(|port| port.parse().ok()) else {
        eprintln!("usage: teladan-fault PORT");
        return ExitCode::FAILURE;
    };
    match stands_before(upstream).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("teladan-fault: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn stands_before(upstream: u16) -> io::Result<()> {
    let control = start(upstream)?;
    control.line.opens().await?;
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
    let ports = format!("line {} control {}\n", control.line.port, listener.local_addr()?.port());
    let mut out = stdout();
    out.write_all(ports.as_bytes()).await?;
    out.flush().await?;
    tokio::spawn(control::listens(control, listener));
    copy(&mut stdin(), &mut sink()).await.map(drop)
}

fn start(upstream: u16) -> io::Result<Arc<Control>> {
    let carrier = Arc::new(Carrier::default());
    carrier.upstream.store(upstream, Ordering::SeqCst);
    Ok(Arc::new(Control { line: Line::new(Arc::clone(&carrier))?, carrier }))
}
