//! As much of an HTTP client as a measurement over a socket needs: one connection, one request after the other.

use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpStream;

pub struct Client {
    line: BufReader<TcpStream>,
    cookie: String,
}

impl Client {
    pub async fn to(port: u16, cookie: &str) -> Self {
        let line = TcpStream::connect(("127.0.0.1", port)).await.unwrap();
        line.set_nodelay(true).unwrap();
        Self { line: BufReader::new(line), cookie: cookie.to_owned() }
    }

    /// Asks as a browser does, which takes compressed answers, and reads to the end; tells the bytes of the body.
    pub async fn get(&mut self, path: &str) -> usize {
        let cookie = &self.cookie;
        let request =
            format!("GET {path} HTTP/1.1\r\nhost: localhost\r\naccept-encoding: gzip, br\r\ncookie: {cookie}\r\n\r\n");
        self.line.write_all(request.as_bytes()).await.unwrap();
        assert!(self.word().await.contains(" 200 "), "{path}");
        let (mut length, mut pieces) = (0, false);
        loop {
            let header = self.word().await.to_lowercase();
            match header.split_once(": ") {
                Some(("content-length", bytes)) => length = bytes.parse().unwrap(),
                Some(("transfer-encoding", how)) => pieces = how == "chunked",
                Some(_) => {}
                None => break,
            }
        }
        if pieces { self.pieces().await } else { self.bytes(length).await }
    }

    async fn pieces(&mut self) -> usize {
        let mut all = 0;
        loop {
            let length = usize::from_str_radix(&self.word().await, 16).unwrap();
            all += self.bytes(length).await;
            self.word().await;
            if length == 0 {
                return all;
            }
        }
    }

    async fn bytes(&mut self, length: usize) -> usize {
        let mut body = vec![0; length];
        self.line.read_exact(&mut body).await.unwrap();
        length
    }

    async fn word(&mut self) -> String {
        let mut word = String::new();
        self.line.read_line(&mut word).await.unwrap();
        word.trim_end().to_owned()
    }
}
