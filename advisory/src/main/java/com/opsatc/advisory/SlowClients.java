package com.opsatc.advisory;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.internal.HttpConnection;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Ends connections whose client takes too long, however busy it looks meanwhile: to send a whole header, or to take an answer.
 * The server's own idle timeout begins again with every byte.
 *
 * <p>Time is counted in looks, one a second, each at every connection.
 */
final class SlowClients extends AbstractLifeCycle {
    private final ServerConnector connector;
    private final int headerLooks;
    private final int answerLooks;
    private Map<EndPoint, Progress> seen = new HashMap<>();
    private Scheduler.Task next;

    /**
     * @param headerLooks how often a connection may be found without a whole header, one that waits for its client's next
     *     request included
     * @param answerLooks how often it may be found answering one request
     */
    SlowClients(ServerConnector connector, int headerLooks, int answerLooks) {
        this.connector = connector;
        this.headerLooks = headerLooks;
        this.answerLooks = answerLooks;
    }

    /** How often a connection was found at one point. */
    private record Progress(boolean inHeader, long answered, int looks) {
        Progress again(Progress before) {
            boolean moved = before == null || before.inHeader != inHeader || before.answered != answered;
            return moved ? this : new Progress(inHeader, answered, before.looks + 1);
        }
    }

    @Override
    protected void doStart() {
        schedule();
    }

    @Override
    protected synchronized void doStop() {
        next.cancel();
    }

    private synchronized void schedule() {
        next = connector.getScheduler().schedule(this::lookAgain, 1, TimeUnit.SECONDS);
    }

    private void lookAgain() {
        if (isRunning()) {
            look();
            schedule();
        }
    }

    /** One look at every connection; on the scheduler's thread alone. */
    void look() {
        Map<EndPoint, Progress> found = new HashMap<>();
        for (EndPoint client : connector.getConnectedEndPoints()) {
            if (client.getConnection() instanceof HttpConnection connection) {
                Progress now = new Progress(connection.getParser().inHeaderState(), connection.getMessagesOut(), 1)
                        .again(seen.get(client));
                if (now.looks() > (now.inHeader() ? headerLooks : answerLooks)) {
                    client.close();
                } else {
                    found.put(client, now);
                }
            }
        }
        seen = found;
    }
}
