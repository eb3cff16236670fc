use std::collections::HashSet;

use crate::graph::Program;

/// What the functions and semaphores of a script are called: as in the program, as far as Python
/// takes the name and the script needs it for nothing else.
pub(super) struct Names {
    /// For each pool the name of its semaphore.
    pub(super) semaphores: Vec<String>,
    /// For each node the name of its coroutine function.
    pub(super) functions: Vec<String>,
}

impl Names {
    /// A name that can stay does. One that is reserved has `_` put after it until it is nobody's;
    /// one that isn't certain to stay what it is in Python gives way to the place of its line.
    pub(super) fn of(program: &Program) -> Self {
        let pools = program.pools().iter().map(|pool| ("pool", &pool.name));
        let nodes = program.nodes().iter().map(|node| ("task", &node.name));
        let can_stay = |name: &str| is_stable(name) && !is_reserved(name);
        let mut taken: HashSet<String> = pools
            .clone()
            .chain(nodes.clone())
            .filter(|(_, name)| can_stay(name))
            .map(|(_, name)| name.clone())
            .collect();
        let mut identifier = |(place, (what, name)): (usize, (&str, &String))| {
            if can_stay(name) {
                return name.clone();
            }
            let mut identifier = if is_stable(name) {
                name.clone()
            } else {
                format!("{what}_{}", place + 1)
            };
            while is_reserved(&identifier) || taken.contains(&identifier) {
                identifier.push('_');
            }
            taken.insert(identifier.clone());
            identifier
        };
        Names {
            semaphores: pools.enumerate().map(&mut identifier).collect(),
            functions: nodes.enumerate().map(&mut identifier).collect(),
        }
    }
}

/// Python brings identifiers into normal form NFKC, by which two names can become one. Letters of
/// these ranges, and ASCII, are their own normal form whatever stands beside them, and they are
/// identifiers in every Python that the scripts are for.
const STABLE: [(char, char); 37] = [
    ('À', 'Ö'),
    ('Ø', 'ö'),
    ('ø', 'ı'),
    ('Ĵ', 'ľ'),
    ('Ł', 'ň'),
    ('Ŋ', 'ž'),
    ('ƀ', 'ƺ'),
    ('Ǎ', 'ǰ'),
    ('Ǵ', 'ʯ'),
    ('Ά', 'Ά'),
    ('Έ', 'Ί'),
    ('Ό', 'Ό'),
    ('Ύ', 'Ρ'),
    ('Σ', 'ώ'),
    ('Ѐ', 'ҁ'),
    ('Ҋ', 'ԯ'),
    ('Ա', 'Ֆ'),
    ('ՠ', 'ֆ'),
    ('א', 'ת'),
    ('ؠ', 'ي'),
    ('ٹ', 'ۓ'),
    ('ऄ', 'ह'),
    ('ก', 'ะ'),
    ('ა', 'ჺ'),
    ('ሀ', 'ቈ'),
    ('Ḁ', 'ẙ'),
    ('ẞ', 'ẞ'),
    ('Ạ', 'ỹ'),
    ('々', '々'),
    ('ぁ', 'ゖ'),
    ('ァ', 'ヺ'),
    ('ー', 'ー'),
    ('ㄅ', 'ㄯ'),
    ('㐀', '䶿'),
    ('一', '\u{9ffc}'),
    ('가', '힣'),
    ('𠀀', '\u{2a6d6}'),
];

/// Whether a name stays what it is, and is none of Python's own (`__name__`).
fn is_stable(name: &str) -> bool {
    let is_special = name.starts_with("__") && name.ends_with("__");
    let is_within = |character| {
        let mut ranges = STABLE.iter();
        ranges.any(|&(first, last)| (first..=last).contains(&character))
    };
    !is_special && name.chars().all(|c| c.is_ascii() || is_within(c))
}

/// Whether a name means something else to Python or to the scripts.
fn is_reserved(name: &str) -> bool {
    let is_word = |words: &str| words.split_whitespace().any(|word| word == name);
    is_word(KEYWORDS) || is_word(BUILTINS) || is_word(SCRIPT)
}

const KEYWORDS: &str = "
    False None True and as assert async await break class continue def del elif else except finally
    for from global if import in is lambda nonlocal not or pass raise return try while with yield
";

/// Python's built-in names, up to 3.13.
const BUILTINS: &str = "
    abs aiter all anext any ascii bin bool breakpoint bytearray bytes callable chr classmethod
    compile complex copyright credits delattr dict dir divmod enumerate eval exec exit filter float
    format frozenset getattr globals hasattr hash help hex id input int isinstance issubclass iter
    len license list locals map max memoryview min next object oct open ord pow print property quit
    range repr reversed round set setattr slice sorted staticmethod str sum super tuple type vars
    zip
    ArithmeticError AssertionError AttributeError BaseException BaseExceptionGroup BlockingIOError
    BrokenPipeError BufferError BytesWarning ChildProcessError ConnectionAbortedError
    ConnectionError ConnectionRefusedError ConnectionResetError DeprecationWarning EOFError Ellipsis
    EncodingWarning EnvironmentError Exception ExceptionGroup FileExistsError FileNotFoundError
    FloatingPointError FutureWarning GeneratorExit IOError ImportError ImportWarning
    IndentationError IndexError InterruptedError IsADirectoryError KeyError KeyboardInterrupt
    LookupError MemoryError ModuleNotFoundError NameError NotADirectoryError NotImplemented
    NotImplementedError OSError OverflowError PendingDeprecationWarning PermissionError
    ProcessLookupError PythonFinalizationError RecursionError ReferenceError ResourceWarning
    RuntimeError RuntimeWarning StopAsyncIteration StopIteration SyntaxError SyntaxWarning
    SystemError SystemExit TabError TimeoutError TypeError UnboundLocalError UnicodeDecodeError
    UnicodeEncodeError UnicodeError UnicodeTranslateError UnicodeWarning UserWarning ValueError
    Warning ZeroDivisionError
";

/// What the scripts themselves name.
const SCRIPT: &str = "
    BEGAN Failed SEED Skipped ThreadPoolExecutor
    all_of any_of asyncio attempt background between chance compute draw executor failed
    first_of functools group hashlib i loop main n name report reported succeeded sys task tasks time wait_until
";
