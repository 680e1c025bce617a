//! `teladan serve`: notices on phones while the app is closed.

use clap::Args;

use crate::push::Settings;
use crate::push::address::Hosts;

/// Whether and through whom devices are told something.
#[derive(Clone, Debug, Args)]
pub struct Push {
    /// Tell nobody anything while the app is closed. Nothing then leaves this machine by itself.
    #[arg(long)]
    pub no_push: bool,
    /// One more push service that may be spoken to, by its host's name; with a dot before it, all hosts that end so.
    #[arg(long = "push-host", value_name = "HOST")]
    pub hosts: Vec<String>,
    /// For tests: a receiver on this machine, without TLS.
    #[arg(long = "push-local", hide = true)]
    pub local: bool,
}

impl Push {
    /// How to push; none when nobody is to be told anything. Push services are told where this office is found.
    #[must_use]
    pub fn settings(&self, public_url: Option<&str>) -> Option<Settings> {
        let hosts = Hosts { more: self.hosts.clone(), local: self.local };
        let contact = public_url.filter(|url| url.starts_with("https://")).map(str::to_owned);
        (!self.no_push).then_some(Settings { hosts, contact })
    }
}
