package org.pocketchart.bindings

import java.nio.file.Files
import java.nio.file.Path
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertFailsWith
import kotlin.test.assertFalse
import kotlin.test.assertNull
import kotlin.test.assertTrue
import org.junit.jupiter.api.io.TempDir

private val KEY = ByteArray(32) { it.toByte() }
private val MARIA: Path = Path.of(System.getProperty("examples"), "maria-okafor.json")

private class Vault(private val key: () -> ByteArray = { KEY }) : KeyVault {
    override fun storeKey() = key()
}

private class Freshness : FreshnessStore {
    private var highest: ULong? = null

    override fun read() = highest

    override fun advance(commit: ULong) {
        highest = maxOf(commit, highest ?: 0uL)
    }
}

/** The record's life through the real library. */
class ChartTest {
    @TempDir
    lateinit var folder: Path
    private val freshness = Freshness()
    private val record get() = folder.resolve("record").toString()

    private fun create() = createChart(record, Vault(), freshness, "Test phone")

    private fun open(vault: KeyVault = Vault()) = openChart(record, vault, freshness)

    private fun OpenChart.importMaria(listener: ImportListener? = null) =
        importFile(MARIA.toString(), ImportOptions(MARIA.fileName.toString()), listener)

    private fun OpenChart.allergies() = list(ChartSection.ALLERGIES, ListOptions()).items

    /** The generated code compares itself with the library only when asked. */
    @Test
    fun bindingsMatchTheLibrary() {
        uniffiEnsureInitialized()
        assertEquals(4u, surfaceVersion())
    }

    @Test
    fun createImportListReadAndOpenAgain() {
        val created = create()
        assertEquals(24, created.recoveryWords.size)
        assertTrue(created.chart.sections().all { it.emptiness == Emptiness.NothingRecorded })

        val steps = mutableListOf<ImportProgress>()
        val report = created.chart.importMaria(object : ImportListener {
            override fun onProgress(progress: ImportProgress) {
                steps += progress
            }
        })
        assertEquals(132uL, report.read)
        assertEquals(132uL, report.new)
        assertEquals(132uL, report.sections.sumOf { it.count })
        assertEquals(setOf(ImportPhase.CHECKING, ImportPhase.KEEPING), steps.map { it.phase }.toSet())
        assertEquals(Files.size(MARIA).toULong(), steps.last().bytes)

        val allergies = created.chart.allergies()
        assertEquals(listOf("Penicillin", "Latex", "Peanut"), allergies.map { it.facts.title })
        assertEquals(listOf("high", "low", null), allergies.map { it.facts.criticality })
        val penicillin = created.chart.item(allergies.first().id)
        assertEquals("fhir/AllergyIntolerance", penicillin.kind)
        assertEquals("1998-05", penicillin.item.facts.began)
        val source = checkNotNull(penicillin.content).decodeToString()
        assertTrue(source in Files.readString(MARIA), "not the bytes of the file")
        assertTrue("\"allergy-penicillin\"" in source)

        created.chart.lock()
        assertFailsWith<ReadException.Locked> { created.chart.sections() }
        open().use { assertEquals(allergies, it.allergies()) }
    }

    @Test
    fun decimalsStayAsWritten() {
        val chart = create().chart
        chart.importMaria()
        val texts = chart.list(ChartSection.RESULTS, ListOptions(limit = 200u)).items.mapNotNull { it.facts.value }
        assertTrue(texts.any { it.number == "7.20" || it.number == "0.80" }, "no trailing zero kept")
    }

    @Test
    fun bytesInMemoryAndAgain() {
        val chart = create().chart
        val bytes = Files.readAllBytes(MARIA)
        assertEquals(132uL, chart.importBytes(bytes, ImportOptions("shared"), null).new)
        assertEquals(132uL, chart.importBytes(bytes, ImportOptions("shared"), null).held)
        assertNull(chart.sections().first { it.section == ChartSection.ALLERGIES }.emptiness)
    }

    @Test
    fun wrongKeyIsTyped() {
        create().chart.lock()
        val error = assertFailsWith<OpenException.WrongKey> { open(Vault { ByteArray(32) }) }
        assertEquals("store-wrong-key", error.messageId())
        assertFailsWith<OpenException.NotAKey> { open(Vault { ByteArray(31) }) }
        open().close()
    }

    @Test
    fun recordsThatCannotBeOpenedAreTyped() {
        assertFailsWith<OpenException.Missing> { open() }
        val chart = create().chart
        assertFailsWith<OpenException.Exists> { create() }
        assertFailsWith<OpenException.Busy> { open() }
        chart.erase()
        assertFailsWith<OpenException.Missing> { open() }
        assertFailsWith<OpenException.Locked> { chart.erase() }
    }

    @Test
    fun vaultExceptionsArriveTyped() {
        create().chart.lock()
        val cancelled = assertFailsWith<OpenException.KeyCancelled> { open(Vault { throw KeyVaultException.Cancelled() }) }
        assertEquals("key-cancelled", cancelled.messageId())
        assertFailsWith<OpenException.KeyLost> { open(Vault { throw KeyVaultException.Lost() }) }
        val unexpected = assertFailsWith<OpenException.KeyFailed> { open(Vault { error("a secret") }) }
        assertFalse("secret" in unexpected.toString())
        open().close()
    }

    @Test
    fun anotherPersonIsRefusedAndNotNamedInTheMessage() {
        val chart = create().chart
        chart.importMaria()
        val other = """{"resourceType":"Patient","id":"x","name":[{"family":"Berg","given":["Jonas"]}],"birthDate":"1950-01-02"}"""
        val error = assertFailsWith<ImportException.AnotherPerson> {
            chart.importBytes(other.encodeToByteArray(), ImportOptions("other.json"), null)
        }
        assertEquals("import-another-person", error.messageId())
        assertTrue(error.names.toList().single().contains("Berg"))
        assertFalse("Berg" in error.toString())
    }

    @Test
    fun whatIsNoFileIsTyped() {
        val chart = create().chart
        val options = ImportOptions("x")
        assertFailsWith<ImportException.NotRead> { chart.importFile(folder.resolve("none").toString(), options, null) }
        assertFailsWith<ImportException.NotJson> { chart.importBytes("hello".encodeToByteArray(), options, null) }
        assertFailsWith<ReadException.NoSuchEntry> { chart.item("nothing") }
    }

    /** A listener that throws makes the library panic in the middle of an import. */
    @Test
    fun aPanicIsTypedAndTheRecordStillWorks() {
        val chart = create().chart
        val error = assertFailsWith<ImportException.Internal> {
            chart.importMaria(object : ImportListener {
                override fun onProgress(progress: ImportProgress): Unit =
                    if (progress.phase == ImportPhase.KEEPING && progress.parts > 50uL) error("planted") else Unit
            })
        }
        assertEquals("internal", error.messageId())
        assertFailsWith<ReadException.Locked> { chart.sections() }
        open().use {
            assertTrue(it.allergies().isEmpty(), "half a file was kept")
            assertEquals(132uL, it.importMaria().new)
        }
    }

    /** Signing in itself is tested in Rust, before a server. */
    @Test
    fun aHospitalInTheOpenIsRefused() {
        val chart = create().chart
        val new = NewSource("General", "http://hospital.example", "app", "org.example.chart:/signed-in")
        val error = assertFailsWith<SourceException.Failed> { chart.beginSource(new) }
        assertEquals("source-address", error.messageId())
        assertFailsWith<SourceException.Unknown> { chart.pullSource("0".repeat(32), false) }
    }

    /** Before a video visit: nothing is given unless the person says so, and what does not fit is refused. */
    @Test
    fun aCheckInIsAnswered() {
        val chart = create().chart
        chart.importMaria()
        fun kept() = chart.list(ChartSection.CHECK_INS, ListOptions()).items.size
        val before = kept()
        val request = Files.readString(Path.of(System.getProperty("examples"), "check-in", "before-the-call.json"))
        val checkIn = chart.beginCheckIn(request)
        assertEquals("Your video visit on 30 November", checkIn.purpose())
        assertEquals(listOf("allergies", "medicines", "form"), checkIn.items().map { it.id })
        assertTrue(checkIn.items().none { it.given })
        val penicillin = checkIn.items().first().entries.first { it.item.facts.title == "Penicillin" }
        checkIn.give("allergies", true)
        checkIn.keepBack(penicillin.item.id, true)
        assertTrue(checkIn.items().first().entries.any { it.keptBack })
        checkIn.keepBack(penicillin.item.id, false)

        fun questions() = checkIn.questions("form")
        val born = questions().first { it.id == "born" }
        assertEquals(1, born.answers.size)
        assertTrue(born.source?.entry != null)
        assertEquals("form-missing", questions().first { it.id == "pain" }.faultId)
        assertTrue(questions().none { it.id == "strength" })
        val error = assertFailsWith<CheckInException.Misfit> { checkIn.answer("form", "pain", listOf("perhaps")) }
        assertEquals("form-type", error.messageId())
        checkIn.answer("form", "pain", listOf("yes"))
        checkIn.answer("form", "strength", listOf("4"))
        checkIn.answer("form", "weight", listOf("81.50 kg"))
        assertEquals(listOf("81.50 kg"), questions().first { it.id == "weight" }.answers)
        checkIn.give("form", true)
        assertFailsWith<CheckInException.Failed> { checkIn.give("everything", true) }

        val answer = chart.answerCheckIn(checkIn)
        assertTrue("\"value\":81.50" in answer && "Penicillin" in answer)
        assertTrue("\"item\":\"medicines\",\"status\":\"declined\"" in answer)
        assertEquals(before + 1, kept())
        chart.lock()
        assertFailsWith<CheckInException.Locked> { chart.answerCheckIn(checkIn) }
    }

    @Test
    fun aFailingFreshnessStoreIsTyped() {
        val failing = object : FreshnessStore {
            override fun read(): ULong? = throw FreshnessException.Failed()

            override fun advance(commit: ULong) = throw FreshnessException.Failed()
        }
        assertFailsWith<OpenException.Failed> { createChart(record, Vault(), failing, "Test phone") }
    }

    @Test
    fun anOlderFolderIsNoticed() {
        create().chart.lock()
        freshness.advance(1_000uL)
        assertFailsWith<OpenException.RolledBack> { open() }
    }
}
