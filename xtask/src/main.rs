//! The project's own commands: `cargo xtask <setup|serve|build|test|bench|ci>`.
//!
//! Each does its own set-up, says in one line per step what it does and how long that took, and
//! names what it cannot install with the one command that installs it. None of it is shipped.

mod bench;
mod build;
mod config;
mod run;
mod serve;
mod setup;
mod test;
mod toolchain;

use anyhow::{Result, bail};
use std::process::ExitCode;

const USAGE: &str = "\
cargo xtask <command>

  serve [--port N] [--open]   set up, build, and serve the page on 127.0.0.1
  test [--fast]               every check and test; --fast: those that need no browser and no wasm
  build                       set up and build dist/
  bench [--pages N] [--save]  first load of the built page: time, bytes, memory
  bench --peers [...]         the engine beside jieba-wasm, wasmjieba-web and other word clouds
  setup [--all]               what serving needs; --all: what testing needs as well
  ci                          the same as .ci/run

CHENGYAN_TOOLCHAIN=rustup|distro chooses where the wasm target comes from.";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    match dispatch(&args) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("\nerror: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Runs one command; false means that it ran to its end and something in it failed.
fn dispatch(args: &[&str]) -> Result<bool> {
    match args {
        ["setup"] => setup::for_serving().map(|_| true),
        ["setup", "--all"] => setup::for_testing().map(|_| true),
        ["build"] => build::run(&setup::for_serving()?).map(|_| true),
        ["serve", rest @ ..] => serve::command(rest).map(|_| true),
        ["test"] => test::everything(),
        ["test", "--fast"] => test::fast(),
        ["bench", rest @ ..] => bench::command(rest).map(|_| true),
        ["ci"] => test::as_ci(),
        [] | ["help" | "--help" | "-h"] => {
            println!("{USAGE}");
            Ok(true)
        }
        _ => bail!("unknown arguments: {}\n\n{USAGE}", args.join(" ")),
    }
}
