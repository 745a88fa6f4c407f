//! How long a recording lasts, by what its container says. No sound is decoded.

use crate::{Kind, Look};
use std::io::Cursor;
use symphonia::core::codecs::CodecParameters;
use symphonia::core::codecs::audio::well_known::CODEC_ID_OPUS;
use symphonia::core::formats::probe::Hint;
use symphonia::core::formats::{FormatOptions, FormatReader, Track, TrackType};
use symphonia::core::io::{MediaSource, MediaSourceStream, MediaSourceStreamOptions, ReadOnlySource};
use symphonia::core::meta::MetadataOptions;
use symphonia::core::units::Duration;

pub(crate) fn look(kind: Kind, bytes: &[u8]) -> Look {
    Look {
        millis: millis(kind, bytes).filter(|millis| *millis > 0),
        ..Look::default()
    }
}

fn millis(kind: Kind, bytes: &[u8]) -> Option<u64> {
    // Of layer 3 without a count of its frames, what can go back guesses by the first few; what cannot guesses nothing.
    let source: Box<dyn MediaSource> = match kind {
        Kind::Mp3 => Box::new(ReadOnlySource::new(bytes)),
        _ => Box::new(Cursor::new(bytes)),
    };
    let source = MediaSourceStream::new(source, MediaSourceStreamOptions::default());
    let read = symphonia::default::get_probe().probe(
        &Hint::new(),
        source,
        FormatOptions::default(),
        MetadataOptions::default(),
    );
    let mut reader = read.ok()?;
    let track: Track = reader.first_track(TrackType::Audio)?.clone();
    let duration = match track.duration {
        None if kind == Kind::Mp3 => frames(&mut *reader)?,
        // Ogg counts what an Opus decoder throws away at the beginning (RFC 7845, section 4.2); the library does so too.
        duration if kind == Kind::Ogg && is_opus(&track) => {
            let thrown_away = track.delay.unwrap_or_default();
            duration?.checked_sub(Duration::from(thrown_away))?
        }
        duration => duration?,
    };
    let lasts = track.time_base?.calc_duration(duration)?;
    u64::try_from(lasts.as_millis()).ok()
}

fn is_opus(track: &Track) -> bool {
    let audio = track.codec_params.as_ref().and_then(CodecParameters::audio);
    audio.is_some_and(|audio| audio.codec == CODEC_ID_OPUS)
}

/// The frames one by one: each says how long it is.
fn frames(reader: &mut dyn FormatReader) -> Option<Duration> {
    let mut duration = Duration::ZERO;
    while let Ok(Some(frame)) = reader.next_packet() {
        duration = duration.checked_add(frame.dur)?;
    }
    Some(duration)
}
