//! Sorting by numbers. One sort for all lists: each further type that is sorted costs a phone four kilobytes.

/// The items in the order of their keys, equal keys in the order in which they came.
#[must_use]
pub fn sorted<T: Copy>(items: &[T], key: impl Fn(T) -> [i64; 2]) -> Vec<T> {
    let mut places: Vec<([i64; 2], usize)> = items.iter().enumerate().map(|(at, item)| (key(*item), at)).collect();
    sort(&mut places);
    places.into_iter().filter_map(|(_, at)| items.get(at).copied()).collect()
}

fn sort(places: &mut [([i64; 2], usize)]) {
    places.sort_unstable();
}

/// The items by the alphabet of a text, capital letters counting as small ones.
#[must_use]
pub fn by_alphabet<T: Copy>(items: &[T], text: impl Fn(T) -> String) -> Vec<T> {
    let mut places: Vec<(String, usize)> =
        items.iter().enumerate().map(|(at, item)| (text(*item).to_ascii_lowercase(), at)).collect();
    sort_texts(&mut places);
    places.into_iter().filter_map(|(_, at)| items.get(at).copied()).collect()
}

fn sort_texts(places: &mut [(String, usize)]) {
    places.sort_unstable();
}
