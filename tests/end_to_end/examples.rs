//! The gallery: every example opens and runs as it says, can be found, and never costs the user
//! what they wrote.

use std::rc::Rc;
use std::time::Duration;

use fantoccini::key::Key;
use interleave::gallery;
use interleave::lettering::quantity::{duration, plain_duration};
use interleave::notation::parse;
use interleave::run::{self, Mode};
use interleave::trace::Trace;
use interleave::words::Language;

use crate::accessibility::expect_no_barriers;
use crate::harness::{Page, Screen, on_page};

const SOON: Duration = Duration::from_secs(10);

const MINE: &str = "mine: io 7s\n";

/// How long the sequential and the concurrent run of `source` take, in microseconds.
fn times_us(source: &str) -> [u64; 2] {
    let program = Rc::new(parse(source).expect("an example").program);
    Mode::BOTH.map(|mode| {
        Trace::of(program.clone(), &run::predict(&program, mode).unwrap()).makespan_us()
    })
}

async fn expect_it_fits(page: &Page, screen: Screen) {
    let needed = page
        .script("return document.documentElement.scrollWidth", vec![])
        .await;
    assert!(needed.as_u64() <= Some(screen.width.into()), "{needed} px");
}

#[test]
fn every_example_opens_with_the_figures_that_the_gallery_shows() {
    on_page(async |page| {
        for example in gallery::examples() {
            let telling = example.telling(Language::English);
            let [sequential, concurrent] = times_us(example.program);
            page.open_gallery("Examples").await;
            let [one, other] = [sequential, concurrent].map(plain_duration);
            let times = format!("{one} → {other}");
            page.wait_until(&format!("{}: {times}", example.name), SOON, async || {
                page.offered_times(telling.title).await == times
            })
            .await;
            page.choose_example(telling.title).await;
            page.wait_for_story(telling.title).await;
            let expected = [sequential, concurrent].map(|us| duration(us).text());
            page.wait_until(
                &format!("{}: {expected:?}", example.name),
                SOON,
                async || {
                    [
                        page.output("Sequential").await,
                        page.output("Concurrent").await,
                    ] == expected
                },
            )
            .await;
            let story = page.story().await;
            for told in [&telling.story, &telling.try_this] {
                assert!(story.contains(&told.replace('`', "")), "{told}\n{story}");
            }
        }
    });
}

#[test]
fn an_example_stands_in_the_editor_with_what_to_try() {
    on_page(async |page| {
        page.open_example("50 requests at once").await;
        let example = gallery::examples().find(|example| example.name == "fifty_requests");
        let text = example.expect("an example").text(Language::English);
        page.wait_for_program(&text).await;
    });
}

#[test]
fn what_the_user_wrote_comes_back_by_undo() {
    on_page(async |page| {
        page.predict(MINE, 7.0, 7.0).await;
        page.open_example("Three tasks, one wait").await;
        page.wait_for_figures(6.0, 2.0).await;
        page.open_example("The fastest mirror wins").await;
        page.wait_for_story("The fastest mirror wins").await;
        page.click("Undo").await;
        page.wait_for_figures(6.0, 2.0).await;
        page.wait_for_story("Three tasks, one wait").await;
        page.click("Undo").await;
        page.wait_for_program(MINE).await;
        assert_eq!(page.story().await, "");
    });
}

#[test]
fn an_opened_example_is_not_the_saved_program_that_stood_there() {
    on_page(async |page| {
        page.predict(MINE, 7.0, 7.0).await;
        page.save_as("mine").await;
        page.open_example("Three tasks, one wait").await;
        page.wait_for_figures(6.0, 2.0).await;
        page.open_menu("Programs").await;
        assert!(!page.has_button("Save “mine”").await);
    });
}

#[test]
fn a_story_stays_until_it_is_dismissed_or_another_program_is_opened() {
    on_page(async |page| {
        page.open_example("Three tasks, one wait").await;
        page.wait_for_figures(6.0, 2.0).await;
        page.predict("A: io 4s\n", 4.0, 4.0).await;
        page.wait_for_story("Three tasks, one wait").await;
        page.drop_file("other.txt", b"A: io 1s").await;
        page.wait_for_figures(1.0, 1.0).await;
        assert_eq!(page.story().await, "");
        page.open_example("Three tasks, one wait").await;
        page.wait_for_story("Three tasks, one wait").await;
        page.click("Dismiss").await;
        page.wait_until("no story", SOON, async || page.story().await.is_empty())
            .await;
    });
}

#[test]
fn search_finds_by_any_word_and_enter_opens_the_first() {
    on_page(async |page| {
        page.open_gallery("Examples").await;
        assert_eq!(page.focused().await, "Search examples");
        assert_eq!(
            page.offered_examples().await.len(),
            gallery::examples().count()
        );
        let field = page.search_field("Search examples").await;
        field.send_keys("MIRROR").await.expect("a field");
        page.wait_until("what is found", SOON, async || {
            page.offered_examples().await == ["The fastest mirror wins"]
        })
        .await;
        let said = page.texts_of(".menu-panel [role=status]").await;
        assert_eq!(said, ["1 example"]);
        page.press(&[], Key::Enter).await;
        page.wait_for_story("The fastest mirror wins").await;
        assert!(page.offered_examples().await.is_empty(), "it is closed");
    });
}

#[test]
fn where_nothing_is_found_it_says_so_and_enter_opens_nothing() {
    on_page(async |page| {
        page.predict(MINE, 7.0, 7.0).await;
        page.open_gallery("Examples").await;
        let field = page.search_field("Search examples").await;
        field.send_keys("zeppelin").await.expect("a field");
        page.wait_until("that nothing is found", SOON, async || {
            let said = page.texts_of(".menu-panel [role=status]").await;
            said.concat().contains("No example says that")
        })
        .await;
        page.press(&[], Key::Enter).await;
        page.press(&[], Key::Escape).await;
        assert_eq!(page.program().await, MINE);
    });
}

#[test]
fn the_gallery_is_used_by_keyboard_alone() {
    on_page(async |page| {
        let focus = "[...document.querySelectorAll('header button')]
            .find((button) => button.innerText === 'Examples').focus()";
        page.script(focus, vec![]).await;
        page.press(&[], Key::Enter).await;
        page.wait_until("the field has the focus", SOON, async || {
            page.focused().await == "Search examples"
        })
        .await;
        page.press(&[], Key::Down).await;
        assert_eq!(page.focused().await, "Three tasks, one wait");
        page.press(&[], Key::Right).await;
        let beside = page.focused().await;
        page.press(&[], Key::Down).await;
        let below = page.focused().await;
        let titles = page.offered_examples().await;
        let place = |title: &str| {
            titles
                .iter()
                .position(|each| each == title)
                .expect("a title")
        };
        assert_eq!(
            (place(&beside), place(&below)),
            (1, 4),
            "three stand in a row"
        );
        page.press(&[], Key::Escape).await;
        assert_eq!(page.focused().await, "Examples");
        assert!(page.offered_examples().await.is_empty(), "it is closed");
        page.press(&[], Key::Down).await;
        page.wait_until("the field has the focus", SOON, async || {
            page.focused().await == "Search examples"
        })
        .await;
        page.press(&[], Key::Down).await;
        page.press(&[], Key::Enter).await;
        page.wait_for_story("Three tasks, one wait").await;
        assert_eq!(page.focused().await, "Examples");
    });
}

#[test]
fn in_korean_the_gallery_the_story_and_the_program_are_korean() {
    on_page(async |page| {
        page.open_example("Three tasks, one wait").await;
        page.wait_for_story("Three tasks, one wait").await;
        page.click("한국어").await;
        page.textbox("태스크 그래프").await;
        let example = gallery::examples().next().expect("an example");
        let telling = example.telling(Language::Korean);
        page.wait_for_story(telling.title).await;
        page.wait_for_story(&telling.story.replace('`', "")).await;
        let program = page.texts_of(".cm-content").await.concat();
        assert!(program.contains(telling.title), "{program}");
        page.open_gallery("예제").await;
        let titles = gallery::examples().map(|example| example.telling(Language::Korean).title);
        assert_eq!(page.offered_examples().await, titles.collect::<Vec<_>>());
        let field = page.search_field("예제 검색").await;
        field.send_keys("미러").await.expect("a field");
        page.wait_until("what is found", SOON, async || {
            page.offered_examples().await == ["가장 빠른 미러가 이긴다"]
        })
        .await;
    });
}

#[test]
fn a_program_that_the_user_has_changed_keeps_its_language() {
    on_page(async |page| {
        page.open_example("Three tasks, one wait").await;
        page.wait_for_figures(6.0, 2.0).await;
        page.predict("# mine\nA: io 4s\n", 4.0, 4.0).await;
        page.click("한국어").await;
        page.wait_for_story("태스크").await;
        let program = page.texts_of(".cm-content").await.concat();
        assert!(program.contains("# mine"), "{program}");
    });
}

#[test]
fn a_link_opens_an_example_and_what_stood_there_comes_back() {
    on_page(async |page| {
        page.predict(MINE, 7.0, 7.0).await;
        page.wait_until_saved().await;
        let address = page.script("return location.href", vec![]).await;
        let address = address.as_str().expect("an address").to_owned();
        page.follow(&format!("{address}?example=three_tasks")).await;
        page.wait_for_figures(6.0, 2.0).await;
        page.wait_for_story("Three tasks, one wait").await;
        assert_eq!(page.script("return location.search", vec![]).await, "");
        page.click("Undo").await;
        page.wait_for_figures(7.0, 7.0).await;
        page.follow(&format!("{address}?example=zeppelin")).await;
        page.wait_until("that there is none", SOON, async || {
            let notice = page.notice().await.unwrap_or_default();
            notice.contains("“zeppelin”")
        })
        .await;
        assert_eq!(page.program().await, MINE);
    });
}

#[test]
fn another_page_can_show_an_example() {
    on_page(async |page| {
        let address = page.script("return location.href", vec![]).await;
        let address = address.as_str().expect("an address").to_owned();
        page.open_embedded(&format!("{address}?embed&example=three_tasks"))
            .await;
        page.wait_for_figures(6.0, 2.0).await;
        page.reload_embedded().await;
        page.wait_for_figures(6.0, 2.0).await;
    });
}

#[test]
fn axe_finds_nothing_in_the_gallery_on_any_screen() {
    on_page(async |page| {
        for screen in [Screen::DESKTOP, Screen::PHONE] {
            page.set_screen(screen).await;
            page.open_gallery("Examples").await;
            page.wait_until("the last picture", SOON, async || {
                let titles = page.offered_examples().await;
                let last = titles.last().expect("a title");
                !page.offered_times(last).await.is_empty()
            })
            .await;
            expect_it_fits(page, screen).await;
            expect_no_barriers(page, "the gallery").await;
            page.screenshot(&format!("gallery-{}x{}", screen.width, screen.height))
                .await;
            page.choose_example("One cook, four dishes").await;
            page.wait_for_story("One cook, four dishes").await;
            expect_it_fits(page, screen).await;
            expect_no_barriers(page, "a story").await;
        }
    });
}

#[test]
fn no_sketch_is_made_before_the_gallery_is_opened() {
    on_page(async |page| {
        let workers = "return performance.getEntriesByType('resource')
            .filter(({ name }) => name.endsWith('/worker.js')).length";
        page.predict(MINE, 7.0, 7.0).await;
        let before = page.script(workers, vec![]).await;
        page.open_gallery("Examples").await;
        page.wait_until("another worker", SOON, async || {
            page.script(workers, vec![]).await.as_u64() == before.as_u64().map(|count| count + 1)
        })
        .await;
    });
}
