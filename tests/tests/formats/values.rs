//! Values of the engine's public types, any that its encoders can be given.

use pocketchart_crypto::Secret;
use pocketchart_crypto::exchange::ExchangePublic;
use pocketchart_crypto::kem::KemPublic;
use pocketchart_crypto::sign::{Signature, SigningKey};
use pocketchart_record::*;
use pocketchart_share::introduction::IntroductionCode;
use pocketchart_share::session::{PairingCode, PairingOffer};
use proptest::collection::{btree_set, vec};
use proptest::option::of;
use proptest::prelude::*;

macro_rules! identifiers {
    ($($function:ident: $type:ident, $len:literal;)*) => { $(
        fn $function() -> impl Strategy<Value = $type> {
            any::<[u8; $len]>().prop_map($type)
        }
    )* };
}

identifiers! {
    record_id: RecordId, 16;
    author: AuthorId, 32;
    device_id: DeviceId, 32;
    document_id: DocumentId, 16;
    pseudonym: Pseudonym, 16;
    tag: FeedTag, 8;
    incarnation: Incarnation, 8;
    key_id: KeyId, 8;
    body_hash: BodyHash, 32;
    envelope_hash: EnvelopeHash, 32;
    change_hash: ChangeHash, 32;
    statement_id: StatementId, 32;
    entry_hash: EntryHash, 16;
}

/// Small numbers and all others: each length that an integer is written in.
fn number() -> impl Strategy<Value = u64> {
    prop_oneof![
        0..30_u64,
        200..70_000_u64,
        any::<u32>().prop_map(u64::from),
        any::<u64>()
    ]
}

fn seq() -> impl Strategy<Value = u64> {
    number().prop_map(|number| number.max(1))
}

fn section() -> impl Strategy<Value = Section> {
    proptest::sample::select(Section::ALL.to_vec())
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof!["", ".{0,12}", "[a-z]{60}"]
}

fn bytes() -> impl Strategy<Value = Vec<u8>> {
    vec(any::<u8>(), 0..40)
}

fn kind() -> impl Strategy<Value = String> {
    prop_oneof![
        "fhir/[A-Z][a-zA-Z]{2,20}",
        Just("source".to_owned()),
        "[a-z/]{64}"
    ]
}

fn signature() -> impl Strategy<Value = Signature> {
    vec(any::<u8>(), 64).prop_map(|bytes| Signature::from_bytes(bytes.try_into().unwrap()))
}

fn kem() -> impl Strategy<Value = KemPublic> {
    vec(any::<u8>(), KemPublic::LEN).prop_map(|bytes| KemPublic::from_slice(&bytes).unwrap())
}

pub(crate) fn entry_id() -> impl Strategy<Value = EntryId> {
    (document_id(), tag(), number(), entry_hash()).prop_map(|(document, feed, counter, hash)| EntryId {
        document,
        feed,
        counter,
        hash,
    })
}

fn ids() -> impl Strategy<Value = Vec<EntryId>> {
    vec(entry_id(), 0..4)
}

fn body() -> impl Strategy<Value = BodyRef> {
    (body_hash(), number()).prop_map(|(hash, len)| BodyRef { hash, len })
}

pub(crate) fn source() -> impl Strategy<Value = Source> {
    (text(), text(), text()).prop_map(|(system, kind, id)| Source { system, kind, id })
}

pub(crate) fn admission() -> impl Strategy<Value = Admission> {
    let verdict = proptest::sample::select(vec![Verdict::Admitted, Verdict::Held]);
    (
        tag(),
        seq(),
        envelope_hash(),
        verdict,
        number(),
        of(statement_id()),
    )
        .prop_map(|(feed, seq, hash, verdict, received, authority)| Admission {
            feed,
            seq,
            hash,
            verdict,
            received,
            authority,
        })
}

pub(crate) fn acknowledgement() -> impl Strategy<Value = Acknowledgement> {
    (text(), text(), any::<[u8; 32]>(), ids()).prop_map(|(rule, version, said, about)| Acknowledgement {
        rule,
        version,
        said,
        about,
    })
}

pub(crate) fn reconciliation() -> impl Strategy<Value = Reconciliation> {
    use Answer::{Both, Different, FirstIsRight, Same};
    let answer = prop_oneof![Just(Same), Just(Different), Just(FirstIsRight), Just(Both)];
    let sides = btree_set(entry_id(), 2..=32).prop_flat_map(|ids| {
        let ids: Vec<EntryId> = ids.into_iter().collect();
        (1..ids.len()).prop_map(move |at| (ids[..at].to_vec(), ids[at..].to_vec()))
    });
    (answer, sides).prop_map(|(answer, (first, second))| Reconciliation {
        answer,
        first,
        second,
    })
}

pub(crate) fn entry() -> impl Strategy<Value = Entry> {
    let acts = vec![
        Act::Correct,
        Act::Retract,
        Act::Confirm,
        Act::Dispute,
        Act::Resolve,
    ];
    let said = (
        ids(),
        of(proptest::sample::select(acts)),
        of(text()),
        of(source()),
        of(text()),
        of(admission()),
    );
    (kind(), of(body()), number(), said).prop_map(
        |(kind, body, recorded, (supersedes, act, reason, source, media, admission))| Entry {
            kind,
            body,
            recorded,
            supersedes,
            act,
            reason,
            source,
            media,
            admission,
        },
    )
}

pub(crate) fn header() -> impl Strategy<Value = Header> {
    (key_id(), pseudonym(), tag(), seq(), any::<[u8; 16]>()).prop_map(|(key, document, feed, seq, prev)| {
        Header {
            key,
            document,
            feed,
            seq,
            prev,
        }
    })
}

pub(crate) fn dependency() -> impl Strategy<Value = Dependency> {
    (tag(), seq(), any::<[u8; 8]>()).prop_map(|(feed, seq, change)| Dependency { feed, seq, change })
}

pub(crate) fn opening() -> impl Strategy<Value = Opening> {
    (
        document_id(),
        record_id(),
        section(),
        author(),
        incarnation(),
        statement_id(),
    )
        .prop_map(
            |(document, record, section, author, incarnation, authority)| Opening {
                document,
                record,
                section,
                author,
                incarnation,
                authority,
            },
        )
}

pub(crate) fn checkpoint() -> impl Strategy<Value = Checkpoint> {
    (seq(), envelope_hash(), change_hash(), signature()).prop_map(|(seq, envelope, change, signature)| {
        Checkpoint {
            seq,
            envelope,
            change,
            signature,
        }
    })
}

/// Entries with bodies inside, with bodies apart, with none; written at the payload's time or at another.
pub(crate) fn payload() -> impl Strategy<Value = Payload> {
    let written = (entry(), of(bytes()), any::<bool>());
    (
        number(),
        vec(written, 0..4),
        vec(dependency(), 0..=MAX_DEPS),
        of(opening()),
        of(checkpoint()),
    )
        .prop_map(|(time, written, deps, opening, checkpoint)| {
            let (mut entries, mut bodies) = (Vec::new(), Vec::new());
            for (mut entry, body, now) in written {
                if now {
                    entry.recorded = time;
                }
                if let Some(body) = body {
                    entry.body = Some(BodyRef::of(&body));
                    bodies.push(body);
                }
                entries.push(entry);
            }
            Payload {
                time,
                entries,
                bodies,
                deps,
                opening,
                checkpoint,
            }
        })
}

pub(crate) fn device_public() -> impl Strategy<Value = DevicePublic> {
    (device_id(), any::<[u8; 32]>(), kem()).prop_map(|(sign, exchange, kem)| DevicePublic {
        sign,
        exchange: ExchangePublic::from_bytes(exchange),
        kem,
    })
}

pub(crate) fn fact() -> impl Strategy<Value = Fact> {
    let certificate = (author(), device_public(), text(), number(), number()).prop_map(
        |(author, device, name, created, not_after)| {
            Fact::Certificate(Certificate {
                author,
                device,
                name,
                created,
                not_after,
            })
        },
    );
    let permission = (author(), text(), vec(section(), 0..=16), number(), number()).prop_map(
        |(author, name, sections, not_before, not_after)| {
            Fact::Permission(Permission {
                author,
                name,
                sections,
                not_before,
                not_after,
            })
        },
    );
    let packets = vec((any::<[u8; 16]>(), bytes()), 0..5);
    let key = (
        section(),
        any::<[u8; 32]>(),
        vec(key_id(), 0..5),
        number(),
        packets,
        of(author()),
    )
        .prop_map(|(section, commitment, parents, created, packets, writer)| {
            Fact::Key(KeyRecord {
                section,
                commitment,
                parents,
                created,
                packets,
                writer,
            })
        });
    let head = || (tag(), seq(), envelope_hash()).prop_map(|(feed, seq, hash)| KnownHead { feed, seq, hash });
    let revocation = (device_id(), number(), vec(head(), 0..5)).prop_map(|(device, revoked, heads)| {
        Fact::Revocation(Revocation {
            device,
            revoked,
            heads,
        })
    });
    prop_oneof![
        certificate,
        kem().prop_map(|kem| Fact::Recovery(Recovery { kem })),
        permission,
        key,
        revocation,
        access(),
        succession(),
        proxy(),
        (author(), number(), vec(head(), 0..5))
            .prop_map(|(author, ended, heads)| { Fact::ProxyEnd(ProxyEnd { author, ended, heads }) }),
        (any::<[u8; 16]>(), author(), number(), vec(head(), 0..5)).prop_map(
            |(grant, author, ended, heads)| {
                Fact::AccessEnd(AccessEnd {
                    grant,
                    author,
                    ended,
                    heads,
                })
            }
        ),
    ]
}

fn succession() -> impl Strategy<Value = Fact> {
    let head = (tag(), seq(), envelope_hash()).prop_map(|(feed, seq, hash)| KnownHead { feed, seq, hash });
    let who = (author(), author(), device_id(), record_id());
    (
        who,
        number(),
        vec(device_id(), 0..5),
        vec(head, 0..5),
        any::<[[u8; 32]; 2]>(),
    )
        .prop_map(
            |((old, new, witness, record), created, revoked, heads, [by_new, by_witness])| {
                let said = Succession::unsigned(old, new, created, revoked, heads, witness);
                Fact::Succession(said.sign(record, &signer(by_new), &signer(by_witness)))
            },
        )
}

fn proxy() -> impl Strategy<Value = Fact> {
    let some = || proptest::sample::subsequence(Section::ALL.to_vec(), 0..=16);
    let role = proptest::sample::select(vec![Role::View, Role::Manage, Role::Emergency]);
    (author(), text(), role, some(), number(), number()).prop_map(
        |(author, name, role, mut sections, created, not_after)| {
            sections.retain(|it| role != Role::Emergency || it.in_emergency());
            Fact::Proxy(Proxy {
                author,
                name,
                role,
                sections,
                created,
                not_after,
            })
        },
    )
}

fn access() -> impl Strategy<Value = Fact> {
    let some = || proptest::sample::subsequence(Section::ALL.to_vec(), 0..=16);
    let who = (any::<[u8; 16]>(), author(), device_id(), text());
    (who, some(), some(), some(), (number(), number(), number())).prop_map(
        |((grant, author, device, name), read, later, append, (made, not_before, not_after))| {
            Fact::Access(Access {
                grant,
                author,
                device,
                name,
                later: later.into_iter().filter(|it| read.contains(it)).collect(),
                read,
                append,
                made,
                not_before,
                not_after,
            })
        },
    )
}

pub(crate) fn statement() -> impl Strategy<Value = Statement> {
    (record_id(), fact(), any::<[u8; 32]>())
        .prop_map(|(record, fact, seed)| Statement::sign(record, fact, &signer(seed)))
}

fn signer(seed: [u8; 32]) -> SigningKey {
    SigningKey::from_seed(&Secret::from_bytes(seed))
}

pub(crate) fn blob_head() -> impl Strategy<Value = BlobHead> {
    (any::<[u8; 16]>(), key_id(), any::<[u8; 24]>(), number(), number()).prop_map(
        |(name, key, header, chunks, held)| BlobHead {
            name,
            key,
            header,
            chunks,
            held,
        },
    )
}

fn branch() -> impl Strategy<Value = Branch> {
    let hashes = (envelope_hash(), envelope_hash(), envelope_hash(), change_hash());
    let numbers = (0..8_usize, number(), number(), number(), number(), number());
    (hashes, numbers, of(checkpoint())).prop_map(
        |((first, rival, hash, change), (parent, from, seq, max_op, counter, admitted), checkpoint)| Branch {
            parent,
            from,
            first,
            rival,
            seq,
            hash,
            change,
            max_op,
            counter,
            admitted,
            checkpoint,
        },
    )
}

pub(crate) fn feed() -> impl Strategy<Value = Feed> {
    let names = (
        tag(),
        document_id(),
        author(),
        device_id(),
        incarnation(),
        statement_id(),
    );
    (names, section(), vec(branch(), 0..=MAX_BRANCHES), any::<bool>()).prop_map(
        |((tag, document, author, device, incarnation, authority), section, branches, stopped)| Feed {
            tag,
            document,
            section,
            author,
            device,
            incarnation,
            authority,
            branches,
            stopped,
        },
    )
}

pub(crate) fn head() -> impl Strategy<Value = Head> {
    (tag(), seq(), change_hash(), number()).prop_map(|(feed, seq, change, max_op)| Head {
        feed,
        seq,
        change,
        max_op,
    })
}

pub(crate) fn document() -> impl Strategy<Value = Document> {
    (document_id(), section(), author(), vec(head(), 0..4)).prop_map(|(id, section, author, heads)| {
        Document {
            id,
            section,
            author,
            heads,
        }
    })
}

pub(crate) fn standing() -> impl Strategy<Value = Standing> {
    (ids(), any::<bool>(), ids(), any::<bool>(), ids(), ids(), ids()).prop_map(
        |(replaced_by, retracted, proposals, proposed, disputed_by, confirmed_by, unreconciled_with)| {
            Standing {
                replaced_by,
                retracted,
                proposals,
                proposed,
                disputed_by,
                confirmed_by,
                unreconciled_with,
            }
        },
    )
}

pub(crate) fn row() -> impl Strategy<Value = Row> {
    let shown = (text(), bytes(), standing());
    (
        entry_id(),
        section(),
        author(),
        entry(),
        number(),
        shown,
        (0..8_u64, seq()),
    )
        .prop_map(
            |(id, section, author, entry, known, (when, derived, standing), place)| Row {
                id,
                section,
                author,
                entry,
                known,
                when,
                derived,
                standing,
                place,
            },
        )
}

pub(crate) fn from_source() -> impl Strategy<Value = FromSource> {
    (entry_id(), of(body())).prop_map(|(id, body)| FromSource { id, body })
}

pub(crate) fn introduction_code() -> impl Strategy<Value = IntroductionCode> {
    vec(any::<u8>(), 1..1_660).prop_map(|it| IntroductionCode::new(it).unwrap())
}

pub(crate) fn pairing_code() -> impl Strategy<Value = PairingCode> {
    vec("[a-z0-9.-]{1,40}:[1-9][0-9]{0,3}", 1..=3)
        .prop_map(|addresses| PairingOffer::new(addresses).unwrap().code().clone())
}
