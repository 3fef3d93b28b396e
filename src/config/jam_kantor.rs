//! The hours of an office.

/// When an office works, in minutes after midnight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct JamKantor {
    /// It opens.
    pub mulai: u32,
    /// The break, from and to.
    pub istirahat: (u32, u32),
    /// The break on Fridays.
    pub istirahat_jumat: (u32, u32),
}

impl Default for JamKantor {
    /// 07.30, and breaks of 60 and of 90 minutes (Perpres 21/2023).
    fn default() -> JamKantor {
        JamKantor { mulai: 450, istirahat: (720, 780), istirahat_jumat: (690, 780) }
    }
}

/// `07.30` or `07:30`, in minutes after midnight.
pub(super) fn clock(text: &str) -> Option<u32> {
    let (hours, minutes) = text.trim().split_once(['.', ':'])?;
    let (hours, minutes): (u32, u32) = (hours.parse().ok()?, minutes.parse().ok()?);
    (hours < 24 && minutes < 60).then_some(hours * 60 + minutes)
}
