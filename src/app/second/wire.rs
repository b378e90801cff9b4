//! What passes between the page and the second module, as bytes in an event of the document.

use crate::app::store::{self, AppState, Asked, Mirrored, Panel, Settled};
use crate::exchange::catalogue::Catalogue;
use crate::exchange::{explanation, link};
use crate::model::packed::{Packed, Unpacker, pack, packed_structs, unpack};
use crate::model::quantity::{Place, Side};
use crate::model::units::Year;
use gloo::events::EventListener;
use js_sys::Uint8Array;
use wasm_bindgen::JsCast;
use web_sys::{CustomEvent, CustomEventInit, Document};

/// What both sides hold: what is looked at, and what has been changed.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Shared {
    /// The municipality, by id.
    municipality: String,
    /// The scenario, as in a link.
    scenario: String,
    year: i32,
    /// True while something is being moved there.
    moving: bool,
    open: Option<Panel>,
    left_out: Vec<String>,
    from: Option<i32>,
    until: Option<i32>,
}

impl Shared {
    /// The part of a state that both sides hold.
    pub(super) fn of(state: &AppState) -> Self {
        let asked = &state.asked;
        Self {
            municipality: state.municipality.identity.id.clone(),
            scenario: link::encode(&state.municipality, state.scenario()),
            year: state.year.0,
            moving: state.is_moving() && !state.is_lifted(),
            open: asked.open,
            left_out: asked.left_out.clone(),
            from: asked.from.map(|year| year.0),
            until: asked.until.map(|year| year.0),
        }
    }

    /// The municipality, by id.
    pub(super) fn municipality(&self) -> &str {
        &self.municipality
    }

    /// True when a panel is open.
    pub(super) fn is_any_open(&self) -> bool {
        self.open.is_some()
    }

    /// The same as the program holds it; `None` for a municipality whose file has not come.
    pub(super) fn taken(&self, catalogue: &Catalogue) -> Option<Mirrored> {
        let municipality = catalogue.get(&self.municipality)?;
        let mut asked = Asked::about(&municipality);
        asked.open = self.open;
        asked.left_out.clone_from(&self.left_out);
        asked.from = self.from.map(Year);
        asked.until = self.until.map(Year);
        let scenario = link::decode(&municipality, &self.scenario).0;
        Some(Mirrored {
            opened: store::Opened { municipality, scenario, faults: Vec::new() },
            year: Year(self.year),
            asked,
            settled: if self.moving { Settled::NotYet } else { Settled::Yes },
        })
    }
}

/// A figure that the reader opens.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Opened {
    key: String,
    in_plan: bool,
    year: i32,
}

impl Opened {
    /// `None` for a figure without a key.
    pub(super) fn of(place: Place) -> Option<Self> {
        let key = explanation::key_of(place.quantity)?.to_owned();
        Some(Self { key, in_plan: place.side == Side::Plan, year: place.year.0 })
    }

    pub(super) fn place(&self) -> Option<Place> {
        let side = if self.in_plan { Side::Plan } else { Side::Own };
        Some(Place { side, quantity: explanation::quantity_of(&self.key)?, year: Year(self.year) })
    }
}

/// What the page tells the second module.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Told {
    /// Counts up, so that an answer says what it answers.
    pub(super) number: u32,
    pub(super) shared: Shared,
    /// The tag of the language.
    pub(super) language: String,
    /// The municipality, packed, the first time it is told of.
    pub(super) packed: Option<Vec<u8>>,
    /// A figure to open, once.
    pub(super) opened: Option<Opened>,
}

/// What the second module reports to the page.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Reported {
    /// The number of what was told last; nothing before anything has been.
    pub(super) number: Option<u32>,
    /// True while answers are still to come.
    pub(super) busy: bool,
    /// What has been changed here.
    pub(super) shared: Option<Shared>,
}

/// The file of a municipality, which the page has fetched and the second module reads.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Unread {
    /// The municipality it should be of, by id.
    pub(super) id: String,
    pub(super) text: String,
    /// The tag of the language that faults are told in.
    pub(super) language: String,
}

/// What the second module makes of the file of a municipality.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Read {
    /// The municipality it should be of, by id.
    pub(super) id: String,
    /// The municipality, packed; otherwise what is wrong with the file.
    pub(super) packed: Result<Vec<u8>, Vec<String>>,
}

/// Asks the second module whether it is there.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Hello;

packed_structs! {
    Shared { municipality, scenario, year, moving, open, left_out, from, until }
    Opened { key, in_plan, year }
    Told { number, shared, language, packed, opened }
    Reported { number, busy, shared }
    Unread { id, text, language }
    Read { id, packed }
}

impl Packed for Hello {
    fn pack(&self, _: &mut Vec<u8>) {}

    fn unpack(_: &mut Unpacker<'_>) -> Self {
        Self
    }
}

/// What has an event of its own.
pub(super) trait Message: Packed + 'static {
    /// The name of the event.
    const EVENT: &'static str;

    /// Sends it to the other module, which has taken it before this returns.
    fn send(&self) {
        let init = CustomEventInit::new();
        init.set_detail(&Uint8Array::from(pack(self).as_slice()));
        if let (Some(document), Ok(event)) =
            (document(), CustomEvent::new_with_event_init_dict(Self::EVENT, &init))
        {
            // Fails only for an event that is already on its way.
            let _ = document.dispatch_event(&event);
        }
    }

    /// Listens for it, as long as the listener is kept.
    fn listen(take: impl Fn(Self) + 'static) -> Option<EventListener> {
        Some(EventListener::new(document()?.as_ref(), Self::EVENT, move |event| {
            let detail = event.dyn_ref::<CustomEvent>().map(CustomEvent::detail);
            let bytes = detail.and_then(|detail| detail.dyn_into::<Uint8Array>().ok());
            if let Some(message) = bytes.and_then(|bytes| unpack(&bytes.to_vec())) {
                take(message);
            }
        }))
    }
}

impl Message for Told {
    const EVENT: &'static str = "handlingsrom-told";
}

impl Message for Reported {
    const EVENT: &'static str = "handlingsrom-reported";
}

impl Message for Unread {
    const EVENT: &'static str = "handlingsrom-unread";
}

impl Message for Read {
    const EVENT: &'static str = "handlingsrom-read";
}

impl Message for Hello {
    const EVENT: &'static str = "handlingsrom-hello";
}

pub(super) fn document() -> Option<Document> {
    web_sys::window()?.document()
}

#[cfg(test)]
#[allow(clippy::expect_used, reason = "a test that lacks its municipality must stop")]
mod tests {
    use super::*;
    use crate::app::store::Action;
    use crate::model::lever::Lever;
    use crate::model::scenario::Scenario;
    use rust_decimal::dec;
    use std::rc::Rc;
    use yew::Reducible;

    fn page() -> Rc<AppState> {
        let catalogue = Catalogue::built_in().expect("the first municipality comes with the program");
        let municipality = catalogue.get("lier").expect("Lier is the first");
        let opened = store::Opened { municipality, scenario: Scenario::plan(), faults: Vec::new() };
        Rc::new(AppState::new(Rc::new(catalogue), opened))
    }

    #[test]
    fn what_is_told_arrives_as_it_was() {
        let mut state =
            page().reduce(Action::Set(Lever::InterestRate.into(), dec!(1.25).into(), Settled::NotYet));
        let mut asked = state.asked.clone();
        asked.open = Some(Panel::Tornado);
        asked.until = Some(Year(2030));
        state = state.reduce(Action::ShowYear(Year(2031))).reduce(Action::Ask(asked));
        let bytes = pack(&Shared::of(&state));
        let shared: Shared = unpack(&bytes).expect("it can be read");
        let other = page();
        let taken = shared.taken(&other.catalogue).expect("Lier is known");
        let other = other.reduce(Action::Mirror(taken));
        assert_eq!(Shared::of(&other), Shared::of(&state));
        assert_eq!((other.scenario(), &other.asked), (state.scenario(), &state.asked));
    }

    #[test]
    fn taking_over_leaves_how_the_questions_are_put_here() {
        let mut asked = page().asked.clone();
        asked.seed = Some(7);
        let own = page().reduce(Action::Ask(asked));
        let other = page().reduce(Action::Set(Lever::Restructuring.into(), dec!(10).into(), Settled::Yes));
        let taken = Shared::of(&other).taken(&own.catalogue).expect("Lier is known");
        let taken = own.reduce(Action::Mirror(taken));
        assert_eq!(taken.asked.seed, Some(7));
        assert_eq!(taken.scenario(), other.scenario());
        assert!(taken.can_undo());
    }

    #[test]
    fn every_figure_that_the_page_opens_has_a_key() {
        for (key, quantity) in explanation::KEYS {
            for side in [Side::Own, Side::Plan] {
                let place = Place { side, quantity, year: Year(2029) };
                let opened = Opened::of(place).expect(key);
                assert_eq!(opened.place(), Some(place), "{key}");
            }
        }
    }
}
