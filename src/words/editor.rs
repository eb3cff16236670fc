//! What CodeMirror says, by its own words in English: they are its keys for the others.

use super::words;

words! {
    find = "Find", "찾기";
    replace = "Replace", "바꾸기";
    next = "next", "다음";
    previous = "previous", "이전";
    all = "all", "모두";
    match_case = "match case", "대소문자 구분";
    regexp = "regexp", "정규식";
    by_word = "by word", "단어 단위";
    replace_one = "replace", "바꾸기";
    replace_all = "replace all", "모두 바꾸기";
    close = "close", "닫기";
    current_match = "current match", "현재 일치";
    on_line = "on line", "줄:";
    replaced_match = "replaced match on line $", "$번째 줄의 일치 항목을 바꾸었습니다";
    replaced_matches = "replaced $ matches", "일치 항목 $개를 바꾸었습니다";
    go_to_line = "Go to line", "줄 이동";
    go = "go", "이동";
    completions = "Completions", "완성 목록";
    diagnostics = "Diagnostics", "오류";
    no_diagnostics = "No diagnostics", "오류 없음";
    selection_deleted = "Selection deleted", "선택한 부분을 지웠습니다";
    control_character = "Control character", "제어 문자";
}
