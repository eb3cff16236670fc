//! Workers for Python programs that do not load, or are ended by somebody else.

use std::time::Duration;

use crate::harness::{Fault, Page, is_left_out, on_faulty_page};

/// The loading of Python included.
const SOON: Duration = Duration::from_secs(60);

/// A program that waits so long, and then says so.
fn program(seconds: u32) -> String {
    format!(
        "import asyncio\n\nasyncio.run(asyncio.sleep({seconds}))\nprint('{seconds} s have passed')\n"
    )
}

async fn wait_for_output(page: &Page, seconds: u32) {
    page.wait_until(&format!("output after {seconds} s"), SOON, async || {
        let said = page.texts_of("[role=log] .output-text").await;
        said == [format!("{seconds} s have passed")]
    })
    .await;
}

async fn wait_for_remark(page: &Page, part: &str) {
    page.wait_until(&format!("the remark {part}"), SOON, async || {
        page.texts_of(".remark").await.concat().contains(part)
    })
    .await;
}

#[test]
fn what_does_not_load_is_told_and_the_next_change_tries_again() {
    on_faulty_page(async |page| {
        for (file, fault) in [
            ("python.js", Fault::Missing),
            (
                "python.js",
                Fault::Text("throw new Error('out of order')".into()),
            ),
            ("python_bg.wasm", Fault::Missing),
            ("python_bg.wasm", Fault::Text("not WebAssembly".into())),
        ] {
            println!("{file}: {fault:?}");
            page.faults.set(file, fault);
            page.reload_in("Task graph").await;
            page.write_python(&program(3)).await;
            wait_for_remark(page, "could not be loaded").await;
            assert_eq!(page.text_in("Python").await, program(3));
            page.faults.mend();
            page.type_into("Python", &program(2)).await;
            wait_for_output(page, 2).await;
            page.open_tab("Task graph").await;
        }
        page.forgive_errors().await;
    });
}

#[test]
fn one_that_is_ended_while_it_has_nothing_to_do_is_replaced_without_a_word() {
    if is_left_out("only Chromium's DevTools run a script before all others") {
        return;
    }
    on_faulty_page(async |page| {
        page.watch_workers().await;
        page.reload().await;
        page.write_python(&program(3)).await;
        wait_for_output(page, 3).await;
        page.end_workers().await;
        tokio::time::sleep(Duration::from_secs(1)).await;
        assert_eq!(page.notice().await, None);
        page.type_into("Python", &program(2)).await;
        wait_for_output(page, 2).await;
    });
}

#[test]
fn a_live_run_whose_worker_is_ended_is_told_of_and_the_next_one_works() {
    if is_left_out("only Chromium's DevTools run a script before all others") {
        return;
    }
    on_faulty_page(async |page| {
        page.watch_workers().await;
        page.reload().await;
        page.write_python(&program(30)).await;
        wait_for_output(page, 30).await;
        page.set_speed("1×").await;
        page.click("Run").await;
        page.wait_until("it runs", SOON, async || page.has_button("Pause").await)
            .await;
        page.end_workers().await;
        page.wait_until("a notice", SOON, async || {
            let notice = page.notice().await.unwrap_or_default();
            notice.contains("its worker was ended from outside")
        })
        .await;
        assert_eq!(page.text_in("Python").await, program(30));
        page.type_into("Python", &program(2)).await;
        wait_for_output(page, 2).await;
        page.set_speed("10×").await;
        page.click("Run").await;
        page.wait_until_measured(SOON).await;
        wait_for_output(page, 2).await;
    });
}
