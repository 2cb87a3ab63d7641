package com.opsatc.process.run;

import com.opsatc.contract.ageing.AgedCase;
import com.opsatc.contract.ageing.MissedDates;
import com.opsatc.contract.ageing.ProcessAgeing;
import com.opsatc.contract.document.Documents;
import com.opsatc.process.run.Platform.TestTenant;
import java.util.List;

/** What a published document says is open, as lines that figures made outside the project are held against. */
final class AgeingFigures {
    private AgeingFigures() {}

    static ProcessAgeing of(TestTenant tenant) {
        return tenant.document(Documents.AGEING).processes().get(0);
    }

    /** First day of each class that has some, with how many are open, and late. */
    static List<String> classes(ProcessAgeing ageing) {
        return ageing.classes().stream()
                .filter(each -> each.open() > 0)
                .map(each -> each.fromDays() + ": " + each.open() + " " + each.late())
                .toList();
    }

    /** The first three of a list. */
    static List<String> cases(List<AgedCase> cases) {
        return cases.stream().limit(3).map(AgeingFigures::line).toList();
    }

    private static String line(AgedCase each) {
        return each.caseId() + " " + each.since() + " " + each.ageUs() + " " + each.lastActivity() + " " + each.lastOn()
                + " " + each.late() + missed(each.missed());
    }

    private static String missed(MissedDates missed) {
        return missed == null
                ? ""
                : " " + missed.n() + " of " + missed.of() + " "
                        + missed.interval().low() + " " + missed.interval().high();
    }
}
