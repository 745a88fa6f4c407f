//! Files written by hand, by their specifications.

/// One of each kind, with its media type.
pub(crate) fn recordings() -> Vec<(Vec<u8>, &'static str)> {
    let with = |start: &[u8]| [start, &[0; 64]].concat();
    vec![
        (
            jpeg(&exif("2026:03:01 10:11:12", Some("+01:00"), true)),
            "image/jpeg",
        ),
        (with(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"), "image/png"),
        (
            with(b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic"),
            "image/heic",
        ),
        (with(b"RIFF\x40\x00\x00\x00WEBPVP8 "), "image/webp"),
        (with(b"GIF89a\x01\x00\x01\x00"), "image/gif"),
        (exif("2026:03:01 10:11:12", None, false), "image/tiff"),
        (pdf(&["BT /F1 12 Tf (Letter) Tj ET /X1 Do"]), "application/pdf"),
        (dicom(), "application/dicom"),
        (with(b"RIFF\x40\x00\x00\x00WAVEfmt \x10\x00\x00\x00"), "audio/wav"),
        (with(b"ID3\x04\x00\x00\x00\x00\x00\x00"), "audio/mpeg"),
        (with(b"\x00\x00\x00\x18ftypM4A \x00\x00\x00\x00"), "audio/mp4"),
        (with(b"OggS\x00\x02\x00\x00"), "audio/ogg"),
    ]
}

/// A recording of so many milliseconds: one channel, 8,000 samples a second, 8 bits each.
pub(crate) fn wav(millis: u32) -> Vec<u8> {
    let sound = vec![128; 8 * millis as usize];
    let length = u32::try_from(sound.len()).unwrap();
    let mut file = b"RIFF".to_vec();
    file.extend((36 + length).to_le_bytes());
    file.extend(b"WAVEfmt \x10\0\0\0\x01\0\x01\0");
    file.extend(8000_u32.to_le_bytes());
    file.extend(8000_u32.to_le_bytes());
    file.extend(b"\x01\0\x08\0data");
    file.extend(length.to_le_bytes());
    file.extend(sound);
    file
}

/// MPEG layer 3 without a count of its frames, which differ in size: 36 milliseconds each.
pub(crate) fn mp3(frames: usize) -> Vec<u8> {
    let mut file = b"ID3\x04\0\0\0\0\0\0".to_vec();
    for frame in 0..frames {
        // MPEG 2, 16,000 samples a second, one channel; 8 or 160 kbit a second.
        let (rate, size) = if frame < 20 { (0x18, 36) } else { (0xe8, 720) };
        file.extend([0xff, 0xf3, rate, 0xc4]);
        file.resize(file.len() + size - 4, 0);
    }
    file
}

/// The TIFF structure of an Exif block: the time, its zone, and a place.
pub(crate) fn exif(time: &str, zone: Option<&str>, place: bool) -> Vec<u8> {
    let mut block = b"II*\0\x08\0\0\0".to_vec();
    let entry = |tag: u16, kind: u16, count: u32, value: u32| {
        let parts: [&[u8]; 4] = [
            &tag.to_le_bytes(),
            &kind.to_le_bytes(),
            &count.to_le_bytes(),
            &value.to_le_bytes(),
        ];
        parts.concat()
    };
    let count = 1 + u16::from(place);
    let exif_at = 8 + 2 + 12 * u32::from(count) + 4;
    let fields = 1 + u16::from(zone.is_some());
    let texts_at = exif_at + 2 + 12 * u32::from(fields) + 4;
    let zone_at = texts_at + 20;
    let gps_at = zone_at + 8;
    block.extend(count.to_le_bytes());
    block.extend(entry(0x8769, 4, 1, exif_at));
    if place {
        block.extend(entry(0x8825, 4, 1, gps_at));
    }
    block.extend([0; 4]);
    block.extend(fields.to_le_bytes());
    block.extend(entry(0x9003, 2, 20, texts_at));
    if zone.is_some() {
        block.extend(entry(0x9011, 2, 7, zone_at));
    }
    block.extend([0; 4]);
    block.extend(format!("{time}\0").bytes());
    block.extend(format!("{:\0<8}", zone.unwrap_or("")).bytes());
    if place {
        block.extend(1_u16.to_le_bytes());
        block.extend(entry(2, 5, 3, gps_at + 18));
        block.extend([0; 4]);
        block.extend([1, 0, 0, 0].repeat(6));
    }
    block
}

pub(crate) fn jpeg(exif: &[u8]) -> Vec<u8> {
    let length = u16::try_from(exif.len() + 8).unwrap().to_be_bytes();
    [
        b"\xff\xd8\xff\xe1",
        &length[..],
        b"Exif\0\0",
        exif,
        b"\xff\xda\x00\x02\xff\xd9",
    ]
    .concat()
}

/// A PDF of these pages, with a font, a form with words and one that draws itself.
pub(crate) fn pdf(pages: &[&str]) -> Vec<u8> {
    let stream = |dictionary: &str, content: &str| {
        format!(
            "<<{dictionary}/Length {}>>\nstream\n{content}\nendstream",
            content.len()
        )
    };
    let resources = "/Resources<</Font<</F1 4 0 R>>/XObject<</X1 5 0 R/X2 6 0 R>>>>";
    let mut objects = vec![
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        String::new(),
        "<</Title(Letter)/CreationDate(D:20260301101112+01'00')>>".to_owned(),
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>".to_owned(),
        stream(
            "/Type/XObject/Subtype/Form/BBox[0 0 9 9]",
            "BT /F1 9 Tf (within a form) Tj ET",
        ),
        stream(
            "/Type/XObject/Subtype/Form/BBox[0 0 9 9]",
            "BT /F1 9 Tf (again) Tj ET /X2 Do /X2 Do /X2 Do /X2 Do",
        ),
    ];
    let mut kids = String::new();
    for content in pages {
        let at = objects.len() + 1;
        kids += &format!("{at} 0 R ");
        objects.push(format!(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]{resources}/Contents {} 0 R>>",
            at + 1
        ));
        objects.push(stream("", content));
    }
    objects[1] = format!("<</Type/Pages/Kids[{kids}]/Count {}>>", pages.len());
    let bodies: Vec<Vec<u8>> = objects.into_iter().map(String::into_bytes).collect();
    written(&bodies)
}

fn written(objects: &[Vec<u8>]) -> Vec<u8> {
    let (mut file, mut places) = (b"%PDF-1.4\n".to_vec(), Vec::new());
    for (at, object) in objects.iter().enumerate() {
        places.push(file.len());
        file.extend(format!("{} 0 obj\n", at + 1).bytes());
        file.extend(object);
        file.extend(b"\nendobj\n");
    }
    let table = file.len();
    file.extend(format!("xref\n0 {}\n0000000000 65535 f \n", places.len() + 1).bytes());
    for place in &places {
        file.extend(format!("{place:010} 00000 n \n").bytes());
    }
    let count = places.len() + 1;
    file.extend(
        format!("trailer\n<</Size {count}/Root 1 0 R/Info 3 0 R>>\nstartxref\n{table}\n%%EOF\n").bytes(),
    );
    file
}

/// A PDF of one page whose drawing is packed.
pub(crate) fn packed_pdf(packed: &[u8]) -> Vec<u8> {
    let mut stream = format!("<</Filter/FlateDecode/Length {}>>\nstream\n", packed.len()).into_bytes();
    stream.extend(packed);
    stream.extend(b"\nendstream");
    let page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Resources<</Font<</F1 6 0 R>>>>/Contents 5 0 R>>";
    written(&[
        b"<</Type/Catalog/Pages 2 0 R>>".to_vec(),
        b"<</Type/Pages/Kids[4 0 R]/Count 1>>".to_vec(),
        b"<</Title(Packed)>>".to_vec(),
        page.as_bytes().to_vec(),
        stream,
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>".to_vec(),
    ])
}

fn element(explicit: bool, tag: (u16, u16), representation: &str, value: &[u8]) -> Vec<u8> {
    let mut value = value.to_vec();
    if value.len() % 2 == 1 {
        value.push(if representation == "UI" { 0 } else { b' ' });
    }
    let mut out = [tag.0.to_le_bytes(), tag.1.to_le_bytes()].concat();
    let length = u32::try_from(value.len()).unwrap();
    if explicit {
        out.extend(representation.bytes());
        match representation {
            "OW" | "SQ" => {
                out.extend([0; 2]);
                out.extend(length.to_le_bytes());
            }
            _ => out.extend(u16::try_from(length).unwrap().to_le_bytes()),
        }
    } else {
        out.extend(length.to_le_bytes());
    }
    out.extend(value);
    out
}

/// A sequence of undefined length with one within it, which says another name.
fn nested(explicit: bool) -> Vec<u8> {
    let open = |tag: (u16, u16)| {
        let mut out = [tag.0.to_le_bytes(), tag.1.to_le_bytes()].concat();
        if explicit && tag.0 != 0xfffe {
            out.extend(b"SQ\0\0");
        }
        out.extend([0xff; 4]);
        out
    };
    let end = |tag: u16| [&0xfffe_u16.to_le_bytes()[..], &tag.to_le_bytes(), &[0; 4]].concat();
    [
        open((0x0008, 0x1140)),
        open((0xfffe, 0xe000)),
        element(explicit, (0x0010, 0x0010), "PN", b"Somebody^Else"),
        open((0x0008, 0x1140)),
        open((0xfffe, 0xe000)),
        end(0xe00d),
        end(0xe0dd),
        end(0xe00d),
        end(0xe0dd),
    ]
    .concat()
}

/// In this transfer syntax; `pack` is what becomes of all that stands behind the file's own header.
pub(crate) fn dicom_of(syntax: &str, explicit: bool, pack: fn(Vec<u8>) -> Vec<u8>) -> Vec<u8> {
    let rest = element(true, (2, 0x0010), "UI", syntax.as_bytes());
    let length = u32::try_from(rest.len()).unwrap().to_le_bytes();
    let texts: [((u16, u16), &str, &[u8]); 7] = [
        ((0x0010, 0x0010), "PN", "Okafor^María^Ada^Dr".as_bytes()),
        ((0x0010, 0x0020), "LO", b"MRN-7"),
        ((0x0010, 0x0021), "LO", b"County"),
        ((0x0010, 0x0030), "DA", b"19840229"),
        ((0x0018, 0x0015), "CS", b"CHEST"),
        ((0x0020, 0x000d), "UI", b"1.2.840.99.7"),
        ((0x0020, 0x000e), "UI", b"1.2.840.99.7.1"),
    ];
    let mut file = [&[0; 128][..], b"DICM"].concat();
    file.extend(element(true, (2, 0), "UL", &length));
    file.extend(rest);
    let mut data = element(explicit, (0x0008, 0x0005), "CS", b"ISO_IR 192");
    data.extend(element(explicit, (0x0008, 0x0020), "DA", b"20260301"));
    data.extend(element(explicit, (0x0008, 0x0030), "TM", b"101112.5"));
    data.extend(element(explicit, (0x0008, 0x0060), "CS", b"CT"));
    data.extend(element(explicit, (0x0008, 0x1030), "LO", b"Chest, after a fall"));
    data.extend(nested(explicit));
    for (tag, representation, value) in texts {
        data.extend(element(explicit, tag, representation, value));
    }
    data.extend(element(explicit, (0x7fe0, 0x0010), "OW", &[7; 64]));
    file.extend(pack(data));
    file
}

/// Explicit, little endian.
pub(crate) fn dicom() -> Vec<u8> {
    dicom_of("1.2.840.10008.1.2.1", true, |data| data)
}

/// Implicit, little endian.
pub(crate) fn dicom_implicit() -> Vec<u8> {
    dicom_of("1.2.840.10008.1.2", false, |data| data)
}
