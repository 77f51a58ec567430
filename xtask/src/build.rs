//! dist/: the modules, then wasm-opt, the dictionary, then the bundles. A step whose input did not change is skipped.

use crate::config::{Config, Module, locked_version};
use crate::run::{self, Done, root};
use crate::setup::Ready;
use crate::toolchain::Toolchain;
use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Builds everything that is served. One build at a time in a checkout.
pub fn run(ready: &Ready) -> Result<()> {
    let _alone = run::alone()?;
    println!("build");
    for module in ready.config.modules() {
        self::module(ready, &module)?;
        optimize(&ready.config, &module)?;
    }
    dictionary()?;
    bundle(&ready.config)
}

/// The folder of cargo's output for wasm: its own, since another rustc may build the rest.
pub fn wasm_target_dir() -> PathBuf {
    root().join("target/wasm")
}

/// What `wasm-pack build` does, with one difference: the crate is made into a module alone, not into a Rust library as
/// well. For a library the linker has to keep every public function of every crate apart, and the module is a quarter
/// larger and slower.
fn module(ready: &Ready, module: &Module) -> Result<()> {
    let build = &ready.config.build;
    let Module { name, inputs, .. } = module;
    run::step(&format!("cargo and wasm-bindgen --target {} ({name})", build.target), || {
        let out_dir = root().join(&module.out_dir);
        let inputs: Vec<&str> = inputs.iter().map(String::as_str).collect();
        let stamp = Stamp::of(&format!("module-{name}"), &inputs)?;
        if stamp.matches() && out_dir.join(format!("{name}_bg.wasm")).exists() {
            return Ok(Done::Already);
        }
        let mut cargo = ready.toolchain.command("cargo");
        cargo.args(["rustc", "--locked", "--lib", "--crate-type", "cdylib"]);
        cargo.args(["--target", &build.triple, "--profile", &build.profile]);
        cargo.arg("--manifest-path").arg(root().join(&module.folder).join("Cargo.toml"));
        cargo.args(["--features", &module.features.join(",")]);
        run::quiet(cargo.env("CARGO_TARGET_DIR", wasm_target_dir()), &format!("cargo-{name}"))?;
        let folder = wasm_target_dir().join(&build.triple).join(&build.profile);
        let mut bindgen = ready.toolchain.command("wasm-bindgen");
        bindgen.args(["--target", &build.target, "--out-name", name, "--out-dir"]).arg(&out_dir);
        run::quiet(bindgen.arg(folder.join(format!("{name}.wasm"))), &format!("wasm-bindgen-{name}"))?;
        stamp.keep()?;
        Ok(Done::Work(String::new()))
    })
}

/// The optimised module, which is what is shipped; www/pkg keeps the one that wasm-bindgen wrote.
fn optimized(module: &Module) -> PathBuf {
    wasm_target_dir().join(format!("{}_bg.optimized.wasm", module.name))
}

fn optimize(config: &Config, module: &Module) -> Result<()> {
    let flags = config.optimize.wasm_opt.join(" ");
    run::step(&format!("wasm-opt {flags}, and a trial run in Node"), || {
        let Module { name, out_dir, .. } = module;
        let input = format!("{out_dir}/{name}_bg.wasm");
        let glue = format!("{out_dir}/{name}.js");
        let output = optimized(module);
        let stamp =
            Stamp::of(&format!("wasm-opt-{name}"), &[&input, &glue, "package-lock.json", "wasm-pack.toml"])?;
        if stamp.matches() && output.exists() {
            return Ok(Done::Already);
        }
        let mut command = Toolchain::Path.command("wasm-opt");
        command.args(&config.optimize.wasm_opt).arg(&input).arg("-o").arg(&output);
        run::quiet(&mut command, "wasm-opt")?;
        let mut node = Command::new("node");
        node.current_dir(root()).arg("xtask/js/instantiate.mjs").arg(&glue).arg(&output);
        run::quiet(&mut node, "instantiate").context("the optimised module does not run")?;
        stamp.keep()?;
        Ok(Done::Work(String::new()))
    })
}

/// The dictionary in compact form, gzipped.
fn dictionary_path() -> PathBuf {
    root().join("target/dictionary.bin.gz")
}

fn dictionary() -> Result<()> {
    run::step("the dictionary of jieba-rs, made compact", || {
        let stamp = Stamp::of("dictionary", &["src/words/compact", "xtask/dictionary", "Cargo.lock"])?;
        if stamp.matches() && dictionary_path().exists() {
            return Ok(Done::Already);
        }
        let source = jieba_folder(&locked_version("jieba-rs")?)?.join("src/data/dict.txt");
        let mut cargo = Toolchain::Path.command("cargo");
        cargo.args(["run", "--locked", "--package", "dictionary", "--"]).arg(source).arg(dictionary_path());
        run::quiet(&mut cargo, "dictionary")?;
        stamp.keep()?;
        Ok(Done::Work(String::new()))
    })
}

fn bundle(config: &Config) -> Result<()> {
    let [engine, formats] = config.modules();
    let arguments = json!({
        "www": root().join("www"),
        "dist": config.dist_dir(),
        "wasm": optimized(&engine),
        "formats": optimized(&formats),
        "dictionary": dictionary_path(),
        "budget": config.budget,
        "largestFunction": config.optimize.largest_function,
    });
    let mut figures = String::new();
    run::step(&format!("{}/: bundles, dictionary, sample, single file", config.build.dist_dir), || {
        let mut node = Command::new("node");
        node.current_dir(root()).arg("xtask/js/bundle.mjs").arg(arguments.to_string());
        figures = run::quiet(&mut node, "bundle")?;
        Ok(Done::Work(String::new()))
    })?;
    print!("{figures}");
    Ok(())
}

/// Where cargo keeps the sources of the jieba-rs that Cargo.lock names.
fn jieba_folder(version: &str) -> Result<PathBuf> {
    let mut cargo = Toolchain::Path.command("cargo");
    let text = run::output(cargo.args(["metadata", "--format-version", "1", "--locked"]))
        .context("`cargo metadata --locked` failed: Cargo.lock does not fit Cargo.toml")?;
    let metadata: Value = serde_json::from_str(&text)?;
    let packages = metadata["packages"].as_array().context("cargo metadata lists no packages")?;
    let manifest = packages
        .iter()
        .find(|package| package["name"] == "jieba-rs" && package["version"] == version)
        .and_then(|package| package["manifest_path"].as_str())
        .with_context(|| format!("cargo metadata lists no jieba-rs {version}"))?;
    match Path::new(manifest).parent() {
        Some(folder) => Ok(folder.to_owned()),
        None => bail!("{manifest} lies in no folder"),
    }
}

/// The state of a step's inputs, kept once the step has succeeded.
struct Stamp {
    path: PathBuf,
    value: String,
}

impl Stamp {
    /// Reads all files under the paths, which are relative to the root.
    fn of(name: &str, inputs: &[&str]) -> Result<Stamp> {
        let mut files = BTreeSet::new();
        for input in inputs {
            collect(&root().join(input), &mut files)?;
        }
        let mut hasher = DefaultHasher::new();
        for file in files {
            file.hash(&mut hasher);
            let bytes = fs::read(&file).with_context(|| format!("cannot read {}", file.display()))?;
            what_is_built(&file, &bytes).hash(&mut hasher);
        }
        let path = root().join("target/stamps").join(name);
        Ok(Stamp { path, value: format!("{:016x}", hasher.finish()) })
    }

    fn matches(&self) -> bool {
        fs::read_to_string(&self.path).is_ok_and(|kept| kept == self.value)
    }

    fn keep(&self) -> Result<()> {
        fs::create_dir_all(root().join("target/stamps"))?;
        fs::write(&self.path, &self.value).context("cannot keep the state of a step")
    }
}

/// What of an input changes the output: budgets are checked, and nothing is built of them.
fn what_is_built<'a>(file: &Path, bytes: &'a [u8]) -> &'a [u8] {
    const BUDGET: &[u8] = b"[budget]";
    if !file.ends_with("wasm-pack.toml") {
        return bytes;
    }
    let end = bytes.windows(BUDGET.len()).position(|window| window == BUDGET).unwrap_or(bytes.len());
    &bytes[..end]
}

fn collect(path: &Path, files: &mut BTreeSet<PathBuf>) -> Result<()> {
    if path.is_dir() {
        for entry in fs::read_dir(path)? {
            collect(&entry?.path(), files)?;
        }
    } else if path.exists() {
        files.insert(path.to_owned());
    }
    Ok(())
}
