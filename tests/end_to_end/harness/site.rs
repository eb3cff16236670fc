//! The built page on a host of its own, which can go away and come back with other files.

use std::fs::{self, File};
use std::future;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread::{self, JoinHandle};
use std::time::Duration;

use axum::http::{HeaderName, HeaderValue};
use axum::middleware::map_response;
use axum::response::Response;
use tokio::sync::oneshot;

use super::dist_server::{dist, files};

/// A copy of `dist/`, served with the headers that `Trunk.toml` gives it.
pub struct Site {
    folder: PathBuf,
    port: u16,
    server: Option<Server>,
}

struct Server {
    stop: oneshot::Sender<()>,
    thread: JoinHandle<()>,
}

impl Site {
    /// Serves a copy in a folder of this name.
    pub fn open(name: &str) -> Self {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/sites");
        let folder = folder.join(name);
        let mut site = Site {
            folder,
            port: 0,
            server: None,
        };
        site.restore();
        site.come_back();
        site
    }

    /// Makes the files again what they were at first.
    pub fn restore(&self) {
        wait_for_another_second();
        // There are none at first.
        let _ = fs::remove_dir_all(&self.folder);
        copy(&dist(), &self.folder);
    }

    /// Where the page is.
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}/", self.port)
    }

    /// The folder that is served.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// How many files the page has, without the service worker.
    pub fn files(&self) -> usize {
        count(&self.folder) - 1
    }

    /// Answers nobody any more, and closes what connections there are.
    pub fn go_away(&mut self) {
        if let Some(Server { stop, thread }) = self.server.take() {
            stop.send(()).expect("a server");
            thread.join().expect("a server that ends");
        }
    }

    /// Answers again, at the same address.
    pub fn come_back(&mut self) {
        let listener = TcpListener::bind(("127.0.0.1", self.port)).expect("a free port");
        self.port = listener.local_addr().expect("its address").port();
        let (stop, stopped) = oneshot::channel();
        let folder = self.folder.clone();
        let thread = thread::spawn(move || serve(listener, &folder, stopped));
        self.server = Some(Server { stop, thread });
    }

    /// Makes a new version of the page: it has another title, and the files that are loaded later
    /// have another place, one of them with other bytes.
    pub fn publish(&self, title: &str) {
        wait_for_another_second();
        let page = self.folder.join("index.html");
        let text = fs::read_to_string(&page).expect("the page");
        let (_, rest) = text.split_once("data-later=\"").expect("a folder");
        let (later, _) = rest.split_once('/').expect("its end");
        let moved = format!("{later}-{}", title.to_lowercase());
        fs::rename(self.folder.join(later), self.folder.join(&moved)).expect("a folder");
        let editor = self.folder.join(&moved).join("python_editor.min.js");
        let code = fs::read_to_string(&editor).expect("the editor");
        fs::write(&editor, format!("{code}// {title}\n")).expect("a file");
        let text = text.replace(
            &format!("data-later=\"{later}"),
            &format!("data-later=\"{moved}"),
        );
        let (before, rest) = text.split_once("<title>").expect("a title");
        let (_, after) = rest.split_once("</title>").expect("its end");
        fs::write(&page, format!("{before}<title>{title}</title>{after}")).expect("a page");
        self.list_files();
    }

    /// Makes a new version whose page the server takes for the one before, as both were changed at
    /// the same time, going by what its file says.
    pub fn publish_as_if_unchanged(&self, title: &str) {
        let page = self.folder.join("index.html");
        let changed = fs::metadata(&page).and_then(|of| of.modified());
        self.publish(title);
        let file = File::options().write(true).open(page).expect("the page");
        file.set_modified(changed.expect("a time"))
            .expect("another time");
    }

    /// Has the service worker list the files as they are.
    pub fn list_files(&self) {
        let script = concat!(env!("CARGO_MANIFEST_DIR"), "/static/shell/list_files.sh");
        let listed = Command::new("sh").arg(script).arg(&self.folder).status();
        assert!(listed.is_ok_and(|status| status.success()));
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        self.go_away();
    }
}

/// A server tells what a browser has from what is there now by when that was changed, to the second.
fn wait_for_another_second() {
    thread::sleep(Duration::from_secs(1));
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder") {
        let from = entry.expect("an entry").path();
        let to = to.join(from.file_name().expect("a name"));
        if from.is_dir() {
            copy(&from, &to);
        } else {
            fs::copy(from, to).expect("a file");
        }
    }
}

fn count(folder: &Path) -> usize {
    let entries = fs::read_dir(folder).expect("a folder");
    entries
        .map(|entry| entry.expect("an entry").path())
        .map(|path| if path.is_dir() { count(&path) } else { 1 })
        .sum()
}

fn serve(listener: TcpListener, folder: &Path, stopped: oneshot::Receiver<()>) {
    let headers = headers();
    let files = files(folder).layer(map_response(move |mut response: Response| {
        response.headers_mut().extend(headers.clone());
        future::ready(response)
    }));
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("an async runtime");
    runtime.block_on(async {
        listener.set_nonblocking(true).expect("a listener");
        let listener = tokio::net::TcpListener::from_std(listener).expect("a listener");
        tokio::select! {
            _ = axum::serve(listener, files).into_future() => {}
            _ = stopped => {}
        }
    });
}

/// What `Trunk.toml` has the page served with.
fn headers() -> Vec<(HeaderName, HeaderValue)> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("Trunk.toml");
    let settings = fs::read_to_string(path).expect("Trunk.toml");
    let (_, section) = settings.split_once("[serve.headers]\n").expect("headers");
    let lines = section.lines().take_while(|line| !line.is_empty());
    let settings = lines.filter_map(|line| line.split_once(" = "));
    let headers = settings.map(|(name, value)| {
        let name = name.trim_matches('"').parse().expect("a name");
        let value = value.trim_matches('"').parse().expect("a value");
        (name, value)
    });
    headers.collect()
}
