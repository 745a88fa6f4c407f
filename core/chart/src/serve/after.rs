//! Whoever was given something calls about how it ended: they hear whether the patient has ended it, and say that they deleted it.

use super::{ServeError, Served};
use crate::chart::Chart;
use crate::grants::deletions::Heard;
use crate::grants::kept::KeptGrant;
use crate::tcp;
use pocketchart_share::redeem::{AfterAnswer, AfterCall};
use pocketchart_share::session::Channel;
use std::net::TcpStream;

impl Chart {
    /// `None`: there is nothing to speak of.
    pub(super) fn serve_after(
        &mut self,
        mut channel: Channel<TcpStream>,
    ) -> Result<Option<Served>, ServeError> {
        let Ok(Some(message)) = channel.receive() else {
            return Ok(None);
        };
        let Ok(call) = AfterCall::from_bytes(&message) else {
            return Ok(None);
        };
        let Some(kept) = KeptGrant::of(&self.record, call.grant)? else {
            return Ok(None);
        };
        let remote = channel.session().remote();
        let mut redeemers = kept.state.redemptions().map(|it| *it.redeemer());
        let Some(caller) = redeemers.find(|it| it.exchange == remote) else {
            return Ok(None);
        };
        let heard = match &call.deletion {
            Some(said) => self.hear_deletion(&kept, caller.sign, said)?,
            None => Heard::Refused,
        };
        let answer = AfterAnswer {
            revocation: kept.end_to_tell(&self.record).map(|it| it.to_bytes().to_vec()),
            kept: !matches!(heard, Heard::Refused),
        };
        // Who does not hear it asks again.
        if channel.send(&answer.to_bytes()).is_ok()
            && let Ok(stream) = channel.close()
        {
            tcp::hang_up(stream);
        }
        Ok(match heard {
            Heard::Kept(deletion) => Some(Served::SaidDeleted {
                grant: call.grant,
                name: kept
                    .redeemer(caller.sign)
                    .map_or_else(String::new, |it| it.name.clone()),
                deletion,
            }),
            _ => None,
        })
    }
}
