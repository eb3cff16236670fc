//! What is said about families, their indices, and their members.

use super::mistakes;

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
