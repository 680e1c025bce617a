//! A SurrealDB server of our own (`end2end/database`), so that several nodes can share it as they do in a large agency.

use std::net::TcpListener;
use std::process::Stdio;

use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, Command};

/// A running server, in memory. It ends with its value.
pub struct TestDatabase {
    /// Where, with the credentials of its root.
    pub url: String,
    _server: Child,
}

impl TestDatabase {
    pub async fn start() -> Self {
        // A port that was free a moment ago; the server takes no port 0.
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let tests = std::env::current_exe().unwrap();
        let program = tests.ancestors().nth(2).unwrap().join("teladan-test-database");
        let bind = format!("127.0.0.1:{port}");
        let started = Command::new(&program)
            .args(["start", "--user", "root", "--pass", "root", "--bind", &bind, "--log", "info", "memory"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .kill_on_drop(true)
            .spawn();
        let mut server = started.unwrap_or_else(|error| {
            panic!("{error}: build it first with `cargo build -p teladan-test-database` ({})", program.display())
        });
        let (out, err) = (server.stdout.take().unwrap(), server.stderr.take().unwrap());
        tokio::select! {
            () = listens(out) => {}
            () = listens(err) => {}
        }
        Self { url: format!("ws://root:root@{bind}"), _server: server }
    }
}

/// Reads what the server says until it says that it listens, and goes on reading so that it is never held up.
async fn listens(said: impl tokio::io::AsyncRead + Unpin + Send + 'static) {
    let mut lines = BufReader::new(said).lines();
    while let Ok(Some(line)) = lines.next_line().await {
        if line.contains("Started web server") {
            tokio::spawn(async move { while let Ok(Some(_)) = lines.next_line().await {} });
            return;
        }
    }
    std::future::pending().await
}
