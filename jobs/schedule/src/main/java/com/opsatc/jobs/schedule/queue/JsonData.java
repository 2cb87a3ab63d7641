package com.opsatc.jobs.schedule.queue;

import com.github.kagkarlsson.scheduler.serializer.Serializer;
import com.opsatc.contract.json.CanonicalJson;

/** What the queue keeps, as JSON: whoever may write to the table cannot have objects made of what they wrote. */
final class JsonData implements Serializer {
    @Override
    public byte[] serialize(Object data) {
        return data == null ? null : CanonicalJson.write(data);
    }

    @Override
    public <T> T deserialize(Class<T> type, byte[] data) {
        return data == null ? null : CanonicalJson.read(data, type);
    }
}
