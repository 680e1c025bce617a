//! `cargo xtask run`: from a bare Debian 12 to a served Teladan, and on a second start within seconds.

use std::ffi::OsString;
use std::os::unix::process::CommandExt;
use std::path::PathBuf;

use crate::error::{Error, Result};
use crate::machine::{self, Need};
use crate::workspace::Workspace;
use crate::{build, dist, process};

#[derive(clap::Args)]
pub(crate) struct Options {
    /// Port to serve on.
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// Folder of the embedded database and of uploaded files.
    #[arg(long, default_value = "./data")]
    data: PathBuf,
    /// A shared SurrealDB server instead of the embedded database (ws://…).
    #[arg(long)]
    database: Option<String>,
    /// Start without the demonstration agency.
    #[arg(long)]
    empty: bool,
}

pub(crate) fn run(workspace: &Workspace, options: &Options) -> Result<()> {
    machine::provide(&[Need::Server, Need::App])?;
    let dist = dist::build(workspace)?;
    let server = build::server(workspace)?;
    let mut command = process::command(&server);
    command.args(server_arguments(options, dist.into_os_string()));
    println!("Teladan: http://localhost:{}", options.port);
    // From here on this process is the server, so every signal reaches it directly.
    Err(Error::Start { program: server.display().to_string(), cause: command.exec() })
}

fn server_arguments(options: &Options, assets: OsString) -> Vec<OsString> {
    let mut arguments: Vec<OsString> = vec!["serve".into(), "--port".into(), options.port.to_string().into()];
    arguments.extend(["--data".into(), options.data.clone().into_os_string(), "--assets".into(), assets]);
    if let Some(url) = &options.database {
        arguments.extend(["--database".into(), url.into()]);
    }
    if options.empty {
        arguments.push("--empty".into());
    }
    arguments
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn options_become_the_servers_arguments() {
        let mut options = Options { port: 8080, data: "./data".into(), database: None, empty: false };
        assert_eq!(
            server_arguments(&options, "/d".into()).join(" ".as_ref()),
            "serve --port 8080 --data ./data --assets /d"
        );
        options.database = Some("ws://db".into());
        options.empty = true;
        assert!(
            server_arguments(&options, "/d".into())
                .join(" ".as_ref())
                .to_string_lossy()
                .ends_with("--database ws://db --empty")
        );
    }
}
