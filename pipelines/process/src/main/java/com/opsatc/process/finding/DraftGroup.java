package com.opsatc.process.finding;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.claim.Finding;
import com.opsatc.contract.claim.FindingKind;
import com.opsatc.contract.figure.Humane;
import com.opsatc.process.evidence.EvidenceSink;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Drafts that tell of one event, and so become one finding: of one kind, changed the same way, at most a week before or after
 * the one that leads.
 *
 * @param lead the one that ranks first among them
 * @param others by rank; empty where it stands alone
 */
record DraftGroup(FindingDraft lead, List<FindingDraft> others) {
    private static final String NOT_ONE_CAUSE =
            "They are told together because they moved within a week of it; that does not say that one cause moved them.";

    DraftGroup {
        requireNonNull(lead, "lead");
        others = List.copyOf(others);
    }

    /** Every draft in the first group whose lead it goes with; where there is none, it leads one of its own. */
    static List<DraftGroup> of(List<FindingDraft> byRank) {
        List<List<FindingDraft>> groups = new ArrayList<>();
        for (FindingDraft draft : byRank) {
            Optional<List<FindingDraft>> group = groups.stream()
                    .filter(each -> each.get(0).tellsOfTheSameAs(draft))
                    .findFirst();
            if (group.isPresent()) {
                group.get().add(draft);
            } else {
                groups.add(new ArrayList<>(List.of(draft)));
            }
        }
        return groups.stream()
                .map(group -> new DraftGroup(group.get(0), group.subList(1, group.size())))
                .toList();
    }

    /** Writes the evidence of each, under ids that begin with {@code id}, and states the finding. */
    Finding publish(String id, int rank, EvidenceSink sink) {
        Finding first = lead.publisher().publish(id, rank, sink);
        if (others.isEmpty()) {
            return first;
        }

        List<Finding> members = new ArrayList<>();
        for (FindingDraft other : others) {
            members.add(other.publisher().publish(id + "-" + (members.size() + 2), rank, sink));
        }
        return first.withCaveats(List.of(NOT_ONE_CAUSE)).leading(headline(), members);
    }

    /**
     * What moved, how many, which way and when.
     *
     * <pre>
     *   40 steps took longer from the week of 2026-04-06 on.
     *   3 KPIs were worse for some weeks from around the week of 2026-04-06 on.
     * </pre>
     */
    String headline() {
        boolean sameWeek = others.stream()
                .allMatch(other -> other.change().week().equals(lead.change().week()));
        return Humane.count(1L + others.size()) + what() + " from " + (sameWeek ? "" : "around ") + "the week of "
                + lead.change().week() + " on.";
    }

    private String what() {
        if (lead.kind() == FindingKind.EDGE_SHIFT) {
            return lead.change().way() == Change.Way.WORSE ? " steps took longer" : " steps took less time";
        }

        String how = switch (lead.change().way()) {
            case WORSE -> " KPIs were worse";
            case BETTER -> " KPIs were better";
            case UP -> " KPIs were higher";
            case DOWN -> " KPIs were lower";
        };
        return lead.kind() == FindingKind.KPI_EPISODE ? how + " for some weeks" : how;
    }
}
