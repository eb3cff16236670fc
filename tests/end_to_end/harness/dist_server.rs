//! The built page, served on the loopback interface.

use std::path::Path;

use axum::Router;
use tokio::net::TcpListener;
use tower_http::services::ServeDir;

/// Serves `dist/` on a free port for as long as the runtime lives; returns its address. A port of
/// its own gives each test a browser storage of its own.
pub async fn serve() -> String {
    let dist = Path::new(env!("CARGO_MANIFEST_DIR")).join("dist");
    assert!(
        dist.join("index.html").is_file(),
        "the page is not built: run ./dev build"
    );
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let address = listener.local_addr().expect("its address");
    // What the benchmarks set the page beside, where it is there.
    let pyodide =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bench/pyodide/node_modules/pyodide");
    let files = Router::new()
        .nest_service("/pyodide", ServeDir::new(pyodide))
        .fallback_service(ServeDir::new(dist));
    tokio::spawn(async { axum::serve(listener, files).await });
    format!("http://{address}/")
}
