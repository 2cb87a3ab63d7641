package com.opsatc.telemetry.input.otlp;

import com.opsatc.telemetry.manifest.FeatureEvent;
import java.util.EnumSet;
import java.util.Set;

/** The attributes that are read: all there are. */
enum AttributeKey {
    SERVICE_NAME("service.name"),
    /** This platform's own; required on the resource or the record. */
    TENANT_ID("tenant.id"),
    /** For grouping only. */
    USER_ID("user.id"),
    HTTP_STATUS("http.response.status_code"),
    /** Its presence counts, its value is not read. */
    ERROR_TYPE("error.type"),
    EVENT_NAME("event.name"),
    FEATURE_KEY(FeatureEvent.FEATURE_USED.attribute()),
    FLAG_KEY(FeatureEvent.FLAG_EVALUATION.attribute());

    static final Set<AttributeKey> OF_RESOURCE = EnumSet.of(SERVICE_NAME, TENANT_ID);
    static final Set<AttributeKey> OF_OPERATION = EnumSet.of(TENANT_ID, USER_ID, HTTP_STATUS, ERROR_TYPE);
    static final Set<AttributeKey> OF_EVENT = EnumSet.of(TENANT_ID, USER_ID, EVENT_NAME, FEATURE_KEY, FLAG_KEY);

    private static final AttributeKey[] ALL = values();

    private final char[] name;

    AttributeKey(String name) {
        this.name = name.toCharArray();
    }

    /** The key that these characters spell; null for all others, which become no text. */
    static AttributeKey find(char[] text, int offset, int length) {
        for (AttributeKey key : ALL) {
            if (key.spelt(text, offset, length)) {
                return key;
            }
        }
        return null;
    }

    private boolean spelt(char[] text, int offset, int length) {
        if (length != name.length) {
            return false;
        }

        for (int i = 0; i < length; i++) {
            if (text[offset + i] != name[i]) {
                return false;
            }
        }
        return true;
    }
}
