package com.opsatc.telemetry.testing;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.telemetry.exact.RestrictedStore;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A store in memory: written once, like the real one. */
public final class MemoryStore implements RestrictedStore {
    private final SortedMap<String, byte[]> files = new TreeMap<>();

    @Override
    public void write(String path, byte[] bytes) {
        if (files.putIfAbsent(path, bytes.clone()) != null) {
            throw new PipelineException(ErrorCode.STORE, "Cannot write " + path + ": the file exists");
        }
    }

    @Override
    public byte[] read(String path) {
        return files.get(path).clone();
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
