//! Søylen: the years of a project as a bar that is dragged, or moved by the arrow keys.

use crate::app::store::Settled;
use crate::model::units::Year;
use std::cell::RefCell;
use std::rc::Rc;
use web_sys::Element;
use yew::prelude::*;

/// What a bar needs.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct BarProps {
    /// Its accessible name.
    pub label: AttrValue,
    /// Where it is, spoken.
    pub spoken: AttrValue,
    /// The first year of the project, where the bar is now.
    pub start: Year,
    /// How many years it is moved, and the fewest and the most it may be.
    pub moved: [i32; 3],
    /// The column it begins in, and how many it covers; every column is as wide as the one it is drawn in.
    pub columns: [usize; 2],
    /// Whether all of it lies after the years that are shown.
    pub is_beyond: bool,
    /// Moves it; not settled while it is dragged.
    pub on_move: Callback<(i32, Settled)>,
    /// It is let go.
    pub on_settle: Callback<()>,
}

/// Where a drag began.
#[derive(Clone, Copy)]
struct Drag {
    x: i32,
    moved: i32,
    column: i32,
}

impl Drag {
    /// Years moved when the pointer is at `x`: the nearest whole column.
    fn moved_at(self, x: i32, [least, most]: [i32; 2]) -> i32 {
        let halves = 2 * (x - self.x) + self.column;
        let years = halves.checked_div_euclid(2 * self.column).unwrap_or(0);
        (self.moved + years).clamp(least, most)
    }
}

/// The drag that is going on, if any.
type Held = Rc<RefCell<Option<Drag>>>;

/// The pointer takes hold of the bar.
fn grab(props: &BarProps, bar: &NodeRef, held: &Held) -> Callback<PointerEvent> {
    let (bar, held, [moved, ..]) = (bar.clone(), Rc::clone(held), props.moved);
    Callback::from(move |event: PointerEvent| {
        let Some(element) = bar.cast::<Element>().filter(|_| event.button() == 0) else { return };
        let column = element.parent_element().map_or(0, |cell| cell.client_width());
        // Without the capture the bar still follows the pointer while it is over the bar.
        let _ = element.set_pointer_capture(event.pointer_id());
        *held.borrow_mut() = Some(Drag { x: event.client_x(), moved, column });
    })
}

/// The bar follows the pointer.
fn follow(props: &BarProps, held: &Held) -> Callback<PointerEvent> {
    let (held, on_move, [moved, least, most]) = (Rc::clone(held), props.on_move.clone(), props.moved);
    Callback::from(move |event: PointerEvent| {
        let Some(begun) = *held.borrow() else { return };
        let to = begun.moved_at(event.client_x(), [least, most]);
        if to != moved {
            on_move.emit((to, Settled::NotYet));
        }
    })
}

/// The bar is let go where it is.
fn let_go(props: &BarProps, held: &Held) -> Callback<PointerEvent> {
    let (held, on_settle) = (Rc::clone(held), props.on_settle.clone());
    Callback::from(move |_: PointerEvent| {
        if held.borrow_mut().take().is_some() {
            on_settle.emit(());
        }
    })
}

/// The touch was a swipe of the page: the bar goes back.
fn give_back(props: &BarProps, held: &Held) -> Callback<PointerEvent> {
    let (held, on_move) = (Rc::clone(held), props.on_move.clone());
    Callback::from(move |_: PointerEvent| {
        if let Some(begun) = held.borrow_mut().take() {
            on_move.emit((begun.moved, Settled::Yes));
        }
    })
}

/// The arrow keys move the bar a year, Home and End as far as it goes.
fn keys(props: &BarProps) -> Callback<KeyboardEvent> {
    let (on_move, [moved, least, most]) = (props.on_move.clone(), props.moved);
    Callback::from(move |event: KeyboardEvent| {
        let to = match event.key().as_str() {
            "ArrowLeft" | "ArrowDown" => moved - 1,
            "ArrowRight" | "ArrowUp" => moved + 1,
            "Home" => least,
            "End" => most,
            _ => return,
        };
        if !(event.ctrl_key() || event.alt_key() || event.meta_key()) {
            event.prevent_default();
            on_move.emit((to.clamp(least, most), Settled::Yes));
        }
    })
}

/// A bar over the years of a row.
#[component]
pub(super) fn Bar(props: &BarProps) -> Html {
    let bar = use_node_ref();
    let held = use_memo((), |()| RefCell::new(None::<Drag>));
    let [moved, least, most] = props.moved;
    let [from, span] = props.columns;
    let year = |moved_to: i32| props.start.plus(moved_to - moved).to_string();
    html! {
        <div ref={bar.clone()} class={classes!("soyle", format!("fra-{from}"), format!("spenn-{span}"), props.is_beyond.then_some("utenfor"))}
            role="slider" tabindex="0" aria-orientation="horizontal" aria-label={props.label.clone()}
            aria-valuemin={year(least)} aria-valuemax={year(most)} aria-valuenow={year(moved)}
            aria-valuetext={props.spoken.clone()}
            onpointerdown={grab(props, &bar, &held)} onpointermove={follow(props, &held)}
            onpointerup={let_go(props, &held)} onpointercancel={give_back(props, &held)} onkeydown={keys(props)}></div>
    }
}

#[cfg(test)]
mod tests {
    use super::Drag;

    #[test]
    fn a_bar_goes_to_the_nearest_whole_year_within_its_range() {
        let drag = Drag { x: 100, moved: 1, column: 40 };
        let at = |x: i32| drag.moved_at(x, [-2, 3]);
        assert_eq!([at(100), at(119), at(120), at(81), at(79), at(60)], [1, 1, 2, 1, 0, 0]);
        assert_eq!([at(1000), at(-1000)], [3, -2]);
        assert_eq!(Drag { column: 0, ..drag }.moved_at(500, [-2, 3]), 1, "a table that is not shown");
    }
}
