use super::QrMatrix;
use super::draw::QUIET;

/// How a code is held before a camera: what tests and demonstrations make pictures with.
#[derive(Clone, Copy, Debug)]
pub struct Photo {
    /// Pixels of a module where the slant makes it smallest.
    pub pixels: f64,
    /// How far it is turned.
    pub degrees: f64,
    /// How much farther away its right and its lower edge are than the middle, each from -0.5 to 0.5.
    pub slant: [f64; 2],
    /// The blur's standard deviation, in pixels.
    pub blur: f64,
    /// The noise's standard deviation, in grey levels of 256.
    pub noise: f64,
    /// The grey of dark and of light modules.
    pub greys: [f64; 2],
    /// What the noise follows from.
    pub seed: u64,
}

impl QrMatrix {
    /// The code as a camera sees it, on a grey table, lit from one side: width, height, and one byte of grey for
    /// each pixel, row by row.
    ///
    /// ```
    /// use pocketchart_share::qr::{Photo, draw, read_luma};
    /// let code = draw("pocketchart:/00000000000000042").unwrap();
    /// let photo = Photo {
    ///     pixels: 5.0, degrees: 6.0, slant: [0.1, -0.1], blur: 1.0, noise: 8.0, greys: [40.0, 220.0], seed: 1,
    /// };
    /// let (width, height, luma) = code.photograph(&photo);
    /// assert_eq!(read_luma(width, height, &luma), ["pocketchart:/00000000000000042"]);
    /// ```
    pub fn photograph(&self, photo: &Photo) -> (u32, u32, Vec<u8>) {
        let view = View::new(photo, (self.width() + 2 * QUIET) as f64);
        let (width, height) = (view.width, view.height);
        let mut grey: Vec<f64> = (0..height)
            .flat_map(|y| (0..width).map(move |x| (x, y)))
            .map(|(x, y)| self.seen(photo, &view, x as f64, y as f64))
            .collect();
        let kernel = kernel(photo.blur);
        grey = blurred(&grey, width, &kernel);
        grey = transposed(&blurred(&transposed(&grey, width), height, &kernel), height);
        let mut random = photo.seed;
        let noisy = grey
            .iter()
            .map(|grey| (grey + photo.noise * bell(&mut random)).clamp(0.0, 255.0) as u8);
        (width as u32, height as u32, noisy.collect())
    }

    /// The light of one pixel: the mean of nine points in it, and the lamp is to the left.
    fn seen(&self, photo: &Photo, view: &View, x: f64, y: f64) -> f64 {
        const POINTS: [f64; 3] = [1.0 / 6.0, 0.5, 5.0 / 6.0];
        let points = POINTS.iter().flat_map(|dx| POINTS.map(|dy| (x + dx, y + dy)));
        let grey = |(x, y)| match view.module(x, y) {
            None => photo.greys.iter().sum::<f64>() / 2.0,
            Some((column, row)) => {
                let dark = column >= QUIET && row >= QUIET && self.is_dark(column - QUIET, row - QUIET);
                photo.greys[usize::from(!dark)]
            }
        };
        let lamp = 1.1 - 0.2 * x / view.width as f64;
        lamp * points.map(grey).sum::<f64>() / 9.0
    }
}

/// Where each module is in a picture.
struct View {
    side: f64,
    scale: f64,
    slant: [f64; 2],
    turn: [f64; 2],
    width: usize,
    height: usize,
}

impl View {
    fn new(photo: &Photo, side: f64) -> Self {
        let farthest = 1.0 + (photo.slant[0].abs() + photo.slant[1].abs()) / 2.0;
        let (sin, cos) = photo.degrees.to_radians().sin_cos();
        let mut view = Self {
            side,
            scale: photo.pixels * farthest * farthest,
            slant: photo.slant.map(|slant| slant / side),
            turn: [sin, cos],
            width: 0,
            height: 0,
        };
        let half = side / 2.0;
        let corners =
            [(-half, -half), (-half, half), (half, -half), (half, half)].map(|it| view.to_picture(it));
        let reach = |of: fn(&(f64, f64)) -> f64| corners.iter().map(|it| of(it).abs()).fold(0.0, f64::max);
        let border = 4.0 * photo.pixels;
        view.width = (2.0 * (reach(|it| it.0) + border)).ceil() as usize;
        view.height = (2.0 * (reach(|it| it.1) + border)).ceil() as usize;
        view
    }

    /// From modules to pixels, both from the middle.
    fn to_picture(&self, (x, y): (f64, f64)) -> (f64, f64) {
        let [sin, cos] = self.turn;
        let (x, y) = (cos * x - sin * y, sin * x + cos * y);
        let distance = 1.0 + self.slant[0] * x + self.slant[1] * y;
        (self.scale * x / distance, self.scale * y / distance)
    }

    /// The module at a point of the picture, counted from the margin's corner.
    fn module(&self, x: f64, y: f64) -> Option<(usize, usize)> {
        let x = (x - self.width as f64 / 2.0) / self.scale;
        let y = (y - self.height as f64 / 2.0) / self.scale;
        let distance = 1.0 - self.slant[0] * x - self.slant[1] * y;
        let (x, y) = (x / distance, y / distance);
        let [sin, cos] = self.turn;
        let (x, y) = (
            cos * x + sin * y + self.side / 2.0,
            cos * y - sin * x + self.side / 2.0,
        );
        let inside = |at: f64| (0.0..self.side).contains(&at);
        (inside(x) && inside(y)).then_some((x as usize, y as usize))
    }
}

fn kernel(sigma: f64) -> Vec<f64> {
    let reach = (3.0 * sigma).ceil() as i32;
    let weights: Vec<f64> = (-reach..=reach)
        .map(|at| (-f64::from(at * at) / (2.0 * sigma * sigma).max(1e-9)).exp())
        .collect();
    let sum: f64 = weights.iter().sum();
    weights.iter().map(|weight| weight / sum).collect()
}

/// Each row blurred; what lies outside is like the edge.
fn blurred(grey: &[f64], width: usize, kernel: &[f64]) -> Vec<f64> {
    let reach = kernel.len() / 2;
    let mut blurred = Vec::with_capacity(grey.len());
    for row in grey.chunks_exact(width) {
        blurred.extend((0..width).map(|x| {
            let around = kernel.iter().enumerate();
            around
                .filter_map(|(at, weight)| {
                    let near = (x + at).saturating_sub(reach).min(width - 1);
                    row.get(near).map(|grey| grey * weight)
                })
                .sum::<f64>()
        }));
    }
    blurred
}

fn transposed(grey: &[f64], width: usize) -> Vec<f64> {
    let column = |x: usize| grey.iter().skip(x).step_by(width).copied();
    (0..width).flat_map(column).collect()
}

/// A number that is 0 on average, its square 1 (SplitMix64, twelve times).
fn bell(random: &mut u64) -> f64 {
    let sum: f64 = (0..12)
        .map(|_| {
            *random = random.wrapping_add(0x9e37_79b9_7f4a_7c15);
            let mixed = (*random ^ (*random >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
            let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
            (mixed >> 11) as f64 / (1_u64 << 53) as f64
        })
        .sum();
    sum - 6.0
}
