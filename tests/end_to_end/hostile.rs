//! Links, files and saved programs that are damaged, huge or meant to harm: a clear message, and
//! nothing is run, inserted or lost.

use std::io::Write;
use std::time::Duration;

use interleave::export::{SharedProgram, WrittenAs};
use serde_json::json;

use crate::harness::{Page, on_page};

const SOON: Duration = Duration::from_secs(10);

const MINE: &str = "mine: io 7s\n";

/// Waits for a notice with this in it.
async fn wait_for_notice(page: &Page, part: &str) {
    page.wait_until(&format!("a notice: {part}"), SOON, async || {
        page.notice()
            .await
            .is_some_and(|notice| notice.contains(part))
    })
    .await;
}

/// Nothing of what was given was taken for more than a text.
async fn assert_harmless(page: &Page) {
    let script = "return [window.harmed === undefined, document.querySelectorAll('.harm').length]";
    assert_eq!(page.script(script, vec![]).await, json!([true, 0]));
}

/// What harms where it is taken for HTML.
const HTML: &str = "<img class='harm' src=x onerror='window.harmed = 1'>";

#[test]
fn a_link_that_holds_no_program_leaves_the_text_as_it_was() {
    on_page(async |page| {
        page.predict(MINE, 7.0, 7.0).await;
        page.wait_until_saved().await;
        let bomb = SharedProgram {
            written_as: WrittenAs::TaskGraph,
            text: "a: io 1s\n".repeat(110_000),
        };
        let too_long = bomb.fragment();
        assert!(too_long.is_ok(), "it has less than a megabyte");
        for (fragment, says) in [
            ("#g1=", "This link is damaged"),
            ("#g1=eJw", "This link is damaged"),
            ("#g1=<script>alert(1)</script>", "This link is damaged"),
            ("#g1=%F0%9F%92%A9", "This link is damaged"),
            ("#p1=AAAA", "This link is damaged"),
            ("#g9=eJw", "another version of Interleave (g9)"),
        ] {
            println!("{fragment}");
            page.script("location.hash = arguments[0]", vec![json!(fragment)])
                .await;
            wait_for_notice(page, says).await;
            wait_for_notice(page, "Your text is as it was.").await;
            assert_eq!(page.program().await, MINE);
            page.click("Dismiss").await;
        }
        assert_harmless(page).await;
    });
}

#[test]
fn a_link_that_swells_to_hundreds_of_megabytes_is_refused() {
    on_page(async |page| {
        page.predict(MINE, 7.0, 7.0).await;
        // A megabyte of zeros, two hundred times over, compressed by the browser.
        let script = "
            const done = arguments[0];
            (async () => {
                const zeros = new Uint8Array(1 << 20);
                const stream = new ReadableStream({
                    start(controller) {
                        for (let times = 0; times < 200; times++) controller.enqueue(zeros);
                        controller.close();
                    },
                }).pipeThrough(new CompressionStream('deflate'));
                const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
                let text = '';
                for (let at = 0; at < bytes.length; at += 8192)
                    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
                const data = btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
                location.hash = '#g1=' + data;
                return data.length;
            })().then(done, (error) => done(String(error)));";
        let length = page.script_that_waits(script, vec![]).await;
        assert!(
            length.as_u64().is_some_and(|length| length > 200_000),
            "{length}"
        );
        wait_for_notice(page, "The program in this link is too long").await;
        assert_eq!(page.program().await, MINE);
    });
}

#[test]
fn a_link_to_a_megabyte_of_python_opens_and_can_be_undone() {
    on_page(async |page| {
        page.predict(MINE, 7.0, 7.0).await;
        let line = "values = ['<script>harmed = 1</script>']  # \u{202e}\n";
        let text = line.repeat(1_000_000 / line.len());
        let program = SharedProgram {
            written_as: WrittenAs::Python,
            text: text.clone(),
        };
        let link = program.fragment().expect("a link");
        page.script("location.hash = arguments[0]", vec![json!(link)])
            .await;
        wait_for_notice(page, "Opened the link's program").await;
        page.wait_until("the whole program", SOON, async || {
            page.text_in("Python").await == text
        })
        .await;
        page.click("Undo").await;
        page.wait_until("the program from before", SOON, async || {
            page.text_in("Python")
                .await
                .starts_with("# Three downloads")
        })
        .await;
        page.open_tab("Task graph").await;
        assert_eq!(page.program().await, MINE);
        assert_harmless(page).await;
    });
}

#[test]
fn an_example_that_is_none_is_told_by_a_harmless_name() {
    on_page(async |page| {
        page.predict(MINE, 7.0, 7.0).await;
        page.wait_until_saved().await;
        let long = "x".repeat(5_000);
        for name in [HTML, "../../secret", "%00%E2%80%AE", "", long.as_str()] {
            let script = "location.search = '?example=' + arguments[0]";
            page.script(script, vec![json!(name)]).await;
            page.textbox("Task graph").await;
            wait_for_notice(page, "There is no example by the name of").await;
            let notice = page.notice().await.unwrap_or_default();
            assert!(notice.len() < 300, "{notice}");
            assert_eq!(page.program().await, MINE);
        }
        assert_harmless(page).await;
    });
}

#[test]
fn files_that_are_no_programs_are_told_of_and_the_text_stays() {
    on_page(async |page| {
        page.predict(MINE, 7.0, 7.0).await;
        let utf_16: Vec<u8> = "a: io 1s\n"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        let html_name = format!("{HTML}.txt");
        for (name, bytes, says) in [
            (
                "picture.png",
                b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec(),
                "is not a text file",
            ),
            ("utf-16.txt", utf_16, "is not a text file"),
            // "태스크" in EUC-KR.
            (
                "euc-kr.txt",
                b"# \xc5\xc2\xbd\xba\xc5\xa9\na: io 1s\n".to_vec(),
                "is not a text file",
            ),
            (&html_name, vec![0; 10], "is not a text file"),
            (
                "a\u{202e}txt.exe",
                vec![0; 10],
                "a\\u{202e}txt.exe is not a text file",
            ),
        ] {
            println!("{name}");
            page.drop_file(name, &bytes).await;
            wait_for_notice(page, says).await;
            wait_for_notice(page, "Your text is as it was.").await;
            assert_eq!(page.program().await, MINE);
            page.click("Dismiss").await;
        }
        assert_harmless(page).await;
    });
}

#[test]
fn a_hundred_megabytes_are_refused_unread() {
    on_page(async |page| {
        page.predict(MINE, 7.0, 7.0).await;
        let script = "
            const dataTransfer = new DataTransfer();
            const file = new File([new Uint8Array(100 * 1024 * 1024)], 'huge.txt');
            file.arrayBuffer = () => { window.harmed = 1; };
            dataTransfer.items.add(file);
            document.body.dispatchEvent(
                new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer }));";
        page.script(script, vec![]).await;
        wait_for_notice(page, "huge.txt has 100.0 MB; a program may have 1 MB.").await;
        assert_eq!(page.program().await, MINE);
        assert_harmless(page).await;
    });
}

#[test]
fn a_folder_is_told_to_be_unreadable() {
    on_page(async |page| {
        page.predict(MINE, 7.0, 7.0).await;
        // A folder is a file that can't be read, to a page.
        let script = "
            const dataTransfer = new DataTransfer();
            dataTransfer.items.add(new File([''], 'folder'));
            File.prototype.arrayBuffer = () => Promise.reject(new DOMException('no', 'NotFoundError'));
            document.body.dispatchEvent(
                new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer }));";
        page.script(script, vec![]).await;
        wait_for_notice(page, "folder could not be read. Your text is as it was.").await;
        assert_eq!(page.program().await, MINE);
    });
}

#[test]
fn a_file_with_a_byte_order_mark_is_the_text_behind_it() {
    on_page(async |page| {
        let mut file = Vec::new();
        file.write_all("\u{feff}A: io 2s\r\n".as_bytes())
            .expect("a vector");
        page.drop_file("from-windows.txt", &file).await;
        page.wait_for_figures(2.0, 2.0).await;
        assert_eq!(page.program().await, "A: io 2s\n");
    });
}

#[test]
fn names_from_anywhere_are_text_and_turn_nothing_around() {
    on_page(async |page| {
        page.predict(MINE, 7.0, 7.0).await;
        let names = [
            HTML,
            "a\u{202e}b",
            "\u{2066}never closed",
            "\u{2069}\u{202c}closed too often",
            "שלום",
            "&amp;&lt;",
            "__proto__",
        ];
        for name in names {
            page.save_as(name).await;
        }
        page.open_menu("Programs").await;
        let shown = page.saved_programs().await;
        assert_eq!(shown.len(), names.len(), "{shown:?}");
        let turning = |c: char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        assert!(!shown.concat().contains(turning), "{shown:?}");
        assert!(shown.contains(&HTML.to_owned()), "{shown:?}");
        assert!(shown.contains(&"a\\u{202e}b".to_owned()), "{shown:?}");
        page.screenshot("hostile-names").await;
        let script = "document.querySelectorAll('.program-name')[5].click()";
        page.script(script, vec![]).await;
        page.press(&[], fantoccini::key::Key::Escape).await;
        page.wait_for_program(MINE).await;
        assert_harmless(page).await;
    });
}

#[test]
fn tasks_of_scripts_from_right_to_left_leave_the_page_in_order() {
    on_page(async |page| {
        page.predict(
            "on failure continue\nשלום: io 2s\nعالم: io 1s after שלום\nx: io 1s fails\n",
            4.0,
            3.0,
        )
        .await;
        page.screenshot("right-to-left").await;
        let remark = page.texts_of(".remark").await.concat();
        assert!(remark.contains("x failed at"), "{remark}");
        page.type_program("שלום: io 1s after שלום\n").await;
        page.wait_until("the mistake", SOON, async || {
            let mistakes = page.mistakes().await.concat();
            mistakes.contains("\u{2068}") || mistakes.contains("שלום")
        })
        .await;
    });
}
