//! Indices into the lists of a [`Sop`](super::Sop). A bare number never stands for a row or an actor.

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub u32);

        impl $name {
            /// As an index into its list.
            pub fn index(self) -> usize {
                self.0 as usize
            }

            /// From an index into its list.
            pub fn from_index(index: usize) -> $name {
                $name(u32::try_from(index).expect("bug: more than four billion entries"))
            }
        }
    };
}

id!(
    /// A lane, in print order.
    PelaksanaId
);
id!(
    /// A row of the table, in print order.
    KegiatanId
);
id!(
    /// A place in the flow: one symbol, or several joined ones. Ordered by row, then by place within the row.
    SimpulId
);
id!(
    /// A paper or tool, in order of first mention.
    DokumenId
);
id!(
    /// A way the procedure ends; ends of the same name are one.
    AkhirId
);
id!(
    /// A band across the table.
    TahapId
);
