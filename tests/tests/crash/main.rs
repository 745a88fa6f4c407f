//! Records on a disk that loses power, and on one that fails.

mod failing;
mod power_loss;
