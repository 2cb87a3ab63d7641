package com.opsatc.jobs.cli.diff;

import com.opsatc.contract.claim.Definition;
import com.opsatc.contract.document.RunManifest;
import com.opsatc.contract.document.RunManifest.Input;
import com.opsatc.contract.id.Sha256;
import com.opsatc.contract.json.CanonicalJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What figures rest on and two runs do not have alike: extract files, definitions, settings. */
final class GroundDifferences {
    private GroundDifferences() {}

    static List<Difference> inputs(RunManifest from, RunManifest to) {
        Set<Sha256> withdrawnBefore = files(from.withdrawn());
        Set<Sha256> withdrawnSince = files(to.withdrawn());
        return Pairs.byName(from.inputs(), to.inputs(), GroundDifferences::name).stream()
                .map(pair -> input(pair, withdrawnBefore, withdrawnSince))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Difference> input(Pairs<Input> pair, Set<Sha256> before, Set<Sha256> since) {
        Input earlier = pair.from();
        Input later = pair.to();
        if (earlier == null) {
            boolean back = before.contains(later.file());
            return Optional.of(input(back ? DiffKind.RESTORED : DiffKind.NEW, later, null, later.rows(), null));
        }

        if (later == null) {
            boolean withdrawn = since.contains(earlier.file());
            return Optional.of(
                    input(withdrawn ? DiffKind.WITHDRAWN : DiffKind.GONE, earlier, earlier.rows(), null, null));
        }

        return Objects.equals(earlier.replacedBy(), later.replacedBy())
                ? Optional.empty()
                : Optional.of(input(
                        DiffKind.CHANGED,
                        later,
                        earlier.rows(),
                        later.rows(),
                        later.replacedBy() == null
                                ? "it lies under its name again"
                                : "another file lies under its name now"));
    }

    private static Difference input(DiffKind kind, Input input, Long from, Long to, String note) {
        return new Difference(
                DiffPart.INPUTS,
                kind,
                /* process= */ null,
                input.source() + "/" + input.stream(),
                input.name(),
                Amounts.counts(from, to),
                note);
    }

    private static String name(Input input) {
        return input.source() + " " + input.stream() + " " + input.file();
    }

    private static Set<Sha256> files(List<Input> inputs) {
        return inputs.stream().map(Input::file).collect(Collectors.toCollection(TreeSet::new));
    }

    static List<Difference> definitions(List<Definition> from, List<Definition> to) {
        return Pairs.byName(from, to, Definition::id).stream()
                .filter(pair -> !Objects.equals(pair.from(), pair.to()))
                .map(GroundDifferences::definition)
                .toList();
    }

    private static Difference definition(Pairs<Definition> pair) {
        Definition either = pair.to() == null ? pair.from() : pair.to();
        if (pair.from() == null || pair.to() == null) {
            DiffKind kind = pair.from() == null ? DiffKind.NEW : DiffKind.GONE;
            return new Difference(DiffPart.DEFINITIONS, kind, null, either.id(), either.title(), null, null);
        }

        List<String> fields = new ArrayList<>();
        var earlier = CanonicalJson.toTree(pair.from());
        var later = CanonicalJson.toTree(pair.to());
        Set<String> names = new TreeSet<>();
        earlier.fieldNames().forEachRemaining(names::add);
        later.fieldNames().forEachRemaining(names::add);
        names.stream()
                .filter(name -> !name.equals("version") && !earlier.path(name).equals(later.path(name)))
                .forEach(fields::add);
        String versions = pair.from().version() == pair.to().version()
                ? "the version is the same"
                : "version " + pair.from().version() + ", then " + pair.to().version();
        return new Difference(
                DiffPart.DEFINITIONS,
                DiffKind.CHANGED,
                /* process= */ null,
                either.id(),
                either.title(),
                /* amounts= */ null,
                versions + (fields.isEmpty() ? "" : "; another " + String.join(", ", fields)));
    }

    static List<Difference> settings(RunManifest from, RunManifest to) {
        List<Difference> differences = new ArrayList<>();
        setting(differences, "logical date", from.logicalDate(), to.logicalDate());
        setting(differences, "time zone", from.zone(), to.zone());
        setting(differences, "code", from.codeVersion(), to.codeVersion());
        if (!from.configuration().equals(to.configuration())) {
            differences.add(setting("configuration", "what was declared for the tenant is not the same"));
        }
        Set<String> sources = new TreeSet<>(from.readings().keySet());
        sources.retainAll(to.readings().keySet());
        sources.stream()
                .filter(source ->
                        !from.readings().get(source).equals(to.readings().get(source)))
                .forEach(source -> differences.add(
                        setting("source " + source, "its files are read by other columns, settings or zone")));
        return differences;
    }

    private static void setting(List<Difference> differences, String what, Object from, Object to) {
        if (!from.equals(to)) {
            differences.add(setting(what, from + ", then " + to));
        }
    }

    private static Difference setting(String what, String note) {
        return new Difference(DiffPart.SETTINGS, DiffKind.CHANGED, null, null, what, null, note);
    }
}
