//! The page without a network, and from one version to the next.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use serde_json::json;

use crate::harness::{Page, Site, is_left_out, on_page, on_site};

/// The loading of Python included.
const SOON: Duration = Duration::from_secs(60);

const PYTHON: &str = "import asyncio\n\nasyncio.run(asyncio.sleep(1))\nprint('from Python')\n";

/// Predicts a task graph and runs it.
async fn expect_task_graphs(page: &Page) {
    page.predict("A: io 200ms\nB: io 100ms\n", 0.3, 0.2).await;
    page.set_speed("1×").await;
    page.run().await;
    page.wait_until_measured(SOON).await;
}

/// Opens the editor for Python, and predicts a program.
async fn expect_python(page: &Page) {
    page.write_python(PYTHON).await;
    page.wait_until("the program's output", SOON, async || {
        page.texts_of("[role=log] .output-text").await == ["from Python"]
    })
    .await;
}

async fn expect_python_examples(page: &Page) {
    page.open_gallery("Examples").await;
    page.click("Python").await;
    page.wait_until("the Python programs", SOON, async || {
        let titles = page.offered_examples().await;
        titles
            .iter()
            .any(|title| title == "A crawler that finds its way")
    })
    .await;
}

/// Opens the page as if for the first time since the browser started.
async fn open_again(page: &Page, site: &Site) {
    page.leave().await;
    page.open(&site.address()).await;
}

#[test]
fn after_one_visit_the_page_opens_and_works_without_a_network() {
    on_site("offline", async |page, site| {
        page.wait_until_kept(site.files()).await;
        site.go_away();
        open_again(page, site).await;
        expect_task_graphs(page).await;
        page.reload().await;
        expect_python_examples(page).await;
        page.reload().await;
        expect_python(page).await;
    });
}

#[test]
fn the_first_visit_goes_on_when_the_network_is_gone() {
    on_site("first_visit", async |page, site| {
        page.wait_until_kept(site.files()).await;
        site.go_away();
        expect_task_graphs(page).await;
        expect_python(page).await;
    });
}

#[test]
fn links_and_frames_open_without_a_network() {
    on_site("links", async |page, site| {
        page.wait_until_kept(site.files()).await;
        site.go_away();
        page.open(&format!("{}?example=three_tasks", site.address()))
            .await;
        page.wait_for_figures(6.0, 2.0).await;
        page.open_embedded(&format!("{}index.html?embed", site.address()))
            .await;
    });
}

/// What can happen to a new version on its way to the server, of which it is given the folder.
const HALVES: [fn(&Path); 3] = [
    |folder| fs::remove_file(changed(folder)).expect("a file"),
    |folder| {
        let bytes = fs::read(changed(folder)).expect("a file");
        fs::write(changed(folder), &bytes[..bytes.len() / 2]).expect("a file");
    },
    |folder| {
        let page = fs::read_to_string(folder.join("index.html")).expect("the page");
        let old = page.replace("<title>Next", "<title>Interleave");
        fs::write(folder.join("index.html"), old).expect("the page");
    },
];

/// The file that a new version has other bytes in, and that is loaded later.
fn changed(folder: &Path) -> PathBuf {
    let folders = fs::read_dir(folder).expect("a folder");
    let mut files =
        folders.map(|entry| entry.expect("an entry").path().join("python_editor.min.js"));
    files.find(|file| file.is_file()).expect("it")
}

#[test]
fn an_update_that_is_not_whole_changes_nothing() {
    on_site("half_updates", async |page, site| {
        page.wait_until_kept(site.files()).await;
        let title = page.title().await;
        for (at, half) in HALVES.iter().enumerate() {
            site.publish(&format!("Next{at}"));
            half(site.folder());
            assert_eq!(page.look_for_update().await, "redundant", "half {at}");
            open_again(page, site).await;
            assert_eq!(page.title().await, title);
            expect_task_graphs(page).await;
            site.restore();
        }
        site.go_away();
        open_again(page, site).await;
        expect_python(page).await;
    });
}

#[test]
fn a_whole_update_is_there_when_the_page_is_opened_next() {
    on_site("update", async |page, site| {
        page.wait_until_kept(site.files()).await;
        site.publish("Next");
        assert_eq!(page.look_for_update().await, "installed");
        open_again(page, site).await;
        assert_eq!(page.title().await, "Next");
        page.wait_until_kept(site.files()).await;
        site.go_away();
        open_again(page, site).await;
        assert_eq!(page.title().await, "Next");
        expect_python(page).await;
    });
}

#[test]
fn a_whole_update_is_there_when_the_only_page_is_loaded_anew() {
    on_site("reload", async |page, site| {
        page.wait_until_kept(site.files()).await;
        site.publish("Next");
        assert_eq!(page.look_for_update().await, "installed");
        page.reload().await;
        assert_eq!(page.title().await, "Next");
        page.wait_until_kept(site.files()).await;
        expect_python(page).await;
    });
}

#[test]
fn a_page_that_is_loaded_anew_leaves_another_its_version() {
    on_site("two_pages", async |page, site| {
        page.wait_until_kept(site.files()).await;
        let title = page.title().await;
        let first = page.open_window().await;
        page.open(&site.address()).await;
        site.publish("Next");
        assert_eq!(page.look_for_update().await, "installed");
        page.reload().await;
        assert_eq!(page.title().await, title);
        page.go_to_window(first).await;
        expect_python(page).await;
        assert_eq!(page.title().await, title);
    });
}

#[test]
fn a_page_that_is_open_keeps_its_version() {
    on_site("open_page", async |page, site| {
        page.wait_until_kept(site.files()).await;
        let title = page.title().await;
        site.publish("Next");
        assert_eq!(page.look_for_update().await, "installed");
        expect_python(page).await;
        assert_eq!(page.title().await, title);
    });
}

#[test]
fn an_update_comes_whole_from_a_server_that_takes_it_for_what_the_browser_has() {
    on_site("not_modified", async |page, site| {
        page.wait_until_kept(site.files()).await;
        site.publish_as_if_unchanged("Next");
        assert_eq!(page.look_for_update().await, "installed");
        page.reload().await;
        assert_eq!(page.title().await, "Next");
    });
}

#[test]
fn a_version_with_the_same_bytes_is_no_update() {
    on_site("same", async |page, site| {
        page.wait_until_kept(site.files()).await;
        site.publish("Next");
        site.restore();
        site.list_files();
        assert_eq!(page.look_for_update().await, "nothing new");
    });
}

#[test]
fn a_page_is_as_isolated_from_what_is_kept_as_it_was_served() {
    on_site("isolated", async |page, site| {
        assert_eq!(
            page.script("return crossOriginIsolated", vec![]).await,
            true
        );
        page.wait_until_kept(site.files()).await;
        site.go_away();
        open_again(page, site).await;
        assert_eq!(
            page.script("return crossOriginIsolated", vec![]).await,
            true
        );
        expect_task_graphs(page).await;
    });
}

#[test]
fn what_else_is_on_the_pages_host_is_left_alone() {
    on_site("around", async |page, site| {
        page.wait_until_kept(site.files()).await;
        let script = "const done = arguments[0];
            fetch('around').then((answer) => answer.text()).then(done, String)";
        let around = page.script_that_waits(script, vec![]).await;
        assert!(around.to_string().contains("Around"), "{around}");
        page.open_around().await;
        assert_eq!(page.title().await, "Around");
    });
}

#[test]
fn a_page_in_another_keeps_nothing_in_the_browser() {
    if is_left_out("only Chromium's DevTools forget a site") {
        return;
    }
    on_site("embedded", async |page, site| {
        page.leave().await;
        let origin = format!("{}?embed", site.address());
        page.forget_site(&site.address()).await;
        page.open_embedded(&origin).await;
        // Longer than the whole page waits before it is kept.
        tokio::time::sleep(Duration::from_secs(2)).await;
        assert_eq!(page.files_kept().await, 0);
    });
}

/// What takes the browser's means to keep the page from it.
const MEANS_GONE: [&str; 2] = [
    "delete Navigator.prototype.serviceWorker",
    "ServiceWorkerContainer.prototype.register = async () => {
        throw new DOMException('forbidden', 'SecurityError');
    }",
];

#[test]
fn the_page_works_where_it_can_not_be_kept() {
    if is_left_out("only Chromium's DevTools run a script before all others") {
        return;
    }
    on_page(async |page| {
        for gone in MEANS_GONE {
            page.script_at_first(gone).await;
            page.reload().await;
            expect_task_graphs(page).await;
        }
    });
}

#[test]
fn the_page_works_where_there_is_no_room_to_keep_it() {
    if is_left_out("only Chromium's DevTools limit what is kept") {
        return;
    }
    on_site("full", async |page, site| {
        page.leave().await;
        page.forget_site(&site.address()).await;
        page.limit_storage(&site.address(), 1000).await;
        page.open(&site.address()).await;
        expect_task_graphs(page).await;
        let script = "const done = arguments[0];
            navigator.serviceWorker.getRegistration().then((found) => done(found?.active ?? null))";
        assert_eq!(page.script_that_waits(script, vec![]).await, json!(null));
        expect_python(page).await;
    });
}
