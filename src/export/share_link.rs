use std::fmt;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use miniz_oxide::deflate::compress_to_vec_zlib;
use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_zlib_with_limit};
use serde::{Deserialize, Serialize};

use super::incoming_text::{check_text, text_of};
use super::{TEXT_LIMIT, TextRefusal};
use crate::words::{Language, page as words};

/// How hard the compressor tries; more would take long without making it shorter.
const EFFORT: u8 = 9;

/// The longest data that are looked at, in bytes: more than any text of [`TEXT_LIMIT`] comes to.
const DATA_LIMIT: usize = 2 * TEXT_LIMIT;

/// What a program is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum WrittenAs {
    /// The notation of task graphs.
    TaskGraph,
    /// Python.
    Python,
}

/// A program that a link holds: its text, compressed, in the link's fragment. Nobody but whoever
/// opens the link gets to see it, as browsers keep fragments to themselves.
///
/// The fragment is `KEY=DATA`. The key says in what the program is written and in which way the
/// data are made of it: `g1` is a task graph, `p1` a Python program. The data are the text in
/// UTF-8, compressed as a zlib stream (RFC 1950, whose checksum tells a damaged link), in base64
/// with the alphabet for URLs and without padding (RFC 4648, section 5).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SharedProgram {
    /// What it is written in.
    pub written_as: WrittenAs,
    /// Its text as it was given.
    pub text: String,
}

/// Why a link's program can't be shown, in a sentence for people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkRefusal {
    /// Something is missing from it, or was changed.
    Damaged,
    /// It was made in a way that is not known here; `key` is what stands before the `=`.
    UnknownVersion { key: String },
    /// Its text has more than [`TEXT_LIMIT`] bytes.
    TooLong,
    /// What it holds is no text.
    NotText,
}

impl WrittenAs {
    /// Both, in the order in which the page offers them.
    pub const ALL: [WrittenAs; 2] = [WrittenAs::TaskGraph, WrittenAs::Python];

    /// The other one.
    pub fn other(self) -> Self {
        match self {
            WrittenAs::TaskGraph => WrittenAs::Python,
            WrittenAs::Python => WrittenAs::TaskGraph,
        }
    }

    /// What the program of a file is written in, by the file's name.
    ///
    /// ```
    /// use interleave::export::WrittenAs;
    ///
    /// assert_eq!(WrittenAs::of_file("Fetch.PY"), WrittenAs::Python);
    /// assert_eq!(WrittenAs::of_file("fetch.txt"), WrittenAs::TaskGraph);
    /// ```
    pub fn of_file(name: &str) -> Self {
        let ending = name.rsplit_once('.').map(|(_, ending)| ending);
        match ending.is_some_and(|ending| ending.eq_ignore_ascii_case("py")) {
            true => WrittenAs::Python,
            false => WrittenAs::TaskGraph,
        }
    }

    fn key(self) -> &'static str {
        match self {
            WrittenAs::TaskGraph => "g1",
            WrittenAs::Python => "p1",
        }
    }
}

impl SharedProgram {
    /// The fragment of a link that holds the program, with its `#`.
    ///
    /// ```
    /// use interleave::export::{SharedProgram, WrittenAs};
    ///
    /// let text = "user: io 300ms\nposts[1..6]: io 400ms after user\n".to_owned();
    /// let program = SharedProgram { written_as: WrittenAs::TaskGraph, text };
    /// let fragment = program.fragment().unwrap();
    /// assert!(fragment.starts_with("#g1="));
    /// assert_eq!(SharedProgram::of_fragment(&fragment), Ok(Some(program)));
    /// ```
    ///
    /// # Errors
    /// Where the link could not be opened again, as the text is too long or is none.
    pub fn fragment(&self) -> Result<String, TextRefusal> {
        check_text(&self.text)?;
        let compressed = compress_to_vec_zlib(self.text.as_bytes(), EFFORT);
        let data = URL_SAFE_NO_PAD.encode(compressed);
        Ok(format!("#{}={data}", self.written_as.key()))
    }

    /// The program of a link with this fragment, with or without its `#`; none where the fragment
    /// is for something else. Whatever the fragment is, this takes no more than a few megabytes,
    /// and time linear in its length.
    ///
    /// # Errors
    /// Why the program can't be shown.
    pub fn of_fragment(fragment: &str) -> Result<Option<Self>, LinkRefusal> {
        let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
        let (key, data) = match fragment.split_once('=') {
            Some(parts) => parts,
            // A link that was cut where it begins.
            None if is_key(fragment) => return Err(LinkRefusal::Damaged),
            None => return Ok(None),
        };
        match WrittenAs::ALL.into_iter().find(|way| way.key() == key) {
            Some(written_as) => {
                let text = text_in(data)?;
                Ok(Some(SharedProgram { written_as, text }))
            }
            None if is_key(key) => Err(LinkRefusal::UnknownVersion { key: key.into() }),
            None => Ok(None),
        }
    }
}

/// Whether this could be the key of some version: a letter that has one, and a number.
fn is_key(key: &str) -> bool {
    let version = key.strip_prefix(['g', 'p']).unwrap_or_default();
    (1..=3).contains(&version.len()) && version.bytes().all(|byte| byte.is_ascii_digit())
}

/// The text that a link holds.
fn text_in(data: &str) -> Result<String, LinkRefusal> {
    if data.len() > DATA_LIMIT {
        return Err(LinkRefusal::TooLong);
    }
    let compressed = URL_SAFE_NO_PAD
        .decode(data)
        .map_err(|_| LinkRefusal::Damaged)?;
    let bytes =
        decompress_to_vec_zlib_with_limit(&compressed, TEXT_LIMIT).map_err(|error| match error
            .status
        {
            TINFLStatus::HasMoreOutput => LinkRefusal::TooLong,
            _ => LinkRefusal::Damaged,
        })?;
    text_of(bytes).map_err(|refusal| match refusal {
        TextRefusal::TooLong { .. } => LinkRefusal::TooLong,
        TextRefusal::NotText => LinkRefusal::NotText,
    })
}

impl LinkRefusal {
    /// Why, in a sentence.
    pub fn say(&self, language: Language) -> String {
        match self {
            LinkRefusal::Damaged => words::link_damaged(language).to_owned(),
            LinkRefusal::UnknownVersion { key } => words::link_of_other_version(language, key),
            LinkRefusal::TooLong => words::link_too_long(language).to_owned(),
            LinkRefusal::NotText => words::link_not_text(language).to_owned(),
        }
    }
}

impl fmt::Display for LinkRefusal {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.say(Language::English))
    }
}
