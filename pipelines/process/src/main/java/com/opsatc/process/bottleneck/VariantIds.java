package com.opsatc.process.bottleneck;

import com.opsatc.contract.id.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;

/**
 * Names a variant by what it consists of: SHA-256 over the activity names in order, each preceded by its length in UTF-8
 * bytes as four bytes, so that ("ab", "c") and ("a", "bc") differ (definitions 1.3).
 */
final class VariantIds {
    private VariantIds() {}

    static Sha256 of(List<String> activities) {
        MessageDigest digest = Sha256.digest();
        for (String activity : activities) {
            byte[] name = activity.getBytes(StandardCharsets.UTF_8);
            digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(name.length).array());
            digest.update(name);
        }

        return Sha256.finish(digest);
    }
}
