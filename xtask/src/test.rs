//! Every check and test, one part after the other. All parts run even if one fails; the closing
//! block says per part what passed, and the last line is `N passed, N failed`.

use crate::build;
use crate::config::Config;
use crate::run::{self, root};
use crate::serve::Site;
use crate::setup::{self, Ready};
use crate::toolchain::Toolchain;
use anyhow::Result;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

/// Lines of a failed part's output that are shown; the whole is in target/logs.
const N_LINES_SHOWN: usize = 80;
/// Seconds for one test: unoptimised code reads a whole dictionary in some.
const TEST_TIMEOUT: &str = "180";
/// Scripts in tests/browser that are no tests.
const HELPERS: [&str; 3] = ["harness.mjs", "launch.mjs", "shoot.mjs"];

/// `cargo xtask test`; false if anything failed.
pub fn everything() -> Result<bool> {
    let ready = setup::for_testing()?;
    println!("tests");
    let mut parts = Parts::default();
    checks(&mut parts);
    wasm(&mut parts, &ready);
    end_to_end(&mut parts, &ready);
    Ok(parts.close())
}

/// `cargo xtask test --fast`: what needs neither wasm nor a browser.
pub fn fast() -> Result<bool> {
    setup::for_fast_checks()?;
    println!("tests");
    let mut parts = Parts::default();
    checks(&mut parts);
    types_of_worker(&mut parts);
    Ok(parts.close())
}

/// `cargo xtask ci`: what .ci/run sets, then every test.
pub fn as_ci() -> Result<bool> {
    let mut cargo = Toolchain::Path.command("cargo");
    let status = cargo.args(["xtask", "test"]).env("CHENGYAN_TOOLCHAIN", "distro").status()?;
    Ok(status.success())
}

/// Formatting, lints, native tests, types: the fast ones.
fn checks(parts: &mut Parts) {
    let cargo = |args: &[&str]| {
        let mut command = Toolchain::Path.command("cargo");
        command.args(args);
        command
    };
    parts.run("rustfmt", &mut cargo(&["fmt", "--all", "--check", "--", "--color", "never"]));
    let lint = ["clippy", "--locked", "--workspace", "--all-targets"];
    let deny = ["--", "-D", "warnings"];
    parts.run("clippy", &mut cargo(&[&lint[..], &deny].concat()));
    parts.run(
        "clippy, feature cli",
        &mut cargo(&[&lint[..], &["--features", "chengyan/cli"], &deny].concat()),
    );
    parts.run_tests(
        "native tests",
        &mut cargo(&["test", "--locked", "--workspace", "--features", "chengyan/cli", "--no-fail-fast"]),
    );
    parts.run("types of the page (tsc)", Toolchain::Path.command("tsc").args(["--project", "tsconfig.json"]));
    parts.run("eslint", Toolchain::Path.command("eslint").args(["--max-warnings", "0", "."]));
}

/// The worker is checked against the module's own declarations where it was built, so it may not be an old one.
fn types_of_worker(parts: &mut Parts) {
    let mut tsc = Toolchain::Path.command("tsc");
    parts.run("types of the worker (tsc)", tsc.args(["--project", "tsconfig.worker.json"]));
}

/// Lints and tests of the crate as wasm.
fn wasm(parts: &mut Parts, ready: &Ready) {
    let config = &ready.config;
    let mut clippy = ready.toolchain.command("cargo");
    clippy.args([
        "clippy",
        "--locked",
        "--package",
        "chengyan",
        "--all-targets",
        "--target",
        &config.build.triple,
    ]);
    clippy.args(["--", "-D", "warnings"]);
    parts.run("clippy, wasm", clippy.env("CARGO_TARGET_DIR", build::wasm_target_dir()));
    if config.test.node {
        parts.run_tests("wasm tests in Node", &mut wasm_pack_test(ready, &["--node"]));
    }
    for browser in &config.test.browsers {
        let flag = format!("--{browser}");
        parts.run_tests(
            &format!("wasm tests in {browser}"),
            &mut wasm_pack_test(ready, &["--headless", &flag]),
        );
    }
}

fn wasm_pack_test(ready: &Ready, place: &[&str]) -> Command {
    let mut command = ready.toolchain.command("wasm-pack");
    command.args(["test", "--mode", "no-install"]).args(place);
    // wasm-pack hands on what follows the path to cargo; behind `--` it would reach the tests.
    command.arg(root()).arg("--locked");
    // Examples in the documentation are tested natively.
    command.args(["--lib", "--test", "*"]);
    for feature in &ready.config.test.features {
        command.args(["--features", feature]);
    }
    if place[0] == "--headless" {
        // Otherwise tests that name no place are skipped there, without a failure.
        command.env("WASM_BINDGEN_USE_BROWSER", "1");
    }
    command.env("WASM_BINDGEN_TEST_TIMEOUT", TEST_TIMEOUT).env("RUST_BACKTRACE", "0");
    command.env("CARGO_TARGET_DIR", build::wasm_target_dir());
    command
}

/// Builds the page and drives it in the browser.
fn end_to_end(parts: &mut Parts, ready: &Ready) {
    let name = "the page in Chromium";
    let site = parts.attempt("build", || {
        build::run(ready)?;
        Site::start(&ready.config.dist_dir(), Some(0))
    });
    let Some(site) = site else {
        return parts.record(name, 0, 1, 0.0, "not run: there is no build to drive".into());
    };
    types_of_worker(parts);
    let mut node = Command::new("node");
    node.current_dir(root()).args(["--test", "--test-reporter=spec"]).args(test_files());
    parts.run_tests(name, with_page(&mut node, &ready.config, &site));
}

/// Tells a script where the page is, and which browser to use.
pub fn with_page<'a>(command: &'a mut Command, config: &Config, site: &Site) -> &'a mut Command {
    if let Some(chromium) = setup::chromium() {
        command.env("CHROMIUM", chromium);
    }
    command
        .env("CHENGYAN_URL", format!("http://127.0.0.1:{}/", site.port))
        .env("CHENGYAN_DIST", config.dist_dir())
}

/// tests/browser/**/*.mjs but for the helpers.
fn test_files() -> Vec<PathBuf> {
    let mut files = Vec::new();
    walk(&root().join("tests/browser"), &mut files);
    files.retain(|file| {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        name.ends_with(".mjs") && !HELPERS.contains(&name.as_ref())
    });
    files.sort();
    files
}

fn walk(folder: &Path, files: &mut Vec<PathBuf>) {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return;
    };
    for entry in entries.flatten() {
        let path = entry.path();
        if path.is_dir() { walk(&path, files) } else { files.push(path) }
    }
}

/// How the parts went.
#[derive(Default)]
struct Parts {
    rows: Vec<Row>,
}

struct Row {
    name: String,
    n_passed: usize,
    n_failed: usize,
    seconds: f64,
}

impl Parts {
    /// Runs a program as one part, which counts as one test.
    fn run(&mut self, name: &str, command: &mut Command) {
        self.run_kind(name, command, false);
    }

    /// Runs a program whose tests are counted, and which has failed if it ran none.
    fn run_tests(&mut self, name: &str, command: &mut Command) {
        self.run_kind(name, command, true);
    }

    fn run_kind(&mut self, name: &str, command: &mut Command, has_tests: bool) {
        let log_name: String =
            name.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
        self.start(name);
        let start = Instant::now();
        let result = run::logged(command, &format!("test-{log_name}"));
        let seconds = start.elapsed().as_secs_f64();
        match result {
            Ok((ok, log)) => {
                let (n_passed, n_failed) = if has_tests { count(&log) } else { (0, 0) };
                match (ok, n_passed + n_failed) {
                    (true, 0) if has_tests => {
                        let trouble = format!("{log}\nno test ran");
                        self.record(name, 0, 1, seconds, trouble);
                    }
                    (true, 0) => self.record(name, 1, 0, seconds, String::new()),
                    (true, _) => self.record(name, n_passed, n_failed, seconds, String::new()),
                    // It may have failed before or after its tests.
                    (false, _) => self.record(name, n_passed, n_failed.max(1), seconds, log),
                }
            }
            Err(error) => self.record(name, 0, 1, seconds, format!("{error:#}")),
        }
    }

    /// Runs work of our own as one part.
    fn attempt<T>(&mut self, name: &str, work: impl FnOnce() -> Result<T>) -> Option<T> {
        let start = Instant::now();
        let result = work();
        let seconds = start.elapsed().as_secs_f64();
        self.start(name);
        match result {
            Ok(value) => {
                self.record(name, 1, 0, seconds, String::new());
                Some(value)
            }
            Err(error) => {
                self.record(name, 0, 1, seconds, format!("{error:#}"));
                None
            }
        }
    }

    fn start(&self, name: &str) {
        print!("  {name} … ");
        run::flush();
    }

    fn record(&mut self, name: &str, n_passed: usize, n_failed: usize, seconds: f64, trouble: String) {
        println!("{} in {seconds:.1} s", if n_failed == 0 { "ok" } else { "FAILED" });
        if !trouble.is_empty() {
            println!("{}\n", run::tail(&trouble, N_LINES_SHOWN));
        }
        self.rows.push(Row { name: name.to_owned(), n_passed, n_failed, seconds });
    }

    /// Prints the closing block; true if nothing failed.
    fn close(self) -> bool {
        println!("\nresult");
        let width = self.rows.iter().map(|row| row.name.chars().count()).max().unwrap_or(0);
        let (mut n_passed, mut n_failed) = (0, 0);
        for Row { name, n_passed: passed, n_failed: failed, seconds } in &self.rows {
            let verdict = if *failed == 0 { "ok    " } else { "failed" };
            println!("  {name:width$}  {verdict}  {seconds:6.1} s  {passed} passed, {failed} failed");
            n_passed += passed;
            n_failed += failed;
        }
        println!("{n_passed} passed, {n_failed} failed");
        n_failed == 0
    }
}

/// Passed and failed tests, from the output of cargo test, wasm-pack test and node --test.
fn count(log: &str) -> (usize, usize) {
    let mut total = (0, 0);
    for line in log.lines().map(str::trim) {
        if let Some((_, figures)) = line.split_once("test result: ") {
            total.0 += number_before(figures, " passed");
            total.1 += number_before(figures, " failed");
        } else if let Some(n) = line.strip_prefix("ℹ pass ") {
            total.0 += n.parse().unwrap_or(0);
        } else if let Some(n) = line.strip_prefix("ℹ fail ") {
            total.1 += n.parse().unwrap_or(0);
        }
    }
    total
}

fn number_before(text: &str, word: &str) -> usize {
    let before = text.split(word).next().unwrap_or_default();
    before.rsplit(|c: char| !c.is_ascii_digit()).next().and_then(|digits| digits.parse().ok()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::count;

    #[test]
    fn tests_are_counted_from_what_their_runners_print() {
        let cases = [
            ("test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured", (12, 0)),
            (
                "\ttest result: FAILED. 3 passed; 2 failed; 0 ignored\ntest result: ok. 1 passed; 0 failed;",
                (4, 2),
            ),
            ("ℹ tests 7\nℹ pass 6\nℹ fail 1", (6, 1)),
            ("no tests to run!", (0, 0)),
            ("error[E0432]: unresolved import", (0, 0)),
        ];
        for (log, expected) in cases {
            assert_eq!(count(log), expected, "{log}");
        }
    }
}
