//! The program as Python, beside the program.

use std::path::Path;
use std::time::Duration;

use crate::harness::on_page;

const SOON: Duration = Duration::from_secs(10);

#[test]
fn the_program_is_shown_as_python_as_it_changes() {
    on_page(async |page| {
        page.predict("A: io 2s\nB: io 1s after A\n", 3.0, 3.0).await;
        page.open_tab("As Python").await;
        page.wait_until("the script", SOON, async || {
            page.python().await.contains("await asyncio.sleep(2)")
        })
        .await;
        page.type_program("A: io 3s\nslow: cpu 1s\n").await;
        page.wait_until("the changed script", SOON, async || {
            let script = page.python().await;
            script.contains("await asyncio.sleep(3)") && script.contains("async def slow():")
        })
        .await;
        page.screenshot("python-1440x900").await;
    });
}

#[test]
fn a_mistake_leaves_the_last_good_script() {
    on_page(async |page| {
        page.predict("A: io 2s\n", 2.0, 2.0).await;
        page.open_tab("As Python").await;
        page.wait_until("the script", SOON, async || {
            page.python().await.contains("sleep(2)")
        })
        .await;
        page.type_program("A: io 3\n").await;
        page.wait_until("the mistake", SOON, async || {
            !page.mistakes().await.is_empty()
        })
        .await;
        assert!(page.python().await.contains("sleep(2)"));
    });
}

#[test]
fn the_script_can_be_copied() {
    on_page(async |page| {
        page.predict("A: io 2s\n", 2.0, 2.0).await;
        page.allow_clipboard().await;
        page.open_tab("As Python").await;
        page.click("Copy").await;
        page.wait_until("the script in the clipboard", SOON, async || {
            let text = page.clipboard().await;
            !text.is_empty() && text == page.python().await
        })
        .await;
    });
}

#[test]
fn the_script_can_be_downloaded() {
    on_page(async |page| {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/downloads");
        let file = folder.join("program.py");
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(&folder).expect("a folder for downloads");
        page.predict("A: io 2s\n", 2.0, 2.0).await;
        page.download_to(&folder).await;
        page.open_tab("As Python").await;
        page.click("Download").await;
        page.wait_until("the file", SOON, async || file.is_file())
            .await;
        let script = std::fs::read_to_string(&file).expect("a text");
        assert_eq!(script, page.python().await);
    });
}

#[test]
fn the_graph_is_a_key_press_away() {
    on_page(async |page| {
        page.predict("A: io 2s\n", 2.0, 2.0).await;
        page.open_tab("As Python").await;
        page.press_in_tabs("ArrowRight").await;
        page.wait_until("the graph", SOON, async || page.shows_graph().await)
            .await;
    });
}
