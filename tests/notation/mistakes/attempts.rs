//! What is said about `timeout`, `retry`, `fails`, and `background`.

use super::mistakes;

#[test]
fn a_clause_given_twice_is_a_mistake() {
    assert_eq!(
        mistakes(
            "\
a: io 1s timeout 1s timeout 2s
b: io 1s retry 1 retry 2
c: io 1s fails fails 50%
d: io 1s background fails background
"
        ),
        "\
1:21-1:28: 'timeout' is given twice; a task has it once
2:18-2:23: 'retry' is given twice; a task has it once
3:16-3:21: 'fails' is given twice; a task has it once
4:27-4:37: 'background' is given twice; a task has it once
"
    );
}

#[test]
fn a_misspelt_clause_gets_a_suggestion_and_is_read() {
    assert_eq!(
        mistakes(
            "\
a: io 1s timout 5
b: io 1s retries x
c: io 1s fail 200%
d: io 1s failing 2
e: io 1s backgroud
f: io 1s retyr 2 backof 1s
"
        ),
        "\
1:10-1:16: unknown word 'timout'; did you mean 'timeout'?
1:17-1:18: the duration '5' has no unit; expected 'us', 'ms', 's' or 'm', like '5ms'
2:10-2:17: unknown word 'retries'; did you mean 'retry'?
2:18-2:19: 'x' cannot be the number of further attempts; expected a whole number from 0 to 1000
3:10-3:14: unknown word 'fail'; did you mean 'fails'?
3:15-3:19: the chance '200%' is too large; expected at most 100%
4:10-4:17: unknown word 'failing'; did you mean 'fails'?
5:10-5:19: unknown word 'backgroud'; did you mean 'background'?
6:10-6:15: unknown word 'retyr'; did you mean 'retry'?
6:18-6:24: unknown word 'backof'; did you mean 'backoff'?
"
    );
}

#[test]
fn a_clause_has_no_sign_before_its_value() {
    assert_eq!(
        mistakes(
            "\
a: io 1s timeout: 5s
b: io 1s timeout = 5s
c: io 1s retry: 2 backoff = 100ms
d: io 1s fails: 50%
"
        ),
        "\
1:17-1:18: no ':' belongs after 'timeout'; it is written 'timeout 500ms'
2:18-2:19: no '=' belongs after 'timeout'; it is written 'timeout 500ms'
3:15-3:16: no ':' belongs after 'retry'; it is written 'retry 2'
3:27-3:28: no '=' belongs after 'backoff'; it is written 'retry 2 backoff 100ms'
4:15-4:16: no ':' belongs after 'fails'; it is written 'fails 50%'
"
    );
}

#[test]
fn a_clause_says_no_more_than_it_can() {
    assert_eq!(
        mistakes(
            "\
a: io 1s timeout 5s foo bar
b: io 1s retry 2 times fails
c: io 1s fails 2 times
d: io 1s background true
e: io 1s background: true
f: io 1s timeout 1s, retry 2
g: io 1s fails 50% 3
"
        ),
        "\
1:21-1:24: expected a further clause or the end of the line after '5s'; found 'foo'
2:18-2:23: expected a further clause or the end of the line after '2'; found 'times'
3:18-3:23: expected a further clause or the end of the line after '2'; found 'times'
4:21-4:25: expected a further clause or the end of the line after 'background'; found 'true'
5:20-5:21: expected a further clause or the end of the line after 'background'; found ':'
6:20-6:21: expected a further clause or the end of the line after '1s'; found ','
7:20-7:21: expected a further clause or the end of the line after '50%'; found '3'
"
    );
}

#[test]
fn retry_asks_for_a_number() {
    assert_eq!(
        mistakes(
            "\
a: io 1s retry
b: io 1s retry after a
c: io 1s retry backoff 100ms
"
        ),
        "\
1:10-1:15: 'retry' has no number; expected one, like 'retry 2'
2:10-2:15: 'retry' has no number; expected one, like 'retry 2'
3:10-3:15: 'retry' has no number; expected one, like 'retry 2'
"
    );
}

#[test]
fn a_number_of_further_attempts_is_whole_and_at_most_1000() {
    assert_eq!(
        mistakes(
            "\
a: io 1s retry x
b: io 1s retry 1.5
c: io 1s retry -1 backoff 1s
d: io 1s retry 1001
e: io 1s retry 3x
f: io 1s retry many times timeout 5s
"
        ),
        "\
1:16-1:17: 'x' cannot be the number of further attempts; expected a whole number from 0 to 1000
2:16-2:19: '1.5' cannot be the number of further attempts; expected a whole number from 0 to 1000
3:16-3:18: '-1' cannot be the number of further attempts; expected a whole number from 0 to 1000
4:16-4:20: '1001' cannot be the number of further attempts; expected a whole number from 0 to 1000
5:16-5:18: '3x' cannot be the number of further attempts; expected a whole number from 0 to 1000
6:16-6:20: 'many' cannot be the number of further attempts; expected a whole number from 0 to 1000
"
    );
}

#[test]
fn a_wait_after_retry_needs_the_word_backoff() {
    assert_eq!(
        mistakes(
            "\
a: io 1s retry 2 100ms
b: io 1s retry 2 wait 100ms
c: io 1s retry 2, backoff 100ms
d: io 1s retry 2 backof 100ms
"
        ),
        "\
1:18-1:23: expected 'backoff' before '100ms', like 'retry 2 backoff 100ms'
2:18-2:22: unknown word 'wait'; did you mean 'backoff'?
3:17-3:18: expected a further clause or the end of the line after '2'; found ','
4:18-4:24: unknown word 'backof'; did you mean 'backoff'?
"
    );
}

#[test]
fn backoff_stands_right_after_retry() {
    assert_eq!(
        mistakes(
            "\
a: io 1s backoff 100ms
b: io 1s retry 2 timeout 5s backoff 100ms
c: io 1s backoff 100ms retry 2
d: io 1s retry 2 backoff 1s backoff 2s
e: io 1s backof 100ms
"
        ),
        "\
1:10-1:17: 'backoff' stands right after 'retry' and its number, like 'retry 2 backoff 100ms'
2:29-2:36: 'backoff' stands right after 'retry' and its number, like 'retry 2 backoff 100ms'
3:10-3:17: 'backoff' stands right after 'retry' and its number, like 'retry 2 backoff 100ms'
4:29-4:36: 'backoff' stands right after 'retry' and its number, like 'retry 2 backoff 100ms'
5:10-5:16: unknown word 'backof'; did you mean 'backoff'?
"
    );
}

#[test]
fn the_last_backoff_is_at_most_24_hours() {
    assert_eq!(
        mistakes(
            "\
a: io 1s retry 2 backoff 720.01m
b: io 1s retry 20 backoff 1s
c: io 1s retry 50 backoff 1us
d: io 1s retry 65 backoff 1us
e: io 1s retry 1000 backoff 24m timeout 1s
"
        ),
        "\
1:10-1:33: each backoff is twice as long as the one before it, so that the last would be 24.1 hours long; expected at most 24 hours
2:10-2:29: each backoff is twice as long as the one before it, so that the last would be 6.1 days long; expected at most 24 hours
3:10-3:30: each backoff is twice as long as the one before it, so that the last would be 17.9 years long; expected at most 24 hours
4:10-4:30: each backoff is twice as long as the one before it, so that the last would be more than 500000 years long; expected at most 24 hours
5:10-5:32: each backoff is twice as long as the one before it, so that the last would be more than 500000 years long; expected at most 24 hours
"
    );
}

#[test]
fn what_fails_is_a_number_or_a_chance() {
    assert_eq!(
        mistakes(
            "\
a: io 1s fails x
b: io 1s fails 0.5
c: io 1s fails -1
d: io 1s fails -5%
e: io 1s fails %
f: io 1s fails .5%
g: io 1s fails 1s
h: io 1s fails first 2
"
        ),
        "\
1:16-1:17: 'x' does not say which attempts fail; expected a number of attempts, like 'fails 2', a chance, like 'fails 50%', or 'fails' alone for all
2:16-2:19: '0.5' does not say which attempts fail; expected a number of attempts, like 'fails 2', a chance, like 'fails 50%', or 'fails' alone for all
3:16-3:18: '-1' does not say which attempts fail; expected a number of attempts, like 'fails 2', a chance, like 'fails 50%', or 'fails' alone for all
4:16-4:19: '-5%' does not say which attempts fail; expected a number of attempts, like 'fails 2', a chance, like 'fails 50%', or 'fails' alone for all
5:16-5:17: '%' does not say which attempts fail; expected a number of attempts, like 'fails 2', a chance, like 'fails 50%', or 'fails' alone for all
6:16-6:19: '.5%' does not say which attempts fail; expected a number of attempts, like 'fails 2', a chance, like 'fails 50%', or 'fails' alone for all
7:16-7:18: '1s' does not say which attempts fail; expected a number of attempts, like 'fails 2', a chance, like 'fails 50%', or 'fails' alone for all
8:16-8:21: 'first' does not say which attempts fail; expected a number of attempts, like 'fails 2', a chance, like 'fails 50%', or 'fails' alone for all
"
    );
}

#[test]
fn a_number_of_failing_attempts_is_below_two_to_the_32() {
    assert_eq!(
        mistakes(
            "\
a: io 1s fails 4294967296
"
        ),
        "\
1:16-1:26: '4294967296' cannot be the number of attempts that fail; expected a whole number from 0 to 4294967295
"
    );
}

#[test]
fn a_chance_is_at_most_100_percent() {
    assert_eq!(
        mistakes(
            "\
a: io 1s fails 150%
b: io 1s fails 100.0001%
c: io 1s fails 99999999999999999999999%
"
        ),
        "\
1:16-1:20: the chance '150%' is too large; expected at most 100%
2:16-2:25: the chance '100.0001%' is too large; expected at most 100%
3:16-3:40: the chance '99999999999999999999999%' is too large; expected at most 100%
"
    );
}

#[test]
fn a_chance_has_no_white_space() {
    assert_eq!(
        mistakes(
            "\
a: io 1s fails 50 %
b: io 1s fails 12.5 percent timeout 1s
"
        ),
        "\
1:16-1:20: no white space can stand between a number and '%'; did you mean '50%'?
2:16-2:28: no white space can stand between a number and '%'; did you mean '12.5%'?
"
    );
}

#[test]
fn a_step_stands_before_every_clause() {
    assert_eq!(
        mistakes(
            "\
a: io 1s timeout 5s then io 1s
b: io 1s retry 2 io 1s
c: io 1s fails, io 1s
d: io 1s background then io 1s
"
        ),
        "\
1:21-1:25: all steps of a task stand before its clauses; move this before the first clause
2:18-2:20: all steps of a task stand before its clauses; move this before the first clause
3:15-3:16: all steps of a task stand before its clauses; move this before the first clause
4:21-4:25: all steps of a task stand before its clauses; move this before the first clause
"
    );
}

#[test]
fn a_line_cannot_begin_with_a_clause() {
    assert_eq!(
        mistakes(
            "\
a: io 1s
timeout 5s
retry 2
fails
background
backoff 1s
"
        ),
        "\
2:1-2:8: a line cannot begin with 'timeout'; put white space before it if it goes on with the line above
3:1-3:6: a line cannot begin with 'retry'; put white space before it if it goes on with the line above
4:1-4:6: a line cannot begin with 'fails'; put white space before it if it goes on with the line above
5:1-5:11: a line cannot begin with 'background'; put white space before it if it goes on with the line above
6:1-6:8: a line cannot begin with 'backoff'; put white space before it if it goes on with the line above
"
    );
}
