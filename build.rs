//! Makes of the tables in data/, which are for people, what the module holds of them: without comments, and the four
//! longest in forms that are smaller on the wire and read in no time. Everything goes to OUT_DIR under its path in data/.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() -> Result<(), Box<dyn Error>> {
    let source = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("data");
    let target = PathBuf::from(env::var("OUT_DIR")?);
    println!("cargo::rerun-if-changed=data");
    println!("cargo::rerun-if-changed=build.rs");
    copy(&source, &target)?;
    let rows = |name: &str| fs::read_to_string(target.join(name));
    fs::write(target.join("gazetteer.steps"), gazetteer(&rows("gazetteer.tsv")?)?)?;
    fs::write(target.join("compatibility.runs"), compatibility(&rows("compatibility.txt")?)?)?;
    fs::write(target.join("simplify.planes"), simplify(&rows("simplify.txt")?)?)?;
    fs::write(target.join("emissions.figures"), emissions(&rows("emissions.txt")?)?)?;
    Ok(())
}

/// Copies all tables without their comments.
fn copy(source: &Path, target: &Path) -> Result<(), Box<dyn Error>> {
    fs::create_dir_all(target)?;
    for entry in fs::read_dir(source)? {
        let path = entry?.path();
        let to = target.join(path.file_name().ok_or("a file without a name")?);
        if path.is_dir() {
            copy(&path, &to)?;
        } else if path.extension().is_some_and(|extension| extension == "txt" || extension == "tsv") {
            let text = fs::read_to_string(&path)?;
            let lines = text.split_inclusive('\n').filter(|line| !line.starts_with('#'));
            fs::write(to, lines.collect::<String>())?;
        }
    }
    Ok(())
}

/// `step name` without a blank, a line for each place: the step from the code before, none if it is 1.
fn gazetteer(rows: &str) -> Result<String, Box<dyn Error>> {
    let (mut out, mut before) = (String::new(), 0);
    for row in rows.lines() {
        let (code, name) = row.split_once('\t').ok_or(row)?;
        let code: u32 = code.parse()?;
        let step = code.checked_sub(before).ok_or("the gazetteer is not sorted")?;
        if step != 1 {
            out.push_str(&step.to_string());
        }
        out.push_str(name);
        out.push('\n');
        before = code;
    }
    Ok(out)
}

/// `from to…`, a line for each run of code points: the first as a hexadecimal number, and the character for each.
fn compatibility(rows: &str) -> Result<String, Box<dyn Error>> {
    let (mut out, mut before) = (String::new(), 0);
    for row in rows.lines() {
        let (from, to) = row.split_once(' ').ok_or(row)?;
        let (from, to) = (u32::from_str_radix(from, 16)?, u32::from_str_radix(to, 16)?);
        if from != before + 1 {
            out.push_str(&format!("\n{from:X} "));
        }
        out.push(char::from_u32(to).ok_or(row)?);
        before = from;
    }
    Ok(out)
}

/// Three planes of one byte for each pair: the step of the first character from the one before (255: as much, and
/// more in the next), the low byte of the second, and its high byte less 0x34 with 128 for `?`. Steps of 255 have
/// zeros in the other planes.
fn simplify(rows: &str) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut planes = [Vec::new(), Vec::new(), Vec::new()];
    let mut before = 0x3400;
    for row in rows.lines().filter(|row| !row.is_empty()) {
        let mut chars = row.chars();
        let (from, to) = (chars.next().ok_or(row)? as u32, chars.next().ok_or(row)? as u32);
        let mut step = from.checked_sub(before).ok_or("simplify.txt is not sorted")?;
        let high = u8::try_from((to >> 8).checked_sub(0x34).ok_or(row)?)?;
        let mut push =
            |bytes: [u8; 3]| planes.iter_mut().zip(bytes).for_each(|(plane, byte)| plane.push(byte));
        while step >= 255 {
            push([255, 0, 0]);
            step -= 255;
        }
        push([step as u8, to as u8, high | if row.ends_with('?') { 128 } else { 0 }]);
        before = from;
    }
    Ok(planes.concat())
}

/// Four figures for each character, seven bits in a byte, the low ones first, with 128 for more to come.
fn emissions(rows: &str) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut out = Vec::new();
    for row in rows.lines() {
        let mut figures = row.split(' ');
        for _ in 0..4 {
            let figure = figures.next().filter(|figure| !figure.is_empty()).map(str::parse);
            let mut figure: u32 = figure.transpose()?.unwrap_or_default();
            while figure >= 128 {
                out.push(figure as u8 | 128);
                figure >>= 7;
            }
            out.push(figure as u8);
        }
    }
    Ok(out)
}
