//! Sizes as people read them.

use crate::{Message, Text};

impl Text {
    /// A size in decimal units: bytes as they are below 1,000, then kB, MB and GB, with one decimal below 10.
    pub fn size(&self, bytes: u64) -> String {
        let unit: u64 = match bytes {
            0..1_000 => return self.show(&Message::SizeBytes { bytes: bytes.into() }),
            1_000..999_500 => 1_000,
            999_500..999_500_000 => 1_000_000,
            _ => 1_000_000_000,
        };
        let tenths = bytes / (unit / 10) + u64::from(bytes % (unit / 10) >= unit / 20);
        let amount = if tenths < 100 {
            format!("{}.{}", tenths / 10, tenths % 10)
        } else {
            (bytes / unit + u64::from(bytes % unit >= unit / 2)).to_string()
        };
        let amount = amount.into();
        self.show(&match unit {
            1_000 => Message::SizeKilobytes { amount },
            1_000_000 => Message::SizeMegabytes { amount },
            _ => Message::SizeGigabytes { amount },
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::Text;

    #[test]
    fn sizes_round_to_what_a_person_compares() {
        let text = Text::english().unwrap();
        for (bytes, shown) in [
            (0, "0 bytes"),
            (999, "999 bytes"),
            (1_000, "1.0 kB"),
            (1_449, "1.4 kB"),
            (9_949, "9.9 kB"),
            (9_950, "10 kB"),
            (999_499, "999 kB"),
            (999_500, "1.0 MB"),
            (3_512_000, "3.5 MB"),
            (23_800_000, "24 MB"),
            (300_000_000, "300 MB"),
            (999_500_000, "1.0 GB"),
            (u64::MAX, "18446744074 GB"),
        ] {
            assert_eq!(text.size(bytes), shown);
        }
    }
}
