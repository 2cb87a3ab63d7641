package com.opsatc.jobs.cli.demo;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.id.TenantId;
import com.opsatc.jobs.simulate.PlantedTruth;
import com.opsatc.jobs.simulate.Simulation;
import com.opsatc.jobs.simulate.SimulationPlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where one seed's demo keeps its files: extracts, which runs read; what is planted, which no run reads; and what was
 * published, for looking at.
 */
public record DemoFolder(Path root) {
    public DemoFolder {
        requireNonNull(root, "root");
    }

    /** In a home, for what a seed plants. */
    public static DemoFolder planted(Path home, long seed) {
        return new DemoFolder(home.resolve("demo").resolve("seed-" + seed));
    }

    /** In a home, for the control of a seed. */
    public static DemoFolder control(Path home, long seed) {
        return new DemoFolder(home.resolve("demo").resolve("control-" + seed));
    }

    public Path orders(TenantId tenant) {
        return extracts(tenant).resolve(Simulation.ORDERS);
    }

    public Path tickets(TenantId tenant) {
        return extracts(tenant).resolve(Simulation.TICKETS);
    }

    public Path published(TenantId tenant, String document) {
        return root.resolve("published").resolve(tenant.value()).resolve(document);
    }

    /** Writes a tenant's extracts and what is planted in them. The same seed again writes the same bytes. */
    public void write(SimulationPlan plan) {
        PlantedTruth truth = Simulation.of(plan).write(extracts(plan.tenant()));
        write(planted(plan.tenant()), truth.toJson());
    }

    public PlantedTruth truth(TenantId tenant) {
        try {
            return PlantedTruth.ofJson(Files.readAllBytes(planted(tenant)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void write(Path file, byte[] bytes) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file + ": check that its folder is writable", e);
        }
    }

    private Path extracts(TenantId tenant) {
        return root.resolve("extracts").resolve(tenant.value());
    }

    private Path planted(TenantId tenant) {
        return root.resolve("planted").resolve(tenant.value() + ".json");
    }
}
