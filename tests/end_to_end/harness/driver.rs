//! The driver's process.

use std::io::{self, BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::thread;

use super::engine::Engine;

/// A browser's running driver, ended when dropped.
pub struct Driver {
    process: Child,
    /// Where it listens on the loopback interface.
    pub port: u16,
}

impl Driver {
    /// Starts the driver that is on `PATH`, on a port of its choice.
    pub fn start(engine: Engine) -> Self {
        let name = engine.driver();
        let mut process = Command::new(name)
            .args(engine.driver_arguments())
            .stdout(Stdio::piped())
            .stderr(engine.driver_errors())
            .spawn()
            .unwrap_or_else(|error| panic!("{name} did not start: {error}. Run ./dev setup"));
        let mut output = BufReader::new(process.stdout.take().expect("a pipe"));
        let port = port(&mut output).unwrap_or_else(|| panic!("{name} did not say its port"));
        // What it and the browser go on to say is read until they end: who writes into a full pipe stands still.
        thread::spawn(move || io::copy(&mut output, &mut io::sink()));
        Driver { process, port }
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // Both fail only for a process that has ended already.
        self.process.kill().ok();
        self.process.wait().ok();
    }
}

/// Reads on up to the line "ChromeDriver was started successfully on port 12345.", or, of
/// geckodriver, one that ends with "Listening on 127.0.0.1:12345".
fn port(output: &mut impl BufRead) -> Option<u16> {
    output.lines().map_while(Result::ok).find_map(|line| {
        let chromium = line.split_once("started successfully on port ");
        let firefox = line.split_once("Listening on 127.0.0.1:");
        let (_, port) = chromium.or(firefox)?;
        port.trim_end_matches('.').parse().ok()
    })
}
