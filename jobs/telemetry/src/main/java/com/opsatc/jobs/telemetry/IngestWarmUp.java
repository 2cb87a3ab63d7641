package com.opsatc.jobs.telemetry;

import com.opsatc.contract.run.TelemetryRequest;
import com.opsatc.telemetry.aggregate.Runner;
import com.opsatc.telemetry.exact.ExactDays;
import com.opsatc.telemetry.exact.RestrictedStore;
import com.opsatc.telemetry.ingest.Ingest;
import com.opsatc.telemetry.ingest.IngestRequest;
import com.opsatc.telemetry.manifest.Manifest;
import com.opsatc.tenancy.disk.PrivateDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;

/**
 * Ingests a made-up day into memory, so that the launcher can keep the classes it loads in an archive for fast starts. Its
 * day key is all zeros and its pseudonyms are of nobody.
 */
public final class IngestWarmUp {
    private static final LocalDate DAY = LocalDate.EPOCH;
    private static final int KEY_BYTES = 32;

    private IngestWarmUp() {}

    /** @param arguments the configuration folder */
    public static void main(String[] arguments) throws IOException {
        Manifest manifest = Manifest.load(Path.of(arguments[0]).resolve("telemetry/manifest.yaml"));
        Path scratch = Files.createTempDirectory("opsatc-warm-up");
        try {
            List<Path> files = new DemoTelemetry(manifest, new TelemetryRequest.Demo(scratch.toString(), 1, 1, DAY, 1))
                    .write().stream()
                            .filter(input -> !input.probe())
                            .flatMap(input -> input.files().stream())
                            .map(Path::of)
                            .toList();
            Ingest.run(
                    new IngestRequest(manifest, DAY.plusDays(1), DAY, files, new TreeMap<>()),
                    new ExactDays(new Memory()),
                    () -> new byte[KEY_BYTES],
                    Runner.direct(2));
        } finally {
            PrivateDirectory.delete(scratch);
        }
    }

    /** A store that is gone with the process. */
    private static final class Memory implements RestrictedStore {
        private final TreeMap<String, byte[]> files = new TreeMap<>();

        @Override
        public void write(String path, byte[] bytes) {
            files.put(path, bytes);
        }

        @Override
        public byte[] read(String path) {
            return files.get(path);
        }

        @Override
        public boolean exists(String path) {
            return files.containsKey(path);
        }

        @Override
        public List<String> list(String folder) {
            return files.keySet().stream()
                    .filter(path -> path.startsWith(folder + "/"))
                    .toList();
        }

        @Override
        public boolean delete(String path) {
            return files.remove(path) != null;
        }
    }
}
