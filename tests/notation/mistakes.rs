//! What is said about a text's mistakes, by the full words and places.

use interleave::notation::{Positions, parse};

mod after;
mod attempts;
mod durations;
mod settings;

/// All mistakes of a text, one a line, with the line and column of where each starts and ends.
fn mistakes(source: &str) -> String {
    let mut positions = Positions::new(source);
    let found = parse(source).expect_err("the text has mistakes");
    let lines: Vec<String> = found
        .iter()
        .map(|mistake| {
            let start = positions.at(mistake.range.start);
            let end = positions.at(mistake.range.end);
            let (from, to) = (start.column, end.column);
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
fn a_family_cannot_come_after_its_own_member() {
    assert_eq!(
        mistakes(
            "\
a[1..3]: io 1s after a[1]
"
        ),
        "\
1:22-1:26: the task 'a' comes after itself: a → a
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
fn every_mistake_in_a_pool_is_one_mistake() {
    assert_eq!(
        mistakes(
            "\
pool a = 0
pool b = -1
pool c = 1.5
pool d = 4294967296
pool e = two
pool f = 2ms
pool g =
pool h
pool i2 2
pool j: 2
pool
pool k = 1, l = 2
pool = 3
db = 2
pol api = 2
t: io 1s using a, b, c, d, e, f, g, h, i2, j, k, db, api
"
        ),
        "\
1:10-1:11: '0' cannot be a pool's size; expected a whole number from 1 to 4294967295
2:10-2:12: '-1' cannot be a pool's size; expected a whole number from 1 to 4294967295
3:10-3:13: '1.5' cannot be a pool's size; expected a whole number from 1 to 4294967295
4:10-4:20: '4294967296' cannot be a pool's size; expected a whole number from 1 to 4294967295
5:10-5:13: 'two' cannot be a pool's size; expected a whole number from 1 to 4294967295
6:10-6:13: '2ms' cannot be a pool's size; expected a whole number from 1 to 4294967295
7:8-7:9: the pool 'g' has no size; expected a whole number, like 'pool db = 2'
8:6-8:7: the pool 'h' has no size; expected a whole number, like 'pool db = 2'
9:6-9:8: expected '=' after 'i2': a pool is written 'pool db = 2'
10:6-10:7: expected '=' after 'j': a pool is written 'pool db = 2'
11:1-11:5: expected a name after 'pool': a pool is written 'pool db = 2'
12:11-12:12: expected nothing more after '1'; found ','
13:1-13:5: expected a name after 'pool': a pool is written 'pool db = 2'
14:1-14:3: expected 'pool' before 'db': a pool is written 'pool db = 2'
15:1-15:4: unknown setting 'pol'; did you mean 'pool'?
"
    );
}

#[test]
fn every_mistake_in_a_familys_indices_is_one_mistake() {
    assert_eq!(
        mistakes(
            "\
a[]: io 1s
b[5..1]: io 1s
c[3]: io 1s
d[1..]: io 1s
e[..5]: io 1s
f[x..3]: io 1s
g[-1..3]: io 1s
h[0..4294967296]: io 1s
j[1..3: io 1s
k[1.5..3]: io 1s
l[1,6]: io 1s
z: io 1s after a[1], b[2], c[3], d[9], e, f[1], j[2]
"
        ),
        "\
1:2-1:4: the family 'a' is empty; expected its first and last index, like '[1..6]'
2:3-2:7: the indices 5..1 run backwards; did you mean '1..5'?
3:2-3:4: expected '..' and a last index: the family 'c' has a first and a last index, like '[1..6]'
4:4-4:6: expected an index next, like '3'
5:2-5:3: expected an index next, like '3'
6:3-6:4: 'x' is not an index; expected a whole number from 0 to 4294967295
7:3-7:5: '-1' is not an index; expected a whole number from 0 to 4294967295
8:6-8:16: the index '4294967296' is too large; expected at most 4294967295
9:2-9:3: this '[' is not closed; expected ']'
10:3-10:6: '1.5' is not an index; expected a whole number from 0 to 4294967295
11:2-11:4: expected '..' and a last index: the family 'l' has a first and a last index, like '[1..6]'
"
    );
}

#[test]
fn a_program_over_100_000_tasks_is_said_once_and_at_families_that_are_over_it_alone() {
    assert_eq!(
        mistakes(
            "\
a[1..60000]: io 1s
b[1..60000]: io 1s
c[1..60000]: io 1s
d[0..4294967295]: io 1s
e[0..4294967295]: io 1s
"
        ),
        "\
2:1-2:12: too many tasks: with this the program has 120000; expected at most 100000
4:1-4:17: too many tasks: with this the program has 4295147296; expected at most 100000
5:1-5:17: too many tasks: with this the program has 4295147296; expected at most 100000
"
    );
}

#[test]
fn every_mistake_in_a_member_is_one_mistake() {
    assert_eq!(
        mistakes(
            "\
a[1..6]: io 1s
b[1..8]: io 1s after a[i]
c[0..3]: io 1s after a[i]
d: io 1s after a[i], a[7], b[9]
e: io 1s after d[1]
f[1..2]: io 1s after d[i]
g: io 1s after a[1..3]
h: io 1s after a[], a[x], a[1, b
k: io 1s after a[99999999999]
"
        ),
        "\
2:22-2:26: this family has a member 7, but 'a' has none; the indices of 'a' are 1..6
3:22-3:26: this family has a member 0, but 'a' has none; the indices of 'a' are 1..6
4:16-4:20: 'a[i]' can only stand in a family; expected 'a' or one member, like 'a[3]'
4:22-4:26: 'a' has no member 7; its indices are 1..6
4:28-4:32: 'b' has no member 9; its indices are 1..8
5:16-5:20: 'd' is a single task and has no members; expected 'd' alone
6:22-6:26: 'd' is a single task and has no members; expected 'd' alone
7:17-7:23: only one member can stand here, like 'a[3]'; 'a' alone is all of them
8:17-8:18: expected an index next, like '3'
8:23-8:24: 'x' is not an index; expected a whole number from 0 to 4294967295
8:28-8:29: this '[' is not closed; expected ']'
9:18-9:29: the index '99999999999' is too large; expected at most 4294967295
"
    );
}

#[test]
fn every_mistake_in_a_duration_is_one_mistake() {
    assert_eq!(
        mistakes(
            "\
a: io 300
b: io 300 ms
c: io 300 sec
d: io 300sec
e: io 5h
f: io -5ms
g: io 25000m
h: io 1.5.2s
j: io fast
k: io
l: io after a
m: io 1_000ms
n: io: 300ms
o: io 300MS
p: io +5ms
q: io .5s
r: io 86400.000001s
"
        ),
        "\
1:7-1:10: the duration '300' has no unit; expected 'us', 'ms', 's' or 'm', like '300ms'
2:7-2:13: no white space can stand between a number and its unit; did you mean '300ms'?
3:7-3:14: no white space can stand between a number and its unit; did you mean '300s'?
4:7-4:13: unknown unit 'sec'; did you mean 's'?
5:7-5:9: unknown unit 'h'; expected 'us', 'ms', 's' or 'm'
6:7-6:11: the duration '-5ms' is negative; expected 0 or more
7:7-7:13: the duration '25000m' is too long; expected at most 24 hours, '1440m'
8:7-8:13: '1.5.2s' is not a duration; expected a number with a unit, like '300ms' or '1.5s'
9:7-9:11: 'fast' is not a duration; expected a number with a unit, like '300ms' or '1.5s'
10:4-10:6: the step 'io' has no duration; expected one, like 'io 300ms'
11:4-11:6: the step 'io' has no duration; expected one, like 'io 300ms'
12:7-12:14: '1_000ms' is not a duration; expected a number with a unit, like '300ms' or '1.5s'
13:6-13:7: ':' is not a duration; expected a number with a unit, like '300ms' or '1.5s'
14:7-14:12: unknown unit 'MS'; did you mean 'ms'?
15:7-15:11: '+5ms' is not a duration; expected a number with a unit, like '300ms' or '1.5s'
16:7-16:10: '.5s' is not a duration; expected a number with a unit, like '300ms' or '1.5s'
17:7-17:20: the duration '86400.000001s' is too long; expected at most 24 hours, '1440m'
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
fn every_mistake_in_steps_is_one_mistake() {
    assert_eq!(
        mistakes(
            "\
a:
b: after a
c: then io 1s
d: io 1s then
e: io 1s then then cpu 1s
f: io 1s then after a
g: 300ms
h: wait 3s
j: oi 3s
k: io 1s cpu 2s
l: io 1s, cpu 2s
m: io 1s after a then cpu 2s then cpu 3s
n: : io 1s
o: io 1s than cpu 1s
p: fetch io 1s
q: io 1s after a then
"
        ),
        "\
1:1-1:2: the task 'a' has no steps; expected at least one, like 'io 300ms'
2:1-2:2: the task 'b' has no steps; expected at least one, like 'io 300ms'
3:4-3:8: expected a step on both sides of 'then', like 'io 300ms'
4:10-4:14: expected a step on both sides of 'then', like 'io 300ms'
5:10-5:14: expected a step on both sides of 'then', like 'io 300ms'
6:10-6:14: expected a step on both sides of 'then', like 'io 300ms'
7:4-7:9: expected 'io', 'cpu', 'block' or 'thread' before '300ms'
8:4-8:8: unknown step 'wait'; expected 'io', 'cpu', 'block' or 'thread'
9:4-9:6: unknown step 'oi'; did you mean 'io'?
10:10-10:13: expected 'then' between two steps
11:9-11:10: expected 'then' between two steps
12:18-12:22: all steps of a task stand before its clauses; move this before the first clause
13:4-13:5: unknown step ':'; expected 'io', 'cpu', 'block' or 'thread'
14:10-14:14: unknown word 'than'; did you mean 'then'?
15:4-15:9: unknown step 'fetch'; expected 'io', 'cpu', 'block' or 'thread'
16:18-16:22: expected a step on both sides of 'then', like 'io 300ms'
"
    );
}

#[test]
fn a_line_that_is_neither_task_nor_setting_is_a_mistake() {
    assert_eq!(
        mistakes(
            "\
a cpu 120ms
b
load user: io 1s
hello world
c: io 1s after a, b
io 300ms
after a
then io 1s
300ms
- x
[1]
"
        ),
        "\
1:1-1:2: expected ':' after 'a': a task is written 'render: cpu 120ms'
2:1-2:2: expected ':' after 'b': a task is written 'render: cpu 120ms'
3:1-3:5: expected ':' after 'load': a task is written 'render: cpu 120ms'
4:1-4:6: expected ':' after 'hello': a task is written 'render: cpu 120ms'
6:1-6:3: expected a task, like 'render: cpu 120ms', or a setting, like 'pool db = 2'; found 'io'
7:1-7:6: a line cannot begin with 'after'; put white space before it if it goes on with the line above
8:1-8:5: a line cannot begin with 'then'; put white space before it if it goes on with the line above
9:1-9:6: expected a task, like 'render: cpu 120ms', or a setting, like 'pool db = 2'; found '300ms'
10:1-10:2: expected a task, like 'render: cpu 120ms', or a setting, like 'pool db = 2'; found '-'
11:1-11:2: expected a task, like 'render: cpu 120ms', or a setting, like 'pool db = 2'; found '['
"
    );
}

#[test]
fn a_line_with_nothing_to_continue_is_a_mistake() {
    assert_eq!(
        mistakes(
            r"  after x
   io 3s
a: io 1s
"
        ),
        "\
1:3-1:8: this line starts with white space, so it continues the line above, but there is none; start it in the first column
"
    );
}

#[test]
fn an_indented_program_is_a_mistake_a_line() {
    assert_eq!(
        mistakes(
            r"  a: io 1s
  b: io 1s after a
"
        ),
        "\
1:3-1:4: this line starts with white space, so it continues the line above, but there is none; start it in the first column
2:3-2:4: this line starts with white space, so it would continue the line above; start a task or a setting in the first column
"
    );
}

#[test]
fn an_indented_task_counts_as_declared() {
    assert_eq!(
        mistakes(
            "\
a: io 1s
 b: io 2s after a
 pool p = 2
c: io 1s after b using p
"
        ),
        "\
2:2-2:3: this line starts with white space, so it would continue the line above; start a task or a setting in the first column
3:2-3:6: this line starts with white space, so it would continue the line above; start a task or a setting in the first column
"
    );
}

#[test]
fn every_mistake_in_clauses_is_said_and_reading_goes_on() {
    assert_eq!(
        mistakes(
            "\
a: io 1s
b: io 1s afer a
c: io 1s aftr psots usng q
d: io 1s foo bar baz
e: io 1s 400ms after a
f: io 1s after a b
g: io 1s after a, , c
h: io 1s after a,
j: io 1s after
k: io 1s after , a
l: io 1s after: a
m: io 1s after a; b
n: io 1s after a : b, psots
o: io 1s after a timeot 500ms
p: io 1s using after a
q: io 1s after a, using
r: io 1s foo after xyzzy
s: io 1s after io 3s
"
        ),
        "\
2:10-2:14: unknown word 'afer'; did you mean 'after'?
3:10-3:14: unknown word 'aftr'; did you mean 'after'?
3:15-3:20: unknown task 'psots'
3:21-3:25: unknown word 'usng'; did you mean 'using'?
3:26-3:27: 'q' is a task, not a pool; 'after q' waits for a task
4:10-4:13: unknown word 'foo'; expected 'then', 'after', 'using', 'timeout', 'retry', 'fails' or 'background'
5:10-5:15: expected 'then', 'after', 'using', 'timeout', 'retry', 'fails', 'background' or the end of the line; found '400ms'
6:18-6:19: expected ',' or a clause before 'b'
7:17-7:18: expected the name of a task after ','
8:17-8:18: expected the name of a task after ','
9:10-9:15: expected the name of a task after 'after'
10:10-10:15: expected the name of a task after 'after'
11:15-11:16: expected names with ',' between them; found ':'
12:16-12:18: unknown task 'a;'; did you mean 'a'?
12:19-12:20: expected ',' or a clause before 'b'
13:18-13:19: expected names with ',' between them; found ':'
13:23-13:28: unknown task 'psots'
14:18-14:24: unknown word 'timeot'; did you mean 'timeout'?
15:10-15:15: expected the name of a pool after 'using'
16:19-16:24: 'using' is a word of the notation and cannot be a name
17:10-17:13: unknown word 'foo'; expected 'then', 'after', 'using', 'timeout', 'retry', 'fails' or 'background'
17:20-17:25: unknown task 'xyzzy'
18:10-18:15: expected the name of a task after 'after'
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
fn hidden_characters_and_long_names_are_safe_to_show() {
    assert_eq!(
        mistakes(
            "\
a\u{202e}b: io 1s after xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx, é\u{200b}
"
        ),
        r"1:1-1:4: 'a\u{202e}b' is not a name: a name has letters, digits and '_' only, and no digit at its start; did you mean 'a_b'?
1:18-1:73: unknown task 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…'
1:75-1:77: unknown task 'é\u{200b}'
"
    );
}
