package org.pocketchart.model

import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertIs
import kotlinx.coroutines.ExperimentalCoroutinesApi
import kotlinx.coroutines.awaitCancellation
import kotlinx.coroutines.test.runCurrent
import kotlinx.coroutines.test.runTest

@OptIn(ExperimentalCoroutinesApi::class)
class ImportModelTest {
    private val file = ChosenFile("visit.json", ChosenFile.InMemory(ByteArray(0)))

    @Test
    fun somebodyElsesFileAsksFirst() = runTest {
        val asked = mutableListOf<Boolean>()
        val record = FakeRecord(importAnswer = { _, same ->
            asked += same
            if (same) ImportReport(1, 1, 0, 0, 0) else fail("import-another-person")
        })
        val model = ImportModel(record, backgroundScope)
        model.bringIn(file)
        runCurrent()
        assertEquals(ImportState.Refused(Problem("import-another-person"), mayBeSamePerson = true), model.state.value)
        model.samePerson()
        runCurrent()
        assertIs<ImportState.Done>(model.state.value)
        model.samePerson()
        assertEquals(listOf(false, true), asked)
    }

    @Test
    fun otherRefusalsCannotBeAnsweredAway() = runTest {
        val asked = mutableListOf<Boolean>()
        val record = FakeRecord(importAnswer = { _, same ->
            asked += same
            fail("import-not-json")
        })
        val model = ImportModel(record, backgroundScope)
        model.bringIn(file)
        runCurrent()
        assertEquals(ImportState.Refused(Problem("import-not-json"), mayBeSamePerson = false), model.state.value)
        model.samePerson()
        runCurrent()
        assertEquals(listOf(false), asked)
        model.again()
        assertEquals(ImportState.Choosing, model.state.value)
    }

    @Test
    fun oneFileAtATime() = runTest {
        var asked = 0
        val record = FakeRecord(importAnswer = { _, _ ->
            asked++
            awaitCancellation()
        })
        val model = ImportModel(record, backgroundScope)
        repeat(2) { model.bringIn(file) }
        model.again()
        runCurrent()
        assertEquals(1, asked)
        assertIs<ImportState.Running>(model.state.value)
    }
}
