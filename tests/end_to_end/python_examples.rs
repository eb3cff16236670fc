//! The Python examples in the gallery, and the world that programs live in.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::time::Duration;

use fantoccini::key::Key;
use interleave::gallery::Sketched;
use interleave::lettering::quantity::{duration, plain_duration};

use crate::harness::{Page, on_page};

/// A prediction takes this long at most, the loading of Python included.
const SOON: Duration = Duration::from_secs(20);

fn folder() -> &'static Path {
    Path::new(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/static/examples/python"
    ))
}

fn sketches() -> BTreeMap<String, Sketched> {
    let sketches = fs::read_to_string(folder().join("sketches.json")).expect("the sketches");
    serde_json::from_str(&sketches).expect("plain data")
}

/// The title of an example in English.
fn title(name: &str) -> String {
    let file = fs::read_to_string(folder().join(name).with_extension("py")).expect("an example");
    let title = file
        .lines()
        .next()
        .and_then(|line| line.strip_prefix("# en: "));
    title.expect("a title").to_owned()
}

async fn open_python_gallery(page: &Page) {
    page.open_gallery("Examples").await;
    page.click("Python").await;
    page.wait_until("the Python programs", SOON, async || {
        page.offered_examples().await.len() == sketches().len()
    })
    .await;
}

#[test]
fn every_python_example_opens_with_the_figures_that_the_gallery_shows() {
    on_page(async |page| {
        for (name, sketched) in sketches() {
            let title = title(&name);
            open_python_gallery(page).await;
            let times = [sketched.sequential_us, sketched.concurrent_us];
            let [one, other] = times.map(plain_duration);
            let offered = match times {
                [0, _] => String::new(),
                _ => format!("{one} → {other}"),
            };
            assert_eq!(page.offered_times(&title).await, offered);
            page.choose_example(&title).await;
            page.wait_for_story(&title).await;
            if times == [0; 2] {
                continue;
            }
            let expected = times.map(|us| duration(us).text());
            page.wait_until(&format!("{name}: {expected:?}"), SOON, async || {
                [
                    page.output("Sequential").await,
                    page.output("Concurrent").await,
                ] == expected
            })
            .await;
        }
    });
}

#[test]
fn a_link_opens_a_python_example_by_its_name() {
    on_page(async |page| {
        let address = page.script("return location.href", vec![]).await;
        let address = address.as_str().expect("an address").to_owned();
        page.leave().await;
        page.open_in(&format!("{address}?example=crawler"), "Python")
            .await;
        page.wait_for_story(&title("crawler")).await;
        assert!(page.text_in("Python").await.contains("import asyncio"));
        page.leave().await;
        page.open_in(&format!("{address}?example=zeppelin"), "Python")
            .await;
        page.wait_until("that there is none", SOON, async || {
            page.text()
                .await
                .contains("no example by the name of “zeppelin”")
        })
        .await;
    });
}

#[test]
fn an_example_that_nobody_changed_speaks_the_language_of_the_page() {
    on_page(async |page| {
        open_python_gallery(page).await;
        page.choose_example(&title("crawler")).await;
        page.wait_for_story(&title("crawler")).await;
        page.click("한국어").await;
        page.wait_until("the Korean title", SOON, async || {
            page.text_in("파이썬")
                .await
                .starts_with("# 길을 찾아 가는 크롤러")
        })
        .await;
    });
}

const REQUEST: &str = "\
import asyncio
import random
import requests

async def main():
    print(random.random())
    print(requests.get('https://shop.example/cart').status_code)

asyncio.run(main())
";

async fn wait_for_lines(page: &Page, expected: [&str; 2]) {
    page.wait_until(&format!("the lines {expected:?}"), SOON, async || {
        page.texts_of("[role=log] .output-text").await == expected
    })
    .await;
}

#[test]
fn what_answers_a_request_and_the_seed_are_the_users_to_choose() {
    on_page(async |page| {
        page.open_tab("Python").await;
        page.textbox("Python").await;
        page.type_into("Python", REQUEST).await;
        wait_for_lines(page, ["0.13436424411240122", "200"]).await;
        page.wait_for_figures(0.2, 0.2).await;

        page.click("World").await;
        page.fill("Answer of rule 5", "503 empty").await;
        page.fill("Time of rule 5", "2s").await;
        page.fill("Seed of random", "2").await;
        wait_for_lines(page, ["0.9560342718892494", "503"]).await;
        page.wait_for_figures(2.0, 2.0).await;

        page.fill("Time of rule 5", "soon").await;
        page.wait_until("what is wrong", SOON, async || {
            page.text().await.contains("This is no time.")
        })
        .await;
        wait_for_lines(page, ["0.9560342718892494", "503"]).await;

        // It is still so after a reload.
        page.press(&[], Key::Escape).await;
        page.reload_in("Python").await;
        wait_for_lines(page, ["0.9560342718892494", "503"]).await;
        page.click("World").await;
        page.click("As it was at first").await;
        wait_for_lines(page, ["0.13436424411240122", "200"]).await;
    });
}
