//! `asyncio.Future`.

use super::bench::Bench;

#[test]
fn a_future_gives_its_result_to_all_who_await_it() {
    let bench = Bench::new();
    let future = bench.event_loop.create_future::<u32>();
    let tasks = [0, 1].map(|label| {
        let future = future.clone();
        bench.event_loop.create_task(label, future)
    });
    bench.event_loop.call_later(5, move || {
        future.set_result(7);
    });
    bench.run();
    assert_eq!(tasks.map(|task| task.result()), [Some(Ok(7)), Some(Ok(7))]);
}
