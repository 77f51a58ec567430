//! Running programs and saying so: one line per step, the program's own output only if it fails.

use anyhow::{Context, Result, bail};
use std::ffi::OsStr;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

/// The checkout that this program was compiled from.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask lies inside the checkout")
}

/// What a step found or did.
pub enum Done {
    /// Nothing had to be done.
    Already,
    /// Work was done; the text (may be empty) says more.
    Work(String),
}

/// Runs a step and prints its one line: what, and how long it took.
pub fn step(what: &str, work: impl FnOnce() -> Result<Done>) -> Result<()> {
    print!("  {what} … ");
    flush();
    let start = Instant::now();
    let result = work();
    let seconds = start.elapsed().as_secs_f64();
    match &result {
        Ok(Done::Already) => println!("already there"),
        Ok(Done::Work(note)) if note.is_empty() => println!("done in {seconds:.1} s"),
        Ok(Done::Work(note)) => println!("{note}, done in {seconds:.1} s"),
        Err(_) => println!("failed after {seconds:.1} s"),
    }
    result.map(|_| ())
}

/// Shows a line before slow work starts, also where output is a pipe.
pub fn flush() {
    // A closed standard output is no reason to stop working.
    let _ = std::io::stdout().flush();
}

/// Runs a program with its output in a log file; on failure the log's end is in the error.
pub fn quiet(command: &mut Command, log_name: &str) -> Result<String> {
    let (ok, log) = logged(command, log_name)?;
    if !ok {
        bail!("`{}` failed:\n{}", shown(command), tail(&log, 40));
    }
    Ok(log)
}

/// Runs a program with its output in a log file; gives whether it succeeded, and the output.
pub fn logged(command: &mut Command, log_name: &str) -> Result<(bool, String)> {
    let path = log_path(log_name)?;
    let file = fs::File::create(&path).with_context(|| format!("cannot write {}", path.display()))?;
    let status = command
        .stdin(Stdio::null())
        .stdout(file.try_clone()?)
        .stderr(file)
        .status()
        .with_context(|| format!("cannot start {}", command.get_program().to_string_lossy()))?;
    let log = String::from_utf8_lossy(&fs::read(&path)?).into_owned();
    Ok((status.success(), log))
}

/// Where the output of a step is kept.
pub fn log_path(log_name: &str) -> Result<PathBuf> {
    let folder = root().join("target/logs");
    fs::create_dir_all(&folder)?;
    Ok(folder.join(format!("{log_name}.log")))
}

/// The standard output of a program, trimmed; None if it cannot run or fails.
pub fn output(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Whether a program runs and succeeds; its output is dropped.
pub fn succeeds(command: &mut Command) -> bool {
    command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

/// The last lines of a program's output.
pub fn tail(text: &str, n_lines: usize) -> String {
    let lines: Vec<&str> = text.lines().collect();
    lines[lines.len().saturating_sub(n_lines)..].join("\n")
}

/// The command line as a person would type it.
fn shown(command: &Command) -> String {
    std::iter::once(command.get_program())
        .chain(command.get_args())
        .map(OsStr::to_string_lossy)
        .collect::<Vec<_>>()
        .join(" ")
}

/// A program's path on PATH.
pub fn which(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).find_map(|folder| {
        [name.to_owned(), format!("{name}.exe")]
            .into_iter()
            .map(|file| folder.join(file))
            .find(|candidate| candidate.is_file())
    })
}

/// Waits until no other set-up or build works in this checkout; the lock ends with the value.
pub fn alone() -> Result<fs::File> {
    let folder = root().join("target");
    fs::create_dir_all(&folder)?;
    let lock = fs::File::create(folder.join("xtask.lock"))?;
    if lock.try_lock().is_err() {
        println!("waiting for another `cargo xtask` in this checkout");
        flush();
        lock.lock().context("cannot wait for the other `cargo xtask`")?;
    }
    Ok(lock)
}
