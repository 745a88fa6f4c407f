//! Writes the Kotlin and Python sources from the library.

fn main() {
    uniffi::uniffi_bindgen_main();
}
