use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo_events::EventListener;
use web_sys::Document;

use crate::event_loop::browser::{Absence, Gap, now_ms};

/// So many are remembered: who goes to and fro more often than that during a run is told of the
/// last ones.
const REMEMBERED: usize = 100;

/// When the page was in the background, and when the browser had frozen it, from now on.
pub struct Absences {
    known: Rc<Known>,
    _listeners: Vec<EventListener>,
}

#[derive(Default)]
struct Known {
    /// The last ones that are over.
    over: RefCell<Vec<(Absence, Gap)>>,
    hidden_since_ms: Cell<Option<f64>>,
    frozen_since_ms: Cell<Option<f64>>,
}

impl Absences {
    /// Begins to listen.
    pub fn watch() -> Self {
        let known = Rc::new(Known::default());
        let document = web_sys::window().and_then(|window| window.document());
        let listeners = document.map(|document| {
            known.set(Absence::Hidden, document.hidden());
            let listen = |event, note: fn(&Known, &Document)| {
                let (known, document) = (known.clone(), document.clone());
                EventListener::new(&document.clone(), event, move |_| note(&known, &document))
            };
            vec![
                listen("visibilitychange", |known, document| {
                    known.set(Absence::Hidden, document.hidden());
                }),
                listen("freeze", |known, _| known.set(Absence::Frozen, true)),
                listen("resume", |known, _| known.set(Absence::Frozen, false)),
            ]
        });
        Absences {
            known,
            _listeners: listeners.unwrap_or_default(),
        }
    }

    /// Where the page was for some of that time: frozen, if it was that.
    pub fn during(&self, time: Gap) -> Option<Absence> {
        let Known {
            over,
            hidden_since_ms,
            frozen_since_ms,
        } = &*self.known;
        let lasts = |absence, since_ms: &Cell<Option<f64>>| {
            let from_ms = since_ms.get().filter(|&since_ms| since_ms < time.to_ms)?;
            let to_ms = f64::INFINITY;
            Some((absence, Gap { from_ms, to_ms }))
        };
        let going_on = [
            lasts(Absence::Hidden, hidden_since_ms),
            lasts(Absence::Frozen, frozen_since_ms),
        ];
        let over = over.borrow();
        let all = over.iter().copied().chain(going_on.into_iter().flatten());
        let then = all.filter(|(_, gap)| gap.from_ms < time.to_ms && gap.to_ms > time.from_ms);
        then.map(|(absence, _)| absence).max()
    }
}

impl Known {
    fn set(&self, absence: Absence, begins: bool) {
        let since_ms = match absence {
            Absence::Hidden => &self.hidden_since_ms,
            Absence::Frozen => &self.frozen_since_ms,
        };
        let before_ms = since_ms.replace(begins.then(now_ms));
        if let Some(from_ms) = before_ms {
            let mut over = self.over.borrow_mut();
            if over.len() == REMEMBERED {
                over.remove(0);
            }
            over.push((
                absence,
                Gap {
                    from_ms,
                    to_ms: now_ms(),
                },
            ));
        }
    }
}
