//! FNV-1a: a fingerprint of bytes that is the same on every machine, and that the generated programs count, too.

/// Of no bytes.
pub const START: u64 = 0xcbf2_9ce4_8422_2325;

/// The fingerprint of what was counted before, and of these bytes behind it.
pub fn fnv(before: u64, bytes: &[u8]) -> u64 {
    bytes.iter().fold(before, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_counts_as_others_do() {
        assert_eq!(fnv(START, b""), START);
        assert_eq!(fnv(START, b"a"), 0xaf63_dc4c_8601_ec8c);
        assert_eq!(fnv(START, b"foobar"), 0x8594_4171_f739_67e8);
        assert_eq!(fnv(fnv(START, b"foo"), b"bar"), fnv(START, b"foobar"));
    }
}
