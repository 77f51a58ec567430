//! Coordinated clouds across the boundary: flat arrays in, flat arrays out.
//!
//! Promise: what `cloud::storm` places, in its order; nothing is decided here.

use super::{Session, frame_of, number, numbers, thrown};
use crate::cloud::{self, Placed, StormWord};
use crate::error::ErrorKind;
use js_sys::{Float64Array, Object, Reflect, Uint32Array};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
impl Session {
    /// Positions for the words of several clouds in which every word keeps its place.
    pub fn storm(&self, request: JsValue) -> Result<JsValue, JsValue> {
        let (boxes, weights) = (numbers(&request, "boxes")?, numbers(&request, "weights")?);
        let n_clouds = number(&request, "nClouds")? as usize;
        if n_clouds == 0 || weights.len() != boxes.len() / 2 * n_clouds {
            let why = "weights is not boxes times nClouds".to_owned();
            return Err(thrown(ErrorKind::BadView(why).into()));
        }
        let word = |(size, weights): (&[f64], &[f64])| StormWord {
            width: size[0],
            height: size[1],
            weights: weights.to_vec(),
            zone: 0,
        };
        let words: Vec<StormWord> =
            boxes.chunks_exact(2).zip(weights.chunks_exact(n_clouds)).map(word).collect();
        let storm = cloud::storm(&words, &frame_of(&request)?);
        let slots: Vec<f64> = storm
            .slots
            .iter()
            .flat_map(|slot| [slot.index as f64, slot.x, slot.y, slot.width, slot.height])
            .collect();
        let flat = |place: &Option<Placed>| place.map_or([0.0; 3], |word| [word.x, word.y, word.size]);
        let placed: Vec<f64> = storm.slots.iter().flat_map(|slot| slot.boxes.iter().flat_map(flat)).collect();
        let unplaced: Vec<u32> = storm.unplaced.iter().map(|index| *index as u32).collect();
        let result = Object::new();
        Reflect::set(&result, &"slots".into(), &Float64Array::from(slots.as_slice()))?;
        Reflect::set(&result, &"placed".into(), &Float64Array::from(placed.as_slice()))?;
        Reflect::set(&result, &"unplaced".into(), &Uint32Array::from(unplaced.as_slice()))?;
        Ok(result.into())
    }
}
