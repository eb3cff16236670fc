//! Threads and processes beside the two runs: modelled, said to be, and each with when it is the
//! right choice.

use std::time::Duration;

use crate::harness::{Page, Row, Screen, Theme, on_page};

const SOON: Duration = Duration::from_secs(10);
const THREE_COMPUTE: &str = "A: cpu 2s\nB: cpu 2s\nC: cpu 2s\n";
const THREE_BLOCK: &str = "A: block 2s\nB: block 2s\nC: block 2s\n";

/// Has both modelled ways shown, the processes on 4 cores.
async fn show_ways(page: &Page) {
    page.open_menu("Ways").await;
    page.click("Threads").await;
    page.click("Processes").await;
    page.set_number("Cores", "4").await;
    page.click("Ways").await;
}

/// What the list says of the way that is called so; nothing where it is not listed.
async fn said_of(page: &Page, way: &str) -> String {
    let rows = page.texts_of(".ways-list tbody tr").await;
    let row = rows.into_iter().find(|row| row.starts_with(way));
    row.unwrap_or_default()
}

async fn wait_for(page: &Page, way: &str, part: &str) {
    page.wait_until(&format!("'{part}' of {way}"), SOON, async || {
        said_of(page, way).await.contains(part)
    })
    .await;
}

#[test]
fn computing_takes_turns_in_threads_and_shares_the_cores_in_processes() {
    on_page(async |page| {
        page.predict(THREE_COMPUTE, 6.0, 6.0).await;
        assert_eq!(page.texts_of(".ways-list").await, [""; 0]);
        show_ways(page).await;
        wait_for(page, "Threads under one lock", "6.00 s").await;
        wait_for(page, "Processes on 4 cores", "2.00 s").await;
        for way in ["Threads", "Processes"] {
            assert!(said_of(page, way).await.contains("modelled"));
        }
        let right = page.texts_of(".ways-list .right").await.concat();
        assert!(right.starts_with("Processes on 4 cores"), "{right}");
        assert!(right.contains("The right choice here"), "{right}");
        page.screenshot("ways").await;
    });
}

#[test]
fn blocking_calls_overlap_in_threads_as_soon_as_the_program_has_them() {
    on_page(async |page| {
        page.predict(THREE_COMPUTE, 6.0, 6.0).await;
        show_ways(page).await;
        wait_for(page, "Threads", "6.00 s").await;
        page.type_program(THREE_BLOCK).await;
        wait_for(page, "Threads", "2.00 s").await;
        let right = page.texts_of(".ways-list .right").await.concat();
        assert!(right.starts_with("Threads"), "{right}");
        assert!(right.contains("no longer hold the others up"), "{right}");
    });
}

#[test]
fn fewer_cores_take_longer() {
    on_page(async |page| {
        page.predict(THREE_COMPUTE, 6.0, 6.0).await;
        show_ways(page).await;
        wait_for(page, "Processes", "2.00 s").await;
        page.open_menu("Ways").await;
        page.set_number("Cores", "2").await;
        wait_for(page, "Processes on 2 cores", "3.00 s").await;
    });
}

#[test]
fn a_modelled_task_tells_what_it_does_and_that_it_is_modelled() {
    on_page(async |page| {
        page.predict(THREE_COMPUTE, 6.0, 6.0).await;
        show_ways(page).await;
        wait_for(page, "Threads", "6.00 s").await;
        page.point_in(Row::Way(0), 3.0, 6.0).await;
        page.wait_until("the tip", SOON, async || {
            !page.timeline_tip().await.is_empty()
        })
        .await;
        let tip = page.timeline_tip().await;
        for part in ["cpu", "0 s – 6.00 s", "modelled", "lock busy: at 33 %"] {
            assert!(tip.contains(part), "{tip}");
        }
    });
}

#[test]
fn a_way_that_is_no_longer_wanted_goes() {
    on_page(async |page| {
        page.predict(THREE_COMPUTE, 6.0, 6.0).await;
        show_ways(page).await;
        wait_for(page, "Processes", "2.00 s").await;
        page.choose("Ways", "Processes").await;
        page.wait_until("no processes", SOON, async || {
            said_of(page, "Processes").await.is_empty()
        })
        .await;
        assert!(!said_of(page, "Threads").await.is_empty());
    });
}

#[test]
fn the_ways_and_a_kept_run_keep_nobody_out() {
    on_page(async |page| {
        page.predict(THREE_COMPUTE, 6.0, 6.0).await;
        show_ways(page).await;
        page.click("Keep").await;
        page.type_program(THREE_BLOCK).await;
        wait_for(page, "Threads", "2.00 s").await;
        for screen in [Screen::DESKTOP, Screen::PHONE] {
            page.set_screen(screen).await;
            for theme in [Theme::Light, Theme::Dark] {
                page.set_theme(theme).await;
                tokio::time::sleep(Duration::from_millis(300)).await;
                let barriers = page.barriers().await;
                assert!(barriers.is_empty(), "{barriers:#?}");
            }
            let needed = page
                .script("return document.documentElement.scrollWidth", vec![])
                .await;
            assert!(needed.as_u64() <= Some(screen.width.into()), "{needed} px");
        }
    });
}

#[test]
fn the_ways_are_told_in_korean() {
    on_page(async |page| {
        page.predict(THREE_COMPUTE, 6.0, 6.0).await;
        show_ways(page).await;
        page.click("한국어").await;
        wait_for(page, "코어 4개의 프로세스", "여기서는 알맞은 선택입니다").await;
        wait_for(page, "전역 락 아래의 스레드", "모델").await;
    });
}
