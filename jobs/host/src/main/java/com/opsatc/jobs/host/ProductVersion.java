package com.opsatc.jobs.host;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The product's version as the build stated it. */
public final class ProductVersion {
    private ProductVersion() {}

    public static String text() {
        try (InputStream in = ProductVersion.class.getResourceAsStream("version.properties")) {
            Properties properties = new Properties();
            properties.load(in);

            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
