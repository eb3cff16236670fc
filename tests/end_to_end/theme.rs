//! The page's colours: the system's, or those that the user chose.

use std::time::Duration;

use crate::harness::{Page, Theme, on_page};

const SOON: Duration = Duration::from_secs(10);

/// How many points of the timeline have a colour, in red, green and blue.
async fn points(page: &Page, colour: [u8; 3]) -> u64 {
    let script = "const [red, green, blue] = arguments;
        const { width, height } = document.querySelector('.timeline canvas');
        const { data } = document.querySelector('.timeline canvas')
            .getContext('2d').getImageData(0, 0, width, height);
        let count = 0;
        for (let at = 0; at < data.length; at += 4)
            count += data[at] === red && data[at + 1] === green && data[at + 2] === blue
                && data[at + 3] === 255;
        return count";
    let arguments = colour.map(Into::into).to_vec();
    let count = page.script(script, arguments).await;
    count.as_u64().expect("a count")
}

/// Waits until the timeline is written in the ink of a theme, and in no other.
async fn wait_for_timeline(page: &Page, theme: Theme) {
    let inks = [[0x16, 0x19, 0x1d], [0xec, 0xef, 0xf3]];
    let [ink, other] = match theme {
        Theme::Light => inks,
        Theme::Dark => [inks[1], inks[0]],
    };
    page.wait_until("the timeline's colours", SOON, async || {
        points(page, ink).await > 0 && points(page, other).await == 0
    })
    .await;
}

/// The colour for the browser's own frame that holds.
async fn frame_colour(page: &Page) -> String {
    let script = "return [...document.querySelectorAll('meta[name=theme-color]')]
        .find(({ media }) => matchMedia(media).matches).content";
    let colour = page.script(script, vec![]).await;
    colour.as_str().expect("a colour").to_owned()
}

#[test]
fn the_chosen_theme_holds_whatever_the_system_says() {
    on_page(async |page| {
        page.set_theme(Theme::Light).await;
        let light = page.background().await;
        let light_frame = frame_colour(page).await;
        wait_for_timeline(page, Theme::Light).await;
        page.choose("Theme", "Dark").await;
        let dark = page.background().await;
        assert_ne!(light, dark);
        wait_for_timeline(page, Theme::Dark).await;
        assert_ne!(frame_colour(page).await, light_frame);
        page.choose("Theme", "Light").await;
        page.set_theme(Theme::Dark).await;
        assert_eq!(page.background().await, light);
        wait_for_timeline(page, Theme::Light).await;
        assert_eq!(frame_colour(page).await, light_frame);
        page.choose("Theme", "System").await;
        assert_eq!(page.background().await, dark);
        wait_for_timeline(page, Theme::Dark).await;
    });
}

#[test]
fn the_systems_theme_is_followed_as_it_changes() {
    on_page(async |page| {
        page.set_theme(Theme::Light).await;
        wait_for_timeline(page, Theme::Light).await;
        page.set_theme(Theme::Dark).await;
        wait_for_timeline(page, Theme::Dark).await;
    });
}

#[test]
fn the_chosen_theme_is_there_at_the_next_visit() {
    on_page(async |page| {
        page.set_theme(Theme::Light).await;
        page.choose("Theme", "Dark").await;
        let dark = page.background().await;
        page.reload().await;
        assert_eq!(page.background().await, dark);
        page.open_menu("Theme").await;
        let item = page.button("Dark").await;
        let pressed = item.attr("aria-pressed").await.expect("a state");
        assert_eq!(pressed.as_deref(), Some("true"));
    });
}
