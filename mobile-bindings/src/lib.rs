//! Pocketchart for Kotlin and Swift.
