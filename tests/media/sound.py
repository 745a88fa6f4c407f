"""Recordings last as long as others say: mutagen's own test files as mutagen reads them, and recordings that FFmpeg writes (PyAV) as long as
they were made. Then each of them cut off and changed in many places: the reader must come back from all."""

import json
import random
import subprocess
import sys
import tempfile
from collections import Counter
from fractions import Fraction
from pathlib import Path

import av
import mutagen

# Milliseconds: both leave out what encoders fill in at the ends, each in its own way.
TOLERANCE = 60
# Changes of each file, and their seed.
CHANGES = 40
SEED = 20261127

SPEEX = "Ogg with Speex, which the library does not read"
VIDEO = "Ogg with a film in it, which the library does not read"
# Mutagen's files about which the two differ: what is said here, and why. None: says nothing.
EXPLAINED = {
    "audacious-trailing-id32-id31.mp3": (3735, "mutagen takes the tags behind the sound along; these are 143 frames of 1,152 samples"),
    "empty.spx": (None, SPEEX),
    "issue_21.id3": (None, "its tags say that a further header follows, and there is none: the library does not look behind them"),
    "multiplexed.spx": (None, SPEEX),
    "sample.oggtheora": (None, VIDEO),
    "sample_length.oggtheora": (None, VIDEO),
}

# What FFmpeg writes: name, container, codec, samples a second, its options.
WRITTEN = [
    ("pcm.wav", "wav", "pcm_s16le", 44100, {}),
    ("phone.wav", "wav", "pcm_alaw", 8000, {}),
    ("counted.mp3", "mp3", "libmp3lame", 44100, {}),
    ("not-counted.mp3", "mp3", "libmp3lame", 44100, {"write_xing": "0"}),
    ("tagged.mp3", "mp3", "libmp3lame", 16000, {"write_xing": "0", "id3v2_version": "3"}),
    ("aac.m4a", "ipod", "aac", 44100, {}),
    ("aac-first.m4a", "ipod", "aac", 48000, {"movflags": "faststart"}),
    ("opus.ogg", "ogg", "libopus", 48000, {}),
    ("flac.ogg", "ogg", "flac", 44100, {}),
]
MILLIS = [1000, 2345, 61007]
# What an encoder fills in at the ends, in samples: two frames.
FILLED = {"libmp3lame": 2 * 1152, "aac": 2 * 1024}


def looked(program: str, paths: list[Path]) -> list[dict]:
    run = subprocess.run([program, *map(str, paths)], check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=600)
    return [json.loads(line) for line in run.stdout.splitlines()]


def theirs(path: Path) -> int | None:
    """Milliseconds."""
    try:
        file = mutagen.File(path)
    except mutagen.MutagenError:
        return None
    # A file without tags is an empty dictionary, so that `file and …` would not do.
    length = None if file is None else getattr(file.info, "length", None)
    return round(length * 1000) if length else None


def write(path: Path, container: str, codec: str, rate: int, options: dict, millis: int) -> None:
    """A hum that changes, so that frames differ in size."""
    with av.open(str(path), "w", format=container, options=options) as out:
        stream = out.add_stream(codec, rate=rate, layout="mono")
        if codec == "libmp3lame":
            stream.codec_context.options = {"q": "4"}
        samples, at, noise = rate * millis // 1000, 0, random.Random(SEED)
        while at < samples:
            count = min(rate // 10, samples - at)
            loud = noise.randrange(1, 12000)
            sound = b"".join(((i * 97 % 200 - 100) * loud // 100).to_bytes(2, "little", signed=True) for i in range(count))
            frame = av.AudioFrame(format="s16", layout="mono", samples=count)
            frame.planes[0].update(sound + bytes(frame.planes[0].buffer_size - len(sound)))
            frame.sample_rate, frame.pts, frame.time_base = rate, at, Fraction(1, rate)
            out.mux(stream.encode(frame))
            at += count
        out.mux(stream.encode(None))


def written(folder: Path) -> dict[Path, tuple[int, int]]:
    """Files, with their milliseconds and by how many they may differ."""
    made = {}
    for name, container, codec, rate, options in WRITTEN:
        for millis in MILLIS:
            path = folder / f"{millis}-{name}"
            write(path, container, codec, rate, options, millis)
            made[path] = millis, 1 + FILLED.get(codec, 0) * 1000 // rate
    return made


def changed(paths: list[Path], folder: Path) -> list[Path]:
    """Each cut off, and with bytes changed, most of them where headers are."""
    chance, out = random.Random(SEED), []
    for path in paths:
        whole = path.read_bytes()[: 1 << 18]
        for at in range(CHANGES):
            bytes_ = bytearray(whole)
            if at % 4 == 0:
                del bytes_[chance.randrange(len(bytes_)) :]
            for _ in range(chance.randrange(1, 6)):
                if bytes_:
                    place = min(int(chance.expovariate(1 / 200)), len(bytes_) - 1)
                    bytes_[place] = chance.choice([0, 1, 0x7F, 0x80, 0xFE, 0xFF, chance.randrange(256)])
            out.append(folder / f"{len(out)}")
            out[-1].write_bytes(bytes_)
    return out


def agree(ours: int | None, others: int | None, tolerance: int) -> bool:
    if ours is None or others is None:
        return ours is others
    return abs(ours - others) <= tolerance


def main() -> int:
    program, data = sys.argv[1:]
    passed = failed = 0
    kinds: Counter[str] = Counter()

    def count(path: Path, ours: dict, others: int | None, tolerance: int) -> None:
        nonlocal passed, failed
        millis = ours["millis"]
        fits = agree(millis, others, tolerance) and not agree((millis or 0) + 2 * tolerance + 1, others, tolerance)
        passed, failed = passed + fits, failed + (not fits)
        kinds[str(ours["kind"])] += fits
        if not fits:
            print(f"FAILED: {path.name}, {ours['kind']}: {millis}, others {others}")

    theirs_all = sorted(path for path in Path(data).iterdir() if path.is_file())
    recordings = []
    for path, ours in zip(theirs_all, looked(program, theirs_all), strict=True):
        if not (ours["kind"] or "").startswith("audio/"):
            continue
        recordings.append(path)
        others = theirs(path)
        if path.name in EXPLAINED:
            others, why = EXPLAINED[path.name]
            print(f"{path.name}: {others or 'nothing'}, mutagen {theirs(path)}: {why}")
        count(path, ours, others, TOLERANCE)

    with tempfile.TemporaryDirectory() as folder:
        made = written(Path(folder))
        for (path, (millis, tolerance)), ours in zip(made.items(), looked(program, list(made)), strict=True):
            count(path, ours, millis, tolerance)
        hostile = changed(recordings + list(made), Path(folder))
        came_back = len(looked(program, hostile))
        failed += came_back != len(hostile)
    print(", ".join(f"{number} {kind}" for kind, number in sorted(kinds.items())))
    print(f"{came_back} of {len(hostile)} changed files are survived")
    print(f"{passed} passed, {failed} failed, 0 skipped")
    return 1 if failed or passed < 50 else 0


raise SystemExit(main())
