use wasm_bindgen::prelude::*;
use web_sys::{Element, ResizeObserver};

/// Calls back when an element's size changes, and once at the beginning; until it is dropped.
pub struct ResizeWatch {
    observer: Option<ResizeObserver>,
    _on_resize: Closure<dyn Fn()>,
}

impl ResizeWatch {
    /// Watches `element`.
    pub fn new(element: impl AsRef<Element>, on_resize: impl Fn() + 'static) -> Self {
        let on_resize = Closure::<dyn Fn()>::new(on_resize);
        let observer = ResizeObserver::new(on_resize.as_ref().unchecked_ref()).ok();
        if let Some(observer) = &observer {
            observer.observe(element.as_ref());
        }
        ResizeWatch {
            observer,
            _on_resize: on_resize,
        }
    }
}

impl Drop for ResizeWatch {
    fn drop(&mut self) {
        if let Some(observer) = &self.observer {
            observer.disconnect();
        }
    }
}
