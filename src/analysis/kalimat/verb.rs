//! Kinds and forms of verbs.

/// What a verb does with the work. Each is called by a verb of its kind, as in `data/kata-kerja.txt`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum VerbClass {
    /// `mengajukan`: up, for somebody's decision.
    Submit,
    /// `menyerahkan`: on, to somebody.
    HandOver,
    /// `memerintahkan`: down; also asking somebody for something.
    Order,
    /// `mengembalikan`: back.
    Return,
    /// `menerima`
    Receive,
    /// `memeriksa`
    Check,
    /// `memutuskan`
    Decide,
    /// `menandatangani`: a paper takes effect.
    Sign,
    /// `memaraf`
    Initial,
    /// `menyusun`
    Draft,
    /// `memperbaiki`
    Correct,
    /// `mencatat`
    Record,
    /// `mengarsipkan`
    File,
    /// `memberitahukan`: somebody is told, and the work stays.
    Inform,
    /// `melaksanakan`: anything else that is done.
    CarryOut,
    /// `memenuhi`: what something is like, nothing that is done.
    State,
}

impl VerbClass {
    /// All, with the verb that names each in the data.
    pub const ALL: [(&'static str, VerbClass); 16] = [
        ("mengajukan", VerbClass::Submit),
        ("menyerahkan", VerbClass::HandOver),
        ("memerintahkan", VerbClass::Order),
        ("mengembalikan", VerbClass::Return),
        ("menerima", VerbClass::Receive),
        ("memeriksa", VerbClass::Check),
        ("memutuskan", VerbClass::Decide),
        ("menandatangani", VerbClass::Sign),
        ("memaraf", VerbClass::Initial),
        ("menyusun", VerbClass::Draft),
        ("memperbaiki", VerbClass::Correct),
        ("mencatat", VerbClass::Record),
        ("mengarsipkan", VerbClass::File),
        ("memberitahukan", VerbClass::Inform),
        ("melaksanakan", VerbClass::CarryOut),
        ("keadaan", VerbClass::State),
    ];

    pub(super) fn named(name: &str) -> Option<VerbClass> {
        VerbClass::ALL.iter().find(|(known, _)| *known == name).map(|(_, class)| *class)
    }

    /// The verb that names it.
    pub fn name(self) -> &'static str {
        VerbClass::ALL.iter().find(|(_, class)| *class == self).map_or("", |(name, _)| name)
    }

    /// Whether the work moves to somebody.
    pub fn moves(self) -> bool {
        matches!(self, VerbClass::Submit | VerbClass::HandOver | VerbClass::Order | VerbClass::Return)
    }
}

/// The form of a verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Voice {
    /// `menyusun`, `berkoordinasi`
    Active,
    /// `disusun`
    Passive,
    /// `penyusunan`
    Nominal,
    /// `susun`; in the middle of a sentence such a word is mostly a noun (`paraf`).
    Bare,
}
