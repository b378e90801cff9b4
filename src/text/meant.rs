//! Forslag: what an unknown name most likely means.

/// What was most likely meant by a name that is not known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Meant {
    /// This name.
    Name(String),
    /// There are no names.
    Nothing,
    /// One of these.
    OneOf(Vec<String>),
    /// One of more than can be listed.
    OneOfMany(usize),
}
