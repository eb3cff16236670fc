use super::placement::{MARGIN, Placement};

/// Names are drawn in letters of this size, in CSS pixels, at scale 1.
const LETTERS: f64 = 11.5;

/// The least size of letters that anybody should have to read, in CSS pixels. Where they would be
/// smaller, names are left out.
pub const LEAST_LETTERS: f64 = 9.0;

/// Where a picture is too large for its room, its names are still this large, and it starts at
/// the first layer.
const FIT_LEAST: f64 = LEAST_LETTERS / LETTERS;

/// The largest scale.
const MOST: f64 = 3.0;

/// The scale at which a node is shown that one wants to read.
const READABLE: f64 = 1.25;

/// The picture's and its room's width and height, in CSS pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Sizes {
    /// The picture's, at scale 1.
    pub picture: (f64, f64),
    /// The room's.
    pub room: (f64, f64),
    /// The centre of the picture's first layer.
    pub first: (f64, f64),
}

impl Sizes {
    /// The sizes of a placement in this room.
    pub fn new(placement: &Placement, room: (f64, f64)) -> Self {
        Sizes {
            picture: (placement.width, placement.height),
            room,
            first: placement.first,
        }
    }

    /// The scale at which all of the picture is in view, at most 1.
    fn whole(&self) -> f64 {
        let by = |room: f64, picture: f64| room / picture.max(1.0);
        by(self.room.0, self.picture.0)
            .min(by(self.room.1, self.picture.1))
            .clamp(0.01, 1.0)
    }
}

/// Which part of the picture is in view, and how large.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct View {
    /// How large: 1 is a CSS pixel for a unit of the picture.
    pub scale: f64,
    /// How far to the right of the room's left edge the picture begins, in CSS pixels.
    pub x: f64,
    /// How far below the room's top it begins, in CSS pixels.
    pub y: f64,
}

impl View {
    /// All of the picture, or where that could not be read, its beginning.
    pub fn fit(sizes: &Sizes) -> Self {
        let scale = sizes.whole().max(FIT_LEAST);
        View::around(sizes.first, scale, sizes)
    }

    /// A node at `place`, large enough to be read, in the middle.
    pub fn of_node(place: (f64, f64), sizes: &Sizes) -> Self {
        View::around(place, READABLE, sizes)
    }

    /// `place` in the middle, as far as the picture reaches.
    fn around(place: (f64, f64), scale: f64, sizes: &Sizes) -> Self {
        let (width, height) = sizes.room;
        View {
            scale,
            x: width / 2.0 - place.0 * scale,
            y: height / 2.0 - place.1 * scale,
        }
        .within(sizes)
    }

    /// `factor` times as large. What is at `at`, a place of the room, stays there unless the
    /// picture ends.
    pub fn scaled(self, factor: f64, at: (f64, f64), sizes: &Sizes) -> Self {
        let least = sizes.whole();
        let scale = (self.scale * factor).clamp(least, MOST.max(least));
        let factor = scale / self.scale;
        View {
            scale,
            x: at.0 - (at.0 - self.x) * factor,
            y: at.1 - (at.1 - self.y) * factor,
        }
        .within(sizes)
    }

    /// Moved by so many CSS pixels.
    pub fn moved(self, right: f64, down: f64, sizes: &Sizes) -> Self {
        View {
            x: self.x + right,
            y: self.y + down,
            ..self
        }
        .within(sizes)
    }

    /// Moved no further than it takes to have a node at `place`, whose halves are `half`, in view.
    pub fn showing(self, place: (f64, f64), half: (f64, f64), sizes: &Sizes) -> Self {
        let by = |begin: f64, place: f64, half: f64, room: f64| {
            let reach = (half + MARGIN) * self.scale;
            let at = begin + place * self.scale;
            at.clamp(reach, (room - reach).max(reach)) - at
        };
        let right = by(self.x, place.0, half.0, sizes.room.0);
        let down = by(self.y, place.1, half.1, sizes.room.1);
        self.moved(right, down, sizes)
    }

    /// The same scale, with what was in the middle of `before` in the middle of `now`.
    pub fn kept(self, before: &Sizes, now: &Sizes) -> Self {
        let (right, down) = (
            (now.room.0 - before.room.0) / 2.0,
            (now.room.1 - before.room.1) / 2.0,
        );
        self.scaled(1.0, (0.0, 0.0), now).moved(right, down, now)
    }

    /// What is in view, as left, top, width and height in the picture's own units.
    pub fn window(&self, sizes: &Sizes) -> (f64, f64, f64, f64) {
        let along = |begin: f64, room: f64, picture: f64| {
            let from = (-begin / self.scale).max(0.0);
            let to = ((room - begin) / self.scale).min(picture);
            (from, (to - from).max(0.0))
        };
        let (left, width) = along(self.x, sizes.room.0, sizes.picture.0);
        let (top, height) = along(self.y, sizes.room.1, sizes.picture.1);
        (left, top, width, height)
    }

    /// Whether all of the picture is in view.
    pub fn is_whole(&self, sizes: &Sizes) -> bool {
        let (_, _, width, height) = self.window(sizes);
        width > sizes.picture.0 - 1.0 && height > sizes.picture.1 - 1.0
    }

    /// Whether names are large enough to be read.
    pub fn has_names(&self) -> bool {
        self.scale * LETTERS >= LEAST_LETTERS
    }

    /// Whether the picture goes on: to the left, to the right, upwards, downwards.
    pub fn goes_on(&self, sizes: &Sizes) -> [bool; 4] {
        let (left, top, width, height) = self.window(sizes);
        [
            left > 0.5,
            left + width < sizes.picture.0 - 0.5,
            top > 0.5,
            top + height < sizes.picture.1 - 0.5,
        ]
    }

    /// What a finger's movement may do without us, as `touch-action` has it: it scrolls the page
    /// wherever the picture cannot go.
    pub fn touch_action(&self, sizes: &Sizes) -> String {
        let [left, right, up, down] = self.goes_on(sizes);
        let ways = |ours: (bool, bool), names: [&'static str; 3]| match ours {
            (false, false) => Some(names[0]),
            (false, true) => Some(names[1]),
            (true, false) => Some(names[2]),
            (true, true) => None,
        };
        let across = ways((left, right), ["pan-x", "pan-left", "pan-right"]);
        let along = ways((up, down), ["pan-y", "pan-up", "pan-down"]);
        let allowed: Vec<&str> = across.into_iter().chain(along).collect();
        match allowed.len() {
            0 => "none".into(),
            _ => allowed.join(" "),
        }
    }

    /// In the middle where it is smaller than the room, and else with no edge within the room.
    fn within(self, sizes: &Sizes) -> Self {
        let along = |begin: f64, room: f64, picture: f64| {
            let left = room - picture * self.scale;
            if left >= 0.0 {
                left / 2.0
            } else {
                begin.clamp(left, 0.0)
            }
        };
        View {
            scale: self.scale,
            x: along(self.x, sizes.room.0, sizes.picture.0),
            y: along(self.y, sizes.room.1, sizes.picture.1),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sizes(picture: (f64, f64), room: (f64, f64)) -> Sizes {
        Sizes {
            picture,
            room,
            first: (74.0, picture.1 / 2.0),
        }
    }

    #[test]
    fn a_small_picture_is_in_the_middle_at_its_own_size() {
        let view = View::fit(&sizes((400.0, 100.0), (800.0, 300.0)));
        assert_eq!((view.scale, view.x, view.y), (1.0, 200.0, 100.0));
    }

    #[test]
    fn a_large_picture_starts_at_its_first_layer_and_can_be_read() {
        let sizes = sizes((5_000.0, 2_000.0), (800.0, 300.0));
        let view = View::fit(&sizes);
        assert!(view.scale * LETTERS >= LEAST_LETTERS && view.has_names());
        assert_eq!(view.x, 0.0);
        let (_, top, _, height) = view.window(&sizes);
        assert!((top + height / 2.0 - 1_000.0).abs() < 1e-6);
    }

    #[test]
    fn what_is_at_the_pointer_stays_there() {
        let sizes = sizes((2_000.0, 2_000.0), (500.0, 500.0));
        let view = View::fit(&sizes).moved(-300.0, -200.0, &sizes);
        let at = (200.0, 100.0);
        let under = |view: View| ((at.0 - view.x) / view.scale, (at.1 - view.y) / view.scale);
        let zoomed = view.scaled(1.7, at, &sizes);
        assert!((under(view).0 - under(zoomed).0).abs() < 1e-9);
        assert!((under(view).1 - under(zoomed).1).abs() < 1e-9);
    }

    #[test]
    fn nothing_beyond_the_picture_comes_into_view() {
        let sizes = sizes((2_000.0, 200.0), (500.0, 500.0));
        let view = View::fit(&sizes);
        assert_eq!(view.moved(9.0, 9.0, &sizes), view);
        let end = view.moved(-1e9, 0.0, &sizes);
        assert_eq!(end.x, 500.0 - 2_000.0 * end.scale);
        assert!(view.scaled(1e-9, (0.0, 0.0), &sizes).is_whole(&sizes));
        assert_eq!(view.scaled(1e9, (0.0, 0.0), &sizes).scale, MOST);
    }

    #[test]
    fn names_are_left_out_where_they_could_not_be_read() {
        let sizes = sizes((5_000.0, 2_000.0), (800.0, 300.0));
        let whole = View::fit(&sizes).scaled(1e-9, (0.0, 0.0), &sizes);
        assert!(!whole.has_names());
        assert!(View::of_node((2_000.0, 900.0), &sizes).has_names());
    }

    #[test]
    fn a_node_is_brought_into_view_by_the_shortest_way() {
        let sizes = sizes((2_000.0, 300.0), (500.0, 300.0));
        let view = View::fit(&sizes);
        assert_eq!(view.showing((100.0, 150.0), (74.0, 18.0), &sizes), view);
        let shown = view.showing((900.0, 150.0), (74.0, 18.0), &sizes);
        let (left, _, width, _) = shown.window(&sizes);
        assert!((left + width - (900.0 + 74.0 + MARGIN)).abs() < 1e-6);
    }

    #[test]
    fn what_was_in_the_middle_stays_there_when_the_room_changes() {
        let before = sizes((2_000.0, 2_000.0), (500.0, 500.0));
        let now = sizes((2_000.0, 2_000.0), (300.0, 400.0));
        let view = View::of_node((1_000.0, 800.0), &before);
        let kept = view.kept(&before, &now);
        assert_eq!(kept, View::of_node((1_000.0, 800.0), &now));
    }

    #[test]
    fn a_finger_scrolls_the_page_where_the_picture_cannot_go() {
        let small = sizes((100.0, 100.0), (300.0, 300.0));
        assert_eq!(View::fit(&small).touch_action(&small), "pan-x pan-y");
        let large = sizes((3_000.0, 3_000.0), (300.0, 300.0));
        let view = View::fit(&large);
        assert_eq!(view.touch_action(&large), "pan-left");
        assert_eq!(view.moved(-9.0, 0.0, &large).touch_action(&large), "none");
    }
}
