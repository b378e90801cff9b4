//! Putting few things in order.

/// The items in order; of two that are equal the first comes first.
///
/// By insertion: the library's sort is made for thousands, and one of its copies for each kind of item is
/// more code than a handful of items is worth in the browser.
pub(crate) fn in_order<T>(
    items: impl IntoIterator<Item = T>,
    stands_before: impl Fn(&T, &T) -> bool,
) -> Vec<T> {
    let mut ordered: Vec<T> = Vec::new();
    for item in items {
        let place = ordered.iter().take_while(|met| !stands_before(&item, met)).count();
        ordered.insert(place, item);
    }
    ordered
}

#[cfg(test)]
mod tests {
    use super::in_order;

    #[test]
    fn the_first_of_equals_stands_first() {
        let words = ["b1", "a1", "c", "a2", "b2"];
        let ordered = in_order(words, |one, other| one.get(..1) < other.get(..1));
        assert_eq!(ordered, ["a1", "a2", "b1", "b2", "c"]);
    }
}
