//! Making another device part of the record.

use super::devices::document;
use crate::arguments::{Join, Offer, Pair};
use crate::failure::{Exit, Failure};
use crate::file;
use crate::output::{Page, quiet, strong};
use crate::program::{Answer, Program};
use crate::secret;
use pocketchart::{
    AnnounceError, Announcement, Chart, CheckCode, CreateChart, PairError, PairingCode, PairingOffer,
};
use pocketchart_strings::Message;
use serde_json::json;
use std::io;
use std::net::{IpAddr, SocketAddr, TcpListener, UdpSocket};
use std::time::Duration;

/// How long a code is good for, and how long people may compare digits.
const PATIENCE: Duration = Duration::from_secs(600);

pub(super) fn pair(program: &Program, asked: Pair) -> Result<Answer, Failure> {
    match asked {
        Pair::Offer(asked) => offer(program, asked),
        Pair::Join(asked) => join(program, &asked),
    }
}

/// Listens there, or says that it cannot.
pub(super) fn listen(address: &str) -> Result<TcpListener, Failure> {
    TcpListener::bind(address)
        .map_err(|_| Failure::new("listen-failed", Exit::Network).with("address", address.to_owned()))
}

/// The addresses at which others reach this device: as asked, or as the network knows it.
pub(super) fn reachable(listener: &TcpListener) -> io::Result<Vec<String>> {
    let local = listener.local_addr()?;
    if !local.ip().is_unspecified() {
        return Ok(vec![local.to_string()]);
    }
    Ok(vec![SocketAddr::new(outward(), local.port()).to_string()])
}

/// Tells the network where this device waits, until it is dropped. Where that fails, it waits all the same.
pub(super) fn announced(
    program: &Program,
    off: bool,
    announce: impl FnOnce() -> Result<Announcement, AnnounceError>,
) -> Option<Announcement> {
    if off {
        return None;
    }
    let announced = announce();
    if announced.is_err() {
        program.warn(&program.show(&Message::NotAnnounced));
    }
    announced.ok()
}

/// This machine as the network knows it.
pub(super) fn outward() -> IpAddr {
    // Choosing a route sends nothing: the address is one for documentation, which nobody has.
    let outward = UdpSocket::bind("0.0.0.0:0").and_then(|socket| {
        socket.connect("192.0.2.1:9")?;
        socket.local_addr()
    });
    outward.map_or(IpAddr::from([127, 0, 0, 1]), |address| address.ip())
}

fn offer(program: &Program, asked: Offer) -> Result<Answer, Failure> {
    let listener = listen(&asked.listen)?;
    let addresses = match asked.address.is_empty() {
        false => asked.address.clone(),
        true => reachable(&listener).map_err(PairError::Connect)?,
    };
    let unlock = program.unlock()?;
    let mut chart = program.open_with(&unlock)?;
    let offer = PairingOffer::new(addresses).map_err(PairError::Code)?;
    let code = offer.code().to_text();
    match asked.code_fd {
        Some(number) => secret::write_to(number, &code)?,
        None if program.output.is_json() => return Err(Failure::new("code-nowhere", Exit::Usage)),
        None => {
            let mut page = Page::default();
            page.line(strong(program.show(&Message::PairShow))).blank();
            if let Ok(drawing) = offer.code().to_qr() {
                page.exact(drawing.to_half_blocks());
            }
            page.exact(&code).blank();
            page.line(quiet(program.show(&Message::PairWaiting)));
            program.output.page(&page)?;
        }
    }
    let announced = announced(program, asked.no_announce, || {
        Announcement::of_offer(&offer, &listener)
    });
    let mut check = None;
    let added = chart.pair_listen(&listener, offer, &unlock, PATIENCE, &mut |request| {
        check = Some(request.check);
        same_digits(
            program,
            request.check,
            Some(&request.device_name),
            asked.same_digits,
        )
    })?;
    drop(announced);
    let mut page = Page::default();
    page.line(program.show(&Message::PairDone {
        name: added.name.as_str().into(),
    }));
    page.line(program.show(&Message::PairNext));
    let check = check.map(|it: CheckCode| it.to_string());
    Ok(Answer::new(
        page,
        json!({ "device": document(&added), "digits": check }),
    ))
}

fn join(program: &Program, asked: &Join) -> Result<Answer, Failure> {
    let home = program.new_home()?;
    let typed = match (&asked.code, asked.code_fd) {
        (Some(code), _) => code.clone(),
        (None, Some(number)) => secret::line_of(number)?.to_string(),
        (None, None) if program.output.is_interactive() => {
            program.output.prompt(&program.show(&Message::AskCode));
            program.typed()?
        }
        (None, None) => return Err(Failure::new("code-needed", Exit::Unanswered)),
    };
    let code = PairingCode::from_text(&typed).map_err(PairError::Code)?;
    let unlock = program.new_unlock(None)?;
    let name = program.device_name(&asked.new);
    let with = CreateChart {
        unlock: &unlock,
        kdf: program.kdf(asked.new.kdf),
        device_name: &name,
    };
    let mut check = None;
    let chart = Chart::pair_connect(&home, &code, &with, PATIENCE, &mut |digits| {
        check = Some(digits);
        same_digits(program, digits, None, asked.same_digits)
    })?;
    let mut page = Page::default();
    page.line(program.show(&Message::JoinDone {
        folder: file::shown(&program.folder()).into(),
    }));
    page.line(program.show(&Message::JoinNext));
    let check = check.map(|it: CheckCode| it.to_string());
    let json = json!({
        "record": chart.record().id().to_hex(), "device": { "id": chart.record().device().to_hex(), "name": name },
        "digits": check,
    });
    Ok(Answer::new(page, json))
}

/// Shows the digits and asks whether the other screen shows the same: a question of who is who, which `--yes` does not
/// answer.
fn same_digits(program: &Program, digits: CheckCode, device: Option<&str>, answered: bool) -> bool {
    let mut page = Page::default();
    if let Some(name) = device {
        page.line(program.show(&Message::PairAsks { name: name.into() }));
    }
    page.line(program.show(&Message::PairDigits {
        digits: digits.to_string().into(),
    }));
    program.output.note(&page);
    if answered || !program.output.is_interactive() {
        return answered;
    }
    program.asks(&Message::AskSameDigits).unwrap_or(false)
}
