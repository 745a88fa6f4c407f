//! From whom a file came that came by a card or a link.

use pocketchart_record::cbor::{Canonical, Malformed, Reader, Writer};
use pocketchart_share::shc::CardStanding;

/// The longest name or address that is kept, in characters.
const MAX_NAME: usize = 300;

/// From whom something came, and what is known of that.
///
/// ```
/// use pocketchart::{Origin, Proof};
/// let origin = Origin::of_link("hospital.example");
/// assert_eq!(origin.proof, Proof::None);
/// ```
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Origin {
    /// Who says that they issued it: the address on a card, the host of a link.
    pub from: String,
    /// What is known of that.
    pub proof: Proof,
}

/// What is known of who issued something.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Proof {
    /// Nothing: no signature is on it. Whoever made the link says it.
    None,
    /// The signature held, by the key at an address that nobody vouches for.
    Signed,
    /// The signature held, by the key of an issuer on a list that the person trusted.
    Listed {
        /// Its name on that list.
        name: String,
    },
}

impl Proof {
    /// Its name in JSON and in the ids of messages.
    pub fn name(&self) -> &'static str {
        match self {
            Proof::None => "none",
            Proof::Signed => "signed",
            Proof::Listed { .. } => "listed",
        }
    }
}

impl Origin {
    /// What came by a SMART Health Link without a signature.
    pub fn of_link(host: &str) -> Self {
        Self {
            from: kept(host),
            proof: Proof::None,
        }
    }

    /// A SMART Health Card whose signature held.
    pub fn of_card(issuer: &str, standing: &CardStanding) -> Self {
        Self {
            from: kept(issuer),
            proof: match standing {
                CardStanding::Listed { name } => Proof::Listed { name: kept(name) },
                _ => Proof::Signed,
            },
        }
    }
}

fn kept(text: &str) -> String {
    text.chars()
        .filter(|it| !it.is_control())
        .take(MAX_NAME)
        .collect()
}

/// `origin` of docs/formats.cddl.
impl Canonical for Origin {
    fn write(&self, to: &mut Writer) {
        let (proof, name) = match &self.proof {
            Proof::None => (0, ""),
            Proof::Signed => (1, ""),
            Proof::Listed { name } => (2, name.as_str()),
        };
        to.array(3).text(&self.from).uint(proof).text(name);
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.array_of(3)?;
        let address = from.text()?.to_owned();
        let proof = from.uint()?;
        let name = from.text()?.to_owned();
        let proof = match (proof, name.is_empty()) {
            (0, true) => Proof::None,
            (1, true) => Proof::Signed,
            (2, _) => Proof::Listed { name },
            _ => return Err(Malformed("proof of an origin")),
        };
        Ok(Self { from: address, proof })
    }
}
