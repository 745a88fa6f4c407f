package org.pocketchart.ui

import androidx.compose.runtime.Composable
import org.pocketchart.model.Absence
import org.pocketchart.model.Act
import org.pocketchart.model.AnsweredFrom
import org.pocketchart.model.AppState
import org.pocketchart.model.Asked
import org.pocketchart.model.AskedItem
import org.pocketchart.model.CheckInState
import org.pocketchart.model.Detail
import org.pocketchart.model.Emptiness
import org.pocketchart.model.Entry
import org.pocketchart.model.Facts
import org.pocketchart.model.ImportProgress
import org.pocketchart.model.ImportReport
import org.pocketchart.model.ImportState
import org.pocketchart.model.ItemState
import org.pocketchart.model.Misfit
import org.pocketchart.model.OfferedEntry
import org.pocketchart.model.Origin
import org.pocketchart.model.Overview
import org.pocketchart.model.Page
import org.pocketchart.model.Person
import org.pocketchart.model.Problem
import org.pocketchart.model.Proof
import org.pocketchart.model.Question
import org.pocketchart.model.QuestionKey
import org.pocketchart.model.Reading
import org.pocketchart.model.RecordState
import org.pocketchart.model.Remark
import org.pocketchart.model.Rival
import org.pocketchart.model.Section
import org.pocketchart.model.SectionState
import org.pocketchart.model.Source
import org.pocketchart.model.Standing
import org.pocketchart.model.Version
import org.pocketchart.model.WordsCheck

private const val MARCH_2026 = 1_772_532_000_000
private val you = Person(null, isYou = true)
private val clinic = Person("Lakeside Clinic", isYou = false)

private fun imported(who: String?) = Source("s", who, you, "My phone", MARCH_2026, imported = true)

private fun entry(id: String, section: Section, facts: Facts, vararg sources: Source = arrayOf(imported("Dr. Amara Lindqvist"))) =
    Entry(id, section, facts, Standing.CURRENT, past = false, sources = sources.toList())

internal val penicillin = entry(
    "1",
    Section.ALLERGIES,
    Facts("Penicillin", severity = "severe", criticality = "high", reaction = "Hives, shortness of breath", began = "1998-05", status = "active", note = "Told by her mother; happened twice."),
)
internal val latex = entry("2", Section.ALLERGIES, Facts("Latex", severity = "mild", reaction = "Itching", began = "2011", verification = "unconfirmed"))
    .copy(disputed = true)
private val peanut = entry("3", Section.ALLERGIES, Facts("Peanut"), Source("s", null, you, "My phone", MARCH_2026, imported = false))

internal val hba1c = entry(
    "4",
    Section.RESULTS,
    Facts("Hemoglobin A1c", value = "7.20 %", range = "4.0–5.6", flag = "H", began = "2026-02-11"),
    imported("General Hospital laboratory"),
    imported("Lakeside Clinic"),
)
private val pressure = entry(
    "5",
    Section.RESULTS,
    Facts("Blood pressure", parts = listOf(Reading("Systolic", "148 mmHg"), Reading("Diastolic", "91 mmHg")), began = "2026-03-01"),
    imported(null),
)
private val retracted = entry("6", Section.RESULTS, Facts("Potassium", value = "9.9 mmol/L", flag = "HH", began = "2026-01-05")).copy(standing = Standing.RETRACTED)
private val proposed = entry("7", Section.RESULTS, Facts("Sodium", value = "139 mmol/L", began = "2026-01-05"), Source("s", null, clinic, null, MARCH_2026, false))
    .copy(standing = Standing.PROPOSED, contentHere = false)

private fun overview(section: Section, current: Long, unreconciled: Long = 0, proposed: Long = 0) =
    Overview(section, current, current, unreconciled, proposed, null)

private fun nothing(section: Section) = Overview(section, 0, 0, 0, 0, Emptiness.NothingRecorded)

internal val fullRecord = RecordState(
    loading = false,
    sections = Section.entries.map {
        when (it) {
            Section.ALLERGIES -> overview(it, 3)
            Section.MEDICATIONS -> overview(it, 5, unreconciled = 1)
            Section.PROBLEMS -> overview(it, 4)
            Section.IMMUNIZATIONS -> overview(it, 12)
            Section.RESULTS -> overview(it, 1148, proposed = 2)
            Section.PROCEDURES -> Overview(it, 0, 1, 0, 0, Emptiness.NoneKnown(Person("Dr. Amara Lindqvist", false), "2026-03-03", MARCH_2026))
            else -> nothing(it)
        }
    },
    allergies = Page(listOf(penicillin, latex, peanut), false),
)
internal val emptyRecord = RecordState(false, Section.entries.map(::nothing), Page(emptyList(), false))

private val detail = Detail(
    entry = penicillin.copy(
        sources = listOf(imported("Dr. Amara Lindqvist"), Source("t", null, clinic, "Front desk", MARCH_2026, true, Origin("https://clinic.example", Proof.Signed))),
        rivals = listOf(Rival(Facts("Penicillin", severity = "mild", began = "2001"), listOf(imported("City Hospital")))),
    ),
    history = listOf(
        Version(Facts("Penicillin", began = "1998"), Remark(null, you, "My phone", MARCH_2026, null)),
        Version(Facts("Penicillin", began = "1998-05"), Remark(Act.CORRECT, you, "My phone", MARCH_2026 + 86_400_000, "The month was missing")),
    ),
    replacedBy = emptyList(),
    disputes = listOf(Remark(Act.DISPUTE, clinic, "Front desk", MARCH_2026, "Tolerated amoxicillin in 2019")),
    confirmations = emptyList(),
    proposals = emptyList(),
    original = "{\n  \"resourceType\": \"AllergyIntolerance\",\n  \"id\": \"allergy-penicillin\"\n}",
)

private fun question(id: String, words: String, kind: Question.Kind, answers: List<String> = emptyList(), from: AnsweredFrom? = null, fault: String? = null) = Question(
    id,
    words,
    kind,
    needed = true,
    several = false,
    options = if (kind == Question.Kind.CHOICE) listOf("At home", "Somewhere else") else emptyList(),
    units = if (id == "weight") listOf("kg") else emptyList(),
    answers = answers,
    from = from,
    faultId = fault,
)

internal val deciding = CheckInState.Deciding(
    purpose = "Your video visit on 30 November",
    items = listOf(
        AskedItem(
            Asked("allergies", "Your allergies", null, needed = true, given = true, isForm = false, entries = listOf(OfferedEntry(penicillin, false), OfferedEntry(latex, true)), whyNot = null),
            emptyList(),
        ),
        AskedItem(Asked("medicines", "Your medicines", null, needed = false, given = false, isForm = false, entries = emptyList(), whyNot = null), emptyList()),
        AskedItem(Asked("other", "A picture", null, needed = false, given = false, isForm = false, entries = emptyList(), whyNot = "checkin-media"), emptyList()),
        AskedItem(
            Asked("form", "Before the call", "Five questions, six if you are in pain.", needed = false, given = true, isForm = true, entries = emptyList(), whyNot = null),
            listOf(
                question("born", "Your date of birth", Question.Kind.DATE, listOf("1968-04-12"), AnsweredFrom.Record(null)),
                question("measured", "What you measured at home", Question.Kind.WORDS_TO_READ),
                question("weight", "Weight", Question.Kind.TEXT, listOf("81.50 kg"), AnsweredFrom.Record("2026-03-01")),
                question("pain", "Are you in pain?", Question.Kind.YES_OR_NO, listOf("yes")),
                question("strength", "How strong, from 0 to 10?", Question.Kind.NUMBER, fault = "form-missing"),
                question("where", "Where will you take the call?", Question.Kind.CHOICE),
            ),
        ),
    ),
)

private val WORDS = "abandon ability able about above absent absorb abstract absurd abuse access accident account accuse achieve acid acoustic acquire across act action actor actress actual".split(" ")

/** Every screen in every state that it has. */
internal val SCREENS: Map<String, @Composable () -> Unit> = mapOf(
    "start" to { StartScreen(AppState.Start("Maria’s phone")) {} },
    "start-busy" to { StartScreen(AppState.Start("Maria’s phone", busy = true)) {} },
    "start-refused" to { StartScreen(AppState.Start("Maria’s phone", problem = Problem("store-full"))) {} },
    "words" to { WordsScreen(WordsCheck(WORDS)) {} },
    "words-asked" to { WordsScreen(WordsCheck(WORDS).ask(listOf(3, 12, 20)).type(3, "able").type(12, "acid").check()) {} },
    "locked" to { UnlockScreen(AppState.Locked()) {} },
    "locked-away" to { UnlockScreen(AppState.Locked(away = true, busy = true)) {} },
    "locked-refused" to { UnlockScreen(AppState.Locked(problem = Problem("store-rolled-back"))) {} },
    "record" to { RecordScreen(fullRecord) {} },
    "record-empty" to { RecordScreen(emptyRecord) {} },
    "record-loading" to { RecordScreen(RecordState()) {} },
    "record-partial" to { RecordScreen(fullRecord.copy(allergies = null, problem = Problem("store-failed"))) {} },
    "record-not-read" to { RecordScreen(RecordState(loading = false, problem = Problem("chart-locked"))) {} },
    "section" to { SectionScreen(SectionState(Section.RESULTS, loading = false, entries = listOf(hba1c, pressure, retracted, proposed), more = true, withPast = true)) {} },
    "section-nothing" to { SectionScreen(SectionState(Section.VITALS, loading = false, entries = emptyList(), overview = nothing(Section.VITALS))) {} },
    "section-none-known" to {
        val none = Overview(Section.ALLERGIES, 0, 1, 0, 0, Emptiness.NoneKnown(you, "2026-03-03", MARCH_2026))
        SectionScreen(SectionState(Section.ALLERGIES, loading = false, entries = emptyList(), overview = none)) {}
    },
    "section-none-stated" to {
        val none = entry("8", Section.ALLERGIES, Facts("No known allergy", absence = Absence.NONE_KNOWN, began = "2026-03-03"))
        SectionScreen(SectionState(Section.ALLERGIES, loading = false, entries = listOf(none))) {}
    },
    "item" to { ItemScreen(ItemState(loading = false, detail = detail)) {} },
    "item-original" to { ItemScreen(ItemState(loading = false, detail = detail.copy(disputes = emptyList()), originalShown = true)) {} },
    "item-gone" to { ItemScreen(ItemState(loading = false, problem = Problem("read-no-such-entry"))) {} },
    "import" to { ImportScreen(ImportState.Choosing) {} },
    "import-running" to { ImportScreen(ImportState.Running(ImportProgress(true, 60, 100, 1234))) {} },
    "import-refused" to { ImportScreen(ImportState.Refused(Problem("import-another-person", listOf("Jonas Berg")), true)) {} },
    "import-done" to {
        ImportScreen(ImportState.Done(ImportReport(132, 130, 1, 1, 2, mapOf(Section.RESULTS to 88L, Section.ALLERGIES to 3L, Section.MEDICATIONS to 41L)))) {}
    },
    "check-in" to { CheckInScreen(CheckInState.Waiting()) {} },
    "check-in-refused" to { CheckInScreen(CheckInState.Waiting(problem = Problem("checkin-not-json"))) {} },
    "check-in-deciding" to { CheckInScreen(deciding) {} },
    "check-in-faults" to {
        val misfit = mapOf(QuestionKey("form", "weight") to Misfit(listOf("heavy"), "form-type"))
        CheckInScreen(deciding.copy(items = deciding.items.takeLast(1), misfits = misfit, problem = Problem(Problem.FAULTS))) {}
    },
    "check-in-answered" to { CheckInScreen(CheckInState.Answered("{}")) {} },
)
