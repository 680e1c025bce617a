//! How long the disk takes, for comparing two builds on one machine.

use shared::sync::phone::Store;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::people::{append, pull, recall, take_in, window};
use crate::tools::{Told, now};

/// Milliseconds, the middle of several tries: a pull of so many rows, a start that reads them, a save.
///
/// # Errors
/// The disk did not do it.
#[wasm_bindgen]
pub async fn measure(rows: u32) -> Result<Vec<f64>, JsValue> {
    let (mut pulls, mut starts, mut saves) = (Vec::new(), Vec::new(), Vec::new());
    let own = window().await?;
    for place in 1..=7 {
        let began = now();
        let whole = Store { cleared: vec![crate::people::MINE], ..pull(rows.into(), place) };
        take_in(&own, whole).await.told("a pull")?;
        pulls.push(now() - began);
        let began = now();
        recall(&own).await?;
        starts.push(now() - began);
    }
    for number in 0..60 {
        let began = now();
        append(&own, number).await?;
        saves.push(now() - began);
    }
    Ok([pulls, starts, saves].map(middle).to_vec())
}

fn middle(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times.get(times.len() / 2).copied().unwrap_or_default()
}
