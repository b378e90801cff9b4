//! The second program in the browser: what the first screen does not need.

fn main() {
    handlingsrom::app::second::start();
}
