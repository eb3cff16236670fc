//! Programs in Python, as far as they can be seen before any is run: their tab, their text, where
//! they come from and go to.

use std::time::Duration;

use fantoccini::key::Key;

use crate::accessibility::expect_no_barriers;
use crate::harness::{Page, Screen, on_page};

const SOON: Duration = Duration::from_secs(10);

const MINE: &str = "import asyncio\n\nasyncio.run(asyncio.sleep(1))\n";

async fn write_python(page: &Page, text: &str) {
    page.open_tab("Python").await;
    page.textbox("Python").await;
    page.type_into("Python", text).await;
    wait_for_python(page, text).await;
}

async fn wait_for_python(page: &Page, text: &str) {
    page.wait_until("the Python program", SOON, async || {
        page.text_in("Python").await == text
    })
    .await;
}

/// Has the page look for Python where it is not.
async fn hide_python(page: &Page) {
    let script = "
        const There = Worker;
        window.Worker = class extends There {
            constructor(url) { super(String(url).replace('python.js', 'gone.js')); }
        };";
    page.script(script, vec![]).await;
}

#[test]
fn each_tab_keeps_its_text() {
    on_page(async |page| {
        page.predict("A: io 2s\n", 2.0, 2.0).await;
        write_python(page, MINE).await;
        page.open_tab("Task graph").await;
        page.wait_for_program("A: io 2s\n").await;
        page.wait_for_figures(2.0, 2.0).await;
        page.open_tab("Python").await;
        wait_for_python(page, MINE).await;
    });
}

#[test]
fn each_tab_keeps_what_can_be_undone() {
    on_page(async |page| {
        write_python(page, "a = 1\n").await;
        page.type_into("Python", MINE).await;
        page.open_tab("Task graph").await;
        page.predict("A: io 2s\n", 2.0, 2.0).await;
        page.open_tab("Python").await;
        let textbox = page.textbox("Python").await;
        textbox.click().await.expect("the focus");
        page.press(&[Key::Control], 'z').await;
        wait_for_python(page, "a = 1\n").await;
    });
}

#[test]
fn the_open_tab_and_both_texts_are_there_after_a_reload() {
    on_page(async |page| {
        page.predict("A: io 2s\n", 2.0, 2.0).await;
        write_python(page, MINE).await;
        page.wait_until_saved().await;
        page.reload_in("Python").await;
        wait_for_python(page, MINE).await;
        page.open_tab("Task graph").await;
        page.wait_for_program("A: io 2s\n").await;
    });
}

#[test]
fn a_first_program_is_there_to_start_from() {
    on_page(async |page| {
        page.open_tab("Python").await;
        let text = page.text_in("Python").await;
        assert!(text.contains("await asyncio.gather("), "{text}");
    });
}

#[test]
fn the_tabs_are_changed_by_the_arrow_keys() {
    on_page(async |page| {
        page.open_tab("Task graph").await;
        page.press_in_tabs("ArrowRight").await;
        page.textbox("Python").await;
        page.press_in_tabs("ArrowRight").await;
        page.textbox("Task graph").await;
    });
}

#[test]
fn where_python_cannot_be_loaded_the_page_says_so() {
    on_page(async |page| {
        hide_python(page).await;
        page.open_tab("Python").await;
        page.wait_until("the message", SOON, async || {
            let said = page.texts_of(".remark.danger").await.concat();
            said.contains("Python is not here: a part of the page could not be loaded")
        })
        .await;
        // The other tab knows nothing of it.
        page.open_tab("Task graph").await;
        page.predict("A: io 2s\n", 2.0, 2.0).await;
        assert!(page.texts_of(".remark.danger").await.is_empty());
    });
}

#[test]
fn a_link_holds_a_python_program() {
    on_page(async |page| {
        let program = "# 두 줄\nprint('한국어')\n";
        page.predict("mine: io 7s\n", 7.0, 7.0).await;
        write_python(page, program).await;
        page.allow_clipboard().await;
        page.click("Share").await;
        page.wait_until("a link in the clipboard", SOON, async || {
            page.clipboard().await.contains("#p1=")
        })
        .await;
        let link = page.clipboard().await;
        page.type_into("Python", MINE).await;
        page.wait_until_saved().await;
        page.open_tab("Task graph").await;
        page.leave().await;
        page.open_in(&link, "Python").await;
        wait_for_python(page, program).await;
        page.click("Undo").await;
        wait_for_python(page, MINE).await;
        page.open_tab("Task graph").await;
        page.wait_for_program("mine: io 7s\n").await;
    });
}

#[test]
fn a_file_opens_in_the_tab_of_its_kind() {
    on_page(async |page| {
        page.predict("A: io 2s\n", 2.0, 2.0).await;
        page.drop_file("fetch.py", MINE.as_bytes()).await;
        wait_for_python(page, MINE).await;
        page.drop_file_on("Python", "two.txt", b"B: io 3s\n").await;
        page.wait_for_program("B: io 3s\n").await;
        page.open_tab("Python").await;
        wait_for_python(page, MINE).await;
    });
}

#[test]
fn a_python_program_is_saved_as_a_python_file() {
    on_page(async |page| {
        let folder = page.downloads("python-file").await;
        write_python(page, MINE).await;
        page.choose("Programs", "Save file").await;
        let file = page.downloaded(&folder.join("interleave.py")).await;
        assert_eq!(String::from_utf8_lossy(&file), MINE);
    });
}

#[test]
fn a_saved_python_program_opens_from_the_other_tab() {
    on_page(async |page| {
        write_python(page, MINE).await;
        page.save_as("fetches").await;
        page.type_into("Python", "a = 1\n").await;
        page.open_tab("Task graph").await;
        page.open_menu("Programs").await;
        assert_eq!(page.saved_programs().await, ["fetches"]);
        let script = "document.querySelector('.program-name').click()";
        page.script(script, vec![]).await;
        wait_for_python(page, MINE).await;
        page.click("Undo").await;
        wait_for_python(page, "a = 1\n").await;
    });
}

#[test]
fn a_task_graph_opens_as_a_python_program_and_that_can_be_undone() {
    on_page(async |page| {
        write_python(page, MINE).await;
        page.open_tab("Task graph").await;
        page.predict("A: io 2s\n", 2.0, 2.0).await;
        page.open_tab("As Python").await;
        page.wait_until("the script", SOON, async || {
            page.python().await.contains("sleep(2)")
        })
        .await;
        let script = page.python().await;
        page.click("Open as Python program").await;
        wait_for_python(page, &script).await;
        page.click("Undo").await;
        wait_for_python(page, MINE).await;
    });
}

#[test]
fn the_tab_key_and_enter_indent_python() {
    on_page(async |page| {
        write_python(page, "async def main():").await;
        let textbox = page.textbox("Python").await;
        textbox.click().await.expect("the focus");
        page.press(&[Key::Control], Key::End).await;
        // Enter, and the Tab key behind `y`.
        let keys = "\u{e007}x = 1\u{e007}y\u{e004}= 2";
        textbox.send_keys(keys).await.expect("keys");
        let text = "async def main():\n    x = 1\n    y   = 2";
        wait_for_python(page, text).await;
        page.press(&[Key::Control], '/').await;
        let text = "# async def main():\n#     x = 1\n#     y   = 2";
        wait_for_python(page, text).await;
    });
}

#[test]
fn the_python_tab_has_no_barriers() {
    on_page(async |page| {
        hide_python(page).await;
        page.open_tab("Python").await;
        page.textbox("Python").await;
        for screen in [Screen::DESKTOP, Screen::SMALL, Screen::PHONE] {
            page.set_screen(screen).await;
            expect_no_barriers(page, &format!("Python, {} px", screen.width)).await;
        }
    });
}
