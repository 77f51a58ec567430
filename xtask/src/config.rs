//! wasm-pack.toml and Cargo.lock as values. Nothing else in xtask states a version, a profile, a
//! folder or a size.

use crate::run::root;
use anyhow::{Context, Result};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

/// wasm-pack.toml.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Config {
    pub tools: Tools,
    pub build: Build,
    pub formats: Formats,
    pub optimize: Optimize,
    pub test: Test,
    pub debian: Debian,
    /// File name in dist/ to bytes after gzip.
    pub budget: BTreeMap<String, u64>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Tools {
    pub wasm_pack: String,
    pub node: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Build {
    pub name: String,
    pub triple: String,
    pub target: String,
    pub profile: String,
    pub features: Vec<String>,
    pub out_dir: String,
    pub dist_dir: String,
}

/// The second module.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Formats {
    pub name: String,
    pub folder: String,
    pub out_dir: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Optimize {
    pub wasm_opt: Vec<String>,
    /// Bytes of the largest function that the engine may have.
    pub largest_function: u64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Test {
    pub node: bool,
    pub browsers: Vec<String>,
    pub features: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Debian {
    pub wasm_target: Vec<String>,
    pub lint: Vec<String>,
    pub browser: Vec<String>,
}

impl Config {
    pub fn read() -> Result<Config> {
        let path = root().join("wasm-pack.toml");
        let text = fs::read_to_string(&path).context("cannot read wasm-pack.toml")?;
        toml::from_str(&text).context("wasm-pack.toml")
    }

    /// The modules that are built: the engine, then the readers of other formats.
    pub fn modules(&self) -> [Module; 2] {
        let Formats { name, folder, out_dir } = &self.formats;
        let of_engine =
            ["src", "build.rs", ".cargo/config.toml", "data", "formats/src/kind.rs", "formats/Cargo.toml"];
        [
            Module::new(&self.build.name, ".", &self.build.out_dir, &of_engine, &self.build.features),
            Module::new(name, folder, out_dir, &["formats"], &[]),
        ]
    }

    /// What is served and published.
    pub fn dist_dir(&self) -> PathBuf {
        root().join(&self.build.dist_dir)
    }
}

/// A crate that becomes a module of the page.
pub struct Module {
    /// The name of the files that wasm-bindgen writes.
    pub name: String,
    /// The crate's folder, from the root.
    pub folder: String,
    /// Where wasm-bindgen writes, from the root.
    pub out_dir: String,
    /// What it is made of, from the root.
    pub inputs: Vec<String>,
    /// Features of the crate.
    pub features: Vec<String>,
}

impl Module {
    fn new(name: &str, folder: &str, out_dir: &str, inputs: &[&str], features: &[String]) -> Module {
        let shared = ["Cargo.toml", "Cargo.lock", "wasm-pack.toml"];
        Module {
            name: name.to_owned(),
            folder: folder.to_owned(),
            out_dir: out_dir.to_owned(),
            inputs: inputs.iter().chain(&shared).map(|input| (*input).to_owned()).collect(),
            features: features.to_vec(),
        }
    }
}

#[derive(Deserialize)]
struct Lock {
    package: Vec<Package>,
}

#[derive(Deserialize)]
struct Package {
    name: String,
    version: String,
}

/// The version of a package in Cargo.lock.
pub fn locked_version(name: &str) -> Result<String> {
    let text = fs::read_to_string(root().join("Cargo.lock")).context("cannot read Cargo.lock")?;
    let lock: Lock = toml::from_str(&text).context("Cargo.lock")?;
    lock.package
        .into_iter()
        .find(|package| package.name == name)
        .map(|package| package.version)
        .with_context(|| format!("Cargo.lock names no {name}"))
}
