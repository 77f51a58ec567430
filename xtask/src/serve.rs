//! Serves dist/ on 127.0.0.1 by `xtask/js/serve.mjs`.

use crate::build;
use crate::run;
use crate::run::root;
use crate::setup;
use anyhow::{Context, Result, bail};
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

/// The port that is tried first.
const PORT: u16 = 8080;

/// `cargo xtask serve [--port N] [--open]`.
pub fn command(args: &[&str]) -> Result<()> {
    let mut port = None;
    let mut open = false;
    let mut rest = args.iter();
    while let Some(arg) = rest.next() {
        match *arg {
            "--open" => open = true,
            "--port" => {
                let text = rest.next().context("--port needs a number")?;
                port = Some(text.parse().with_context(|| format!("{text} is no port"))?);
            }
            other => bail!("serve knows no {other}; it takes --port N and --open"),
        }
    }
    let ready = setup::for_serving()?;
    build::run(&ready)?;
    let site = Site::start(&ready.config.dist_dir(), port)?;
    println!("\nserving http://127.0.0.1:{}/  (Ctrl+C ends)", site.port);
    run::flush();
    if open {
        open_browser(&format!("http://127.0.0.1:{}/", site.port));
    }
    site.wait();
    Ok(())
}

/// A running server, which ends with this value.
pub struct Site {
    pub port: u16,
    node: Child,
}

impl Site {
    /// Serves a folder: on the port asked for, or on the usual one, or on a free one.
    pub fn start(folder: &Path, port: Option<u16>) -> Result<Site> {
        let ports = match port {
            Some(port) => vec![port],
            None => vec![PORT, 0],
        };
        let mut node = Command::new("node")
            .arg(root().join("xtask/js/serve.mjs"))
            .arg(folder)
            .args(ports.iter().map(ToString::to_string))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .context("cannot start node")?;
        let mut line = String::new();
        let out = node.stdout.take().context("node has no standard output")?;
        BufReader::new(out).read_line(&mut line)?;
        let port = line.trim().parse().context("cannot serve on 127.0.0.1; the lines above say why")?;
        Ok(Site { port, node })
    }

    /// Serves until the process ends.
    fn wait(mut self) {
        // Waiting would close it, and without it the server ends.
        let _open = self.node.stdin.take();
        let _ = self.node.wait();
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        let _ = self.node.kill();
        let _ = self.node.wait();
    }
}

fn open_browser(url: &str) {
    let (program, first): (&str, &[&str]) = if cfg!(target_os = "macos") {
        ("open", &[])
    } else if cfg!(windows) {
        ("cmd", &["/C", "start", ""])
    } else {
        ("xdg-open", &[])
    };
    if Command::new(program).args(first).arg(url).spawn().is_err() {
        println!("no browser could be opened ({program} is not there)");
    }
}
