use std::sync::LazyLock;

use super::Example;
use crate::export::WrittenAs;
use crate::words::{Language, gallery as words};

/// Examples on one theme, in the order in which they teach.
#[derive(Clone, Debug)]
pub struct Group {
    /// What they are about.
    pub title: fn(Language) -> &'static str,
    /// The examples.
    pub examples: Vec<Example>,
}

/// All task graphs by theme, in the order in which they teach. Their files are read at the first call.
pub fn groups() -> &'static [Group] {
    &GROUPS
}

/// All task graphs, in the order in which they teach.
pub fn examples() -> impl Iterator<Item = &'static Example> {
    groups().iter().flat_map(|group| &group.examples)
}

/// A group of the examples in these files.
macro_rules! group {
    ($title:path, $($name:literal),+ $(,)?) => {
        Group {
            title: $title,
            examples: vec![
                $(Example::read(
                    $name,
                    WrittenAs::TaskGraph,
                    include_str!(concat!("../../static/examples/", $name, ".txt")),
                )),+
            ],
        }
    };
}

static GROUPS: LazyLock<Vec<Group>> = LazyLock::new(|| {
    vec![
        group!(
            words::first_steps,
            "three_tasks",
            "three_tasks_blocking",
            "who_answers_first",
            "set_menu",
            "one_cook",
            "main_ends_first",
        ),
        group!(
            words::many_at_once,
            "fifty_requests",
            "ten_calls",
            "ten_thousand_at_once",
            "ten_thousand_limited",
        ),
        group!(
            words::as_they_come,
            "three_search_engines",
            "fastest_mirror",
        ),
        group!(
            words::when_things_go_wrong,
            "slow_service",
            "one_fails_all_stop",
            "one_fails_others_go_on",
        ),
        group!(
            words::keep_the_loop_free,
            "heavy_on_the_loop",
            "heavy_in_threads",
            "scraper",
        ),
        group!(
            words::engineering,
            "users_posts_report",
            "image_pipeline",
            "ci_build",
            "page_load",
        ),
    ]
});
