//! Numbers as Python writes them.

use crate::graph::IndexRange;

/// A duration in seconds: the shortest decimal that is exact in microseconds.
pub(super) fn seconds(duration_us: u64) -> String {
    match duration_us {
        1..10 => format!("{duration_us}e-06"),
        10..100 => format!("{}e-05", fixed(duration_us, 1)),
        _ => fixed(duration_us, 6),
    }
}

/// A chance in per cent.
pub(super) fn percent(millionths: u32) -> String {
    fixed(u64::from(millionths), 4)
}

/// The indices of a family, as a `range`.
pub(super) fn range(indices: IndexRange) -> String {
    let end = u64::from(indices.last) + 1;
    match indices.first {
        0 => format!("range({end})"),
        first => format!("range({first}, {end})"),
    }
}

/// `number` with its last `digits` digits behind a point, as far as they are not zeros.
fn fixed(number: u64, digits: u32) -> String {
    let scale = 10_u64.pow(digits);
    let (whole, rest) = (number / scale, number % scale);
    if rest == 0 {
        return whole.to_string();
    }
    let rest = format!("{rest:0width$}", width = digits as usize);
    format!("{whole}.{}", rest.trim_end_matches('0'))
}
