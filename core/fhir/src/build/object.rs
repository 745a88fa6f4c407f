//! Writes JSON objects member by member, in the order in which they are said.

use super::BuildError;
use crate::Decimal;

pub(super) struct Object {
    out: Vec<u8>,
}

impl Object {
    pub(super) fn new() -> Self {
        Self { out: b"{".to_vec() }
    }

    pub(super) fn finish(mut self) -> Vec<u8> {
        self.out.push(b'}');
        self.out
    }

    fn name(&mut self, name: &str) {
        if self.out.last() != Some(&b'{') {
            self.out.push(b',');
        }
        self.string(name);
        self.out.push(b':');
    }

    fn string(&mut self, text: &str) {
        self.out
            .extend_from_slice(serde_json::Value::from(text).to_string().as_bytes());
    }

    pub(super) fn text(&mut self, name: &str, text: &str) {
        self.name(name);
        self.string(text);
    }

    /// A text, unless there is none.
    pub(super) fn maybe(&mut self, name: &str, text: Option<&str>) {
        if let Some(text) = text.filter(|text| !text.is_empty()) {
            self.text(name, text);
        }
    }

    pub(super) fn texts(&mut self, name: &str, texts: &[&str]) {
        if texts.is_empty() {
            return;
        }
        self.name(name);
        self.out.push(b'[');
        for (at, text) in texts.iter().enumerate() {
            if at > 0 {
                self.out.push(b',');
            }
            self.string(text);
        }
        self.out.push(b']');
    }

    pub(super) fn flag(&mut self, name: &str, flag: bool) {
        self.literal(name, if flag { "true" } else { "false" });
    }

    pub(super) fn decimal(&mut self, name: &str, decimal: &Decimal) {
        self.literal(name, decimal.as_str());
    }

    pub(super) fn whole(&mut self, name: &str, number: u32) {
        self.literal(name, &number.to_string());
    }

    fn literal(&mut self, name: &str, literal: &str) {
        self.name(name);
        self.out.extend_from_slice(literal.as_bytes());
    }

    pub(super) fn object(
        &mut self,
        name: &str,
        members: impl FnOnce(&mut Object) -> Result<(), BuildError>,
    ) -> Result<(), BuildError> {
        self.name(name);
        self.out.push(b'{');
        members(self)?;
        self.out.push(b'}');
        Ok(())
    }

    /// An array of objects, one for each item; nothing when there are none, as FHIR allows no empty arrays.
    pub(super) fn list<T>(
        &mut self,
        name: &str,
        items: &[T],
        mut members: impl FnMut(&mut Object, &T) -> Result<(), BuildError>,
    ) -> Result<(), BuildError> {
        if items.is_empty() {
            return Ok(());
        }
        self.name(name);
        self.out.push(b'[');
        for (at, item) in items.iter().enumerate() {
            if at > 0 {
                self.out.push(b',');
            }
            self.out.push(b'{');
            members(self, item)?;
            self.out.push(b'}');
        }
        self.out.push(b']');
        Ok(())
    }
}
