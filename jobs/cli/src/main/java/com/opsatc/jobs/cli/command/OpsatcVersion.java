package com.opsatc.jobs.cli.command;

import com.opsatc.jobs.host.ProductVersion;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} says. */
public final class OpsatcVersion implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"opsatc " + ProductVersion.text()};
    }
}
