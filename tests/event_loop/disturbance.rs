//! Which live runs were disturbed, and which were merely not exact.

use interleave::event_loop::browser::{ClockReading, Disturbance, DisturbanceKind, Gap, Look};

/// What the clock of a run that began at 0 shows, at a speed.
fn at(at_ms: f64, speed: f64) -> ClockReading {
    ClockReading {
        time_us: at_ms * 1000.0 * speed,
        at_ms,
        speed,
        paused: false,
    }
}

fn stretch(disturbance: Option<Disturbance>) -> Option<(DisturbanceKind, u64, u64, i64)> {
    disturbance.map(|each| (each.kind, each.from_us, each.to_us, each.by_us))
}

#[test]
fn a_wait_that_ends_late_was_disturbed_from_when_it_was_due() {
    let late = Disturbance::of_wait(at(3_000.0, 1.0), 2_000_000, 2_000.0);
    let expected = (DisturbanceKind::Late, 2_000_000, 3_000_000, 1_000_000);
    assert_eq!(stretch(late), Some(expected));
}

#[test]
fn what_a_busy_machine_is_late_by_is_no_disturbance() {
    for late_ms in [-1.0, 0.0, 5.0, 100.0, 250.0] {
        let clock = at(2_000.0 + late_ms, 1.0);
        assert_eq!(Disturbance::of_wait(clock, 2_000_000, 2_000.0), None);
    }
}

#[test]
fn lateness_is_told_in_real_time_and_the_stretch_in_the_runs_own() {
    // Ten times as fast: what was due after 20 s came 300 ms late, which are 3 s of the run.
    let late = Disturbance::of_wait(at(2_300.0, 10.0), 20_000_000, 2_000.0);
    let expected = (DisturbanceKind::Late, 20_000_000, 23_000_000, 300_000);
    assert_eq!(stretch(late), Some(expected));
    // A tenth as fast, 200 ms are still what a machine may be late by.
    let slow = Disturbance::of_wait(at(2_200.0, 0.1), 200_000, 2_000.0);
    assert_eq!(slow, None);
}

#[test]
fn a_long_wait_may_be_late_by_a_hundredth_of_itself() {
    let minute = 60_000.0;
    let by = |late_ms: f64| Disturbance::of_wait(at(minute + late_ms, 1.0), 60_000_000, minute);
    assert_eq!(by(590.0), None);
    assert_eq!(by(610.0).map(|late| late.by_us), Some(610_000));
}

#[test]
fn a_loop_that_gives_way_is_to_go_on_at_once() {
    assert_eq!(Disturbance::of_break(at(10.0, 1.0), at(40.0, 1.0)), None);
    let away = Disturbance::of_break(at(10.0, 1.0), at(2_010.0, 1.0));
    let expected = (DisturbanceKind::Late, 10_000, 2_010_000, 2_000_000);
    assert_eq!(stretch(away), Some(expected));
}

#[test]
fn a_step_that_holds_the_loop_is_disturbed_where_its_thread_stood_still_even_if_it_ends_in_time() {
    let gap = Gap {
        from_ms: 1_000.0,
        to_ms: 3_000.0,
    };
    let stalled = Disturbance::of_hold(at(5_000.0, 1.0), gap, 5_000.0);
    let expected = (DisturbanceKind::Stalled, 1_000_000, 3_000_000, 2_000_000);
    assert_eq!(stretch(stalled), Some(expected));
    let scheduled_away = Gap {
        from_ms: 1_000.0,
        to_ms: 1_060.0,
    };
    let clock = at(5_000.0, 1.0);
    assert_eq!(Disturbance::of_hold(clock, scheduled_away, 5_000.0), None);
}

#[test]
fn the_longest_of_the_gaps_is_kept_and_of_equal_ones_the_first() {
    let gap = |from_ms, to_ms| Gap { from_ms, to_ms };
    assert_eq!(gap(0.0, 1.0).or_longer(gap(1.0, 3.0)), gap(1.0, 3.0));
    assert_eq!(gap(0.0, 2.0).or_longer(gap(2.0, 4.0)), gap(0.0, 2.0));
}

/// A look `at_ms`, when the computer's clock is ahead by so much.
fn look(at_ms: f64, ahead_ms: f64) -> Look {
    Look {
        at_ms,
        wall_ms: at_ms + ahead_ms,
    }
}

#[test]
fn a_computers_clock_that_jumps_is_told_with_how_far_and_which_way() {
    let clock = at(2_000.0, 1.0);
    let slept = Disturbance::of_clocks(clock, look(1_000.0, 0.0), look(2_000.0, 3_600_000.0));
    let expected = (
        DisturbanceKind::ClockJumped,
        1_000_000,
        2_000_000,
        3_600_000_000,
    );
    assert_eq!(stretch(slept), Some(expected));
    let set_back = Disturbance::of_clocks(clock, look(1_000.0, 0.0), look(2_000.0, -5_000.0));
    assert_eq!(set_back.map(|each| each.by_us), Some(-5_000_000));
}

#[test]
fn a_clock_that_is_slewed_or_read_coarsely_has_not_jumped() {
    for ahead_ms in [-1.0, 1.0, 100.0, -250.0] {
        let clock = at(2_000.0, 1.0);
        let now = look(2_000.0, ahead_ms);
        assert_eq!(Disturbance::of_clocks(clock, look(1_000.0, 0.0), now), None);
    }
    // Ten minutes at the 500 millionths that NTP slews by at most.
    let clock = at(600_000.0, 1.0);
    let slewed = Disturbance::of_clocks(clock, look(0.0, 0.0), look(600_000.0, 300.0));
    assert_eq!(slewed, None);
}

#[test]
fn how_long_it_lasted_is_known_of_lateness_and_not_of_a_clock_that_jumped() {
    let late = Disturbance::of_wait(at(3_000.0, 1.0), 2_000_000, 2_000.0);
    let gap = |from_ms, to_ms| Gap { from_ms, to_ms };
    assert_eq!(late.map(|each| each.real()), Some(gap(2_000.0, 3_000.0)));
    let clock = at(2_000.0, 1.0);
    let jumped = Disturbance::of_clocks(clock, look(1_000.0, 0.0), look(2_000.0, 9_999.0));
    assert_eq!(jumped.map(|each| each.real()), Some(gap(2_000.0, 2_000.0)));
}
