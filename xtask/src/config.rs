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

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Optimize {
    pub wasm_opt: Vec<String>,
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

    /// Where wasm-pack writes.
    pub fn out_dir(&self) -> PathBuf {
        root().join(&self.build.out_dir)
    }

    /// What is served and published.
    pub fn dist_dir(&self) -> PathBuf {
        root().join(&self.build.dist_dir)
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
