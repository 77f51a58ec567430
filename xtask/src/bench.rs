//! The first load of the built page, measured in headless Chromium by xtask/js/load.mjs, and its stages, by
//! xtask/js/stages.mjs; and the engine beside its peers, by benches/peers.mjs.

use crate::build;
use crate::run::{self, root};
use crate::serve::Site;
use crate::setup;
use crate::test::with_page;
use anyhow::{Context, Result, bail};
use std::process::{Command, Stdio};

/// `cargo xtask bench [--peers] [--pages N] [--save]`.
pub fn command(args: &[&str]) -> Result<()> {
    let mut n_pages = "7";
    let mut save = false;
    let mut beside_peers = false;
    let mut rest = args.iter();
    while let Some(arg) = rest.next() {
        match *arg {
            "--save" => save = true,
            "--peers" => beside_peers = true,
            "--pages" => n_pages = rest.next().context("--pages needs a number")?,
            other => bail!("bench knows no {other}; it takes --peers, --pages N and --save"),
        }
    }
    let ready = setup::for_testing()?;
    build::run(&ready)?;
    let site = Site::start(&ready.config.dist_dir(), Some(0))?;
    let scripts: &[&str] = if beside_peers {
        setup::peers()?;
        &["benches/peers.mjs"]
    } else {
        println!("first load, {n_pages} cold pages; then the stages");
        &["xtask/js/load.mjs", "xtask/js/stages.mjs", "xtask/js/places.mjs", "xtask/js/updates.mjs"]
    };
    run::flush();
    for script in scripts {
        let mut node = Command::new("node");
        node.current_dir(root()).stdin(Stdio::null()).args([script, "--pages", n_pages]);
        if save {
            node.arg("--save").arg(root().join("benches/results"));
        }
        let status = with_page(&mut node, &ready.config, &site).status().context("cannot start node")?;
        if !status.success() {
            bail!("{script} could not measure");
        }
    }
    Ok(())
}
