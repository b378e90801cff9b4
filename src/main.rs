//! The program in the browser.

fn main() {
    handlingsrom::app::start();
}
