//! The rules of docs/formats.cddl, and how to break them.

use cddl::ast::CDDL;
use cddl::validator::Validator;
use cddl::validator::cbor::CBORValidator;
pub(crate) use cddl::validator::cbor_value::Value;
use cddl::validator::cbor_value::decode_cbor;
use std::cell::RefCell;
use std::collections::HashMap;

const DESCRIPTION: &str = include_str!("../../../docs/formats.cddl");

thread_local! {
    // Parsed once for each rule; a parsed description borrows its text, so both live as long as the test.
    static PARSED: RefCell<HashMap<String, &'static CDDL<'static>>> = RefCell::default();
}

fn starting_at(rule: &str) -> &'static CDDL<'static> {
    PARSED.with_borrow_mut(|parsed| {
        let known = parsed.entry(rule.to_owned());
        *known.or_insert_with(|| {
            let text: &'static str = Box::leak(format!("start = {rule}\n{DESCRIPTION}").into_boxed_str());
            Box::leak(Box::new(cddl::cddl_from_str(text, true).unwrap()))
        })
    })
}

/// Whether the description allows this value under this rule.
pub(crate) fn allows(rule: &str, value: &Value) -> Result<(), String> {
    CBORValidator::new(starting_at(rule), value.clone(), None)
        .validate()
        .map_err(|error| error.to_string())
}

/// The value that these bytes are, if they are one value.
pub(crate) fn tree(bytes: &[u8]) -> Value {
    decode_cbor(bytes).unwrap()
}

/// The names of all rules.
pub(crate) fn names() -> Vec<String> {
    let described = cddl::cddl_from_str(DESCRIPTION, true).unwrap();
    described.rules.iter().map(|rule| rule.name()).collect()
}

/// Every value that differs from this one in the type of one item.
pub(crate) fn falsified(value: &Value) -> Vec<Value> {
    let mut all = vec![of_another_type(value)];
    match value {
        Value::Array(items) => {
            for (at, item) in items.iter().enumerate() {
                all.extend(falsified(item).into_iter().map(|item| {
                    let mut items = items.clone();
                    items[at] = item;
                    Value::Array(items)
                }));
            }
        }
        Value::Map(pairs) => {
            for (at, (key, value)) in pairs.iter().enumerate() {
                let keys = falsified(key).into_iter().map(|key| (key, value.clone()));
                let values = falsified(value).into_iter().map(|value| (key.clone(), value));
                all.extend(keys.chain(values).map(|pair| {
                    let mut pairs = pairs.clone();
                    pairs[at] = pair;
                    Value::Map(pairs)
                }));
            }
        }
        _ => {}
    }
    all
}

fn of_another_type(value: &Value) -> Value {
    match value {
        Value::Text(text) => Value::Bytes(text.as_bytes().to_vec()),
        Value::Bool(it) => Value::Integer(u8::from(*it).into()),
        _ => Value::Text("1".into()),
    }
}
