use js_sys::{Array, Date, Intl, Object, Reflect};
use wasm_bindgen::JsValue;

use crate::words::Language;

/// The units of time up to a week, in seconds, the longest first.
const UNITS: [(f64, &str); 3] = [(86_400.0, "day"), (3_600.0, "hour"), (60.0, "minute")];

const WEEK_S: f64 = 7.0 * 86_400.0;

/// When a program was saved, as the browser says that in `language`: how long ago, or, where that
/// is a week and more, the day.
pub fn saved_when(saved_ms: f64, language: Language) -> String {
    // A clock that was put back makes none of the future.
    let ago_s = ((Date::now() - saved_ms) / 1e3).max(0.0);
    if ago_s >= WEEK_S {
        let date = Date::new(&saved_ms.into());
        let options = options(&[("dateStyle", "medium")]);
        return date
            .to_locale_date_string(language.tag(), &options.into())
            .into();
    }
    let (count, unit) = since(ago_s);
    let options = options(&[("numeric", "auto"), ("style", "short")]);
    let locales = Array::of1(&language.tag().into());
    let format = Intl::RelativeTimeFormat::new(&locales, &options);
    format.format(-count, unit).into()
}

/// A time in whole ones of the longest unit that it has any of; what is less than a minute is 0
/// seconds, which is "now".
fn since(ago_s: f64) -> (f64, &'static str) {
    let fits = UNITS.into_iter().find(|(seconds, _)| ago_s >= *seconds);
    fits.map_or((0.0, "second"), |(seconds, unit)| {
        ((ago_s / seconds).floor(), unit)
    })
}

fn options(all: &[(&str, &str)]) -> Object {
    let options = Object::new();
    for (name, value) in all {
        // A new object takes any property.
        let _: Result<bool, JsValue> = Reflect::set(&options, &(*name).into(), &(*value).into());
    }
    options
}

#[cfg(test)]
mod tests {
    use super::since;

    #[test]
    fn how_long_ago_is_said_in_the_longest_unit() {
        for (ago_s, said) in [
            (0.0, (0.0, "second")),
            (59.9, (0.0, "second")),
            (60.0, (1.0, "minute")),
            (3_599.0, (59.0, "minute")),
            (3_600.0, (1.0, "hour")),
            (86_399.0, (23.0, "hour")),
            (6.5 * 86_400.0, (6.0, "day")),
        ] {
            assert_eq!(since(ago_s), said, "{ago_s} s");
        }
    }
}
