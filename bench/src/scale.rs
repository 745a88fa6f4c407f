//! What a relay for many people needs, computed from the measured cost of each operation: the tables of `docs/scale.md`.
//!
//! ```text
//! cargo run --release --manifest-path bench/Cargo.toml -- scale
//! ```

/// An operation at the relay: how often a person does it, and what it was measured to cost on PostgreSQL (`relay` in the table of
/// `docs/performance.md`).
struct Operation {
    name: &'static str,
    /// Of one person in a day, on average.
    daily: f64,
    requests: f64,
    /// Transactions that write.
    commits: f64,
    /// Microseconds of CPU of the relay, and of the database.
    relay: f64,
    database: f64,
    /// KiB of bodies and heads, both ways.
    traffic: f64,
}

const fn operation(
    name: &'static str,
    daily: f64,
    (requests, commits): (f64, f64),
    (relay, database): (f64, f64),
    traffic: f64,
) -> Operation {
    Operation { name, daily, requests, commits, relay, database, traffic }
}

const OPERATIONS: [Operation; 8] = [
    operation("look into a mailbox", 24.0, (2.0, 0.0), (225.0, 170.0), 2.0),
    operation("post a letter", 4.0, (1.0, 1.0), (355.0, 410.0), 5.0),
    operation("delete a letter", 4.0, (2.0, 1.0), (270.0, 215.0), 2.0),
    operation("keep a piece of a snapshot", 0.6, (2.0, 1.0), (1_675.0, 1_550.0), 258.0),
    operation("leave a grant", 0.02, (1.0, 1.0), (260.0, 255.0), 18.0),
    operation("redeem a grant", 0.03, (2.0, 1.0), (435.0, 465.0), 19.0),
    operation("open a health link", 0.05, (1.0, 1.0), (480.0, 485.0), 24.0),
    operation("open one with a passcode", 0.05, (1.0, 1.0), (20_900.0, 1_500.0), 24.0),
];

/// The busiest hour against the mean.
const PEAK: f64 = 4.0;
/// How busy a core may be in that hour.
const BUSY: f64 = 0.5;
/// KiB of one person in the database: letters of two days, a standing code, an escrow, a link with its log.
const ROWS: f64 = LETTERS_WAITING * LETTER_ON_DISK + 70.0;
/// As measured: 100,000 of 4 KiB take 573.7 MB.
const LETTER_ON_DISK: f64 = 5.6;
const LETTERS_WAITING: f64 = 8.0;
/// KiB of one person beside it: a snapshot of each of two devices.
const OBJECTS: f64 = 2.0 * 1024.0;
/// What one PostgreSQL server is trusted with: cores, commits a second with a standby that must confirm, TB.
const SERVER_CORES: f64 = 32.0;
const SERVER_COMMITS: f64 = 5_000.0;
const SERVER_TB: f64 = 2.0;

/// Something of all operations, of one person, a second, in the busiest hour.
fn peak(what: impl Fn(&Operation) -> f64) -> f64 {
    OPERATIONS.iter().map(|it| it.daily * what(it)).sum::<f64>() / 86_400.0 * PEAK
}

pub fn print() {
    println!("| operation | of a person in a day | requests | commits | relay, µs | database, µs | KiB |\n|---|---|---|---|---|---|---|");
    for it in &OPERATIONS {
        let Operation { name, daily, requests, commits, relay, database, traffic } = it;
        println!("| {name} | {daily} | {requests} | {commits} | {relay} | {database} | {traffic} |");
    }
    let cores = |micros: f64, people: f64| (micros * people / 1e6 / BUSY).ceil();
    let terabytes = |kib: f64, people: f64| kib * people * 1024.0 / 1e12;
    let (relay, database) = (peak(|it| it.relay), peak(|it| it.database));
    let (requests, commits) = (peak(|it| it.requests), peak(|it| it.commits));
    let gigabits = |people: f64| peak(|it| it.traffic) * people * 1024.0 * 8.0 / 1e9;
    let limits = [
        ("commits", SERVER_COMMITS / commits),
        ("cores", SERVER_CORES * BUSY * 1e6 / database),
        ("size", SERVER_TB * 1e12 / (ROWS * 1024.0)),
    ];
    let (first, cell) = limits.into_iter().min_by(|a, b| a.1.total_cmp(&b.1)).expect("limits");
    println!("\n| in the busiest hour | 10 million people | 100 million people |\n|---|---|---|");
    let row = |name: &str, value: &dyn Fn(f64) -> String| println!("| {name} | {} | {} |", value(1e7), value(1e8));
    row("requests a second (a quarter of it on average)", &|people| format!("{:.0}", requests * people));
    row("commits a second", &|people| format!("{:.0}", commits * people));
    row("cores of relays, half busy, without TLS", &|people| cores(relay, people).to_string());
    row("cores of PostgreSQL, half busy", &|people| cores(database, people).to_string());
    row("traffic", &|people| format!("{:.1} Gbit/s", gigabits(people)));
    row("in PostgreSQL, one copy", &|people| format!("{:.1} TB", terabytes(ROWS, people)));
    row("snapshots in a bucket, one copy", &|people| format!("{:.0} TB", terabytes(OBJECTS, people)));
    row("PostgreSQL servers that write", &|people| (people / cell).ceil().to_string());
    println!("\nOne server that writes bears {:.1} million people; what it runs out of first: {first}. The limits:", cell / 1e6);
    for (name, people) in limits {
        println!("{name}: {:.1} million people", people / 1e6);
    }
    println!("\nShare of the database's CPU:");
    for it in &OPERATIONS {
        println!("{}: {:.0} %", it.name, 100.0 * it.daily * it.database * PEAK / 86_400.0 / database);
    }
}
