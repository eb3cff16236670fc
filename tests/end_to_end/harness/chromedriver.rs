//! The driver's process.

use std::io::{BufRead, BufReader};
use std::process::{Child, ChildStdout, Command, Stdio};

/// A running chromedriver, ended when dropped.
pub struct Chromedriver {
    process: Child,
    /// Where it listens on the loopback interface.
    pub port: u16,
    /// Kept open, as the driver would fail to write to a closed one.
    _output: BufReader<ChildStdout>,
}

impl Chromedriver {
    /// Starts the chromedriver that is on `PATH`, on a port of its choice.
    pub fn start() -> Self {
        let mut process = Command::new("chromedriver")
            .arg("--port=0")
            .stdout(Stdio::piped())
            .spawn()
            .expect("chromedriver could not be started: run ./dev setup");
        let mut output = BufReader::new(process.stdout.take().expect("a pipe"));
        let port = port(&mut output).expect("chromedriver did not say its port");
        Chromedriver {
            process,
            port,
            _output: output,
        }
    }
}

impl Drop for Chromedriver {
    fn drop(&mut self) {
        // Both fail only for a process that has ended already.
        self.process.kill().ok();
        self.process.wait().ok();
    }
}

/// Reads on up to the line "ChromeDriver was started successfully on port 12345."
fn port(output: &mut impl BufRead) -> Option<u16> {
    output.lines().map_while(Result::ok).find_map(|line| {
        let (_, port) = line.split_once("started successfully on port ")?;
        port.trim_end_matches('.').parse().ok()
    })
}
