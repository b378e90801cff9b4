//! Writes the first view of the page, for `scripts/postbuild.mjs` to put into it.

use std::io::Write;
use std::process::ExitCode;

fn main() -> ExitCode {
    let Ok(runtime) = tokio::runtime::Builder::new_current_thread().build() else { return ExitCode::FAILURE };
    let markup = runtime.block_on(handlingsrom::app::first_view::markup());
    match markup.map(|markup| std::io::stdout().write_all(markup.as_bytes())) {
        Some(Ok(())) => ExitCode::SUCCESS,
        _ => ExitCode::FAILURE,
    }
}
