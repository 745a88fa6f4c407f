//! A file's bytes, in blocks that copies share until one of them writes.

use std::sync::Arc;

const BLOCK: usize = 4096;

#[derive(Clone, Debug, Default)]
pub(crate) struct Content {
    blocks: Vec<Arc<[u8; BLOCK]>>,
    length: usize,
}

impl Content {
    pub(crate) fn length(&self) -> usize {
        self.length
    }

    /// Copies bytes from `offset` on; how many there were.
    pub(crate) fn read(&self, offset: usize, out: &mut [u8]) -> usize {
        let wanted = out.len().min(self.length.saturating_sub(offset));
        let mut done = 0;
        while done < wanted {
            let (block, start) = ((offset + done) / BLOCK, (offset + done) % BLOCK);
            let count = (BLOCK - start).min(wanted - done);
            out[done..done + count].copy_from_slice(&self.blocks[block][start..start + count]);
            done += count;
        }
        wanted
    }

    /// Writes at `offset`; a gap behind the end is filled with zeros.
    pub(crate) fn write(&mut self, offset: usize, bytes: &[u8]) {
        self.length = self.length.max(offset + bytes.len());
        self.fill_blocks();
        let mut done = 0;
        while done < bytes.len() {
            let (block, start) = ((offset + done) / BLOCK, (offset + done) % BLOCK);
            let count = (BLOCK - start).min(bytes.len() - done);
            Arc::make_mut(&mut self.blocks[block])[start..start + count]
                .copy_from_slice(&bytes[done..done + count]);
            done += count;
        }
    }

    /// Cuts the file off, or extends it with zeros.
    pub(crate) fn set_length(&mut self, length: usize) {
        let cut = length < self.length;
        self.length = length;
        self.fill_blocks();
        self.blocks.truncate(length.div_ceil(BLOCK));
        // What lies behind the end is zero, so that a later extension shows nothing old.
        if let Some(last) = self
            .blocks
            .last_mut()
            .filter(|_| cut && !length.is_multiple_of(BLOCK))
        {
            Arc::make_mut(last)[length % BLOCK..].fill(0);
        }
    }

    fn fill_blocks(&mut self) {
        let blocks = self.length.div_ceil(BLOCK);
        if self.blocks.len() < blocks {
            self.blocks.resize(blocks, Arc::new([0; BLOCK]));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Compared with a plain vector.
    #[test]
    fn random_writes_cuts_and_reads() {
        let seed = 7;
        let mut random = fastrand::Rng::with_seed(seed);
        let (mut content, mut plain) = (Content::default(), Vec::new());
        let mut earlier = Vec::new();
        for step in 0..2_000 {
            let at = random.usize(..20_000);
            match random.u8(..4) {
                0 => {
                    content.set_length(at);
                    plain.resize(at, 0);
                }
                _ => {
                    let bytes: Vec<u8> = (0..random.usize(..9_000)).map(|_| random.u8(1..)).collect();
                    content.write(at, &bytes);
                    plain.resize(plain.len().max(at + bytes.len()), 0);
                    plain[at..at + bytes.len()].copy_from_slice(&bytes);
                }
            }
            let mut read = vec![0; plain.len()];
            assert_eq!(content.length(), plain.len());
            assert_eq!(content.read(0, &mut read), plain.len());
            assert!(read == plain, "seed {seed}, step {step}");
            if step % 100 == 0 {
                earlier.push((content.clone(), plain.clone()));
            }
        }
        for (content, plain) in earlier {
            let mut read = vec![0; plain.len() + 10];
            assert_eq!(content.read(0, &mut read), plain.len());
            assert!(read[..plain.len()] == plain, "a copy changed with its original");
        }
    }
}
