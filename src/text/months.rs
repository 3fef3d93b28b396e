//! The months: as people type them, and as dates name them.

static MONTHS: [&[&str]; 12] = [
    &["januari"],
    &["februari", "pebruari"],
    &["maret"],
    &["april"],
    &["mei"],
    &["juni"],
    &["juli"],
    &["agustus"],
    &["september"],
    &["oktober"],
    &["november", "nopember"],
    &["desember"],
];

/// 1 to 12.
pub fn number(typed: &str) -> Option<u8> {
    let at = MONTHS.iter().position(|names| names.iter().any(|name| name.eq_ignore_ascii_case(typed)))?;
    u8::try_from(at + 1).ok()
}

/// The name of a month, 1 to 12, in small letters.
pub fn name(month: u8) -> Option<&'static str> {
    MONTHS.get(usize::from(month).checked_sub(1)?).map(|names| names[0])
}

/// The English name of a month, 1 to 12: `June`.
pub fn in_english(month: u8) -> Option<&'static str> {
    const NAMES: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    NAMES.get(usize::from(month).checked_sub(1)?).copied()
}

/// 1 to 12, of the English name of a month.
pub fn number_of_english(typed: &str) -> Option<u8> {
    (1..=12).find(|month| in_english(*month).is_some_and(|name| name.eq_ignore_ascii_case(typed)))
}

/// The name of a month, 1 to 12, as it stands in a date: `Juni`.
pub fn in_date(month: u8) -> Option<String> {
    let (first, rest) = name(month)?.split_at(1);
    Some(first.to_ascii_uppercase() + rest)
}
