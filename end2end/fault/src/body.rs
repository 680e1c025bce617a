//! Bodies on their way: counted, cut in the middle, or ours.

use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::task::{Context, Poll};

use bytes::Bytes;
use http_body_util::combinators::UnsyncBoxBody;
use http_body_util::{BodyExt, Full};
use hyper::body::{Body, Frame, Incoming, SizeHint};

use crate::broken::Broken;

/// The body of an answer.
pub(crate) type Answer = UnsyncBoxBody<Bytes, Broken>;

/// A body that is here already.
pub(crate) fn whole(bytes: impl Into<Bytes>) -> Answer {
    Full::new(bytes.into()).map_err(|never| match never {}).boxed_unsync()
}

/// The server's body as it comes, with its bytes counted.
pub(crate) fn counted(incoming: Incoming, bytes: Arc<AtomicU64>) -> Answer {
    let count = move |frame: Frame<Bytes>| {
        let passed = frame.data_ref().map_or(0, |data| data.len() as u64);
        bytes.fetch_add(passed, Ordering::Relaxed);
        frame
    };
    incoming.map_frame(count).map_err(Broken::from).boxed_unsync()
}

/// The first half of these bytes, and then the line breaks; the length is that of the whole.
pub(crate) fn half(bytes: Bytes) -> Answer {
    Half { promised: bytes.len() as u64, step: Step::Send(bytes.slice(..bytes.len() / 2)) }.boxed_unsync()
}

struct Half {
    promised: u64,
    step: Step,
}

enum Step {
    Send(Bytes),
    /// What was sent must leave the house before the line breaks, so one turn is left to whoever writes it out.
    Flush,
    Break,
}

impl Body for Half {
    type Data = Bytes;
    type Error = Broken;

    fn poll_frame(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, Broken>>> {
        match std::mem::replace(&mut self.step, Step::Break) {
            Step::Send(bytes) => {
                self.step = Step::Flush;
                Poll::Ready(Some(Ok(Frame::data(bytes))))
            }
            Step::Flush => {
                cx.waker().wake_by_ref();
                Poll::Pending
            }
            Step::Break => Poll::Ready(Some(Err(Broken::OnPurpose))),
        }
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.promised)
    }
}
