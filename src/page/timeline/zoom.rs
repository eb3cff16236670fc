/// Which part of the axis is in view, in shares of the whole axis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Zoom {
    start: f64,
    share: f64,
}

impl Zoom {
    /// All of it.
    pub const WHOLE: Zoom = Zoom {
        start: 0.0,
        share: 1.0,
    };

    /// Where the part in view begins.
    pub fn start(self) -> f64 {
        self.start
    }

    /// How much is in view.
    pub fn share(self) -> f64 {
        self.share
    }

    /// `factor` times as large, but no less than `least` in view. What is at `at`, a share of the
    /// part in view, stays where it is unless the axis ends there.
    pub fn scaled(self, factor: f64, at: f64, least: f64) -> Self {
        let share = (self.share / factor).clamp(least.min(1.0), 1.0);
        Zoom {
            start: self.start + (self.share - share) * at,
            share,
        }
        .within()
    }

    /// Further along by `by`, a share of the part in view.
    pub fn panned(self, by: f64) -> Self {
        Zoom {
            start: self.start + by * self.share,
            ..self
        }
        .within()
    }

    /// As large, from `start` on.
    pub fn beginning(self, start: f64) -> Self {
        Zoom { start, ..self }.within()
    }

    fn within(self) -> Self {
        Zoom {
            start: self.start.clamp(0.0, 1.0 - self.share),
            ..self
        }
    }
}

impl Default for Zoom {
    fn default() -> Self {
        Zoom::WHOLE
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_at_the_pointer_stays_there() {
        let zoom = Zoom::WHOLE.scaled(4.0, 0.5, 0.0);
        assert_eq!((zoom.start(), zoom.share()), (0.375, 0.25));
        let zoom = zoom.scaled(2.0, 0.5, 0.0);
        assert_eq!((zoom.start(), zoom.share()), (0.4375, 0.125));
    }

    #[test]
    fn nothing_beyond_the_axis_comes_into_view() {
        let zoom = Zoom::WHOLE.scaled(2.0, 0.0, 0.0);
        assert_eq!(zoom.panned(-1.0), zoom);
        assert_eq!(zoom.panned(9.0).start(), 0.5);
        assert_eq!(zoom.panned(9.0).scaled(0.1, 0.0, 0.0), Zoom::WHOLE);
        assert_eq!(Zoom::WHOLE.panned(0.5), Zoom::WHOLE);
    }

    #[test]
    fn there_is_a_least_that_is_in_view() {
        assert_eq!(Zoom::WHOLE.scaled(1e9, 0.0, 0.25).share(), 0.25);
        assert_eq!(Zoom::WHOLE.scaled(2.0, 0.0, 7.0), Zoom::WHOLE);
    }
}
