use unicode_ident::{is_xid_continue, is_xid_start};
use winnow::Parser;
use winnow::combinator::{alt, dispatch, not, opt, peek, repeat};
use winnow::error::EmptyError;
use winnow::stream::LocatingSlice;
use winnow::token::{any, one_of, take_till, take_while};

use super::keyword::Keyword;
use super::token::{Token, TokenKind};
use crate::graph::StepKind;
use crate::lettering::is_hidden;

/// The byte order mark: some editors write it at the start of a text.
pub(super) const BYTE_ORDER_MARK: char = '\u{feff}';

type Input<'t> = LocatingSlice<&'t str>;
type Lexed<T> = Result<T, EmptyError>;

/// The words of `text`, which may be any at all, with ranges counted from its start. Together
/// with the white space between them, and a byte order mark before them, they are the whole text.
pub(super) fn tokens(text: &str) -> impl Iterator<Item = Token> {
    let mut input = LocatingSlice::new(text);
    let _: Lexed<_> = opt(BYTE_ORDER_MARK).parse_next(&mut input);
    std::iter::from_fn(move || {
        white_space(&mut input).ok()?;
        let (kind, range) = token.with_span().parse_next(&mut input).ok()?;
        Some(Token { kind, range })
    })
}

/// Whether `text` can be a name: a Unicode identifier, which may begin with `_` too, of characters
/// that are seen: two names that are not the same must not look so.
pub(super) fn is_identifier(text: &str) -> bool {
    let mut characters = text.chars();
    characters
        .next()
        .is_some_and(|first| first == '_' || is_xid_start(first))
        && characters.all(is_xid_continue)
        && !text.contains(is_hidden)
}

/// Whether `text` can be a name and has no meaning of its own.
pub(super) fn is_name(text: &str) -> bool {
    kind_of_run(text) == TokenKind::Name
}

/// Whether `character` ends a line. A CR before an LF does so together with it.
pub(super) fn is_line_break(character: char) -> bool {
    matches!(character, '\n' | '\r')
}

fn white_space(input: &mut Input) -> Lexed<()> {
    take_while(0.., char::is_whitespace)
        .void()
        .parse_next(input)
}

/// The first character says which kind it is: texts of nothing but short words are read as fast.
fn token(input: &mut Input) -> Lexed<TokenKind> {
    dispatch! {peek(any);
        '#' => take_till(0.., is_line_break).value(TokenKind::Comment),
        ':' => any.value(TokenKind::Colon),
        ',' => any.value(TokenKind::Comma),
        '[' => any.value(TokenKind::Open),
        ']' => any.value(TokenKind::Close),
        '=' => any.value(TokenKind::Equals),
        '.' => alt(("..".value(TokenKind::Dots), run.map(kind_of_run))),
        _ => run.map(kind_of_run),
    }
    .parse_next(input)
}

/// What stands between white space and punctuation is one word even where it is nonsense, so that
/// `load-user` is one mistake and not three.
fn run<'t>(input: &mut Input<'t>) -> Lexed<&'t str> {
    repeat::<_, _, (), _, _>(
        1..,
        alt((
            take_while(1.., is_plain).void(),
            (one_of('.'), not('.')).void(),
        )),
    )
    .take()
    .parse_next(input)
}

fn is_plain(character: char) -> bool {
    !character.is_whitespace() && !matches!(character, '#' | ':' | ',' | '[' | ']' | '=' | '.')
}

fn kind_of_run(run: &str) -> TokenKind {
    match run {
        "io" => return TokenKind::Step(StepKind::Io),
        "cpu" => return TokenKind::Step(StepKind::Cpu),
        "block" => return TokenKind::Step(StepKind::Block),
        "thread" => return TokenKind::Step(StepKind::Thread),
        "i" => return TokenKind::Index,
        _ => {}
    }
    if let Some(keyword) = Keyword::of(run) {
        TokenKind::Keyword(keyword)
    } else if is_identifier(run) {
        TokenKind::Name
    } else if begins_as_number(run) {
        TokenKind::Number
    } else {
        TokenKind::Unknown
    }
}

/// Whether a digit stands first, signs and points apart.
fn begins_as_number(run: &str) -> bool {
    run.trim_start_matches(['-', '+', '.'])
        .starts_with(|first: char| first.is_ascii_digit())
}
