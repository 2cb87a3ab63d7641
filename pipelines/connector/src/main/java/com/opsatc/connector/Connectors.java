package com.opsatc.connector;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.json.YamlText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The connectors of configuration folders, {@code connectors/<system>/<process>.yaml} in each, by id: those of the
 * installation, and those of the user's own beside them. Of two with one id the user's counts.
 *
 * <p>Guarantee: a broken file takes no other connector away.
 */
public final class Connectors {
    private static final String SUFFIX = ".yaml";

    private final List<Path> folders;
    private final SortedMap<String, YamlText> files = new TreeMap<>();
    private final SortedMap<String, Connector> byId = new TreeMap<>();
    private final SortedMap<String, String> broken = new TreeMap<>();
    private final Set<String> own = new TreeSet<>();

    private Connectors(List<Path> folders) {
        this.folders = folders;
    }

    /**
     * Reads every connector.
     *
     * @param conf the installation's folder, which holds {@code connectors/}
     * @param own folders of the same shape, later ones before earlier ones; one without {@code connectors/} has none
     * @throws PipelineException (configuration) when the installation has none
     */
    public static Connectors load(Path conf, Path... own) {
        List<Path> folders = new ArrayList<>(List.of(folder(conf)));
        Arrays.stream(own).map(Connectors::folder).filter(Files::isDirectory).forEach(folders::add);
        Connectors connectors = new Connectors(List.copyOf(folders));
        for (Path folder : folders) {
            connectors.read(folder, /* isOwn= */ !folder.equals(folders.get(0)));
        }

        connectors.files.forEach(connectors::bind);
        if (connectors.byId.isEmpty() && connectors.broken.isEmpty()) {
            throw new PipelineException(
                    ErrorCode.CONFIGURATION,
                    "Cannot use the connectors: folder " + folders.get(0) + " holds no " + SUFFIX);
        }

        return connectors;
    }

    /**
     * One connector from its text, e.g. a draft.
     *
     * @throws PipelineException (configuration) listing all that is wrong
     */
    public static Connector parse(String yaml) {
        List<String> wrong = new ArrayList<>();
        Optional<Connector> connector = YamlText.of("connector", yaml, wrong)
                .flatMap(file -> bound(file.tree().path("id").asText(), file, new TreeMap<>(), wrong));
        if (!wrong.isEmpty()) {
            throw new PipelineException(
                    ErrorCode.CONFIGURATION, "Cannot use the connector: " + String.join("; ", wrong));
        }

        return connector.orElseThrow();
    }

    /** All connectors that can be used, by id. */
    public Collection<Connector> all() {
        return byId.values();
    }

    /** What is wrong with those that cannot be used, by id: each with its file and line. */
    public SortedMap<String, String> broken() {
        return Collections.unmodifiableSortedMap(broken);
    }

    /** Whether a connector is of the user's own, not the installation's. */
    public boolean isOwn(String id) {
        return own.contains(id);
    }

    /**
     * The connector of an id.
     *
     * @throws PipelineException (configuration) for an unknown one, naming the nearest known id, and for one whose file is
     *     broken, listing all that is wrong in it
     */
    public Connector require(String id) {
        Connector connector = byId.get(requireNonNull(id, "id"));
        if (connector != null) {
            return connector;
        }
        if (broken.containsKey(id)) {
            throw new PipelineException(ErrorCode.CONFIGURATION, "Cannot use connector " + id + ": " + broken.get(id));
        }

        throw Connector.unknown(id, byId.keySet(), folders);
    }

    /** Problems of a connector with their file and line, as a message has them. */
    public String described(String id, Collection<ConnectorProblem> problems) {
        YamlText file = files.get(id);
        List<String> described =
                problems.stream().map(each -> described(file, files, each)).toList();
        return String.join("; ", described);
    }

    private void read(Path folder, boolean isOwn) {
        for (Path path : yaml(folder)) {
            String id = folder.relativize(path).toString().replace('\\', '/').replaceFirst("\\.yaml$", "");
            List<String> wrong = new ArrayList<>();
            files.remove(id);
            broken.remove(id);
            text(id, path, wrong)
                    .flatMap(text -> YamlText.of(id + SUFFIX, text, wrong))
                    .ifPresent(file -> files.put(id, file));
            if (!wrong.isEmpty()) {
                broken.put(id, String.join("; ", wrong));
            }
            if (isOwn) {
                own.add(id);
            }
        }
    }

    private void bind(String id, YamlText file) {
        List<String> wrong = new ArrayList<>();
        bound(id, file, files, wrong).ifPresent(connector -> byId.put(id, connector));
        if (!wrong.isEmpty()) {
            byId.remove(id);
            broken.put(id, String.join("; ", wrong));
        }
    }

    private static Optional<Connector> bound(
            String id, YamlText file, Map<String, YamlText> others, List<String> wrong) {
        Optional<ObjectNode> whole = ConnectorText.extended(file, others, wrong);
        List<ConnectorProblem> problems = new ArrayList<>();
        Optional<Connector> connector = whole.flatMap(tree -> ConnectorText.bind(tree, problems));
        connector.ifPresent(bound -> {
            if (!bound.id().equals(id) || !id.equals(bound.system() + "/" + bound.process())) {
                problems.add(
                        new ConnectorProblem("/id", "id, system and process must be those of the file's place, " + id));
            }
            problems.addAll(ConnectorCheck.of(bound));
        });
        problems.forEach(problem -> wrong.add(described(file, others, problem)));
        return connector;
    }

    /** What a profile does not say itself stands in the file that it extends. */
    private static String described(YamlText file, Map<String, YamlText> others, ConnectorProblem problem) {
        YamlText base = others.get(file.tree().path("extends").asText());
        YamlText said = base != null && !file.holds(problem.at()) && base.holds(problem.at()) ? base : file;
        return said.place(problem.at()) + ": " + problem.what();
    }

    private static Optional<String> text(String id, Path path, List<String> wrong) {
        try {
            return Optional.of(Files.readString(path, StandardCharsets.UTF_8));
        } catch (IOException e) {
            wrong.add(id + SUFFIX + ": not readable as UTF-8 text");
            return Optional.empty();
        }
    }

    private static Path folder(Path conf) {
        return requireNonNull(conf, "conf").resolve("connectors");
    }

    private static List<Path> yaml(Path folder) {
        try (Stream<Path> entries = Files.walk(folder, 2)) {
            return entries.filter(entry -> entry.getFileName().toString().endsWith(SUFFIX))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new PipelineException(
                    ErrorCode.CONFIGURATION,
                    "Cannot read the connectors: folder " + folder + " is missing or not readable",
                    e);
        }
    }
}
