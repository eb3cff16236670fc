//! What is said about durations, of steps and of clauses.

use super::mistakes;

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
5:7-5:9: unknown unit 'h'; did you mean '300m'?
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
fn a_draw_that_runs_backwards_gets_turned_around() {
    assert_eq!(
        mistakes(
            "\
a: io 300ms..100ms
"
        ),
        "\
1:7-1:19: the durations 300ms..100ms run backwards; did you mean '100ms..300ms'?
"
    );
}

#[test]
fn a_draw_needs_units_on_both_sides() {
    assert_eq!(
        mistakes(
            "\
a: io 100..300ms
b: io 1s..2
c: io 100..300 timeout 1s
d: io 5..3s
"
        ),
        "\
1:7-1:10: the duration '100' has no unit; expected 'us', 'ms', 's' or 'm', like '100ms'
2:11-2:12: the duration '2' has no unit; expected 'us', 'ms', 's' or 'm', like '2s'
3:7-3:15: the durations '100..300' have no unit; expected 'us', 'ms', 's' or 'm', like '100ms..300ms'
4:7-4:8: the duration '5' has no unit; expected 'us', 'ms', 's' or 'm', like '5s'
"
    );
}

#[test]
fn a_draw_is_written_with_two_dots() {
    assert_eq!(
        mistakes(
            "\
a: io 100ms-300ms
b: io 100-300ms
c: io 100ms - 300ms
d: io 100ms to 300ms
e: io 100ms–300ms
f: io 100ms...300ms
"
        ),
        "\
1:7-1:18: '..' stands between the shortest and the longest duration; did you mean '100ms..300ms'?
2:7-2:16: '..' stands between the shortest and the longest duration; did you mean '100ms..300ms'?
3:7-3:20: '..' stands between the shortest and the longest duration; did you mean '100ms..300ms'?
4:7-4:21: '..' stands between the shortest and the longest duration; did you mean '100ms..300ms'?
5:7-5:18: '..' stands between the shortest and the longest duration; did you mean '100ms..300ms'?
6:7-6:20: '..' stands between the shortest and the longest duration; did you mean '100ms..300ms'?
"
    );
}

#[test]
fn a_draw_needs_a_duration_on_both_sides() {
    assert_eq!(
        mistakes(
            "\
a: io ..300ms
b: io 100ms..
c: io 100ms.. then cpu 1s
"
        ),
        "\
1:7-1:9: expected a duration on both sides of '..', like '100ms..300ms'
2:12-2:14: expected a duration on both sides of '..', like '100ms..300ms'
3:12-3:14: expected a duration on both sides of '..', like '100ms..300ms'
"
    );
}

#[test]
fn each_duration_of_a_draw_has_its_own_mistakes() {
    assert_eq!(
        mistakes(
            "\
a: io 1ms..-2ms
b: io 1ms..25h
c: io 100 ms..300 ms
d: io fast..slow
e: io 1ms..2ms..3ms
f: io 1ms..1441m
"
        ),
        "\
1:12-1:16: the duration '-2ms' is negative; expected 0 or more
2:12-2:15: unknown unit 'h'; expected at most 24 hours, '1440m'
3:7-3:13: no white space can stand between a number and its unit; did you mean '100ms'?
3:15-3:21: no white space can stand between a number and its unit; did you mean '300ms'?
4:7-4:11: 'fast' is not a duration; expected a number with a unit, like '300ms' or '1.5s'
5:15-5:17: expected 'then', 'after', 'using', 'timeout', 'retry', 'fails', 'background' or the end of the line; found '..'
6:12-6:17: the duration '1441m' is too long; expected at most 24 hours, '1440m'
"
    );
}

#[test]
fn only_steps_draw() {
    assert_eq!(
        mistakes(
            "\
a: io 1s timeout 1s..2s
b: io 1s retry 2 backoff 1s..2s retry 3
c: io 1s timeout 1s-2s
d: io 1s timeout 1s to 2s after a
"
        ),
        "\
1:18-1:24: only a step's duration can be drawn; expected one duration, like 'timeout 300ms'
2:26-2:32: only a step's duration can be drawn; expected one duration, like 'backoff 300ms'
2:33-2:38: 'retry' is given twice; a task has it once
3:18-3:23: only a step's duration can be drawn; expected one duration, like 'timeout 300ms'
4:18-4:26: only a step's duration can be drawn; expected one duration, like 'timeout 300ms'
"
    );
}

#[test]
fn a_clause_without_its_duration_is_a_mistake() {
    assert_eq!(
        mistakes(
            "\
a: io 1s timeout
b: io 1s timeout after a
c: io 1s retry 2 backoff
d: io 1s retry 2 backoff timeout 1s
"
        ),
        "\
1:10-1:17: 'timeout' has no duration; expected one, like 'timeout 300ms'
2:10-2:17: 'timeout' has no duration; expected one, like 'timeout 300ms'
3:18-3:25: 'backoff' has no duration; expected one, like 'backoff 300ms'
4:18-4:25: 'backoff' has no duration; expected one, like 'backoff 300ms'
"
    );
}

#[test]
fn a_clauses_duration_is_a_number_with_a_unit() {
    assert_eq!(
        mistakes(
            "\
a: io 1s timeout 5
b: io 1s timeout 5 s
c: io 1s timeout -5s
d: io 1s timeout none
e: io 1s timeout 5min
f: io 1s timeout 25000m
g: io 1s retry 2 backoff 100
"
        ),
        "\
1:18-1:19: the duration '5' has no unit; expected 'us', 'ms', 's' or 'm', like '5ms'
2:18-2:21: no white space can stand between a number and its unit; did you mean '5s'?
3:18-3:21: the duration '-5s' is negative; expected 0 or more
4:18-4:22: 'none' is not a duration; expected a number with a unit, like '300ms' or '1.5s'
5:18-5:22: unknown unit 'min'; did you mean 'm'?
6:18-6:24: the duration '25000m' is too long; expected at most 24 hours, '1440m'
7:26-7:29: the duration '100' has no unit; expected 'us', 'ms', 's' or 'm', like '100ms'
"
    );
}

#[test]
fn a_duration_has_a_point_and_no_comma() {
    assert_eq!(
        mistakes(
            "\
a: io 1,5s
b: io 0,25 s then cpu 1,5
c: io 1,500ms after a
d: io 1,000,000us
e: io 1,5s..2s timeout 2,5min
f: fetch 1,5s
g: 1,5s
h: io 1,5.5s
j: io 1s, 5s
"
        ),
        "\
1:7-1:11: no ',' can stand in a duration; did you mean '1.5s'?
2:7-2:13: no ',' can stand in a duration; did you mean '0.25s'?
2:23-2:26: no ',' can stand in a duration; did you mean '1.5ms'?
3:7-3:14: no ',' can stand in a duration; did you mean '1.500ms' or '1500ms'?
4:7-4:18: no ',' can stand in a duration; did you mean '1000000us'?
5:7-5:11: no ',' can stand in a duration; did you mean '1.5s'?
5:24-5:30: no ',' can stand in a duration; did you mean '2.5m'?
6:4-6:9: unknown step 'fetch'; did you mean 'io'?
7:4-7:5: expected 'io', 'cpu', 'block' or 'thread' before '1'
8:7-8:8: the duration '1' has no unit; expected 'us', 'ms', 's' or 'm', like '1ms'
8:8-8:9: expected 'then', 'after', 'using', 'timeout', 'retry', 'fails', 'background' or the end of the line; found ','
9:9-9:10: expected 'then', 'after', 'using', 'timeout', 'retry', 'fails', 'background' or the end of the line; found ','
"
    );
}

#[test]
fn a_duration_in_several_units_gets_one() {
    assert_eq!(
        mistakes(
            "\
a: io 1m30s
b: io 1m 30s then cpu 1s500ms
c: io 1h 30m after a
d: io 1m 0.5s timeout 1min 30sec
e: io 24h 1us
f: io 1m30s..2m
g: io 30s 1m
h: io 1m1m
j: fetch 1m 30s
"
        ),
        "\
1:7-1:12: a duration is one number with one unit; did you mean '90s'?
2:7-2:13: a duration is one number with one unit; did you mean '90s'?
2:23-2:30: a duration is one number with one unit; did you mean '1500ms'?
3:7-3:13: a duration is one number with one unit; did you mean '90m'?
4:7-4:14: a duration is one number with one unit; did you mean '60500ms'?
4:23-4:33: a duration is one number with one unit; did you mean '90s'?
5:7-5:14: the duration '24h 1us' is too long; expected at most 24 hours, '1440m'
6:7-6:12: a duration is one number with one unit; did you mean '90s'?
7:11-7:13: expected 'then', 'after', 'using', 'timeout', 'retry', 'fails', 'background' or the end of the line; found '1m'
8:7-8:11: '1m1m' is not a duration; expected a number with a unit, like '300ms' or '1.5s'
9:4-9:9: unknown step 'fetch'; did you mean 'io'?
"
    );
}

#[test]
fn hours_and_days_are_said_in_minutes() {
    assert_eq!(
        mistakes(
            "\
a: io 2h
b: io 1d then cpu 25h
c: io 1.5hours timeout 0.001h
d: io 2 h
e: io 99999999999999999999999d
f: io 0h
"
        ),
        "\
1:7-1:9: unknown unit 'h'; did you mean '120m'?
2:7-2:9: unknown unit 'd'; did you mean '1440m'?
2:19-2:22: unknown unit 'h'; expected at most 24 hours, '1440m'
3:7-3:15: unknown unit 'hours'; did you mean '90m'?
3:24-3:30: unknown unit 'h'; did you mean '3600ms'?
4:7-4:10: unknown unit 'h'; did you mean '120m'?
5:7-5:31: unknown unit 'd'; expected at most 24 hours, '1440m'
6:7-6:9: unknown unit 'h'; did you mean '0m'?
"
    );
}
