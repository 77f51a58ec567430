//! Makes the dictionary that the page ships: jieba's text in, the compact form out, packed as gzip can be read.
//! Called by `cargo xtask build` as: dictionary <dict.txt> <dictionary.bin.gz>

use std::error::Error;
use std::fs;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args_os().skip(1);
    let (Some(text), Some(packed)) = (arguments.next(), arguments.next()) else {
        return Err("call as: dictionary <dict.txt> <dictionary.bin.gz>".into());
    };
    let compact = chengyan::words::encode(&fs::read(text)?)?;
    let mut bytes = Vec::new();
    // Some seconds once, for what gzip itself leaves on the wire; and a code table for each of the many planes.
    let options = zopfli::Options { maximum_block_splits: 100, ..zopfli::Options::default() };
    zopfli::compress(options, zopfli::Format::Gzip, compact.as_slice(), &mut bytes)?;
    fs::write(packed, bytes)?;
    Ok(())
}
