//! Who gets what the row moves: receivers, those who are ordered, and returns.

use super::{Head, Mode, Reader};
use crate::analysis::kalimat::pihak::Party;
use crate::analysis::kalimat::verb::{VerbClass, Voice};
use crate::analysis::kalimat::{HandOver, Verb};

/// How work comes to somebody.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    /// `kepada Kabid`
    Given,
    /// `mengembalikan kepada Kabid`
    Returned,
    /// `menugasi Kabid`
    Ordered,
}

impl Reader<'_> {
    /// `kepada Kabid`, `ke Kabid`.
    pub(super) fn receiver(&mut self, at: usize) {
        let word = self.word(at);
        let (parties, after) = self.parties(at + 1);
        self.follow();
        if parties.is_empty() {
            return;
        }
        self.at = after;
        if self.told {
            return;
        }
        let sub = self.sub.filter(|_| self.mode != Mode::Main);
        let theirs = |class: VerbClass| class.moves() || class == VerbClass::Inform;
        // `surat yang didisposisi Kadis ke Kabid`: what is not next to the other verb hangs on a main verb that moves.
        let main_moves = self.main.and_then(|main| main.class).is_some_and(VerbClass::moves);
        let apart = |sub: Head| self.mode == Mode::Relative && main_moves && sub.after != at;
        if sub.is_some_and(|sub| sub.class.is_some_and(theirs) && !apart(sub)) {
            return;
        }
        if self.mode == (Mode::Purpose { ordered: true }) && sub.is_some() {
            return;
        }
        let start = self.tokens[at].start;
        // `menyelenggarakan kepada Jalur`, `Evaluasi kepada Kabid`: garbled or no verb, but plain words.
        let garbled = |head: Head| match head.class {
            None => true,
            Some(VerbClass::CarryOut) => self.tokens[at - 1].known.carrier.is_some(),
            Some(_) => head.voice == Voice::Bare,
        };
        let direct = |head: Head| head.after == at && word == "kepada" && garbled(head);
        match self.main {
            None if word == "kepada" => self.hand_over(parties, Way::Given, start),
            None => {}
            Some(head) => match head.class {
                Some(VerbClass::Return) => {
                    self.back = None;
                    let way = if self.is_belonging(head.after) { Way::Given } else { Way::Returned };
                    self.hand_over(parties, way, start);
                }
                Some(class) if class.moves() => self.hand_over(parties, Way::Given, start),
                Some(VerbClass::Inform) => {}
                _ if direct(head) => self.hand_over(parties, Way::Given, start),
                _ => {}
            },
        }
    }

    /// `KTP`, `barang titipan`: what its owner gets back, and no work that is returned.
    fn is_belonging(&self, at: usize) -> bool {
        let kept =
            |word| matches!(word, "titipan" | "bawaan" | "pribadi" | "identitas" | "pengenal" | "jaminan");
        let belongs = match self.word(at) {
            "ktp" | "sim" | "stnk" | "paspor" | "kunci" | "titipan" | "jaminan" | "agunan" | "kembalian" => {
                true
            }
            "barang" | "kartu" | "uang" => kept(self.word(at + 1)),
            _ => false,
        };
        belongs && !(1..=2).any(|next| self.word(at + next) == "yang")
    }

    /// `menugasi Staf …`, `memerintahkan Jafung untuk …`: the receiver is the object.
    pub(super) fn direct_order(&mut self, head: Head, start: usize) {
        // `None`: a garbled verb (`memerlakukan Kass untuk …`) with the shape of an order.
        if !matches!(head.class, None | Some(VerbClass::Order)) || head.voice != Voice::Active {
            return;
        }
        let mut object = head.after;
        if matches!(self.word(object), "dan" | "serta")
            && let Some((other, _)) = self.verb(object + 1)
        {
            object = other.after;
        }
        // `memerintahkan agar Kurator menyiapkan`
        let that = matches!(self.word(object), "agar" | "supaya");
        let (parties, after) = self.parties(object + usize::from(that));
        if that && self.verb(after).is_none_or(|(head, _)| head.voice != Voice::Active) {
            return;
        }
        // `menunjuk Pengemudi` says who it will be; so it does not hand on.
        let only_for_work = head.class.is_none() || self.word(head.after - 1) == "menunjuk";
        let for_work = that || matches!(self.word(after), "untuk" | "agar" | "supaya");
        if parties.is_empty() || (only_for_work && !for_work) {
            return;
        }
        self.hand_over(parties, Way::Ordered, start);
        self.at = after;
        self.enter(Mode::Purpose { ordered: true });
    }

    /// `Staf diminta melengkapi`: the one who is ordered stands before the verb.
    pub(super) fn ordered_before(&mut self, party: Party, at: usize) {
        let verb = self.tokens.get(at).and_then(|token| token.known.verb);
        let ordered = verb.is_some_and(|verb| verb.class == VerbClass::Order && verb.voice == Voice::Passive);
        if ordered && self.mode == Mode::Main {
            let start = party.range.start;
            self.hand_over(vec![party], Way::Ordered, start);
            let end = self.tokens[at].end;
            let start = self.tokens[at].start;
            self.out.verbs.push(Verb {
                class: Some(VerbClass::Order),
                voice: Voice::Passive,
                active: verb.and_then(|verb| verb.active),
                own: true,
                object: true,
                range: start..end,
            });
            self.at = at + 1;
            self.enter(Mode::Purpose { ordered: true });
        }
    }

    fn hand_over(&mut self, parties: Vec<Party>, way: Way, start: usize) {
        let (back, kepada) = (way == Way::Returned, way != Way::Ordered);
        for party in parties {
            let range = start..party.range.end;
            self.out.handovers.push(HandOver {
                to: Some(party),
                back,
                kepada,
                condition: self.condition,
                range,
            });
        }
    }

    /// `kembali ke Staf`
    pub(super) fn goes_back(&self, at: usize) -> bool {
        self.word(at) == "kembali" && matches!(self.word(at + 1), "ke" | "kepada")
    }

    /// `jika tidak sesuai kembali ke Staf`: what follows from the condition, without a verb.
    pub(super) fn return_without_verb(&mut self, at: usize) {
        let head = Head { class: Some(VerbClass::Return), voice: Voice::Bare, after: at + 1 };
        (self.mode, self.main, self.sub) = (Mode::Main, Some(head), None);
        self.back = Some((self.tokens[at].start, false));
        self.follow();
    }

    /// A return that named nobody counts when it is for mending, or in the bad case.
    pub(super) fn close_return(&mut self) {
        let Some((start, mending)) = self.back.take() else { return };
        let refused = self.condition.is_some_and(|at| self.out.conditions[at].refuses);
        if mending || refused {
            let end = self.tokens[self.at.min(self.tokens.len()) - 1].end;
            self.out.handovers.push(HandOver {
                to: None,
                back: true,
                kepada: false,
                condition: self.condition,
                range: start..end,
            });
        }
    }
}
