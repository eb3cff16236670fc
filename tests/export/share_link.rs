//! Links that hold a program: what goes in comes out again, and nothing hostile does harm.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use include_dir::{Dir, include_dir};
use interleave::export::{LinkRefusal, SharedProgram, TEXT_LIMIT, TextRefusal, WrittenAs};
use miniz_oxide::deflate::{compress_to_vec, compress_to_vec_zlib};
use proptest::prelude::*;

use crate::opening::opens_or_is_refused;

/// What the fuzz target found worth keeping: each takes another way through what opens links.
static CORPUS: Dir = include_dir!("$CARGO_MANIFEST_DIR/tests/fuzz/corpus/links");

fn shared(text: &str) -> SharedProgram {
    SharedProgram {
        written_as: WrittenAs::TaskGraph,
        text: text.into(),
    }
}

/// A fragment of whatever bytes, made as the links are.
fn holding(bytes: &[u8]) -> String {
    let data = URL_SAFE_NO_PAD.encode(compress_to_vec_zlib(bytes, 9));
    format!("#g1={data}")
}

fn refusal(fragment: &str) -> LinkRefusal {
    SharedProgram::of_fragment(fragment).expect_err(fragment)
}

#[test]
fn links_of_the_first_version_are_opened_for_ever() {
    let fragment = "#g1=eNpLtFLIzFcwLOZKAjOMDEqLFRLTSlKLFBK5AHM9CB0";
    let opened = SharedProgram::of_fragment(fragment);
    assert_eq!(opened, Ok(Some(shared("a: io 1s\nb: io 20us after a\n"))));
}

#[test]
fn every_link_of_the_corpus_is_opened_or_refused() {
    assert!(CORPUS.files().count() > 0);
    for link in CORPUS.files() {
        opens_or_is_refused(link.contents());
    }
}

#[test]
fn a_program_of_ten_lines_makes_a_short_link() {
    let text = include_str!("../conformance/programs/load_a_page.graph");
    assert!(text.lines().count() >= 5);
    assert!(shared(text).fragment().unwrap().len() < text.len());
}

#[test]
fn a_python_program_has_a_key_of_its_own() {
    let program = SharedProgram {
        written_as: WrittenAs::Python,
        text: "import asyncio\n".into(),
    };
    let fragment = program.fragment().unwrap();
    assert!(fragment.starts_with("#p1="));
    assert_eq!(SharedProgram::of_fragment(&fragment), Ok(Some(program)));
}

#[test]
fn a_text_that_begins_as_a_file_of_windows_does_comes_back_whole() {
    for text in ["\u{feff}a: io 1s\n", "\u{feff}\u{feff}--"] {
        let program = shared(text);
        let fragment = program.fragment().unwrap();
        assert_eq!(SharedProgram::of_fragment(&fragment), Ok(Some(program)));
    }
}

#[test]
fn the_longest_text_goes_through_and_a_longer_one_does_not() {
    let longest = "#".repeat(TEXT_LIMIT);
    let fragment = shared(&longest).fragment().unwrap();
    let opened = SharedProgram::of_fragment(&fragment).unwrap().unwrap();
    assert!(opened.text == longest);

    let bytes = TEXT_LIMIT as u64 + 1;
    let longer = "#".repeat(TEXT_LIMIT + 1);
    assert_eq!(
        shared(&longer).fragment(),
        Err(TextRefusal::TooLong { bytes })
    );
    assert_eq!(refusal(&holding(longer.as_bytes())), LinkRefusal::TooLong);
}

#[test]
fn what_could_not_be_opened_is_not_shared() {
    assert_eq!(shared("a\0b").fragment(), Err(TextRefusal::NotText));
}

#[test]
fn other_fragments_are_left_alone() {
    for fragment in [
        "",
        "#",
        "#timeline",
        "#=",
        "#g=eNo",
        "#x1=eNo",
        "#g1234=eNo",
    ] {
        let opened = SharedProgram::of_fragment(fragment);
        assert_eq!(opened, Ok(None), "{fragment}");
    }
}

#[test]
fn each_hostile_link_is_refused_with_its_reason() {
    use LinkRefusal::{Damaged, NotText, TooLong};
    let good = shared("a: io 1s\nb: io 2s after a\n").fragment().unwrap();
    let bomb = holding(&vec![b'a'; 20 << 20]);
    let without_checksum = URL_SAFE_NO_PAD.encode(compress_to_vec(b"a: io 1s", 9));
    let mut wrong_checksum = compress_to_vec_zlib(b"a: io 1s", 9);
    *wrong_checksum.last_mut().unwrap() ^= 1;
    let cases = [
        ("nothing at all", "#g1=".to_owned(), Damaged),
        ("the key alone", "#g1".into(), Damaged),
        ("its end cut off", good[..good.len() - 3].into(), Damaged),
        (
            "its beginning cut off",
            good.replacen("=e", "=", 1),
            Damaged,
        ),
        ("a letter changed", good.replacen("eN", "eM", 1), Damaged),
        ("a full stop after it", format!("{good}."), Damaged),
        ("padding", format!("{good}=="), Damaged),
        ("no base64", "#g1=hello there".into(), Damaged),
        ("letters of other scripts", "#g1=안녕하세요".into(), Damaged),
        ("the other alphabet", "#g1=ab+/".into(), Damaged),
        ("no zlib", "#g1=AAAAAAAAAAAA".into(), Damaged),
        ("no checksum", format!("#g1={without_checksum}"), Damaged),
        (
            "a wrong checksum",
            format!("#g1={}", URL_SAFE_NO_PAD.encode(wrong_checksum)),
            Damaged,
        ),
        ("a bomb of 20 MB", bomb, TooLong),
        (
            "endless data",
            format!("#g1={}", "A".repeat(8 << 20)),
            TooLong,
        ),
        ("half a character", holding(&[b'a', 0xe2, 0x82]), NotText),
        ("bytes of no text", holding(&[0xff, 0xfe]), NotText),
        ("a zero", holding(b"a: io 1s\0"), NotText),
        ("a bell", holding(b"a: io 1s\x07"), NotText),
        ("an escape", holding(b"\x1b[2J"), NotText),
        ("a C1 control", holding("\u{9b}2J".as_bytes()), NotText),
    ];
    for (name, fragment, expected) in cases {
        assert_eq!(refusal(&fragment), expected, "{name}");
    }
}

#[test]
fn a_link_of_a_later_version_says_so() {
    let refused = refusal("#g2=AAAA");
    assert_eq!(refused, LinkRefusal::UnknownVersion { key: "g2".into() });
    assert_eq!(
        refused.to_string(),
        "This link was made by another version of Interleave (g2). Reload the page to have the newest one."
    );
    assert!(matches!(
        refusal("#p17=!"),
        LinkRefusal::UnknownVersion { .. }
    ));
}

#[test]
fn each_refusal_is_a_sentence() {
    let sentences = [
        LinkRefusal::Damaged,
        LinkRefusal::TooLong,
        LinkRefusal::NotText,
    ]
    .map(|refusal| refusal.to_string());
    assert_eq!(
        sentences,
        [
            "This link is damaged: a part of it is missing or was changed. Copy it again, from its beginning to its end.",
            "The program in this link is too long; a program may have 1 MB.",
            "What is in this link is not the text of a program.",
        ]
    );
}

proptest! {
    #[test]
    fn every_text_comes_back_as_it_was(text in "[\\PC\n\r\t]{0,400}") {
        let fragment = shared(&text).fragment().unwrap();
        let data = &fragment[4..];
        prop_assert!(data.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte)));
        prop_assert_eq!(SharedProgram::of_fragment(&fragment), Ok(Some(shared(&text))));
    }

    #[test]
    fn a_link_with_a_byte_changed_never_shows_another_program(
        text in "[a-z0-9: \n]{1,200}",
        place in any::<prop::sample::Index>(),
        letter in prop::sample::select(&b"ABCxyz019-_"[..]),
    ) {
        let good = shared(&text).fragment().unwrap();
        let mut bytes = good.clone().into_bytes();
        let place = 4 + place.index(bytes.len() - 4);
        bytes[place] = letter;
        if let Ok(opened) = SharedProgram::of_fragment(std::str::from_utf8(&bytes).unwrap()) {
            prop_assert_eq!(opened, Some(shared(&text)));
        }
    }

    #[test]
    fn no_fragment_does_harm(fragment in "#?[gp]1=[A-Za-z0-9_-]{0,300}|\\PC{0,60}") {
        let _ = SharedProgram::of_fragment(&fragment);
    }
}
