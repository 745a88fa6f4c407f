//! A person's health record that they hold themselves.
