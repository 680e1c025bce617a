//! What is to go wrong, with which questions, and how often. Knows no sockets.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use regex::Regex;
use serde::Deserialize;
use tokio::sync::watch;

/// What becomes of a question.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(tag = "what", rename_all = "kebab-case")]
pub(crate) enum What {
    /// It goes through untouched, whatever the rules after this one say.
    Pass,
    /// The line breaks before anybody has heard it.
    CutBefore,
    /// It is carried out and answered; the line breaks before the answer has been heard.
    CutAfterCommit,
    /// Half of the question's body is heard, then the line breaks on both sides.
    CutMidQuestion,
    /// Half of the answer's body arrives, then the line breaks.
    CutMidBody,
    /// It is carried out and answered; the line stays open and silent until the rule is lifted or the line breaks.
    Swallow,
    /// A stranger answers, with a page and status 200.
    Portal,
    /// The office says that the session is over.
    SignedOut,
    /// The office says this.
    Say {
        /// Status.
        status: u16,
        /// JSON.
        body: serde_json::Value,
    },
    /// Nothing happens for so long, then all is well.
    Stall {
        /// How long.
        ms: u64,
    },
    /// It arrives twice at the same time; one of the two answers comes back once both have been given.
    Twice,
    /// It is not asked until the rule is lifted.
    Hold,
    /// The answer comes from a later version: everything in it has a field that nobody knows yet.
    Later,
}

/// A rule as the control port is told it.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Wish {
    #[serde(flatten)]
    what: What,
    /// Only this method.
    method: Option<String>,
    /// A regular expression for the path with its query; none means every path.
    path: Option<String>,
    /// For so many questions; none means until it is lifted.
    times: Option<u64>,
}

/// A rule in force.
#[derive(Debug)]
pub(crate) struct Rule {
    pub(crate) id: u64,
    pub(crate) what: What,
    method: Option<String>,
    path: Option<Regex>,
    left: AtomicU64,
    caught: watch::Sender<u64>,
    lifted: watch::Sender<bool>,
}

impl Rule {
    /// Takes one of the questions that this rule is for, if it is for this one.
    fn takes(&self, method: &str, path: &str) -> bool {
        let fits = self.method.as_deref().is_none_or(|wanted| wanted == method)
            && self.path.as_ref().is_none_or(|wanted| wanted.is_match(path));
        let one_less = |left: u64| left.checked_sub(1);
        fits && self.left.fetch_update(Ordering::SeqCst, Ordering::SeqCst, one_less).is_ok()
    }

    /// It has caught this: counts it, and does with it what is to be done.
    pub(crate) fn caught<T, U>(&self, it: T, then: impl FnOnce(T) -> U) -> U {
        self.caught.send_modify(|caught| *caught += 1);
        then(it)
    }

    /// Waits until it has caught so many, and says how many.
    pub(crate) async fn has_caught(&self, count: u64) -> u64 {
        let mut caught = self.caught.subscribe();
        // An error would mean that the sender is gone, and `self` holds it.
        caught.wait_for(|caught| *caught >= count).await.map_or(0, |caught| *caught)
    }

    /// Waits until it is lifted.
    pub(crate) async fn is_lifted(&self) {
        let mut lifted = self.lifted.subscribe();
        let _ = lifted.wait_for(|lifted| *lifted).await;
    }
}

/// All rules in force; the first one that fits a question has it.
#[derive(Debug, Default)]
pub(crate) struct Book {
    rules: Mutex<Vec<Arc<Rule>>>,
    last: AtomicU64,
}

impl Book {
    /// Puts a rule in force.
    pub(crate) fn adds(&self, wish: Wish) -> Result<Arc<Rule>, regex::Error> {
        let rule = Arc::new(Rule {
            id: self.last.fetch_add(1, Ordering::SeqCst) + 1,
            what: wish.what,
            method: wish.method,
            path: wish.path.as_deref().map(Regex::new).transpose()?,
            left: AtomicU64::new(wish.times.unwrap_or(u64::MAX)),
            caught: watch::Sender::new(0),
            lifted: watch::Sender::new(false),
        });
        self.rules().push(Arc::clone(&rule));
        Ok(rule)
    }

    /// The rule that has this question, if there is one.
    pub(crate) fn takes(&self, method: &str, path: &str) -> Option<Arc<Rule>> {
        self.rules().iter().find(|rule| rule.takes(method, path)).map(Arc::clone)
    }

    pub(crate) fn find(&self, id: u64) -> Option<Arc<Rule>> {
        self.rules().iter().find(|rule| rule.id == id).map(Arc::clone)
    }

    /// Ends a rule. What it holds goes on.
    pub(crate) fn lifts(&self, id: u64) -> bool {
        let mut rules = self.rules();
        let Some(at) = rules.iter().position(|rule| rule.id == id) else { return false };
        rules.remove(at).lifted.send_replace(true);
        true
    }

    fn rules(&self) -> MutexGuard<'_, Vec<Arc<Rule>>> {
        // A thread that panicked in here left a list that is whole all the same.
        self.rules.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wish(json: &str) -> Wish {
        serde_json::from_str(json).unwrap()
    }

    #[test]
    fn a_rule_is_for_its_method_and_path_and_for_so_many_questions() {
        let book = Book::default();
        book.adds(wish(r#"{"what":"portal","method":"POST","path":"^\\/api\\/sync\\/push","times":2}"#)).unwrap();
        let table = [
            ("GET", "/api/sync/push", false),
            ("POST", "/x/api/sync/push", false),
            ("POST", "/api/sync/push?a=1", true),
            ("POST", "/api/sync/push", true),
            ("POST", "/api/sync/push", false),
        ];
        for (method, path, takes) in table {
            assert_eq!(book.takes(method, path).is_some(), takes, "{method} {path}");
        }
    }

    #[test]
    fn the_first_rule_has_it_and_a_lifted_one_is_gone() {
        let book = Book::default();
        let first = book.adds(wish(r#"{"what":"pass"}"#)).unwrap();
        let second = book.adds(wish(r#"{"what":"stall","ms":5000}"#)).unwrap();
        assert_eq!(book.takes("GET", "/").unwrap().what, What::Pass);
        assert!(book.lifts(first.id) && !book.lifts(first.id) && book.find(first.id).is_none());
        assert_eq!(book.takes("GET", "/").unwrap().id, second.id);
    }

    #[test]
    fn a_wish_that_cannot_be_read_is_no_rule() {
        for json in [r#"{"what":"explode"}"#, r#"{"what":"stall"}"#, r#"{"path":"/"}"#] {
            assert!(serde_json::from_str::<Wish>(json).is_err(), "{json}");
        }
        assert!(Book::default().adds(wish(r#"{"what":"pass","path":"("}"#)).is_err());
    }

    #[tokio::test]
    async fn whoever_waits_for_a_rule_is_told() {
        let book = Book::default();
        let rule = book.adds(wish(r#"{"what":"hold"}"#)).unwrap();
        let told = tokio::spawn({
            let rule = Arc::clone(&rule);
            async move { (rule.has_caught(2).await, rule.is_lifted().await) }
        });
        rule.caught((), drop);
        rule.caught((), drop);
        book.lifts(rule.id);
        assert_eq!(told.await.unwrap().0, 2);
    }
}
