//! The operator's door: a socket file in the data folder, readable by the server's user alone. One JSON line in, one out.

use std::io;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{UnixListener, UnixStream};

use super::{Order, Outcome, Trouble, perform};
use crate::office::Office;

/// Bytes of the largest order: a staff file of fifty thousand people, as JSON.
const ORDER_BYTES_MAX: u64 = 256 * 1024 * 1024;

fn socket(data: &Path) -> PathBuf {
    data.join("operator.sock")
}

fn trouble(data: &Path) -> impl Fn(io::Error) -> Trouble {
    let name = socket(data).display().to_string();
    move |error| Trouble::File(name.clone(), error)
}

/// Hands an order to the running server. `None` when no server runs on this folder.
pub(super) async fn knock(data: &Path, order: &Order) -> Result<Option<Outcome>, Trouble> {
    let Ok(mut stream) = UnixStream::connect(socket(data)).await else { return Ok(None) };
    let said = |error: serde_json::Error| Trouble::Said(error.to_string());
    let line = serde_json::to_vec(order).map_err(said)?;
    stream.write_all(&line).await.map_err(trouble(data))?;
    stream.shutdown().await.map_err(trouble(data))?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).await.map_err(trouble(data))?;
    let answer: Result<Outcome, String> = serde_json::from_slice(&answer).map_err(said)?;
    answer.map(Some).map_err(Trouble::Said)
}

/// Opens the door until the server closes.
///
/// # Errors
/// The socket file cannot be made.
pub async fn listen(office: Office, data: PathBuf, address: String) -> Result<(), Trouble> {
    let path = socket(&data);
    if path.exists() {
        std::fs::remove_file(&path).map_err(trouble(&data))?; // Left by a server that was killed; the database lock is ours.
    }
    let listener = UnixListener::bind(&path).map_err(trouble(&data))?;
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o600)).map_err(trouble(&data))?;
    tokio::spawn(async move {
        loop {
            tokio::select! {
                () = office.closing.cancelled() => break,
                next = listener.accept() => if let Ok((stream, _)) = next {
                    tokio::spawn(serve(stream, office.clone(), address.clone()));
                }
            }
        }
        std::fs::remove_file(path).ok();
    });
    Ok(())
}

async fn serve(mut stream: UnixStream, office: Office, address: String) {
    let mut order = Vec::new();
    let (read, mut write) = stream.split();
    if read.take(ORDER_BYTES_MAX).read_to_end(&mut order).await.is_err() {
        return;
    }
    let outcome = match serde_json::from_slice(&order) {
        Ok(order) => perform(&office, order, &address).await.map_err(|error| error.to_string()),
        Err(error) => Err(error.to_string()),
    };
    if let Ok(answer) = serde_json::to_vec(&outcome) {
        write.write_all(&answer).await.ok();
        write.shutdown().await.ok();
    }
}
