//! Word by word through a sentence: verbs, and what hangs on them.

mod serah;
mod syarat;

use super::kamus::{Kamus, Token, guess};
use super::kata::WordList;
use super::pihak::{Names, Party};
use super::verb::{VerbClass, Voice};
use super::{Kalimat, Verb};

/// Reads one sentence; linear in its length.
pub(super) fn read(tokens: &[Token], names: &Names, kamus: Kamus) -> Kalimat {
    let mut reader = Reader {
        tokens,
        names,
        kamus,
        out: Kalimat::default(),
        at: 0,
        mode: Mode::Main,
        main: None,
        sub: None,
        condition: None,
        joint: Joint::Start,
        told: false,
        plain: 0,
        back: None,
    };
    reader.subject();
    while reader.at < tokens.len() {
        reader.step();
    }
    reader.close_return();
    let side_by_side = tokens.iter().find(|token| token.is(WordList::SideBySide));
    reader.out.side_by_side = side_by_side.map(|token| token.start..token.end);
    reader.out
}

/// What part of the sentence is being read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mode {
    /// What the row does.
    Main,
    /// After `untuk`, `agar`: what somebody does later. `ordered` after an order: what its receiver does.
    Purpose { ordered: bool },
    /// After `yang`: which paper is meant.
    Relative,
    /// After `setelah`, `dengan`: circumstances.
    Aside,
}

/// How a word follows those before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Joint {
    /// It begins a clause.
    Start,
    /// After a comma.
    Comma,
    /// After `dan`, `serta`.
    And,
    /// After `lalu`, `kemudian`.
    Then,
    /// After another word.
    None,
}

/// A verb that words hang on.
#[derive(Clone, Copy, Debug)]
struct Head {
    class: Option<VerbClass>,
    voice: Voice,
    /// Index of the token after it.
    after: usize,
}

struct Reader<'a> {
    tokens: &'a [Token<'a>],
    names: &'a Names<'a>,
    kamus: Kamus<'a>,
    out: Kalimat,
    at: usize,
    mode: Mode,
    main: Option<Head>,
    /// The verb of the purpose, relative or aside being read.
    sub: Option<Head>,
    condition: Option<usize>,
    joint: Joint,
    /// After `tembusan`: who is named is told only.
    told: bool,
    /// Plain words since the relative began: `yang lengkap`.
    plain: usize,
    /// A return whose receiver has not been named yet: where its verb begins, and whether it is for mending.
    back: Option<(usize, bool)>,
}

impl<'a> Reader<'a> {
    fn word(&self, at: usize) -> &'a str {
        self.tokens.get(at).map_or("", |token| token.word)
    }

    fn is(&self, list: WordList, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.is(list))
    }

    fn party(&self, at: usize) -> Option<(Party, usize)> {
        self.names.at(self.tokens.get(at..)?)
    }

    /// Parties joined by `dan`, `atau`, `,` or `/`, and the index after them.
    fn parties(&self, at: usize) -> (Vec<Party>, usize) {
        // `kepada Kabid, Kadis menandatangani`: the second one acts.
        self.joined(at, |after| self.verb(after).is_some_and(|(head, _)| head.voice == Voice::Active))
    }

    /// Parties joined to each other, up to one that stands for itself by what comes after it.
    fn joined(&self, at: usize, apart: impl Fn(usize) -> bool) -> (Vec<Party>, usize) {
        let mut at = at;
        while self.is(WordList::Address, at) && self.party(at).is_none() {
            at += 1 + usize::from(self.word(at + 1) == ".");
        }
        let mut found = Vec::new();
        let mut next = at;
        while let Some((party, count)) = self.party(next) {
            if !found.is_empty() && apart(next + count) {
                break;
            }
            found.push(party);
            at = next + count;
            let Some(join) = self.join(at) else { break };
            next = at + join;
        }
        (found, at)
    }

    /// How many words join what stands before and after: `dan`, `,`, `, dan`.
    fn join(&self, at: usize) -> Option<usize> {
        let joins = |at| matches!(self.word(at), "dan" | "atau" | "/" | "serta" | "maupun" | "&");
        match self.word(at) {
            "," => Some(1 + usize::from(joins(at + 1))),
            _ => joins(at).then_some(1),
        }
    }

    /// Who stands in front and acts: a party before an active verb.
    fn subject(&mut self) {
        let (parties, mut at) = self.joined(0, |_| false);
        if parties.is_empty() {
            return;
        }
        let mut with = Vec::new();
        if self.word(at) == "bersama" {
            (with, at) = self.joined(at + 1 + usize::from(self.word(at + 1) == "dengan"), |_| false);
        }
        // `Sekda selaku Pengelola Barang membentuk`
        if matches!(self.word(at), "selaku" | "sebagai") {
            const OF_AN_OFFICE: usize = 6;
            let acts = |at: &usize| self.verb(*at).is_some_and(|(head, _)| head.voice == Voice::Active);
            let mut behind = (at + 1..at + OF_AN_OFFICE)
                .take_while(|at| self.tokens.get(*at).is_some_and(|token| !token.is_mark()));
            at = behind.find(acts).unwrap_or(at);
        }
        // `Kalapas atau pejabat yang ditunjuk menandatangani`
        let deputy = matches!(self.word(at), "atau" | "/") && self.word(at + 2) == "yang";
        if deputy && matches!(self.word(at + 1), "pejabat" | "petugas" | "yang") {
            at += 4;
        }
        // `Kasi: mengoreksi`
        at += usize::from(self.word(at) == ":");
        while self.is(WordList::Adverb, at) {
            at += 1;
        }
        // `Verifikator turun ke lokasi dan …`; before any other word they may be part of a name.
        let moves = matches!(self.word(at), "turun" | "naik" | "datang" | "berangkat")
            && matches!(self.word(at + 1), "ke" | "menuju" | "dari" | "dengan");
        if moves || self.verb(at).is_some_and(|(head, _)| head.voice == Voice::Active) {
            self.out.subjects = parties.into_iter().chain(with).collect();
            self.at = at;
        }
    }

    /// The verb at a word: what it does, and its active form.
    fn verb(&self, at: usize) -> Option<(Head, Option<&'static str>)> {
        let token = self.tokens.get(at)?;
        if token.is_mark() {
            return None;
        }
        let head = |class, voice, after| Head { class, voice, after };
        let starts = self.joint == Joint::Start && at == self.at;
        let known = &token.known;
        if let Some(voice) = known.carrier.filter(|voice| *voice != Voice::Bare || starts) {
            if let Some(next) = self.tokens.get(at + 1) {
                if let Some(class) = self.kamus.carried(token.word, next, self.word(at + 2)) {
                    let after = at + 2 + usize::from(next.word == "tanda");
                    return Some((head(Some(class), voice, after), None));
                }
                let noun = |voice| matches!(voice, Voice::Nominal | Voice::Bare);
                if let Some(entry) = next.known.verb.filter(|entry| noun(entry.voice)) {
                    return Some((head(Some(entry.class), voice, at + 2), None));
                }
            }
            if known.verb.is_none() {
                return Some((head(Some(VerbClass::CarryOut), voice, at + 1), None));
            }
        }
        if let Some(entry) = known.verb {
            let noun = matches!(entry.voice, Voice::Nominal | Voice::Bare) && !starts;
            return (!noun).then_some((head(Some(entry.class), entry.voice, at + 1), entry.active));
        }
        if let Some(entry) = self.kamus.slip(token.word) {
            return Some((head(Some(entry.class), entry.voice, at + 1), entry.active));
        }
        let voice = guess(token.word)?;
        (voice != Voice::Nominal).then_some((head(None, voice, at + 1), None))
    }

    fn step(&mut self) {
        let at = self.at;
        let word = self.word(at);
        self.at += 1;
        match word {
            "." if self.sentence_ends(at) => return self.clause(true),
            "." => return,
            ";" | ":" => return self.clause(word == ";"),
            "," => {
                if self.mode == Mode::Aside {
                    self.mode = Mode::Main;
                }
                self.joint = Joint::Comma;
                return;
            }
            "dalam" if self.word(at + 1) == "hal" => return self.condition(at + 2),
            "maka" => {
                self.joint = Joint::Start;
                return;
            }
            "kepada" | "ke" | "pada" => return self.receiver(at),
            "melalui" | "lewat" => {
                let (parties, after) = self.parties(at + 1);
                self.out.via.extend(parties);
                self.at = after.max(self.at);
                return self.follow();
            }
            "dari" | "oleh" | "bersama" => {
                let (parties, after) = self.parties(at + 1);
                if !parties.is_empty() {
                    self.at = after;
                }
                return self.follow();
            }
            "tembusan" | "cc" => {
                self.told = true;
                return self.follow();
            }
            "yang" => return self.enter(Mode::Relative),
            "kembali" if self.condition.is_some() && self.main.is_none() && self.goes_back(at) => {
                return self.return_without_verb(at);
            }
            _ => {}
        }
        if self.is(WordList::Condition, at) {
            self.condition(at + 1);
        } else if self.contrast(at) {
            self.condition(at);
        } else if self.is(WordList::Purpose, at) {
            if !matches!(self.mode, Mode::Purpose { ordered: true }) {
                self.enter(Mode::Purpose { ordered: false });
            }
        } else if self.is(WordList::Aside, at) {
            self.enter(Mode::Aside);
        } else if self.is(WordList::Then, at) {
            self.joint = Joint::Then;
        } else if self.is(WordList::And, at) {
            if self.joint != Joint::Comma {
                self.joint = Joint::And;
            }
        } else {
            self.at = at;
            match self.verb(at) {
                Some((head, active)) => self.enter_verb(head, active),
                None => {
                    let party = self.party(at);
                    self.at = at + party.as_ref().map_or(1, |(_, count)| *count);
                    self.plain +=
                        usize::from(!self.is(WordList::Adverb, at) && !self.is(WordList::Denial, at));
                    if let Some((party, count)) = party {
                        self.ordered_before(party, at + count);
                    }
                    self.follow();
                }
            }
        }
    }

    fn follow(&mut self) {
        self.joint = Joint::None;
    }

    fn enter(&mut self, mode: Mode) {
        self.mode = mode;
        self.sub = None;
        self.plain = 0;
        self.joint = Joint::None;
    }

    fn sentence_ends(&self, at: usize) -> bool {
        // `a. menyiapkan` begins anew, `No. 5` goes on.
        let item = at > 0 && self.tokens[at - 1].word.len() == 1;
        item || self.tokens.get(at + 1).is_none_or(|next| next.capital)
    }

    /// A new clause begins; a new sentence, or what follows `;`, is under no condition any more.
    fn clause(&mut self, free: bool) {
        self.close_return();
        self.mode = Mode::Main;
        (self.main, self.sub) = (None, None);
        self.joint = Joint::Start;
        self.told = false;
        if free {
            self.condition = None;
        }
    }

    fn enter_verb(&mut self, head: Head, active: Option<&'static str>) {
        let at = self.at;
        let start = self.tokens[at].start;
        let own = self.mode == Mode::Main || self.leaves(head);
        if own {
            self.close_return();
            self.mode = Mode::Main;
            self.main = Some(head);
            self.sub = None;
            self.told = false;
        } else {
            self.sub = Some(head);
        }
        let end = self.tokens[head.after - 1].end;
        let object = self
            .tokens
            .get(head.after)
            .is_some_and(|next| !next.is_mark() && !next.is(WordList::And) && !next.is(WordList::EndsName));
        let range = start..end;
        self.out.verbs.push(Verb { class: head.class, voice: head.voice, active, own, object, range });
        if self.back.is_some_and(|_| !own) && matches!(head.class, Some(VerbClass::Correct)) {
            self.back = self.back.map(|(start, _)| (start, true));
        }
        self.at = head.after;
        self.also_carried(head, own);
        self.follow();
        if !own {
            return;
        }
        if head.class == Some(VerbClass::Return) {
            self.back = Some((start, false));
        }
        self.direct_order(head, start);
    }

    /// `memberi persetujuan dan tanda tangan`: the carrying verb has a second noun.
    fn also_carried(&mut self, head: Head, own: bool) {
        if !matches!(self.word(self.at), "dan" | "serta" | "/") {
            return;
        }
        let (carrier, noun) = (self.tokens.get(self.at.saturating_sub(2)), self.tokens.get(self.at + 1));
        let Some(carrier) = carrier.filter(|carrier| carrier.known.carrier.is_some()) else { return };
        let Some(noun) = noun else { return };
        let Some(class) = self.kamus.carried(carrier.word, noun, self.word(self.at + 2)) else { return };
        let last = self.at + 1 + usize::from(noun.word == "tanda");
        let range = self.tokens[self.at + 1].start..self.tokens[last].end;
        self.out.verbs.push(Verb {
            class: Some(class),
            voice: head.voice,
            active: None,
            own,
            object: false,
            range,
        });
        self.at = last + 1;
    }

    /// Whether a verb leaves a purpose, relative or aside and says again what the row does.
    fn leaves(&self, head: Head) -> bool {
        let joint = self.joint;
        let active = head.voice == Voice::Active;
        match self.mode {
            Mode::Main => true,
            Mode::Purpose { ordered: true } => joint == Joint::Then && active,
            Mode::Purpose { ordered: false } => {
                let later = self.sub.is_none_or(|sub| sub.voice == Voice::Passive);
                active && (matches!(joint, Joint::Then | Joint::Comma) || (joint == Joint::And && later))
            }
            // `surat yang telah ditandatangani diberi nomor`: the second verb is the row's.
            Mode::Relative if self.sub.is_some() && joint == Joint::None => true,
            // `berkas yang lengkap diserahkan`
            Mode::Relative if self.sub.is_none() && self.plain > 0 && !active => true,
            Mode::Relative | Mode::Aside => joint != Joint::None && (active || joint == Joint::Comma),
        }
    }
}
