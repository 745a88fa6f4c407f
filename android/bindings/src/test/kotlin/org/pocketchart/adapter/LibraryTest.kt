package org.pocketchart.adapter

import java.nio.file.Files
import java.nio.file.Path
import kotlin.test.Test
import kotlin.test.assertContains
import kotlin.test.assertEquals
import kotlin.test.assertFalse
import kotlin.test.assertIs
import kotlin.test.assertNull
import kotlin.test.assertTrue
import kotlin.time.Duration.Companion.seconds
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.cancel
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.first
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.withContext
import kotlinx.coroutines.withTimeout
import org.junit.jupiter.api.AfterEach
import org.junit.jupiter.api.io.TempDir
import org.pocketchart.bindings.FreshnessStore
import org.pocketchart.bindings.KeyVault
import org.pocketchart.bindings.KeyVaultException
import org.pocketchart.model.AnsweredFrom
import org.pocketchart.model.AppIntent
import org.pocketchart.model.AppModel
import org.pocketchart.model.AppState
import org.pocketchart.model.CheckInState
import org.pocketchart.model.ChosenFile
import org.pocketchart.model.Emptiness
import org.pocketchart.model.ImportState
import org.pocketchart.model.Misfit
import org.pocketchart.model.Place
import org.pocketchart.model.Problem
import org.pocketchart.model.QuestionKey
import org.pocketchart.model.Section
import org.pocketchart.model.Session

private val EXAMPLES: Path = Path.of(System.getProperty("examples"))

/** The view models over the real library. */
class LibraryTest {
    @TempDir
    lateinit var folder: Path
    private val scope = CoroutineScope(Dispatchers.Default.limitedParallelism(1))
    private var key: () -> ByteArray = { ByteArray(32) { it.toByte() } }
    private val freshness = object : FreshnessStore {
        private var highest: ULong? = null

        override fun read() = highest

        override fun advance(commit: ULong) {
            highest = maxOf(commit, highest ?: 0uL)
        }
    }
    private val vault = object : KeyVault {
        override fun storeKey() = key()
    }

    @AfterEach
    fun end() = scope.cancel()

    private fun app() = AppModel(LibraryHome(folder.resolve("record"), vault, freshness), scope, { 0 }, positions = { listOf(1, 12, 24) })

    private suspend fun <T> StateFlow<T>.until(what: (T) -> Boolean): T = withTimeout(60.seconds) { first(what) }

    /** Works on the models' thread, as a screen does. */
    private suspend fun <T> onScreen(work: () -> T) = withContext(scope.coroutineContext) { work() }

    private suspend fun created(app: AppModel = app()): Session {
        onScreen { app.begin() }
        app.state.until { it is AppState.Start }
        onScreen {
            app.accept(AppIntent.NameDevice("Test phone"))
            app.accept(AppIntent.Create)
        }
        val words = (app.state.until { it is AppState.Words } as AppState.Words).check.words
        assertEquals(24, words.size)
        onScreen {
            app.accept(AppIntent.WordsWritten)
            for (position in listOf(1, 12, 24)) app.accept(AppIntent.TypeWord(position, words[position - 1]))
            app.accept(AppIntent.CheckWords)
        }
        return (app.state.until { it is AppState.Open } as AppState.Open).session
    }

    private suspend inline fun <reified P : Place> Session.place(crossinline go: Session.() -> Unit): P = onScreen {
        go()
        places.value.last() as P
    }

    private suspend fun Session.importMaria(): ImportState {
        val model = place<Place.OfImport> { bringIn() }.model
        onScreen { model.bringIn(ChosenFile("maria-okafor.json", ChosenFile.AtPath(EXAMPLES.resolve("maria-okafor.json").toString()))) }
        return model.state.until { it is ImportState.Done || it is ImportState.Refused }
    }

    @Test
    fun fromTheFirstStartToTheHistoryOfAnAllergy() = runBlocking {
        val app = app()
        val session = created(app)
        val record = (session.places.value.first() as Place.OfRecord).model
        val empty = record.state.until { !it.loading }
        assertEquals(Section.entries.toList(), empty.sections?.map { it.section })
        assertTrue(empty.sections.orEmpty().all { it.emptiness == Emptiness.NothingRecorded })

        val report = assertIs<ImportState.Done>(session.importMaria()).report
        assertEquals(132L, report.new)
        assertEquals(132L, report.sections.values.sum())
        assertTrue(onScreen { session.back() })
        val full = record.state.until { !it.loading && it.allergies?.entries?.isNotEmpty() == true }
        assertEquals(listOf("Penicillin", "Latex", "Peanut"), full.allergies?.entries?.map { it.facts.title })

        val results = session.place<Place.OfSection> { open(Section.RESULTS) }.model
        val shownResults = results.state.until { !it.loading }.entries.orEmpty()
        assertTrue(shownResults.isNotEmpty())
        val decimals = shownResults.mapNotNull { it.facts.value?.substringBefore(' ') }
        assertTrue("7.20" in decimals || "0.80" in decimals, "no trailing zero kept")

        val penicillin = full.allergies!!.entries.first()
        val item = session.place<Place.OfItem> { open(penicillin.id) }.model
        val detail = item.state.until { !it.loading }.detail!!
        assertEquals("1998-05", detail.entry.facts.began)
        assertTrue(detail.entry.sources.single().imported)
        assertEquals("Test phone", detail.entry.sources.single().device)
        assertEquals(1, detail.history.size)
        assertContains(detail.original.orEmpty(), "\"allergy-penicillin\"")

        onScreen { app.accept(AppIntent.Lock) }
        app.state.until { it == AppState.Locked() }
        onScreen { item.refresh() }
        onScreen { app.accept(AppIntent.Unlock) }
        val again = (app.state.until { it is AppState.Open } as AppState.Open).session
        val shown = (again.places.value.single() as Place.OfRecord).model.state.until { !it.loading }
        assertEquals(full.allergies, shown.allergies)
    }

    @Test
    fun unlockingThatIsCancelledAndAKeyThatIsWrong() = runBlocking {
        val app = app()
        created(app)
        onScreen { app.accept(AppIntent.Lock) }
        app.state.until { it == AppState.Locked() }
        val right = key
        for ((vault, id) in listOf<Pair<() -> ByteArray, String>>(
            { throw KeyVaultException.Cancelled() } to "key-cancelled",
            { throw KeyVaultException.Lost() } to "key-lost",
            { error("a secret") } to "key-failed",
            { ByteArray(32) } to "store-wrong-key",
        )) {
            key = vault
            onScreen { app.accept(AppIntent.Unlock) }
            assertEquals(AppState.Locked(problem = Problem(id)), app.state.until { it is AppState.Locked && it.problem?.id == id })
        }
        key = right
        onScreen { app.accept(AppIntent.Unlock) }
        app.state.until { it is AppState.Open }
        Unit
    }

    @Test
    fun filesThatAreRefused() = runBlocking {
        val session = created()
        session.importMaria()
        val model = session.place<Place.OfImport> { bringIn() }.model

        suspend fun bringIn(text: String): ImportState {
            onScreen { model.bringIn(ChosenFile("other.json", ChosenFile.InMemory(text.encodeToByteArray()))) }
            return model.state.until { it is ImportState.Done || it is ImportState.Refused }
        }
        val other = """{"resourceType":"Patient","id":"x","name":[{"family":"Berg","given":["Jonas"]}],"birthDate":"1950-01-02"}"""
        val refused = assertIs<ImportState.Refused>(bringIn(other))
        assertEquals("import-another-person", refused.problem.id)
        assertContains(refused.problem.names.single(), "Berg")
        assertTrue(refused.mayBeSamePerson)
        onScreen { model.samePerson() }
        assertEquals(1L, assertIs<ImportState.Done>(model.state.until { it is ImportState.Done }).report.new)

        assertEquals(ImportState.Refused(Problem("import-not-json"), false), bringIn("hello"))
        assertEquals(ImportState.Refused(Problem("import-empty"), false), bringIn(""))
        val cut = assertIs<ImportState.Refused>(bringIn("""{"resourceType":"Bundle","entry":["""))
        assertEquals("import-truncated", cut.problem.id)
        assertEquals(34L, cut.problem.at)
    }

    @Test
    fun aClinicIsAnswered() = runBlocking {
        val session = created()
        session.importMaria()
        val model = session.place<Place.OfCheckIn> { answerClinic() }.model
        onScreen { model.read("hello") }
        assertEquals("checkin-not-json", (model.state.until { (it as CheckInState.Waiting).problem != null } as CheckInState.Waiting).problem?.id)
        onScreen { model.read(Files.readString(EXAMPLES.resolve("check-in/before-the-call.json"))) }

        suspend fun deciding(what: (CheckInState.Deciding) -> Boolean = { true }) =
            model.state.until { it is CheckInState.Deciding && !it.busy && what(it) } as CheckInState.Deciding
        val asked = deciding()
        assertEquals("Your video visit on 30 November", asked.purpose)
        assertTrue(asked.items.none { it.asked.given })
        val form = asked.items.last()
        assertIs<AnsweredFrom.Record>(form.questions.first { it.id == "born" }.from)
        assertEquals("form-missing", form.questions.first { it.id == "pain" }.faultId)
        val latex = asked.items.first().asked.entries.first { it.entry.facts.title == "Latex" }.entry.id

        val pain = QuestionKey("form", "pain")
        val strength = QuestionKey("form", "strength")
        onScreen {
            model.give("allergies", true)
            model.keepBack(latex, true)
            model.give("form", true)
            model.answer(pain, listOf("perhaps"))
            model.make()
        }
        val faulty = deciding { it.problem != null }
        assertEquals(Problem(Problem.FAULTS), faulty.problem)
        assertEquals(Misfit(listOf("perhaps"), "form-type"), faulty.misfits[pain])
        onScreen { model.answer(pain, listOf("yes")) }
        val more = deciding { it.misfits.isEmpty() && it.items.last().questions.any { it.id == "strength" } }
        assertEquals("form-missing", more.items.last().questions.first { it.id == "strength" }.faultId)
        onScreen {
            model.answer(strength, listOf("4"))
            model.make()
        }
        val answer = (model.state.until { it is CheckInState.Answered } as CheckInState.Answered).text
        assertContains(answer, "Penicillin")
        assertFalse("Latex" in answer, "what was kept back was given")
        assertContains(answer, "\"item\":\"medicines\",\"status\":\"declined\"")
    }

    @Test
    fun noRecordIsSeenWhereThereIsNone() = runBlocking {
        val app = app()
        onScreen { app.begin() }
        assertIs<AppState.Start>(app.state.until { it != AppState.Looking })
        assertNull((app.state.value as AppState.Start).problem)
    }
}
