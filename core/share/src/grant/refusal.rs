use super::signed::Unreadable;

/// Why nothing is given. A closed list: each has its own sentence for the people, and a place in the audit log.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, thiserror::Error)]
pub enum Refusal {
    /// The redeemer's protocol or what it presents is of a version that is not known here.
    #[error("unknown version")]
    UnknownVersion,
    /// The device does not trust its own clock.
    #[error("clock not believable")]
    ClockNotBelievable,
    /// What was presented is not in the one form of a grant or delegation.
    #[error("malformed")]
    Malformed,
    /// Altered, or signed by another key.
    #[error("bad signature")]
    BadSignature,
    /// The state or the delegation belongs to another grant.
    #[error("for another grant")]
    OtherGrant,
    /// The grant is signed by no device of the patient, or by one that was revoked.
    #[error("unknown issuer")]
    UnknownIssuer,
    /// Not this device counts the uses.
    #[error("uses are counted elsewhere")]
    CountedElsewhere,
    /// The session was not opened with this grant's code.
    #[error("wrong secret")]
    WrongSecret,
    /// Seen to have ended before, whatever the clock says now; or ten wrong passcodes.
    #[error("ended before")]
    EndedBefore,
    /// A device of the patient took it back.
    #[error("revoked")]
    Revoked,
    /// Before it begins.
    #[error("not yet")]
    NotYet,
    /// After its end.
    #[error("expired")]
    Expired,
    /// It, or the delegation, was made for somebody else.
    #[error("wrong audience")]
    WrongAudience,
    /// It allows no delegation, or the delegator came in by one.
    #[error("delegated too deep")]
    DelegatedTooDeep,
    /// The delegator has not redeemed the grant.
    #[error("delegated by someone to whom it is not bound")]
    UnboundDelegator,
    /// The delegation allows more, or longer, than the grant.
    #[error("delegation wider than the grant")]
    WiderDelegation,
    /// After the end of the delegation.
    #[error("delegation expired")]
    DelegationExpired,
    /// The passcode is wrong or missing.
    #[error("wrong passcode")]
    WrongPasscode,
    /// It, or the delegation, is bound to another redeemer.
    #[error("second redeemer")]
    SecondRedeemer,
    /// All of its several uses were taken by others.
    #[error("used up")]
    UsedUp,
    /// This request, or a later one, was answered before.
    #[error("replay")]
    Replay,
    /// A section was asked for that was not granted.
    #[error("section not granted")]
    SectionNotGranted,
    /// Something was asked for that may not be done in a granted section.
    #[error("operation not granted")]
    OperationNotGranted,
}

impl Refusal {
    /// All of them.
    pub const ALL: [Refusal; 23] = [
        Refusal::UnknownVersion,
        Refusal::ClockNotBelievable,
        Refusal::Malformed,
        Refusal::BadSignature,
        Refusal::OtherGrant,
        Refusal::UnknownIssuer,
        Refusal::CountedElsewhere,
        Refusal::WrongSecret,
        Refusal::EndedBefore,
        Refusal::Revoked,
        Refusal::NotYet,
        Refusal::Expired,
        Refusal::WrongAudience,
        Refusal::DelegatedTooDeep,
        Refusal::UnboundDelegator,
        Refusal::WiderDelegation,
        Refusal::DelegationExpired,
        Refusal::WrongPasscode,
        Refusal::SecondRedeemer,
        Refusal::UsedUp,
        Refusal::Replay,
        Refusal::SectionNotGranted,
        Refusal::OperationNotGranted,
    ];

    /// A short name in ASCII, for messages and logs.
    pub fn id(&self) -> &'static str {
        match self {
            Refusal::UnknownVersion => "unknown-version",
            Refusal::ClockNotBelievable => "clock-not-believable",
            Refusal::Malformed => "malformed",
            Refusal::BadSignature => "bad-signature",
            Refusal::OtherGrant => "other-grant",
            Refusal::UnknownIssuer => "unknown-issuer",
            Refusal::CountedElsewhere => "counted-elsewhere",
            Refusal::WrongSecret => "wrong-secret",
            Refusal::EndedBefore => "ended-before",
            Refusal::Revoked => "revoked",
            Refusal::NotYet => "not-yet",
            Refusal::Expired => "expired",
            Refusal::WrongAudience => "wrong-audience",
            Refusal::DelegatedTooDeep => "delegated-too-deep",
            Refusal::UnboundDelegator => "unbound-delegator",
            Refusal::WiderDelegation => "wider-delegation",
            Refusal::DelegationExpired => "delegation-expired",
            Refusal::WrongPasscode => "wrong-passcode",
            Refusal::SecondRedeemer => "second-redeemer",
            Refusal::UsedUp => "used-up",
            Refusal::Replay => "replay",
            Refusal::SectionNotGranted => "section-not-granted",
            Refusal::OperationNotGranted => "operation-not-granted",
        }
    }
}

impl From<Unreadable> for Refusal {
    fn from(unreadable: Unreadable) -> Self {
        match unreadable {
            Unreadable::Malformed => Self::Malformed,
            Unreadable::OtherVersion => Self::UnknownVersion,
            Unreadable::BadSignature => Self::BadSignature,
        }
    }
}
