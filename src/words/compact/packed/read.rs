//! The reader's side of the passage.

use super::super::{MARK as PLAIN_MARK, push_code};
use super::{Channel, LOWEST_STATE, MARK, N_CONTEXTS, Plane, SCALE, SCALE_BITS, push_varint, transcribe};

/// The compact dictionary that was packed; none where the bytes are something else.
pub(in super::super) fn unpack(packed: &[u8]) -> Option<Vec<u8>> {
    let mut rest = packed.strip_prefix(MARK)?;
    let head = part(&mut rest)?;
    let contexts = (0..N_CONTEXTS).map(|_| Context::read(&mut rest)).collect::<Option<Vec<Context>>>()?;
    let (state, symbols) = part(&mut rest)?.split_first_chunk()?;
    let mut sizes = head;
    let [_, _, _, _, longest, _] = [(); 6].map(|()| varint(&mut sizes));
    let mut reader = Reader {
        out: [PLAIN_MARK, head].concat(),
        contexts,
        state: u32::from_be_bytes(*state),
        symbols: symbols.iter(),
        bits: rest,
        n_bits: 0,
        held: 0,
        planes: Default::default(),
        starts: [0; 3],
        tags: Vec::new(),
        frequencies: Vec::new(),
        wide: Vec::new(),
    };
    transcribe(&mut reader, longest?)?;
    reader.finish()
}

fn varint(bytes: &mut &[u8]) -> Option<usize> {
    let mut value = 0_u32;
    for shift in [0, 7, 14, 21, 28] {
        let (byte, rest) = bytes.split_first()?;
        *bytes = rest;
        value |= u32::from(byte & 127).checked_shl(shift)?;
        if *byte < 128 {
            return Some(value as usize);
        }
    }
    None
}

/// A stretch of bytes with its length before it.
fn part<'b>(bytes: &mut &'b [u8]) -> Option<&'b [u8]> {
    let length = varint(bytes)?;
    let (part, rest) = bytes.split_at_checked(length)?;
    *bytes = rest;
    Some(part)
}

/// The symbol of each part of the scale; for each symbol how many parts it has, and how many come before.
#[derive(Default)]
struct Context {
    symbols: Vec<u8>,
    parts: Vec<(u16, u16)>,
}

impl Context {
    fn read(bytes: &mut &[u8]) -> Option<Context> {
        let mut context = Context::default();
        for _ in 0..varint(bytes)? {
            let symbol = context.parts.len().saturating_sub(1) + varint(bytes)?;
            let (symbol, n_parts) = (u8::try_from(symbol).ok()?, u16::try_from(varint(bytes)?).ok()?);
            let start = context.symbols.len();
            let is_next = usize::from(symbol) >= context.parts.len();
            (is_next && start + usize::from(n_parts) <= SCALE as usize).then_some(())?;
            context.parts.resize(usize::from(symbol) + 1, (0, 0));
            context.parts[usize::from(symbol)] = (n_parts, start as u16);
            context.symbols.resize(start + usize::from(n_parts), symbol);
        }
        (context.symbols.is_empty() || context.symbols.len() == SCALE as usize).then_some(context)
    }
}

struct Reader<'b> {
    /// What is whole.
    out: Vec<u8>,
    contexts: Vec<Context>,
    state: u32,
    symbols: std::slice::Iter<'b, u8>,
    bits: &'b [u8],
    /// Plain bits that have been taken and not been used.
    n_bits: u32,
    held: u64,
    planes: [Vec<u8>; 4],
    /// Where the group began in the last three planes.
    starts: [usize; 3],
    tags: Vec<u8>,
    frequencies: Vec<u8>,
    wide: Vec<u32>,
}

impl Channel for Reader<'_> {
    #[inline]
    fn is_writer(&self) -> bool {
        false
    }

    #[inline]
    fn known(&mut self, _: Plane) -> u32 {
        0
    }

    #[inline]
    fn symbol(&mut self, context: usize, _: u8) -> Option<u8> {
        let Context { symbols, parts } = &self.contexts[context];
        let place = self.state & (SCALE - 1);
        let symbol = *symbols.get(place as usize)?;
        let (n_parts, start) = parts[usize::from(symbol)];
        self.state = u32::from(n_parts) * (self.state >> SCALE_BITS) + (place - u32::from(start));
        while self.state < LOWEST_STATE {
            self.state = self.state << 8 | u32::from(*self.symbols.next()?);
        }
        Some(symbol)
    }

    #[inline]
    fn bits(&mut self, n_bits: u32, _: u32) -> Option<u32> {
        if self.n_bits < n_bits {
            let (next, rest) = self.bits.split_at(self.bits.len().min(4));
            let mut bytes = [0; 4];
            bytes[..next.len()].copy_from_slice(next);
            self.bits = rest;
            self.held |= u64::from(u32::from_le_bytes(bytes)) << self.n_bits;
            self.n_bits += 8 * next.len() as u32;
            (self.n_bits >= n_bits).then_some(())?;
        }
        let value = self.held & ((1 << n_bits) - 1);
        self.held >>= n_bits;
        self.n_bits -= n_bits;
        Some(value as u32)
    }

    #[inline]
    fn put(&mut self, plane: Plane, value: u32) {
        let [heads, seconds, steps, fresh] = &mut self.planes;
        match plane {
            Plane::First => push_code(heads, value as u16),
            Plane::Count => push_varint(heads, value as usize),
            Plane::Second => push_code(seconds, value as u16),
            Plane::Step => push_code(steps, value as u16),
            Plane::Fresh => push_code(fresh, value as u16),
            Plane::Tag => self.tags.push(value as u8),
            Plane::Frequency => self.frequencies.push(value as u8),
            Plane::Wide => self.wide.push(value),
        }
    }

    fn has_group(&self) -> bool {
        false
    }

    fn start_section(&mut self) -> Option<()> {
        self.starts = [0; 3];
        Some(())
    }

    fn end_group(&mut self) -> Option<()> {
        let [heads, planes @ ..] = &mut self.planes;
        for (plane, start) in planes.iter().zip(&mut self.starts) {
            push_varint(heads, plane.len() - *start);
            *start = plane.len();
        }
        Some(())
    }

    fn end_section(&mut self) {
        for plane in &self.planes {
            push_varint(&mut self.out, plane.len());
        }
        for plane in &mut self.planes {
            self.out.append(plane);
        }
    }
}

impl Reader<'_> {
    /// The whole, if nothing is left over.
    fn finish(mut self) -> Option<Vec<u8>> {
        let is_whole = self.state == LOWEST_STATE && self.symbols.len() == 0 && self.bits.is_empty();
        is_whole.then_some(())?;
        self.out.append(&mut self.tags);
        self.out.append(&mut self.frequencies);
        for shift in [0, 8, 16, 24] {
            self.out.extend(self.wide.iter().map(|value| (value >> shift) as u8));
        }
        Some(self.out)
    }
}
