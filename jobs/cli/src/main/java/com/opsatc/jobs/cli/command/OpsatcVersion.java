package com.opsatc.jobs.cli.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The product's version as the build stated it. */
public final class OpsatcVersion implements IVersionProvider {
    public static String text() {
        try (InputStream in = OpsatcVersion.class.getResourceAsStream("version.properties")) {
            Properties properties = new Properties();
            properties.load(in);

            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String[] getVersion() {
        return new String[] {"opsatc " + text()};
    }
}
