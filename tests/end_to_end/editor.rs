//! What the editor does while a program is written.

use std::time::Duration;

use fantoccini::key::Key;

use crate::harness::{Page, THREE_WAITS, is_left_out, on_page};

const SOON: Duration = Duration::from_secs(5);

async fn wait_for_texts(page: &Page, class: &str, texts: &[&str]) {
    page.wait_until(&format!("{texts:?} as {class}"), SOON, async || {
        page.program_texts(class).await == texts
    })
    .await;
}

#[test]
fn the_words_of_the_notation_are_coloured() {
    on_page(async |page| {
        page.type_program("pool db = 2\na: io 1s then cpu 2s using db # so\n")
            .await;
        wait_for_texts(page, "w-keyword", &["pool", "then", "using"]).await;
        assert_eq!(page.program_texts("w-io").await, ["io"]);
        assert_eq!(page.program_texts("w-cpu").await, ["cpu"]);
        assert_eq!(page.program_texts("w-name").await, ["db", "a", "db"]);
        assert_eq!(page.program_texts("w-number").await, ["2", "1s", "2s"]);
        assert_eq!(page.program_texts("w-comment").await, ["# so"]);
    });
}

#[test]
fn a_mistake_is_underlined_and_explained_under_the_mouse() {
    on_page(async |page| {
        page.type_program("user: io 1s\na: io 1s after usr\n").await;
        wait_for_texts(page, "cm-lintRange-error", &["usr"]).await;
        let textbox = page.textbox("Task graph").await;
        let invalid = textbox.attr("aria-invalid").await.expect("an attribute");
        assert_eq!(invalid.as_deref(), Some("true"));
        page.point_at("cm-lintRange-error").await;
        page.wait_for_tip("did you mean 'user'?").await;
    });
}

#[test]
fn f8_goes_from_mistake_to_mistake_and_explains_each() {
    on_page(async |page| {
        page.type_program("a: io 1\nb: io 1s after c\n").await;
        wait_for_texts(page, "cm-lintRange-error", &["1", "c"]).await;
        page.press(&[], Key::F8).await;
        page.wait_for_tip("has no unit").await;
        page.press(&[], Key::F8).await;
        page.wait_for_tip("unknown task 'c'").await;
        page.press(&[Key::Shift], Key::F8).await;
        page.wait_for_tip("has no unit").await;
        // The mistake is what is selected.
        page.press(&[], '2').await;
        page.wait_for_program("a: io 2\nb: io 1s after c\n").await;
    });
}

#[test]
fn the_list_of_mistakes_leads_to_each() {
    on_page(async |page| {
        page.type_program("a: io 1s\nb: io 1s after c\n").await;
        page.click("2:16 unknown task 'c'").await;
        assert_eq!(page.focused().await, "Task graph");
        page.press(&[], 'a').await;
        page.wait_for_program("a: io 1s\nb: io 1s after a\n").await;
    });
}

#[test]
fn behind_after_the_names_of_tasks_are_offered() {
    on_page(async |page| {
        page.type_program("user: io 1s\nposts[1..3]: io 1s\nrender: cpu 1s")
            .await;
        page.type_on(" after ").await;
        page.wait_for_offers(&["any", "first", "user", "posts"])
            .await;
        page.type_on("po").await;
        page.wait_for_offers(&["posts"]).await;
        // A list takes keys once it has been there for a moment.
        tokio::time::sleep(Duration::from_millis(200)).await;
        page.press(&[], Key::Enter).await;
        page.wait_for_program("user: io 1s\nposts[1..3]: io 1s\nrender: cpu 1s after posts")
            .await;
    });
}

#[test]
fn what_can_go_on_is_offered_when_it_is_asked_for() {
    on_page(async |page| {
        page.type_program("a: io 1s").await;
        page.type_on(" ").await;
        page.press(&[Key::Control], ' ').await;
        page.wait_until("'then' is offered, and explained", SOON, async || {
            page.offers()
                .await
                .first()
                .is_some_and(|offer| offer == "then")
        })
        .await;
        page.wait_for_tip("another step").await;
    });
}

#[test]
fn the_return_key_ends_a_line_that_is_complete() {
    on_page(async |page| {
        page.type_program("").await;
        page.type_on("pool db = 1\na: io 1s background\nb: io 1s\n  after a\nc: io 1s using db\n")
            .await;
        page.wait_for_program(
            "pool db = 1\na: io 1s background\nb: io 1s\n  after a\nc: io 1s using db\n",
        )
        .await;
    });
}

#[test]
fn a_word_is_explained_under_the_mouse_and_by_f1() {
    on_page(async |page| {
        page.type_program("a: io 1s then cpu 1s").await;
        page.point_at("w-io").await;
        page.wait_for_tip("The loop is free").await;
        page.press(&[], Key::Home).await;
        for _ in 0..4 {
            page.press(&[], Key::Right).await;
        }
        page.press(&[], Key::F1).await;
        page.wait_for_tip("user: io 300ms").await;
        page.press(&[], Key::Escape).await;
        page.wait_until("no tip", SOON, async || {
            page.texts_of(".cm-tooltip").await.is_empty()
        })
        .await;
    });
}

#[test]
fn a_word_is_explained_in_the_language_that_is_chosen() {
    on_page(async |page| {
        page.type_program("a: io 1s then cpu 1s").await;
        page.click("한국어").await;
        page.point_at("w-io").await;
        page.wait_for_tip("그동안 루프는 비어 있어").await;
    });
}

#[test]
fn a_line_becomes_a_comment_and_back() {
    on_page(async |page| {
        page.type_program("a: io 1s").await;
        page.press(&[Key::Control], '/').await;
        page.wait_for_program("# a: io 1s").await;
        page.press(&[Key::Control], '/').await;
        page.wait_for_program("a: io 1s").await;
    });
}

#[test]
fn undo_reaches_back_over_a_file_that_was_opened() {
    on_page(async |page| {
        page.predict(THREE_WAITS, 6.0, 2.0).await;
        page.drop_file("two.txt", b"A: io 1s\nB: io 1s\n").await;
        page.wait_for_figures(2.0, 1.0).await;
        page.textbox("Task graph").await;
        page.press(&[Key::Control], 'z').await;
        page.wait_for_program(THREE_WAITS).await;
        page.wait_for_figures(6.0, 2.0).await;
        page.press(&[Key::Control], 'y').await;
        page.wait_for_program("A: io 1s\nB: io 1s\n").await;
        page.wait_for_figures(2.0, 1.0).await;
    });
}

#[test]
fn a_text_is_searched_for() {
    on_page(async |page| {
        page.type_program(THREE_WAITS).await;
        page.press(&[Key::Control], 'f').await;
        page.wait_until("the search panel", SOON, async || {
            page.focused().await == "Find"
        })
        .await;
        for key in "2s".chars() {
            page.press(&[], key).await;
        }
        wait_for_texts(page, "cm-searchMatch", &["2s", "2s", "2s"]).await;
        page.press(&[], Key::Enter).await;
        page.press(&[], Key::Escape).await;
        assert_eq!(page.focused().await, "Task graph");
    });
}

#[test]
fn korean_is_composed_and_typed() {
    if is_left_out("only Chromium's DevTools compose") {
        return;
    }
    on_page(async |page| {
        page.type_program("").await;
        // Mistakes and colours come and go meanwhile.
        page.compose(&["ㅅ", "사"], "사").await;
        page.compose(&["ㅇ", "요", "용"], "용").await;
        page.compose(&["ㅈ", "자"], "자").await;
        page.type_on(": io 1s\n").await;
        page.type_on("그림: cpu 500ms after ").await;
        page.wait_for_offers(&["any", "first", "사용자"]).await;
        page.compose(&["ㅅ", "사"], "사").await;
        page.wait_for_offers(&["사용자"]).await;
        tokio::time::sleep(Duration::from_millis(200)).await;
        page.press(&[], Key::Enter).await;
        page.wait_for_program("사용자: io 1s\n그림: cpu 500ms after 사용자")
            .await;
        page.wait_for_figures(1.5, 1.5).await;
    });
}

#[test]
fn the_tab_key_moves_on() {
    on_page(async |page| {
        page.type_program(THREE_WAITS).await;
        page.press(&[], Key::Tab).await;
        assert_ne!(page.focused().await, "Task graph");
        page.press(&[Key::Shift], Key::Tab).await;
        assert_eq!(page.focused().await, "Task graph");
        assert_eq!(page.program().await, THREE_WAITS);
    });
}

#[test]
fn the_task_on_the_line_that_is_pointed_at_is_lit() {
    on_page(async |page| {
        page.predict("one: io 1s\ntwo: io 2s\n", 3.0, 2.0).await;
        page.press(&[Key::Control], Key::Home).await;
        let lit = async |name: &str| {
            let what = format!("{name} is lit");
            page.wait_until(&what, SOON, async || {
                let lines = page.program_texts("line-lit").await;
                let nodes = page.texts_of(".node.lit .mono").await;
                lines.iter().any(|line| line.starts_with(name)) && nodes == [name]
            })
            .await;
        };
        lit("one").await;
        page.press(&[], Key::Down).await;
        lit("two").await;
        // The mouse may point elsewhere.
        page.point_at("w-io").await;
        lit("one").await;
    });
}
