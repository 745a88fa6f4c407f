package org.pocketchart.adapter

import java.nio.ByteBuffer
import java.nio.charset.CharacterCodingException
import org.pocketchart.bindings.Absence as LibraryAbsence
import org.pocketchart.bindings.Amount
import org.pocketchart.bindings.Author
import org.pocketchart.bindings.ChartItem
import org.pocketchart.bindings.EntryAct
import org.pocketchart.bindings.Facts as LibraryFacts
import org.pocketchart.bindings.ItemDetail
import org.pocketchart.bindings.ItemPage
import org.pocketchart.bindings.ItemState
import org.pocketchart.bindings.ItemVersion
import org.pocketchart.bindings.OriginProof
import org.pocketchart.bindings.Remark as LibraryRemark
import org.pocketchart.bindings.SourceMark
import org.pocketchart.bindings.UsualRange
import org.pocketchart.model.Absence
import org.pocketchart.model.Act
import org.pocketchart.model.Detail
import org.pocketchart.model.Entry
import org.pocketchart.model.Facts
import org.pocketchart.model.Origin
import org.pocketchart.model.Page
import org.pocketchart.model.Person
import org.pocketchart.model.Proof
import org.pocketchart.model.Reading
import org.pocketchart.model.Remark
import org.pocketchart.model.Rival
import org.pocketchart.model.Source
import org.pocketchart.model.Standing
import org.pocketchart.model.Version

internal fun ItemPage.toModel() = Page(items.map { it.toModel() }, more)

internal fun ChartItem.toModel() = Entry(
    id = id,
    section = section.toModel(),
    facts = facts.toModel(),
    standing = when (state) {
        ItemState.CURRENT -> Standing.CURRENT
        ItemState.UNRECONCILED -> Standing.UNRECONCILED
        ItemState.RETRACTED -> Standing.RETRACTED
        ItemState.REPLACED -> Standing.REPLACED
        ItemState.PROPOSED -> Standing.PROPOSED
    },
    past = past,
    sources = sources.map { it.toModel() },
    rivals = rivals.map { rival -> Rival(rival.facts.toModel(), rival.sources.map { it.toModel() }) },
    disputed = disputedBy.isNotEmpty(),
    proposals = proposals.size,
    contentHere = contentHere,
)

internal fun ItemDetail.toModel() = Detail(
    entry = item.toModel(),
    history = history.map { it.toModel() },
    replacedBy = replacedBy.map { it.toModel() },
    disputes = disputes.map { it.toModel() },
    confirmations = confirmations.map { it.toModel() },
    proposals = proposals.map { it.toModel() },
    original = content?.let(::textOf),
)

internal fun Author.toModel() = Person(name, isYou)

private fun LibraryFacts.toModel() = Facts(
    title = title,
    readable = readable,
    absence = when (absence) {
        LibraryAbsence.NONE_KNOWN -> Absence.NONE_KNOWN
        LibraryAbsence.NO_INFORMATION -> Absence.NO_INFORMATION
        LibraryAbsence.NOT_DONE -> Absence.NOT_DONE
        null -> null
    },
    category = category,
    began = began,
    ended = ended,
    status = status,
    verification = verification,
    severity = severity,
    criticality = criticality,
    value = value?.words(),
    range = range?.words(),
    flag = flag,
    parts = components.map { Reading(it.title, it.value?.words()) },
    reaction = reaction,
    dosage = dosage,
    note = note,
    who = who,
)

/** Number and unit as written, beside each other. */
private fun Amount.words() = comparator.orEmpty() + listOfNotNull(text, unit).joinToString(" ")

private fun UsualRange.words() = text ?: when {
    low == null -> high?.let { "≤ $it" }
    high == null -> "≥ $low"
    else -> "$low–$high"
}

private fun SourceMark.toModel() = Source(
    id = id,
    who = who,
    writer = author.toModel(),
    device = device,
    recordedMs = recordedMs.toLong(),
    imported = system != null,
    origin = origin?.let {
        val proof = when (val proof = it.proof) {
            OriginProof.Unsigned -> Proof.Unsigned
            OriginProof.Signed -> Proof.Signed
            is OriginProof.Listed -> Proof.Listed(proof.name)
        }
        Origin(it.issuer, proof)
    },
)

private fun ItemVersion.toModel() = Version(facts?.toModel(), remark.toModel())

private fun LibraryRemark.toModel() = Remark(
    act = when (act) {
        EntryAct.CONFIRM -> Act.CONFIRM
        EntryAct.CORRECT -> Act.CORRECT
        EntryAct.DISPUTE -> Act.DISPUTE
        EntryAct.RESOLVE -> Act.RESOLVE
        EntryAct.RETRACT -> Act.RETRACT
        null -> null
    },
    by = author.toModel(),
    device = device,
    recordedMs = recordedMs.toLong(),
    reason = reason,
)

/** The bytes as text, if they are. */
private fun textOf(bytes: ByteArray) = try {
    Charsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString()
} catch (_: CharacterCodingException) {
    null
}
