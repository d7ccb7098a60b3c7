//! What something is, in 16 bytes. The door to `blake3`.

use std::fmt;
use std::hash::{Hash, Hasher};

use serde::{Deserialize, Serialize};

/// The first 128 bits of a BLAKE3 hash: enough that two contents never share one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Fingerprint([u8; 16]);

impl Fingerprint {
    /// Of some bytes.
    pub fn of(bytes: &[u8]) -> Fingerprint {
        Fingerprint::from_hash(blake3::hash(bytes))
    }

    /// Of a file's bytes, read in pieces: an asset may be larger than memory.
    pub fn of_reader(reader: impl std::io::Read) -> std::io::Result<Fingerprint> {
        let mut hasher = blake3::Hasher::new();
        std::io::copy(&mut { reader }, &mut HashWriter(&mut hasher))?;
        Ok(Fingerprint::from_hash(hasher.finalize()))
    }

    /// A number below another one: the same for the same bytes, and otherwise any.
    pub fn below(&self, end: usize) -> usize {
        let mut number = [0; 8];
        number.copy_from_slice(&self.0[..8]);
        (u64::from_le_bytes(number) % end as u64) as usize
    }

    /// The first eight hexadecimal digits: what stands in an asset's file name.
    pub fn short(&self) -> String {
        self.to_string()[..8].to_owned()
    }

    fn from_hash(hash: blake3::Hash) -> Fingerprint {
        let mut bytes = [0; 16];
        bytes.copy_from_slice(&hash.as_bytes()[..16]);
        Fingerprint(bytes)
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

/// Of any value, through its `Hash`. Stable on one machine and one version of the tool, which is all a memo asks for.
pub fn fingerprint_of<T: Hash + ?Sized>(value: &T) -> Fingerprint {
    struct Feed(blake3::Hasher);
    impl Hasher for Feed {
        fn write(&mut self, bytes: &[u8]) {
            self.0.update(bytes);
        }
        fn finish(&self) -> u64 {
            unreachable!("the 128-bit result is taken instead")
        }
    }
    let mut feed = Feed(blake3::Hasher::new());
    value.hash(&mut feed);
    Fingerprint::from_hash(feed.0.finalize())
}

struct HashWriter<'a>(&'a mut blake3::Hasher);

impl std::io::Write for HashWriter<'_> {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}
