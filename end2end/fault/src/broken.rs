//! Why a line broke.

/// Why a line broke. It ends one connection and nothing else.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Broken {
    /// A rule wanted it.
    #[error("a rule wanted it")]
    OnPurpose,
    /// Nobody listens behind us.
    #[error("the server cannot be reached: {0}")]
    NoServer(#[from] std::io::Error),
    /// One side has gone, or speaks no HTTP.
    #[error("{0}")]
    Http(#[from] hyper::Error),
    /// A rule's answer is none.
    #[error("{0}")]
    Answer(#[from] hyper::http::Error),
}
