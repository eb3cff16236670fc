//! What a thread of the browser offers a clock: the time, and ways to let it pass.

use std::hint::black_box;

use js_sys::{Atomics, Int32Array, Object, Reflect, WebAssembly};
use wasm_bindgen::prelude::*;

use super::{Gap, Look};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = performance, js_name = now)]
    fn performance_now() -> f64;

    #[wasm_bindgen(js_namespace = Date, js_name = now)]
    fn date_now() -> f64;

    #[wasm_bindgen(thread_local_v2, js_namespace = performance, js_name = timeOrigin)]
    static TIME_ORIGIN: f64;
}

/// The time in milliseconds since the Unix epoch, on a clock that never goes back and that the
/// page and its workers share (`performance.timeOrigin + performance.now()`).
pub fn now_ms() -> f64 {
    TIME_ORIGIN.with(|origin| *origin) + performance_now()
}

/// In what steps the clock goes on, in milliseconds: a browser shows no more of it than it wants
/// to. Takes a few of them.
pub(super) fn step_ms() -> f64 {
    let steps = [(); 3].map(|()| {
        let from_ms = now_ms();
        loop {
            let to_ms = now_ms();
            if to_ms > from_ms {
                return to_ms - from_ms;
            }
        }
    });
    steps.into_iter().fold(f64::INFINITY, f64::min)
}

/// A look at both clocks.
pub(super) fn look() -> Look {
    Look {
        at_ms: now_ms(),
        wall_ms: date_now(),
    }
}

/// Computes until the time is `until_ms` (as of [`now_ms`]). Returns the longest time for which it
/// could not.
pub(super) fn compute_until(until_ms: f64) -> Gap {
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    let mut looked_ms = now_ms();
    let mut longest = Gap {
        from_ms: looked_ms,
        to_ms: looked_ms,
    };
    while looked_ms < until_ms {
        for _ in 0..2_000 {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
        }
        black_box(state);
        let from_ms = std::mem::replace(&mut looked_ms, now_ms());
        longest = longest.or_longer(Gap {
            from_ms,
            to_ms: looked_ms,
        });
    }
    longest
}

/// Memory that nobody else writes to, for [`block_until`] to wait at.
pub(super) struct WaitingPlace(Option<Int32Array>);

impl WaitingPlace {
    /// Shared memory of one page. A browser gives it to every worker in this way, with or without
    /// cross-origin isolation, as long as it is not sent to another.
    pub(super) fn new() -> Self {
        let descriptor = Object::new();
        for (key, value) in [
            ("initial", 1.into()),
            ("maximum", 1.into()),
            ("shared", true.into()),
        ] {
            // Setting a property of an object that was just made can't fail.
            let _: Result<bool, JsValue> = Reflect::set(&descriptor, &JsValue::from(key), &value);
        }
        let memory = WebAssembly::Memory::new(&descriptor).ok();
        WaitingPlace(memory.map(|memory| Int32Array::new(&memory.buffer())))
    }
}

/// Puts the thread to sleep until the time is `until_ms` (as of [`now_ms`]). Where the browser
/// lets no thread sleep (a page's own thread), it computes instead. Returns for how long it was not
/// woken after that, or could not compute.
pub(super) fn block_until(place: &WaitingPlace, until_ms: f64) -> Gap {
    if let Some(memory) = &place.0 {
        let left_ms = until_ms - now_ms();
        // An error means that this thread may not sleep; the rest is computed away.
        let _: Result<_, JsValue> = Atomics::wait_with_timeout(memory, 0, 0, left_ms);
    }
    let woken_ms = now_ms();
    let late = Gap {
        from_ms: until_ms.min(woken_ms),
        to_ms: woken_ms,
    };
    late.or_longer(compute_until(until_ms))
}
