//! How tests with random input choose it: the same at each run, so that a red run is red again. `PLANBOOK_CASES=3000` takes
//! so many cases, `PLANBOOK_SEED=NUMBER` takes others.

use proptest::prelude::ProptestConfig;
use proptest::test_runner::RngSeed;

/// A variable of the environment that is a number.
pub fn variable(name: &str) -> Option<u64> {
    std::env::var(name).ok().map(|text| text.parse().unwrap_or_else(|_| panic!("{name}={text} is no number")))
}

/// How many cases a test takes that usually takes so many.
pub fn cases(usual: u32) -> u32 {
    variable("PLANBOOK_CASES").map_or(usual, |cases| u32::try_from(cases).unwrap())
}

/// What all that is random begins with.
pub fn seed() -> u64 {
    variable("PLANBOOK_SEED").unwrap_or(0)
}

/// Seeds of random books. Those of one `PLANBOOK_SEED` are not those of the next.
pub fn seeds(usual: u32) -> impl Iterator<Item = u64> {
    let first = seed().wrapping_mul(0x0001_0000_0001);
    (0..u64::from(cases(usual))).map(move |number| first.wrapping_add(number))
}

/// The settings of a property test that usually takes so many cases. Nothing is kept: the seed finds the case again.
pub fn config(usual: u32) -> ProptestConfig {
    ProptestConfig {
        cases: cases(usual),
        rng_seed: RngSeed::Fixed(seed()),
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

#[test]
fn a_property_test_takes_the_same_cases_at_each_run() {
    use std::cell::RefCell;

    use proptest::prelude::any;
    use proptest::test_runner::TestRunner;

    let numbers = || {
        let seen = RefCell::new(Vec::new());
        let note = |number| {
            seen.borrow_mut().push(number);
            Ok(())
        };
        TestRunner::new(config(20)).run(&any::<u64>(), note).unwrap();
        seen.into_inner()
    };
    assert_eq!(numbers(), numbers());
}

/// Beside the code there is no such function: .cargo/config.toml sets the seed.
#[test]
fn cargo_gives_a_seed_to_the_property_tests_beside_the_code() {
    assert!(matches!(ProptestConfig::default().rng_seed, RngSeed::Fixed(_)));
}
