package com.opsatc.instrumentation;

import io.opentelemetry.api.common.AttributeKey;

/** The attributes that telemetry carries: OpenTelemetry's semantic conventions where they have one. */
final class Names {
    static final AttributeKey<String> SERVICE_NAME = AttributeKey.stringKey("service.name");
    static final AttributeKey<String> SERVICE_VERSION = AttributeKey.stringKey("service.version");
    static final AttributeKey<String> ROUTE = AttributeKey.stringKey("http.route");
    static final AttributeKey<String> METHOD = AttributeKey.stringKey("http.request.method");
    static final AttributeKey<Long> STATUS = AttributeKey.longKey("http.response.status_code");
    static final AttributeKey<String> ERROR = AttributeKey.stringKey("error.type");
    static final AttributeKey<String> TENANT = AttributeKey.stringKey("tenant.id");
    static final AttributeKey<String> USER = AttributeKey.stringKey("user.id");
    static final AttributeKey<String> FEATURE = AttributeKey.stringKey("app.feature.key");

    static final String FEATURE_USED = "app.feature.used";

    private Names() {}
}
