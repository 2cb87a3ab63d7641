package com.opsatc.telemetry.manifest;

import java.util.Arrays;
import java.util.Optional;

/** The log events that say a user used a feature, and the attribute that names the feature. */
public enum FeatureEvent {
    /** An event of this platform. */
    FEATURE_USED("app.feature.used", "app.feature.key"),
    /** OpenTelemetry semantic conventions, feature flags. */
    FLAG_EVALUATION("feature_flag.evaluation", "feature_flag.key");

    private final String event;
    private final String attribute;

    FeatureEvent(String event, String attribute) {
        this.event = event;
        this.attribute = attribute;
    }

    public String event() {
        return event;
    }

    public String attribute() {
        return attribute;
    }

    /** The event of a name. */
    public static Optional<FeatureEvent> of(String event) {
        return Arrays.stream(values()).filter(one -> one.event.equals(event)).findFirst();
    }
}
