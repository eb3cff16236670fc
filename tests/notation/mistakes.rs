//! What is said about a text's mistakes, by the full words and places.

use interleave::notation::{Positions, parse};

mod after;
mod attempts;
mod durations;
mod families;
mod korean;
mod lines;
mod settings;

/// All mistakes of a text, one a line, with the line and column of where each starts and ends.
/// Whatever is said here is said in Korean as well.
fn mistakes(source: &str) -> String {
    let mut positions = Positions::new(source);
    let found = parse(source).expect_err("the text has mistakes");
    let lines: Vec<String> = found
        .iter()
        .map(|mistake| {
            let start = positions.at(mistake.range.start);
            let end = positions.at(mistake.range.end);
            let (from, to) = (start.column, end.column);
            korean::says_the_same(mistake);
            format!("{}:{from}-{}:{to}: {mistake}\n", start.line, end.line)
        })
        .collect();
    lines.concat()
}

#[test]
fn an_unknown_task_gets_a_suggestion() {
    assert_eq!(
        mistakes(
            "\
posts: io 1s
b: io 1s after psots
"
        ),
        "\
2:16-2:21: unknown task 'psots'; did you mean 'posts'?
"
    );
}

#[test]
fn an_unknown_pool_gets_a_suggestion_or_a_way_to_declare_it() {
    assert_eq!(
        mistakes(
            "\
pool db = 1
b: io 1s using bd, api
"
        ),
        "\
2:16-2:18: unknown pool 'bd'; did you mean 'db'?
2:20-2:23: unknown pool 'api'; a pool is declared by 'pool api = 2'
"
    );
}

#[test]
fn a_pool_is_no_task_and_a_task_is_no_pool() {
    assert_eq!(
        mistakes(
            "\
pool db = 1
a: io 1s after db using a
"
        ),
        "\
2:16-2:18: 'db' is a pool, not a task; 'using db' takes a pool
2:25-2:26: 'a' is a task, not a pool; 'after a' waits for a task
"
    );
}

#[test]
fn a_cycle_is_spelled_out_in_the_order_of_running() {
    assert_eq!(
        mistakes(
            "\
a: io 1s after b
b: io 1s after c
c: io 1s after a
"
        ),
        "\
1:16-1:17: the task 'a' comes after itself: a → c → b → a
"
    );
}

#[test]
fn a_task_cannot_come_after_itself() {
    assert_eq!(
        mistakes(
            "\
a: io 1s after a
"
        ),
        "\
1:16-1:17: the task 'a' comes after itself: a → a
"
    );
}

#[test]
fn every_cycle_is_said_once() {
    assert_eq!(
        mistakes(
            "\
x: io 1s after y
y: io 1s after x, z
z: io 1s after w
w: io 1s after z
"
        ),
        "\
1:16-1:17: the task 'x' comes after itself: x → y → x
3:16-3:17: the task 'z' comes after itself: z → w → z
"
    );
}

#[test]
fn a_name_given_twice_is_said_with_the_line_of_the_first() {
    assert_eq!(
        mistakes(
            "\
a: io 1s
pool a = 2
a: cpu 1s
b: io 1s after a[3]
"
        ),
        "\
2:6-2:7: the name 'a' is given twice; the task on line 1 has it already
3:1-3:2: the name 'a' is given twice; the task on line 1 has it already
"
    );
}

#[test]
fn a_word_of_the_notation_is_no_name() {
    assert_eq!(
        mistakes(
            "\
after: io 1s
i: io 1s
cpu: io 1s
pool first = 2
b: io 1s after after, i, cpu using first
"
        ),
        "\
1:1-1:6: 'after' is a word of the notation and cannot be a name
2:1-2:2: 'i' is a word of the notation and cannot be a name
3:1-3:4: 'cpu' is a word of the notation and cannot be a name
4:6-4:11: 'first' is a word of the notation and cannot be a name
"
    );
}

#[test]
fn a_name_that_is_no_identifier_counts_as_declared() {
    assert_eq!(
        mistakes(
            "\
load-user: io 1s
2nd: io 1s
!: io 1s
b: io 1s after load-user, 2nd
"
        ),
        "\
1:1-1:10: 'load-user' is not a name: a name has letters, digits and '_' only, and no digit at its start; did you mean 'load_user'?
2:1-2:4: '2nd' is not a name: a name has letters, digits and '_' only, and no digit at its start
3:1-3:2: '!' is not a name: a name has letters, digits and '_' only, and no digit at its start
"
    );
}

#[test]
fn a_clause_or_a_pool_given_twice_is_a_mistake() {
    assert_eq!(
        mistakes(
            "\
a: io 1s after b after c
b: io 1s using p using p
c: io 1s using p, p
pool p = 1
"
        ),
        "\
1:18-1:23: 'after' is given twice; put all its names after one 'after', with commas
2:18-2:23: 'using' is given twice; put all its names after one 'using', with commas
2:24-2:25: the pool 'p' is named twice; a task takes it once
3:19-3:20: the pool 'p' is named twice; a task takes it once
"
    );
}

#[test]
fn a_pool_has_no_members() {
    assert_eq!(
        mistakes(
            "\
pool p = 1
a: io 1s using p[1]
"
        ),
        "\
2:17-2:20: the pool 'p' has no members; expected its name alone
"
    );
}

#[test]
fn letters_that_nobody_sees_are_no_part_of_a_name() {
    assert_eq!(
        mistakes("a\u{3164}: io 1s\nb\u{fe0f}[1..2]: io 1s\npool p\u{115f} = 1\n\u{e0100}: io 1s"),
        r"1:1-1:3: the name 'a\u{3164}' has a character that nobody sees, U+3164; delete it
2:1-2:3: the name 'b\u{fe0f}' has a character that nobody sees, U+FE0F; delete it
3:6-3:8: the name 'p\u{115f}' has a character that nobody sees, U+115F; delete it
4:1-4:3: the name '\u{e0100}' has a character that nobody sees, U+E0100; delete it
"
    );
}

#[test]
fn hidden_characters_and_long_names_are_safe_to_show() {
    assert_eq!(
        mistakes(
            "\
a\u{202e}b: io 1s after xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx, é\u{200b}
"
        ),
        r"1:1-1:4: the name 'a\u{202e}b' has a character that nobody sees, U+202E; delete it
1:18-1:73: unknown task 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…'
1:75-1:77: unknown task 'é\u{200b}'
"
    );
}
