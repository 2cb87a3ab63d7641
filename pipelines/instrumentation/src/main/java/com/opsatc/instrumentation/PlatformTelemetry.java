package com.opsatc.instrumentation;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.id.TenantId;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.logs.LogRecordBuilder;
import io.opentelemetry.api.logs.Logger;
import io.opentelemetry.api.logs.LoggerProvider;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.TracerProvider;
import io.opentelemetry.exporter.logging.otlp.internal.logs.OtlpStdoutLogRecordExporter;
import io.opentelemetry.exporter.logging.otlp.internal.traces.OtlpStdoutSpanExporter;
import io.opentelemetry.sdk.logs.SdkLoggerProvider;
import io.opentelemetry.sdk.logs.export.BatchLogRecordProcessor;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * What the platform's own components say of their work: OpenTelemetry, as OTLP JSON lines in a folder that only the
 * platform's owner can enter.
 *
 * <p>Guarantee: what is written is what {@link Operation} and {@link #featureUsed} take, the service's name and version, and
 * nothing of the machine. Telling never fails and never waits for the disk: what cannot be written is left out, which
 * is said once. Limit: what was told in the last two seconds before the process is killed is lost.
 */
public final class PlatformTelemetry implements AutoCloseable {
    private static final String SCOPE = "com.opsatc";
    private static final Duration INTERVAL = Duration.ofSeconds(2);
    private static final long LONGEST_CLOSE_SECONDS = 5;

    private final Tracer tracer;
    private final Logger logger;
    private final InstantSource clock;
    private final Runnable ending;
    private final AtomicBoolean closed = new AtomicBoolean();

    private PlatformTelemetry(TracerProvider tracers, LoggerProvider loggers, InstantSource clock, Runnable ending) {
        this.tracer = tracers.get(SCOPE);
        this.logger = loggers.get(SCOPE);
        this.clock = clock;
        this.ending = ending;
    }

    /**
     * Telemetry of a process of the platform.
     *
     * @param spool the folder, made when it is missing; one file a process and day is added when there is something to write
     * @param complaint told once, in a sentence, when telemetry cannot be written
     */
    public static PlatformTelemetry open(
            Path spool, String serviceName, String serviceVersion, InstantSource clock, Consumer<String> complaint) {
        Spool lines = new Spool(spool, serviceName, requireNonNull(clock, "clock"), complaint);
        Resource resource =
                Resource.create(Attributes.of(Names.SERVICE_NAME, serviceName, Names.SERVICE_VERSION, serviceVersion));
        SdkTracerProvider tracers = SdkTracerProvider.builder()
                .setResource(resource)
                .addSpanProcessor(BatchSpanProcessor.builder(OtlpStdoutSpanExporter.builder()
                                .setOutput(new LineOutput(lines::append))
                                .setWrapperJsonObject(true)
                                .build())
                        .setScheduleDelay(INTERVAL)
                        .build())
                .build();
        SdkLoggerProvider loggers = SdkLoggerProvider.builder()
                .setResource(resource)
                .addLogRecordProcessor(BatchLogRecordProcessor.builder(OtlpStdoutLogRecordExporter.builder()
                                .setOutput(new LineOutput(lines::append))
                                .setWrapperJsonObject(true)
                                .build())
                        .setScheduleDelay(INTERVAL)
                        .build())
                .build();

        return new PlatformTelemetry(tracers, loggers, clock, () -> {
            tracers.shutdown().join(LONGEST_CLOSE_SECONDS, TimeUnit.SECONDS);
            loggers.shutdown().join(LONGEST_CLOSE_SECONDS, TimeUnit.SECONDS);
            lines.close();
        });
    }

    /** Telemetry that says nothing. */
    public static PlatformTelemetry off() {
        return new PlatformTelemetry(TracerProvider.noop(), LoggerProvider.noop(), () -> Instant.EPOCH, () -> {});
    }

    /** Tells of an operation that is over, as a span of kind server. */
    public void operation(Operation operation) {
        SpanBuilder builder = tracer.spanBuilder(operation.route())
                .setNoParent()
                .setSpanKind(SpanKind.SERVER)
                .setStartTimestamp(operation.start())
                .setAttribute(Names.TENANT, operation.tenant().value());
        operation
                .http()
                .ifPresent(http -> builder.setAttribute(Names.ROUTE, operation.route())
                        .setAttribute(Names.METHOD, http.method())
                        .setAttribute(Names.STATUS, (long) http.status()));
        operation.user().ifPresent(user -> builder.setAttribute(Names.USER, user));
        operation.error().ifPresent(error -> builder.setAttribute(Names.ERROR, error));
        Span span = builder.startSpan();
        if (operation.error().isPresent()) {
            span.setStatus(StatusCode.ERROR);
        }
        span.end(operation.end());
    }

    /** Tells that somebody used a feature, as an event; an empty user is nobody in particular. */
    public void featureUsed(Feature feature, TenantId tenant, String user) {
        LogRecordBuilder event = logger.logRecordBuilder()
                .setEventName(Names.FEATURE_USED)
                .setTimestamp(clock.instant())
                .setObservedTimestamp(clock.instant())
                .setAttribute(Names.FEATURE, feature.key())
                .setAttribute(Names.TENANT, tenant.value());
        if (!user.isEmpty()) {
            event.setAttribute(Names.USER, user);
        }
        event.emit();
    }

    /** Writes what is left and completes the file; once is enough. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            ending.run();
        }
    }
}
