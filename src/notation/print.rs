use std::fmt;

use super::clause::Clause;
use super::duration::UNITS;
use crate::graph::{Fails, IndexRange, Node, OnFailure, Pool, Program, Reference, Settings, Step};

/// The most digits behind the point of a printed duration.
const DURATION_PLACES: u32 = 2;

/// The digits behind the point of a percentage that come to a millionth.
const CHANCE_PLACES: u32 = 4;

/// What 1 % is in millionths.
const PERCENT: u64 = 10_000;

/// `program` in the notation: the settings that are not the default, the pools, then a line for
/// each node. What [`super::parse`] reads from that is `program` again, if it came from a text.
///
/// ```
/// use interleave::notation::{parse, print};
///
/// let source = "seed 1\na: io 1500000us background timeout 0.4s\npool p = 2";
/// let program = parse(source).unwrap().program;
/// assert_eq!(print(&program), "pool p = 2\n\na: io 1.5s timeout 400ms background\n");
/// ```
pub fn print(program: &Program) -> String {
    Text { program }.to_string()
}

/// The line of `program`'s node at place `node`, as it is in what [`print()`] makes.
///
/// ```
/// use interleave::notation::{parse, print_node};
///
/// let program = parse("a: io 1000ms\nb[1..2]: cpu 5ms fails after a").unwrap().program;
/// assert_eq!(print_node(&program, 1), "b[1..2]: cpu 5ms after a fails");
/// ```
pub fn print_node(program: &Program, node: usize) -> String {
    let node = &program.nodes()[node];
    Line { program, node }.to_string()
}

/// A program as its text.
struct Text<'p> {
    program: &'p Program,
}

impl fmt::Display for Text<'_> {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let program = self.program;
        let settings = program.settings();
        write_settings(f, settings)?;
        for Pool { name, size } in program.pools() {
            writeln!(f, "pool {name} = {size}")?;
        }
        let nodes = program.nodes();
        let has_head = settings != Settings::default() || !program.pools().is_empty();
        if has_head && !nodes.is_empty() {
            writeln!(f)?;
        }
        for node in nodes {
            writeln!(f, "{}", Line { program, node })?;
        }
        Ok(())
    }
}

fn write_settings(f: &mut fmt::Formatter, settings: Settings) -> fmt::Result {
    let default = Settings::default();
    if settings.threads != default.threads {
        writeln!(f, "threads {}", settings.threads)?;
    }
    if settings.on_failure != default.on_failure {
        let word = match settings.on_failure {
            OnFailure::Cancel => "cancel",
            OnFailure::Continue => "continue",
        };
        writeln!(f, "on failure {word}")?;
    }
    if settings.seed != default.seed {
        writeln!(f, "seed {}", settings.seed)?;
    }
    Ok(())
}

/// A node of a program as its line.
struct Line<'p> {
    program: &'p Program,
    node: &'p Node,
}

impl fmt::Display for Line<'_> {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let node = self.node;
        write!(f, "{}", node.name)?;
        if let Some(IndexRange { first, last }) = node.indices {
            write!(f, "[{first}..{last}]")?;
        }
        for (place, &step) in node.steps.iter().enumerate() {
            write!(f, "{}", if place == 0 { ": " } else { " then " })?;
            write_step(f, step)?;
        }
        self.write_after(f)?;
        self.write_using(f)?;
        write_attempts(f, node)?;
        if node.background {
            write!(f, " background")?;
        }
        Ok(())
    }
}

impl Line<'_> {
    fn write_after(&self, f: &mut fmt::Formatter) -> fmt::Result {
        for (place, reference) in self.node.after.iter().enumerate() {
            match place {
                0 => write!(f, " {} ", Clause::After(self.node.after_mode).words())?,
                _ => write!(f, ", ")?,
            }
            write!(f, "{}", self.program.nodes()[reference.node()].name)?;
            match reference {
                Reference::All { .. } => {}
                Reference::Member { index, .. } => write!(f, "[{index}]")?,
                Reference::SameIndex { .. } => write!(f, "[i]")?,
            }
        }
        Ok(())
    }

    fn write_using(&self, f: &mut fmt::Formatter) -> fmt::Result {
        for (place, &pool) in self.node.using.iter().enumerate() {
            write!(f, "{}", if place == 0 { " using " } else { ", " })?;
            write!(f, "{}", self.program.pools()[pool].name)?;
        }
        Ok(())
    }
}

fn write_step(f: &mut fmt::Formatter, step: Step) -> fmt::Result {
    let word = step.kind.word();
    let shortest = duration(step.shortest_us);
    write!(f, "{word} {shortest}")?;
    if step.is_drawn() {
        write!(f, "..{}", duration(step.longest_us))?;
    }
    Ok(())
}

fn write_attempts(f: &mut fmt::Formatter, node: &Node) -> fmt::Result {
    if let Some(timeout_us) = node.timeout_us {
        write!(f, " timeout {}", duration(timeout_us))?;
    }
    if let Some(retry) = node.retry {
        write!(f, " retry {}", retry.count)?;
        if let Some(backoff_us) = retry.backoff_us {
            write!(f, " backoff {}", duration(backoff_us))?;
        }
    }
    match node.fails {
        Fails::Never => Ok(()),
        Fails::Always => write!(f, " fails"),
        Fails::First(count) => write!(f, " fails {count}"),
        Fails::Chance { millionths } => {
            let percent = Quotient::of(u64::from(millionths), PERCENT, CHANCE_PLACES);
            write!(f, " fails {percent}%")
        }
    }
}

/// A duration in the largest unit of which it is one or more, and exactly so with few digits
/// behind the point.
fn duration(duration_us: u64) -> String {
    let fitting = UNITS.iter().rev().find_map(|&(unit, unit_us)| {
        let quotient = Quotient::of(duration_us, unit_us, DURATION_PLACES);
        (duration_us >= unit_us && quotient.is_exact).then(|| format!("{quotient}{unit}"))
    });
    fitting.unwrap_or_else(|| "0s".to_owned())
}

/// A decimal number of a certain number of digits behind the point, of which closing zeros are
/// not written.
pub(super) struct Quotient {
    whole: u64,
    fraction: u64,
    places: u32,
    /// Whether nothing is lost behind the last digit.
    pub(super) is_exact: bool,
}

impl Quotient {
    pub(super) fn of(dividend: u64, divisor: u64, places: u32) -> Self {
        let scaled = dividend % divisor * 10_u64.pow(places);
        Quotient {
            whole: dividend / divisor,
            fraction: scaled / divisor,
            places,
            is_exact: scaled.is_multiple_of(divisor),
        }
    }
}

impl fmt::Display for Quotient {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{}", self.whole)?;
        if self.fraction == 0 {
            return Ok(());
        }
        let places = self.places as usize;
        let digits = format!("{:0places$}", self.fraction);
        write!(f, ".{}", digits.trim_end_matches('0'))
    }
}
