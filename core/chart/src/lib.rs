#![doc = include_str!("../README.md")]

mod attach;
mod audit;
mod author;
mod backup;
mod beside;
mod bodies;
mod card;
mod care;
mod cds_hooks;
mod chart;
mod checkin;
mod contacts;
mod delegate;
mod detail;
mod devices;
mod draft;
mod edit;
mod export;
mod facts;
mod follow;
mod grants;
mod group;
mod health_card;
mod home;
mod import;
mod imports;
mod introduce;
mod issue;
mod item;
mod letters;
mod links;
mod list;
mod media;
mod medicine;
mod members;
mod messages;
mod nearby;
mod origins;
mod pair;
mod picture;
mod provenance;
mod proxies;
mod read;
mod reconcile;
mod reconciled;
mod redeem;
mod relay;
mod search;
mod section;
mod serve;
mod snapshot;
mod sources;
mod start;
mod store;
mod summary;
mod sync;
mod take;
mod tcp;
mod time;
mod trend;
mod view;
mod waiting;
mod words;

pub use attach::{AttachError, Attached, ExtractError, Extracted, FileBeside, NewFile};
pub use audit::{AuditExport, AuditOptions, AuditPage, AuditReport, AuditView, OtherLog};
pub use author::{Author, SourceMark};
pub use backup::{BackupError, RestoreError};
pub use beside::{Beside, Likeness, beside_copies};
pub use bodies::FhirBodies;
pub use card::{CardChoice, CardFact, MakeCardError, ReadCardError};
pub use care::{
    AcknowledgeError, Acknowledged, CareError, Checkup, Effect as AcknowledgementEffect, Immunizations,
    Items, Screenings,
};
pub use cds_hooks::{
    CdsAnswerError, CdsCard, CdsCards, CdsCoding, CdsHook, CdsIndicator, CdsRequest, CdsRequestError,
    CdsService, CdsServices, CdsSource, DraftOrders, DraftOrdersError, Say, cds_services,
};
pub use chart::{Chart, CreateChart, Health, OpenError};
pub use checkin::{
    CheckinBack, CheckinCame, CheckinDecision, CheckinDraft, CheckinError, CheckinForm, CheckinLinkError,
    CheckinOffer, CheckinPerson, CheckinQuestion, CheckinReceived, CheckinSendError, CheckinStatement,
    CheckinSubject, CheckinToSend, Offered, Prefilled, WhyNot, fetch_checkin, send_checkin,
};
pub use contacts::{
    ContactView, ContactsError, ContactsNews, ContactsView, EmergencyHeard, Entered, Entrustment,
    IncapacityError, IncapacityView, KeptPart, NewSharing, Prepared, RecoverError, Recovering, RecoveryAsked,
    SharingView, Step,
};
pub use delegate::{DelegateError, HeldGrant, NewDelegation};
pub use devices::{DeviceView, LostError, RenewError};
pub use draft::{Draft, name_for};
pub use edit::{EditError, Resolution};
pub use export::{ExportError, ExportForm, ExportOptions, ExportReport};
pub use follow::{FollowError, FollowFileError, FollowedCard, FollowedContent, FollowedFile, Following};
pub use grants::{
    AskRelayError, DeletionView, Ended, NewStandingCode, RelayAnswer, RelayArrival, RelayDeletion, RelayNews,
    RelayTake, StandingCode, StandingTake,
};
pub use grants::{GrantError, GrantStanding, GrantView, NewGrant, RedeemerView};
pub use health_card::HealthCardView;
pub use home::Home;
pub use import::{
    FileForm, ImportError, ImportId, ImportOptions, ImportPhase, ImportProgress, ImportReport, Names, Origin,
    Proof, Rows, UnreadablePart,
};
pub use imports::{ImportView, UndoError, Undone};
pub use introduce::IntroduceError;
pub use issue::{IssueCardError, MadeHealthCard, NewHealthCard};
pub use item::{ItemDetail, ItemState, ItemView, Remark, Rival, RivalStanding, Version, is_error, is_over};
pub use letters::{LetterReport, LettersError};
pub use links::{LinkError, LinkId, LinkState, LinkView, LinkVisit, MadeLink, NewLink};
pub use list::{ListOptions, ListPage};
pub use media::{FileFound, media_type_of};
pub use medicine::{AsOf, AsOfBasis, MedicineSaid, MedicineUse, MedicineView};
pub use messages::{
    MAX_MESSAGE, MessageError, MessageThread, MessageTo, MessageView, NewMessage, message_text,
};
pub use nearby::{AnnounceError, Announcement};
pub use pair::{PairError, PairRequest};
pub use proxies::{NewProxy, ProxyError, ProxyStanding, ProxyView};
pub use read::ReadError;
pub use reconcile::{Decided, Doubt, OpenPair, ReconcileError, Reconciliations};
pub use reconciled::section_code;
pub use redeem::{
    AfterGrant, Deleted, HostHold, RedeemError, RedeemRequest, Redeemed, RelayHold, SignedExtract, StatedItem,
};
pub use relay::UseRelayError;
pub use search::{Found, TimelineOptions, search_copies};
pub use section::{Emptiness, SectionOverview};
pub use serve::{GrantRequest, ServeError, ServeEvent, Served};
pub use snapshot::Snapshots;
pub use sources::{
    AppKeyError, ConnectError, Looked, MissingFile, NewSource, PullError, PullProgress, PullReport,
    RemoveSourceError, SearchLooked, SourceId, SourceRequest, SourceView, Trouble, TypeReport, TypeView,
    look_at,
};
pub use summary::{PatientSummary, SummaryError};
pub use sync::{SyncFailure, SyncProgress, SyncReport};
pub use trend::{Growth, Measured, Trends, measured_copies};
pub use words::{NewWordsError, WordsAlarm};

pub use waiting::WaitingAuthor;

pub use pocketchart_fhir::build;
/// Forms: which questions are asked, and whether answers fit.
pub use pocketchart_fhir::form;
pub use pocketchart_fhir::ips::{IpsSection, IpsWords, SharedPdf, SharedPdfKind};
pub use pocketchart_fhir::reading::{Left, Why};
pub use pocketchart_fhir::readings::{CsvError, DateOrder, Unit, Zone};
pub use pocketchart_fhir::smart::{
    Brand, BrandsError, Capability, Place as BrandPlace, Scopes, Writes, brands, page as search_page,
    quirks_of,
};
pub use pocketchart_fhir::split::{Head, Part, Position, Reason, Resource};
pub use pocketchart_fhir::subjects::{Agreement, Feature, Person};
pub use pocketchart_fhir::summary::{Amount, Code, Detail, Negation, Reading, Summary, UsualRange, summary};
pub use pocketchart_fhir::view::{
    Answer as FormAnswer, Coding, Identifier, Quantity as FormQuantity, QuestionnaireItem,
};
/// Writing into a clinic's own FHIR server.
pub use pocketchart_fhir::write_back;
pub use pocketchart_fhir::{Decimal, FhirDateTime};
/// Decision support: what findings, forecasts and rules are made of.
pub use pocketchart_knowledge as knowledge;
pub use pocketchart_record::{
    Accepted, Act, Answer, AuthorId, BackupReport, BodyRef, Clock, Context, DeviceId, Entropy, EntryId,
    Fault, Freshness, FreshnessFile, KdfLevel, Millis, NoFreshness, Place, Reconciliation, Record, RecordId,
    RecoveryWords, Refusal, RestoreReport, Role, Section, StoreError, Unlock, Verified, WordsError,
    key_words,
};
pub use pocketchart_share::audit::{Action, AuditFault, AuditFindings, Introducer, Outcome, Purpose};
pub use pocketchart_share::card::{
    Card, CardAge, CardCode, CardContact, CardContent, CardEntry, CardError, CardMarks, CardSection,
    CardSeverity, CardSigner, PLAIN_CHARACTERS, PageAddress, PageError, PlainWords,
};
pub use pocketchart_share::checkin::{
    Artifact as CheckinArtifact, ArtifactContent, Asked, CheckinItem, CheckinRequest, CheckinRequestError,
    CheckinResponse, CheckinResponseError, FormAsked, ItemStatus, MAX_REQUEST as MAX_CHECKIN_REQUEST,
    Outcome as CheckinOutcome, Selection,
};
pub use pocketchart_share::contacts::{AnswerCode, AskCode, Cause, ContactCode, PartCode};
pub use pocketchart_share::grant::{
    DelegationCode, DelegationRequest, DeletionCause, Flags as GrantFlags, GrantCode, GrantId, Operations,
    Outline, Reason as RevokeReason, RedeemCode, Refusal as GrantRefusal,
};
pub use pocketchart_share::introduction::IntroductionCode;
pub use pocketchart_share::notice::Notice;
pub use pocketchart_share::qr::{DrawError, Photo, QrMatrix, draw, read_luma};
pub use pocketchart_share::redeem::Unwilling;
pub use pocketchart_share::relay::{Relay, RelayError};
pub use pocketchart_share::session::{CheckCode, CodeError, PairingCode, PairingOffer, SessionError};
pub use pocketchart_share::shc::{
    CardError as HealthCardError, CardRefusal as HealthCardRefusal, CardStanding, Fit as HealthCardFit,
    HealthCard, LeftOutReason, TrustList,
};
pub use pocketchart_share::shl::{ContentType, HealthLink, LinkError as HealthLinkError, LinkFlags};
pub use pocketchart_share::smart::{
    Client as SourceClient, ClientKey, ClientKeys, ClientProof, Server as FhirServer, SmartError,
    TokenAnswer, TokenClient, Write, WriteMethod, is_id,
};
pub use pocketchart_share::web::{Authorities, BadAuthorities, Web, WebError};
