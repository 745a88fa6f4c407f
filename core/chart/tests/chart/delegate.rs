//! A redeemer passes a part of a grant on, over real connections: what the other gets, what the patient sees, and what is
//! refused.

use crate::devices::listener;
use crate::given::{Scratch, chart, list, maria, scratch, unlock};
use pocketchart::{
    AuditOptions, AuthorId, Chart, DelegateError, DelegationCode, DelegationRequest, GrantId, GrantRequest,
    Home, KdfLevel, NewDelegation, NewGrant, Operations, RedeemCode, RedeemError, RedeemRequest, Redeemed,
    RevokeReason, Section, ServeError, Served, Unwilling,
};
use pocketchart_crypto::exchange::ExchangePublic;
use pocketchart_record::Applicant;
use pocketchart_share::grant::{Delegation, Scope, Signed};
use std::net::{SocketAddr, TcpListener};
use std::thread;
use std::time::Duration;

const WAIT: Duration = Duration::from_secs(20);
const COPY: Operations = Operations::EXTRACT;
const CLINIC: &str = "Lakeside Clinic";
const LABORATORY: &str = "City Laboratory";
const MINUTE: u64 = 60_000;

/// A patient who granted, a clinic that redeemed, a laboratory that asks to be let in.
struct People {
    phone: Chart,
    clinic: Chart,
    laboratory: Chart,
    grant: GrantId,
    listener: TcpListener,
    address: SocketAddr,
    /// Where the clinic's shared chart lies.
    at_clinic: Home,
    _folders: Vec<Scratch>,
}

impl People {
    fn who(sections: Vec<(Section, Operations)>, delegable: bool) -> Self {
        let ((mut phone, at_phone), (clinic, at_clinic), (laboratory, at_laboratory)) =
            (maria(), chart(), chart());
        let shared = scratch();
        let mut new = NewGrant::of(sections);
        new.delegable = delegable;
        let grant = phone.make_grant(&new).unwrap();
        let (listener, address) = listener();
        let mut people = Self {
            phone,
            clinic,
            laboratory,
            grant,
            listener,
            address: address.parse().unwrap(),
            at_clinic: shared.home.clone(),
            _folders: vec![at_phone, at_clinic, at_laboratory, shared],
        };
        let code = people.own_code();
        let at = people.at_clinic.clone();
        let (served, redeemed) = people.redeem(Of::Clinic, &code, &at, |request| {
            assert_eq!(request.via, None);
            true
        });
        served.unwrap();
        assert_eq!(redeemed.unwrap().delegable, delegable);
        people
    }

    fn own_code(&self) -> RedeemCode {
        let code = self.phone.grant_code(self.grant, vec![self.address]);
        code.unwrap().into()
    }

    fn request(&self) -> DelegationRequest {
        self.laboratory.delegation_request(LABORATORY)
    }

    fn pass_on(
        &mut self,
        sections: &[(Section, Operations)],
        minutes: Option<u32>,
    ) -> Result<RedeemCode, DelegateError> {
        let to = self.request();
        let sections = sections.to_vec();
        let new = NewDelegation {
            grant: self.grant,
            to: &to,
            sections,
            minutes,
        };
        let code = self.clinic.delegate(&new)?;
        let text = code.to_text();
        assert_eq!(DelegationCode::from_text(&text).unwrap(), code);
        Ok(RedeemCode::from_text(&text).unwrap())
    }

    /// What the clinic could sign, whatever its own program says of it.
    fn forged(&self, change: impl FnOnce(&mut Delegation), to: &DelegationRequest) -> RedeemCode {
        let own = self.own_code();
        let device = Applicant::visitor(self.clinic.record(), &own.origin());
        let sign = &device.keys().sign;
        let mut delegation = Delegation {
            grant: self.grant,
            delegator: sign.public(),
            delegate: to.key,
            scope: Scope::new([(Section::Allergies, COPY)]).unwrap(),
            expires: u32::MAX,
        };
        let grants = self.phone.grants().unwrap();
        let view = grants.iter().find(|it| it.id == self.grant).unwrap();
        delegation.expires = u32::try_from(view.until / MINUTE).unwrap();
        change(&mut delegation);
        let to = DelegationRequest::new(delegation.delegate, to.origin, "");
        let signed = Signed::sign(delegation, sign).unwrap();
        let code = DelegationCode::new(own.grant().clone(), &to, signed).unwrap();
        RedeemCode::Delegation(Box::new(code))
    }

    fn redeem(
        &mut self,
        who: Of,
        code: &RedeemCode,
        at: &Home,
        mut answer: impl FnMut(&GrantRequest) -> bool + Send,
    ) -> (Result<Served, ServeError>, Result<Redeemed, RedeemError>) {
        let (desk, name) = match who {
            Of::Clinic => (&mut self.clinic, CLINIC),
            Of::Laboratory => (&mut self.laboratory, LABORATORY),
        };
        let request = RedeemRequest {
            code,
            name,
            passcode: None,
            asked: None,
            reason: "",
            unlock: &unlock(),
            kdf: KdfLevel::Fast,
        };
        let (phone, listener) = (&mut self.phone, &self.listener);
        thread::scope(|scope| {
            let serving = scope.spawn(move || phone.serve(listener, WAIT, &mut answer, &|_| {}));
            let redeemed = desk.redeem(&request, at, WAIT, &mut |_| {});
            (serving.join().unwrap(), redeemed)
        })
    }

    /// Why the laboratory gets nothing, without anybody being asked.
    fn refused(&mut self, code: &RedeemCode) -> &'static str {
        let at = scratch();
        let (served, redeemed) = self.redeem(Of::Laboratory, code, &at.home, |_| panic!("nobody is asked"));
        assert!(!at.home.holds_record());
        match (served.unwrap(), redeemed.err()) {
            (Served::Refused { why, .. }, Some(RedeemError::Unwilling(told))) => {
                assert_eq!(why, told);
                let log = self.phone.audit(&AuditOptions::default()).unwrap();
                assert_eq!(log.events[0].reason.as_deref(), Some(why.id()));
                why.id()
            }
            other => panic!("{other:?}"),
        }
    }
}

#[derive(Clone, Copy)]
enum Of {
    Clinic,
    Laboratory,
}

/// What a delegation says that it should not.
type Change<'a> = &'a dyn Fn(&mut Delegation);

fn both() -> Vec<(Section, Operations)> {
    vec![
        (Section::Allergies, COPY),
        (Section::Medications, Operations::READ | Operations::FUTURE),
        (Section::Notes, Operations::APPEND),
    ]
}

#[test]
fn a_laboratory_gets_a_part_by_the_word_of_the_clinic() {
    let mut people = People::who(both(), true);
    let held = people.clinic.held_grants().unwrap();
    assert_eq!(
        (held.len(), held[0].id(), held[0].sections()),
        (1, people.grant, both())
    );
    let part = [(Section::Medications, Operations::READ)];
    let code = people.pass_on(&part, Some(30)).unwrap();
    let clinic = people.clinic.record().author();
    let mut asked = None;
    let at = scratch();
    let (served, redeemed) = people.redeem(Of::Laboratory, &code, &at.home, |request| {
        asked = Some(request.clone());
        true
    });
    let (served, redeemed) = (served.unwrap(), redeemed.unwrap());
    assert!(
        matches!(served, Served::Given { receipt: true, .. }),
        "{served:?}"
    );
    let asked = asked.unwrap();
    assert_eq!(
        (asked.name.as_str(), asked.sections.as_slice()),
        (LABORATORY, &part[..])
    );
    assert_eq!(asked.via, Some((CLINIC.to_owned(), clinic)));
    assert_eq!(asked.until, redeemed.until);
    let whole = people.clinic.held_grants().unwrap()[0].until();
    assert!(redeemed.until < whole && !redeemed.delegable);
    assert_eq!(redeemed.sections, part);
    let shared = redeemed.chart.unwrap();
    assert_eq!(
        list(&shared, Section::Medications).len(),
        list(&people.phone, Section::Medications).len()
    );
    assert!(list(&shared, Section::Allergies).is_empty());

    // The patient sees who came by whose word, in the grants and in the log.
    let grants = people.phone.grants().unwrap();
    let by: Vec<Option<AuthorId>> = grants[0]
        .redeemers
        .iter()
        .map(|it| it.via.as_ref().map(|it| it.1))
        .collect();
    assert_eq!(by, [None, Some(clinic)]);
    assert!(grants[0].delegable);
    let log = people.phone.audit(&AuditOptions::default()).unwrap();
    let given = log
        .events
        .iter()
        .find(|it| it.actor_name.as_deref() == Some(LABORATORY));
    let via = given.unwrap().via.clone().unwrap();
    assert_eq!((via.name.as_str(), via.key), (CLINIC, clinic.0));
    assert_eq!(people.phone.verify_audit().unwrap().findings.faults, []);

    // The same laboratory may call again; another one may not come by the same word, nor may the laboratory pass it on.
    assert!(people.laboratory.held_grants().unwrap().is_empty());
    drop(shared);
    let (served, again) = people.redeem(Of::Laboratory, &code, &at.home, |_| true);
    served.unwrap();
    again.unwrap();
    let second = people.pass_on(&part, None).unwrap();
    assert_eq!(people.refused(&second), "second-redeemer");

    // The end of the grant is the end of both.
    people
        .phone
        .revoke_grant(people.grant, RevokeReason::Wish)
        .unwrap();
    let ended = people.phone.grants().unwrap();
    assert_eq!(ended[0].redeemers.len(), 2);
    let ends: Vec<_> = people.phone.record().statements().access_ends().collect();
    assert_eq!(ends.len(), 2, "the clinic's and the laboratory's");
    assert_eq!(people.phone.verify().unwrap().faults, []);
}

#[test]
fn what_is_not_the_clinics_to_pass_on_is_not_signed() {
    let mut people = People::who(both(), true);
    let err = |result: Result<RedeemCode, DelegateError>| result.unwrap_err().id();
    let wider = [(Section::Allergies, COPY | Operations::READ)];
    assert_eq!(err(people.pass_on(&wider, None)), "delegate-wider");
    assert_eq!(
        err(people.pass_on(&[(Section::Problems, COPY)], None)),
        "delegate-wider"
    );
    assert_eq!(err(people.pass_on(&[], Some(24 * 60 + 5))), "delegate-wider");
    assert_eq!(err(people.pass_on(&[], Some(0))), "delegate-nothing");
    let none = [(Section::Allergies, Operations::empty())];
    assert_eq!(err(people.pass_on(&none, None)), "delegate-nothing");
    let own = people.grant;
    people.grant = GrantId([9; 16]);
    assert_eq!(err(people.pass_on(&[], None)), "delegate-unknown");
    people.grant = own;
    let mut without = People::who(both(), false);
    assert_eq!(err(without.pass_on(&[], None)), "delegate-unknown");
}

#[test]
fn the_patients_device_refuses_what_is_signed_all_the_same() {
    let mut people = People::who(both(), true);
    let own = people.request();
    let wide = Scope::new([(Section::Allergies, COPY | Operations::READ)]).unwrap();
    let cases: [(&str, Change<'_>); 5] = [
        ("wider-delegation", &|it| it.scope = wide.clone()),
        ("wider-delegation", &|it| it.expires += 1),
        ("delegation-expired", &|it| it.expires -= 24 * 60 + 10),
        ("wrong-audience", &|it| {
            it.delegate = ExchangePublic::from_bytes([9; 32])
        }),
        ("other-grant", &|it| it.grant = GrantId([9; 16])),
    ];
    for (refusal, change) in cases {
        // Five calls without a yes end a code: the clinic calls in between.
        let (code, at) = (people.own_code(), people.at_clinic.clone());
        people.redeem(Of::Clinic, &code, &at, |_| true).1.unwrap();
        let code = people.forged(change, &own);
        assert_eq!(people.refused(&code), refusal);
    }
    let code = people.forged(|_| {}, &own);
    let (_, redeemed) = people.redeem(Of::Laboratory, &code, &scratch().home, |_| false);
    assert!(matches!(
        redeemed.err(),
        Some(RedeemError::Unwilling(Unwilling::Declined))
    ));
    let (_, redeemed) = people.redeem(Of::Laboratory, &code, &scratch().home, |_| true);
    redeemed.unwrap();

    // A delegate signs a delegation of its own.
    let device = Applicant::visitor(people.laboratory.record(), &own.origin);
    let sign = &device.keys().sign;
    let third = chart();
    let request = third.0.delegation_request("Third");
    let delegation = Delegation {
        grant: people.grant,
        delegator: sign.public(),
        delegate: request.key,
        scope: Scope::new([(Section::Allergies, COPY)]).unwrap(),
        expires: code.delegation().unwrap().expires,
    };
    let signed = Signed::sign(delegation, sign).unwrap();
    let deeper = DelegationCode::new(code.grant().clone(), &request, signed).unwrap();
    people.laboratory = third.0;
    let deeper = RedeemCode::Delegation(Box::new(deeper));
    assert_eq!(people.refused(&deeper), "delegated-too-deep");

    // The grant does not allow it.
    let mut without = People::who(both(), false);
    let request = without.request();
    let code = without.forged(|_| {}, &request);
    assert_eq!(without.refused(&code), "delegated-too-deep");
}
