//! A browser with the page in it, for one test at a time.

mod axe;
mod browser;
mod dist_server;
mod disturbing;
mod driver;
mod editor;
mod engine;
mod examples;
mod faults;
mod figures;
mod firefox;
mod foreign;
mod graph;
mod measure;
mod menus;
mod page;
mod panels;
mod preferences;
mod screen;
mod service_worker;
mod site;
mod timeline;

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use browser::Browser;
use engine::Engine;
pub use faults::Fault;
use faults::Faults;
pub use figures::Figures;
pub use foreign::Foreign;
pub use page::{Page, THREE_WAITS};
pub use screen::{Screen, Theme};
pub use site::Site;
pub use timeline::Row;

/// Held by the test that has the browser: two at once would spoil each other's measurements.
static BROWSER_IS_FREE: Mutex<()> = Mutex::new(());

/// No test takes this long unless the browser hangs.
const LIMIT: Duration = Duration::from_secs(120);

/// Opens the page on a desktop screen, runs `test` on it, and checks that the browser's console
/// has no errors afterwards. The browser keeps nothing of it for when there is no network.
pub fn on_page(test: impl AsyncFnOnce(&Page)) {
    with_browser(None, LIMIT, async |page| {
        let origin = dist_server::serve().await;
        page.open(&origin).await;
        test(page).await;
    });
}

/// As [`on_page`], of a page whose files have the faults that the test gives them.
pub fn on_faulty_page(test: impl AsyncFnOnce(&Page)) {
    on_faulty_page_for(LIMIT, test);
}

/// As [`on_faulty_page`], for a test that may take as long as that.
pub fn on_faulty_page_for(limit: Duration, test: impl AsyncFnOnce(&Page)) {
    with_browser(None, limit, async |page| {
        let files = page.faults.around(dist_server::unkept_files());
        let origin = dist_server::serve_files(files).await;
        page.open(&origin).await;
        test(page).await;
    });
}

/// As [`on_page`], with what goes to another machine going to `proxy` instead.
pub fn on_page_behind(proxy: &Foreign, test: impl AsyncFnOnce(&Page)) {
    with_browser(Some(proxy), LIMIT, async |page| {
        let origin = dist_server::serve().await;
        page.open(&origin).await;
        test(page).await;
    });
}

/// As [`on_page`], of a site in a folder of this name, which the test can change, and which the
/// browser keeps.
pub fn on_site(name: &str, test: impl AsyncFnOnce(&Page, &mut Site)) {
    with_browser(None, LIMIT, async |page| {
        let mut site = Site::open(name);
        page.open(&site.address()).await;
        test(page, &mut site).await;
    });
}

fn with_browser(proxy: Option<&Foreign>, limit: Duration, test: impl AsyncFnOnce(&Page)) {
    let _one_at_a_time = BROWSER_IS_FREE
        .lock()
        .unwrap_or_else(PoisonError::into_inner);
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("an async runtime");
    let browser = runtime.block_on(Browser::start(proxy.map(Foreign::host)));
    let faults = Faults::default();
    let page = Page::new(browser.client(), browser.process(), faults);
    let outcome = catch_unwind(AssertUnwindSafe(|| {
        runtime.block_on(async {
            let test = run(&page, test);
            let in_time = tokio::time::timeout(limit, test).await;
            in_time.expect("a test that ends: the browser no longer answers");
        });
    }));
    // The browser goes first, so that a failed test leaves no process behind.
    let failure = outcome.err();
    if failure.is_some() {
        let thread = std::thread::current();
        let test = thread.name().unwrap_or("test").replace("::", "-");
        runtime.block_on(page.screenshot_of_failure(&test));
    }
    drop(page);
    runtime.block_on(browser.close());
    if let Some(failure) = failure {
        resume_unwind(failure);
    }
}

/// Whether a test is left out, as it can do what it does in Chromium alone: it is said `why`.
pub fn is_left_out(why: &str) -> bool {
    let engine = Engine::chosen();
    if engine == Engine::Chromium {
        return false;
    }
    let thread = std::thread::current();
    let name = thread.name().unwrap_or("a test");
    eprintln!("{name} is left out in {engine:?}: {why}");
    true
}

/// What is one thing in Chromium and another in Firefox.
pub fn by_browser<T>(in_chromium: T, in_firefox: T) -> T {
    match Engine::chosen() {
        Engine::Chromium => in_chromium,
        Engine::Firefox => in_firefox,
    }
}

async fn run(page: &Page, test: impl AsyncFnOnce(&Page)) {
    page.set_screen(Screen::DESKTOP).await;
    test(page).await;
    let errors = page.console_errors().await;
    assert!(errors.is_empty(), "errors on the console: {errors:#?}");
}
