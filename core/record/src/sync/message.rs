use super::have::{Digest, Have};
use crate::blob::BlobHead;
use crate::cbor::{Canonical, Malformed, Reader, Writer};
use crate::entry::BodyRef;
use crate::section::Section;

/// A message of parcels is closed once it takes this many bytes. A connection that breaks loses the message on its way and no
/// more: so much, and one parcel, may have to be sent twice.
pub(crate) const FULL: usize = 4 << 10;
/// Chunks of a large body in one message.
pub(crate) const CHUNKS: usize = 8;
const MAX_PARCELS: usize = 100_000;

/// One thing that travels.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Parcel {
    Statement(Vec<u8>),
    Envelope(Vec<u8>),
    /// The head of a base; its blocks follow.
    Base(Vec<u8>),
    Block(Vec<u8>),
}

impl Parcel {
    fn parts(&self) -> (u64, &[u8]) {
        match self {
            Parcel::Statement(bytes) => (0, bytes),
            Parcel::Envelope(bytes) => (1, bytes),
            Parcel::Base(bytes) => (2, bytes),
            Parcel::Block(bytes) => (3, bytes),
        }
    }

    pub(crate) fn len(&self) -> usize {
        self.parts().1.len()
    }
}

impl Canonical for Parcel {
    fn write(&self, to: &mut Writer) {
        let (kind, bytes) = self.parts();
        to.array(2).uint(kind).bytes(bytes);
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.array_of(2)?;
        let (kind, bytes) = (from.uint()?, from.bytes()?.to_vec());
        match kind {
            0 => Ok(Parcel::Statement(bytes)),
            1 => Ok(Parcel::Envelope(bytes)),
            2 => Ok(Parcel::Base(bytes)),
            3 => Ok(Parcel::Block(bytes)),
            _ => Err(Malformed("parcel")),
        }
    }
}

/// What the two sides say to each other.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Message {
    /// First: nothing is new here since both last met.
    Nothing { digest: Digest },
    /// First: this is all that is new here since both last met.
    News {
        digest: Digest,
        since: [u8; 16],
        parcels: Vec<Parcel>,
    },
    /// First: this is all that is held here.
    Hello { digest: Digest, have: Have },
    /// What is held here; `ask`: and there?
    Have { have: Have, ask: bool },
    /// Statements, envelopes, bases.
    Parcels(Vec<Parcel>),
    /// Taken in? Then there is more.
    Pause,
    /// Taken in.
    Go,
    /// All sent; the digest now, left out if it is the one that the other side named.
    End { digest: Option<Digest> },
    /// Large bodies that are named here and not held in full.
    Want(Vec<(Section, BodyRef, u64)>),
    /// Chunks of a large body.
    Chunks {
        section: Section,
        body: BodyRef,
        head: BlobHead,
        from: u64,
        chunks: Vec<Vec<u8>>,
    },
    /// All of what was wanted and is held here has been sent.
    Served,
    /// Nothing more is wanted.
    Bye,
    /// The logs differ and will not agree in this session.
    Stop,
    /// Before all else: the certificate of who says it, renewed since both last met. It is answered with one.
    Certificate(Vec<u8>),
}

fn write_body(to: &mut Writer, section: Section, body: &BodyRef) {
    to.value(&section).value(&body.hash).uint(body.len);
}

fn read_body(from: &mut Reader<'_>) -> Result<(Section, BodyRef), Malformed> {
    Ok((
        from.value()?,
        BodyRef {
            hash: from.value()?,
            len: from.uint()?,
        },
    ))
}

impl Canonical for Message {
    fn write(&self, to: &mut Writer) {
        match self {
            Message::Nothing { digest } => to.array(2).uint(0).value(digest),
            Message::News {
                digest,
                since,
                parcels,
            } => to.array(4).uint(1).value(digest).bytes(since).list(parcels),
            Message::Hello { digest, have } => to.array(3).uint(2).value(digest).value(have),
            Message::Have { have, ask } => to.array(3).uint(3).value(have).bool(*ask),
            Message::Parcels(parcels) => to.array(2).uint(4).list(parcels),
            Message::Pause => to.array(1).uint(5),
            Message::Go => to.array(1).uint(6),
            Message::End { digest: None } => to.array(1).uint(7),
            Message::End { digest: Some(digest) } => to.array(2).uint(7).value(digest),
            Message::Want(wants) => {
                to.array(2).uint(8).array(wants.len());
                for (section, body, held) in wants {
                    to.array(4);
                    write_body(to, *section, body);
                    to.uint(*held);
                }
                to
            }
            Message::Chunks {
                section,
                body,
                head,
                from,
                chunks,
            } => {
                to.array(7).uint(9);
                write_body(to, *section, body);
                to.value(head).uint(*from).list(chunks)
            }
            Message::Served => to.array(1).uint(10),
            Message::Bye => to.array(1).uint(11),
            Message::Stop => to.array(1).uint(12),
            Message::Certificate(certificate) => to.array(2).uint(13).bytes(certificate),
        };
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        let len = from.array()?;
        Ok(match (from.uint()?, len) {
            (0, 2) => Message::Nothing {
                digest: from.value()?,
            },
            (1, 4) => Message::News {
                digest: from.value()?,
                since: from.fixed()?,
                parcels: from.list(MAX_PARCELS)?,
            },
            (2, 3) => Message::Hello {
                digest: from.value()?,
                have: from.value()?,
            },
            (3, 3) => Message::Have {
                have: from.value()?,
                ask: from.bool()?,
            },
            (4, 2) => Message::Parcels(from.list(MAX_PARCELS)?),
            (5, 1) => Message::Pause,
            (6, 1) => Message::Go,
            (7, 1) => Message::End { digest: None },
            (7, 2) => Message::End {
                digest: Some(from.value()?),
            },
            (8, 2) => {
                let count = from.array()?;
                let wants = (0..count).map(|_| {
                    from.array_of(4)?;
                    let (section, body) = read_body(from)?;
                    Ok((section, body, from.uint()?))
                });
                Message::Want(wants.collect::<Result<_, Malformed>>()?)
            }
            (9, 7) => {
                let (section, body) = read_body(from)?;
                Message::Chunks {
                    section,
                    body,
                    head: from.value()?,
                    from: from.uint()?,
                    chunks: from.list(CHUNKS)?,
                }
            }
            (10, 1) => Message::Served,
            (11, 1) => Message::Bye,
            (12, 1) => Message::Stop,
            (13, 2) => Message::Certificate(from.bytes()?.to_vec()),
            _ => return Err(Malformed("message")),
        })
    }
}
