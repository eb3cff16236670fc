//! Because of whom a span begins or ends.

use crate::trace::{Link, Row, Span, SpanKind};

/// What let a task go on with `span`, one of `row`: none where that was no other task.
pub fn of_step(row: &Row, span: Span) -> Option<Link> {
    let count = row.links.partition_point(|link| link.at_us <= span.from_us);
    let link = *row.links[..count].last()?;
    let before = row.spans.first_after(0, span.from_us).checked_sub(1);
    // What let it go on before its step before has nothing to do with this one.
    let since_us = before.map_or(0, |place| match row.spans[place] {
        before if is_wait(before.kind) => before.from_us,
        before => before.to_us,
    });
    (link.at_us >= since_us).then_some(link)
}

/// What ends the wait `span`, one of `row`: none where that was no other task.
pub fn of_end(row: &Row, span: Span) -> Option<Link> {
    let place = row.links.partition_point(|link| link.at_us < span.to_us);
    let link = *row.links.get(place)?;
    let after = &row.spans[row.spans.first_after(0, span.to_us)..];
    let step = after.iter().find(|span| !is_wait(span.kind));
    step.is_none_or(|step| link.at_us <= step.from_us)
        .then_some(link)
}

/// Whether it ends by what another task does.
pub fn is_wait(kind: SpanKind) -> bool {
    !matches!(kind, SpanKind::Step(_) | SpanKind::Backoff)
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;
    use crate::trace::{Trace, Why};
    use crate::{notation, run};

    fn trace(text: &str) -> Trace {
        let program = Rc::new(notation::parse(text).unwrap().program);
        let events = run::predict(&program, run::Mode::Concurrent).unwrap();
        Trace::of(program, &events)
    }

    fn told(link: Option<Link>) -> Option<(u32, Why)> {
        link.map(|link| (link.by, link.why))
    }

    #[test]
    fn a_step_begins_because_of_the_task_before_it() {
        let trace = trace("a: io 1s\nb: io 1s then io 1s after a");
        let row = &trace.rows()[1];
        let [wait, first, second] = row.spans[..] else {
            panic!("{:?}", row.spans);
        };
        assert_eq!(told(of_end(row, wait)), Some((0, Why::Ended)));
        assert_eq!(told(of_step(row, first)), Some((0, Why::Ended)));
        assert_eq!(told(of_step(row, second)), None);
    }

    #[test]
    fn a_place_in_a_pool_is_given_back_by_somebody() {
        let trace = trace("pool p = 1\na: io 1s using p\nb: io 1s using p");
        let row = &trace.rows()[1];
        assert_eq!(told(of_end(row, row.spans[0])), Some((0, Why::GaveBack)));
        assert_eq!(told(of_step(row, row.spans[1])), Some((0, Why::GaveBack)));
    }

    #[test]
    fn a_held_loop_is_given_back_by_whoever_held_it() {
        let trace = trace("a: io 1s then io 1s\nb: block 3s");
        let row = &trace.rows()[0];
        let ready = row.spans.iter().find(|span| span.kind == SpanKind::Ready);
        let ready = *ready.unwrap();
        assert_eq!(told(of_end(row, ready)), Some((1, Why::FreedLoop)));
    }
}
