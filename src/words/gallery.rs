//! What stands around the examples. Their own words are in their files, in `static/examples/`.

use super::words;

words! {
    try_this = "Try:", "해 보기:";
    first_steps = "First steps", "첫걸음";
    many_at_once = "Many at once", "한꺼번에 여럿";
    as_they_come = "As they come in", "먼저 오는 것부터";
    when_things_go_wrong = "When things go wrong", "일이 잘못될 때";
    keep_the_loop_free = "Keep the loop free", "루프를 비워 두기";
    engineering = "Engineering", "실무";
}
