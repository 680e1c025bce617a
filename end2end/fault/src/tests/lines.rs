//! The line itself: cut, opened again, streaming; and the control port's refusals.

use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpSocket, TcpStream};
use tokio::time::timeout;

use super::world::{ANSWER, World, asks, body_of};

#[tokio::test]
async fn a_line_that_is_cut_refuses_and_comes_back_on_the_same_port() {
    let world = World::new().await;
    let port = world.control.line.port;
    let mut open = TcpStream::connect(("127.0.0.1", port)).await.unwrap();
    for round in 0..3 {
        assert_eq!(body_of(&world.asks("GET", "/", "").await), ANSWER, "round {round}");
        world.orders("POST", "/cut", "").await;
        world.orders("POST", "/cut", "").await;
        assert_eq!(world.asks("GET", "/", "").await, "refused", "round {round}");
        let other = TcpSocket::new_v4().unwrap();
        assert!(other.bind(([127, 0, 0, 1], port).into()).is_err(), "nobody else can take the port");
        world.orders("POST", "/open", "").await;
        world.orders("POST", "/open", "").await;
    }
    assert!(matches!(open.read(&mut [0]).await, Ok(0) | Err(_)), "what was open is broken");
    assert_eq!(world.control.line.port, port);
}

#[tokio::test]
async fn a_server_that_is_not_there_breaks_the_line() {
    let world = World::new().await;
    let nobody = TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap().port();
    world.control.carrier.upstream.store(nobody, std::sync::atomic::Ordering::SeqCst);
    assert_eq!(world.asks("GET", "/", "").await, "");
}

/// An answer without an end, as a live line is: what the server has written arrives although it goes on.
#[tokio::test]
async fn a_stream_is_not_kept_back_and_its_end_reaches_the_server() {
    let world = World::new().await;
    let server = TcpListener::bind("127.0.0.1:0").await.unwrap();
    world.control.carrier.upstream.store(server.local_addr().unwrap().port(), std::sync::atomic::Ordering::SeqCst);
    let mut browser = TcpStream::connect(("127.0.0.1", world.control.line.port)).await.unwrap();
    browser.write_all(b"GET /api/live HTTP/1.1\r\nhost: localhost\r\n\r\n").await.unwrap();
    let (mut live, _) = server.accept().await.unwrap();
    let head = "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ntransfer-encoding: chunked\r\n\r\n";
    live.write_all(head.as_bytes()).await.unwrap();
    for word in ["satu", "dua"] {
        live.write_all(format!("{:x}\r\n{word}\r\n", word.len()).as_bytes()).await.unwrap();
        assert!(reads_until(&mut browser, word).await, "{word} arrived");
    }
    drop(browser);
    let mut rest = Vec::new();
    let end = timeout(Duration::from_secs(10), live.read_to_end(&mut rest)).await;
    assert!(end.is_ok(), "the server hears that the browser has gone");
}

async fn reads_until(stream: &mut TcpStream, word: &str) -> bool {
    let mut came = String::new();
    let reading = async {
        let mut piece = [0; 256];
        while !came.contains(word) {
            let read = stream.read(&mut piece).await.unwrap();
            assert!(read > 0, "it ended early: {came}");
            came.push_str(std::str::from_utf8(&piece[..read]).unwrap());
        }
    };
    timeout(Duration::from_secs(10), reading).await.is_ok()
}

#[tokio::test]
async fn what_has_passed_is_told_with_its_weight() {
    let world = World::new().await;
    world.asks("POST", "/api/push?a=1", "{}").await;
    let passed = world.orders("GET", "/passed", "").await;
    assert_eq!(passed[0]["method"], "POST");
    assert_eq!((&passed[0]["path"], &passed[0]["status"]), (&"/api/push?a=1".into(), &200.into()));
    assert!(passed[0]["bytes"].as_u64().unwrap() > ANSWER.len() as u64);
}

#[tokio::test]
async fn an_order_that_cannot_be_carried_out_is_refused_in_words() {
    let world = World::new().await;
    let control = world.control_port();
    let table = [
        ("POST", "/rules", r#"{"what":"explode"}"#, "400"),
        ("POST", "/rules", r#"{"what":"pass","path":"("}"#, "400"),
        ("GET", "/rules/7/caught", "", "404"),
        ("GET", "/rules/x/caught", "", "400"),
        ("GET", "/nowhere", "", "404"),
    ];
    for (method, path, body, status) in table {
        let answer = asks(control, method, path, body).await;
        assert_eq!(&answer[9..12], status, "{method} {path}");
        assert!(body_of(&answer).contains("wrong"), "{answer}");
    }
}
