package com.opsatc.advisory;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Answers what the server refuses before a route is found, in the same form as everything else and as silently. */
final class ProblemErrors extends ErrorHandler {
    private final ServiceMetrics metrics;

    ProblemErrors(ServiceMetrics metrics) {
        this.metrics = metrics;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status = Problem.known(response.getStatus());
        response.setStatus(status);
        byte[] body = headers(status, response.getHeaders());
        metrics.answered(Route.OTHER, status, 0);
        response.write(true, ByteBuffer.wrap(body), callback);
        return true;
    }

    @Override
    public ByteBuffer badMessageError(int status, String reason, HttpFields.Mutable fields) {
        metrics.answered(Route.OTHER, Problem.known(status), 0);
        return ByteBuffer.wrap(headers(status, fields));
    }

    private static byte[] headers(int status, HttpFields.Mutable fields) {
        byte[] body = Problem.body(status);
        AnswerHeaders.of(Route.OTHER, Problem.known(status)).forEach(fields::put);
        fields.put(HttpHeader.CONTENT_TYPE, MediaTypes.PROBLEM);
        fields.put(HttpHeader.CONTENT_LENGTH, body.length);
        return body;
    }
}
