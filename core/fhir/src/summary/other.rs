use super::code::{best_code, words_of};
use super::{Summary, display, target};
use crate::view::{
    CodeableConcept, Coverage, Device, DocumentReference, GenericHead, Organization, Patient, Practitioner,
    Questionnaire, QuestionnaireResponse, best_name,
};

pub(super) fn generic(head: &GenericHead) -> Summary {
    Summary {
        title: head.title.clone(),
        code: head.code.as_ref().and_then(best_code),
        category: head
            .category
            .iter()
            .find_map(CodeableConcept::words)
            .map(str::to_owned),
        when: head.when.clone(),
        until: head.until.clone(),
        status: head.status.clone(),
        note: head.note.clone(),
        who: display(&head.author),
        subject: target(&head.subject),
        identifiers: head.identifier.clone(),
        ..Summary::default()
    }
}

pub(super) fn patient(view: &Patient) -> Summary {
    Summary {
        title: best_name(&view.name),
        category: view.gender.clone(),
        when: view.birth_date.clone(),
        until: view.deceased_date_time.clone(),
        identifiers: view.identifier.clone(),
        ..Summary::default()
    }
}

pub(super) fn practitioner(view: &Practitioner) -> Summary {
    let qualification = view
        .qualification
        .iter()
        .find_map(|qualification| words_of(&qualification.code));
    Summary {
        title: best_name(&view.name),
        category: qualification,
        identifiers: view.identifier.clone(),
        ..Summary::default()
    }
}

pub(super) fn organization(view: &Organization) -> Summary {
    Summary {
        title: view.name.clone(),
        category: view
            .kind
            .iter()
            .find_map(CodeableConcept::words)
            .map(str::to_owned),
        identifiers: view.identifier.clone(),
        ..Summary::default()
    }
}

pub(super) fn device(view: &Device) -> Summary {
    let name = view.device_name.iter().find_map(|name| name.name.clone());
    Summary {
        title: words_of(&view.kind).or(name),
        code: view.kind.as_ref().and_then(best_code),
        when: view.manufacture_date.clone(),
        until: view.expiration_date.clone(),
        status: view.status.clone(),
        note: view.manufacturer.clone(),
        subject: target(&view.patient),
        identifiers: view.identifier.clone(),
        ..Summary::default()
    }
}

pub(super) fn coverage(view: &Coverage) -> Summary {
    let payor = display(&view.payor);
    let period = view.period.clone().unwrap_or_default();
    let plan = view
        .class
        .iter()
        .find_map(|class| class.name.clone().or_else(|| class.value.clone()));
    Summary {
        title: payor
            .clone()
            .or_else(|| plan.clone())
            .or_else(|| words_of(&view.kind)),
        code: view.kind.as_ref().and_then(best_code),
        category: words_of(&view.kind),
        when: period.start,
        until: period.end,
        status: view.status.clone(),
        note: plan,
        who: payor,
        subject: target(&view.beneficiary),
        identifiers: view.identifier.clone(),
        ..Summary::default()
    }
}

/// The note is the document's own text where it is inside as plain text, else its description.
pub(super) fn document(view: &DocumentReference) -> Summary {
    let files = || {
        view.content
            .iter()
            .filter_map(|content| content.attachment.as_ref())
    };
    let title = files().find_map(|file| file.title.clone());
    let content_type = files().find_map(|file| file.content_type.clone());
    let context = view
        .context
        .as_ref()
        .and_then(|context| context.period.clone())
        .unwrap_or_default();
    Summary {
        title: title
            .or_else(|| view.description.clone())
            .or_else(|| words_of(&view.kind))
            .or(content_type),
        code: view.kind.as_ref().and_then(best_code),
        category: words_of(&view.kind)
            .or_else(|| view.category.iter().find_map(|c| c.words().map(str::to_owned))),
        when: view.date.clone().or(context.start),
        status: view.status.clone(),
        note: files()
            .find_map(|file| file.text())
            .or_else(|| view.description.clone()),
        who: display(view.author.iter().chain(&view.custodian)),
        subject: target(&view.subject),
        identifiers: view.identifier.clone(),
        ..Summary::default()
    }
}

pub(super) fn questionnaire(view: &Questionnaire) -> Summary {
    Summary {
        title: view.title.clone().or_else(|| view.name.clone()),
        when: view.date.clone(),
        status: view.status.clone(),
        note: view.description.clone(),
        who: view.publisher.clone(),
        identifiers: view.identifier.clone(),
        ..Summary::default()
    }
}

pub(super) fn response(view: &QuestionnaireResponse) -> Summary {
    Summary {
        title: view
            .item
            .iter()
            .find_map(|item| item.text.clone())
            .or_else(|| view.questionnaire.clone()),
        when: view.authored.clone(),
        status: view.status.clone(),
        who: display(view.source.iter().chain(&view.author)),
        subject: target(&view.subject),
        identifiers: view.identifier.iter().cloned().collect(),
        ..Summary::default()
    }
}
