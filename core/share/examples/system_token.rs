//! A clinic's system that gets a token without a person (SMART App Launch 2.2, Backend Services). Called by `tests/servers/run.sh`.
//!
//! `system_token BASE CLIENT SCOPE…` prints the key set to register, waits for a line on standard input, and prints what it was granted.

#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a tool of the tests")]

use pocketchart_fhir::smart::Scopes;
use pocketchart_record::Context;
use pocketchart_share::smart::{Client, ClientKey, ClientKeys, ClientProof, Server, SmartError, TokenClient};
use pocketchart_share::web::Web;
use serde_json::json;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let keys = ClientKeys::default().with(ClientKey::random());
    println!("{}", keys.to_jwks());
    std::io::stdin().read_line(&mut String::new()).unwrap();
    let client = Client {
        id: arguments[1].clone(),
        proof: ClientProof::Keys(keys),
    };
    let scopes = Scopes::of(&arguments[2..].join(" "));
    match token(&arguments[0], client, &scopes) {
        Ok(token) => println!("{token}"),
        Err(error) => println!("{}", json!({ "error": error.to_string() })),
    }
}

fn token(base: &str, client: Client, scopes: &Scopes) -> Result<serde_json::Value, SmartError> {
    let web = Web::new();
    let server = Server::new(&web, base)?;
    let discovery = server.discovery(&mut |_| false)?.ok_or(SmartError::NoSignIn)?;
    let context = Context::system();
    let answer = TokenClient::system(&web, &context, (base, &discovery), client, scopes)?;
    let granted = answer.scopes.map(|it| it.to_string());
    let refresh = answer.refresh.is_some();
    Ok(
        json!({ "access": answer.access.as_str(), "scopes": granted, "seconds": answer.expires_in, "refresh": refresh }),
    )
}
