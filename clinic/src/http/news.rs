//! What changes while a page is open, as server-sent events (HTML, section 9.2).

use std::{convert::Infallible, sync::Arc, time::Duration};

use axum::{
    extract::State,
    response::{
        Sse,
        sse::{Event, KeepAlive},
    },
};
use futures_util::{Stream, stream};
use tokio::sync::broadcast::{Receiver, error::RecvError};

use super::{
    answer::{Refusals, blocking},
    who::Watching,
};
use crate::{changes::Change, desk::Desk, staff::Token};

/// Between two lines that only say that the connection stands.
const ALIVE: Duration = Duration::from_secs(15);

/// What others do, patients and the desk itself, as it happens: each event is a change that this role has to do with, without anything of
/// what stands in a chart. It ends with the session, and does not keep it alive.
#[utoipa::path(get, path = "/api/news", operation_id = "news", tag = "charts",
    responses((status = 200, body = Change, content_type = "text/event-stream"), Refusals))]
pub(super) async fn stream(
    State(desk): State<Arc<Desk>>,
    Watching(token): Watching,
) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let heard = desk.store.changes.listen();
    let changes = stream::unfold((desk, token, heard), |(desk, token, mut heard)| async {
        let event = next(&desk, &token, &mut heard).await?;
        Some((Ok(event), (desk, token, heard)))
    });
    Sse::new(changes).keep_alive(KeepAlive::new().interval(ALIVE))
}

/// The next change that this person has to do with; none once the session or the desk has ended.
async fn next(desk: &Arc<Desk>, token: &Token, heard: &mut Receiver<Option<Change>>) -> Option<Event> {
    loop {
        let change = match heard.recv().await {
            Ok(change) => change?,
            // The page asks again for all that it shows.
            Err(RecvError::Lagged(_)) => return Some(Event::default().event("behind").data("{}")),
            Err(RecvError::Closed) => return None,
        };
        let shown = token.clone();
        let account = blocking(desk, move |desk| desk.watched(&shown)).await;
        let account = account.ok()?.ok()??;
        if change.is_for(account.role) {
            return Event::default().json_data(&change).ok();
        }
    }
}
