//! What is said about lines, and about steps and clauses in them.

use super::mistakes;

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
8:4-8:8: unknown step 'wait'; did you mean 'io'?
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
e: io 400ms 1s after a
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
5:13-5:15: expected 'then', 'after', 'using', 'timeout', 'retry', 'fails', 'background' or the end of the line; found '1s'
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
fn a_task_has_a_colon_and_no_equals_sign() {
    assert_eq!(
        mistakes(
            "\
a = io 1s
b = 300ms after a
c = cpu after psots
d[1..2] = io 1s after a
e = fetch 1s
 f = io 2s
task g = io 1s
h: io 1s after a, b, c, d, e, f
cpu = io 1s
j = 2h
k = 1m 30s
l = io 1s..2s
"
        ),
        "\
1:3-1:4: a task is written with ':'; did you mean 'a: io 1s'?
2:3-2:4: a task is written with ':'; did you mean 'b: io 300ms'?
3:3-3:4: a task is written with ':'; did you mean 'c: cpu 300ms'?
3:5-3:8: the step 'cpu' has no duration; expected one, like 'cpu 300ms'
3:15-3:20: unknown task 'psots'
4:9-4:10: a task is written with ':'; did you mean 'd[1..2]: io 1s'?
5:3-5:4: a task is written with ':'; did you mean 'e: io 1s'?
6:2-6:3: this line starts with white space, so it would continue the line above; start a task or a setting in the first column
6:4-6:5: a task is written with ':'; did you mean 'f: io 2s'?
7:1-7:5: expected ':' after 'task': a task is written 'render: cpu 120ms'
9:1-9:4: 'cpu' is a word of the notation and cannot be a name
9:5-9:6: a task is written with ':'; did you mean 'cpu: io 1s'?
10:3-10:4: a task is written with ':'; did you mean 'j: io 2h'?
11:3-11:4: a task is written with ':'; did you mean 'k: io 1m 30s'?
12:3-12:4: a task is written with ':'; did you mean 'l: io 1s..2s'?
"
    );
}

#[test]
fn what_steps_are_called_elsewhere_gets_a_suggestion() {
    assert_eq!(
        mistakes(
            "\
a: sleep 300ms
b: wait 1s after a
c: fetch 1s
d: compute 1s then Sleep 2s
e: run 1s
f: time.sleep 1s
g: to_thread 1s
"
        ),
        "\
1:4-1:9: unknown step 'sleep'; did you mean 'io'?
2:4-2:8: unknown step 'wait'; did you mean 'io'?
3:4-3:9: unknown step 'fetch'; did you mean 'io'?
4:4-4:11: unknown step 'compute'; did you mean 'cpu'?
4:20-4:25: unknown step 'Sleep'; did you mean 'io'?
5:4-5:7: unknown step 'run'; did you mean 'cpu'?
6:4-6:14: unknown step 'time.sleep'; did you mean 'block'?
7:4-7:13: unknown step 'to_thread'; did you mean 'thread'?
"
    );
}

#[test]
fn only_then_stands_between_two_steps() {
    assert_eq!(
        mistakes(
            "\
a: io 1ms -> cpu 2ms
b: io 1ms + cpu 2ms after psots
c: io 1ms; cpu 2ms
d: io 1ms and cpu 2ms then io 3ms
e: io 1ms ; cpu 2ms & io 3ms
f: io 1ms..2ms; cpu 2ms
g: io 1ms and then cpu 2ms
h: io 1s timeout 2s -> cpu 2ms
j: io 1ms;
k: io 1; cpu 2ms
"
        ),
        "\
1:11-1:13: expected 'then' between two steps
2:11-2:12: expected 'then' between two steps
2:27-2:32: unknown task 'psots'
3:10-3:11: expected 'then' between two steps
4:11-4:14: expected 'then' between two steps
5:11-5:12: expected 'then' between two steps
5:21-5:22: expected 'then' between two steps
6:15-6:16: expected 'then' between two steps
7:11-7:14: unknown word 'and'; expected 'then', 'after', 'using', 'timeout', 'retry', 'fails' or 'background'
8:21-8:23: expected a further clause or the end of the line after '2s'; found '->'
9:7-9:11: '1ms;' is not a duration; expected a number with a unit, like '300ms' or '1.5s'
10:7-10:8: the duration '1' has no unit; expected 'us', 'ms', 's' or 'm', like '1ms'
10:8-10:9: expected 'then' between two steps
"
    );
}

#[test]
fn what_after_is_called_elsewhere_gets_a_suggestion() {
    assert_eq!(
        mistakes(
            "\
a: io 1s
b: io 1s befor a
c: io 1s afer a
d: io 1s aftr a
e: io 1s depends a
f: io 1s needs a, psots
g: io 1s depends on a
h: io 1s waits for a
j: io 1s depends_on: a
k: io 1s timeout 5s needs a
l: io 1s after a nodes
m: io 1s before n
n: io 1s after m
"
        ),
        "\
2:10-2:15: unknown word 'befor'; did you mean 'after'?
3:10-3:14: unknown word 'afer'; did you mean 'after'?
4:10-4:14: unknown word 'aftr'; did you mean 'after'?
5:10-5:17: unknown word 'depends'; did you mean 'after'?
6:10-6:15: unknown word 'needs'; did you mean 'after'?
6:19-6:24: unknown task 'psots'
7:10-7:17: unknown word 'depends'; did you mean 'after'?
8:10-8:15: unknown word 'waits'; did you mean 'after'?
9:10-9:20: unknown word 'depends_on'; did you mean 'after'?
10:21-10:26: unknown word 'needs'; did you mean 'after'?
11:18-11:23: expected ',' or a clause before 'nodes'
12:10-12:16: unknown word 'before'; did you mean 'after'?
"
    );
}

#[test]
fn names_stand_without_brackets() {
    assert_eq!(
        mistakes(
            "\
pool db = 1
a: io 1s
b[1..2]: io 1s after (a)
c: io 1s after [a] timeout 5s
d: io 1s after (a, b) using [db]
e: io 1s after [a, b[1]], psots
f: io 1s after ( a, b[2] ) timeout 5s
g: io 1s after any (a, b)
h: io 1s after (a
j: io 1s after []
k: io 1s after ()
l: io 1s after [a b] fails
m: io 1s after (a) b
"
        ),
        "\
3:22-3:25: no brackets are needed around names; leave them out
4:16-4:19: no brackets are needed around names; leave them out
5:16-5:22: no brackets are needed around names; leave them out
5:29-5:33: no brackets are needed around names; leave them out
6:16-6:25: no brackets are needed around names; leave them out
6:27-6:32: unknown task 'psots'
7:16-7:27: no brackets are needed around names; leave them out
8:20-8:26: no brackets are needed around names; leave them out
9:16-9:18: no brackets are needed around names; leave them out
10:16-10:17: expected the name of a task after '['
11:16-11:18: expected the name of a task after '()'
12:16-12:21: no brackets are needed around names; leave them out
12:19-12:20: expected ',' or a clause before 'b'
13:16-13:19: no brackets are needed around names; leave them out
13:20-13:21: expected ',' or a clause before 'b'
"
    );
}

#[test]
fn a_name_has_no_quotes() {
    assert_eq!(
        mistakes(
            "\
\"a\": io 1s
b: io 1s after \"a\", 'a'
c: io 1s after a using `db`
pool 'db' = 1
\"io\": io 1s
it's: io 1s
"
        ),
        "\
1:1-1:4: '\"a\"' is not a name: a name has letters, digits and '_' only, and no digit at its start; did you mean 'a'?
2:16-2:19: '\"a\"' is not a name: a name has letters, digits and '_' only, and no digit at its start; did you mean 'a'?
2:21-2:24: ''a'' is not a name: a name has letters, digits and '_' only, and no digit at its start; did you mean 'a'?
3:24-3:28: '`db`' is not a name: a name has letters, digits and '_' only, and no digit at its start; did you mean 'db'?
4:6-4:10: ''db'' is not a name: a name has letters, digits and '_' only, and no digit at its start; did you mean 'db'?
5:1-5:5: '\"io\"' is not a name: a name has letters, digits and '_' only, and no digit at its start
6:1-6:5: 'it's' is not a name: a name has letters, digits and '_' only, and no digit at its start; did you mean 'its'?
"
    );
}
