//! A server that remembers what it was asked, and a browser that says what it has seen.

use std::sync::{Arc, Mutex};

use bytes::Bytes;
use http_body_util::{BodyExt, Full};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Request, Response};
use hyper_util::rt::TokioIo;
use serde_json::Value;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

use crate::control::{self, Control};

/// What the server says to everybody. Its length is even, so that a half is a half.
pub(super) const ANSWER: &str = r#"{"more":false,"rows":[{"entry":{"id":1}}]}"#;

#[derive(Clone)]
pub(super) struct World {
    pub(super) control: Arc<Control>,
    control_port: u16,
    heard: Arc<Mutex<Vec<String>>>,
}

impl World {
    pub(super) async fn new() -> Self {
        let server = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let heard = Arc::<Mutex<Vec<String>>>::default();
        let control = crate::start(server.local_addr().unwrap().port()).unwrap();
        control.line.opens().await.unwrap();
        let orders = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let control_port = orders.local_addr().unwrap().port();
        tokio::spawn(control::listens(Arc::clone(&control), orders));
        tokio::spawn(serves(server, Arc::clone(&heard)));
        Self { control, control_port, heard }
    }

    pub(super) fn control_port(&self) -> u16 {
        self.control_port
    }

    /// What the server was asked: method, path, host, body.
    pub(super) fn heard(&self) -> Vec<String> {
        self.heard.lock().unwrap().clone()
    }

    /// Gives an order at the control port and wants it carried out.
    pub(super) async fn orders(&self, method: &str, path: &str, body: &str) -> Value {
        let answer = asks(self.control_port, method, path, body).await;
        assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
        serde_json::from_str(body_of(&answer)).unwrap()
    }

    /// Puts a rule in force; answers its path.
    pub(super) async fn rule(&self, wish: &str) -> String {
        format!("/rules/{}", self.orders("POST", "/rules", wish).await["id"])
    }

    /// Asks on the line; what came until it ended, however it ended.
    pub(super) async fn asks(&self, method: &str, path: &str, body: &str) -> String {
        asks(self.control.line.port, method, path, body).await
    }
}

pub(super) fn body_of(answer: &str) -> &str {
    answer.split_once("\r\n\r\n").map_or("", |(_, body)| body)
}

/// One question on a connection of its own.
pub(super) async fn asks(port: u16, method: &str, path: &str, body: &str) -> String {
    let Ok(mut stream) = TcpStream::connect(("127.0.0.1", port)).await else { return "refused".to_owned() };
    let length = body.len();
    let question = format!(
        "{method} {path} HTTP/1.1\r\nhost: localhost:8080\r\nkeep-alive: 1\r\nconnection: close\r\ncontent-length: {length}\r\n\r\n{body}"
    );
    let mut came = Vec::new();
    if stream.write_all(question.as_bytes()).await.is_ok() {
        // A reset ends it as well.
        let _ = stream.read_to_end(&mut came).await;
    }
    String::from_utf8(came).unwrap()
}

async fn serves(listener: TcpListener, heard: Arc<Mutex<Vec<String>>>) {
    while let Ok((stream, _)) = listener.accept().await {
        let heard = Arc::clone(&heard);
        let service = service_fn(move |question: Request<Incoming>| {
            let heard = Arc::clone(&heard);
            async move {
                let (head, body) = question.into_parts();
                let body = String::from_utf8(body.collect().await.unwrap().to_bytes().to_vec()).unwrap();
                assert!(!head.headers.contains_key("keep-alive"), "it is not for the server");
                let host = head.headers["host"].to_str().unwrap();
                heard.lock().unwrap().push(format!("{} {} {host} {body}", head.method, head.uri));
                Ok::<_, hyper::Error>(Response::new(Full::<Bytes>::from(ANSWER)))
            }
        });
        tokio::spawn(http1::Builder::new().serve_connection(TokioIo::new(stream), service));
    }
}
