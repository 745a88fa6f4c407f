//! Statements about redeemers of grants, people who act for the patient, and new words.

use super::file::{Maker, edited};
use super::statement::{input, key_record, signed};
use super::{fixed, statement};
use pocketchart_crypto::sign::SigningKey;
use pocketchart_record::cbor::to_bytes;
use pocketchart_record::*;

const HOUR: Millis = 3_600_000;

fn access(read: &[Section], later: &[Section], append: &[Section]) -> Access {
    Access {
        grant: fixed::bytes("grant"),
        author: fixed::author("clinic"),
        device: fixed::device("desk").id(),
        name: "Lakeside".to_owned(),
        read: read.to_vec(),
        later: later.to_vec(),
        append: append.to_vec(),
        made: fixed::NOON,
        not_before: fixed::NOON,
        not_after: fixed::NOON + 4 * HOUR,
    }
}

fn proxy(role: Role, sections: &[Section]) -> Proxy {
    Proxy {
        author: fixed::author("daughter"),
        name: "Amina".to_owned(),
        role,
        sections: sections.to_vec(),
        created: fixed::NOON,
        not_after: fixed::NOON + 365 * 24 * HOUR,
    }
}

fn succession(heads: u64) -> Fact {
    let (old, new) = (fixed::identity("patient"), fixed::identity("patient anew"));
    let phone = fixed::device("phone");
    let key = |it: &SigningKey| AuthorId(*it.public().as_bytes());
    let said = Succession::unsigned(
        key(&old),
        key(&new),
        fixed::NOON,
        vec![fixed::device("tablet").id()],
        statement::heads(heads),
        phone.id(),
    );
    Fact::Succession(said.sign(fixed::record(), &new, &phone.sign))
}

pub(super) fn make(maker: &mut Maker) {
    let (identity, phone) = (fixed::identity("patient"), fixed::device("phone").sign);
    let (notes, results) = (Section::Notes, Section::Results);
    let mut good = |name: &str, about: &str, fact: Fact, signer: &SigningKey| {
        let statement = Statement::sign(fixed::record(), fact, signer);
        maker.good(name, about, &input(&statement.to_bytes()));
    };
    let all = Section::ALL;
    let some = access(&[results, notes], &[notes], &[notes]);
    good(
        "access",
        "A desk reads two sections, one of them on, and adds to that.",
        Fact::Access(some),
        &phone,
    );
    let everything = access(&all, &all, &all);
    good(
        "access-to-all",
        "A desk reads on and adds to all sections.",
        Fact::Access(everything),
        &phone,
    );
    let add = access(&[], &[], &[notes]);
    good("access-to-add", "A desk may only add.", Fact::Access(add), &phone);
    let end = |heads| {
        Fact::AccessEnd(AccessEnd {
            grant: fixed::bytes("grant"),
            author: fixed::author("clinic"),
            ended: fixed::NOON + HOUR,
            heads: statement::heads(heads),
        })
    };
    good(
        "access-end",
        "The end of a grant whose redeemer wrote two feeds.",
        end(2),
        &phone,
    );
    good(
        "access-end-of-a-silent-one",
        "The end of a grant whose redeemer wrote nothing.",
        end(0),
        &phone,
    );
    let manage = proxy(Role::Manage, &[results, notes]);
    good(
        "proxy",
        "A daughter manages two sections.",
        Fact::Proxy(manage),
        &identity,
    );
    let view = proxy(Role::View, &all);
    good(
        "proxy-view",
        "She reads everything.",
        Fact::Proxy(view),
        &identity,
    );
    let emergency: Vec<Section> = all.into_iter().filter(|it| it.in_emergency()).collect();
    let emergency = proxy(Role::Emergency, &emergency);
    good(
        "proxy-emergency",
        "She reads what an emergency needs.",
        Fact::Proxy(emergency),
        &identity,
    );
    let over = |heads| {
        Fact::ProxyEnd(ProxyEnd {
            author: fixed::author("daughter"),
            ended: fixed::NOON + HOUR,
            heads: statement::heads(heads),
        })
    };
    good(
        "proxy-end",
        "She acts no more; she wrote two feeds.",
        over(2),
        &identity,
    );
    good(
        "succession",
        "New words; a tablet is taken out, which wrote two feeds.",
        succession(2),
        &identity,
    );
    good(
        "succession-of-a-silent-one",
        "New words; a tablet is taken out, which wrote nothing.",
        succession(0),
        &identity,
    );
    let mut writer = key_record(2, 1192);
    if let Fact::Key(record) = &mut writer {
        record.parents.clear();
        record.writer = Some(fixed::author("clinic"));
    }
    good(
        "key-of-a-writer",
        "The key under which a clinic adds.",
        writer,
        &phone,
    );
    bad_ones(maker, &identity, &phone);
}

fn bad_ones(maker: &mut Maker, identity: &SigningKey, phone: &SigningKey) {
    let mut bad =
        |name: &str, fault: &str, detail: &str, (fact, repair): (Fact, Fact), signer: &SigningKey| {
            let [bad, good] = [fact, repair].map(|it| input(&signed(1, &to_bytes(&it), signer)));
            maker.bad(name, fault, "malformed", detail, &bad, good);
        };
    let (notes, results) = (Section::Notes, Section::Results);
    let two = [results, notes];
    let of_access =
        |read: &[Section], later: &[Section], append: &[Section]| Fact::Access(access(read, later, append));
    let back = [notes, results];
    let order = "order of sections";
    bad(
        "access-read-unordered",
        "Sections not ascending.",
        order,
        (of_access(&back, &[], &[]), of_access(&two, &[], &[])),
        phone,
    );
    bad(
        "access-later-unordered",
        "Sections not ascending.",
        order,
        (of_access(&two, &back, &[]), of_access(&two, &two, &[])),
        phone,
    );
    bad(
        "access-append-twice",
        "A section twice.",
        order,
        (
            of_access(&[], &[], &[notes, notes]),
            of_access(&[], &[], &[notes]),
        ),
        phone,
    );
    let beyond = (of_access(&[results], &two, &[]), of_access(&two, &two, &[]));
    bad(
        "access-later-beyond",
        "Read on, and not read at all.",
        "read later, and not at all",
        beyond,
        phone,
    );
    let of = |role, sections: &[Section]| Fact::Proxy(proxy(role, sections));
    bad(
        "proxy-unordered",
        "Sections not ascending.",
        order,
        (of(Role::View, &back), of(Role::View, &two)),
        identity,
    );
    let emergency = (
        of(Role::Emergency, &[notes]),
        of(Role::Emergency, &[Section::Allergies]),
    );
    bad(
        "proxy-emergency-beyond",
        "More than an emergency needs.",
        "beyond an emergency",
        emergency,
        identity,
    );
    let named = |len| {
        Fact::Proxy(Proxy {
            name: "n".repeat(len),
            ..proxy(Role::View, &[notes])
        })
    };
    bad(
        "proxy-name-too-long",
        "A name of 201 bytes.",
        "name too long",
        (named(201), named(200)),
        identity,
    );
    let role = to_bytes(&of(Role::View, &[notes]));
    let role = edited(&role, b"\x65Amina\x01", b"\x65Amina\x04");
    let good = signed(1, &to_bytes(&of(Role::View, &[notes])), identity);
    let bytes = signed(1, &role, identity);
    maker.bad(
        "proxy-role-4",
        "A role that does not exist yet.",
        "malformed",
        "role",
        &input(&bytes),
        input(&good),
    );
}
