use pocketchart_record::cbor::{Canonical, Malformed, Reader, Writer};

macro_rules! coded {
    ($(#[$doc:meta])* $name:ident { $($(#[$item_doc:meta])* $item:ident = $code:literal, $id:literal;)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name { $($(#[$item_doc])* $item = $code,)* }

        impl $name {
            /// All of them, in the order of their codes.
            pub const ALL: &'static [Self] = &[$(Self::$item,)*];

            /// Its name in files and messages.
            pub fn id(self) -> &'static str {
                match self { $(Self::$item => $id,)* }
            }
        }

        impl Canonical for $name {
            fn write(&self, to: &mut Writer) {
                to.uint(*self as u64);
            }
            fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
                match from.uint()? {
                    $($code => Ok(Self::$item),)*
                    _ => Err(Malformed(stringify!($name))),
                }
            }
        }
    };
}

coded! {
    /// What was done.
    Action {
        /// A code was made for somebody.
        GrantMade = 1, "grant-made";
        /// A grant was taken back, or seen to have ended.
        GrantEnded = 2, "grant-ended";
        /// Somebody came with a code.
        CodeAsked = 3, "code-asked";
        /// Something was asked for and not given.
        Refused = 4, "refused";
        /// A copy of sections was given.
        DisclosedExtract = 5, "disclosed-extract";
        /// Sections were opened to be read.
        DisclosedRead = 6, "disclosed-read";
        /// What somebody wrote under a grant was taken in.
        ReceivedVisit = 7, "received-visit";
        /// What somebody wrote waits for the patient's yes.
        HeldVisit = 8, "held-visit";
        /// Opened in an emergency, without the patient (break-glass).
        EmergencyOverride = 9, "emergency-override";
        /// An emergency card was made.
        CardMade = 10, "card-made";
        /// The record was written to a file.
        Exported = 11, "exported";
        /// The record was written to a sealed backup.
        BackedUp = 12, "backed-up";
        /// Another device got the record's keys.
        DeviceAdded = 13, "device-added";
        /// A device was reported lost.
        DeviceLost = 14, "device-lost";
        /// Somebody may act for the patient.
        ProxyAdded = 15, "proxy-added";
        /// Somebody may act for the patient no longer.
        ProxyEnded = 16, "proxy-ended";
        /// The recovery words were replaced.
        WordsReplaced = 17, "words-replaced";
        /// A person confirmed the date.
        DateConfirmed = 18, "date-confirmed";
        /// The record's folder was put back to an older state, and a person went on with it.
        PutBack = 19, "put-back";
        /// The relay reported that somebody took what was left there for a code.
        RelayReported = 20, "relay-reported";
        /// Something was left at a relay for whoever has a health link.
        LinkMade = 21, "link-made";
        /// What a health link leads to was replaced.
        LinkChanged = 22, "link-changed";
        /// A health link was ended, paused or taken up again.
        LinkManaged = 23, "link-managed";
        /// A SMART Health Card was made.
        HealthCardMade = 24, "health-card-made";
        /// Contacts got parts of what brings the record back.
        ContactsNamed = 25, "contacts-named";
        /// A request to contacts was objected to.
        RecoveryRefused = 26, "recovery-refused";
        /// Contacts brought the record back to this device.
        Recovered = 27, "recovered";
        /// Those who waited for what a standing code for emergencies opens were stopped.
        EmergencyStopped = 28, "emergency-stopped";
        /// What a standing code for emergencies opens was replaced by a newer copy.
        CopyRenewed = 29, "copy-renewed";
        /// Contacts got parts of what lets somebody act for the patient who cannot do so.
        IncapacityPrepared = 30, "incapacity-prepared";
        /// That was ended: what the contacts got opens nothing any more.
        IncapacityEnded = 31, "incapacity-ended";
        /// Whoever was given something said, signed, that they deleted it.
        DeletionSaid = 32, "deletion-said";
    }
}

impl Action {
    /// Whether something of the record left the patient's devices by it.
    pub fn is_disclosure(self) -> bool {
        matches!(
            self,
            Self::DisclosedExtract
                | Self::DisclosedRead
                | Self::EmergencyOverride
                | Self::CardMade
                | Self::Exported
                | Self::RelayReported
                | Self::LinkMade
                | Self::LinkChanged
                | Self::CopyRenewed
                | Self::HealthCardMade
        )
    }
}

coded! {
    /// How it ended.
    Outcome {
        /// It was about to be done: a later entry says how it ended, or the device stopped before.
        Begun = 0, "begun";
        /// It was done.
        Done = 1, "done";
        /// It broke off: some of it may have been done.
        Failed = 2, "failed";
        /// It was not allowed: nothing was given.
        Refused = 3, "refused";
    }
}

coded! {
    /// What for, as far as is known here.
    Purpose {
        /// The patient wanted it (HL7 v3 `PATRQT`).
        PatientRequest = 0, "patient-request";
        /// Treatment (`TREAT`).
        Treatment = 1, "treatment";
        /// Treatment in an emergency (`ETREAT`).
        Emergency = 2, "emergency";
        /// Access that was not given beforehand (`BTG`).
        BreakGlass = 3, "break-glass";
    }
}
