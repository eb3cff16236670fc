//! Names of the notation that mean something else to Python, or to the script.

use super::python;

/// The functions and semaphores of a program's script that aren't helpers, in order.
fn names(source: &str) -> Vec<String> {
    let helpers = python("");
    let script = python(source);
    let own = script.lines().filter(|line| !helpers.contains(*line));
    own.filter_map(|line| {
        let function = line.strip_prefix("async def ");
        let function = function.and_then(|rest| rest.split('(').next());
        let semaphore = line.split_once(" = asyncio.Semaphore");
        function.or(semaphore.map(|(name, _)| name))
    })
    .map(str::to_owned)
    .collect()
}

#[test]
fn a_name_stays_what_it_is_where_python_takes_it() {
    let source =
        "pool db = 1\nA: io 1s using db\nload_2: io 1s\n사용자: io 1s\nÜber: io 1s\nλ: io 1s";
    assert_eq!(names(source), ["db", "A", "load_2", "사용자", "Über", "λ"]);
}

#[test]
fn keywords_builtins_modules_and_helpers_keep_their_names() {
    let source = "class: io 1s\nprint: io 1s\nasyncio: io 1s\nmain: io 1s\nreport: io 1s\n\
         attempt: io 1s\nloop: io 1s\nOSError: io 1s";
    assert_eq!(
        names(source),
        [
            "class_", "print_", "asyncio_", "main_", "report_", "attempt_", "loop_", "OSError_"
        ]
    );
}

#[test]
fn a_name_that_gives_way_takes_nobody_elses() {
    let source = "pool print__ = 1\nprint: io 1s\nprint_: io 1s\nmatch: io 1s\n_: io 1s";
    assert_eq!(
        names(source),
        ["print__", "print___", "print_", "match", "_"]
    );
}

#[test]
fn names_that_python_would_take_for_one_are_kept_apart() {
    let source = "fi: io 1s\nﬁ: io 1s\nｆｉ: io 1s\nprint: io 1s\nｐｒｉｎｔ: io 1s\ntask_3: io 1s";
    assert_eq!(
        names(source),
        ["fi", "task_2", "task_3_", "print_", "task_5", "task_3"]
    );
}

#[test]
fn pythons_own_names_are_not_written_over() {
    let source = "__name__: io 1s\n__debug__: io 1s\n__x: io 1s";
    assert_eq!(names(source), ["task_1", "task_2", "__x"]);
}

#[test]
fn what_is_printed_is_the_name_of_the_notation() {
    let script = python("class: io 1s\nﬁ[1..2]: io 1s");
    assert!(script.contains("group.create_task(class_(), name=\"class\")"));
    assert!(script.contains("group.create_task(task_2(i), name=f\"ﬁ[{i}]\")"));
}
