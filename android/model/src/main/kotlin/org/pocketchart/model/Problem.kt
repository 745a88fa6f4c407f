package org.pocketchart.model

import kotlin.coroutines.cancellation.CancellationException
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Job
import kotlinx.coroutines.launch

/** Something did not work. [id] names the sentence that says so to a person. */
class Problem(
    val id: String,
    /** Names of people, for the screen only. */
    val names: List<String> = emptyList(),
    /** Where a file ends, in bytes. */
    val at: Long? = null,
    /** How many parts were kept before it stopped. */
    val kept: Long? = null,
) {
    override fun equals(other: Any?) =
        other is Problem && id == other.id && names == other.names && at == other.at && kept == other.kept

    override fun hashCode() = id.hashCode()

    /** Without names: this may stand in a log. */
    override fun toString() = "Problem($id)"

    companion object {
        /** What is said of a fault that nobody foresaw. */
        const val INTERNAL = "internal"

        /** The record was locked before. */
        const val LOCKED = "chart-locked"

        /** Some answers do not fit their questions, so no answer was made. */
        const val FAULTS = "check-in-faults"
    }
}

/** How the core says that something did not work. */
class ProblemException(val problem: Problem) : Exception(problem.id)

/** Does a screen's work. What goes wrong in it becomes a state, never a crash. */
internal fun CoroutineScope.attempt(failed: (Problem) -> Unit, work: suspend () -> Unit): Job = launch {
    try {
        work()
    } catch (e: ProblemException) {
        failed(e.problem)
    } catch (e: CancellationException) {
        throw e
    } catch (_: Exception) {
        failed(Problem(Problem.INTERNAL))
    }
}
