//! The conditions of a sentence: where one ends, and the other case that is said without its `jika`.

use super::{Joint, Reader};
use crate::analysis::kalimat::Condition;
use crate::analysis::kalimat::kata::WordList;
use crate::analysis::kalimat::verb::{VerbClass, Voice};

impl Reader<'_> {
    /// The words of a condition, from `from` to a comma, `maka`, or the verb of what follows from it.
    pub(super) fn condition(&mut self, from: usize) {
        self.clause(true);
        let mut end = from;
        while self.is(WordList::Denial, end) || matches!(self.word(end), "sudah" | "telah" | "masih") {
            end += 1;
        }
        // `jika tidak mengembalikan …`: the case is `tidak` alone.
        let alone = end > from && !self.out.conditions.is_empty() && self.does(end);
        let first = if alone { end.saturating_sub(1) } else { end };
        while end < self.tokens.len() && !matches!(self.word(end), "," | ";" | "." | ":" | "maka") {
            if end > first && (self.acts(end) || self.leads_back(from, end)) {
                break;
            }
            if self.is(WordList::Condition, end) {
                break;
            }
            end += 1;
        }
        if !matches!(self.word(end), "," | "maka" | "" | "." | ";" | ":") {
            // `bila benar tagihan diteruskan`: the condition ends with what it says of the case.
            let says = (from..end).rev().find(|at| self.is(WordList::Predicate, *at));
            end = says.map_or(end, |at| at + 1);
        }
        self.at = end + usize::from(matches!(self.word(end), "," | "maka"));
        self.joint = Joint::Start;
        let words = &self.tokens[from.min(end)..end];
        let (Some(first), Some(last)) = (words.first(), words.last()) else { return };
        if words.iter().any(|token| token.is(WordList::WhenNeeded)) || words.len() == 1 && first.word == "ada"
        {
            return;
        }
        let refuses = words.iter().any(|token| token.is(WordList::Refusal));
        self.condition = Some(self.out.conditions.len());
        self.out.conditions.push(Condition { range: first.start..last.end, refuses });
    }

    /// `… dan tidak setuju mengembalikan …` after `jika setuju …`: the other case without its `jika`.
    pub(super) fn contrast(&self, at: usize) -> bool {
        let Some(condition) = self.condition else { return false };
        let begins = self.out.conditions[condition].range.start;
        let first = || self.tokens.partition_point(|token| token.start < begins);
        self.joint != Joint::None
            && self.is(WordList::Denial, at)
            && self.tokens.get(first()).is_some_and(|first| first.word == self.word(at + 1))
    }

    /// Whether the words from `from` say what is wrong, and those at `end` that it goes back: `tidak sesuai kembali ke …`, but
    /// not `berkas kembali ke …`.
    fn leads_back(&self, from: usize, end: usize) -> bool {
        let says = |at| self.is(WordList::Predicate, at) || self.is(WordList::Refusal, at);
        self.goes_back(end) && (from..end).any(says)
    }

    /// Whether a word is a verb that can be no condition.
    fn does(&self, at: usize) -> bool {
        let class = self.verb(at).and_then(|(head, _)| head.class);
        class.is_some_and(|class| !matches!(class, VerbClass::State | VerbClass::Decide | VerbClass::Check))
    }

    /// Whether the verb at a word follows from the condition before it, and is no part of it.
    fn acts(&self, at: usize) -> bool {
        let Some((head, _)) = self.verb(at) else { return false };
        match head.class {
            Some(VerbClass::State) => false,
            // `apabila tanggapan diterima maka …`
            _ if self.word(head.after) == "maka" => false,
            Some(VerbClass::Decide | VerbClass::Check) if head.voice == Voice::Passive => {
                // `jika konsep disetujui Kabid, …`
                let after = head.after + usize::from(self.word(head.after) == "oleh");
                let after = after + self.party(after).map_or(0, |(_, count)| count);
                !matches!(self.word(after), "," | "maka")
            }
            _ => true,
        }
    }
}
