//! Numbers, texts and what was seen of files into bytes, and back.

use crate::cli::seen::{Seen, Stamp};

/// Numbers and texts into bytes, and back.
#[derive(Default)]
pub(super) struct Pack(pub(super) Vec<u8>);

impl Pack {
    pub(super) fn flag(&mut self, flag: bool) {
        self.0.push(u8::from(flag));
    }

    pub(super) fn number(&mut self, number: u64) {
        self.0.extend_from_slice(&number.to_le_bytes());
    }

    pub(super) fn time(&mut self, time: i128) {
        self.0.extend_from_slice(&time.to_le_bytes());
    }

    pub(super) fn bytes(&mut self, bytes: &[u8]) {
        self.number(bytes.len() as u64);
        self.0.extend_from_slice(bytes);
    }

    pub(super) fn seen(&mut self, seen: &Seen) {
        self.0.extend_from_slice(&seen.hash.to_le_bytes());
        self.flag(seen.stamp.is_some());
        if let Some(stamp) = seen.stamp {
            self.number(stamp.size);
            stamp.times.iter().for_each(|time| self.time(*time));
            stamp.file.iter().for_each(|number| self.number(*number));
        }
    }
}

/// Reads what [`Pack`] wrote; `None` where something else stands.
pub(super) struct Unpack<'b>(pub(super) &'b [u8]);

impl<'b> Unpack<'b> {
    fn take<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (head, rest) = self.0.split_first_chunk::<N>()?;
        self.0 = rest;
        Some(*head)
    }

    pub(super) fn flag(&mut self) -> Option<bool> {
        self.take::<1>().map(|[byte]| byte != 0)
    }

    pub(super) fn number(&mut self) -> Option<u64> {
        self.take().map(u64::from_le_bytes)
    }

    pub(super) fn time(&mut self) -> Option<i128> {
        self.take().map(i128::from_le_bytes)
    }

    pub(super) fn bytes(&mut self) -> Option<&'b [u8]> {
        let length = usize::try_from(self.number()?).ok()?;
        let (head, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(head)
    }

    pub(super) fn seen(&mut self) -> Option<Seen> {
        let hash = self.take().map(u128::from_le_bytes)?;
        let stamp = match self.flag()? {
            true => Some(Stamp {
                size: self.number()?,
                times: [self.time()?, self.time()?],
                file: [self.number()?, self.number()?],
            }),
            false => None,
        };
        Some(Seen { stamp, hash })
    }

    pub(super) fn ended(&self) -> bool {
        self.0.is_empty()
    }
}
