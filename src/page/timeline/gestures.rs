/// How far a pressed pointer moves before that is a drag, in CSS pixels.
const SLACK: f64 = 4.0;

/// The fingers on a picture, or the mouse with its button down.
#[derive(Clone, Debug, Default)]
pub struct Gestures {
    pointers: Vec<Pointer>,
    is_drag: bool,
}

#[derive(Clone, Copy, Debug)]
struct Pointer {
    id: i32,
    x: f64,
    y: f64,
}

/// What a movement asks for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Gesture {
    /// To move what is in view with the pointer, in CSS pixels.
    Drag { right: f64, down: f64 },
    /// To show it so many times as large, around a place that moves to the right
    /// and down.
    Pinch {
        factor: f64,
        x: f64,
        y: f64,
        right: f64,
        down: f64,
    },
}

impl Gestures {
    /// A pointer has been pressed.
    pub fn pressed(&mut self, id: i32, x: f64, y: f64) {
        if self.pointers.is_empty() {
            self.is_drag = false;
        }
        self.pointers.retain(|pointer| pointer.id != id);
        self.pointers.push(Pointer { id, x, y });
    }

    /// A pointer has been released, or is no longer ours.
    pub fn released(&mut self, id: i32) {
        self.pointers.retain(|pointer| pointer.id != id);
    }

    /// A pointer has moved.
    pub fn moved(&mut self, id: i32, x: f64, y: f64) -> Option<Gesture> {
        let place = self.pointers.iter().position(|pointer| pointer.id == id)?;
        let before = self.pointers[place];
        let (right, down) = (x - before.x, y - before.y);
        let is_pinch = self.pointers.len() == 2;
        if !self.is_drag && !is_pinch && right.abs().max(down.abs()) < SLACK {
            return None;
        }
        self.is_drag = true;
        self.pointers[place] = Pointer { id, x, y };
        if !is_pinch {
            return Some(Gesture::Drag { right, down });
        }
        let other = self.pointers[1 - place];
        let apart = |pointer: Pointer| (pointer.x - other.x).hypot(pointer.y - other.y).max(20.0);
        Some(Gesture::Pinch {
            factor: apart(self.pointers[place]) / apart(before),
            x: (x + other.x) / 2.0,
            y: (y + other.y) / 2.0,
            right: right / 2.0,
            down: down / 2.0,
        })
    }

    /// Whether what is pressed has been moved.
    pub fn is_drag(&self) -> bool {
        self.is_drag && !self.pointers.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_click_is_no_drag() {
        let mut gestures = Gestures::default();
        assert_eq!(gestures.moved(1, 9.0, 9.0), None);
        gestures.pressed(1, 100.0, 50.0);
        assert_eq!(gestures.moved(1, 102.0, 51.0), None);
        assert!(!gestures.is_drag());
        let drag = Gesture::Drag {
            right: 10.0,
            down: -1.0,
        };
        assert_eq!(gestures.moved(1, 110.0, 49.0), Some(drag));
        assert!(gestures.is_drag());
        gestures.released(1);
        assert_eq!(gestures.moved(1, 0.0, 0.0), None);
    }

    #[test]
    fn two_fingers_pinch() {
        let mut gestures = Gestures::default();
        gestures.pressed(1, 100.0, 50.0);
        gestures.pressed(2, 200.0, 50.0);
        let pinch = Gesture::Pinch {
            factor: 2.0,
            x: 200.0,
            y: 50.0,
            right: 50.0,
            down: 0.0,
        };
        assert_eq!(gestures.moved(2, 300.0, 50.0), Some(pinch));
    }
}
