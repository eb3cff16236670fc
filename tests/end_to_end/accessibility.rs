//! Nobody is kept out: axe-core finds nothing in any state of the page, all of it can be done by
//! the keyboard, and what happens is said to those who do not see it.

use std::time::Duration;

use serde_json::json;

use crate::harness::{Page, Screen, THREE_WAITS, Theme, on_page};

const SOON: Duration = Duration::from_secs(10);

/// Every kind of step, wait and outcome.
const RICH: &str = "\
pool db = 2
threads 1
on failure continue
user:        io 30ms
posts[1..6]: io 40ms after user using db
zip[1..2]:   thread 50ms after user
mail:        io 20ms fails 1 retry 2 backoff 20ms
bad:         io 10ms fails
after_bad:   io 10ms after bad
slow:        io 80ms timeout 30ms
resize:      cpu 28ms after user
legacy:      block 15ms
late:        io 900ms background
";

const DEADLOCKED: &str = "\
pool db = 1
pool api = 1
pool go = 1
b: io 2s using go
a: io 1s using db, go, api
c: io 1s using api, db
";

pub async fn expect_no_barriers(page: &Page, state: &str) {
    for theme in [Theme::Light, Theme::Dark] {
        page.set_theme(theme).await;
        // Transitions of colours.
        tokio::time::sleep(Duration::from_millis(400)).await;
        let barriers = page.barriers().await;
        let theme = theme.name();
        assert!(
            barriers.is_empty(),
            "{state}, {theme}:\n{}",
            barriers.join("\n")
        );
    }
}

async fn look_into_every_state(page: &Page, screen: Screen) {
    page.set_screen(screen).await;
    page.type_program(RICH).await;
    page.wait_until("a prediction", SOON, async || {
        page.figures().await.is_some()
    })
    .await;
    expect_no_barriers(page, "predicted").await;
    page.click("Step").await;
    expect_no_barriers(page, "at a moment").await;
    page.open_tab("As Python").await;
    page.wait_until("the script", SOON, async || {
        page.python().await.contains("asyncio")
    })
    .await;
    expect_no_barriers(page, "as Python").await;
    page.open_tab("Graph").await;
    page.set_speed("1×").await;
    page.run().await;
    page.wait_until_measured(SOON).await;
    expect_no_barriers(page, "measured").await;
    page.type_program(DEADLOCKED).await;
    page.wait_until("the deadlock", SOON, async || {
        let remarks = page.texts_of(".remark").await;
        remarks.iter().any(|remark| remark.contains("Deadlock"))
    })
    .await;
    expect_no_barriers(page, "deadlocked").await;
    page.type_program("a: io\nb: iq 1s after c\n").await;
    page.wait_until("the mistakes", SOON, async || {
        page.mistakes().await.len() >= 2
    })
    .await;
    expect_no_barriers(page, "mistaken").await;
    page.type_program("").await;
    page.wait_until("an empty page", SOON, async || {
        page.has_button("Start with an example").await
    })
    .await;
    expect_no_barriers(page, "empty").await;
}

#[test]
fn axe_finds_nothing_on_a_wide_screen() {
    on_page(async |page| look_into_every_state(page, Screen::DESKTOP).await);
}

#[test]
fn axe_finds_nothing_on_a_phone() {
    on_page(async |page| look_into_every_state(page, Screen::PHONE).await);
}

#[test]
fn axe_finds_nothing_in_korean() {
    on_page(async |page| {
        page.click("한국어").await;
        page.textbox("태스크 그래프").await;
        expect_no_barriers(page, "in Korean").await;
    });
}

#[test]
fn the_end_of_a_run_is_said() {
    on_page(async |page| {
        page.predict(THREE_WAITS, 6.0, 2.0).await;
        page.set_speed("5×").await;
        page.run().await;
        page.wait_until_measured(SOON).await;
        let said = page.texts_of("[role=status]").await.join(" ");
        assert!(said.contains("The run is over"), "{said}");
        assert!(said.contains("sequential"), "{said}");
    });
}

#[test]
fn every_control_is_reached_by_the_tab_key_and_shows_that_it_is() {
    on_page(async |page| {
        page.predict(THREE_WAITS, 6.0, 2.0).await;
        let reached = page.tab_through().await;
        for name in ["Share", "Run", "Speed", "Playhead", "Step", "Graph", "EN"] {
            assert!(
                reached.iter().any(|stop| stop.name == name),
                "{name}: {reached:#?}"
            );
        }
        for stop in reached {
            assert!(
                stop.is_marked,
                "nothing shows that '{}' has the focus",
                stop.name
            );
        }
    });
}

#[test]
fn who_wants_no_motion_gets_none() {
    on_page(async |page| {
        page.predict(THREE_WAITS, 6.0, 2.0).await;
        page.prefer_no_motion().await;
        let moving = "return [...document.querySelectorAll('*')].filter((element) => {
            const { transitionDuration, animationName } = getComputedStyle(element);
            return animationName !== 'none'
                || transitionDuration.split(',').some((each) => parseFloat(each) > 0.001);
        }).map((element) => element.className.toString() || element.tagName)";
        assert_eq!(page.script(moving, vec![]).await, json!([]));
    });
}
