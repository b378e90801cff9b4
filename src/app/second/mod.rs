//! Den andre modulen: a second WebAssembly module with what the first screen does not need, loaded at first use.
//!
//! It is a program of its own, so nothing but bytes pass between the two: the page tells what it shows
//! (`Told`), the second module answers with what has been changed there (`Reported`). A scenario passes
//! as it does in a link. The page's state stays the only one; the second module holds a copy of it. It also reads
//! the files of municipalities (`Unread`, `Read`).
//!
//! | file | what it does |
//! |---|---|
//! | `wire` | what passes, and how |
//! | `host` | the page's side: loading, telling, taking over what was changed |
//! | `guest` | the second module's side: its own Yew program, drawn into the page's folded panels |

mod guest;
mod host;
mod wire;

pub use guest::{SecondModule, start};
pub(super) use host::{Loading, Second, read, use_second};
