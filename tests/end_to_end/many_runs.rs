//! Many runs in a row: nothing grows.
//!
//! `INTERLEAVE_RUNS=1000` in the environment makes a thousand of them.

use std::time::Duration;

use serde_json::{Value, json};

use crate::harness::{Page, is_left_out, on_faulty_page_for};

/// So many runs there are where nobody asks for more.
const RUNS: u64 = 150;

/// What a run may take, in all.
const RUN: Duration = Duration::from_secs(1);

/// Every memory of WebAssembly that comes to be in this thread is kept at hand.
const KEEP_MEMORIES: &str = "
    self.memories = [];
    for (const name of ['instantiate', 'instantiateStreaming']) {
        const real = WebAssembly[name];
        WebAssembly[name] = async (...given) => {
            const made = await real.apply(WebAssembly, given);
            const { memory } = (made.instance ?? made).exports;
            if (memory) memories.push(memory);
            return made;
        };
    }
    self.memoryBytes = () => memories.reduce((sum, { buffer }) => sum + buffer.byteLength, 0);";

/// Runs the program and resets it, so many times.
const RUN_AND_RESET: &str = "
    const [times, done] = arguments;
    const named = (name) => [...document.querySelectorAll('button')]
        .find((button) => (button.ariaLabel ?? button.innerText).trim() === name && !button.disabled);
    const says = (word) => document.querySelector('.figures').innerText.toLowerCase().includes(word);
    const until = async (holds) => {
        while (!holds()) await new Promise((next) => setTimeout(next, 5));
    };
    (async () => {
        for (let run = 0; run < times; run++) {
            await until(() => named('Run'));
            named('Run').click();
            await until(() => says('measured') && named('Run') && named('Reset'));
            named('Reset').click();
            await until(() => says('predicted'));
        }
    })().then(done);";

/// What there is of the page: its memory once all garbage is gone, its nodes, its listeners, its
/// workers, and their memory.
#[derive(Clone, Copy, Debug)]
struct Holdings {
    heap: f64,
    nodes: f64,
    listeners: f64,
    page_bytes: f64,
    workers: f64,
    worker_bytes: f64,
}

async fn holdings(page: &Page) -> Holdings {
    page.collect_garbage().await;
    let metrics = page.metrics().await;
    let metric = |name: &str| {
        let all = metrics["metrics"].as_array().expect("metrics");
        let found = all.iter().find(|metric| metric["name"] == name);
        found
            .and_then(|metric| metric["value"].as_f64())
            .expect("a metric")
    };
    let script = "
        const done = arguments[0];
        const channel = new BroadcastChannel('memory');
        let workers = 0, bytes = 0;
        channel.onmessage = ({ data }) => { workers += 1; bytes += data; };
        channel.postMessage('how much?');
        setTimeout(() => {
            channel.close();
            done([memoryBytes(), workers, bytes]);
        }, 500);";
    let counted: Value = page.script_that_waits(script, vec![]).await;
    let counted = |place: usize| counted[place].as_f64().expect("a number");
    Holdings {
        heap: metric("JSHeapUsedSize"),
        nodes: metric("Nodes"),
        listeners: metric("JSEventListeners"),
        page_bytes: counted(0),
        workers: counted(1),
        worker_bytes: counted(2),
    }
}

#[test]
fn many_runs_in_a_row_leave_nothing_behind() {
    if is_left_out("only Chromium's DevTools run a script before all others") {
        return;
    }
    let runs = std::env::var("INTERLEAVE_RUNS").ok();
    let runs = runs.and_then(|runs| runs.parse().ok()).unwrap_or(RUNS);
    on_faulty_page_for(RUN * runs as u32 + Duration::from_secs(60), async |page| {
        page.script_at_first(KEEP_MEMORIES).await;
        page.before_loading_workers(&format!(
            "{KEEP_MEMORIES}
            const channel = new BroadcastChannel('memory');
            channel.onmessage = ({{ data }}) => {{
                // The other workers hear each other's answers too.
                if (data === 'how much?') channel.postMessage(memoryBytes());
            }};"
        ))
        .await;
        page.reload().await;
        let program = "pool db = 2\n\
            A[1..20]: io 10ms..30ms then cpu 1ms using db\n\
            B: block 5ms then thread 10ms after A\n\
            C: io 50ms timeout 20ms retry 2 backoff 5ms\n";
        page.type_program(program).await;
        page.set_speed("100×").await;
        let run = async |times: u64| {
            // In parts, as no script may wait for longer than half a minute.
            for begun in (0..times).step_by(10) {
                let times = json!(10.min(times - begun));
                page.script_that_waits(RUN_AND_RESET, vec![times]).await;
            }
        };
        let settled = runs / 5;
        run(settled).await;
        let before = holdings(page).await;
        run(runs - settled).await;
        let after = holdings(page).await;
        println!("after {settled} runs {before:#?}\nafter {runs} runs {after:#?}");
        assert_eq!(after.workers, before.workers);
        assert!(after.nodes <= before.nodes + 50.0, "nodes");
        assert!(after.listeners <= before.listeners + 10.0, "listeners");
        assert!(after.heap <= before.heap * 1.1 + 500_000.0, "the heap");
        // Memory comes in pages, of which a few may be due to where things fell.
        let some_pages = 8.0 * 65_536.0;
        assert!(
            after.page_bytes <= before.page_bytes + some_pages,
            "the page's memory"
        );
        assert!(
            after.worker_bytes <= before.worker_bytes + some_pages,
            "the workers' memory"
        );
    });
}
