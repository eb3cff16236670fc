//! The memory of the page with a large program.

use std::collections::HashMap;
use std::fs;
use std::time::Duration;

use super::harness::{Page, on_page, on_site};
use super::row;

/// The page with 100,000 tasks, and an empty one.
pub fn measure() {
    let mut sizes_mb = [None; 2];
    on_page(async |page| {
        page.leave().await;
        sizes_mb[0] = size_mb(page);
    });
    on_site("memory", async |page, _| {
        page.show_families(100_000).await;
        tokio::time::sleep(Duration::from_secs(3)).await;
        sizes_mb[1] = size_mb(page);
    });
    let figure = match sizes_mb {
        [Some(empty), Some(full)] => {
            format!("{full:.0} MB, of which an empty page's takes {empty:.0} MB")
        }
        _ => "no /proc here".to_owned(),
    };
    row("the process of the page, 100,000 tasks", figure);
}

/// What the process that shows the page has for itself, and its share of what several have, in
/// megabytes. The browser has others that stand by for pages to come, and are smaller.
fn size_mb(page: &Page) -> Option<f64> {
    let browser = page.process;
    let parents: HashMap<u64, u64> = processes()
        .filter_map(|process| Some((process, parent(process)?)))
        .collect();
    let is_below = |mut process: u64| {
        while let Some(&parent) = parents.get(&process) {
            if parent == browser {
                return true;
            }
            process = parent;
        }
        false
    };
    let shows_pages = |process: &u64| {
        let line = fs::read_to_string(format!("/proc/{process}/cmdline"));
        line.is_ok_and(|line| line.contains("--type=renderer"))
    };
    let sizes_kb = processes()
        .filter(|&process| is_below(process))
        .filter(shows_pages)
        .filter_map(proportional_kb);
    Some(sizes_kb.max_by(f64::total_cmp)? * 1_024.0 / 1e6)
}

fn processes() -> impl Iterator<Item = u64> {
    let entries = fs::read_dir("/proc").into_iter().flatten().flatten();
    entries.filter_map(|entry| entry.file_name().to_str()?.parse().ok())
}

fn parent(process: u64) -> Option<u64> {
    field(process, "status", "PPid:")?.parse().ok()
}

fn proportional_kb(process: u64) -> Option<f64> {
    field(process, "smaps_rollup", "Pss:")?.parse().ok()
}

fn field(process: u64, file: &str, name: &str) -> Option<String> {
    let text = fs::read_to_string(format!("/proc/{process}/{file}")).ok()?;
    let line = text.lines().find_map(|line| line.strip_prefix(name))?;
    line.split_whitespace().next().map(str::to_owned)
}
