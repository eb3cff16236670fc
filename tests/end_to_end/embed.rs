//! The page in another page, without its frame.

use std::time::Duration;

use serde_json::{Value, json};

use crate::harness::{Page, on_page};

const SOON: Duration = Duration::from_secs(10);

/// The code that shows the program in another page.
async fn embed_code(page: &Page) -> String {
    page.allow_clipboard().await;
    page.choose("Export", "Copy embed code").await;
    page.wait_until("the code in the clipboard", SOON, async || {
        page.clipboard().await.starts_with("<iframe ")
    })
    .await;
    page.clipboard().await
}

/// Where the code's frame leads to.
fn source(code: &str) -> &str {
    let (_, rest) = code.split_once("src=\"").expect("a source");
    rest.split_once('"').expect("its end").0
}

/// Shows `code` in another page of its own origin, at a size, and waits for the figures in it.
async fn show(page: &Page, code: &str, width: u32, height: u32) {
    page.open_around().await;
    let script = "const [code, width, height] = arguments;
        document.documentElement.innerHTML = `<body style='margin: 0'>${code}`;
        Object.assign(document.querySelector('iframe'), { width, height }).style.cssText = 'border: 0';";
    page.script(script, vec![json!(code), json!(width), json!(height)])
        .await;
    page.wait_until("the figures in the frame", SOON, async || {
        let figures = inside(page, "return at('output')?.innerText ?? ''").await;
        figures.as_str().is_some_and(|text| text.contains('s'))
    })
    .await;
}

#[test]
fn a_frame_may_be_too_small_for_anything() {
    on_page(async |page| {
        page.predict("A: io 4s\nB: io 3s\n", 7.0, 4.0).await;
        let code = embed_code(page).await;
        show(page, &code, 300, 300).await;
        let resize = "const [width, height] = arguments;
            Object.assign(document.querySelector('iframe'), { width, height })";
        for (width, height) in [(300, 120), (40, 300), (0, 0), (300, 300)] {
            page.script(resize, vec![json!(width), json!(height)]).await;
            // A few frames.
            tokio::time::sleep(Duration::from_millis(200)).await;
        }
        let figures = inside(page, "return at('.figures').innerText").await;
        assert!(figures.as_str().is_some_and(|text| text.contains("7.00")));
    });
}

/// Runs JavaScript in the frame: `at` finds an element of its document.
async fn inside(page: &Page, script: &str) -> Value {
    let script = format!(
        "const frame = document.querySelector('iframe').contentWindow;
        const at = (selector) => frame.document.querySelector(selector);
        {script}"
    );
    page.script(&script, vec![]).await
}

#[test]
fn an_embedded_program_is_shown_without_the_pages_frame() {
    on_page(async |page| {
        page.predict("A: io 4s\nB: io 3s\n", 7.0, 4.0).await;
        let code = embed_code(page).await;
        for (width, height) in [(800, 450), (390, 500)] {
            show(page, &code, width, height).await;
            let figures = inside(page, "return at('.figures').innerText").await;
            let figures = figures.as_str().expect("figures").to_owned();
            assert!(figures.contains("7.00"), "{figures}");
            for gone in ["header", "[role=textbox]", "[role=tab]", ".loop-panel"] {
                let script = format!("return at('{gone}')?.checkVisibility() ?? false");
                assert_eq!(inside(page, &script).await, false, "{gone} is shown");
            }
            let fits = "const { scrollWidth, scrollHeight, clientWidth, clientHeight } =
                    frame.document.documentElement;
                return scrollWidth <= clientWidth && scrollHeight <= clientHeight";
            assert_eq!(inside(page, fits).await, true, "{width}×{height}");
            let rows = "return at('.lanes').clientHeight";
            let rows = inside(page, rows).await.as_u64();
            assert!(rows > Some(120), "{rows:?} px of timeline");
            page.screenshot(&format!("embed-{width}x{height}")).await;
        }
    });
}

#[test]
fn what_is_done_in_an_embedded_page_never_touches_the_users_own_program() {
    on_page(async |page| {
        page.predict("mine: io 7s\n", 7.0, 7.0).await;
        page.wait_until_saved().await;
        let code = embed_code(page).await;
        let before = page.kept("interleave.program").await;
        page.predict("other: io 3s\n", 3.0, 3.0).await;
        page.wait_until_saved().await;
        let own = page.kept("interleave.program").await;
        assert_ne!(own, before);
        show(page, &code, 800, 450).await;
        click_inside(page, "Edit").await;
        let is_shown = "return at('[role=textbox]')?.checkVisibility() ?? false";
        page.wait_until("the editor", SOON, async || {
            inside(page, is_shown).await == true
        })
        .await;
        let text = "at('[role=textbox]').focus();
            frame.document.execCommand('selectAll');
            frame.document.execCommand('insertText', false, 'z: io 9s');";
        inside(page, text).await;
        page.wait_until("the edited program's figures", SOON, async || {
            let figures = inside(page, "return at('.figures').innerText").await;
            figures.as_str().is_some_and(|text| text.contains("9.00"))
        })
        .await;
        // Longer than the page waits before it keeps a text.
        tokio::time::sleep(Duration::from_millis(600)).await;
        assert_eq!(page.kept("interleave.program").await, own);
    });
}

async fn click_inside(page: &Page, name: &str) {
    let script = format!(
        "[...frame.document.querySelectorAll('button')]
            .find((button) => button.innerText === '{name}').click()"
    );
    inside(page, &script).await;
}

#[test]
fn the_link_of_an_embedded_page_opens_the_same_program_with_its_frame() {
    on_page(async |page| {
        page.predict("A: io 2s\n", 2.0, 2.0).await;
        let code = embed_code(page).await;
        page.predict("A: io 7s\n", 7.0, 7.0).await;
        show(page, &code, 800, 450).await;
        let link = "const link = at('.embed-bar a');
            return [link.innerText.trim(), link.target, link.href]";
        let link = inside(page, link).await;
        assert_eq!(link[0], "Open in Interleave");
        assert_eq!(link[1], "_blank");
        page.follow(link[2].as_str().expect("an address")).await;
        page.wait_for_figures(2.0, 2.0).await;
        assert!(page.has_button("Share").await);
    });
}

#[test]
fn an_embedded_page_shows_its_program_again_after_a_reload() {
    on_page(async |page| {
        page.predict("A: io 2s\n", 2.0, 2.0).await;
        let code = embed_code(page).await;
        page.leave().await;
        page.open_embedded(source(&code)).await;
        page.wait_for_figures(2.0, 2.0).await;
        assert_eq!(page.notice().await, None);
        page.reload_embedded().await;
        page.wait_for_figures(2.0, 2.0).await;
    });
}
