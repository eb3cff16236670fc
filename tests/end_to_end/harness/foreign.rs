//! A host that the page has nothing to do with.

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;

/// What a browser asks for without a page: its updates, its user's account, how forms are filled in.
const THE_BROWSERS_OWN: [&str; 6] = [
    "accounts.google.com",
    "clients2.google.com",
    "content-autofill.googleapis.com",
    "firefox.settings.services.mozilla.com",
    "optimizationguide-pa.googleapis.com",
    "update.googleapis.com",
];

/// Writes down what it is asked, as a host and as a proxy, until the tests end.
pub struct Foreign {
    port: u16,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Foreign {
    /// Listens on a free port.
    pub fn listen() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let port = listener.local_addr().expect("its address").port();
        let asked = Arc::<Mutex<Vec<String>>>::default();
        let writes = asked.clone();
        thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                let line = answer(stream);
                writes.lock().expect("no panic").push(line);
            }
        });
        Foreign { port, asked }
    }

    /// Its host and port.
    pub fn host(&self) -> String {
        format!("127.0.0.1:{}", self.port)
    }

    /// Its address as a page's.
    pub fn address(&self) -> String {
        format!("http://{}/", self.host())
    }

    /// The first lines of all requests so far, but for those that the browser makes for itself.
    pub fn asked(&self) -> Vec<String> {
        let asked = self.asked.lock().expect("no panic");
        let is_its_own = |line: &&String| THE_BROWSERS_OWN.iter().any(|host| line.contains(host));
        asked
            .iter()
            .filter(|line| !is_its_own(line))
            .cloned()
            .collect()
    }
}

/// Reads a request's first line, and answers with nothing.
fn answer(mut stream: TcpStream) -> String {
    let mut line = String::new();
    let read = BufReader::new(&stream).read_line(&mut line);
    if read.is_ok() {
        // Whoever has gone away needs no answer.
        let _ = stream.write_all(b"HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n");
    }
    line.trim_end().to_owned()
}
