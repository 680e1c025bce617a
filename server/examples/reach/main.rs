//! `cargo xtask bench reach`: an agency of 5,000 people with a year of work in a database on disk, and what it costs to open its boards and to
//! write one more entry, beside the same agency with a thousandth of the work.
//!
//! What does not depend on the machine is said first: how many rows a request reads. Times are printed and gate nothing.

#![expect(clippy::unwrap_used, clippy::print_stdout, reason = "a benchmark that cannot go on should stop")]

mod city;
mod client;
mod cost;
mod fill;
mod measure;

use std::path::{Path, PathBuf};
use std::process::Command;

use clap::Parser;
use teladan_server::clock;

use fill::Size;

/// What of it is done. Each part runs in a process of its own: an embedded database lets go of its folder when the process ends.
#[derive(Parser)]
struct Wanted {
    /// Where the databases are kept for the next time. A year ends today, so those of another day are made anew.
    folder: PathBuf,
    /// Only fill this one.
    #[arg(long)]
    fill: Option<Size>,
    /// Only measure.
    #[arg(long)]
    measure: bool,
}

impl Wanted {
    fn place(&self, size: Size) -> PathBuf {
        let day = clock::now().date_naive();
        self.folder.join(format!("{day}-{}", size.name()))
    }
}

fn main() {
    let wanted = Wanted::parse();
    // As the server's own: SurrealDB wants deep stacks.
    let runtime = tokio::runtime::Builder::new_multi_thread().thread_stack_size(10 << 20).enable_all().build().unwrap();
    if let Some(size) = wanted.fill {
        return runtime.block_on(fill::run(&wanted.place(size), size));
    }
    if wanted.measure {
        return runtime.block_on(measure::run(&wanted.place(Size::Small), &wanted.place(Size::Large)));
    }
    forget_other_days(&wanted);
    for size in [Size::Small, Size::Large] {
        if !wanted.place(size).join("whole").exists() {
            std::fs::remove_dir_all(wanted.place(size)).ok();
            again(&wanted.folder, &["--fill", size.name()]);
        }
    }
    again(&wanted.folder, &["--measure"]);
}

/// This program once more.
fn again(folder: &Path, arguments: &[&str]) {
    let status = Command::new(std::env::current_exe().unwrap()).arg(folder).args(arguments).status().unwrap();
    assert!(status.success(), "{arguments:?}: {status}");
}

fn forget_other_days(wanted: &Wanted) {
    let kept = [wanted.place(Size::Small), wanted.place(Size::Large)];
    for entry in std::fs::read_dir(&wanted.folder).into_iter().flatten().flatten() {
        if !kept.contains(&entry.path()) {
            std::fs::remove_dir_all(entry.path()).ok();
        }
    }
}
