//! What the library offers to other languages is what `surface.txt` lists for its version: an app is built against a
//! version, and must be able to see that it changed.
//!
//! After a wanted change raise `SURFACE_VERSION` and run this test with `RECORD_SURFACE=1`.

use pocketchart_mobile::SURFACE_VERSION;
use std::path::Path;
use std::{env, fs};
use uniffi_bindgen::interface::{AsType, Callable, ComponentInterface, Field, Type};
use uniffi_bindgen::{BindgenLoader, BindgenPaths, GlobalConfig};

/// The interface as the built library describes it.
#[allow(clippy::unwrap_used, reason = "a test")]
fn interface() -> ComponentInterface {
    // Beside this test's own program, where the library of its package is.
    let own = env::current_exe().unwrap();
    let library = own.parent().unwrap().join(format!(
        "{}pocketchart_mobile{}",
        env::consts::DLL_PREFIX,
        env::consts::DLL_SUFFIX
    ));
    let library = library.to_str().unwrap();
    let loader = BindgenLoader::new(BindgenPaths::default(), GlobalConfig::default());
    let metadata = loader.load_metadata(library.into()).unwrap();
    loader.load_cis(metadata).unwrap().remove(0)
}

/// Each call, field and case on a line of its own.
fn surface(of: &ComponentInterface) -> Vec<String> {
    let mut lines = Vec::new();
    for function in of.function_definitions() {
        lines.push(call(function.name(), function));
    }
    for object in of.object_definitions() {
        for method in object.constructors() {
            lines.push(call(&format!("{}.{}", object.name(), method.name()), method));
        }
        for method in object.methods() {
            lines.push(call(&format!("{}.{}", object.name(), method.name()), method));
        }
    }
    for record in of.record_definitions() {
        lines.extend(record.fields().iter().map(|it| field(record.name(), it)));
    }
    for one in of.enum_definitions() {
        for variant in one.variants() {
            let case = format!("{}.{}", one.name(), variant.name());
            lines.extend(variant.fields().iter().map(|it| field(&case, it)));
            lines.push(case);
        }
        for method in one.methods() {
            lines.push(call(&format!("{}.{}", one.name(), method.name()), method));
        }
    }
    lines.sort();
    lines
}

fn call(name: &str, call: &impl Callable) -> String {
    let arguments = call.arguments();
    let arguments: Vec<_> = arguments
        .iter()
        .map(|it| format!("{}: {}", it.name(), words(&it.as_type())))
        .collect();
    let is_async = if call.is_async() { "async " } else { "" };
    let returns = call
        .return_type()
        .map_or(String::new(), |it| format!(" -> {}", words(it)));
    let throws = call
        .throws_type()
        .map_or(String::new(), |it| format!(" throws {}", words(it)));
    format!("{is_async}{name}({}){returns}{throws}", arguments.join(", "))
}

fn field(of: &str, field: &Field) -> String {
    let default = if field.default_value().is_some() {
        " = default"
    } else {
        ""
    };
    format!("{of}.{}: {}{default}", field.name(), words(&field.as_type()))
}

fn words(of: &Type) -> String {
    match of {
        Type::Optional { inner_type } => format!("{}?", words(inner_type)),
        Type::Sequence { inner_type } => format!("[{}]", words(inner_type)),
        Type::Object { name, .. } | Type::Record { name, .. } | Type::Enum { name, .. } => name.clone(),
        other => format!("{other:?}"),
    }
}

/// Why `recorded` is not the list of this version and surface; none if it is.
fn difference(recorded: &str, version: u32, surface: &[String]) -> Option<String> {
    let mut lines = recorded.lines();
    if lines.next() != Some(&format!("version {version}")) {
        return Some("surface.txt lists another version: run this test with RECORD_SURFACE=1".into());
    }
    let recorded: Vec<_> = lines.collect();
    let gone = recorded
        .iter()
        .filter(|it| !surface.iter().any(|line| line == *it));
    let new = surface.iter().filter(|it| !recorded.contains(&it.as_str()));
    let changes: Vec<_> = gone
        .map(|it| format!("- {it}"))
        .chain(new.map(|it| format!("+ {it}")))
        .collect();
    (!changes.is_empty()).then(|| {
        format!(
            "raise SURFACE_VERSION, since this changed:\n{}",
            changes.join("\n")
        )
    })
}

#[test]
fn the_surface_changes_only_with_its_version() {
    let list = Path::new(env!("CARGO_MANIFEST_DIR")).join("surface.txt");
    let recorded = fs::read_to_string(&list).unwrap_or_default();
    let surface = surface(&interface());
    let raised = !recorded.starts_with(&format!("version {SURFACE_VERSION}\n"));
    if env::var_os("RECORD_SURFACE").is_some() && raised {
        fs::write(
            &list,
            format!("version {SURFACE_VERSION}\n{}\n", surface.join("\n")),
        )
        .unwrap();
        return;
    }
    if let Some(difference) = difference(&recorded, SURFACE_VERSION, &surface) {
        panic!("{difference}");
    }
}

#[test]
fn a_changed_surface_is_noticed() {
    let now = ["open() -> Chart".to_owned(), "Chart.lock()".to_owned()];
    assert_eq!(
        difference("version 3\nopen() -> Chart\nChart.lock()\n", 3, &now),
        None
    );
    for recorded in [
        "version 3\nopen() -> Chart\n",
        "version 3\nopen() -> Chart throws Error\nChart.lock()\n",
        "version 3\nopen() -> Chart\nChart.lock()\nChart.item()\n",
        "version 2\nopen() -> Chart\nChart.lock()\n",
        "",
    ] {
        assert!(difference(recorded, 3, &now).is_some(), "{recorded}");
    }
}
