//! What a server node does with a slice of a photo: look, decide by the core, write if it is still so; else look again.

use super::letter::Reply;
use super::photo::{Carried, LIMITS, hash, length};
use super::store::{SimStore, State};
use crate::ids::EmployeeId;
use crate::sync::defence::Defences;
use crate::sync::line::Fault;
use crate::sync::parcel::Heard;
use crate::sync::parcel::shelf::{Have, Slice, Taken, crowded_out, fits, take};

/// How often a node looks again when somebody else was faster.
const TRIES_MAX: u32 = 12;

type Key = (EmployeeId, String);

/// Carries a question about a photo to its answer.
pub(super) async fn shelve(
    store: SimStore,
    owner: EmployeeId,
    asked: Carried,
    now_ms: u64,
    defences: Defences,
) -> Reply {
    let key = (owner, asked.name);
    for _ in 0..TRIES_MAX {
        store.others_first().await;
        let (have, crowded) = store.with(|state| look(state, &key));
        let has = match have {
            Have::Part(has) => has,
            Have::Whole(_) => return Reply::Photo(Heard::Whole),
        };
        let Some((from, bytes, whole)) = &asked.slice else { return Reply::Photo(Heard::Has(has)) };
        let (from, whole) = (*from, *whole);
        let heard = match take(have, Slice { from, bytes: length(bytes), whole }, &LIMITS) {
            Taken::Whole => Heard::Whole,
            Taken::Elsewhere(has) => Heard::Has(has),
            Taken::TooLarge | Taken::Unfit => return Reply::Photo(Heard::Failed(Fault::Busy)),
            Taken::More(to) => {
                store.others_first().await;
                let written = store.write_photo(|state| state.append(&key, from, bytes, crowded, now_ms));
                if !written {
                    continue;
                }
                Heard::Has(to)
            }
            Taken::Last => {
                let part = store.with(|state| state.parcels.get(&key).map(|(_, part)| part.clone()));
                let whole = [part.unwrap_or_default().as_slice(), bytes].concat();
                let kept = fits(&key.1, &hash(&whole), defences).then_some(whole);
                let heard = if kept.is_some() { Heard::Whole } else { Heard::Damaged };
                store.others_first().await;
                if !store.write_photo(|state| state.close(&key, from, kept)) {
                    continue;
                }
                heard
            }
        };
        return Reply::Photo(heard);
    }
    Reply::Photo(Heard::Failed(Fault::Busy))
}

fn look(state: &State, key: &Key) -> (Have, Option<String>) {
    let part = state.parcels.get(key).map_or(0, |(_, part)| length(part));
    let have = state.photos.get(key).map_or(Have::Part(part), |whole| Have::Whole(length(whole)));
    let mine = state.parcels.iter().filter(|((owner, _), _)| *owner == key.0);
    let open: Vec<(String, u64)> = mine.map(|((_, name), (at, _))| (name.clone(), *at)).collect();
    (have, crowded_out(&open, &key.1, &LIMITS).map(str::to_owned))
}

impl State {
    fn stands_at(&self, key: &Key, from: u32) -> bool {
        self.parcels.get(key).map_or(0, |(_, part)| length(part)) == from
    }

    fn append(&mut self, key: &Key, from: u32, bytes: &[u8], crowded: Option<String>, now_ms: u64) -> bool {
        let so = self.stands_at(key, from);
        if so {
            crowded.into_iter().for_each(|name| drop(self.parcels.remove(&(key.0, name))));
            let (at, part) = self.parcels.entry(key.clone()).or_default();
            *at = now_ms;
            part.extend(bytes);
        }
        so
    }

    fn close(&mut self, key: &Key, from: u32, kept: Option<Vec<u8>>) -> bool {
        let so = self.stands_at(key, from);
        if so {
            self.parcels.remove(key);
            kept.into_iter().for_each(|whole| drop(self.photos.insert(key.clone(), whole)));
        }
        so
    }
}
