//! How the page looks, on three screens in both themes: pictures to look at in
//! `target/screenshots/`, and what can be checked of them.

use std::path::Path;
use std::time::Duration;

use crate::harness::{Page, Screen, Theme, on_page};

/// One of everything: pools, families, waits, work on the loop, an edge from each to each.
const RICH: &str = "\
# Load a page: the user, then posts two at a time, then render
pool db = 2

user:        io 300ms
posts[1..6]: io 400ms   after user   using db
avatar:      io 700ms   after user
resize:      cpu 280ms  after avatar
legacy:      block 150ms after user
render:      cpu 120ms  after posts, resize, legacy
log[1..3]:   io 200ms then cpu 20ms  after posts[i]
";

/// Types the rich program and takes a picture of it in both themes.
async fn look_at(page: &Page, screen: Screen, name: &str) {
    page.set_screen(screen).await;
    page.type_program(RICH).await;
    for theme in [Theme::Light, Theme::Dark] {
        page.set_theme(theme).await;
        page.wait_until("the prediction", Duration::from_secs(5), async || {
            page.mistakes().await.is_empty() && page.figures().await.is_some()
        })
        .await;
        // Transitions, and the fonts.
        tokio::time::sleep(Duration::from_millis(500)).await;
        let needed = "return document.documentElement.scrollWidth";
        let needed = page.script(needed, vec![]).await;
        assert!(
            needed.as_u64() <= Some(screen.width.into()),
            "the page needs {needed} px of {} px",
            screen.width
        );
        if !screen.is_phone {
            let scrolls = "return document.documentElement.scrollHeight > innerHeight";
            assert_eq!(
                page.script(scrolls, vec![]).await,
                false,
                "the page scrolls"
            );
        }
        page.screenshot(&format!("{name}-{}", theme.name())).await;
    }
}

#[test]
fn the_page_fits_a_screen_of_1440_px() {
    on_page(async |page| look_at(page, Screen::DESKTOP, "1440x900").await);
}

#[test]
fn the_page_fits_a_screen_of_1024_px() {
    on_page(async |page| look_at(page, Screen::SMALL, "1024x768").await);
}

#[test]
fn the_page_fits_a_phone_of_390_px() {
    on_page(async |page| look_at(page, Screen::PHONE, "390x844").await);
}

#[test]
fn the_themes_differ() {
    on_page(async |page| {
        let background = "return getComputedStyle(document.body).backgroundColor";
        page.set_theme(Theme::Light).await;
        let light = page.script(background, vec![]).await;
        page.set_theme(Theme::Dark).await;
        let dark = page.script(background, vec![]).await;
        assert_ne!(light, dark);
    });
}

/// The README's picture: a run on its way. It is committed as `static/screenshot.png` where the
/// environment asks for a new one, by `INTERLEAVE_README_PICTURE=1`.
#[test]
fn a_run_on_its_way_is_drawn() {
    on_page(async |page| {
        page.set_screen(Screen {
            pixel_ratio: 2,
            ..Screen::DESKTOP
        })
        .await;
        page.type_program(RICH).await;
        page.run().await;
        let before = page.timeline_picture().await;
        tokio::time::sleep(Duration::from_secs(2)).await;
        let picture = page.screenshot("running").await;
        assert!(
            page.timeline_picture().await != before,
            "the bars do not move"
        );
        if std::env::var_os("INTERLEAVE_README_PICTURE").is_some_and(|value| value == "1") {
            let readme = Path::new(env!("CARGO_MANIFEST_DIR")).join("static/screenshot.png");
            std::fs::copy(picture, readme).expect("the README's picture to be written");
        }
    });
}
