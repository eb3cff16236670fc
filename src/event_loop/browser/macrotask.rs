use std::cell::{Cell, RefCell};
use std::future::poll_fn;
use std::rc::Rc;
use std::task::{Poll, Waker};

use wasm_bindgen::prelude::*;
use web_sys::MessageChannel;

/// A way to give the browser a macrotask at once: a message to oneself. (A timer of 0 ms would
/// soon be one of 4, as HTML has it of nested timers.)
pub(super) struct Macrotask {
    channel: MessageChannel,
    arrived: Rc<Cell<bool>>,
    waker: Rc<RefCell<Option<Waker>>>,
    _on_message: Closure<dyn FnMut()>,
}

impl Macrotask {
    /// # Errors
    /// What the browser says where it has no message channels.
    pub(super) fn new() -> Result<Self, JsValue> {
        let channel = MessageChannel::new()?;
        let arrived = Rc::new(Cell::new(false));
        let waker = Rc::new(RefCell::new(None::<Waker>));
        let on_message = Closure::<dyn FnMut()>::new({
            let (arrived, waker) = (arrived.clone(), waker.clone());
            move || {
                arrived.set(true);
                if let Some(waker) = waker.take() {
                    waker.wake();
                }
            }
        });
        channel
            .port1()
            .set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        Ok(Macrotask {
            channel,
            arrived,
            waker,
            _on_message: on_message,
        })
    }

    /// Goes on in a macrotask of its own, after those that already wait.
    pub(super) async fn next(&self) -> Result<(), JsValue> {
        self.arrived.set(false);
        self.channel.port2().post_message(&JsValue::NULL)?;
        poll_fn(|context| {
            if self.arrived.get() {
                return Poll::Ready(());
            }
            *self.waker.borrow_mut() = Some(context.waker().clone());
            Poll::Pending
        })
        .await;
        Ok(())
    }
}

impl Drop for Macrotask {
    fn drop(&mut self) {
        self.channel.port1().close();
    }
}

/// Goes on in the next microtask.
pub(super) async fn next_microtask() {
    let mut woken = false;
    poll_fn(|context| {
        if woken {
            return Poll::Ready(());
        }
        woken = true;
        // wasm-bindgen-futures polls a woken task again in a microtask of its own.
        context.waker().wake_by_ref();
        Poll::Pending
    })
    .await;
}
