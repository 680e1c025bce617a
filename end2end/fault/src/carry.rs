//! Carries a question to the server and its answer back, as the rules want it. The Host header is not touched, because the server
//! compares it with the Origin.

use std::net::Ipv4Addr;
use std::sync::atomic::{AtomicU16, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use bytes::Bytes;
use http_body_util::{BodyExt, Full};
use hyper::body::{Body, Incoming};
use hyper::client::conn::http1;
use hyper::header::{ACCEPT_ENCODING, CONTENT_LENGTH};
use hyper::{Request, Response};
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;

use crate::body::{self, Answer};
use crate::broken::Broken;
use crate::headers::{drop_hop_by_hop, size};
use crate::rule::{Book, Rule, What};
use crate::{later, strangers};

/// One answer of the server as it went over the line.
#[derive(Clone, Debug)]
pub(crate) struct Passed {
    pub(crate) method: String,
    pub(crate) path: String,
    pub(crate) status: u16,
    /// Head and body so far.
    pub(crate) bytes: Arc<AtomicU64>,
}

/// One question as the browser sent it, whatever became of it.
#[derive(Clone, Debug)]
pub(crate) struct Asked {
    pub(crate) method: String,
    pub(crate) path: String,
    /// What its head says of its body.
    pub(crate) bytes: u64,
}

/// The one who carries. Knows the server, the rules, and what has passed.
#[derive(Debug, Default)]
pub(crate) struct Carrier {
    pub(crate) upstream: AtomicU16,
    pub(crate) book: Book,
    passed: Mutex<Vec<Passed>>,
    asked: Mutex<Vec<Asked>>,
}

impl Carrier {
    pub(crate) fn passed(&self) -> Vec<Passed> {
        self.passed.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    pub(crate) fn asked(&self) -> Vec<Asked> {
        self.asked.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// From the question to the answer that the browser gets. An error breaks the browser's connection.
    pub(crate) async fn carry(&self, question: Request<Incoming>) -> Result<Response<Answer>, Broken> {
        self.asked.lock().unwrap_or_else(PoisonError::into_inner).push(asked(&question));
        let path = question.uri().path_and_query().map_or("/", |path| path.as_str());
        match self.book.takes(question.method().as_str(), path) {
            Some(rule) => self.carry_by(&rule, question).await,
            None => self.forward(question).await,
        }
    }

    /// A rule has done its work when the question has met it, or, if it is about the answer, when the server has given one.
    async fn carry_by(&self, rule: &Rule, question: Request<Incoming>) -> Result<Response<Answer>, Broken> {
        match &rule.what {
            What::CutAfterCommit => rule.caught(self.hear_whole(question).await?, |_| Err(Broken::OnPurpose)),
            What::CutMidQuestion => {
                self.half_ask(question).await?;
                rule.caught((), |()| Err(Broken::OnPurpose))
            }
            What::CutMidBody => rule.caught(self.hear_whole(question).await?, |answer| Ok(answer.map(body::half))),
            What::Later => rule.caught(self.hear_plain(question).await?, |answer| Ok(later::version_of(answer))),
            What::Twice => rule.caught(self.hear_twice(question).await?, |answer| Ok(answer.map(body::whole))),
            What::Swallow => {
                rule.caught(self.hear_whole(question).await?, drop);
                rule.is_lifted().await;
                Err(Broken::OnPurpose)
            }
            What::Pass => rule.caught(question, |question| self.forward(question)).await,
            What::CutBefore => rule.caught(question, |_| Err(Broken::OnPurpose)),
            What::Portal => rule.caught(question, strangers::portal).await,
            What::SignedOut => rule.caught(question, strangers::signed_out).await,
            What::Say { status, body } => rule.caught(question, |it| strangers::say(it, *status, body)).await,
            What::Stall { ms } => {
                rule.caught((), drop);
                tokio::time::sleep(Duration::from_millis(*ms)).await;
                self.forward(question).await
            }
            What::Hold => {
                rule.caught((), drop);
                rule.is_lifted().await;
                self.forward(question).await
            }
        }
    }

    /// The server hears half of the question. Whatever it makes of it is lost.
    async fn half_ask(&self, question: Request<Incoming>) -> Result<(), Broken> {
        let (head, incoming) = question.into_parts();
        let bytes = incoming.collect().await?.to_bytes();
        let _ = self.ask(Request::from_parts(head, body::half(bytes))).await;
        Ok(())
    }

    /// Straight through; an answer streams as it comes.
    async fn forward(&self, question: Request<Incoming>) -> Result<Response<Answer>, Broken> {
        let mut passed = passed(&question);
        let (head, incoming) = self.ask(question).await?.into_parts();
        passed.status = head.status.as_u16();
        passed.bytes.store(size(&head.headers), Ordering::Relaxed);
        let bytes = Arc::clone(&passed.bytes);
        self.passed.lock().unwrap_or_else(PoisonError::into_inner).push(passed);
        Ok(Response::from_parts(head, body::counted(incoming, bytes)))
    }

    /// The server has answered, to the last byte.
    async fn hear_whole(&self, question: Request<Incoming>) -> Result<Response<Bytes>, Broken> {
        let (head, incoming) = self.ask(question).await?.into_parts();
        Ok(Response::from_parts(head, incoming.collect().await?.to_bytes()))
    }

    /// As `hear_whole`, and not compressed, so that it can be read.
    async fn hear_plain(&self, mut question: Request<Incoming>) -> Result<Response<Bytes>, Broken> {
        question.headers_mut().remove(ACCEPT_ENCODING);
        self.hear_whole(question).await
    }

    /// The same question on two connections at once. Which answer comes back is the server's luck.
    async fn hear_twice(&self, question: Request<Incoming>) -> Result<Response<Bytes>, Broken> {
        let (head, incoming) = question.into_parts();
        let bytes = incoming.collect().await?.to_bytes();
        let once = || async {
            let question = Request::from_parts(head.clone(), Full::new(bytes.clone()));
            let (head, incoming) = self.ask(question).await?.into_parts();
            Ok(Response::from_parts(head, incoming.collect().await?.to_bytes()))
        };
        let (one, other) = tokio::join!(once(), once());
        one.and(other)
    }

    async fn ask<B>(&self, mut question: Request<B>) -> Result<Response<Incoming>, Broken>
    where
        B: Body<Data = Bytes> + Send + 'static,
        B::Error: std::error::Error + Send + Sync,
    {
        drop_hop_by_hop(question.headers_mut());
        let stream = TcpStream::connect((Ipv4Addr::LOCALHOST, self.upstream.load(Ordering::SeqCst))).await?;
        stream.set_nodelay(true)?;
        let (mut sender, connection) = http1::handshake(TokioIo::new(stream)).await?;
        // It ends when either side goes; whoever reads the answer hears of it.
        tokio::spawn(connection);
        let mut answer = sender.send_request(question).await?;
        drop_hop_by_hop(answer.headers_mut());
        Ok(answer)
    }
}

fn asked(question: &Request<Incoming>) -> Asked {
    let bytes = question.headers().get(CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse().ok());
    Asked { method: question.method().to_string(), path: question.uri().to_string(), bytes: bytes.unwrap_or(0) }
}

fn passed(question: &Request<Incoming>) -> Passed {
    Passed { method: question.method().to_string(), path: question.uri().to_string(), status: 0, bytes: Arc::default() }
}
