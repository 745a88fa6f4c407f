package org.pocketchart.adapter

import kotlinx.coroutines.CoroutineDispatcher
import kotlinx.coroutines.withContext
import org.pocketchart.bindings.CheckInException
import org.pocketchart.bindings.ImportException
import org.pocketchart.bindings.OpenException
import org.pocketchart.bindings.ReadException
import org.pocketchart.model.Problem
import org.pocketchart.model.ProblemException

/** Calls the library away from the screen's thread. Its typed exceptions become problems. */
internal suspend fun <T> call(dispatcher: CoroutineDispatcher, work: () -> T): T = withContext(dispatcher) {
    try {
        work()
    } catch (e: OpenException) {
        throw ProblemException(Problem(e.messageId()))
    } catch (e: ReadException) {
        throw ProblemException(Problem(e.messageId()))
    } catch (e: CheckInException) {
        throw ProblemException(Problem(e.messageId()))
    } catch (e: ImportException) {
        throw ProblemException(e.toProblem())
    }
}

private fun ImportException.toProblem() = when (this) {
    is ImportException.AnotherPerson -> Problem(messageId(), names = names.toList())
    is ImportException.SeveralPeople -> Problem(messageId(), names = names.toList())
    is ImportException.Truncated -> Problem(messageId(), at = bytes.toLong())
    is ImportException.Stopped -> Problem(messageId(), kept = kept.read.toLong())
    else -> Problem(messageId())
}
