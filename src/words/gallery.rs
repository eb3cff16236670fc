//! What stands around the examples. Their own words are in their files, in `static/examples/`.

use super::words;

words! {
    examples = "Examples", "예제";
    examples_tip = "Programs that each show one thing", "저마다 한 가지를 보여 주는 프로그램";
    search = "Search examples", "예제 검색";
    one_found = "1 example", "예제 1개";
    found(count) = "{count} examples", "예제 {count}개";
    none_found =
        "No example says that. Try another word, such as `timeout` or `pool`.",
        "그런 예제가 없습니다. `timeout` 또는 `pool` 같은 다른 낱말로 찾아보세요.";
    takes(sequential, concurrent) =
        "{sequential} one by one, {concurrent} together",
        "하나씩 {sequential}, 함께 {concurrent}";
    python_coming = "The Python programs are being loaded…", "파이썬 프로그램을 불러오는 중…";
    python_missing =
        "The Python programs could not be loaded. Close this menu and open it to try again.",
        "파이썬 프로그램을 불러오지 못했습니다. 이 메뉴를 닫았다가 다시 열면 다시 시도합니다.";
    sketches_failed =
        "Some of the pictures could not be made. Close this menu and open it to try again.",
        "그림 일부를 만들지 못했습니다. 이 메뉴를 닫았다가 다시 열면 다시 시도합니다.";
    example = "Example", "예제";
    undo_tip = "Back to the program that stood here", "여기 있던 프로그램으로 돌아갑니다";
    no_such_example(name) =
        "There is no example by the name of “{name}”.",
        "이름이 “{name}”인 예제가 없습니다.";

    try_this = "Try:", "해 보기:";
    first_steps = "First steps", "첫걸음";
    many_at_once = "Many at once", "한꺼번에 여럿";
    as_they_come = "As they come in", "먼저 오는 것부터";
    when_things_go_wrong = "When things go wrong", "일이 잘못될 때";
    keep_the_loop_free = "Keep the loop free", "루프를 비워 두기";
    engineering = "Engineering", "실무";
}
