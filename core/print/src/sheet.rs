use pocketchart_share::qr::QrMatrix;

/// What stands on a card, or in a document without codes. All words are the caller's, in one language.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// The language of the words, as BCP 47 names it.
    pub language: String,
    /// Whether that language is written from right to left.
    pub right_to_left: bool,
    /// The heading of the whole.
    pub title: String,
    /// Whose it is: name, birth date.
    pub who: Vec<String>,
    /// The facts.
    pub groups: Vec<Group>,
    /// What must be known about the card: its dates, whose key signed it, what that means.
    pub about: Vec<String>,
    /// A card's codes; none in a document.
    pub codes: Option<Codes>,
}

/// The codes of a card.
#[derive(Clone, Debug)]
pub struct Codes {
    /// The code that programs read.
    pub signed: Code,
    /// The code that any camera shows as text.
    pub plain: Code,
}

/// Facts of one kind.
#[derive(Clone, Debug)]
pub struct Group {
    /// What they are.
    pub heading: String,
    /// One a line.
    pub lines: Vec<Line>,
}

/// One fact.
#[derive(Clone, Debug)]
pub struct Line {
    /// Its words.
    pub text: String,
    /// Whether it must not be overlooked.
    pub loud: bool,
}

/// A code, with what it is.
#[derive(Clone, Debug)]
pub struct Code {
    /// Its modules.
    pub matrix: QrMatrix,
    /// What stands below it.
    pub caption: String,
    /// What a screen reader says in its place.
    pub description: String,
}

/// No page was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum PrintError {
    /// A code has more modules than fit the paper at 0.5 mm each.
    #[error("the code is too large for this paper")]
    CodeTooLarge,
    /// No font has this letter.
    #[error("no font has the letter {0:?}")]
    NoGlyph(char),
    /// There is no font, or one that cannot be read.
    #[error("no font that can be used")]
    Font,
    /// The writer of PDF refused the page.
    #[error("the page could not be written")]
    Refused,
}
