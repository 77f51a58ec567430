//! Which cargo and rustc build for wasm: the one on PATH, or Debian's in /usr/bin.
//!
//! Whatever already has the wasm target is taken; else `rustup target add`; else, on Debian,
//! Debian's packages, whose standard library for wasm is built once from their source.
//! `CHENGYAN_TOOLCHAIN=rustup|distro` chooses one way. rustup's own toolchains are never changed
//! otherwise.

use crate::config::Config;
use crate::run::{self, Done, root};
use crate::setup::{apt, as_root};
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Where cargo and rustc come from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Toolchain {
    /// What PATH finds first: rustup's, or the only one there is.
    Path,
    /// Debian's, in /usr/bin.
    Distro,
}

/// Set by the cargo or rustup that started us, and wrong for another toolchain.
const INHERITED: [&str; 6] =
    ["RUSTUP_TOOLCHAIN", "LD_LIBRARY_PATH", "CARGO", "RUSTC", "RUSTDOC", "RUST_RECURSION_COUNT"];

impl Toolchain {
    /// A program with this toolchain's cargo and rustc, and the project's tools, first on PATH.
    pub fn command(self, program: &str) -> Command {
        let mut folders = vec![tools_dir().join("bin"), root().join("node_modules/.bin")];
        if self == Toolchain::Distro {
            folders.insert(0, distro_bin());
        }
        let path = std::env::var_os("PATH").unwrap_or_default();
        folders.extend(std::env::split_paths(&path));
        // A program is looked up on our own PATH, so a name in a changed PATH must be resolved here.
        let found = folders.iter().map(|folder| folder.join(program)).find(|file| file.is_file());
        let mut command = found.map_or_else(|| Command::new(program), Command::new);
        if let Ok(path) = std::env::join_paths(folders) {
            command.env("PATH", path);
        }
        if self == Toolchain::Distro {
            for name in INHERITED {
                command.env_remove(name);
            }
        }
        command.current_dir(root());
        command
    }

    /// Whether a small program compiles for wasm. Takes about 0.2 s, and cannot be wrong.
    fn has_target(self, triple: &str) -> bool {
        let folder = tools_dir().join("probe");
        let source = folder.join("probe.rs");
        let written = fs::create_dir_all(&folder).and_then(|()| {
            fs::write(
                &source,
                "#[unsafe(no_mangle)] pub extern \"C\" fn probe() -> usize { vec![1].len() }\n",
            )
        });
        if written.is_err() || self.link_distro().is_err() {
            return false;
        }
        let mut rustc = self.command("rustc");
        rustc.args(["--edition=2024", "--crate-type=cdylib", "--target", triple, "-o"]);
        run::succeeds(rustc.arg(folder.join("probe.wasm")).arg(&source))
    }

    /// Makes /usr/bin's Rust programs, and no others of /usr/bin, findable first.
    fn link_distro(self) -> Result<()> {
        if self == Toolchain::Path {
            return Ok(());
        }
        let folder = distro_bin();
        fs::create_dir_all(&folder)?;
        for name in ["cargo", "rustc", "rustdoc", "cargo-clippy", "clippy-driver", "rustfmt", "cargo-fmt"] {
            let (from, to) = (Path::new("/usr/bin").join(name), folder.join(name));
            if from.exists() && !to.exists() {
                symlink(&from, &to)?;
            }
        }
        if folder.join("rustc").exists() { Ok(()) } else { bail!("no rustc in /usr/bin") }
    }
}

#[cfg(unix)]
fn symlink(from: &Path, to: &Path) -> Result<()> {
    std::os::unix::fs::symlink(from, to).with_context(|| format!("cannot link {}", to.display()))
}

#[cfg(not(unix))]
fn symlink(_: &Path, _: &Path) -> Result<()> {
    bail!("there is no distribution's Rust on this system")
}

/// Where the project's own tools are installed.
pub fn tools_dir() -> PathBuf {
    root().join("target/tools")
}

fn distro_bin() -> PathBuf {
    tools_dir().join("distro")
}

/// Finds or installs the wasm target.
pub fn ensure(config: &Config) -> Result<Toolchain> {
    let choice = std::env::var("CHENGYAN_TOOLCHAIN").unwrap_or_default();
    let candidates: &[Toolchain] = match choice.as_str() {
        "" => &[Toolchain::Path, Toolchain::Distro],
        "rustup" => &[Toolchain::Path],
        "distro" => &[Toolchain::Distro],
        other => bail!("CHENGYAN_TOOLCHAIN is {other:?}; it may be rustup or distro"),
    };
    let triple = &config.build.triple;
    if let Some(found) = candidates.iter().find(|toolchain| toolchain.has_target(triple)) {
        run::step(&format!("wasm target ({})", found.name()), || Ok(Done::Already))?;
        return Ok(*found);
    }
    let mut refusals = Vec::new();
    for toolchain in candidates {
        match toolchain.install(config) {
            Ok(()) if toolchain.has_target(triple) => return Ok(*toolchain),
            Ok(()) => refusals
                .push(format!("{}: installed, but a small program does not compile", toolchain.name())),
            Err(error) => refusals.push(format!("{}: {error:#}", toolchain.name())),
        }
    }
    bail!("no wasm target:\n{}", refusals.join("\n"))
}

impl Toolchain {
    fn name(self) -> &'static str {
        match self {
            Toolchain::Path => "rustup",
            Toolchain::Distro => "distro",
        }
    }

    fn install(self, config: &Config) -> Result<()> {
        match self {
            Toolchain::Path => add_target(&config.build.triple),
            Toolchain::Distro => install_distro(config),
        }
    }
}

fn add_target(triple: &str) -> Result<()> {
    if run::which("rustup").is_none() {
        bail!("rustup is not installed; install it with: curl https://sh.rustup.rs -sSf | sh");
    }
    run::step(&format!("rustup target add {triple}"), || {
        run::quiet(Command::new("rustup").args(["target", "add", triple]), "rustup-target")?;
        Ok(Done::Work(String::new()))
    })
}

fn install_distro(config: &Config) -> Result<()> {
    apt("Debian's Rust for wasm", &config.debian.wasm_target)?;
    Toolchain::Distro.link_distro()?;
    let triple = &config.build.triple;
    let packages = &config.debian.wasm_target;
    let linker =
        packages.iter().find(|name| name.starts_with("lld")).context("wasm-pack.toml names no linker")?;
    run::step("Rust's standard library for wasm, built once", || {
        build_std(triple, linker)?;
        Ok(Done::Work(String::new()))
    })
}

/// Builds std in a throw-away crate and puts it where rustc looks for it.
fn build_std(triple: &str, linker: &str) -> Result<()> {
    let folder = tools_dir().join("std");
    fs::create_dir_all(folder.join("src"))?;
    fs::write(folder.join("src/lib.rs"), "")?;
    fs::write(
        folder.join("Cargo.toml"),
        "[package]\nname = \"throwaway\"\nversion = \"0.0.0\"\nedition = \"2021\"\n\n[workspace]\n",
    )?;
    let target = folder.join("target");
    let mut cargo = Toolchain::Distro.command("cargo");
    cargo
        .current_dir(&folder)
        .args(["build", "--release", "-Zbuild-std=std,panic_abort,test,proc_macro", "--target", triple])
        .arg("--target-dir")
        .arg(&target)
        .env("RUSTC_BOOTSTRAP", "1")
        // Without bitcode in the libraries, link-time optimisation fails.
        .env("RUSTFLAGS", "-Cembed-bitcode=yes");
    run::quiet(&mut cargo, "wasm-std")?;
    install_std(&target.join(triple).join("release/deps"), triple, linker)?;
    fs::remove_dir_all(&folder).context("cannot clear the throw-away crate")
}

fn install_std(deps: &Path, triple: &str, linker: &str) -> Result<()> {
    let mut rustc = Toolchain::Distro.command("rustc");
    let sysroot = run::output(rustc.args(["--print", "sysroot"])).context("rustc names no sysroot")?;
    let mut rustc = Toolchain::Distro.command("rustc");
    let version = run::output(rustc.arg("-vV")).context("rustc names no version")?;
    let host = version.lines().find_map(|line| line.strip_prefix("host: ")).context("rustc names no host")?;
    let libraries = format!("{sysroot}/lib/rustlib/{triple}/lib");
    let linker_dir = format!("{sysroot}/lib/rustlib/{host}/bin");
    // Libraries of an earlier rustc would be found twice.
    as_root(Command::new("rm").args(["-rf", &libraries]))?;
    as_root(Command::new("mkdir").args(["-p", &libraries, &linker_dir]))?;
    let mut copy = Command::new("cp");
    for entry in fs::read_dir(deps)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if name.ends_with(".rlib") && !name.starts_with("libthrowaway") {
            copy.arg(&path);
        }
    }
    as_root(copy.arg(&libraries))?;
    let linker = run::which(linker).with_context(|| format!("{linker} is not there"))?;
    as_root(Command::new("ln").arg("-sf").arg(linker).arg(format!("{linker_dir}/rust-lld")))
}
