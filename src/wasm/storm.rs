//! Coordinated clouds, and clouds by zone, across the boundary: flat arrays in, flat arrays out.
//!
//! Promise: what `cloud::storm` or `cloud::storm_by_zone` places, in its order; nothing is decided here.

use super::{Session, frame_of, number, numbers, thrown};
use crate::cloud::{self, Heading, Placed, Storm, StormWord};
use crate::error::ErrorKind;
use js_sys::{Float64Array, Object, Reflect, Uint32Array};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
impl Session {
    /// Positions for the words of several clouds in which every word keeps its place; with `zones`, those of each zone
    /// stand together.
    pub fn storm(&self, request: JsValue) -> Result<JsValue, JsValue> {
        let zones = optional(&request, "zones")?;
        let words = words_of(&request, zones.as_deref())?;
        let frame = frame_of(&request)?;
        let storm = match zones {
            None => cloud::storm(&words, &frame),
            Some(_) => {
                let headings = optional(&request, "headings")?.unwrap_or_default();
                let heading = |size: &[f64]| Heading { width: size[0], height: size[1] };
                let headings: Vec<Heading> = headings.chunks_exact(2).map(heading).collect();
                cloud::storm_by_zone(&words, &headings, &frame)
            }
        };
        answer(&storm)
    }
}

/// Numbers that a request may leave out.
fn optional(request: &JsValue, name: &str) -> Result<Option<Vec<f64>>, JsValue> {
    match Reflect::get(request, &name.into())?.is_undefined() {
        true => Ok(None),
        false => numbers(request, name).map(Some),
    }
}

fn words_of(request: &JsValue, zones: Option<&[f64]>) -> Result<Vec<StormWord>, JsValue> {
    let wrong = |why: &str| thrown(ErrorKind::BadView(why.to_owned()).into());
    let (boxes, weights) = (numbers(request, "boxes")?, numbers(request, "weights")?);
    let n_clouds = number(request, "nClouds")? as usize;
    if n_clouds == 0 || weights.len() != boxes.len() / 2 * n_clouds {
        return Err(wrong("weights is not boxes times nClouds"));
    }
    if zones.is_some_and(|zones| zones.len() != boxes.len() / 2) {
        return Err(wrong("zones is not one for each word"));
    }
    let word = |(at, (size, weights)): (usize, (&[f64], &[f64]))| StormWord {
        width: size[0],
        height: size[1],
        weights: weights.to_vec(),
        zone: zones.map_or(0, |zones| zones[at] as usize),
    };
    Ok(boxes.chunks_exact(2).zip(weights.chunks_exact(n_clouds)).enumerate().map(word).collect())
}

fn answer(storm: &Storm) -> Result<JsValue, JsValue> {
    let slots: Vec<f64> = storm
        .slots
        .iter()
        .flat_map(|slot| [slot.index as f64, slot.x, slot.y, slot.width, slot.height])
        .collect();
    let flat = |place: &Option<Placed>| place.map_or([0.0; 3], |word| [word.x, word.y, word.size]);
    let placed: Vec<f64> = storm.slots.iter().flat_map(|slot| slot.boxes.iter().flat_map(flat)).collect();
    let zones = storm.zones.iter();
    let zones: Vec<f64> =
        zones.flat_map(|zone| [zone.zone as f64, zone.x, zone.y, zone.width, zone.height]).collect();
    let unplaced: Vec<u32> = storm.unplaced.iter().map(|index| *index as u32).collect();
    let result = Object::new();
    for (name, numbers) in [("slots", slots), ("placed", placed), ("zones", zones)] {
        Reflect::set(&result, &name.into(), &Float64Array::from(numbers.as_slice()))?;
    }
    Reflect::set(&result, &"unplaced".into(), &Uint32Array::from(unplaced.as_slice()))?;
    Ok(result.into())
}
