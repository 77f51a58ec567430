//! A static server on 127.0.0.1 for dist/: right types, no caching, nothing outside the folder.

use crate::build;
use crate::run;
use crate::setup;
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use std::thread;
use tiny_http::{Header, Method, Request, Response, Server};

/// The port that is tried first.
const PORT: u16 = 8080;
/// Enough for a page that loads five files at once.
const N_THREADS: usize = 4;

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

/// A running server.
pub struct Site {
    pub port: u16,
    threads: Vec<thread::JoinHandle<()>>,
}

impl Site {
    /// Serves a folder: on the port asked for, or on the usual one, or on a free one.
    pub fn start(folder: &Path, port: Option<u16>) -> Result<Site> {
        let bind = |port: u16| Server::http(("127.0.0.1", port));
        let server = match port {
            Some(port) => bind(port),
            None => bind(PORT).or_else(|_| bind(0)),
        };
        let server = server.map_err(|error| anyhow::anyhow!("cannot serve on 127.0.0.1: {error}"))?;
        let port = server.server_addr().to_ip().context("the server has no port")?.port();
        let server = Arc::new(server);
        let folder: Arc<Path> = Arc::from(folder);
        let threads = (0..N_THREADS)
            .map(|_| {
                let (server, folder) = (Arc::clone(&server), Arc::clone(&folder));
                thread::spawn(move || server.incoming_requests().for_each(|request| answer(&folder, request)))
            })
            .collect();
        Ok(Site { port, threads })
    }

    /// Serves until the process ends.
    fn wait(self) {
        for thread in self.threads {
            // A thread that panicked has printed why; the others go on.
            let _ = thread.join();
        }
    }
}

fn answer(folder: &Path, request: Request) {
    let found = match request.method() {
        Method::Get | Method::Head => file_for(folder, request.url()),
        _ => None,
    };
    let body = found.and_then(|path| fs::read(&path).ok().map(|bytes| (content_type(&path), bytes)));
    let (status, kind, bytes) = match body {
        Some((kind, bytes)) => (200, kind, bytes),
        None => (404, "text/plain; charset=utf-8", b"not found\n".to_vec()),
    };
    let mut response = Response::from_data(bytes).with_status_code(status);
    for (name, value) in
        [("Content-Type", kind), ("Cache-Control", "no-store"), ("X-Content-Type-Options", "nosniff")]
    {
        response.add_header(Header::from_bytes(name, value).expect("these headers are ASCII"));
    }
    // The reader may have gone away.
    let _ = request.respond(response);
}

/// The file that a URL names, if its path is made of plain names inside the folder.
fn file_for(folder: &Path, url: &str) -> Option<PathBuf> {
    let path = decode(url.split(['?', '#']).next()?)?;
    let mut file = folder.to_owned();
    for part in path.strip_prefix('/')?.split('/').filter(|part| !part.is_empty()) {
        if part.starts_with('.') || part.contains(['\\', ':', '\0']) {
            return None;
        }
        file.push(part);
    }
    Some(if file.is_dir() { file.join("index.html") } else { file })
}

/// Percent-decoding; None for what is not UTF-8.
fn decode(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        if first == b'%' {
            let digits = std::str::from_utf8(after.get(..2)?).ok()?;
            bytes.push(u8::from_str_radix(digits, 16).ok()?);
            rest = &after[2..];
        } else {
            bytes.push(first);
            rest = after;
        }
    }
    String::from_utf8(bytes).ok()
}

fn content_type(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("json" | "webmanifest") => "application/json; charset=utf-8",
        Some("md" | "txt") => "text/plain; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("wasm") => "application/wasm",
        // The page decompresses it itself, so it is sent as a file and not as an encoding.
        Some("gz") => "application/gzip",
        _ => "application/octet-stream",
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_url_names_a_file_inside_the_folder_or_nothing() {
        let cases = [
            ("/chengyan.js", Some("/site/chengyan.js")),
            ("/a/b%20c.txt?x=1#y", Some("/site/a/b c.txt")),
            ("//chengyan.js", Some("/site/chengyan.js")),
            ("/../secret", None),
            ("/%2e%2e/secret", None),
            ("/a/..%2fsecret", None),
            ("/a\\..\\secret", None),
            ("/c:/secret", None),
            ("/.git/config", None),
            ("/%ff", None),
            ("/%4", None),
            ("secret", None),
        ];
        for (url, expected) in cases {
            assert_eq!(file_for(Path::new("/site"), url), expected.map(PathBuf::from), "{url}");
        }
    }
}
