use crate::chart::Chart;
use crate::grants::MINUTE;
use crate::grants::kept::KeptGrant;
use pocketchart_record::{AuthorId, Millis, Role, Section, key_words};
use pocketchart_share::grant::{Flags, GrantId, Operations, Permit};
use pocketchart_share::redeem::Ask;
use pocketchart_share::session::CheckCode;

/// Somebody asks, with a code; the person says yes or no.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct GrantRequest {
    /// By which grant.
    pub grant: GrantId,
    /// The digits that both screens show.
    pub check: CheckCode,
    /// What they call themselves; nobody has checked it.
    pub name: String,
    /// Their key, which they have proved.
    pub author: AuthorId,
    /// Words that stand for the key.
    pub key_words: String,
    /// They were let in before, by this key.
    pub known: bool,
    /// What they ask for, all of it granted.
    pub sections: Vec<(Section, Operations)>,
    /// Until when.
    pub until: Millis,
    /// Why, if they said so.
    pub reason: String,
    /// By whose word they come: the name, nobody has checked it, and key of a redeemer who passes a part of the grant on.
    pub via: Option<(String, AuthorId)>,
    /// Whether the grant is for an emergency.
    pub emergency: bool,
    /// They are to act for the person, in this role.
    pub acts: Option<Role>,
}

impl Chart {
    pub(super) fn request(
        &self,
        kept: &KeptGrant,
        ask: &Ask,
        permit: &Permit,
        check: CheckCode,
    ) -> GrantRequest {
        let mut accesses = self.record.statements().accesses();
        GrantRequest {
            grant: kept.grant.id,
            check,
            name: ask.visitor.name.clone(),
            author: ask.author,
            key_words: key_words(ask.author),
            known: accesses.any(|(_, it)| it.author == ask.author),
            sections: permit.scope.iter().collect(),
            until: Millis::from(permit.until) * MINUTE,
            reason: ask.visitor.reason.clone(),
            via: permit
                .delegator
                .and_then(|it| kept.redeemer(it))
                .map(|it| (it.name.clone(), it.author)),
            emergency: permit.flags.contains(Flags::EMERGENCY),
            acts: None,
        }
    }
}
