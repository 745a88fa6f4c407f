package org.pocketchart.model

import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertFalse
import kotlin.test.assertIs
import kotlin.test.assertNull
import kotlin.test.assertTrue
import kotlin.time.Duration.Companion.minutes
import kotlinx.coroutines.ExperimentalCoroutinesApi
import kotlinx.coroutines.awaitCancellation
import kotlinx.coroutines.test.TestScope
import kotlinx.coroutines.test.advanceTimeBy
import kotlinx.coroutines.test.runCurrent
import kotlinx.coroutines.test.runTest

@OptIn(ExperimentalCoroutinesApi::class)
class AppModelTest {
    private var now = 0L

    private fun TestScope.model(home: Home): AppModel {
        val model = AppModel(home, backgroundScope, { now }, lockAfter = 2.minutes, positions = { listOf(24, 3, 7) })
        model.begin()
        runCurrent()
        return model
    }

    private fun TestScope.opened(record: FakeRecord): AppModel {
        val model = model(FakeHome(opened = { record }))
        model.accept(AppIntent.Unlock)
        runCurrent()
        assertIs<AppState.Open>(model.state.value)
        return model
    }

    @Test
    fun aRecordIsMadeAndItsWordsAreAskedFor() = runTest {
        val model = model(FakeHome(there = { false }))
        model.accept(AppIntent.Create)
        assertEquals(AppState.Start(), model.state.value, "made without a name")
        model.accept(AppIntent.NameDevice(" My phone "))
        model.accept(AppIntent.Create)
        assertTrue((model.state.value as AppState.Start).busy)
        runCurrent()
        fun check() = (model.state.value as AppState.Words).check
        assertEquals(WORDS, check().words)

        model.accept(AppIntent.CheckWords)
        assertTrue(check().asked.isEmpty(), "let in without the words")
        model.accept(AppIntent.WordsWritten)
        assertEquals(listOf(3, 7, 24), check().asked)
        model.accept(AppIntent.TypeWord(3, " Word3 "))
        model.accept(AppIntent.TypeWord(7, "word8"))
        model.accept(AppIntent.CheckWords)
        assertEquals(7, check().wrong)
        model.accept(AppIntent.ShowWords)
        assertTrue(check().typed.isEmpty())
        model.accept(AppIntent.WordsWritten)
        for (position in listOf(3, 7, 24)) model.accept(AppIntent.TypeWord(position, "word$position"))
        model.accept(AppIntent.CheckWords)
        assertIs<AppState.Open>(model.state.value)
        runCurrent()
    }

    @Test
    fun wordsAndNamesStandInNoLog() {
        assertFalse("word1" in AppState.Words(WordsCheck(WORDS).ask(listOf(1)).type(1, "word1")).toString())
        assertFalse("Berg" in ImportState.Refused(Problem("import-another-person", listOf("Jonas Berg")), true).toString())
    }

    @Test
    fun whatCannotBeMadeOrOpenedIsSaid() = runTest {
        val noRoom = model(FakeHome(there = { false }, made = { fail("store-full") }))
        noRoom.accept(AppIntent.NameDevice("My phone"))
        noRoom.accept(AppIntent.Create)
        runCurrent()
        assertEquals(AppState.Start("My phone", problem = Problem("store-full")), noRoom.state.value)

        val cancelled = model(FakeHome(opened = { fail("key-cancelled") }))
        cancelled.accept(AppIntent.Unlock)
        runCurrent()
        assertEquals(AppState.Locked(problem = Problem("key-cancelled")), cancelled.state.value)

        val broken = model(FakeHome(there = { error("unforeseen") }))
        assertEquals(AppState.Locked(problem = Problem(Problem.INTERNAL)), broken.state.value)
    }

    @Test
    fun oneUnlockAtATime() = runTest {
        var asked = 0
        val model = model(
            FakeHome(opened = {
                asked++
                awaitCancellation()
            }),
        )
        repeat(3) { model.accept(AppIntent.Unlock) }
        runCurrent()
        assertEquals(1, asked)
    }

    @Test
    fun lockedByHand() = runTest {
        val record = FakeRecord()
        val model = opened(record)
        model.accept(AppIntent.Lock)
        assertIs<AppState.Locked>(model.state.value, "still shown while it locks")
        runCurrent()
        assertTrue(record.locked.isCompleted)
        assertEquals(AppState.Locked(), model.state.value)
    }

    @Test
    fun lockedAfterTimeAway() = runTest {
        val record = FakeRecord()
        val model = opened(record)
        model.away()
        advanceTimeBy(119_000)
        now = 119_000
        model.back()
        advanceTimeBy(600_000)
        assertIs<AppState.Open>(model.state.value, "locked although it was seen again")
        model.away()
        advanceTimeBy(120_001)
        assertEquals(AppState.Locked(away = true), model.state.value)
        assertTrue(record.locked.isCompleted)
    }

    /** A phone that sleeps does not run its timers. */
    @Test
    fun lockedAfterASleep() = runTest {
        val model = opened(FakeRecord())
        model.away()
        now = 3_600_000
        model.back()
        assertTrue((model.state.value as AppState.Locked).away)
        runCurrent()
    }

    /** Words that are not written down yet are kept nowhere else. */
    @Test
    fun timeAwayDoesNotTakeTheWords() = runTest {
        val model = model(FakeHome(there = { false }))
        model.accept(AppIntent.NameDevice("My phone"))
        model.accept(AppIntent.Create)
        runCurrent()
        model.away()
        now = 3_600_000
        model.back()
        assertIs<AppState.Words>(model.state.value)
    }

    @Test
    fun whatWasBeingReadIsNotShownAfterLocking() = runTest {
        val record = FakeRecord(sectionsAnswer = { awaitCancellation() })
        val model = opened(record)
        runCurrent()
        val place = (model.state.value as AppState.Open).session.places.value.single() as Place.OfRecord
        model.accept(AppIntent.Lock)
        runCurrent()
        assertNull(place.model.state.value.sections)
        assertNull(place.model.state.value.problem)
        assertEquals(AppState.Locked(), model.state.value)
    }
}
