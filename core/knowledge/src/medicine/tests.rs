use jiff::civil::date;
use pocketchart_fhir::view::View;

use super::*;

fn takes(entry: &str, name: &str) -> Statement {
    let json = format!(
        r#"{{"resourceType":"MedicationStatement","status":"active","medicationCodeableConcept":{{"text":{name:?}}}}}"#
    );
    Statement {
        entry: entry.to_owned(),
        view: View::of(json.as_bytes()).unwrap(),
    }
}

#[test]
fn smoke() {
    let record = [
        takes("1", "Warfarin Sodium 5 MG Oral Tablet"),
        takes("2", "aspirin"),
        takes("3", "Simvistatin 10 MG"),
    ];
    let said = findings(&record, &Person::default(), date(2026, 11, 26)).unwrap();
    println!("{said:#?}");
}
