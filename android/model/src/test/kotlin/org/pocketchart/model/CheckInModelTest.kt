package org.pocketchart.model

import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertIs
import kotlin.test.assertTrue
import kotlinx.coroutines.ExperimentalCoroutinesApi
import kotlinx.coroutines.test.TestScope
import kotlinx.coroutines.test.runCurrent
import kotlinx.coroutines.test.runTest

@OptIn(ExperimentalCoroutinesApi::class)
class CheckInModelTest {
    private val pain = QuestionKey("form", "pain")

    private fun TestScope.reading(record: FakeRecord): CheckInModel {
        val model = CheckInModel(record, backgroundScope)
        model.read("{}")
        runCurrent()
        return model
    }

    private fun CheckInModel.deciding() = state.value as CheckInState.Deciding

    @Test
    fun whatIsNoRequestIsSaid() = runTest {
        val model = CheckInModel(FakeRecord(), backgroundScope)
        model.give("form", true)
        model.make()
        model.read("hello")
        runCurrent()
        assertEquals(CheckInState.Waiting(problem = Problem("checkin-not-json")), model.state.value)
    }

    /** What the person sees is what goes: words that are no answer stand in the way until they are mended. */
    @Test
    fun noAnswerIsMadeOverWordsThatDoNotFit() = runTest {
        val model = reading(FakeRecord())
        assertTrue(model.deciding().items.none { it.asked.given })
        model.give("form", true)
        model.answer(pain, listOf("4"))
        model.answer(pain, listOf("very"))
        runCurrent()
        assertEquals(mapOf(pain to Misfit(listOf("very"), "form-type")), model.deciding().misfits)
        assertEquals(listOf("4"), model.deciding().items.single().questions.single().answers)
        model.make()
        runCurrent()
        assertEquals(Problem(Problem.FAULTS), model.deciding().problem)

        model.answer(pain, listOf("7"))
        runCurrent()
        assertTrue(model.deciding().misfits.isEmpty())
        model.make()
        runCurrent()
        assertEquals("answer", assertIs<CheckInState.Answered>(model.state.value).text)
    }

    /** What is not given at all does not stand in the way. */
    @Test
    fun wordsThatDoNotFitInAFormThatIsNotGivenAreLeftAlone() = runTest {
        val model = reading(FakeRecord())
        model.answer(pain, listOf("very"))
        model.make()
        runCurrent()
        assertIs<CheckInState.Answered>(model.state.value)
        model.give("form", true)
        runCurrent()
        assertIs<CheckInState.Answered>(model.state.value, "decided after it was answered")
    }

    @Test
    fun otherFailuresAreSaidAndTheDecisionsStay() = runTest {
        val model = reading(FakeRecord())
        model.give("form", true)
        model.keepBack("gone", true)
        runCurrent()
        assertEquals(Problem("read-no-such-entry"), model.deciding().problem)
        assertTrue(model.deciding().items.single().asked.given)
        assertTrue(!model.deciding().busy)
    }
}
