//! Terminal sessions that are documents at once: `tests/cli/*.md`, each run in a copy of the folder of its name.

#[test]
fn transcripts_are_what_the_program_says() {
    trycmd::TestCases::new()
        .register_bin("planbook", std::path::Path::new(env!("CARGO_BIN_EXE_planbook")))
        .env("COLUMNS", "100")
        .case("tests/cli/*.md");
}
