//! Photos in the simulated world: small pictures that travel in slices of four bytes, apart from the queue. Slices get lost,
//! doubled, late and bent; a second window sends the same ones; nodes die between looking and writing.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::audit::{Audit, Checked, ensure, fnv};
use super::coverage::Event;
use super::letter::{Body, Request};
use super::of;
use super::store::State;
use super::world::World;
use crate::command::Action;
use crate::entry::Photo;
use crate::ids::EmployeeId;
use crate::sync::line::Fault;
use crate::sync::parcel::shelf::Limits;
use crate::sync::parcel::{Heard, Next, Parcel};

/// What the server of this world takes.
pub(super) const LIMITS: Limits =
    Limits { bytes_max: 18, slice_bytes_max: SLICE_BYTES, slice_bytes_min: SLICE_BYTES, open_max: 2 };
const SLICE_BYTES: u32 = 4;
/// Longest wait for an answer.
const PATIENCE_MS: u64 = 30_000;

/// Pictures by the hash of their bytes.
pub(super) type Pictures = BTreeMap<String, Vec<u8>>;

/// What a device asks about a picture: how much is there, or here is a slice, from where, of how many.
#[derive(Clone, Debug)]
pub(super) struct Carried {
    pub(super) name: String,
    pub(super) slice: Option<(u32, Vec<u8>, u32)>,
}

/// The sending of the pictures that were on the disk when it began.
#[derive(Clone, Debug)]
pub(super) struct Sending {
    name: String,
    bytes: Vec<u8>,
    parcel: Parcel,
    next: Next,
    behind: VecDeque<String>,
    number: u64,
    pub(super) until_ms: u64,
}

pub(super) fn length(bytes: &[u8]) -> u32 {
    u32::try_from(bytes.len()).unwrap_or(u32::MAX)
}

/// The name of these bytes.
pub(super) fn hash(bytes: &[u8]) -> String {
    format!("{:064x}", fnv(bytes.iter().copied()))
}

/// The photos that an action speaks of. No form of the app makes a group with photos.
pub(super) fn photos_of(action: &Action) -> &[Photo] {
    if let Action::RecordEntry(record) = action {
        return &record.content.photos;
    }
    if let Action::ReviseEntry(revise) = action { &revise.content.photos } else { &[] }
}

impl World {
    /// Somebody holds the phone over a form, now and then.
    pub(super) fn pictures(&mut self) -> Vec<Photo> {
        if !self.chance.one_in(3) {
            return Vec::new();
        }
        let len = 4 + self.chance.place(15);
        let bytes: Vec<u8> = (0..len.div_ceil(8)).flat_map(|_| self.chance.next().to_be_bytes()).take(len).collect();
        let photo = Photo { sha256: hash(&bytes), bytes: length(&bytes) };
        self.pictures.insert(photo.sha256.clone(), bytes);
        vec![photo]
    }

    /// The queue is empty and the line is up: what lies on the disk may go, one after the other.
    pub(super) fn send_photos(&mut self, at: usize) -> Checked {
        let device = &mut self.devices[at];
        let waiting: VecDeque<String> = device.disk.pictures().keys().cloned().collect();
        match device.app.as_mut() {
            Some(app) if app.sending.is_none() => self.send_next(at, waiting),
            Some(_) | None => Ok(()),
        }
    }

    fn send_next(&mut self, at: usize, mut waiting: VecDeque<String>) -> Checked {
        let held = |name: String| Some((self.devices[at].disk.pictures().get(&name)?.clone(), name));
        let Some((bytes, name)) = std::iter::from_fn(|| waiting.pop_front()).find_map(held) else { return Ok(()) };
        let (parcel, next) = Parcel::new(length(&bytes), SLICE_BYTES, self.defences);
        self.carry(at, Sending { name, bytes, parcel, next, behind: waiting, number: 0, until_ms: 0 })
    }

    /// Does what is next for a picture.
    fn carry(&mut self, at: usize, mut sending: Sending) -> Checked {
        let slice = match sending.next {
            Next::Ask => None,
            Next::Send { from, to } => {
                let mut slice = sending.bytes[from as usize..to as usize].to_vec();
                if self.chance.one_in(self.weather.bend_in) {
                    slice[0] ^= 1;
                }
                Some((from, slice, length(&sending.bytes)))
            }
            Next::LetGo => {
                self.let_go(at, &sending.name)?;
                return self.send_next(at, sending.behind);
            }
            Next::Pass => return self.send_next(at, sending.behind),
            Next::Later => return Ok(()),
        };
        self.flights += 1;
        (sending.number, sending.until_ms) = (self.flights, self.now_ms + PATIENCE_MS);
        let asked = Carried { name: sending.name.clone(), slice };
        let number = sending.number;
        if let Some(app) = self.devices[at].app.as_mut() {
            app.sending = Some(sending);
        }
        self.send(at, number, Body::Up(Request::Photo(asked)));
        Ok(())
    }

    /// I15: a photo leaves the phone only when the office has all of it.
    fn let_go(&mut self, at: usize, name: &str) -> Checked {
        self.coverage.count(Event::PhotoArrived);
        self.say(|| format!("device {at} lets go of {name}"));
        let owner = self.devices[at].owner;
        ensure(self.is_at_office(owner, name), "I15", || format!("{name} of {owner} left before it had arrived"))?;
        self.devices[at].disk.picture_sent(name);
        Ok(())
    }

    /// An answer about a picture, if it is to what was last asked.
    pub(super) fn photo_heard(&mut self, at: usize, flight: u64, heard: Heard) -> Checked {
        let Some(app) = self.devices[at].app.as_mut() else { return Ok(()) };
        let Some(mut sending) = app.sending.take_if(|sending| sending.number == flight) else {
            self.coverage.count(Event::TooLate);
            return Ok(());
        };
        let event = match (sending.next, &heard) {
            (Next::Ask, Heard::Has(1..)) => Some(Event::ParcelResumed),
            (Next::Send { to, .. }, Heard::Has(has)) if to != *has => Some(Event::SliceElsewhere),
            (_, Heard::Damaged) => Some(Event::PhotoDamaged),
            _ => None,
        };
        event.into_iter().for_each(|event| self.coverage.count(event));
        sending.next = sending.parcel.step(heard);
        self.carry(at, sending)
    }

    /// No answer has come.
    pub(super) fn give_up_photo(&mut self, at: usize) -> Checked {
        let number = self.devices[at].app.as_ref().and_then(|app| Some(app.sending.as_ref()?.number));
        number.map_or(Ok(()), |number| self.photo_heard(at, number, Heard::Failed(Fault::Offline)))
    }

    /// Another window of the same browser sends some slice of what lies on the disk.
    pub(super) fn second_window_photo(&mut self, at: usize) {
        let Some((name, bytes)) = self.devices[at].disk.pictures().iter().next() else { return };
        let (name, bytes) = (name.clone(), bytes.clone());
        let slices: Vec<&[u8]> = bytes.chunks(SLICE_BYTES as usize).collect();
        let place = self.chance.place(slices.len());
        let from = SLICE_BYTES * u32::try_from(place).unwrap_or(0);
        let slice = Some((from, slices[place].to_vec(), length(&bytes)));
        self.send(at, 0, Body::Up(Request::Photo(Carried { name, slice })));
    }

    /// A parcel has lain untouched for too long.
    pub(super) fn sweep(&mut self) {
        let open: Vec<(EmployeeId, String)> = self.store.with(|state| state.parcels.keys().cloned().collect());
        if let Some(gone) = self.chance.pick(&open) {
            self.store.change(|state| state.parcels.remove(gone));
            self.coverage.count(Event::ParcelSwept);
        }
    }

    fn is_at_office(&self, owner: EmployeeId, name: &str) -> bool {
        let key = (owner, name.to_owned());
        let whole = self.store.with(|state| state.photos.get(&key).is_some_and(|bytes| hash(bytes) == name));
        whole || self.audit.photos_lost.contains(&key)
    }

    /// At rest: the photos of every entry are at the office, unless they went down with a phone or with a restored database.
    pub(super) fn check_photos(&self) -> Checked {
        for device in self.devices.iter().filter(|device| device.app.is_some()) {
            let left = device.disk.pictures();
            ensure(left.is_empty(), "L1", || format!("{} still has {left:?}", device.owner))?;
        }
        let gone = self.audit.photos_forgiven();
        for entry in of::entries(&self.audit.life.rows) {
            for photo in entry.photos.iter().filter(|photo| !gone.contains(photo.sha256.as_str())) {
                let there = self.is_at_office(entry.owner, &photo.sha256);
                ensure(there, "I15", || format!("{} of {} is nowhere", photo.sha256, entry.id))?;
            }
        }
        Ok(())
    }
}

impl Audit {
    /// Photos of commands that were discarded, or lost in a way that the person was told of.
    fn photos_forgiven(&self) -> BTreeSet<&str> {
        let wishes = self.forgiven.iter().filter_map(|id| self.wishes.get(id));
        wishes.flat_map(|wish| photos_of(&wish.command.action)).map(|photo| photo.sha256.as_str()).collect()
    }

    /// The server goes back to an earlier day: these photos it had, and the phones have let go of them. Nobody can help it.
    pub(super) fn forget_photos(&mut self, before: &State, after: &State) -> usize {
        let lost = before.photos.iter().filter(|(key, bytes)| hash(bytes) == key.1 && !after.photos.contains_key(*key));
        let count = self.photos_lost.len();
        self.photos_lost.extend(lost.map(|(key, _)| key.clone()));
        self.photos_lost.len() - count
    }
}
