//! What settings mean.

use interleave::graph::{OnFailure, Settings};

use super::program;

#[test]
fn without_settings_a_program_has_the_defaults() {
    assert_eq!(
        program("a: io 1s").settings(),
        Settings {
            threads: 4,
            on_failure: OnFailure::Cancel,
            seed: 1,
        }
    );
}

#[test]
fn settings_stand_anywhere_and_in_any_order() {
    let settings = Settings {
        threads: 8,
        on_failure: OnFailure::Continue,
        seed: 7,
    };
    for source in [
        "threads 8\non failure continue\nseed 7\na: io 1s",
        "seed 7\na: io 1s\n  # on failure cancel\non failure continue\nthreads 8 # not 4",
        "on\n  failure\n  continue\nthreads\n  8\nseed 7",
    ] {
        assert_eq!(program(source).settings(), settings, "{source:?}");
    }
}

#[test]
fn a_setting_can_say_what_the_default_is() {
    assert_eq!(
        program("threads 4\non failure cancel\nseed 1").settings(),
        Settings::default()
    );
}

#[test]
fn a_seed_is_any_whole_number_of_32_bits() {
    assert_eq!(program("seed 0").seed(), 0);
    assert_eq!(program("seed 4294967295").seed(), u32::MAX);
}

#[test]
fn there_is_at_least_one_thread() {
    assert_eq!(program("threads 1").settings().threads, 1);
    assert_eq!(program("threads 4294967295").settings().threads, u32::MAX);
}
