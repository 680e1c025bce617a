//! Pages: the tree on disk is the tree on screen. They read the desk's signals and hand it commands; they know neither
//! the line nor the store.

pub mod antrean;
pub mod buku;
pub mod catat;
pub mod catatan;
pub mod dialog;
pub mod hari_ini;
pub mod hilang;
pub mod kabar;
pub mod kelola;
pub mod kota;
pub mod masuk;
pub mod orang;
pub mod papan;
pub mod rencana;
pub mod saya;
pub mod tim;
pub mod tinjau;
pub mod tv;
