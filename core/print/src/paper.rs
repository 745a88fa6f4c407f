/// Points of a millimetre.
pub(crate) const MM: f32 = 72.0 / 25.4;

/// What it is printed on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paper {
    /// Pages of 85.6 × 54 mm, as bank cards are: the codes on the first two, the facts behind them.
    Wallet,
    /// 105 × 148 mm.
    A6,
    /// A4, with margins so wide that it also prints on letter paper; large type, for a door.
    Fridge,
    /// A4 in the same way, in the type of a letter: for documents.
    A4,
}

/// Its measures, in points.
pub(crate) struct Measures {
    pub(crate) width: f32,
    pub(crate) height: f32,
    pub(crate) margin: f32,
    /// Below this height nothing stands.
    pub(crate) bottom: f32,
    /// Of a module.
    pub(crate) module: f32,
    pub(crate) title: f32,
    pub(crate) body: f32,
    pub(crate) small: f32,
}

impl Paper {
    pub(crate) fn measures(self) -> Measures {
        let (width, height, margin, bottom, module, type_sizes) = match self {
            Self::Wallet => (85.6, 54.0, 3.0, 2.5, 0.5, (8.0, 6.5, 5.0)),
            Self::A6 => (105.0, 148.0, 6.0, 6.0, 0.5, (13.0, 8.5, 6.5)),
            Self::Fridge => (210.0, 297.0, 18.0, 30.0, 0.8, (26.0, 14.0, 10.5)),
            Self::A4 => (210.0, 297.0, 18.0, 30.0, 0.5, (18.0, 10.0, 8.0)),
        };
        let (title, body, small) = type_sizes;
        Measures {
            width: width * MM,
            height: height * MM,
            margin: margin * MM,
            bottom: (height - bottom) * MM,
            module: module * MM,
            title,
            body,
            small,
        }
    }
}
