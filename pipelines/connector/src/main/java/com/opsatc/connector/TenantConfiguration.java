package com.opsatc.connector;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.json.YamlText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an operator declares for one tenant, in {@code conf/tenants/<tenant>.yaml} of the home.
 *
 * @param processes by the name of the process
 */
public record TenantConfiguration(String tenant, SortedMap<String, FindingScope> processes) {
    public TenantConfiguration {
        requireNonNull(tenant, "tenant");
        processes = Collections.unmodifiableSortedMap(new TreeMap<>(processes));
    }

    /**
     * The tenant's file; where there is none, nothing is declared.
     *
     * @throws PipelineException (configuration) listing all that is wrong with it
     */
    public static TenantConfiguration load(Path file, String tenant) {
        if (!Files.exists(file)) {
            return new TenantConfiguration(tenant, new TreeMap<>());
        }

        List<String> wrong = new ArrayList<>();
        String name = "conf/tenants/" + tenant + ".yaml";
        TenantConfiguration loaded = YamlText.of(name, file, wrong)
                .flatMap(text -> ConnectorText.bindTenant(name, text.tree(), wrong))
                .orElse(null);
        if (loaded != null && !loaded.tenant().equals(tenant)) {
            wrong.add(name + ": tenant must be " + tenant + ", as the file is named");
        }
        if (!wrong.isEmpty()) {
            throw new PipelineException(
                    ErrorCode.CONFIGURATION,
                    "Cannot use the configuration of tenant " + tenant + ": " + String.join("; ", wrong));
        }

        return loaded;
    }
}
