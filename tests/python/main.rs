//! Python programs, as they are: what they print is what CPython prints, and what is told of their
//! tasks is what they do.

mod sketches;

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use interleave::graph::StepKind;
use interleave::python::{Interpreter, Told, ToldProgram};
use interleave::run::{Mode, Rule, Stream, World};
use interleave::trace::{SpanKind, Trace};

/// The programs of a folder.
fn programs(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let entries = fs::read_dir(&folder).unwrap_or_else(|error| panic!("{folder:?}: {error}"));
    let paths = entries.map(|entry| entry.expect("an entry").path());
    let mut programs: Vec<_> = paths
        .filter(|path| path.extension().is_some_and(|extension| extension == "py"))
        .collect();
    programs.sort();
    programs
}

fn beside(program: &Path, extension: &str) -> String {
    fs::read_to_string(program.with_extension(extension)).unwrap_or_default()
}

/// What is different from what stands beside a program; nothing where all is as it should be.
fn difference(interpreter: &Interpreter, program: &Path, expected: &str) -> Option<String> {
    let source = fs::read_to_string(program).expect("a text");
    let (out, err) = match interpreter.predict(&source, Mode::Concurrent, &World::default()) {
        Ok(told) => (told.text(Stream::Out), told.text(Stream::Err)),
        Err(misspelt) => (String::new(), misspelt.traceback),
    };
    let ends_with = beside(program, "err");
    let ends_with = ends_with.trim();
    // An exception of a group stands behind lines that show the group.
    let ends = (err.lines()).any(|line| line.trim_start_matches([' ', '|', '+', '-']) == ends_with);
    let is_right = out == expected && (ends_with.is_empty() || ends);
    let name = program.file_name().unwrap_or_default();
    (!is_right).then(|| {
        format!(
            "{name:?}\nprinted:\n{out}expected:\n{expected}error:\n{err}expected: {ends_with}\n"
        )
    })
}

/// Every program of `folder` but the `others` prints what stands beside it.
fn all_print_as_expected(folder: &str, others: &[&str]) {
    let interpreter = Interpreter::new();
    let mut differences = String::new();
    let programs = programs(folder);
    assert!(!programs.is_empty());
    for program in programs {
        let name = program.file_stem().unwrap_or_default().to_string_lossy();
        if others.contains(&&*name) {
            continue;
        }
        if let Some(difference) = difference(&interpreter, &program, &beside(&program, "txt")) {
            writeln!(differences, "{difference}").expect("a string takes it");
        }
    }
    assert!(differences.is_empty(), "{differences}");
}

fn told(source: &str, mode: Mode) -> Told {
    let told = Interpreter::new().predict(source, mode, &World::default());
    told.unwrap_or_else(|misspelt| panic!("{}", misspelt.traceback))
}

/// The traces of both runs, the concurrent one first.
fn traces(source: &str) -> [Trace; 2] {
    let runs = [Mode::Concurrent, Mode::Sequential].map(|mode| told(source, mode));
    let told = ToldProgram::of(&[&runs[0], &runs[1]]);
    let program = Rc::new(told.program.clone());
    [0, 1].map(|run| Trace::of(program.clone(), &told.record(run, &runs[run].events)))
}

const THREE_WAITS: &str = "\
import asyncio

async def fetch(name, seconds):
    await asyncio.sleep(seconds)
    return name

async def main():
    print(await asyncio.gather(fetch('a', 1), fetch('b', 3), fetch('c', 2)))

asyncio.run(main())
";

#[test]
fn every_program_prints_what_cpython_prints() {
    all_print_as_expected("tests/python/programs", &[]);
}

#[test]
fn every_example_prints_what_cpython_prints() {
    let interpreter = Interpreter::new();
    for program in programs("static/examples/python") {
        let name = program.file_stem().unwrap_or_default();
        let printed = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("tests/python/examples")
            .join(name)
            .with_extension("txt");
        let expected = fs::read_to_string(&printed).expect("what it prints");
        let difference = difference(&interpreter, &program, &expected);
        assert!(difference.is_none(), "{}", difference.unwrap_or_default());
    }
}

#[test]
fn every_example_looks_in_the_gallery_as_it_runs() {
    let folder = "static/examples/python";
    let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let kept = fs::read_to_string(kept.join("sketches.json")).unwrap_or_default();
    assert!(
        kept == sketches::json(&programs(folder)),
        "they run in another way now: cargo run --features python --example python -- \
         --sketches {folder}/*.py > sketches.json, and move that into {folder}"
    );
}

/// One of the corpus shows threads of a real machine that write into each other's lines; none that
/// are modelled do.
#[test]
fn every_program_of_the_corpus_prints_what_stands_beside_it() {
    all_print_as_expected("../shared/corpus", &["000_05"]);
}

#[test]
fn together_takes_as_long_as_the_longest_and_one_by_one_the_sum() {
    let [concurrent, sequential] = traces(THREE_WAITS);
    assert_eq!(concurrent.makespan_us(), 3_000_000);
    assert_eq!(sequential.makespan_us(), 6_000_000);
}

#[test]
fn one_by_one_each_wait_holds_the_others_up() {
    let [_, sequential] = traces(THREE_WAITS);
    let steps: Vec<_> = (sequential.steps().iter())
        .map(|span| (span.kind, span.from_us, span.to_us))
        .collect();
    let io = SpanKind::Step(StepKind::Io);
    assert_eq!(
        steps,
        [
            (io, 0, 1_000_000),
            (io, 1_000_000, 4_000_000),
            (io, 4_000_000, 6_000_000)
        ]
    );
}

#[test]
fn a_sleep_that_blocks_is_told_as_one() {
    let [concurrent, _] =
        traces("import asyncio, time\nasync def main():\n    time.sleep(2)\nasyncio.run(main())\n");
    let span = &concurrent.rows()[0].spans[0];
    assert_eq!(span.kind, SpanKind::Step(StepKind::Block));
    assert_eq!((span.from_us, span.to_us), (0, 2_000_000));
}

#[test]
fn tasks_of_one_function_are_a_family() {
    let [concurrent, _] = traces(THREE_WAITS);
    let program = concurrent.program();
    let names: Vec<_> = (0..program.task_count())
        .map(|task| program.task_name(task))
        .collect();
    assert_eq!(names, ["main", "fetch[1]", "fetch[2]", "fetch[3]"]);
}

#[test]
fn a_task_tells_what_it_waits_for_and_on_which_line() {
    let run = told(THREE_WAITS, Mode::Concurrent);
    let told = ToldProgram::of(&[&run]);
    let places: Vec<_> = (told.sites.iter().zip(told.program.nodes()))
        .flat_map(|(sites, node)| {
            let sites = sites.iter().skip(1);
            sites.map(|site| (node.name.as_str(), site.line + 1, site.what.as_str()))
        })
        .collect();
    assert_eq!(
        places,
        [("main", 8, "asyncio.gather"), ("fetch", 4, "asyncio.sleep")]
    );
}

#[test]
fn who_waits_for_a_lock_is_told() {
    let [concurrent, _] = traces(
        "import asyncio\n\
         async def work(lock):\n    async with lock:\n        await asyncio.sleep(1)\n\
         async def main():\n    lock = asyncio.Lock()\n    await asyncio.gather(work(lock), work(lock))\n\
         asyncio.run(main())\n",
    );
    let second = &concurrent.rows()[2];
    let kinds: Vec<_> = second.spans.iter().map(|span| span.kind).collect();
    assert_eq!(kinds[0], SpanKind::WaitingForPool);
    assert_eq!(concurrent.program().pools()[0].name, "Lock");
}

#[test]
fn a_job_waits_for_the_one_thread_and_a_sleep_after_it_is_none() {
    let [concurrent, _] = traces(
        "import asyncio, time\nfrom concurrent.futures import ThreadPoolExecutor\n\
         pool = ThreadPoolExecutor(1)\n\
         async def work():\n    loop = asyncio.get_running_loop()\n\
         \x20   await loop.run_in_executor(pool, time.sleep, 1)\n    await asyncio.sleep(1)\n\
         async def main():\n    await asyncio.gather(work(), work())\n\
         asyncio.run(main())\n",
    );
    let spans = |task: usize| -> Vec<_> {
        let spans = concurrent.rows()[task].spans.iter();
        spans
            .map(|span| (span.kind, span.from_us, span.to_us))
            .collect()
    };
    let (thread, io) = (
        SpanKind::Step(StepKind::Thread),
        SpanKind::Step(StepKind::Io),
    );
    assert_eq!(
        spans(1),
        [(thread, 0, 1_000_000), (io, 1_000_000, 2_000_000)]
    );
    assert_eq!(
        spans(2),
        [
            (SpanKind::WaitingForThread, 0, 1_000_000),
            (thread, 1_000_000, 2_000_000),
            (io, 2_000_000, 3_000_000),
        ]
    );
}

#[test]
fn a_program_sees_nothing_of_the_one_before() {
    let interpreter = Interpreter::new();
    let first = "import asyncio, random, logging\nlogging.basicConfig(level=10)\nx = 1\n\
         async def main():\n    asyncio.create_task(asyncio.sleep(9), name='left')\n    print(random.random())\n\
         asyncio.run(main())\n";
    let second = "import asyncio, random, logging, sys\nprint('x' in globals(), logging.root.handlers)\n\
         async def main():\n    print(asyncio.create_task(asyncio.sleep(0)).get_name(), random.random())\n\
         asyncio.run(main())\n";
    let alone = told(second, Mode::Concurrent).text(Stream::Out);
    interpreter
        .predict(first, Mode::Concurrent, &World::default())
        .expect("a program");
    let after = interpreter
        .predict(second, Mode::Concurrent, &World::default())
        .expect("a program");
    assert_eq!(after.text(Stream::Out), alone);
    assert!(
        alone.starts_with("False []\nTask-2 0.13436424411240122\n"),
        "{alone}"
    );
}

#[test]
fn a_program_that_waits_for_ever_says_who_waits_for_what() {
    let run = told(
        "import asyncio\nasync def main():\n    print('waits')\n    await asyncio.Queue().get()\n\nasyncio.run(main())\n",
        Mode::Concurrent,
    );
    assert_eq!(run.text(Stream::Out), "waits\n");
    let said = run.text(Stream::Err);
    assert!(said.contains("waits for ever"), "{said}");
    assert!(said.contains("Task-1 waits in line 4: Queue.get"), "{said}");
}

#[test]
fn what_is_no_program_is_told_with_its_place() {
    let misspelt =
        Interpreter::new().predict("x = 1\nprint(x\n", Mode::Concurrent, &World::default());
    let misspelt = misspelt.expect_err("a parenthesis is missing");
    assert_eq!(misspelt.line, 2);
    assert_eq!(misspelt.message, "SyntaxError: '(' was never closed");
}

#[test]
fn output_has_the_time_at_which_it_was_written() {
    let run = told(
        "import asyncio\nasync def main():\n    for n in range(3):\n        print(n)\n        await asyncio.sleep(0.5)\nasyncio.run(main())\n",
        Mode::Concurrent,
    );
    let written: Vec<_> = run
        .output
        .iter()
        .map(|output| (output.time_us, &*output.text))
        .collect();
    assert_eq!(written, [(0, "0\n"), (500_000, "1\n"), (1_000_000, "2\n")]);
}

fn told_in(source: &str, world: &World) -> String {
    let told = Interpreter::new().predict(source, Mode::Concurrent, world);
    let told = told.unwrap_or_else(|misspelt| panic!("{}", misspelt.traceback));
    told.text(Stream::Out)
}

#[test]
fn the_first_rule_that_fits_answers_a_request() {
    let source = "\
import asyncio, aiohttp

async def get(session, url):
    begin = asyncio.get_running_loop().time()
    try:
        async with session.get(url) as response:
            said = response.status, response.content_type, len(await response.text()) > 0
    except aiohttp.ClientConnectionError:
        said = 'nobody'
    print(said, round(asyncio.get_running_loop().time() - begin, 3))

async def main():
    async with aiohttp.ClientSession() as session:
        for url in URLS:
            await get(session, url)

URLS = [
    'https://shop.example/cart',
    'https://shop.example/wait/3',
    'https://pictures.shop.example/cat.png',
    'https://other.example/wait/3',
    'https://other.example/',
]
asyncio.run(main())
";
    let rules = [
        ["shop.example/wait/N", "N s", "200 JSON"],
        ["shop.example", "50ms", "503 empty"],
        ["*.shop.example", "70ms", "200 HTML"],
        ["/wait/N", "1s", "no connection"],
    ];
    let rules = rules.map(|[url, after, answer]| Rule::read(url, after, answer).expect("a rule"));
    let world = World {
        rules: rules.into(),
        ..World::default()
    };
    assert_eq!(
        told_in(source, &world),
        "(503, 'text/plain', False) 0.05\n(200, 'application/json', True) 3.0\n\
         (200, 'text/html', True) 0.07\nnobody 1.0\nnobody 0.0\n"
    );
}

#[test]
fn another_seed_gives_other_numbers_and_the_same_one_the_same() {
    let source = "import random\nprint(random.random())\n";
    let numbers = [1, 2, 1].map(|seed| {
        let world = World {
            seed,
            ..World::default()
        };
        told_in(source, &world)
    });
    assert_eq!(numbers[0], "0.13436424411240122\n");
    assert_eq!(numbers[1], "0.9560342718892494\n");
    assert_eq!(numbers[2], numbers[0]);
}
