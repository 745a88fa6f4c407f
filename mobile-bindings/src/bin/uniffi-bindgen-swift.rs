//! Writes the Swift sources and the C header from the library.

fn main() {
    uniffi::uniffi_bindgen_swift();
}
