//! The answers that a response gives.

use super::{Answers, Form};
use crate::view::{Answer, QuestionnaireResponse, ResponseItem};

impl Form {
    /// What a response answers, by `linkId`. What it answers beyond the form is there too, and stands among the faults.
    pub fn answers_of(&self, response: &QuestionnaireResponse) -> Answers {
        let mut answers = Answers::new();
        take(&response.item, &mut answers);
        answers
    }
}

fn take(items: &[ResponseItem], to: &mut Answers) {
    for item in items {
        for answer in &item.answer {
            take(&answer.item, to);
            let id = item.link_id.clone().unwrap_or_default();
            let given = Answer {
                item: Vec::new(),
                ..answer.clone()
            };
            to.entry(id).or_default().push(given);
        }
        take(&item.item, to);
    }
}
