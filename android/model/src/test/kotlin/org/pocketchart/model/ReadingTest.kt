package org.pocketchart.model

import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertFalse
import kotlin.test.assertIs
import kotlin.test.assertNull
import kotlin.test.assertTrue
import kotlinx.coroutines.CompletableDeferred
import kotlinx.coroutines.ExperimentalCoroutinesApi
import kotlinx.coroutines.test.runCurrent
import kotlinx.coroutines.test.runTest

@OptIn(ExperimentalCoroutinesApi::class)
class ReadingTest {
    @Test
    fun allergiesLead() = runTest {
        val model = RecordModel(FakeRecord(), backgroundScope)
        model.refresh()
        runCurrent()
        assertEquals(listOf(Section.ALLERGIES, Section.RESULTS), model.state.value.sections?.map { it.section })
        assertEquals(Section.ALLERGIES, Section.entries.first())
    }

    /** What was not read is not empty. */
    @Test
    fun aListThatWasNotReadIsNotAnEmptyOne() = runTest {
        val record = FakeRecord(listAnswer = { _, _ -> fail("store-failed") })
        val model = RecordModel(record, backgroundScope)
        model.refresh()
        runCurrent()
        assertNull(model.state.value.allergies)
        assertEquals(Problem("store-failed"), model.state.value.problem)
        assertEquals(2, model.state.value.sections?.size, "what could be read is not shown")
        val section = SectionModel(Section.ALLERGIES, record, backgroundScope)
        section.refresh()
        runCurrent()
        assertNull(section.state.value.entries)
    }

    @Test
    fun aListGrowsPageByPage() = runTest {
        val all = (1..120).map { entry("e$it") }
        val record = FakeRecord(listAnswer = { offset, limit -> Page(all.drop(offset).take(limit), offset + limit < all.size) })
        val model = SectionModel(Section.RESULTS, record, backgroundScope)
        model.refresh()
        runCurrent()
        assertEquals(50, model.state.value.entries?.size)
        model.showMore()
        model.showMore()
        runCurrent()
        assertEquals(100, model.state.value.entries?.size, "two taps are one page")
        model.showMore()
        runCurrent()
        assertEquals(all, model.state.value.entries)
        assertFalse(model.state.value.more)
        model.refresh()
        runCurrent()
        assertEquals(all, model.state.value.entries, "what was shown is gone after coming back")
        model.showPast(true)
        runCurrent()
        assertTrue(model.state.value.withPast)
        assertEquals(50, model.state.value.entries?.size)
    }

    @Test
    fun anOlderAnswerDoesNotComeOverANewerOne() = runTest {
        val first = CompletableDeferred<Page>()
        var asked = 0
        val record = FakeRecord(listAnswer = { _, _ -> if (asked++ == 0) first.await() else Page(listOf(entry("new")), false) })
        val model = SectionModel(Section.RESULTS, record, backgroundScope)
        model.refresh()
        runCurrent()
        model.showPast(true)
        runCurrent()
        first.complete(Page(listOf(entry("old")), false))
        runCurrent()
        assertEquals(listOf("new"), model.state.value.entries?.map { it.id })
    }

    @Test
    fun anEntryThatIsGoneIsSaid() = runTest {
        val model = ItemModel("gone", FakeRecord(), backgroundScope)
        model.refresh()
        runCurrent()
        assertEquals(ItemState(loading = false, problem = Problem("read-no-such-entry")), model.state.value)
    }

    @Test
    fun placesLieBehindEachOther() = runTest {
        val session = Session(FakeRecord(), backgroundScope)
        session.open(Section.ALLERGIES)
        session.open("id")
        assertIs<Place.OfItem>(session.places.value.last())
        assertTrue(session.back())
        assertIs<Place.OfSection>(session.places.value.last())
        assertTrue(session.back())
        assertFalse(session.back())
        session.bringIn()
        session.back()
        session.answerClinic()
        assertIs<Place.OfCheckIn>(session.places.value.last())
    }
}
