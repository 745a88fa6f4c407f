//! What a link leads to.

use super::LinkError;
use super::kept::KeptLink;
use crate::chart::Chart;
use crate::summary::SECTIONS;
use crate::time;
use pocketchart_fhir::ips::{IpsWords, SharedInput, SharedPdf, shared_bundle};
use pocketchart_record::Section;
use pocketchart_share::shl::{BundleRule, ContentType, Level, LinkFile, LinkFlags, check_shared_bundle};
use pocketchart_wire::link::{Content, File};

/// The files of a link, encrypted, and how many statements are in them.
pub(super) struct Contents {
    pub(super) files: Vec<File>,
    pub(super) count: u64,
    pub(super) left_out: usize,
}

impl Chart {
    /// What of these sections a link shows, and whether what is over belongs to it. Without a section: everything that is not
    /// *sensitive*.
    pub(super) fn link_sections(sections: &[Section]) -> Vec<(Section, bool)> {
        let everything = Section::ALL.into_iter().filter(|it| *it != Section::Sensitive);
        let chosen: Vec<Section> = match sections.is_empty() {
            true => everything.collect(),
            false => Section::ALL
                .into_iter()
                .filter(|it| sections.contains(it))
                .collect(),
        };
        let with_past = |section: &Section| SECTIONS.iter().any(|(it, past)| it == section && *past);
        chosen.iter().map(|it| (*it, with_past(it))).collect()
    }

    /// Makes and encrypts what the link leads to: for one file and for chosen sections the Bundle that patients share, else the
    /// Patient Summary, and beside it a Bundle of the PDFs.
    pub(super) fn link_contents(
        &self,
        kept: &KeptLink,
        words: &IpsWords,
        pdfs: Vec<SharedPdf>,
    ) -> Result<Contents, LinkError> {
        let now = time::fhir_instant(self.home.context().now());
        let direct = kept.link.flags().contains(LinkFlags::DIRECT);
        let pdfs: Vec<_> = pdfs.into_iter().map(|pdf| (self.new_url(), pdf)).collect();
        let sealed = |bytes: Vec<u8>| {
            let content_type = ContentType::Fhir;
            let jwe = kept
                .link
                .seal(&LinkFile { content_type, bytes })
                .map_err(|_| LinkError::TooMuch)?;
            let updated = Some(now.as_str().to_owned());
            Ok::<File, LinkError>(File {
                content: Content::Fhir,
                jwe,
                updated,
            })
        };
        if direct || !kept.sections.is_empty() {
            let gathered = self.gathered(&Self::link_sections(&kept.sections))?;
            let patient = self.patient_body()?;
            let made = shared_bundle(&SharedInput {
                timestamp: &now,
                patient: patient.as_deref(),
                patient_url: &self.new_url(),
                entries: &gathered.entries,
                pdfs: &pdfs,
            });
            let made = made.map_err(|_| LinkError::Person)?;
            let count = gathered.entries.len() - made.left_out.len() + pdfs.len();
            if count == 0 {
                return Err(LinkError::Nothing);
            }
            if direct {
                check_profile(&made.bytes)?;
            }
            return Ok(Contents {
                files: vec![sealed(made.bytes)?],
                count: count as u64,
                left_out: made.left_out.len(),
            });
        }
        let summary = self.summarised(words)?;
        let mut contents = Contents {
            files: vec![sealed(summary.bytes)?],
            count: summary.counts.values().sum::<usize>() as u64,
            left_out: summary.left_out,
        };
        if !pdfs.is_empty() {
            let patient = self.patient_body()?;
            let made = shared_bundle(&SharedInput {
                timestamp: &now,
                patient: patient.as_deref(),
                patient_url: &self.new_url(),
                entries: &[],
                pdfs: &pdfs,
            });
            contents
                .files
                .push(sealed(made.map_err(|_| LinkError::Person)?.bytes)?);
            contents.count += pdfs.len() as u64;
        }
        Ok(contents)
    }

    pub(crate) fn new_url(&self) -> String {
        format!("urn:uuid:{}", self.new_uuid())
    }
}

/// What the profile demands is there, of which a record may lack the person's name, date of birth and gender.
fn check_profile(bundle: &[u8]) -> Result<(), LinkError> {
    let found = check_shared_bundle(bundle);
    let mut broken = found.iter().filter(|it| it.rule.level() == Level::Demanded);
    match broken.next().map(|it| it.rule) {
        None => Ok(()),
        Some(BundleRule::Content) => Err(LinkError::Nothing),
        Some(_) => Err(LinkError::Person),
    }
}
