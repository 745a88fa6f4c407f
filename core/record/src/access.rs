//! What a grant lets its redeemer do in the log (security.md §§9, 10): read whole documents, add to them, or both. Signed
//! by a device of the patient's when the redeemer is bound, before any key goes out.

use crate::cbor::{Malformed, Reader, Writer};
use crate::context::Millis;
use crate::id::{AuthorId, DeviceId, StatementId};
use crate::proxy::Proxy;
use crate::section::Section;
use crate::statement::{KnownHead, MAX_HEADS, Permission, name};

/// A patient's device says: this device of this author may read and add, from then until then.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Access {
    /// The grant by which it came.
    pub grant: [u8; 16],
    /// Whose device.
    pub author: AuthorId,
    /// The only device that it holds for.
    pub device: DeviceId,
    /// What the author calls itself; nobody has checked it.
    pub name: String,
    /// Whose documents it reads whole, up to when it is let in.
    pub read: Vec<Section>,
    /// Of those, the ones that it goes on reading while this is valid.
    pub later: Vec<Section>,
    /// Where it may add.
    pub append: Vec<Section>,
    /// When it was said: a key made until then may have been given to the device.
    pub made: Millis,
    /// From when.
    pub not_before: Millis,
    /// Until when.
    pub not_after: Millis,
}

/// A patient's device says: this grant has ended. What its redeemers wrote past these heads is only proposed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct AccessEnd {
    /// The grant.
    pub grant: [u8; 16],
    /// Whose access it was.
    pub author: AuthorId,
    /// When, by the device that says so.
    pub ended: Millis,
    /// How far the author's feeds were known; at most 1,200.
    pub heads: Vec<KnownHead>,
}

impl Access {
    pub(crate) fn fields(&self, to: &mut Writer) {
        to.array(11).uint(6).bytes(&self.grant).value(&self.author);
        to.value(&self.device).text(&self.name);
        to.list(&self.read).list(&self.later).list(&self.append);
        to.uint(self.made).uint(self.not_before).uint(self.not_after);
    }

    pub(crate) fn after_kind(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        let it = Self {
            grant: from.fixed()?,
            author: from.value()?,
            device: from.value()?,
            name: name(from)?,
            read: sections(from)?,
            later: sections(from)?,
            append: sections(from)?,
            made: from.uint()?,
            not_before: from.uint()?,
            not_after: from.uint()?,
        };
        if it.later.iter().all(|section| it.read.contains(section)) {
            Ok(it)
        } else {
            Err(Malformed("read later, and not at all"))
        }
    }
}

/// Each once, in their order.
fn sections(from: &mut Reader<'_>) -> Result<Vec<Section>, Malformed> {
    let sections: Vec<Section> = from.list(Section::ALL.len())?;
    if sections.is_sorted_by(|a, b| a < b) {
        Ok(sections)
    } else {
        Err(Malformed("order of sections"))
    }
}

impl AccessEnd {
    pub(crate) fn fields(&self, to: &mut Writer) {
        to.array(5).uint(7).bytes(&self.grant).value(&self.author);
        to.uint(self.ended).list(&self.heads);
    }

    pub(crate) fn after_kind(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        Ok(Self {
            grant: from.fixed()?,
            author: from.value()?,
            ended: from.uint()?,
            heads: from.list(MAX_HEADS)?,
        })
    }
}

/// By what an author may add to the record.
pub(crate) struct MayAdd<'a> {
    pub(crate) by: StatementId,
    pub(crate) sections: &'a [Section],
    pub(crate) window: (Millis, Millis),
    /// The only device that it holds for.
    pub(crate) device: Option<DeviceId>,
    /// The patient ended it.
    pub(crate) ended: bool,
}

impl<'a> MayAdd<'a> {
    pub(crate) fn permitted(by: StatementId, it: &'a Permission) -> Self {
        Self {
            by,
            sections: &it.sections,
            window: (it.not_before, it.not_after),
            device: None,
            ended: false,
        }
    }

    pub(crate) fn managing(by: StatementId, it: &'a Proxy, ended: bool) -> Self {
        Self {
            by,
            sections: &it.sections,
            window: (it.created, it.not_after),
            device: None,
            ended,
        }
    }

    pub(crate) fn granted(by: StatementId, it: &'a Access, ended: bool) -> Self {
        Self {
            by,
            sections: &it.append,
            window: (it.not_before, it.not_after),
            device: Some(it.device),
            ended,
        }
    }
}
