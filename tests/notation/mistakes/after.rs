//! What is said about `after any`, `after first`, and a second `after`.

use super::mistakes;

#[test]
fn after_any_asks_for_names() {
    assert_eq!(
        mistakes(
            "\
a: io 1s after any
b: io 1s after first timeout 5s
c: io 1s after any using d
pool d = 1
"
        ),
        "\
1:16-1:19: expected the name of a task after 'any'
2:16-2:21: expected the name of a task after 'first'
3:16-3:19: expected the name of a task after 'any'
"
    );
}

#[test]
fn a_task_has_one_after_of_one_kind() {
    assert_eq!(
        mistakes(
            "\
a: io 1s
b: io 1s after a after any a
c: io 1s after any a after first a
d: io 1s after first a after a
"
        ),
        "\
2:18-2:27: a task has one 'after' of one kind; 'after any' cannot stand beside its 'after'
3:22-3:33: a task has one 'after' of one kind; 'after first' cannot stand beside its 'after any'
4:24-4:29: a task has one 'after' of one kind; 'after' cannot stand beside its 'after first'
"
    );
}

#[test]
fn the_same_kind_of_after_given_twice_is_a_mistake() {
    assert_eq!(
        mistakes(
            "\
a: io 1s
b: io 1s after any a timeout 5s after any a
"
        ),
        "\
2:33-2:42: 'after any' is given twice; put all its names after one 'after any', with commas
"
    );
}

#[test]
fn any_and_first_ask_for_after() {
    assert_eq!(
        mistakes(
            "\
a: io 1s
b: io 1s any a, psots
c: io 1s first a
"
        ),
        "\
2:10-2:13: expected 'after' before 'any', like 'after any a, b'
2:17-2:22: unknown task 'psots'
3:10-3:15: expected 'after' before 'first', like 'after first a, b'
"
    );
}

#[test]
fn after_has_its_names_right_behind_it() {
    assert_eq!(
        mistakes(
            "\
a: io 1s
b: io 1s after all a, psots
c: io 1s after any of a
d: io 1s after all of a
"
        ),
        "\
2:16-2:19: 'after' alone waits for all of its tasks; leave out 'all'
2:23-2:28: unknown task 'psots'
3:20-3:22: the names stand right after 'after any'; leave out 'of'
4:16-4:22: 'after' alone waits for all of its tasks; leave out 'all of'
"
    );
}

#[test]
fn any_and_first_are_no_names() {
    assert_eq!(
        mistakes(
            "\
any: io 1s
a: io 1s after any, first
b: io 1s after first[1]
"
        ),
        "\
1:1-1:4: 'any' is a word of the notation and cannot be a name
2:21-2:26: 'first' is a word of the notation and cannot be a name
3:16-3:21: 'first' is a word of the notation and cannot be a name
"
    );
}

#[test]
fn any_and_first_stand_before_the_first_name() {
    assert_eq!(
        mistakes(
            "\
a: io 1s
b: io 1s after a, first a
c: io 1s after any first a
"
        ),
        "\
2:17-2:18: expected the name of a task after ','
3:16-3:19: expected the name of a task after 'any'
"
    );
}

#[test]
fn after_any_has_no_colon() {
    assert_eq!(
        mistakes(
            "\
a: io 1s
b: io 1s after any: a
c: io 1s after: first a
"
        ),
        "\
2:19-2:20: expected names with ',' between them; found ':'
3:15-3:16: expected names with ',' between them; found ':'
"
    );
}

#[test]
fn names_after_any_are_looked_up_like_others() {
    assert_eq!(
        mistakes(
            "\
a: io 1s
b: io 1s after any a, aa, c[2]
"
        ),
        "\
2:23-2:25: unknown task 'aa'; did you mean 'a'?
2:27-2:28: unknown task 'c'
"
    );
}

#[test]
fn a_task_cannot_come_after_itself_by_any_or_first() {
    assert_eq!(
        mistakes(
            "\
a: io 1s after any a, b
b: io 1s after first c
c: io 1s after b
"
        ),
        "\
1:20-1:21: the task 'a' comes after itself: a → a
2:22-2:23: the task 'b' comes after itself: b → c → b
"
    );
}

#[test]
fn a_clause_after_a_comma_is_no_name() {
    assert_eq!(
        mistakes(
            "\
a: io 1s
b: io 1s after a, background
c: io 1s after a, fails
d: io 1s after a, timeout 5s
e: io 1s after background
"
        ),
        "\
2:17-2:18: expected the name of a task after ','
3:17-3:18: expected the name of a task after ','
4:17-4:18: expected the name of a task after ','
5:10-5:15: expected the name of a task after 'after'
"
    );
}

#[test]
fn a_name_without_its_comma_is_no_cycle() {
    assert_eq!(
        mistakes(
            "\
a: io 1s
b: io 1s after a b
c: io 1s after a d
d: io 1s after c
e: io 1s after a e, e
"
        ),
        "\
2:18-2:19: expected ',' or a clause before 'b'
3:18-3:19: expected ',' or a clause before 'd'
5:18-5:19: expected ',' or a clause before 'e'
5:21-5:22: the task 'e' comes after itself: e → e
"
    );
}
