//! Following: another window of the same browser sends for this one.

use super::Phone;

impl Phone {
    /// Whether another window sends for this one. A phone that follows takes in what is saved and discarded and starts no exchange.
    /// One that was under way when it began to follow is given up, and its answers are passed over: the server knows by its ids what has
    /// arrived.
    pub fn follow(&mut self, follows: bool) {
        if follows && !self.follows {
            self.flying = false;
            self.again = false;
            self.run.interrupted();
        }
        self.follows = follows;
    }
}
