//! The program that is measured.

/// A program of some `tasks` tasks in families that come after each other, through a pool.
pub fn of_families(tasks: u32) -> String {
    let family = (tasks - 1) / 4;
    format!(
        "pool db = 20\n\
         fetch[1..{family}]: io 20ms using db\n\
         parse[1..{family}]: cpu 1ms after fetch[i]\n\
         store[1..{family}]: io 5ms then cpu 10us after parse[i] using db\n\
         check[1..{family}]: io 3ms after store\n\
         report: cpu 5ms after check\n"
    )
}
