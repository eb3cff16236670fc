//! What is said about mistakes in Korean.

use std::collections::BTreeSet;

use interleave::notation::{Mistake, parse};
use interleave::words::Language;

/// That `mistake` is said in Korean, of the same words and names as in English.
pub(super) fn says_the_same(mistake: &Mistake) {
    let [english, korean] = Language::ALL.map(|language| mistake.say(language));
    let (quoted, words) = parted(&korean);
    assert!(words.contains(|c| ('가'..='힣').contains(&c)), "{korean}");
    assert_eq!(quoted, parted(&english).0, "{english} / {korean}");
}

/// What stands in quotes in a message, and all that does not. A quotation starts after white
/// space, as an apostrophe does not.
fn parted(message: &str) -> (BTreeSet<&str>, String) {
    let (mut quoted, mut words, mut left) = (BTreeSet::new(), String::new(), message);
    while let Some(start) = match left.starts_with('\'') {
        true => Some(1),
        false => left.find(" '").map(|at| at + 2),
    } {
        words.push_str(&left[..start - 1]);
        left = &left[start..];
        // What is quoted may have quotes of its own around it.
        let own = left.len() - left.trim_start_matches('\'').len();
        let end = own + left[own..].find('\'').expect("a closing quote") + own;
        quoted.insert(&left[..end]);
        left = &left[end + 1..];
    }
    words.push_str(left);
    (quoted, words)
}

/// What is said in Korean about all mistakes of a text, one a line.
fn mistakes(source: &str) -> String {
    let found = parse(source).expect_err("the text has mistakes");
    let lines = found.iter().map(|mistake| {
        let said = mistake.say(Language::Korean);
        format!("{said}\n")
    });
    lines.collect()
}

#[test]
fn typical_mistakes_are_said_in_korean() {
    assert_eq!(
        mistakes(
            "\
pool db = 2
posts[1..6]: io 400ms using bd
user: wait 300ms
avatar: io 700
render cpu 120ms
legacy: block 1 s after psots, posts[7] timout 2s
then cpu 1s
mail: io 1s retry 2 100ms fails %
after: io 1s
pool db = many
on failure stop
"
        ),
        "\
'bd' 풀이 없습니다. 혹시 'db'인가요?
'wait' 단계는 없습니다. 혹시 'io'인가요?
시간 '700'에 단위가 없습니다. '700ms'처럼 'us', 'ms', 's', 'm' 중 하나를 붙이세요.
'render' 뒤에 ':' 기호가 있어야 합니다. 태스크는 'render: cpu 120ms'처럼 씁니다.
숫자와 단위 사이에는 공백이 없어야 합니다. 혹시 '1s'인가요?
'psots' 태스크가 없습니다. 혹시 'posts'인가요?
'posts' 묶음에는 7번 멤버가 없습니다. 인덱스는 1부터 6까지입니다.
'timout' 단어는 여기에 쓸 수 없습니다. 혹시 'timeout'인가요?
'then' 단어로는 줄을 시작할 수 없습니다. 윗줄에 이어지는 내용이라면 그 앞에 공백을 넣으세요.
'retry 2 backoff 100ms'처럼 '100ms' 앞에 'backoff'가 있어야 합니다.
'%'만으로는 어떤 시도가 실패하는지 알 수 없습니다. 'fails 2'처럼 횟수를 적거나 'fails 50%'처럼 확률을 적으세요. 모두 실패하게 하려면 'fails'만 적으세요.
'after' 단어는 표기법의 예약어라서 이름으로 쓸 수 없습니다.
'db' 이름이 두 번 쓰였습니다. 1번째 줄의 풀이 이미 쓰는 이름입니다.
'many' 값은 풀의 크기로 쓸 수 없습니다. 1부터 4294967295까지의 정수를 적으세요.
'on failure' 뒤에는 'stop' 단어가 올 수 없습니다. 'cancel'이나 'continue'를 쓰세요.
"
    );
}

#[test]
fn a_cycle_is_spelled_out_in_korean() {
    assert_eq!(
        mistakes("가: io 1s after 나\n나: io 1s after 가\n"),
        "'가' 태스크가 순환하여 자기 자신을 기다리게 됩니다: 가 → 나 → 가\n"
    );
}
