//! What some entries of the demo say besides their words: what goes on, what is blocked, where the evidence lies, and the two kinds of
//! work that an SKP asks for by name.

use shared::entry::{Adoption, Doing, More, Part, Special};

use super::week::Dice;

const OBSTACLES: [&str; 4] = [
    "Jaringan SIAK putus sejak pukul 10.00; berkas dikumpulkan dulu di loket.",
    "Menunggu blangko dari provinsi, sudah disurati dua kali.",
    "Pemohon belum membawa surat nikah asli.",
    "Printer loket 3 rusak, memakai printer sekretariat bergantian.",
];
const LINKS: [&str; 3] = [
    "https://drive.muarakencana.go.id/loket/rekap-harian",
    "https://arsip.muarakencana.go.id/berita-acara/2026/117",
    "https://sippn.menpan.go.id/pelayanan-publik/akta-kelahiran",
];

/// Most entries say nothing more.
pub(super) fn more(dice: &mut Dice) -> More {
    let pick = |list: &[&str], at: u64| list[usize::try_from(at).unwrap_or(0) % list.len()].to_owned();
    let mut more = More::default();
    match dice.below(24) {
        0 => (more.doing, more.obstacle) = (Doing::Blocked, pick(&OBSTACLES, dice.below(4))),
        1 | 2 => more.doing = Doing::Going,
        3..=6 => more.links.push(pick(&LINKS, dice.below(3))),
        7 => {
            let effect = "Pemohon tidak lagi kembali untuk melengkapi berkas; rata-rata dua orang sehari.".to_owned();
            more.special = Some(Special::Innovation { adoption: Adoption::Tried, effect });
        }
        8 => {
            let (forum, part) = ("Rapat evaluasi loket bersama kelurahan".to_owned(), Part::Adviser);
            let outcome = "Loket dibuka 30 menit lebih pagi setiap Senin.".to_owned();
            more.special = Some(Special::Participation { forum, part, outcome });
        }
        _ => {}
    }
    more
}
