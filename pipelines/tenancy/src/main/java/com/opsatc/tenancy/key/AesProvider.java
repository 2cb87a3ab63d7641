package com.opsatc.tenancy.key;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.security.NoSuchAlgorithmException;
import javax.crypto.Cipher;
import javax.crypto.NoSuchPaddingException;

/** Which implementation of AES-GCM this process uses: the Corretto provider where its native library loads. */
public final class AesProvider {
    private AesProvider() {}

    /** Puts the Corretto provider first when it works here; otherwise the JDK's own stays. Never fails; may be repeated. */
    public static void install() {
        try {
            if (AmazonCorrettoCryptoProvider.INSTANCE.getLoadingError() == null) {
                AmazonCorrettoCryptoProvider.install();
            }
        } catch (RuntimeException | LinkageError e) {
            return; // slower, not weaker: the JDK's provider implements the same algorithm
        }
    }

    /** The name of the provider in use, for {@code doctor}. */
    public static String name() {
        try {
            return Cipher.getInstance("AES/GCM/NoPadding").getProvider().getName();
        } catch (NoSuchAlgorithmException | NoSuchPaddingException e) {
            throw new IllegalStateException("AES-GCM is not available", e);
        }
    }
}
