//! The two sides alone, and against each other over a line that loses, doubles, mixes up and bends.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use super::shelf::{Have, LIMITS, Limits, Slice, Taken, crowded_out, fits, take};
use super::{Heard, Next, Parcel};
use crate::chance::splitmix64;
use crate::entry::PHOTO_BYTES_MAX;
use crate::sync::defence::Defences;
use crate::sync::line::Fault;
use crate::words::Spoken;

const SMALL: Limits = Limits { bytes_max: 40, slice_bytes_max: 4, slice_bytes_min: 2, open_max: 2 };

fn parcel(bytes: u32) -> Parcel {
    let (parcel, first) = Parcel::new(bytes, 4, Defences::default());
    assert_eq!(first, Next::Ask);
    parcel
}

fn refused() -> Heard {
    let reason = Spoken { code: "too_large".to_owned(), id: String::new(), en: String::new() };
    Heard::Failed(Fault::Refused { reason })
}

#[test]
fn slice_by_slice_from_where_the_office_is() {
    let mut photo = parcel(10);
    assert_eq!(photo.step(Heard::Has(4)), Next::Send { from: 4, to: 8 });
    assert_eq!(photo.step(Heard::Has(8)), Next::Send { from: 8, to: 10 });
    assert_eq!(photo.step(Heard::Whole), Next::LetGo);
    assert_eq!(parcel(10).step(Heard::Whole), Next::LetGo, "it was there already");
}

#[test]
fn a_photo_stays_unless_the_office_says_that_it_has_all_of_it() {
    let table = [
        (Heard::Has(10), Next::Pass),
        (Heard::Has(99), Next::Pass),
        (Heard::Failed(Fault::Offline), Next::Later),
        (Heard::Failed(Fault::Busy), Next::Later),
        (Heard::Failed(Fault::SignedOut), Next::Later),
        (refused(), Next::Pass),
    ];
    for (heard, next) in table {
        let mut photo = parcel(10);
        assert_eq!(photo.step(Heard::Has(8)), Next::Send { from: 8, to: 10 });
        assert_eq!(photo.step(heard.clone()), next, "{heard:?}");
    }
}

#[test]
fn a_damaged_photo_is_sent_once_more_from_its_beginning_and_then_waits() {
    let mut photo = parcel(6);
    photo.step(Heard::Has(4));
    assert_eq!(photo.step(Heard::Damaged), Next::Send { from: 0, to: 4 });
    assert_eq!(photo.step(Heard::Has(4)), Next::Send { from: 4, to: 6 });
    assert_eq!(photo.step(Heard::Damaged), Next::Pass);
}

#[test]
fn a_parcel_that_comes_no_further_ends() {
    let mut photo = parcel(10);
    assert_eq!(photo.step(Heard::Has(4)), Next::Send { from: 4, to: 8 });
    assert_eq!(photo.step(Heard::Has(4)), Next::Send { from: 4, to: 8 });
    assert_eq!(photo.step(Heard::Has(0)), Next::Send { from: 0, to: 4 }, "it was cleared away");
    assert_eq!(photo.step(Heard::Has(0)), Next::Later);
}

#[test]
fn what_the_office_does_with_a_slice() {
    let table = [
        (Have::Part(0), (0, 4, 10), Taken::More(4)),
        (Have::Part(8), (8, 2, 10), Taken::Last),
        (Have::Part(0), (0, 1, 1), Taken::Last),
        (Have::Part(4), (0, 4, 10), Taken::Elsewhere(4)),
        (Have::Part(4), (2, 4, 10), Taken::Elsewhere(4)),
        (Have::Part(4), (8, 2, 10), Taken::Elsewhere(4)),
        (Have::Whole(10), (4, 4, 10), Taken::Whole),
        (Have::Part(0), (0, 5, 10), Taken::TooLarge),
        (Have::Part(0), (0, 4, 41), Taken::TooLarge),
        (Have::Part(0), (0, 0, 10), Taken::Unfit),
        (Have::Part(0), (0, 0, 0), Taken::Unfit),
        (Have::Part(0), (0, 1, 10), Taken::Unfit),
        (Have::Part(8), (8, 4, 10), Taken::Unfit),
        (Have::Part(8), (u32::MAX, 4, 10), Taken::Unfit),
    ];
    for (have, (from, bytes, whole), taken) in table {
        assert_eq!(take(have, Slice { from, bytes, whole }, &SMALL), taken, "{have:?}, {from} {bytes} {whole}");
    }
}

#[test]
fn the_largest_photo_goes_in_five_slices() {
    let (mut photo, _) = Parcel::new(PHOTO_BYTES_MAX, super::SLICE_BYTES, Defences::default());
    let (mut has, mut slices) = (0, 0);
    while let Next::Send { from, to } = photo.step(Heard::Has(has)) {
        let slice = Slice { from, bytes: to - from, whole: PHOTO_BYTES_MAX };
        slices += 1;
        let taken = take(Have::Part(has), slice, &LIMITS);
        if taken == Taken::Last {
            break;
        }
        assert_eq!(taken, Taken::More(to));
        has = to;
    }
    assert_eq!(slices, 5);
}

#[test]
fn who_has_too_many_open_loses_the_one_that_lay_longest() {
    let open = |names: &[(&str, u32)]| names.iter().map(|(name, at)| ((*name).to_owned(), *at)).collect::<Vec<_>>();
    let two = open(&[("b", 2), ("a", 1)]);
    assert_eq!(crowded_out(&two, "c", &SMALL), Some("a"));
    assert_eq!(crowded_out(&two, "b", &SMALL), None, "it has its place");
    assert_eq!(crowded_out(&open(&[("b", 2)]), "c", &SMALL), None);
}

/// An office of one shelf. Its hash is the bytes themselves.
#[derive(Default)]
struct Shelf {
    part: Vec<u8>,
    whole: Option<Vec<u8>>,
}

impl Shelf {
    fn have(&self) -> Have {
        let part = Have::Part(u32::try_from(self.part.len()).unwrap());
        self.whole.as_ref().map_or(part, |whole| Have::Whole(u32::try_from(whole.len()).unwrap()))
    }

    fn hears(&mut self, name: &str, from: u32, slice: &[u8], whole: u32) -> Heard {
        let bytes = u32::try_from(slice.len()).unwrap();
        match take(self.have(), Slice { from, bytes, whole }, &SMALL) {
            Taken::Whole => Heard::Whole,
            Taken::Elsewhere(has) => Heard::Has(has),
            Taken::More(to) => {
                self.part.extend(slice);
                Heard::Has(to)
            }
            Taken::Last => {
                let whole = [&std::mem::take(&mut self.part), slice].concat();
                if !fits(name, &String::from_utf8_lossy(&whole), Defences::default()) {
                    return Heard::Damaged;
                }
                self.whole = Some(whole);
                Heard::Whole
            }
            Taken::TooLarge | Taken::Unfit => refused(),
        }
    }
}

#[test]
fn over_any_line_and_from_two_windows_at_once_the_photo_is_whole_before_it_leaves() {
    for seed in 0..500 {
        let mut state = seed;
        let mut chance = |count: u64| splitmix64(&mut state) % count;
        let name = "satu foto dari loket"[..usize::try_from(5 + chance(15)).unwrap()].to_owned();
        let whole = u32::try_from(name.len()).unwrap();
        let mut shelf = Shelf::default();
        let mut windows = [(parcel(whole), Next::Ask), (parcel(whole), Next::Ask)];
        let mut late: Vec<(u32, Vec<u8>)> = Vec::new();
        for _ in 0..2_000 {
            let (window, next) = &mut windows[usize::try_from(chance(2)).unwrap()];
            let heard = match *next {
                Next::LetGo => {
                    assert_eq!(shelf.whole.as_deref(), Some(name.as_bytes()), "seed {seed}");
                    continue;
                }
                Next::Later | Next::Pass => {
                    (*window, *next) = Parcel::new(whole, 4, Defences::default());
                    continue;
                }
                Next::Ask => match shelf.have() {
                    Have::Whole(_) => Heard::Whole,
                    Have::Part(has) => Heard::Has(has),
                },
                Next::Send { from, to } => {
                    let mut slice = name.as_bytes()[from as usize..to as usize].to_vec();
                    if chance(9) == 0 {
                        slice[0] = b'#';
                    }
                    late.push((from, slice.clone()));
                    if chance(4) == 0 { Heard::Failed(Fault::Offline) } else { shelf.hears(&name, from, &slice, whole) }
                }
            };
            *next = if chance(6) == 0 { window.step(Heard::Failed(Fault::Offline)) } else { window.step(heard) };
            if chance(3) == 0
                && let Some((from, slice)) = late.get(usize::try_from(chance(late.len().max(1) as u64)).unwrap())
            {
                shelf.hears(&name, *from, slice, whole);
            }
        }
        assert!(windows.iter().all(|(_, next)| *next == Next::LetGo), "seed {seed}: {windows:?}");
    }
}
