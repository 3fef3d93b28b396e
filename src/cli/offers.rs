//! How many remedies the findings of a check offer, and by which option they are applied.

use serde::{Deserialize, Serialize};
use sop::diag::Diagnostic;
use sop::text::Lang;

/// Which remedies are spoken of at the end.
#[derive(Clone, Copy)]
pub(super) enum Tells {
    Nothing,
    All,
    /// The safe ones were applied already.
    Others,
}

/// How many remedies the findings offer.
#[derive(Clone, Copy, Default, Serialize, Deserialize)]
pub(super) struct Offers {
    safe: usize,
    /// Those whose outcome is to be read again.
    others: usize,
}

impl Offers {
    pub(super) fn of(findings: &[Diagnostic]) -> Offers {
        let mut offers = Offers::default();
        for fix in findings.iter().filter_map(|finding| finding.fix.as_ref()) {
            *(if fix.safe { &mut offers.safe } else { &mut offers.others }) += 1;
        }
        offers
    }

    /// Counts those of another.
    pub(super) fn join(&mut self, other: Offers) {
        self.safe += other.safe;
        self.others += other.others;
    }

    /// Those that are spoken of.
    pub(super) fn told(self, tells: Tells) -> Offers {
        match tells {
            Tells::Nothing => Offers::default(),
            Tells::All => self,
            Tells::Others => Offers { safe: 0, ..self },
        }
    }

    /// `9 usulan: `sop check --fix` menerapkan 6 yang aman, …`; nothing where there are none.
    pub(super) fn said(self, lang: Lang) -> String {
        let Offers { safe, others } = self;
        let all = safe + others;
        match (safe, others, lang) {
            (0, 0, _) => String::new(),
            (_, 0, Lang::Id) => format!("`sop check --fix` menerapkan {safe} usulan yang aman\n"),
            (_, 0, Lang::En) => format!("`sop check --fix` applies {}\n", counted(safe, "safe proposal")),
            (0, _, Lang::Id) => {
                format!("{all} usulan: `sop check --fix-unsafe` menerapkannya; baca lagi hasilnya\n")
            }
            (0, _, Lang::En) => format!(
                "{}: `sop check --fix-unsafe` applies what can be applied; read the outcome again\n",
                counted(all, "proposal")
            ),
            (_, _, Lang::Id) => format!(
                "{all} usulan: `sop check --fix` menerapkan {safe} yang aman, `sop check --fix-unsafe` juga yang lain; \
                 baca lagi hasilnya\n"
            ),
            (_, _, Lang::En) => format!(
                "{all} proposals: `sop check --fix` applies {}, `sop check --fix-unsafe` the others, too; read the outcome \
                 again\n",
                counted(safe, "safe one")
            ),
        }
    }
}

/// English only: Indonesian counts without a plural.
fn counted(number: usize, what: &str) -> String {
    format!("{number} {what}{}", if number == 1 { "" } else { "s" })
}

#[cfg(test)]
mod tests {
    use super::{Offers, Tells};
    use sop::text::Lang;

    #[test]
    fn what_was_applied_is_offered_no_more() {
        let offers = Offers { safe: 6, others: 1 };
        let said = |tells| offers.told(tells).said(Lang::Id);
        assert_eq!(said(Tells::Nothing), "");
        assert_eq!(
            said(Tells::All),
            "7 usulan: `sop check --fix` menerapkan 6 yang aman, `sop check --fix-unsafe` juga yang lain; baca lagi hasilnya\n"
        );
        assert_eq!(
            said(Tells::Others),
            "1 usulan: `sop check --fix-unsafe` menerapkannya; baca lagi hasilnya\n"
        );
    }

    #[test]
    fn one_is_one_in_english() {
        let said = |safe, others| Offers { safe, others }.said(Lang::En);
        assert_eq!(said(1, 0), "`sop check --fix` applies 1 safe proposal\n");
        assert_eq!(said(2, 0), "`sop check --fix` applies 2 safe proposals\n");
        assert_eq!(
            said(0, 1),
            "1 proposal: `sop check --fix-unsafe` applies what can be applied; read the outcome again\n"
        );
        assert_eq!(
            said(1, 1),
            "2 proposals: `sop check --fix` applies 1 safe one, `sop check --fix-unsafe` the others, too; read the outcome again\n"
        );
    }
}
