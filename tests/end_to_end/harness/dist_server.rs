//! The built page, served on the loopback interface.

use std::path::{Path, PathBuf};

use axum::Router;
use axum::http::header::CONTENT_TYPE;
use axum::response::{Html, IntoResponse};
use axum::routing::get;
use tokio::net::TcpListener;
use tower_http::services::ServeDir;

/// A page of somebody else on the same host.
const AROUND: &str = "<!doctype html><title>Around</title><body>";

/// A worker whose computer's clock jumps an hour ahead, half a second after it is first looked at. It
/// goes on as the worker that it stands in for.
const CLOCK_JUMPS: &str = "
    const now = Date.now;
    let first;
    Date.now = () => {
        const at = performance.now();
        first ??= at;
        return now() + (at - first > 500 ? 3600000 : 0);
    };
    importScripts(new URLSearchParams(location.search).get('script'));";

/// Serves `dist/` on a free port for as long as the runtime lives; returns its address. A port of
/// its own gives each test a browser storage of its own.
pub async fn serve() -> String {
    serve_files(unkept_files()).await
}

/// Serves these files, as [`serve`] does those of `dist/`.
pub async fn serve_files(files: Router) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let address = listener.local_addr().expect("its address");
    tokio::spawn(async { axum::serve(listener, files).await });
    format!("http://{address}/")
}

/// Where the built page is.
pub fn dist() -> PathBuf {
    let dist = Path::new(env!("CARGO_MANIFEST_DIR")).join("dist");
    assert!(
        dist.join("index.html").is_file(),
        "the page is not built: run ./dev build"
    );
    dist
}

/// The files of `dist/`, with a service worker that does nothing: what it would keep could hide a
/// fault, and takes each test a while.
pub fn unkept_files() -> Router {
    let empty = || async { ([(CONTENT_TYPE, "text/javascript")], "") };
    let unkept = Router::new().route("/service_worker.js", get(empty));
    unkept.fallback_service(files(&dist()))
}

/// The page in this folder, and what else is on its host.
pub fn files(folder: &Path) -> Router {
    // What the benchmarks set the page beside, where it is there.
    let pyodide =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bench/pyodide/node_modules/pyodide");
    Router::new()
        .route("/clock_jumps.js", get(clock_jumps))
        .nest_service("/pyodide", ServeDir::new(pyodide))
        .nest_service("/bench", ServeDir::new(build_folder().join("bench")))
        .route("/around", get(Html(AROUND)))
        .route("/favicon.ico", get(()))
        .fallback_service(ServeDir::new(folder))
}

async fn clock_jumps() -> impl IntoResponse {
    ([(CONTENT_TYPE, "text/javascript")], CLOCK_JUMPS)
}

fn build_folder() -> PathBuf {
    let folder = std::env::var_os("CARGO_TARGET_DIR").unwrap_or("target".into());
    Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)
}
