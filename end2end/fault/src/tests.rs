//! The whole program on real sockets: a browser of ours, the line, and a server of ours behind it.

mod faults;
mod lines;
mod world;
