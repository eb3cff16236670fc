//! What is said about pools, `threads`, `on failure`, and `seed`.

use super::mistakes;

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
fn a_setting_without_its_number_is_a_mistake() {
    assert_eq!(
        mistakes(
            "\
threads
"
        ),
        "\
1:1-1:8: 'threads' has no number; expected one, like 'threads 4'
"
    );
}

#[test]
fn a_number_that_a_setting_cannot_have_is_a_mistake() {
    assert_eq!(
        mistakes(
            "\
threads 0
seed -1
"
        ),
        "\
1:9-1:10: '0' cannot be the number of threads; expected a whole number from 1 to 4294967295
2:6-2:8: '-1' cannot be a seed; expected a whole number from 0 to 4294967295
"
    );
}

#[test]
fn a_number_of_threads_has_no_unit() {
    assert_eq!(
        mistakes(
            "\
threads 4ms
"
        ),
        "\
1:9-1:12: '4ms' cannot be the number of threads; expected a whole number from 1 to 4294967295
"
    );
}

#[test]
fn a_seed_is_below_two_to_the_32() {
    assert_eq!(
        mistakes(
            "\
seed 4294967296
"
        ),
        "\
1:6-1:16: '4294967296' cannot be a seed; expected a whole number from 0 to 4294967295
"
    );
}

#[test]
fn a_setting_has_no_sign_before_its_number() {
    assert_eq!(
        mistakes(
            "\
threads = 4
seed: 3
on failure: cancel
"
        ),
        "\
1:9-1:10: no '=' belongs after 'threads'; it is written 'threads 4'
2:5-2:6: no ':' belongs after 'seed'; it is written 'seed 7'
3:11-3:12: no ':' belongs after 'on failure'; it is written 'on failure cancel'
"
    );
}

#[test]
fn a_setting_given_twice_is_said_with_the_line_of_the_first() {
    assert_eq!(
        mistakes(
            "\
threads 4
on failure cancel
seed 1
a: io 1s
seed 2
threads = 0
on failure continue
"
        ),
        "\
5:1-5:5: the setting 'seed' is given twice; line 3 has it already
6:1-6:8: the setting 'threads' is given twice; line 1 has it already
7:1-7:11: the setting 'on failure' is given twice; line 2 has it already
"
    );
}

#[test]
fn a_setting_ends_with_its_number() {
    assert_eq!(
        mistakes(
            "\
threads 4, 5
seed 4 5
on failure cancel all
"
        ),
        "\
1:10-1:11: expected nothing more after '4'; found ','
2:8-2:9: expected nothing more after '4'; found '5'
3:19-3:22: expected nothing more after 'cancel'; found 'all'
"
    );
}

#[test]
fn a_misspelt_setting_gets_a_suggestion() {
    assert_eq!(
        mistakes(
            "\
treads 4
sede 4
on_failure cancel
"
        ),
        "\
1:1-1:7: unknown setting 'treads'; did you mean 'threads'?
2:1-2:5: unknown setting 'sede'; did you mean 'seed'?
3:1-3:11: unknown setting 'on_failure'; did you mean 'on failure'?
"
    );
}

#[test]
fn thread_with_a_number_is_meant_as_threads() {
    assert_eq!(
        mistakes(
            "\
thread 4
"
        ),
        "\
1:1-1:7: unknown setting 'thread'; did you mean 'threads'?
"
    );
}

#[test]
fn a_setting_that_begins_with_failure_is_meant_as_on_failure() {
    assert_eq!(
        mistakes(
            "\
failure: cancel
"
        ),
        "\
1:1-1:8: unknown setting 'failure'; did you mean 'on failure'?
"
    );
}

#[test]
fn on_asks_for_failure() {
    assert_eq!(
        mistakes(
            "\
on
"
        ),
        "\
1:1-1:3: expected 'failure' after 'on', like 'on failure cancel'
"
    );
}

#[test]
fn on_with_another_word_says_what_it_found() {
    assert_eq!(
        mistakes(
            "\
on fail cancel
"
        ),
        "\
1:4-1:8: expected 'failure' after 'on', like 'on failure cancel'; found 'fail'
"
    );
}

#[test]
fn a_misspelt_failure_says_how_it_is_written() {
    assert_eq!(
        mistakes(
            "\
on failiure cancel
"
        ),
        "\
1:4-1:12: expected 'failure' after 'on', like 'on failure cancel'; found 'failiure'
"
    );
}

#[test]
fn on_asks_for_failure_before_cancel() {
    assert_eq!(
        mistakes(
            "\
on cancel
"
        ),
        "\
1:1-1:3: expected 'failure' after 'on', like 'on failure cancel'
"
    );
}

#[test]
fn on_failure_asks_for_cancel_or_continue() {
    assert_eq!(
        mistakes(
            "\
on failure
"
        ),
        "\
1:4-1:11: expected 'cancel' or 'continue' after 'on failure'
"
    );
}

#[test]
fn on_failure_with_another_word_says_what_can_follow() {
    assert_eq!(
        mistakes(
            "\
on failure stop
"
        ),
        "\
1:12-1:16: 'stop' cannot follow 'on failure'; expected 'cancel' or 'continue'
"
    );
}

#[test]
fn a_misspelt_continue_gets_a_suggestion() {
    assert_eq!(
        mistakes(
            "\
on failure contineu
"
        ),
        "\
1:12-1:20: 'contineu' cannot follow 'on failure'; did you mean 'continue'?
"
    );
}

#[test]
fn an_indented_setting_is_a_mistake_and_counts_as_given() {
    assert_eq!(
        mistakes(
            "\
a: io 1s
  threads 8
  on failure continue
threads 9
"
        ),
        "\
2:3-2:10: this line starts with white space, so it would continue the line above; start a task or a setting in the first column
3:3-3:5: this line starts with white space, so it would continue the line above; start a task or a setting in the first column
4:1-4:8: the setting 'threads' is given twice; line 2 has it already
"
    );
}

#[test]
fn a_word_of_a_setting_is_no_name() {
    assert_eq!(
        mistakes(
            "\
threads: io 1s
on: io 1s
seed[1..2]: io 1s
"
        ),
        "\
1:1-1:8: 'threads' is a word of the notation and cannot be a name
2:1-2:3: 'on' is a word of the notation and cannot be a name
3:1-3:5: 'seed' is a word of the notation and cannot be a name
"
    );
}
