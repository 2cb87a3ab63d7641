package com.opsatc.advisory;

import com.opsatc.advisory.token.Access;
import com.opsatc.advisory.token.TokenRejectedException;
import com.opsatc.advisory.token.TokenVerifier;
import com.opsatc.contract.document.FindingsDocument;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.json.CanonicalJson;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers requests.
 *
 * <p>Guarantee: a document leaves only for a token of its own tenant. The tenant comes from the token; a path that names
 * another one is answered from constants, without a look at any store, exactly as a path that names nothing.
 */
final class AdvisoryHandler {
    private static final Logger LOG = LoggerFactory.getLogger(AdvisoryHandler.class);
    private static final String PROTECTED = "/v1";
    private static final String STARTED = "opsatc.started";
    private static final String TOOK = "opsatc.took";
    private static final String ACCESS = "opsatc.access";
    private static final String ROUTE = "opsatc.route";

    private final AdvisoryConfig config;
    private final PublishedDocuments documents;
    private final Slices slices;
    private final TokenVerifier verifier;
    private final ServiceMetrics metrics;
    private final RequestTelemetry telemetry;
    private final byte[] openApi = OpenApi.document();

    AdvisoryHandler(
            AdvisoryConfig config,
            PublishedDocuments documents,
            Slices slices,
            ServiceMetrics metrics,
            RequestTelemetry telemetry) {
        this.config = config;
        this.documents = documents;
        this.slices = slices;
        this.verifier = new TokenVerifier(config.tokens(), config.clock());
        this.metrics = metrics;
        this.telemetry = telemetry;
    }

    void register(RoutesConfig routes) {
        routes.before(this::admit);
        for (Route route : Route.ALL) {
            routes.get(route.path(), request -> answer(request, route));
            // A HEAD that is not registered would be answered 200 by the router without asking anybody.
            routes.head(route.path(), request -> answer(request, route));
        }

        routes.after(this::tell);
        routes.exception(TokenRejectedException.class, (refused, request) -> {
            metrics.refused(refused.reason());
            problem(request, 401);
        });
        routes.exception(HttpResponseException.class, (failure, request) -> problem(request, failure.getStatus()));
        routes.exception(PipelineException.class, (failure, request) -> {
            LOG.error("Withheld a document: {} {}", failure.code(), failure.getMessage());
            problem(request, 503);
        });
        routes.exception(Exception.class, (failure, request) -> {
            LOG.error(
                    "Failed to answer route {}: {}",
                    route(request).label(),
                    failure.getClass().getName());
            problem(request, 500);
        });
    }

    /** Called once for every request, after its answer is complete. */
    void answered(Context request) {
        metrics.answered(route(request), request.statusCode(), took(request));
    }

    /** Before the answer leaves, so that whoever has an answer knows that it has been told of. */
    private void tell(Context request) {
        Access access = request.attribute(ACCESS);
        if (access != null) {
            telemetry.answered(route(request), request.req().getMethod(), request.statusCode(), access, took(request));
        }
    }

    /** Nanoseconds from the request's arrival to the first time that this was asked; 0 for one that never arrived. */
    private long took(Context request) {
        Long started = request.attribute(STARTED);
        Long known = request.attribute(TOOK);
        if (started == null || known != null) {
            return known == null ? 0 : known;
        }

        long took = config.nanos().getAsLong() - started;
        request.attribute(TOOK, took);
        return took;
    }

    private void admit(Context request) {
        request.attribute(STARTED, config.nanos().getAsLong());
        String method = request.req().getMethod();
        if (!method.equals("GET") && !method.equals("HEAD")) {
            throw new HttpResponseException(405);
        }
        if (request.req().getContentLengthLong() > 0 || request.req().getHeader("Transfer-Encoding") != null) {
            throw new HttpResponseException(413);
        }
        if (request.path().startsWith(PROTECTED)) {
            access(request);
        }
    }

    private void answer(Context request, Route route) {
        request.attribute(ROUTE, route);
        Optional<byte[]> found = route.isOfATenant() ? published(request, route) : Optional.of(own(route));
        if (found.isPresent()) {
            send(request, route, found.get());
        } else {
            problem(request, 404);
        }
    }

    /** What the service says of itself. */
    private byte[] own(Route route) {
        if (route.equals(Route.OPENAPI)) {
            return openApi;
        }

        String text = route.equals(Route.METRICS) ? metrics.text() : "{\"status\":\"ok\"}";
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private Optional<byte[]> published(Context request, Route route) {
        Access access = access(request);
        if (!access.tenant().value().equals(request.pathParam("tenant"))) {
            return Optional.empty();
        }

        if (route.equals(Route.RUNS)) {
            return documents.runs(asker(request, access)).map(CanonicalJson::write);
        }

        if (route.equals(Route.SLICE)) {
            return Optional.of(slice(request, asker(request, access)));
        }

        Optional<byte[]> document = documents.document(
                asker(request, access), AskedRun.of(request), route.document().name());
        return route.equals(Route.FINDING)
                ? document.flatMap(json -> finding(json, request.pathParam("id")))
                : document;
    }

    private static Asker asker(Context request, Access access) {
        return new Asker(access.tenant(), access.subject(), request.ip());
    }

    private byte[] slice(Context request, Asker asker) {
        String kpi = request.queryParam("kpi");
        String where = request.queryParam("where");
        if (kpi == null || where == null) {
            throw new HttpResponseException(400);
        }

        Slices.Sliced sliced = slices.slice(asker, AskedRun.of(request), kpi, where);
        if (sliced.json() == null) {
            throw new HttpResponseException(sliced.status());
        }
        return sliced.json();
    }

    /** Asked for by every route that needs it, not only by the path's prefix: a path can be spelt in more than one way. */
    private Access access(Context request) {
        Access known = request.attribute(ACCESS);
        if (known != null) {
            return known;
        }

        Access access = verifier.verify(Bearer.token(request));
        request.attribute(ACCESS, access);
        return access;
    }

    private static Optional<byte[]> finding(byte[] json, String id) {
        FindingsDocument document = CanonicalJson.read(json, FindingsDocument.class);
        return document.withMembers()
                .filter(finding -> finding.id().equals(id))
                .findFirst()
                .map(finding -> CanonicalJson.write(new FindingDocument(document.header(), finding)));
    }

    private static void send(Context request, Route route, byte[] body) {
        send(request, route, 200, route.mediaType(), body);
    }

    private static void problem(Context request, int status) {
        int known = Problem.known(status);
        send(request, Route.OTHER, known, MediaTypes.PROBLEM, Problem.body(known));
    }

    private static void send(Context request, Route route, int status, String mediaType, byte[] body) {
        AnswerHeaders.of(route, status).forEach(request::header);
        // Stated, since the server knows the length of a HEAD's missing body only while it is small.
        request.res().setContentLength(body.length);
        request.status(status).contentType(mediaType).result(body);
    }

    private static Route route(Context request) {
        Route route = request.attribute(ROUTE);
        return route == null ? Route.OTHER : route;
    }
}
