//! The line that browsers know. It keeps its port while it is cut: the port stays bound and nobody listens, so that no other
//! program can take it and the browser's origin stays.

use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;

use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use tokio::net::{TcpListener, TcpSocket, TcpStream};
use tokio::sync::Mutex;
use tokio::task::{JoinHandle, JoinSet};

use crate::carry::Carrier;

/// Connections that may wait to be taken.
const BACKLOG: u32 = 1024;

/// The browser's side.
pub(crate) struct Line {
    pub(crate) port: u16,
    carrier: Arc<Carrier>,
    state: Mutex<State>,
    connections: Arc<Mutex<JoinSet<()>>>,
}

enum State {
    Cut(TcpSocket),
    Open(JoinHandle<()>),
    /// The port could not be bound again.
    Lost,
}

impl Line {
    /// A line that is cut.
    pub(crate) fn new(carrier: Arc<Carrier>) -> io::Result<Self> {
        let socket = reserve(0)?;
        let port = socket.local_addr()?.port();
        Ok(Self { port, carrier, state: Mutex::new(State::Cut(socket)), connections: Arc::default() })
    }

    /// The line is whole.
    pub(crate) async fn opens(&self) -> io::Result<()> {
        let mut state = self.state.lock().await;
        if matches!(*state, State::Open(_)) {
            return Ok(());
        }
        let socket = match std::mem::replace(&mut *state, State::Lost) {
            State::Cut(socket) => socket,
            State::Open(_) | State::Lost => reserve(self.port)?,
        };
        let listener = socket.listen(BACKLOG)?;
        *state = State::Open(tokio::spawn(listens(listener, Arc::clone(&self.carrier), Arc::clone(&self.connections))));
        Ok(())
    }

    /// Nobody listens any more, and what is open breaks.
    pub(crate) async fn is_cut(&self) -> io::Result<()> {
        let mut state = self.state.lock().await;
        if let State::Open(listening) = std::mem::replace(&mut *state, State::Lost) {
            listening.abort();
            // It was aborted, and that is what it says.
            let _ = listening.await;
        }
        *state = State::Cut(reserve(self.port)?);
        self.breaks().await;
        Ok(())
    }

    /// What is open breaks; new connections pass.
    pub(crate) async fn breaks(&self) {
        self.connections.lock().await.shutdown().await;
    }
}

fn reserve(port: u16) -> io::Result<TcpSocket> {
    let socket = TcpSocket::new_v4()?;
    // Connections that were cut may still linger on the port.
    socket.set_reuseaddr(true)?;
    socket.bind(SocketAddr::from((Ipv4Addr::LOCALHOST, port)))?;
    Ok(socket)
}

async fn listens(listener: TcpListener, carrier: Arc<Carrier>, connections: Arc<Mutex<JoinSet<()>>>) {
    loop {
        // A browser that has gone while it waited is none of our business.
        let Ok((stream, _)) = listener.accept().await else { continue };
        let mut connections = connections.lock().await;
        while connections.try_join_next().is_some() {}
        connections.spawn(serves(stream, Arc::clone(&carrier)));
    }
}

async fn serves(stream: TcpStream, carrier: Arc<Carrier>) {
    // Without it a small answer may wait for more; it is carried all the same.
    let _ = stream.set_nodelay(true);
    let service = service_fn(move |question| {
        let carrier = Arc::clone(&carrier);
        async move { carrier.carry(question).await }
    });
    // A line that breaks is what this program is for.
    let _ = http1::Builder::new().serve_connection(TokioIo::new(stream), service).await;
}
