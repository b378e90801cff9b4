//! Saldo: balances that a document may leave out, and balances of a year.

/// Saldo: a balance that is known, or of which only the change since the start is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Balance<K> {
    /// A document, or the user, gives where it starts.
    Known(K),
    /// No document gives it: what it has changed by.
    Change(K),
}

impl<K: Copy> Balance<K> {
    /// The amount, be it the balance or its change.
    #[must_use]
    pub fn amount(self) -> K {
        match self {
            Self::Known(amount) | Self::Change(amount) => amount,
        }
    }

    /// The balance; nothing where only the change is known.
    #[must_use]
    pub fn known(self) -> Option<K> {
        if let Self::Known(amount) = self { Some(amount) } else { None }
    }

    /// Whether the balance itself is known.
    #[must_use]
    pub fn is_known(self) -> bool {
        matches!(self, Self::Known(_))
    }

    /// As well known as before, with another amount.
    #[must_use]
    pub fn with<T>(self, amount: T) -> Balance<T> {
        match self {
            Self::Known(_) => Balance::Known(amount),
            Self::Change(_) => Balance::Change(amount),
        }
    }
}

/// Fra inngående til utgående balanse: a balance at the start and at the end of a year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Span<K> {
    /// Inngående balanse.
    pub opening: K,
    /// Utgående balanse.
    pub closing: K,
}

impl<K: Copy> Span<K> {
    /// The same balance all year.
    #[must_use]
    pub fn unchanged(balance: K) -> Self {
        Self { opening: balance, closing: balance }
    }
}
