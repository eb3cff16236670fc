//! What the page may load and run: its own files, and nothing else.

use std::fs;
use std::time::Duration;

use serde_json::{Value, json};

use crate::harness::{Foreign, Page, by_browser, on_page, on_page_behind, on_site};

const SOON: Duration = Duration::from_secs(40);

/// Tries to do what the page's policy forbids, and calls back with what the browser said of it. What a
/// driver runs may use `eval`: the attempt is made later. In Firefox it has an `eval` of its own, beside
/// the page's.
async fn forbidden(page: &Page, attempt: &str, foreign: &str) -> Value {
    let script = format!(
        "const [foreign, done] = arguments;
        window.hasRun = false;
        const forbidden = ({{ effectiveDirective }}) =>
            setTimeout(() => done(window.hasRun ? 'it ran' : effectiveDirective), 50);
        addEventListener('securitypolicyviolation', forbidden, {{ once: true }});
        setTimeout(done, 5000, 'nothing was forbidden');
        setTimeout(async () => {{ {attempt} }});"
    );
    let found = page.script_that_waits(&script, vec![json!(foreign)]).await;
    // What was tried is told there too.
    page.console_errors().await;
    found
}

#[test]
fn nothing_that_is_written_into_the_page_runs() {
    on_page(async |page| {
        for (attempt, directive) in [
            (
                "const script = document.createElement('script');
                script.textContent = 'window.hasRun = true';
                document.body.append(script);",
                "require-trusted-types-for",
            ),
            (
                "const image = new Image();
                image.setAttribute('onerror', 'window.hasRun = true');
                image.dispatchEvent(new Event('error'));",
                "require-trusted-types-for",
            ),
            (
                "document.body.innerHTML += '<b>written</b>'; window.hasRun = true;",
                "require-trusted-types-for",
            ),
            (
                "window.eval('window.hasRun = true')",
                "require-trusted-types-for",
            ),
            (
                "trustedTypes.createPolicy('other', {}); window.hasRun = true;",
                "trusted-types",
            ),
            (
                "const link = document.createElement('a');
                link.href = 'javascript:window.hasRun = true';
                link.click();",
                // Firefox asks the default policy for what is to be run first.
                by_browser("script-src-elem", "require-trusted-types-for"),
            ),
            (
                "const style = document.createElement('style');
                style.append('body { display: none }');
                document.head.append(style);",
                "style-src-elem",
            ),
        ] {
            assert_eq!(forbidden(page, attempt, "").await, directive, "{attempt}");
        }
    });
}

#[test]
fn nothing_is_loaded_from_another_origin() {
    on_page(async |page| {
        let foreign = Foreign::listen();
        for (attempt, directive) in [
            (
                "await fetch(foreign, { mode: 'no-cors' }); window.hasRun = true;",
                "connect-src",
            ),
            (
                "new WebSocket(foreign.replace('http', 'ws'))",
                "connect-src",
            ),
            ("navigator.sendBeacon(foreign, 'text')", "connect-src"),
            (
                "document.body.append(Object.assign(new Image(), { src: foreign }))",
                "img-src",
            ),
            (
                "const frame = document.createElement('iframe');
                frame.src = foreign;
                document.body.append(frame);",
                "frame-src",
            ),
            (
                "const sheet = document.createElement('link');
                Object.assign(sheet, { rel: 'stylesheet', href: foreign });
                document.head.append(sheet);",
                "style-src-elem",
            ),
            (
                "document.fonts.add(await new FontFace('Foreign', `url(${foreign})`).load())",
                "font-src",
            ),
            (
                "await import(foreign); window.hasRun = true;",
                "script-src-elem",
            ),
            ("new Worker(foreign)", "require-trusted-types-for"),
            (
                "const script = document.createElement('script');
                script.src = foreign;",
                "require-trusted-types-for",
            ),
            (
                "const form = document.createElement('form');
                form.action = foreign;
                document.body.append(form);
                form.submit();",
                "form-action",
            ),
        ] {
            let found = forbidden(page, attempt, &foreign.address()).await;
            assert_eq!(found, directive, "{attempt}");
        }
        assert_eq!(foreign.asked(), [""; 0]);
    });
}

#[test]
fn a_worker_is_held_to_the_policy_that_it_is_served_with() {
    on_site("workers", async |page, site| {
        let foreign = Foreign::listen();
        let probe = "addEventListener('securitypolicyviolation',
                ({ effectiveDirective }) => postMessage(effectiveDirective));
            onmessage = ({ data }) => fetch(data, { mode: 'no-cors' }).then(() => postMessage('ran'), () => {});";
        fs::write(site.folder().join("probe.js"), probe).expect("a worker");
        let script = "const [foreign, done] = arguments;
            const worker = new Worker('./probe.js');
            worker.onmessage = ({ data }) => done(data);
            worker.postMessage(foreign);";
        let arguments = vec![json!(foreign.address())];
        let found = page.script_that_waits(script, arguments).await;
        assert_eq!(found, "connect-src");
        assert_eq!(foreign.asked(), [""; 0]);
        page.predict("A: io 2s\n", 2.0, 2.0).await;
        page.console_errors().await;
    });
}

/// Goes where the page loads or makes something.
async fn tour(page: &Page) {
    page.predict("A: io 300ms\nB: io 200ms after A\n", 0.5, 0.5)
        .await;
    page.type_on("C: i").await;
    page.wait_for_offers(&["io"]).await;
    page.wait_until("a mistake", SOON, async || {
        !page.mistakes().await.is_empty()
    })
    .await;
    page.predict("A: io 300ms\nB[1..3]: io 200ms\n", 0.9, 0.3)
        .await;
    page.run().await;
    page.wait_until_measured(SOON).await;
    for tab in ["As Python", "What helps", "Sweep", "Graph"] {
        page.open_tab(tab).await;
    }
    let folder = page.downloads("tour").await;
    for (command, file) in [("Picture (PNG)", "png"), ("Picture (SVG)", "svg")] {
        page.choose("Export", command).await;
        let file = folder.join(format!("interleave-measured.{file}"));
        page.downloaded(&file).await;
    }
    page.open_gallery("Examples").await;
    page.click("Python").await;
    page.choose_example("A crawler that finds its way").await;
    page.wait_until("the program's output", SOON, async || {
        !page.texts_of("[role=log] .output-text").await.is_empty()
    })
    .await;
    page.run().await;
    page.wait_until_measured(SOON).await;
    page.choose("Theme", "Dark").await;
    page.click("한국어").await;
    page.open_tab("태스크 그래프").await;
    page.textbox("태스크 그래프").await;
}

#[test]
fn the_whole_page_keeps_to_its_policy_and_asks_no_other_host() {
    let foreign = Foreign::listen();
    on_page_behind(&foreign, async |page| {
        tour(page).await;
        assert_eq!(page.console_errors().await, [""; 0]);
    });
    assert_eq!(foreign.asked(), [""; 0]);
}
