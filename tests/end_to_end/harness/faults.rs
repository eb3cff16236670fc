//! What goes wrong on purpose: files that do not come, or come damaged, and what the browser lacks.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use axum::{Router, middleware};
use serde_json::json;

use super::Page;

/// How a file is answered instead of as it is.
#[derive(Clone, Debug)]
pub enum Fault {
    /// It is not there.
    Missing,
    /// It is not answered at all.
    Unanswered,
    /// It is this, of the file's own type.
    Text(String),
}

/// The faults of a server, by the files' names, in whichever folder they are.
#[derive(Clone, Default)]
pub struct Faults(Arc<Mutex<HashMap<String, Fault>>>);

impl Faults {
    /// Answers a file in this way from now on.
    pub fn set(&self, name: &str, fault: Fault) {
        self.all().insert(name.to_owned(), fault);
    }

    /// Answers all files as they are again.
    pub fn mend(&self) {
        self.all().clear();
    }

    /// Files with these faults.
    pub fn around(&self, files: Router) -> Router {
        files.layer(middleware::from_fn_with_state(self.clone(), answer))
    }

    fn all(&self) -> std::sync::MutexGuard<'_, HashMap<String, Fault>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Answers a request as it is or with a fault. Nothing is kept by the browser without asking, as
/// what it has kept would hide a fault.
async fn answer(State(faults): State<Faults>, request: Request, next: Next) -> Response {
    let path = request.uri().path();
    let name = path.rsplit('/').next().unwrap_or_default();
    let fault = faults.all().get(name).cloned();
    let mut response = match fault {
        None => next.run(request).await,
        Some(Fault::Missing) => StatusCode::NOT_FOUND.into_response(),
        Some(Fault::Unanswered) => std::future::pending().await,
        Some(Fault::Text(text)) => {
            let (parts, _) = next.run(unconditional(request)).await.into_parts();
            without_length(Response::from_parts(parts, Body::from(text)))
        }
    };
    let no_cache = HeaderValue::from_static("no-cache");
    response
        .headers_mut()
        .insert(header::CACHE_CONTROL, no_cache);
    response
}

/// The same request of one who has nothing of the file yet.
fn unconditional(mut request: Request) -> Request {
    request.headers_mut().remove(header::IF_MODIFIED_SINCE);
    request.headers_mut().remove(header::IF_NONE_MATCH);
    request
}

fn without_length(mut response: Response) -> Response {
    for name in [header::CONTENT_LENGTH, header::LAST_MODIFIED, header::ETAG] {
        response.headers_mut().remove(name);
    }
    response
}

impl Page {
    /// Runs a script before anything of a worker for task graphs, whenever one is started from now
    /// on.
    pub async fn before_loading_workers(&self, script: &str) {
        let loader = format!(
            "{{ {script} }}
            addEventListener('message', async ({{ data: [script, module_or_path] }}) => {{
                const {{ default: start }} = await import(script);
                await start({{ module_or_path }});
            }}, {{ once: true }});"
        );
        self.faults.set("worker.js", Fault::Text(loader));
    }

    /// Keeps all workers of the page at hand, whenever it is loaded from now on.
    pub async fn watch_workers(&self) {
        self.script_at_first(
            "window.workers = [];
            window.Worker = class extends Worker {
                constructor(...given) {
                    super(...given);
                    workers.push(this);
                }
                end() {
                    super.terminate();
                }
                terminate() {
                    workers.splice(workers.indexOf(this), 1);
                    super.terminate();
                }
            };",
        )
        .await;
    }

    /// Ends all workers of the page, without its doing.
    pub async fn end_workers(&self) {
        let script = "workers.forEach((worker) => worker.end())";
        self.script(script, vec![]).await;
    }

    /// Lets the seconds that the page counts pass in so many milliseconds.
    pub async fn hurry(&self, milliseconds: u32) {
        let script = "const [milliseconds] = arguments;
            const real = window.realSetInterval ??= window.setInterval.bind(window);
            window.setInterval = (act, time, ...more) =>
                real(act, time === 1000 ? milliseconds : time, ...more);";
        self.script(script, vec![json!(milliseconds)]).await;
    }

    /// Forgets the errors on the browser's console: they were made on purpose.
    pub async fn forgive_errors(&self) {
        self.console_errors().await;
    }
}
