//! The page in Korean: by the browser's setting or the switch, with no word left in English.

use std::time::Duration;

use fantoccini::key::Key;

use crate::harness::{Page, Screen, THREE_WAITS, Theme, on_page};

const SOON: Duration = Duration::from_secs(10);

/// Whatever the page says, also in names and tips, with where it says it; but for what is written
/// in the notation or in Python, and what the user wrote.
const SAID: &str = "
    const said = [];
    const isUsers = (element) => element.closest(
        '.cm-content, .cm-gutters, pre, code, .graph-picture g text, .chip, [lang=en], table th[scope=row]');
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const node = walker.currentNode;
        const element = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
        if (!element || isUsers(element) || element.closest('style, script, noscript')) continue;
        const texts = node.nodeType === Node.TEXT_NODE
            ? [node.data]
            : ['aria-label', 'title', 'placeholder', 'aria-valuetext', 'alt'].map((name) => node.getAttribute(name));
        for (const text of texts) if (text?.trim()) said.push(text.trim());
    }
    return said";

/// What is the same in every language: signs, units, the notation's words, names.
const SAME: &[&str] = &[
    "Interleave",
    "EN",
    "English",
    "s",
    "ms",
    "us",
    "min",
    "io",
    "cpu",
    "block",
    "thread",
    "pool",
    "db",
    "user",
    "posts",
    "avatar",
    "resize",
    "render",
    "A",
    "B",
    "C",
    "x",
    "X",
    "a",
    "b",
    "Ctrl",
    "Esc",
    "MB",
    "PNG",
    "SVG",
    "JSON",
    "Perfetto",
];

async fn expect_no_english(page: &Page, state: &str) {
    let said = page.script(SAID, vec![]).await;
    let said: Vec<String> = serde_json::from_value(said).expect("texts");
    assert!(said.len() > 20, "{said:?}");
    for text in said {
        let words = text.split(|c: char| !c.is_ascii_alphabetic());
        let english = words.filter(|word| !word.is_empty() && !SAME.contains(word));
        let english: Vec<_> = english.collect();
        assert!(english.is_empty(), "{state}: '{text}' says {english:?}");
    }
}

async fn switch_to_korean(page: &Page) {
    page.click("한국어").await;
    page.textbox("태스크 그래프").await;
}

#[test]
fn nothing_is_left_in_english() {
    on_page(async |page| {
        switch_to_korean(page).await;
        expect_no_english(page, "predicted").await;
        page.click("다음 단계").await;
        expect_no_english(page, "at a moment").await;
        page.open_tab("파이썬으로").await;
        expect_no_english(page, "as Python").await;
        page.open_tab("그래프").await;
        page.click("실행").await;
        page.wait_until("the run's end", Duration::from_secs(30), async || {
            page.has_button("실행").await
                && page.texts_of(".figures").await.concat().contains("측정")
        })
        .await;
        expect_no_english(page, "measured").await;
    });
}

#[test]
fn mistakes_are_said_in_korean() {
    on_page(async |page| {
        switch_to_korean(page).await;
        page.type_into("태스크 그래프", "a: io\n").await;
        page.wait_until("the mistake", SOON, async || {
            !page.mistakes().await.is_empty()
        })
        .await;
        let mistakes = page.mistakes().await;
        assert!(mistakes[0].contains("'io'"), "{mistakes:?}");
        assert!(
            mistakes[0].contains(|c: char| ('가'..='힣').contains(&c)),
            "{mistakes:?}"
        );
        page.click("EN").await;
        page.wait_until("the mistake in English", SOON, async || {
            page.mistakes().await.concat().contains("has no duration")
        })
        .await;
    });
}

#[test]
fn the_language_that_was_chosen_is_kept() {
    on_page(async |page| {
        switch_to_korean(page).await;
        page.reload_in("태스크 그래프").await;
        assert_eq!(
            page.script("return document.documentElement.lang", vec![])
                .await,
            "ko"
        );
        page.click("EN").await;
        page.reload().await;
        assert!(page.has_button("Run").await);
    });
}

#[test]
fn a_first_visit_is_in_the_browsers_language() {
    on_page(async |page| {
        page.forget_everything().await;
        page.prefer_languages("ko-KR,ko,en-US").await;
        page.reload_in("태스크 그래프").await;
        assert!(page.has_button("실행").await);
        let first = page.texts_of(".cm-content").await.concat();
        assert!(
            first.contains("사용자"),
            "the first program speaks Korean too: {first}"
        );
    });
}

#[test]
fn both_languages_fit_every_screen() {
    on_page(async |page| {
        page.predict(THREE_WAITS, 6.0, 2.0).await;
        switch_to_korean(page).await;
        for (screen, name) in [
            (Screen::DESKTOP, "1440x900"),
            (Screen::SMALL, "1024x768"),
            (Screen::PHONE, "390x844"),
        ] {
            page.set_screen(screen).await;
            for theme in [Theme::Light, Theme::Dark] {
                page.set_theme(theme).await;
                tokio::time::sleep(Duration::from_millis(500)).await;
                let needed = page
                    .script("return document.documentElement.scrollWidth", vec![])
                    .await;
                assert!(
                    needed.as_u64() <= Some(screen.width.into()),
                    "{name}: {needed} px"
                );
                page.screenshot(&format!("ko-{name}-{}", theme.name()))
                    .await;
            }
        }
    });
}

#[test]
fn search_speaks_korean() {
    on_page(async |page| {
        switch_to_korean(page).await;
        page.type_into("태스크 그래프", "A: io 1s\n").await;
        page.press(&[Key::Control], 'f').await;
        page.wait_until("the search panel", SOON, async || {
            page.texts_of(".cm-search")
                .await
                .concat()
                .contains("모두 바꾸기")
        })
        .await;
    });
}
