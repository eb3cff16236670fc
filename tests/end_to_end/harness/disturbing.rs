//! What gets in the way of a live run, really done to the browser.

use std::process::Command;
use std::time::Duration;

use serde_json::json;

use super::Page;

/// Has the page start other workers from now on: their computer's clock jumps an hour ahead half a
/// second after they have first looked at it.
const CLOCK_JUMPS: &str = "
    const Real = Worker;
    window.Worker = class extends Real {
        constructor(script) {
            super('clock_jumps.js?' + new URLSearchParams({ script }));
        }
    };";

impl Page {
    /// Lets the browser's processes stand still, as on a computer that is asleep.
    pub async fn put_to_sleep(&self, time: Duration) {
        let processes = descendants(self.process);
        signal("-STOP", &processes);
        tokio::time::sleep(time).await;
        signal("-CONT", &processes);
    }

    /// Has Chromium freeze the tab, as it does with those that were long in the background, and
    /// let it go on.
    pub async fn freeze_tab(&self, time: Duration) {
        for state in ["frozen", "active"] {
            let params = json!({ "state": state });
            self.devtools("Page.setWebLifecycleState", params).await;
            if state == "frozen" {
                tokio::time::sleep(time).await;
            }
        }
    }

    /// Goes to a new tab, stays there for a while, closes it, and comes back.
    pub async fn look_away(&self, time: Duration) {
        let here = self.client.window().await.expect("a window");
        let other = self.client.new_window(true).await.expect("another tab");
        let switched = self.client.switch_to_window(other.handle).await;
        switched.expect("the other tab");
        tokio::time::sleep(time).await;
        self.client.close_window().await.expect("a tab that closes");
        let back = self.client.switch_to_window(here).await;
        back.expect("the page's own tab");
    }

    /// Has the clock of the computer jump an hour ahead soon after the next run has begun.
    pub async fn let_the_clock_jump(&self) {
        self.script(CLOCK_JUMPS, vec![]).await;
        // Workers that stand by are none of the new ones: a run that is reset takes them with it.
        self.predict("long: io 90s\n", 90.0, 90.0).await;
        self.run().await;
        self.click("Reset").await;
    }
}

/// A process and all that it has started.
fn descendants(process: u64) -> Vec<u64> {
    let listed = Command::new("ps").args(["-A", "-o", "pid=,ppid="]).output();
    let listed = String::from_utf8(listed.expect("ps").stdout).expect("numbers");
    let mut found = vec![process];
    let pairs = listed.lines().filter_map(|line| {
        let (process, parent) = line.trim().split_once(char::is_whitespace)?;
        Some((process.parse().ok()?, parent.trim().parse().ok()?))
    });
    let pairs: Vec<(u64, u64)> = pairs.collect();
    let mut place = 0;
    while let Some(&parent) = found.get(place) {
        let children = pairs.iter().filter(|(_, of)| *of == parent);
        found.extend(children.map(|(process, _)| process));
        place += 1;
    }
    found
}

fn signal(signal: &str, processes: &[u64]) {
    // Fails only for a process that has ended meanwhile.
    Command::new("kill")
        .arg(signal)
        .args(processes.iter().map(u64::to_string))
        .status()
        .ok();
}
