package com.opsatc.evidence.law;

import com.opsatc.contract.document.Documents;
import com.opsatc.contract.document.Law;
import com.opsatc.contract.document.ProcessWaiting;
import com.opsatc.contract.document.WaitingDocument;
import com.opsatc.contract.document.WaitingQueue;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * Of each queue and week: who waits when it begins and who comes, less who is started, wait when the next begins; and what is still to
 * be waited when it begins, and by who comes, less the area under the queue, is so when the next begins, which is Little's law with its
 * boundary. Over all weeks the area is the waiting time; the queue of the process is its waiting time by causes, and the queues of its
 * activities, where all are listed, are it.
 */
final class QueuesLaw implements ConservationLaw {
    @Override
    public Law law() {
        return Law.QUEUES;
    }

    @Override
    public List<Equation> equations(DocumentSet documents) {
        List<Equation> equations = new ArrayList<>();
        for (ProcessWaiting process : documents
                .find(Documents.WAITING)
                .map(WaitingDocument::processes)
                .orElse(List.of())) {
            if (process.queue() != null) {
                add(equations, process);
            }
        }
        return equations;
    }

    private static void add(List<Equation> equations, ProcessWaiting process) {
        WaitingQueue whole = process.queue();
        String of = process.process();
        equations.add(Equation.of(
                of,
                "executions of the queue",
                whole.n(),
                "executions whose waiting time is known",
                process.coverage().measured()));
        equations.add(Equation.of(
                of,
                "waiting time of the queue in microseconds",
                whole.waitUs(),
                "waiting time of the process",
                process.coverage().waitUs()));
        weeks(equations, of, whole);
        process.queues().forEach(queue -> weeks(equations, of, queue));
        if (process.totalQueues() == process.queues().size()) {
            equations.add(new Equation(
                    of,
                    "executions of all queues",
                    Sums.of(process.queues(), WaitingQueue::n),
                    "executions of the queue",
                    BigInteger.valueOf(whole.n())));
            equations.add(new Equation(
                    of,
                    "waiting time of all queues in microseconds",
                    Sums.of(process.queues(), WaitingQueue::waitUs),
                    "waiting time of the queue",
                    BigInteger.valueOf(whole.waitUs())));
        }
    }

    private static void weeks(List<Equation> equations, String of, WaitingQueue queue) {
        List<WaitingQueue.Week> weeks = queue.weeks();
        BigInteger waitUs = BigInteger.valueOf(queue.waitUs());
        equations.add(new Equation(
                of,
                "who comes in all weeks",
                Sums.of(weeks, WaitingQueue.Week::arrived),
                "executions of the queue",
                BigInteger.valueOf(queue.n())));
        equations.add(new Equation(
                of,
                "waiting time of who comes in all weeks, in microseconds",
                Sums.of(weeks, WaitingQueue.Week::waitUs),
                "waiting time of the queue",
                waitUs));
        equations.add(new Equation(
                of,
                "area under the queue in microseconds",
                Sums.of(weeks, WaitingQueue.Week::areaUs),
                "waiting time of the queue",
                waitUs));
        WaitingQueue.Week before = null;
        for (WaitingQueue.Week week : weeks) {
            if (before != null && !before.week().plusWeeks(1).equals(week.week())) {
                leaves(equations, of, before, 0, 0);
                before = null;
            }

            leaves(equations, of, before, week.length(), week.remainingUs());
            before = week;
        }
        leaves(equations, of, before, 0, 0);
    }

    /** @param week null for one in which nobody waited: it leaves nobody */
    private static void leaves(
            List<Equation> equations, String of, WaitingQueue.Week week, long length, long remainingUs) {
        equations.add(Equation.of(
                of,
                "who waits when a week begins and who comes, less who is started",
                week == null ? 0 : week.length() + week.arrived() - week.started(),
                "who waits when it ends",
                length));
        equations.add(Equation.of(
                of,
                "what is still to be waited when a week begins, and by who comes, less the area under the queue, in"
                        + " microseconds",
                week == null ? 0 : week.remainingUs() + week.waitUs() - week.areaUs(),
                "what is still to be waited when it ends",
                remainingUs));
    }
}
