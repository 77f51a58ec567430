//! The writer's side of the passage. The page does not need it.

use super::super::{Compact, MARK as PLAIN_MARK};
use super::{Channel, LOWEST_STATE, MARK, N_CONTEXTS, Plane, SCALE, SCALE_BITS, push_varint, transcribe};
use crate::error::{Error, ErrorKind};

/// Packs a compact dictionary.
///
/// # Errors
/// `bad-dictionary` when the bytes are something else, or hold more words than the form can.
pub fn pack(plain: &[u8]) -> Result<Vec<u8>, Error> {
    let compact = Compact::read(plain.to_vec())?;
    let longest = compact.sections.len();
    let mut writer = Writer {
        at: compact.sections_start,
        end_of_heads: 0,
        planes: Default::default(),
        tag: compact.tag_numbers.start,
        frequency: compact.frequencies.start,
        wide: 0,
        compact: &compact,
        symbols: Vec::new(),
        bits: Vec::new(),
        n_bits: 0,
    };
    let passed = transcribe(&mut writer, longest);
    passed.ok_or_else(|| Error::from(ErrorKind::BadDictionary("it has too many words".to_owned())))?;
    Ok(writer.finish())
}

struct Writer<'c> {
    compact: &'c Compact,
    /// Where the next section stands.
    at: usize,
    end_of_heads: usize,
    /// Where the next value of heads, seconds, steps and fresh stands.
    planes: [usize; 4],
    tag: usize,
    frequency: usize,
    wide: usize,
    /// Contexts and symbols, in order.
    symbols: Vec<(usize, u8)>,
    bits: Vec<u8>,
    n_bits: u32,
}

impl Channel for Writer<'_> {
    fn is_writer(&self) -> bool {
        true
    }

    fn known(&mut self, plane: Plane) -> u32 {
        let next = |at: &mut usize| {
            *at += 1;
            u32::from(self.compact.bytes[*at - 1])
        };
        let [heads, seconds, steps, fresh] = &mut self.planes;
        let code = |at: &mut usize| self.compact.code(at).unwrap_or(0) as u32;
        match plane {
            Plane::First => code(heads),
            Plane::Count => self.compact.varint(heads).unwrap_or(0) as u32,
            Plane::Second => code(seconds),
            Plane::Step => code(steps),
            Plane::Fresh => code(fresh),
            Plane::Tag => next(&mut self.tag),
            Plane::Frequency => next(&mut self.frequency),
            Plane::Wide => {
                self.wide += 1;
                self.compact.wide_frequency(self.wide - 1)
            }
        }
    }

    fn symbol(&mut self, context: usize, symbol: u8) -> Option<u8> {
        self.symbols.push((context, symbol));
        Some(symbol)
    }

    fn bits(&mut self, n_bits: u32, value: u32) -> Option<u32> {
        for bit in 0..n_bits {
            if self.n_bits.is_multiple_of(8) {
                self.bits.push(0);
            }
            let last = self.bits.last_mut()?;
            *last |= ((value >> bit & 1) as u8) << (self.n_bits % 8);
            self.n_bits += 1;
        }
        Some(value)
    }

    fn put(&mut self, _: Plane, _: u32) {}

    fn has_group(&self) -> bool {
        self.planes[0] < self.end_of_heads
    }

    fn start_section(&mut self) -> Option<()> {
        let mut sizes = [0; 4];
        for size in &mut sizes {
            *size = self.compact.varint(&mut self.at)?;
        }
        for (plane, size) in self.planes.iter_mut().zip(sizes) {
            *plane = self.at;
            self.at += size;
        }
        self.end_of_heads = self.planes[1];
        Some(())
    }

    fn end_group(&mut self) -> Option<()> {
        for _ in 1..self.planes.len() {
            self.compact.varint(&mut self.planes[0])?;
        }
        Some(())
    }

    fn end_section(&mut self) {}
}

impl Writer<'_> {
    fn finish(self) -> Vec<u8> {
        let head = &self.compact.bytes[PLAIN_MARK.len()..self.compact.sections_start];
        let mut counts = vec![[0_u32; 256]; N_CONTEXTS];
        for (context, symbol) in &self.symbols {
            counts[*context][usize::from(*symbol)] += 1;
        }
        for counts in &mut counts {
            share_out(counts);
        }
        let mut out = MARK.to_vec();
        push_varint(&mut out, head.len());
        out.extend(head);
        for parts in &counts {
            push_parts(&mut out, parts);
        }
        let symbols = coded(&self.symbols, &counts);
        push_varint(&mut out, symbols.len());
        out.extend(symbols);
        out.extend(self.bits);
        out
    }
}

/// Gives each symbol its share of the scale, none less than one part.
fn share_out(counts: &mut [u32; 256]) {
    let total: u64 = counts.iter().map(|n| u64::from(*n)).sum();
    if total == 0 {
        return;
    }
    let exact = counts.map(|n| n as f64 * f64::from(SCALE) / total as f64);
    for (parts, exact) in counts.iter_mut().zip(exact).filter(|(parts, _)| **parts > 0) {
        *parts = (exact as u32).max(1);
    }
    let given = |counts: &[u32; 256]| counts.iter().sum::<u32>();
    // What a part more or less changes is its symbol's count times the logarithm of its share's change.
    while given(counts) < SCALE {
        let gain = |at: &usize| exact[*at] / (f64::from(counts[*at]) + 0.5);
        let most = (0..256).filter(|at| counts[*at] > 0).max_by(|a, b| gain(a).total_cmp(&gain(b)));
        most.map(|at| counts[at] += 1);
    }
    while given(counts) > SCALE {
        let loss = |at: &usize| exact[*at] / (f64::from(counts[*at]) - 0.5);
        let least = (0..256).filter(|at| counts[*at] > 1).min_by(|a, b| loss(a).total_cmp(&loss(b)));
        least.map(|at| counts[at] -= 1);
    }
}

fn push_parts(out: &mut Vec<u8>, parts: &[u32; 256]) {
    push_varint(out, parts.iter().filter(|n| **n > 0).count());
    let mut before = 0;
    for (symbol, n_parts) in parts.iter().enumerate().filter(|(_, n)| **n > 0) {
        push_varint(out, symbol - before);
        push_varint(out, *n_parts as usize);
        before = symbol;
    }
}

/// The symbols from the last to the first, since the reader undoes what was done last; then all bytes turned round.
fn coded(symbols: &[(usize, u8)], parts: &[[u32; 256]]) -> Vec<u8> {
    let starts: Vec<[u32; 256]> = parts.iter().map(starts).collect();
    let mut out = Vec::new();
    let mut state = LOWEST_STATE;
    for (context, symbol) in symbols.iter().rev() {
        let symbol = usize::from(*symbol);
        let (start, n_parts) = (starts[*context][symbol], parts[*context][symbol]);
        while u64::from(state) >= u64::from((LOWEST_STATE >> SCALE_BITS) << 8) * u64::from(n_parts) {
            out.push(state as u8);
            state >>= 8;
        }
        state = ((state / n_parts) << SCALE_BITS) + state % n_parts + start;
    }
    out.extend(state.to_le_bytes());
    out.reverse();
    out
}

fn starts(parts: &[u32; 256]) -> [u32; 256] {
    let mut before = 0;
    parts.map(|n| {
        before += n;
        before - n
    })
}
