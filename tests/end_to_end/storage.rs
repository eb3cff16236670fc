//! What the browser keeps: it may be full, forbidden or damaged, and shared with another tab.

use std::time::Duration;

use serde_json::json;

use crate::harness::{Page, is_left_out, on_page};

const SOON: Duration = Duration::from_secs(10);

const MINE: &str = "mine: io 7s\n";
const OTHERS: &str = "others: io 3s\n";

/// What the page says of whether the program is kept.
async fn wait_for_status(page: &Page, status: &str) {
    page.wait_until(&format!("the status: {status}"), SOON, async || {
        page.texts_of(".editor .status").await.concat() == status
    })
    .await;
}

/// Has the page load again as another tab would: with what the browser keeps for all tabs alone.
async fn load_as_another_tab(page: &Page) {
    let script = "addEventListener('pagehide', () => sessionStorage.clear())";
    page.script(script, vec![]).await;
    page.reload().await;
}

/// Keeps a text as another tab does, and lets this one hear of it.
async fn keep_in_another_tab(page: &Page, text: &str) {
    let script = "
        const [newValue] = arguments;
        const oldValue = localStorage.getItem('interleave.program');
        localStorage.setItem('interleave.program', newValue);
        localStorage.setItem('interleave.program.tab', 'another');
        dispatchEvent(new StorageEvent('storage', { key: 'interleave.program', oldValue, newValue }));";
    page.script(script, vec![json!(text)]).await;
}

#[test]
fn where_the_browser_forbids_to_keep_anything_the_page_works_and_says_so() {
    if is_left_out("only Chromium's DevTools run a script before all others") {
        return;
    }
    on_page(async |page| {
        page.script_at_first(
            "for (const name of ['localStorage', 'sessionStorage'])
                Object.defineProperty(window, name,
                    { get() { throw new DOMException('no', 'SecurityError') } });",
        )
        .await;
        page.reload().await;
        wait_for_status(page, "not saved: the browser's settings forbid it").await;
        page.predict(MINE, 7.0, 7.0).await;
        page.set_speed("100×").await;
        page.run().await;
        page.wait_until_measured(SOON).await;
        wait_for_status(page, "not saved: the browser's settings forbid it").await;
    });
}

#[test]
fn where_there_is_no_room_the_page_says_so_until_there_is() {
    on_page(async |page| {
        let fill = "for (let size = 2 ** 23; size >= 1; size /= 2)
            try { for (let n = 0; ; n++) localStorage.setItem(`${size}-${n}`, 'x'.repeat(size)) }
            catch {}";
        page.script(fill, vec![]).await;
        let long = format!("{MINE}# {}\n", "x".repeat(9_000));
        page.predict(&long, 7.0, 7.0).await;
        wait_for_status(page, "not saved: the browser has no room for it").await;
        // This tab has it still.
        page.reload().await;
        page.wait_for_program(&long).await;
        let script = "for (const key of Object.keys(localStorage)) if (/^\\d/.test(key)) localStorage.removeItem(key)";
        page.script(script, vec![]).await;
        page.predict(MINE, 7.0, 7.0).await;
        wait_for_status(page, "saved").await;
        assert_eq!(page.kept("interleave.program").await, MINE);
    });
}

#[test]
fn whatever_stands_where_something_was_kept_the_page_begins_and_works() {
    for value in [
        "",
        "}{",
        "null",
        "[1,2]",
        "\u{0}\u{202e}\u{feff}",
        "{\"seed\":-1}",
        "<script>harmed = 1</script>",
    ] {
        on_page(async |page| {
            println!("{value:?}");
            let script = "
                addEventListener('pagehide', () => {
                    sessionStorage.clear();
                    for (const key of ['language', 'theme', 'ways', 'world', 'program.name',
                        'program.tab', 'program.aside', 'python.name', 'python.aside',
                        'programs.1/damaged', 'programs.1/', 'programs.seen', 'programs.2/newer'])
                        localStorage.setItem('interleave.' + key, arguments[0]);
                });";
            page.script(script, vec![json!(value)]).await;
            page.reload().await;
            page.predict(MINE, 7.0, 7.0).await;
            page.open_menu("Programs").await;
            assert!(page.saved_programs().await.is_empty());
            page.press(&[], fantoccini::key::Key::Escape).await;
            // What cannot be read is not thrown away either: another version may.
            assert_eq!(page.kept("interleave.programs.2/newer").await, value);
            assert_eq!(
                page.script("return window.harmed === undefined", vec![])
                    .await,
                true
            );
            wait_for_status(page, "saved").await;
        });
    }
}

#[test]
fn a_reload_finds_the_text_of_its_own_tab() {
    on_page(async |page| {
        page.predict(MINE, 7.0, 7.0).await;
        page.wait_until_saved().await;
        keep_in_another_tab(page, OTHERS).await;
        page.reload().await;
        page.wait_for_program(MINE).await;
    });
}

#[test]
fn what_was_typed_last_is_kept_however_soon_the_page_is_left() {
    on_page(async |page| {
        let address = page.script("return location.href", vec![]).await;
        let address = address.as_str().expect("an address");
        // Firefox ends a page's scripts now at one place of them and now at another.
        for seconds in 1..=12 {
            let text = format!("mine: io {seconds}s\n");
            page.type_program(&text).await;
            page.leave().await;
            page.open(address).await;
            page.wait_for_program(&text).await;
        }
    });
}

#[test]
fn the_text_of_one_tab_is_not_lost_for_that_of_another() {
    on_page(async |page| {
        page.predict(MINE, 7.0, 7.0).await;
        page.wait_until_saved().await;
        keep_in_another_tab(page, OTHERS).await;
        load_as_another_tab(page).await;
        page.wait_for_program(OTHERS).await;
        let notice = page.notice().await.unwrap_or_default();
        assert!(notice.contains("another program"), "{notice}");
        page.click("Undo").await;
        page.wait_for_program(MINE).await;
        page.click("Undo").await;
        page.wait_for_program(OTHERS).await;
    });
}

#[test]
fn what_another_tab_has_kept_is_put_aside_and_not_overwritten() {
    on_page(async |page| {
        page.predict(MINE, 7.0, 7.0).await;
        page.wait_until_saved().await;
        keep_in_another_tab(page, OTHERS).await;
        let changed = "mine: io 8s\n";
        page.predict(changed, 8.0, 8.0).await;
        page.wait_until("it is kept", SOON, async || {
            page.kept("interleave.program").await == changed
        })
        .await;
        load_as_another_tab(page).await;
        page.wait_for_program(changed).await;
        page.click("Undo").await;
        page.wait_for_program(OTHERS).await;
        // It was seen.
        page.wait_until_saved().await;
        assert!(
            !page
                .kept("interleave.program.aside")
                .await
                .to_string()
                .contains("others")
        );
    });
}

#[test]
fn what_another_tab_has_saved_by_the_same_name_is_replaced_only_where_the_user_says_so() {
    on_page(async |page| {
        let kept = async || page.kept("interleave.programs.1/mine").await.to_string();
        page.predict(MINE, 7.0, 7.0).await;
        page.save_as("mine").await;
        let address = page.script("return location.href", vec![]).await;
        let address = address.as_str().expect("an address");
        let first = page.open_window().await;
        page.open(address).await;
        page.predict(OTHERS, 3.0, 3.0).await;
        // It knows the version of before, as it began with it.
        page.choose("Programs", "Save “mine”").await;
        page.wait_until("the other tab's text", SOON, async || {
            kept().await.contains("io 3s")
        })
        .await;
        page.go_to_window(first).await;
        page.predict("mine: io 8s\n", 8.0, 8.0).await;
        page.choose("Programs", "Save “mine”").await;
        page.wait_until("the question", SOON, async || {
            page.menu_alert()
                .await
                .contains("saved in another tab since")
        })
        .await;
        assert!(kept().await.contains("io 3s"));
        page.click("Replace").await;
        page.wait_until("this tab's text", SOON, async || {
            kept().await.contains("io 8s")
        })
        .await;
        // Its own is replaced at a press.
        page.predict(MINE, 7.0, 7.0).await;
        page.choose("Programs", "Save “mine”").await;
        page.wait_until("the newer text", SOON, async || {
            kept().await.contains("io 7s")
        })
        .await;
    });
}

#[test]
fn a_program_is_deleted_as_it_is_kept_now_and_comes_back_so() {
    on_page(async |page| {
        page.save_as("mine").await;
        page.open_menu("Programs").await;
        let others = r#"{"written_as":"task-graph","saved_ms":5,"text":"others: io 3s"}"#;
        let script = "localStorage.setItem('interleave.programs.1/mine', arguments[0])";
        page.script(script, vec![json!(others)]).await;
        page.click("Delete “mine”").await;
        page.wait_until("it is gone", SOON, async || {
            page.saved_programs().await.is_empty()
        })
        .await;
        page.click("Undo").await;
        page.wait_until("it is back", SOON, async || {
            page.saved_programs().await == ["mine"]
        })
        .await;
        let kept = page.kept("interleave.programs.1/mine").await;
        assert!(kept.to_string().contains("others: io 3s"), "{kept}");
    });
}
