package com.opsatc.process.planted;

import picocli.CommandLine.Option;

final class KnowsTheCommandLine {
    @Option(names = "--planted")
    String planted;
}
