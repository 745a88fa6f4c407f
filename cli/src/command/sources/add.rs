//! Connecting a server.

use super::{callback, granted, named, pull};
use crate::arguments::AddSource;
use crate::failure::Failure;
use crate::output::{Page, quiet};
use crate::program::{Answer, Program};
use crate::secret;
use pocketchart::{Chart, ClientProof, NewSource, OpenError, SourceClient, SourceId, Web};
use pocketchart_strings::Message;
use serde_json::json;

pub(super) fn add(program: &Program, asked: AddSource) -> Result<Answer, Failure> {
    let web = Web::new();
    // In the order of the descriptors' use: whoever hands over several on one reads them so.
    let mut chart = program.open()?;
    let secret = asked.client_secret_fd.map(secret::line_of).transpose()?;
    let token = asked.token_fd.map(secret::line_of).transpose()?;
    let new = NewSource {
        name: asked.name,
        base: asked.base,
        patient: asked.patient,
        same_person: asked.same_person,
    };
    let name = new.name.clone();
    let id = match asked.client_id {
        Some(id) => {
            let proof = match secret {
                Some(secret) => ClientProof::Secret(secret),
                None if asked.key => ClientProof::Keys(chart.app_keys().map_err(OpenError::from)?),
                None => ClientProof::None,
            };
            let client = SourceClient { id, proof };
            sign_in(program, &mut chart, &web, (new, client, &asked.scope, asked.port))?
        }
        None => chart.connect_source(&web, new, token)?,
    };
    let mut page = Page::default();
    let view = named(&chart, &id.to_string())?;
    page.line(program.show(&Message::SourceAdded { name: name.into() }));
    granted(program, &mut page, &view);
    let pulled = pull::one(program, &mut chart, &web, &view, asked.same_person);
    // The connection is there, whatever became of the first pull.
    let report = pulled.map_err(Failure::so_far)?;
    pull::tell(program, &mut page, &view, &report);
    page.blank().line(quiet(program.show(&Message::SourcePullNext)));
    let view = named(&chart, &id.to_string())?;
    let json = json!({ "source": super::document(&view), "pull": pull::document(&view, &report) });
    Ok(Answer::new(page, json))
}

/// Sends the person to the server's own page, and waits until the browser comes back.
fn sign_in(
    program: &Program,
    chart: &mut Chart,
    web: &Web,
    (new, client, scopes, port): (NewSource, SourceClient, &[String], u16),
) -> Result<SourceId, Failure> {
    let waiting = callback::listen(port)?;
    let request = chart.begin_source(web, new, client, scopes, &waiting.address()?)?;
    let url = request.url();
    if program.output.is_json() {
        program.output.event(&json!({ "open": url }));
    } else {
        let mut page = Page::default();
        page.line(program.show(&Message::SourceOpen));
        page.exact(url);
        page.line(quiet(program.show(&Message::SourceOpenNext)));
        program.output.note(&page);
    }
    let came = waiting.wait(program)?;
    let done = chart.finish_source(web, request, came.address());
    came.answer(program, done.is_ok());
    Ok(done?)
}
