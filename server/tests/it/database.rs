//! A SurrealDB server of our own (`end2end/database`), so that several nodes can share it as they do in a large agency.

use std::net::TcpListener;
use std::process::Stdio;
use std::time::Duration;

use tokio::net::TcpStream;
use tokio::process::{Child, Command};

/// Somebody else may take a port between our look at it and the server's.
const PORTS: usize = 5;

/// A loaded machine may take its time; what takes longer hangs.
const OPENS_WITHIN: Duration = Duration::from_secs(120);

/// A running server, in memory. It ends with its value.
pub struct TestDatabase {
    /// Where, with the credentials of its root.
    pub url: String,
    _server: Child,
}

impl TestDatabase {
    pub async fn start() -> Self {
        for _ in 0..PORTS {
            // A port that was free a moment ago; the server takes no port 0.
            let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
            let mut server = spawn(port);
            if tokio::time::timeout(OPENS_WITHIN, answers(&mut server, port)).await.unwrap() {
                return Self { url: format!("ws://root:root@127.0.0.1:{port}"), _server: server };
            }
        }
        panic!("the database server ended on each of {PORTS} ports");
    }
}

fn spawn(port: u16) -> Child {
    let tests = std::env::current_exe().unwrap();
    let program = tests.ancestors().nth(2).unwrap().join("teladan-test-database");
    let bind = format!("127.0.0.1:{port}");
    let started = Command::new(&program)
        .args(["start", "--user", "root", "--pass", "root", "--bind", &bind, "--log", "none", "memory"])
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .kill_on_drop(true)
        .spawn();
    started.unwrap_or_else(|error| {
        panic!("{error}: build it first with `cargo build -p teladan-test-database` ({})", program.display())
    })
}

/// Knocks until the server opens; no when it has ended. Its own line `Started web server` comes before it listens, so that is not waited for.
async fn answers(server: &mut Child, port: u16) -> bool {
    loop {
        if server.try_wait().unwrap().is_some() {
            return false;
        }
        if TcpStream::connect(("127.0.0.1", port)).await.is_ok() {
            return true;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}
