//! Programs that the browser keeps by name.

use std::time::Duration;

use fantoccini::key::Key;
use serde_json::json;

use crate::harness::{Page, Screen, on_page};

const SOON: Duration = Duration::from_secs(10);

const MINE: &str = "mine: io 7s\n";

#[test]
fn a_saved_program_is_there_after_a_reload_and_opens() {
    on_page(async |page| {
        page.predict("A: io 2s\n", 2.0, 2.0).await;
        page.save_as("두 번째 \"a/b\"").await;
        page.predict(MINE, 7.0, 7.0).await;
        page.wait_until_saved().await;
        page.reload().await;
        page.open_menu("Programs").await;
        assert_eq!(page.saved_programs().await, ["두 번째 \"a/b\""]);
        open_first(page).await;
        page.wait_for_figures(2.0, 2.0).await;
        assert_eq!(page.program().await, "A: io 2s\n");
    });
}

/// Opens the first program of the open menu.
async fn open_first(page: &Page) {
    let script = "document.querySelector('.program-name').click()";
    page.script(script, vec![]).await;
}

#[test]
fn what_stood_there_before_a_program_was_opened_can_be_had_back() {
    on_page(async |page| {
        page.predict("A: io 2s\n", 2.0, 2.0).await;
        page.save_as("two").await;
        page.predict(MINE, 7.0, 7.0).await;
        page.open_menu("Programs").await;
        open_first(page).await;
        page.wait_for_figures(2.0, 2.0).await;
        page.click("Undo").await;
        page.wait_for_figures(7.0, 7.0).await;
        assert_eq!(page.program().await, MINE);
    });
}

#[test]
fn the_newest_program_comes_first() {
    on_page(async |page| {
        for name in ["one", "two", "three"] {
            page.save_as(name).await;
        }
        page.open_menu("Programs").await;
        assert_eq!(page.saved_programs().await, ["three", "two", "one"]);
    });
}

#[test]
fn another_program_is_replaced_only_where_the_user_says_so() {
    on_page(async |page| {
        page.predict("A: io 2s\n", 2.0, 2.0).await;
        page.save_as("mine").await;
        let before = page.kept("interleave.programs.1/mine").await;
        page.predict(MINE, 7.0, 7.0).await;
        page.choose("Programs", "Save as…").await;
        page.name_it("mine").await;
        page.wait_until("the question", SOON, async || {
            page.menu_alert().await.contains("Replace it?")
        })
        .await;
        assert_eq!(page.kept("interleave.programs.1/mine").await, before);
        page.click("Replace").await;
        page.wait_until("the other text is kept", SOON, async || {
            let kept = page.kept("interleave.programs.1/mine").await;
            kept.as_str().is_some_and(|kept| kept.contains("io 7s"))
        })
        .await;
    });
}

#[test]
fn a_program_needs_a_name() {
    on_page(async |page| {
        page.choose("Programs", "Save as…").await;
        page.name_it("   ").await;
        page.wait_until("the message", SOON, async || {
            page.menu_alert().await == "A program needs a name."
        })
        .await;
        page.name_it(&"x".repeat(81)).await;
        page.wait_until("the other message", SOON, async || {
            page.menu_alert().await == "A name may have 80 characters."
        })
        .await;
    });
}

#[test]
fn an_opened_program_is_saved_again_at_a_press() {
    on_page(async |page| {
        page.save_as("mine").await;
        page.predict(MINE, 7.0, 7.0).await;
        page.choose("Programs", "Save “mine”").await;
        page.wait_until("the new text is kept", SOON, async || {
            let kept = page.kept("interleave.programs.1/mine").await;
            kept.as_str().is_some_and(|kept| kept.contains("io 7s"))
        })
        .await;
    });
}

#[test]
fn a_deleted_program_can_be_had_back() {
    on_page(async |page| {
        page.save_as("mine").await;
        let before = page.kept("interleave.programs.1/mine").await;
        page.choose("Programs", "Delete “mine”").await;
        page.wait_until("it is gone", SOON, async || {
            page.saved_programs().await.is_empty()
        })
        .await;
        assert_eq!(page.focused().await, "Undo");
        page.press(&[], Key::Enter).await;
        page.wait_until("it is back", SOON, async || {
            page.saved_programs().await == ["mine"]
        })
        .await;
        assert_eq!(page.kept("interleave.programs.1/mine").await, before);
    });
}

#[test]
fn a_program_can_have_another_name_but_not_anothers() {
    on_page(async |page| {
        page.save_as("one").await;
        page.save_as("two").await;
        page.choose("Programs", "Rename “two”").await;
        let rename = async |name: &str| {
            let field = page.textbox_in_form("New name of “two”").await;
            field.clear().await.expect("a field");
            let enter = char::from(Key::Enter);
            let typed = field.send_keys(&format!("{name}{enter}")).await;
            typed.expect("a field that takes a name");
        };
        rename("one").await;
        page.wait_until("the message", SOON, async || {
            page.menu_alert().await.contains("Choose another name")
        })
        .await;
        rename("three").await;
        page.wait_until("the other name", SOON, async || {
            page.saved_programs().await == ["three", "one"]
        })
        .await;
    });
}

#[test]
fn a_full_storage_is_said_to_be_full_and_nothing_is_lost() {
    on_page(async |page| {
        page.save_as("mine").await;
        let before = page.kept("interleave.programs.1/mine").await;
        let fill = "for (let size = 2 ** 23; size >= 1; size /= 2)
            try { for (let n = 0; ; n++) localStorage.setItem(`${size}-${n}`, 'x'.repeat(size)) }
            catch {}";
        page.script(fill, vec![]).await;
        page.type_program(&format!("A: io 2s\n# {}\n", "x".repeat(9_000)))
            .await;
        page.choose("Programs", "Save as…").await;
        page.name_it("other").await;
        page.wait_until("the message", SOON, async || {
            page.menu_alert().await.contains("no room left")
        })
        .await;
        assert_eq!(page.kept("interleave.programs.1/mine").await, before);
    });
}

#[test]
fn a_browser_that_keeps_nothing_says_so() {
    on_page(async |page| {
        let forbid = "Object.defineProperty(window, 'localStorage',
            { get() { throw new DOMException('no', 'SecurityError') } })";
        page.script(forbid, vec![]).await;
        page.open_menu("Programs").await;
        let menu = page.texts_of(".menu-panel .menu-note").await.concat();
        assert!(menu.contains("The browser keeps nothing here"), "{menu}");
    });
}

#[test]
fn the_program_is_saved_as_a_file_of_its_name() {
    on_page(async |page| {
        let folder = page.downloads("save-file").await;
        let text = "# 한국어\nA: io 2s\n";
        page.predict(text, 2.0, 2.0).await;
        page.choose("Programs", "Save file").await;
        let file = page.downloaded(&folder.join("interleave.txt")).await;
        assert_eq!(file, text.as_bytes());
        page.save_as("a/b").await;
        page.choose("Programs", "Save file").await;
        page.downloaded(&folder.join("a-b.txt")).await;
    });
}

#[test]
fn a_file_is_opened_from_the_menu() {
    on_page(async |page| {
        let choose = "const input = document.querySelector('header input[type=file]');
            const data = new DataTransfer();
            data.items.add(new File(['A: io 2s\\n'], 'two.txt'));
            input.click = () => {
                input.files = data.files;
                input.dispatchEvent(new Event('change', { bubbles: true }));
            };";
        page.script(choose, vec![]).await;
        page.choose("Programs", "Open file…").await;
        page.wait_for_figures(2.0, 2.0).await;
        assert!(page.notice().await.is_some_and(|it| it.contains("two.txt")));
    });
}

#[test]
fn the_menu_is_used_by_keyboard_alone() {
    on_page(async |page| {
        page.button("Programs").await;
        let focus = "[...document.querySelectorAll('header button')]
            .find((button) => button.innerText === arguments[0]).focus()";
        page.script(focus, vec![json!("Programs")]).await;
        page.press(&[], Key::Down).await;
        page.wait_until("the first command has the focus", SOON, async || {
            page.focused().await == "Save as…"
        })
        .await;
        page.press(&[], Key::Down).await;
        assert_eq!(page.focused().await, "Open file…");
        page.press(&[], Key::Up).await;
        page.press(&[], Key::Enter).await;
        page.name_it("by keys").await;
        page.wait_until("it is kept", SOON, async || {
            !page.kept("interleave.programs.1/by keys").await.is_null()
        })
        .await;
        assert_eq!(page.focused().await, "Programs");
        page.press(&[], Key::Enter).await;
        page.wait_until("the menu is open", SOON, async || {
            page.saved_programs().await == ["by keys"]
        })
        .await;
        page.press(&[], Key::Escape).await;
        page.wait_until("the menu is closed", SOON, async || {
            page.saved_programs().await.is_empty()
        })
        .await;
        assert_eq!(page.focused().await, "Programs");
    });
}

#[test]
fn a_click_elsewhere_closes_the_menu() {
    on_page(async |page| {
        page.save_as("mine").await;
        page.open_menu("Programs").await;
        page.open_tab("Graph").await;
        page.wait_until("the menu is closed", SOON, async || {
            page.saved_programs().await.is_empty()
        })
        .await;
    });
}

#[test]
fn on_a_phone_all_menus_are_in_one() {
    on_page(async |page| {
        page.set_screen(Screen::PHONE).await;
        page.open_menu("Menu").await;
        page.save_as("mine").await;
        page.open_menu("Menu").await;
        page.open_menu("Programs").await;
        assert_eq!(page.saved_programs().await, ["mine"]);
        let needed = "return document.documentElement.scrollWidth";
        assert_eq!(page.script(needed, vec![]).await, 390);
        page.screenshot("menu-390x844").await;
    });
}
