//! What has to be on the machine before anything can be built: Debian packages, Rust's WebAssembly target, Node's packages.
//!
//! Each thing is looked for first and only then fetched, so a machine that is ready is not touched and costs milliseconds.

mod apt;
pub(crate) mod node;
pub(crate) mod rust;

use crate::error::Result;

/// What a task is going to use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Need {
    /// To compile the server: RocksDB is C++ and its bindings are made with libclang.
    Server,
    /// To compile for wasm32.
    App,
    /// To read the posters that the server's tests draw.
    Poster,
    /// To run WebAssembly tests.
    Node,
    /// To drive a real browser against the real server.
    Browser,
}

/// Makes sure that everything needed is there, or says exactly what to type.
pub(crate) fn provide(needs: &[Need]) -> Result<()> {
    let mut packages: Vec<_> = needs.iter().flat_map(|need| packages(*need)).copied().collect();
    packages.sort();
    packages.dedup();
    apt::provide(&packages)?;
    if needs.contains(&Need::App) {
        rust::provide_wasm_target()?;
    }
    Ok(())
}

fn packages(need: Need) -> &'static [apt::Package] {
    use apt::Package;
    match need {
        Need::Server => &[
            Package { name: "clang", program: Some("clang") },
            Package { name: "g++", program: Some("g++") },
            Package { name: "libclang-dev", program: None },
            Package { name: "make", program: Some("make") },
        ],
        // The linker for wasm32 comes with Rust.
        Need::App => &[],
        Need::Node => &[Package { name: "nodejs", program: Some("node") }],
        Need::Poster => &[
            Package { name: "librsvg2-bin", program: Some("rsvg-convert") },
            Package { name: "poppler-utils", program: Some("pdftoppm") },
            Package { name: "zbar-tools", program: Some("zbarimg") },
        ],
        Need::Browser => &[
            Package { name: "chromium", program: Some("chromium") },
            Package { name: "librsvg2-bin", program: Some("rsvg-convert") },
            Package { name: "nodejs", program: Some("node") },
            Package { name: "npm", program: Some("npm") },
            Package { name: "zbar-tools", program: Some("zbarimg") },
        ],
    }
}
