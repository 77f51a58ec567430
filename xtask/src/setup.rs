//! Set-up: finds or installs what a command needs, one line each, and nothing that is there already.

use crate::config::{Config, locked_version};
use crate::run::{self, Done, root};
use crate::toolchain::{self, Toolchain, tools_dir};
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, SystemTime};

/// What a command works with once its set-up is done.
pub struct Ready {
    pub config: Config,
    pub toolchain: Toolchain,
}

/// What building and serving need.
pub fn for_serving() -> Result<Ready> {
    let _alone = run::alone()?;
    println!("set-up");
    let config = Config::read()?;
    node(&config)?;
    node_modules()?;
    let toolchain = toolchain::ensure(&config)?;
    let wasm_pack = config.tools.wasm_pack.clone();
    cargo_tool("wasm-pack", "wasm-pack", &wasm_pack, &["--locked"])?;
    // Its lock file names a crate version that registries may no longer list.
    cargo_tool("wasm-bindgen-cli", "wasm-bindgen", &locked_version("wasm-bindgen")?, &[])?;
    // What was compiled on the way is large and of no more use.
    let _ = fs::remove_dir_all(tools_dir().join("build"));
    Ok(Ready { config, toolchain })
}

/// What every check and test needs.
pub fn for_testing() -> Result<Ready> {
    let ready = for_serving()?;
    lint_tools(&ready.config)?;
    if ready.toolchain == Toolchain::Distro {
        // The wasm side is linted by the toolchain that builds it.
        apt("Debian's clippy and rustfmt", &ready.config.debian.lint)?;
    }
    browser(&ready.config)?;
    Ok(ready)
}

/// What the fast checks need: no wasm, no browser.
pub fn for_fast_checks() -> Result<()> {
    let _alone = run::alone()?;
    println!("set-up");
    let config = Config::read()?;
    node(&config)?;
    node_modules()?;
    lint_tools(&config)
}

fn node(config: &Config) -> Result<()> {
    let wanted = &config.tools.node;
    let Some(found) = run::output(Command::new("node").arg("--version")) else {
        bail!(
            "Node is not there; {wanted} or later is needed. {}",
            hint("nodejs npm", "node", "OpenJS.NodeJS.LTS")
        );
    };
    if version(found.trim_start_matches('v')) < version(wanted) {
        bail!("Node is {found}; {wanted} or later is needed. Install it with: npx --yes n lts");
    }
    if npm().is_none() {
        bail!("npm is not there. {}", hint("npm", "node", "OpenJS.NodeJS.LTS"));
    }
    Ok(())
}

fn npm() -> Option<PathBuf> {
    run::which(if cfg!(windows) { "npm.cmd" } else { "npm" })
}

/// The numbers of a version, for comparison.
fn version(text: &str) -> Vec<u32> {
    text.split('.').map(|part| part.parse().unwrap_or(0)).collect()
}

/// npm ci, if the lock file is not the one that was installed from.
fn node_modules() -> Result<()> {
    npm_ci("the page's tools (npm ci)", root())
}

/// The programs that the engine is measured beside.
pub fn peers() -> Result<()> {
    npm_ci("the peers (npm ci)", &root().join("benches"))
}

fn npm_ci(what: &str, folder: &Path) -> Result<()> {
    run::step(what, || {
        let path = folder.join("package-lock.json");
        let lock = fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
        let installed = folder.join("node_modules/.installed-from");
        if fs::read(&installed).is_ok_and(|text| text == lock) {
            return Ok(Done::Already);
        }
        let npm = npm().context("npm is not there")?;
        let mut command = Command::new(npm);
        command.args(["ci", "--no-audit", "--no-fund"]).current_dir(folder);
        run::quiet(&mut command, "npm-ci")?;
        fs::write(&installed, lock)?;
        Ok(Done::Work(String::new()))
    })
}

/// A program from crates.io in exactly this version, kept inside the checkout.
fn cargo_tool(package: &str, program: &str, version: &str, options: &[&str]) -> Result<()> {
    run::step(&format!("{package} {version}"), || {
        let command = |found: Toolchain| run::output(found.command(program).arg("--version"));
        let is_right = |text: String| text.split_whitespace().any(|word| word == version);
        if command(Toolchain::Path).is_some_and(is_right) {
            return Ok(Done::Already);
        }
        let cargo = if run::which("cargo").is_some() { Toolchain::Path } else { Toolchain::Distro };
        let mut install = cargo.command("cargo");
        install.args(["install", package, "--version", &format!("={version}"), "--root"]).arg(tools_dir());
        install.arg("--target-dir").arg(tools_dir().join("build"));
        install.args(options);
        // The tools run for a second each: they need not be optimised to the last.
        install.env("CARGO_PROFILE_RELEASE_LTO", "off").env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16");
        install.env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1");
        run::quiet(&mut install, package)
            .with_context(|| format!("install it with: cargo install {package} --version {version}"))?;
        Ok(Done::Work(String::new()))
    })
}

/// clippy and rustfmt of the toolchain on PATH; Debian's if it has none.
fn lint_tools(config: &Config) -> Result<()> {
    let is_there = |program: &str| run::succeeds(Toolchain::Path.command(program).arg("--version"));
    if is_there("cargo-clippy") && is_there("rustfmt") {
        return run::step("clippy and rustfmt", || Ok(Done::Already));
    }
    if run::which("rustup").is_some() {
        return run::step("rustup component add clippy rustfmt", || {
            let mut rustup = Command::new("rustup");
            run::quiet(rustup.args(["component", "add", "clippy", "rustfmt"]), "rustup-component")?;
            Ok(Done::Work(String::new()))
        });
    }
    apt("Debian's clippy and rustfmt", &config.debian.lint)
}

/// Chromium, its driver and a font with Chinese characters.
fn browser(config: &Config) -> Result<()> {
    let has_font =
        || run::output(Command::new("fc-list").arg(":lang=zh")).is_some_and(|list| !list.is_empty());
    if chromium().is_some() && run::which("chromedriver").is_some() && has_font() {
        return run::step("Chromium, its driver, a CJK font", || Ok(Done::Already));
    }
    if run::which("apt-get").is_none() {
        bail!(
            "Chromium, its driver or a CJK font is not there. {}",
            hint(
                "chromium chromium-driver fonts-noto-cjk",
                "chromium chromedriver font-noto-sans-cjk",
                "Google.Chrome"
            )
        );
    }
    apt("Chromium, its driver, a CJK font", &config.debian.browser)
}

/// The browser that the tests drive: CHROMIUM, or the first one on PATH.
pub fn chromium() -> Option<PathBuf> {
    std::env::var_os("CHROMIUM").map(PathBuf::from).or_else(|| {
        ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]
            .into_iter()
            .find_map(run::which)
    })
}

/// Installs Debian packages that are not there.
pub fn apt(what: &str, packages: &[String]) -> Result<()> {
    run::step(what, || {
        let missing: Vec<&String> = packages.iter().filter(|package| !is_installed(package)).collect();
        if missing.is_empty() {
            return Ok(Done::Already);
        }
        let names = missing.iter().map(|name| name.as_str()).collect::<Vec<_>>().join(" ");
        if run::which("apt-get").is_none() {
            bail!("{names}: this system has no apt-get; see CONTRIBUTING.md");
        }
        let by_hand = format!("install it with: sudo apt-get update && sudo apt-get install -y {names}");
        if !package_lists_are_fresh() {
            as_root(Command::new("apt-get").args(["update", "-q"])).context(by_hand.clone())?;
        }
        let mut install = Command::new("apt-get");
        install.args(["install", "-y", "-q", "--no-install-recommends"]).args(&missing);
        as_root(install.env("DEBIAN_FRONTEND", "noninteractive")).context(by_hand)?;
        Ok(Done::Work(String::new()))
    })
}

fn is_installed(package: &str) -> bool {
    let mut query = Command::new("dpkg-query");
    run::output(query.args(["-W", "-f=${Status}", package]))
        .is_some_and(|status| status.ends_with("ok installed"))
}

/// Whether `apt-get update` ran within the last day.
fn package_lists_are_fresh() -> bool {
    let day = Duration::from_secs(24 * 3600);
    let is_recent = |path: &str| {
        let modified = fs::metadata(path).and_then(|data| data.modified()).ok();
        modified.and_then(|time| SystemTime::now().duration_since(time).ok()).is_some_and(|age| age < day)
    };
    let has_lists = fs::read_dir("/var/lib/apt/lists").is_ok_and(|entries| {
        entries.flatten().any(|entry| entry.file_name().to_string_lossy().ends_with("_InRelease"))
    });
    has_lists && is_recent("/var/lib/apt/lists/partial")
}

/// Runs a command as root: directly, or by sudo where that asks for no password.
pub fn as_root(command: &mut Command) -> Result<()> {
    let is_root = run::output(Command::new("id").arg("-u")).is_some_and(|id| id == "0");
    let log_name = format!("root-{}", command.get_program().to_string_lossy());
    if is_root {
        return run::quiet(command, &log_name).map(|_| ());
    }
    if !run::succeeds(Command::new("sudo").args(["-n", "true"])) {
        bail!("this needs root, and sudo asks for a password");
    }
    let mut sudo = Command::new("sudo");
    sudo.args(["-n", "env", "DEBIAN_FRONTEND=noninteractive"]);
    sudo.arg(command.get_program()).args(command.get_args());
    run::quiet(&mut sudo, &log_name).map(|_| ())
}

/// The one command that installs something on this system.
fn hint(debian: &str, brew: &str, winget: &str) -> String {
    let command = if cfg!(target_os = "macos") {
        format!("brew install {brew}")
    } else if cfg!(windows) {
        format!("winget install {winget}")
    } else {
        format!("sudo apt-get install -y {debian}")
    };
    format!("Install it with: {command}")
}
